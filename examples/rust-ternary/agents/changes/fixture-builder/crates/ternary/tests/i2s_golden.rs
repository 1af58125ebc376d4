//! Compares with bytes and sums that were recorded elsewhere.

use ternary::i2s::{gemv, pack, unpack};

struct Case {
    rows: usize,
    cols: usize,
    scale: f32,
    weights: Vec<i8>,
    activations: Vec<i8>,
    sums: Vec<i32>,
    blocks: Option<Vec<u8>>,
}

fn parse(line: &str) -> Case {
    let fields: Vec<&str> = line.split(" | ").collect();
    let head: Vec<&str> = fields[0].split(' ').collect();
    let (rows, cols): (usize, usize) = (head[0].parse().unwrap(), head[1].parse().unwrap());
    let mut state: u32 = head[2].parse().unwrap();
    let mut next = || {
        state = state.wrapping_mul(1664525).wrapping_add(1013904223);
        (state >> 16) as i32
    };
    let weights = (0..rows * cols).map(|_| (next() % 3 - 1) as i8).collect();
    let activations = (0..cols).map(|_| (next() % 255 - 127) as i8).collect();
    let hex = |i: usize| u8::from_str_radix(&fields[2][2 * i..2 * i + 2], 16).unwrap();
    Case {
        rows,
        cols,
        scale: head[3].parse().unwrap(),
        weights,
        activations,
        sums: fields[1]
            .split(' ')
            .map(|sum| sum.parse().unwrap())
            .collect(),
        blocks: (fields[2] != "-").then(|| (0..rows * cols / 4).map(hex).collect()),
    }
}

fn cases() -> Vec<Case> {
    let lines = include_str!("fixtures/i2s.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .map(parse)
        .collect()
}

#[test]
fn ac1_i2s_golden_bytes_unpack_to_the_recorded_weights() {
    let mut recorded = 0;
    for case in cases() {
        let mut packed = pack(&case.weights, case.scale).unwrap();
        if let Some(blocks) = case.blocks {
            assert_eq!(packed[..blocks.len()], blocks);
            packed[..blocks.len()].copy_from_slice(&blocks);
            recorded += 1;
        }
        let unpacked = unpack(&packed, case.rows, case.cols).unwrap();
        assert_eq!(
            unpacked.weights, case.weights,
            "{} x {}",
            case.rows, case.cols
        );
        assert_eq!(unpacked.scale, case.scale);
    }
    assert_eq!(recorded, 2);
}

#[test]
fn ac2_i2s_golden_sums_are_reproduced() {
    let cases = cases();
    assert_eq!(cases.len(), 5);
    for case in cases {
        let packed = pack(&case.weights, case.scale).unwrap();
        let sums = gemv(&packed, case.rows, case.cols, &case.activations).unwrap();
        assert_eq!(sums, case.sums, "{} x {}", case.rows, case.cols);
    }
}
