use ternary::i2s::{pack, PackError, BLOCK, BLOCK_BYTES, TAIL_BYTES};

#[test]
fn pack_writes_zeros_as_0x55_and_the_scale_behind_the_blocks() {
    let packed = pack(&[0; 2 * BLOCK], 0.5).unwrap();
    assert_eq!(packed.len(), 2 * BLOCK_BYTES + TAIL_BYTES);
    assert!(packed[..64].iter().all(|byte| *byte == 0x55));
    assert_eq!(packed[64..68], [0x00, 0x00, 0x00, 0x3f]);
    assert!(packed[68..].iter().all(|byte| *byte == 0));
}

#[test]
fn pack_puts_a_lone_weight_at_its_place() {
    for (index, byte, value) in [
        (0, 0, 0b10_01_01_01),
        (31, 31, 0b10_01_01_01),
        (32, 0, 0b01_10_01_01),
        (95, 31, 0b01_01_10_01),
        (127, 31, 0b01_01_01_10),
        (128, 32, 0b10_01_01_01),
    ] {
        let mut weights = [0; 2 * BLOCK];
        weights[index] = 1;
        let packed = pack(&weights, 1.0).unwrap();
        assert_eq!(packed[byte], value, "weight {index}");
        let others = packed[..64].iter().filter(|other| **other != 0x55);
        assert_eq!(others.count(), 1, "weight {index}");
    }
}

#[test]
fn pack_never_writes_code_3() {
    let weights: Vec<i8> = (0..1024).map(|i| (i * 7 % 3) as i8 - 1).collect();
    let packed = pack(&weights, 1.0).unwrap();
    assert!(packed[..256]
        .iter()
        .all(|byte| byte & (byte >> 1) & 0x55 == 0));
}

#[test]
fn pack_refuses_partial_blocks_other_weights_and_other_scales() {
    assert_eq!(pack(&[], 1.0), Err(PackError::Length { got: 0 }));
    assert_eq!(pack(&[0; 127], 1.0), Err(PackError::Length { got: 127 }));
    for got in [-2, 2] {
        assert_eq!(
            pack(&[got; 128], 1.0),
            Err(PackError::Weight { index: 0, got })
        );
    }
    for got in [0.0, -1.0, f32::INFINITY] {
        assert_eq!(pack(&[0; 128], got), Err(PackError::Scale { got }));
    }
    assert!(pack(&[0; 128], f32::NAN).is_err());
}
