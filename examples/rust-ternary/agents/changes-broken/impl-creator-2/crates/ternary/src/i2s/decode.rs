use super::{BLOCK, BLOCK_BYTES, TAIL_BYTES};
use crate::Ternary;
use std::fmt;

/// Why a packed matrix cannot be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DecodeError {
    /// There are no rows, or more than memory can address.
    Rows {
        /// Number of rows.
        got: usize,
    },
    /// The columns do not fill whole blocks, or are too many for exact i32 sums.
    Cols {
        /// Number of columns.
        got: usize,
    },
    /// The bytes belong to another shape.
    Bytes {
        /// Number of bytes.
        got: usize,
        /// Number of bytes of rows x cols.
        need: usize,
    },
    /// There is not one activation per column.
    Activations {
        /// Number of activations.
        got: usize,
        /// Number of columns.
        need: usize,
    },
    /// A byte holds a code 3, which no weight has.
    Code {
        /// Offset of the byte.
        byte: usize,
    },
    /// The scale is not finite and positive.
    Scale {
        /// Offset of its first byte.
        byte: usize,
        /// The scale.
        got: f32,
    },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rows { got } => {
                write!(
                    f,
                    "rows: got {got}, need at least 1 and what memory can address"
                )
            }
            Self::Cols { got } => {
                write!(
                    f,
                    "cols: got {got}, need a positive multiple of 128 up to 16777088"
                )
            }
            Self::Bytes { got, need } => write!(f, "packed: got {got} bytes, need {need}"),
            Self::Activations { got, need } => {
                write!(f, "activations: got {got} values, need {need}")
            }
            Self::Code { byte } => {
                write!(f, "packed: got code 3 in byte {byte}, need codes 0 to 2")
            }
            Self::Scale { byte, got } => write!(
                f,
                "packed: got scale {got} in byte {byte}, need a finite positive number"
            ),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Reads a packed matrix back: `rows * cols` weights in row-major order, and the scale.
///
/// ```
/// use ternary::i2s::{pack, unpack};
///
/// let packed = pack(&[1; 128], 0.5)?;
/// assert_eq!(unpack(&packed, 1, 128)?.weights, [1; 128]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`DecodeError`] for a shape that does not fit the bytes, and for bytes that packing never writes.
pub fn unpack(packed: &[u8], rows: usize, cols: usize) -> Result<Ternary, DecodeError> {
    if cols == 0 || cols % BLOCK != 0 || cols > (1 << 24) - 128 {
        return Err(DecodeError::Cols { got: cols });
    }
    let Some(need) = rows
        .checked_mul(cols)
        .filter(|weights| *weights > 0)
        .map(|weights| weights / 4 + TAIL_BYTES)
    else {
        return Err(DecodeError::Rows { got: rows });
    };
    if packed.len() != need {
        let got = packed.len();
        return Err(DecodeError::Bytes { got, need });
    }
    let mut weights = vec![0; rows * cols];
    for (i, weight) in weights.iter_mut().enumerate() {
        let in_block = i % BLOCK;
        let byte = i / BLOCK * BLOCK_BYTES + in_block % BLOCK_BYTES;
        let shift = 6 - 2 * (in_block / BLOCK_BYTES);
        let code = packed[byte] >> shift & 3;
        if code == 3 {
            return Err(DecodeError::Code { byte });
        }
        *weight = code as i8 - 1;
    }
    let byte = rows * cols / 4;
    let scale = f32::from_le_bytes([
        packed[byte],
        packed[byte + 1],
        packed[byte + 2],
        packed[byte + 3],
    ]);
    if !(scale.is_finite() && scale > 0.0) {
        return Err(DecodeError::Scale { byte, got: scale });
    }
    Ok(Ternary { weights, scale })
}

/// Multiplies a packed matrix with a vector: the exact sum of weight times activation of each row,
/// without the scale.
///
/// ```
/// use ternary::i2s::{gemv, pack};
///
/// let packed = pack(&[-1; 2 * 128], 0.5)?;
/// assert_eq!(gemv(&packed, 2, 128, &[100; 128])?, [-12800, -12800]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`unpack`], and [`DecodeError::Activations`] when there is not one activation per column.
pub fn gemv(
    packed: &[u8],
    rows: usize,
    cols: usize,
    activations: &[i8],
) -> Result<Vec<i32>, DecodeError> {
    let ternary = unpack(packed, rows, cols)?;
    if activations.len() != cols {
        let got = activations.len();
        return Err(DecodeError::Activations { got, need: cols });
    }
    let mut sums = vec![0_i16; rows];
    for (i, weight) in ternary.weights.iter().enumerate() {
        let product = i16::from(*weight) * i16::from(activations[i % cols]);
        sums[i / cols] = sums[i / cols].wrapping_add(product);
    }
    Ok(sums.into_iter().map(i32::from).collect())
}
