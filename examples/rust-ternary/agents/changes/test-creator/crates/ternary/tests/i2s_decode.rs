use ternary::i2s::{gemv, pack, unpack, DecodeError};

#[test]
fn ac1_i2s_unpack_returns_what_was_packed() {
    let weights: Vec<i8> = (0..3 * 256).map(|i| (i * i % 3) as i8 - 1).collect();
    let packed = pack(&weights, 0.75).unwrap();
    let unpacked = unpack(&packed, 3, 256).unwrap();
    assert_eq!(unpacked.weights, weights);
    assert_eq!(unpacked.scale, 0.75);
}

#[test]
fn ac2_i2s_gemv_sums_weight_times_activation() {
    let mut weights = [0; 2 * 128];
    weights[..4].copy_from_slice(&[1, -1, 0, 1]);
    weights[128 + 127] = -1;
    let activations: Vec<i8> = (-64..64).collect();
    let packed = pack(&weights, 2.0).unwrap();
    let sums = gemv(&packed, 2, 128, &activations).unwrap();
    assert_eq!(sums, [-64 + 63 - 61, -63]);
}

#[test]
fn ac2_i2s_gemv_does_not_wrap_at_2176_columns() {
    let packed = pack(&[1; 2176], 1.0).unwrap();
    let sums = gemv(&packed, 1, 2176, &[127; 2176]).unwrap();
    assert_eq!(sums, [2176 * 127]);
}

#[test]
fn ac3_i2s_unpack_refuses_a_shape_that_does_not_fit() {
    let packed = pack(&[0; 256], 1.0).unwrap();
    assert_eq!(unpack(&packed, 0, 128), Err(DecodeError::Rows { got: 0 }));
    assert_eq!(unpack(&packed, 2, 0), Err(DecodeError::Cols { got: 0 }));
    assert_eq!(unpack(&packed, 2, 127), Err(DecodeError::Cols { got: 127 }));
    let error = DecodeError::Bytes { got: 96, need: 64 };
    assert_eq!(unpack(&packed, 1, 128), Err(error));
}

#[test]
fn ac3_i2s_gemv_refuses_activations_that_do_not_fit() {
    let packed = pack(&[0; 256], 1.0).unwrap();
    for got in [0, 255, 257] {
        let error = DecodeError::Activations { got, need: 256 };
        assert_eq!(gemv(&packed, 1, 256, &vec![0; got]), Err(error));
    }
}

#[test]
fn ac4_i2s_code_3_is_refused_with_its_byte_offset() {
    let mut packed = pack(&[0; 256], 1.0).unwrap();
    packed[37] |= 0b1100;
    let error = DecodeError::Code { byte: 37 };
    assert_eq!(unpack(&packed, 1, 256), Err(error));
    assert_eq!(gemv(&packed, 1, 256, &[0; 256]), Err(error));
}
