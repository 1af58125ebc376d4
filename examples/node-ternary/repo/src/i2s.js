import { TernaryError } from './errors.js';

/** Weights in one I2_S block. */
export const I2S_BLOCK = 128;

/** Bytes of one block: four 2-bit codes per byte. */
export const I2S_BLOCK_BYTES = 32;

/** Bytes behind the blocks: the scale as little-endian float32, then zeros. */
export const I2S_TAIL_BYTES = 32;

/**
 * Packs ternary weights as I2_S (the 128/32 layout). Weight i of a block has code w + 1 in byte
 * i % 32 at bit 6 - 2 * floor(i / 32), so a zero matrix packs to 0x55.
 * @param {Int8Array} ternary row-major weights in {-1, 0, 1}; a multiple of 128 of them
 * @param {number} scale what a code is multiplied by; stored as float32
 * @returns {Uint8Array} `ternary.length / 4 + 32` bytes
 * @throws {TernaryError} ERR_LENGTH for a partial block, ERR_VALUE for a weight that is not
 *   ternary, ERR_SCALE for a scale that is not finite and positive as float32
 */
export function packI2S(ternary, scale) {
  if (ternary.length === 0 || ternary.length % I2S_BLOCK !== 0) {
    throw new TernaryError(
      'ERR_LENGTH',
      `ternary: got ${ternary.length} weights, need a positive multiple of ${I2S_BLOCK}`,
    );
  }
  const stored = Math.fround(scale);
  if (!(stored > 0 && stored < Infinity)) {
    throw new TernaryError('ERR_SCALE', `scale: got ${scale}, need a finite positive float32`);
  }
  const packed = new Uint8Array(ternary.length / 4 + I2S_TAIL_BYTES);
  for (const [i, weight] of ternary.entries()) {
    if (weight < -1 || weight > 1) {
      throw new TernaryError('ERR_VALUE', `ternary[${i}]: got ${weight}, need -1, 0 or 1`);
    }
    const inBlock = i % I2S_BLOCK;
    const byte = ((i - inBlock) / I2S_BLOCK) * I2S_BLOCK_BYTES + (inBlock % I2S_BLOCK_BYTES);
    const shift = 6 - 2 * Math.floor(inBlock / I2S_BLOCK_BYTES);
    packed[byte] |= (weight + 1) << shift;
  }
  new DataView(packed.buffer).setFloat32(ternary.length / 4, stored, true);
  return packed;
}
