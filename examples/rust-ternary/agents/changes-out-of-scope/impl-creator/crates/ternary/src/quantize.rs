//! Absmean quantization of a whole tensor.

use crate::Ternary;
use std::fmt;

/// Smallest scale: keeps an all-zero tensor away from a division by zero.
const SCALE_FLOOR: f64 = 1e-5;

/// Why weights cannot be quantized.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum QuantizeError {
    /// There is no weight to take the mean of.
    Empty,
    /// A weight is NaN or infinite.
    NotFinite {
        /// Position of the weight.
        index: usize,
        /// The weight.
        got: f32,
    },
}

impl fmt::Display for QuantizeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "weights: got 0 values, need at least 1"),
            Self::NotFinite { index, got } => {
                write!(f, "weights[{index}]: got {got}, need a finite number")
            }
        }
    }
}

impl std::error::Error for QuantizeError {}

/// Quantizes with scale = mean |w| and weight = round(w / scale) clamped to [-1, 1].
///
/// The mean is summed in f64. Rounding is to the nearest integer, ties to even.
///
/// # Errors
///
/// [`QuantizeError`] for no weights and for one that is not finite.
pub fn quantize(weights: &[f32]) -> Result<Ternary, QuantizeError> {
    if weights.is_empty() {
        return Err(QuantizeError::Empty);
    }
    let mut sum = 0.0_f64;
    for (index, &got) in weights.iter().enumerate() {
        if !got.is_finite() {
            return Err(QuantizeError::NotFinite { index, got });
        }
        sum += f64::from(got.abs());
    }
    let scale = (sum / weights.len() as f64).max(SCALE_FLOOR) as f32;
    let inverse = 1.0 / scale;
    let weights = weights
        .iter()
        .map(|weight| round_half_even(weight * inverse).clamp(-1.0, 1.0) as i8)
        .collect();
    Ok(Ternary { weights, scale })
}

/// Rounds to the nearest integer, ties to even; `f32::round` sends ties away from zero.
fn round_half_even(value: f32) -> f32 {
    let rounded = value.round();
    if (value - value.trunc()).abs() == 0.5 && rounded % 2.0 != 0.0 {
        value.trunc()
    } else {
        rounded
    }
}
