import { TernaryError } from './errors.js';
import { I2S_BLOCK, I2S_MAX_COLS, I2S_TAIL_BYTES, isScale, placeOf } from './i2s-layout.js';

/**
 * Refuses a shape that is impossible or does not match the bytes.
 * @param {Uint8Array} packed
 * @param {number} rows
 * @param {number} cols
 */
function checkShape(packed, rows, cols) {
  if (!Number.isSafeInteger(rows) || rows <= 0) {
    throw new TernaryError('ERR_LENGTH', `rows: got ${rows}, need a positive integer`);
  }
  if (!Number.isSafeInteger(cols) || cols <= 0 || cols % I2S_BLOCK !== 0) {
    throw new TernaryError(
      'ERR_LENGTH',
      `cols: got ${cols}, need a positive multiple of ${I2S_BLOCK}`,
    );
  }
  if (cols > I2S_MAX_COLS) {
    throw new TernaryError('ERR_LENGTH', `cols: got ${cols}, need at most ${I2S_MAX_COLS}`);
  }
  const bytes = (rows * cols) / 4 + I2S_TAIL_BYTES;
  if (packed.length !== bytes) {
    throw new TernaryError(
      'ERR_LENGTH',
      `packed: got ${packed.length} bytes, need ${bytes} for ${rows} x ${cols}`,
    );
  }
}

/**
 * Reads the scale behind the blocks.
 * @param {Uint8Array} packed bytes of a checked shape
 * @returns {number} finite and positive
 */
function readScale(packed) {
  const offset = packed.length - I2S_TAIL_BYTES;
  const scale = new DataView(packed.buffer, packed.byteOffset).getFloat32(offset, true);
  if (!isScale(scale)) {
    throw new TernaryError(
      'ERR_SCALE',
      `packed: got scale ${scale} in byte ${offset}, need a finite positive float32`,
    );
  }
  return scale;
}

/**
 * Reads a packed I2_S matrix back.
 * @param {Uint8Array} packed `rows * cols / 4 + 32` bytes
 * @param {number} rows
 * @param {number} cols a multiple of 128, at most 2^24 - 128
 * @returns {{ ternary: Int8Array, scale: number }} row-major weights in {-1, 0, 1}, and the scale
 * @throws {TernaryError} ERR_LENGTH for a shape that does not fit, ERR_CODE for a code 3, ERR_SCALE
 *   for a scale that is not finite and positive
 */
export function unpackI2S(packed, rows, cols) {
  checkShape(packed, rows, cols);
  const ternary = new Int8Array(rows * cols);
  for (let i = 0; i < ternary.length; i++) {
    const { byte, shift } = placeOf(i);
    const code = (packed[byte] >> shift) & 3;
    if (code === 3) {
      throw new TernaryError('ERR_CODE', `packed: got code 3 in byte ${byte}, need codes 0 to 2`);
    }
    ternary[i] = code - 1;
  }
  return { ternary, scale: readScale(packed) };
}

/**
 * Multiplies a packed I2_S matrix with a vector of int8 activations, without the scale.
 * @param {Uint8Array} packed `rows * cols / 4 + 32` bytes
 * @param {number} rows
 * @param {number} cols a multiple of 128, at most 2^24 - 128
 * @param {Int8Array} activations `cols` values
 * @returns {Int32Array} the exact sum of weight times activation of each row
 * @throws {TernaryError} as `unpackI2S`, and ERR_LENGTH for activations that do not match `cols`
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
