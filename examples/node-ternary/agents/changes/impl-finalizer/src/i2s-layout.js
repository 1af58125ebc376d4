/** Weights in one I2_S block. */
export const I2S_BLOCK = 128;

/** Bytes of one block: four 2-bit codes per byte. */
export const I2S_BLOCK_BYTES = 32;

/** Bytes behind the blocks: the scale as little-endian float32, then zeros. */
export const I2S_TAIL_BYTES = 32;

/** Most columns of a row: 128 * cols is the largest magnitude of a sum, and has to fit int32. */
export const I2S_MAX_COLS = 2 ** 24 - I2S_BLOCK;

/**
 * Where weight i lies: the byte, counted from the start of the tensor, and the lower of its two
 * bits.
 * @param {number} i index of the weight in row-major order
 * @returns {{ byte: number, shift: number }}
 */
export function placeOf(i) {
  const inBlock = i % I2S_BLOCK;
  return {
    byte: ((i - inBlock) / I2S_BLOCK) * I2S_BLOCK_BYTES + (inBlock % I2S_BLOCK_BYTES),
    shift: 6 - 2 * Math.floor(inBlock / I2S_BLOCK_BYTES),
  };
}

/**
 * Whether a tensor can have this scale.
 * @param {number} scale already rounded to float32
 * @returns {boolean} false for NaN too
 */
export function isScale(scale) {
  return scale > 0 && scale < Infinity;
}
