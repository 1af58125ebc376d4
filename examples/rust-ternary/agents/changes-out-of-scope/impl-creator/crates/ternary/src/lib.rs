//! Ternary quantization of float weights, and the I2_S packing of the result.
//!
//! ```
//! let weights: Vec<f32> = (0..256).map(|i| (i as f32).sin()).collect();
//! let ternary = ternary::absmean::quantize(&weights)?;
//! let packed = ternary::i2s::pack(&ternary.weights, ternary.scale)?;
//! assert_eq!(packed.len(), 2 * 32 + 32);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod i2s;
pub mod quantize;

pub use quantize as absmean;

/// Ternary weights with the scale they share: a weight stands for `weight * scale`.
#[derive(Clone, Debug, PartialEq)]
pub struct Ternary {
    /// One of -1, 0 and 1 per weight, in row-major order.
    pub weights: Vec<i8>,
    /// Finite and positive.
    pub scale: f32,
}

// The examples of these pages run as doc-tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/how-to/use-a-layer.md")]
struct UseALayer;
