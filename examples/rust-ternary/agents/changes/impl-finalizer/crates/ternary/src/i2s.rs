//! I2_S: two bits per weight, one scale per tensor, in the 128/32 layout.

mod decode;
mod layout;

pub use decode::{gemv, unpack, DecodeError};
pub use layout::{BLOCK, BLOCK_BYTES, TAIL_BYTES};

use layout::{is_scale, place_of};
use std::fmt;

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
    if !is_scale(scale) {
        return Err(PackError::Scale { got: scale });
    }
    let mut packed = vec![0; weights.len() / 4 + TAIL_BYTES];
    for (index, &got) in weights.iter().enumerate() {
        if !(-1..=1).contains(&got) {
            return Err(PackError::Weight { index, got });
        }
        let (byte, shift) = place_of(index);
        packed[byte] |= ((got + 1) as u8) << shift;
    }
    let tail = weights.len() / 4;
    packed[tail..tail + 4].copy_from_slice(&scale.to_le_bytes());
    Ok(packed)
}
