use ternary::absmean::{quantize, QuantizeError};

#[test]
fn absmean_scale_is_the_mean_magnitude_and_large_weights_saturate() {
    let ternary = quantize(&[4.0, -4.0, 0.5, -0.5, 0.0, 3.0]).unwrap();
    assert_eq!(ternary.scale, 2.0);
    assert_eq!(ternary.weights, [1, -1, 0, 0, 0, 1]);
}

#[test]
fn absmean_rounds_a_tie_to_the_even_code() {
    // The mean magnitude is 1, so 0.5 lies exactly between the codes 0 and 1.
    let ternary = quantize(&[0.5, -0.5, 1.5, -1.5]).unwrap();
    assert_eq!(ternary.weights, [0, 0, 1, -1]);
}

#[test]
fn absmean_of_zeros_keeps_a_positive_scale() {
    let ternary = quantize(&[0.0; 4]).unwrap();
    assert_eq!(ternary.weights, [0; 4]);
    assert_eq!(ternary.scale, 1e-5);
}

#[test]
fn absmean_of_negated_weights_negates_the_codes() {
    let weights: Vec<f32> = (0..257).map(|i| ((i * i) as f32).sin()).collect();
    let negated: Vec<f32> = weights.iter().map(|weight| -weight).collect();
    let (straight, negated) = (quantize(&weights).unwrap(), quantize(&negated).unwrap());
    assert_eq!(straight.scale, negated.scale);
    assert!(straight
        .weights
        .iter()
        .zip(&negated.weights)
        .all(|(a, b)| *a == -b));
}

#[test]
fn absmean_refuses_what_has_no_mean() {
    assert_eq!(quantize(&[]), Err(QuantizeError::Empty));
    let error = quantize(&[1.0, f32::NAN]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "weights[1]: got NaN, need a finite number"
    );
    let got = f32::NEG_INFINITY;
    assert_eq!(
        quantize(&[got]),
        Err(QuantizeError::NotFinite { index: 0, got })
    );
}
