//! Writes a matrix as this crate quantizes and packs it, so that a program that shares no code with
//! it can judge the bytes: `cargo run --example dump_packed -- FOLDER`.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};
use ternary::{absmean, i2s};

const ROWS: usize = 256;
const COLUMNS: usize = 512;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or("usage: dump_packed FOLDER")?;
    let weights = weights(ROWS * COLUMNS);
    let ternary = absmean::quantize(&weights)?;
    let packed = i2s::pack(&ternary.weights, ternary.scale)?;
    let floats: Vec<u8> = weights.iter().flat_map(|w| w.to_le_bytes()).collect();
    fs::write(folder.join("w.f32"), floats)?;
    fs::write(folder.join("w.i2_s"), packed)?;
    fs::write(folder.join("packed.json"), manifest())?;
    Ok(())
}

/// Seeded weights between -1 and 1, small ones more often than large ones.
fn weights(count: usize) -> Vec<f32> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / (1 << 23) as f32 - 1.0
    };
    (0..count).map(|_| next() * next()).collect()
}

/// The floats with the rule that quantizes them, and the packed bytes of the same tensor.
fn manifest() -> String {
    let tensor = |format: &str, rest: &str| {
        format!(
            r#"{{"name":"w","format":"{format}","rows":{ROWS},"columns":{COLUMNS},"file":"w.{format}"{rest}}}"#
        )
    };
    let tensors = [
        tensor("f32", r#","quantizer":"absmean""#),
        tensor("i2_s", ""),
    ];
    format!(
        r#"{{"v":1,"producer":"ternary dump_packed","tensors":[{}]}}"#,
        tensors.join(",")
    )
}
