//! I2_S: two bits per weight, one scale per tensor, in the 128/32 layout.

mod decode;

pub use decode::{gemv, unpack, DecodeError};
use std::fmt;

/// Weights in one block.
pub const BLOCK: usize = 128;

/// Bytes of one block: four 2-bit codes per byte.
pub const BLOCK_BYTES: usize = 32;

/// Bytes behind the blocks: the scale as little-endian f32, then zeros.
pub const TAIL_BYTES: usize = 32;

/// Why weights cannot be packed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PackError {
    /// The weights do not fill whole blocks, or there are none.
    Length {
        /// Number of weights.
        got: usize,
    },
    /// A weight is not -1, 0 or 1.
    Weight {
        /// Position of the weight.
        index: usize,
        /// The weight.
        got: i8,
    },
    /// The scale is not finite and positive.
    Scale {
        /// The scale.
        got: f32,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { got } => {
                write!(f, "weights: got {got}, need a positive multiple of {BLOCK}")
            }
            Self::Weight { index, got } => {
                write!(f, "weights[{index}]: got {got}, need -1, 0 or 1")
            }
            Self::Scale { got } => write!(f, "scale: got {got}, need a finite positive number"),
        }
    }
}

impl std::error::Error for PackError {}

/// Packs ternary weights; returns `weights.len() / 4 + 32` bytes.
///
/// Weight i of a block has code w + 1 in byte i % 32 at bit 6 - 2 * (i / 32), so a zero matrix packs
/// to 0x55.
///
/// # Errors
///
/// [`PackError`] for a partial block, a weight that is not ternary, and a scale that is not finite
/// and positive.
pub fn pack(weights: &[i8], scale: f32) -> Result<Vec<u8>, PackError> {
    if weights.is_empty() || weights.len() % BLOCK != 0 {
        return Err(PackError::Length { got: weights.len() });
    }
    if !(scale.is_finite() && scale > 0.0) {
        return Err(PackError::Scale { got: scale });
    }
    let mut packed = vec![0; weights.len() / 4 + TAIL_BYTES];
    for (index, &got) in weights.iter().enumerate() {
        if !(-1..=1).contains(&got) {
            return Err(PackError::Weight { index, got });
        }
        let in_block = index % BLOCK;
        let byte = index / BLOCK * BLOCK_BYTES + in_block % BLOCK_BYTES;
        let shift = 6 - 2 * (in_block / BLOCK_BYTES);
        packed[byte] |= ((got + 1) as u8) << shift;
    }
    let tail = weights.len() / 4;
    packed[tail..tail + 4].copy_from_slice(&scale.to_le_bytes());
    Ok(packed)
}
