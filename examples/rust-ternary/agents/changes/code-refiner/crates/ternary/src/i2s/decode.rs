//! Reading packed matrices.

use super::layout::{is_scale, place_of, BLOCK, BLOCK_BYTES, MAX_COLS, TAIL_BYTES};
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
                    "cols: got {got}, need a positive multiple of {BLOCK} up to {MAX_COLS}"
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

/// Refuses a shape that is impossible or does not match the bytes.
fn check_shape(packed: &[u8], rows: usize, cols: usize) -> Result<(), DecodeError> {
    if cols == 0 || cols % BLOCK != 0 || cols > MAX_COLS {
        return Err(DecodeError::Cols { got: cols });
    }
    let need = match rows.checked_mul(cols) {
        None | Some(0) => return Err(DecodeError::Rows { got: rows }),
        Some(weights) => weights / 4 + TAIL_BYTES,
    };
    match packed.len() {
        got if got == need => Ok(()),
        got => Err(DecodeError::Bytes { got, need }),
    }
}

/// Refuses a code 3, which no weight has: both bits of a pair are set.
fn check_codes(blocks: &[u8]) -> Result<(), DecodeError> {
    let code_3 = |codes: &u8| codes & (codes >> 1) & 0b01_01_01_01 != 0;
    match blocks.iter().position(code_3) {
        None => Ok(()),
        Some(byte) => Err(DecodeError::Code { byte }),
    }
}

/// Reads the scale behind the blocks of a checked shape.
fn read_scale(packed: &[u8]) -> Result<f32, DecodeError> {
    let byte = packed.len() - TAIL_BYTES;
    let mut bytes = [0; 4];
    bytes.copy_from_slice(&packed[byte..byte + 4]);
    let scale = f32::from_le_bytes(bytes);
    if is_scale(scale) {
        Ok(scale)
    } else {
        Err(DecodeError::Scale { byte, got: scale })
    }
}

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
    check_shape(packed, rows, cols)?;
    check_codes(&packed[..rows * cols / 4])?;
    let scale = read_scale(packed)?;
    let weight_at = |index| {
        let (byte, shift) = place_of(index);
        (packed[byte] >> shift & 3) as i8 - 1
    };
    let weights = (0..rows * cols).map(weight_at).collect();
    Ok(Ternary { weights, scale })
}

/// The exact sum of one row: `blocks` of the row, and four activations for each of their bytes.
fn sum_of_row(blocks: &[u8], activations: &[i8]) -> i32 {
    let mut sum = 0;
    for (codes, activations) in blocks.chunks(BLOCK_BYTES).zip(activations.chunks(BLOCK)) {
        for (byte, codes) in codes.iter().enumerate() {
            // The four weights of a byte stand 32 columns apart in the block.
            for part in 0..4 {
                let weight = i32::from(codes >> (6 - 2 * part) & 3) - 1;
                sum += weight * i32::from(activations[part * BLOCK_BYTES + byte]);
            }
        }
    }
    sum
}

/// Multiplies a packed matrix with a vector: the exact sum of weight times activation of each row,
/// without the scale and without a second copy of the weights.
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
    check_shape(packed, rows, cols)?;
    if activations.len() != cols {
        let got = activations.len();
        return Err(DecodeError::Activations { got, need: cols });
    }
    let blocks = &packed[..rows * cols / 4];
    check_codes(blocks)?;
    read_scale(packed)?;
    Ok(blocks
        .chunks(cols / 4)
        .map(|row| sum_of_row(row, activations))
        .collect())
}
