//! Where the parts of a packed tensor lie.

/// Weights in one block.
pub const BLOCK: usize = 128;

/// Bytes of one block: four 2-bit codes per byte.
pub const BLOCK_BYTES: usize = 32;

/// Bytes behind the blocks: the scale as little-endian f32, then zeros.
pub const TAIL_BYTES: usize = 32;

/// Most columns of a row: 128 * cols is the largest magnitude of a sum, and has to fit i32.
pub(super) const MAX_COLS: usize = (1 << 24) - BLOCK;

/// Where a weight lies: the byte, counted from the start, and the lower of its two bits.
pub(super) fn place_of(index: usize) -> (usize, usize) {
    let in_block = index % BLOCK;
    let byte = index / BLOCK * BLOCK_BYTES + in_block % BLOCK_BYTES;
    (byte, 6 - 2 * (in_block / BLOCK_BYTES))
}

/// Whether a tensor can have this scale; false for NaN.
pub(super) fn is_scale(scale: f32) -> bool {
    scale.is_finite() && scale > 0.0
}
