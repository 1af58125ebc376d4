import { TernaryError } from './errors.js';
import { I2S_BLOCK, I2S_BLOCK_BYTES, I2S_TAIL_BYTES } from './i2s.js';

/**
 * Reads a packed I2_S matrix back.
 * @param {Uint8Array} packed `rows * cols / 4 + 32` bytes
 * @param {number} rows
 * @param {number} cols a multiple of 128, at most 2^24 - 128
 * @returns {{ ternary: Int8Array, scale: number }} row-major weights in {-1, 0, 1}, and the scale
 * @throws {TernaryError} ERR_LENGTH, ERR_CODE or ERR_SCALE
 */
export function unpackI2S(packed, rows, cols) {
  if (!Number.isSafeInteger(rows) || rows <= 0) {
    throw new TernaryError('ERR_LENGTH', `rows: got ${rows}, need a positive integer`);
  }
  if (!Number.isSafeInteger(cols) || cols <= 0 || cols % I2S_BLOCK !== 0) {
    throw new TernaryError('ERR_LENGTH', `cols: got ${cols}, need a positive multiple of 128`);
  }
  if (cols > 2 ** 24 - 128) {
    throw new TernaryError('ERR_LENGTH', `cols: got ${cols}, need at most ${2 ** 24 - 128}`);
  }
  const bytes = (rows * cols) / 4 + I2S_TAIL_BYTES;
  if (packed.length !== bytes) {
    throw new TernaryError(
      'ERR_LENGTH',
      `packed: got ${packed.length} bytes, need ${bytes} for ${rows} x ${cols}`,
    );
  }
  const ternary = new Int8Array(rows * cols);
  for (let i = 0; i < ternary.length; i++) {
    const inBlock = i % I2S_BLOCK;
    const byte = ((i - inBlock) / I2S_BLOCK) * I2S_BLOCK_BYTES + (inBlock % I2S_BLOCK_BYTES);
    const shift = 6 - 2 * Math.floor(inBlock / I2S_BLOCK_BYTES);
    const code = (packed[byte] >> shift) & 3;
    if (code === 3) {
      throw new TernaryError('ERR_CODE', `packed: got code 3 in byte ${byte}, need codes 0 to 2`);
    }
    ternary[i] = code - 1;
  }
  const offset = bytes - I2S_TAIL_BYTES;
  const scale = new DataView(packed.buffer, packed.byteOffset).getFloat32(offset, true);
  if (!(scale > 0 && scale < Infinity)) {
    throw new TernaryError(
      'ERR_SCALE',
      `packed: got scale ${scale} in byte ${offset}, need a finite positive float32`,
    );
  }
  return { ternary, scale };
}

/**
 * Multiplies a packed I2_S matrix with a vector of int8 activations, without the scale.
 * @param {Uint8Array} packed `rows * cols / 4 + 32` bytes
 * @param {number} rows
 * @param {number} cols a multiple of 128, at most 2^24 - 128
 * @param {Int8Array} activations `cols` values
 * @returns {Int32Array} the exact sum of weight times activation of each row
 * @throws {TernaryError} ERR_LENGTH, ERR_CODE or ERR_SCALE
 */
export function gemvI2S(packed, rows, cols, activations) {
  const { ternary } = unpackI2S(packed, rows, cols);
  if (activations.length !== cols) {
    throw new TernaryError(
      'ERR_LENGTH',
      `activations: got ${activations.length} values, need ${cols}`,
    );
  }
  const sums = new Int32Array(rows);
  for (let i = 0; i < ternary.length; i++) {
    sums[Math.floor(i / cols)] += ternary[i] * activations[i % cols];
  }
  return sums;
}
