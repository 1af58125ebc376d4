//! The acceptance criteria of docs/explanation/i2s-decoding.md, a name per case.

use ternary::i2s::{gemv, pack, unpack, DecodeError};

/// A packed matrix of zeros: the smallest valid input for the cases that damage one thing.
fn zeros() -> Vec<u8> {
    pack(&[0; 256], 1.0).unwrap()
}

/// Both functions refuse this shape of `zeros()` with this error and this message.
fn refuses(rows: usize, cols: usize, error: DecodeError, message: &str) {
    assert_eq!(error.to_string(), message);
    assert_eq!(unpack(&zeros(), rows, cols), Err(error));
    assert_eq!(gemv(&zeros(), rows, cols, &vec![0; cols]), Err(error));
}

#[test]
fn ac1_i2s_unpack_returns_the_weights_that_were_packed() {
    for (rows, cols) in [(1, 128), (3, 256), (5, 640)] {
        let mut weights: Vec<i8> = (0..rows * cols).map(|i| (i * i % 3) as i8 - 1).collect();
        *weights.last_mut().unwrap() = 1;
        let unpacked = unpack(&pack(&weights, 0.75).unwrap(), rows, cols).unwrap();
        assert_eq!(unpacked.weights, weights, "{rows} x {cols}");
    }
}

#[test]
fn ac1_i2s_unpack_returns_the_scale_bit_for_bit() {
    for scale in [0.75, 0.1, f32::MIN_POSITIVE, f32::MAX] {
        let packed = pack(&[0; 128], scale).unwrap();
        let unpacked = unpack(&packed, 1, 128).unwrap();
        assert_eq!(unpacked.scale.to_bits(), scale.to_bits());
    }
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
    for weight in [1_i8, -1] {
        for activation in [127_i8, -128] {
            let packed = pack(&[weight; 2176], 1.0).unwrap();
            let sums = gemv(&packed, 1, 2176, &[activation; 2176]).unwrap();
            assert_eq!(sums, [2176 * i32::from(weight) * i32::from(activation)]);
        }
    }
}

#[test]
fn ac3_i2s_no_rows_are_refused() {
    let message = "rows: got 0, need at least 1 and what memory can address";
    refuses(0, 256, DecodeError::Rows { got: 0 }, message);
}

#[test]
fn ac3_i2s_columns_that_fill_no_block_are_refused() {
    for got in [0, 1, 127, 129] {
        let message = format!("cols: got {got}, need a positive multiple of 128 up to 16777088");
        refuses(2, got, DecodeError::Cols { got }, &message);
    }
}

#[test]
fn ac3_i2s_bytes_of_another_shape_are_refused() {
    for (rows, cols, need) in [(1, 128, 64), (2, 256, 160), (3, 128, 128)] {
        let message = format!("packed: got 96 bytes, need {need}");
        refuses(rows, cols, DecodeError::Bytes { got: 96, need }, &message);
    }
}

#[test]
fn ac3_i2s_activations_of_another_length_are_refused() {
    for got in [0, 255, 257] {
        let error = DecodeError::Activations { got, need: 256 };
        assert_eq!(
            error.to_string(),
            format!("activations: got {got} values, need 256")
        );
        assert_eq!(gemv(&zeros(), 1, 256, &vec![0; got]), Err(error));
    }
}

#[test]
fn ac4_i2s_code_3_is_refused_with_its_byte_offset() {
    for (byte, code) in [
        (0, 0b11_00_00_00),
        (31, 0b11_00_00),
        (32, 0b11_00),
        (63, 0b11),
    ] {
        let mut packed = zeros();
        packed[byte] |= code;
        let error = DecodeError::Code { byte };
        let message = format!("packed: got code 3 in byte {byte}, need codes 0 to 2");
        assert_eq!(error.to_string(), message);
        assert_eq!(unpack(&packed, 1, 256), Err(error));
        assert_eq!(gemv(&packed, 1, 256, &[0; 256]), Err(error));
    }
}
