//! Properties over a reproducible stream of shapes, weights and activations.

use ternary::i2s::{gemv, pack, unpack, DecodeError};

struct Case {
    rows: usize,
    cols: usize,
    weights: Vec<i8>,
    activations: Vec<i8>,
    packed: Vec<u8>,
}

fn cases() -> Vec<Case> {
    let mut state = 2024_u32;
    let mut next = || {
        state = state.wrapping_mul(1664525).wrapping_add(1013904223);
        (state >> 16) as usize
    };
    let mut case = || {
        let (rows, cols) = (1 + next() % 6, 128 * (1 + next() % 9));
        let weights: Vec<i8> = (0..rows * cols).map(|_| (next() % 3) as i8 - 1).collect();
        let activations = (0..cols).map(|_| (next() % 256) as u8 as i8).collect();
        let packed = pack(&weights, 0.5).unwrap();
        Case {
            rows,
            cols,
            weights,
            activations,
            packed,
        }
    };
    let cases: Vec<Case> = (0..12).map(|_| case()).collect();
    println!("cases: {}", cases.len());
    cases
}

#[test]
fn ac1_i2s_unpack_inverts_pack_for_random_shapes() {
    for case in cases() {
        let unpacked = unpack(&case.packed, case.rows, case.cols).unwrap();
        assert_eq!(
            unpacked.weights, case.weights,
            "{} x {}",
            case.rows, case.cols
        );
        assert_eq!(
            pack(&unpacked.weights, unpacked.scale).unwrap(),
            case.packed
        );
    }
}

#[test]
fn ac2_i2s_gemv_equals_the_sum_in_128_bits() {
    for case in cases() {
        let row_sum = |row: &[i8]| -> i128 {
            let pairs = row.iter().zip(&case.activations);
            pairs.map(|(w, x)| i128::from(*w) * i128::from(*x)).sum()
        };
        let expected: Vec<i128> = case.weights.chunks(case.cols).map(row_sum).collect();
        let sums = gemv(&case.packed, case.rows, case.cols, &case.activations).unwrap();
        let sums: Vec<i128> = sums.into_iter().map(i128::from).collect();
        assert_eq!(sums, expected, "{} x {}", case.rows, case.cols);
    }
}

#[test]
fn ac2_i2s_gemv_reads_each_column_at_its_own_place() {
    for k in 0..256 {
        let (mut weights, mut activations) = ([0; 256], [0; 256]);
        weights[k] = -1;
        activations[k] = 101;
        let sums = gemv(&pack(&weights, 1.0).unwrap(), 1, 256, &activations).unwrap();
        assert_eq!(sums, [-101], "column {k}");
    }
}

#[test]
fn ac2_i2s_gemv_is_odd_in_the_weights() {
    for case in cases() {
        let negated: Vec<i8> = case.weights.iter().map(|weight| -weight).collect();
        let negated = pack(&negated, 0.5).unwrap();
        let mirrored = gemv(&negated, case.rows, case.cols, &case.activations).unwrap();
        let sums = gemv(&case.packed, case.rows, case.cols, &case.activations).unwrap();
        assert!(sums.iter().zip(&mirrored).all(|(a, b)| *a == -b));
    }
}

#[test]
fn ac3_i2s_more_than_i32_or_memory_can_hold_is_refused() {
    let error = DecodeError::Cols { got: 1 << 24 };
    assert_eq!(unpack(&[0; 64], 1, 1 << 24), Err(error));
    assert_eq!(gemv(&[0; 64], 1, 1 << 24, &[0]), Err(error));
    let error = DecodeError::Rows { got: usize::MAX };
    assert_eq!(unpack(&[0; 64], usize::MAX, 128), Err(error));
}

#[test]
fn ac3_i2s_a_file_that_is_cut_anywhere_is_refused() {
    let packed = pack(&[0; 128], 1.0).unwrap();
    for got in 0..packed.len() {
        let error = DecodeError::Bytes { got, need: 64 };
        assert_eq!(unpack(&packed[..got], 1, 128), Err(error));
    }
}

#[test]
fn ac4_i2s_code_3_is_refused_at_each_of_its_places() {
    for byte in 0..64 {
        for shift in [0, 2, 4, 6] {
            let mut packed = pack(&[0; 256], 1.0).unwrap();
            packed[byte] |= 3 << shift;
            let error = DecodeError::Code { byte };
            assert_eq!(unpack(&packed, 2, 128), Err(error));
            assert_eq!(gemv(&packed, 2, 128, &[0; 128]), Err(error));
        }
    }
}

#[test]
fn ac4_i2s_a_scale_that_packing_never_writes_is_refused() {
    for scale in [0.0, -0.0, -1.0, f32::NAN, f32::INFINITY] {
        let mut packed = pack(&[0; 128], 1.0).unwrap();
        packed[32..36].copy_from_slice(&f32::to_le_bytes(scale));
        for error in [
            unpack(&packed, 1, 128).unwrap_err(),
            gemv(&packed, 1, 128, &[0; 128]).unwrap_err(),
        ] {
            assert!(
                matches!(error, DecodeError::Scale { byte: 32, .. }),
                "{error}"
            );
        }
    }
}
