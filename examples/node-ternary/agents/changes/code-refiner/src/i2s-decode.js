import { TernaryError } from './errors.js';
import {
  I2S_BLOCK,
  I2S_BLOCK_BYTES,
  I2S_MAX_COLS,
  I2S_TAIL_BYTES,
  isScale,
  placeOf,
} from './i2s-layout.js';

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
 * Refuses a code 3, which no weight has: both bits of a pair are set.
 * @param {Uint8Array} packed bytes of a checked shape
 */
function checkCodes(packed) {
  const blocks = packed.subarray(0, packed.length - I2S_TAIL_BYTES);
  const byte = blocks.findIndex((codes) => (codes & (codes >> 1) & 0b01_01_01_01) !== 0);
  if (byte !== -1) {
    throw new TernaryError('ERR_CODE', `packed: got code 3 in byte ${byte}, need codes 0 to 2`);
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
  checkCodes(packed);
  const scale = readScale(packed);
  const ternary = new Int8Array(rows * cols);
  for (let i = 0; i < ternary.length; i++) {
    const { byte, shift } = placeOf(i);
    ternary[i] = ((packed[byte] >> shift) & 3) - 1;
  }
  return { ternary, scale };
}

/**
 * Sums code times activation over one row. A code is the weight plus one, so the caller subtracts
 * the sum of the activations; both sums stay far below 2^53.
 * @param {Uint8Array} rowCodes the blocks of the row
 * @param {Int8Array} activations four for every byte
 * @returns {number}
 */
function sumOfCodes(rowCodes, activations) {
  let sum = 0;
  for (let byte = 0; byte < rowCodes.length; byte++) {
    const codes = rowCodes[byte];
    const inBlock = byte % I2S_BLOCK_BYTES;
    // The four weights of a byte stand 32 columns apart in the block.
    const k = (byte - inBlock) * 4 + inBlock;
    sum += (codes >> 6) * activations[k];
    sum += ((codes >> 4) & 3) * activations[k + I2S_BLOCK_BYTES];
    sum += ((codes >> 2) & 3) * activations[k + 2 * I2S_BLOCK_BYTES];
    sum += (codes & 3) * activations[k + 3 * I2S_BLOCK_BYTES];
  }
  return sum;
}

/**
 * Multiplies a packed I2_S matrix with a vector of int8 activations, without the scale and without
 * a second copy of the weights.
 * @param {Uint8Array} packed `rows * cols / 4 + 32` bytes
 * @param {number} rows
 * @param {number} cols a multiple of 128, at most 2^24 - 128
 * @param {Int8Array} activations `cols` values
 * @returns {Int32Array} the exact sum of weight times activation of each row
 * @throws {TernaryError} as `unpackI2S`, and ERR_LENGTH for activations that do not match `cols`
 */
export function gemvI2S(packed, rows, cols, activations) {
  checkShape(packed, rows, cols);
  if (activations.length !== cols) {
    throw new TernaryError(
      'ERR_LENGTH',
      `activations: got ${activations.length} values, need ${cols}`,
    );
  }
  checkCodes(packed);
  readScale(packed);
  const rowBytes = cols / 4;
  const sumOfActivations = activations.reduce((sum, activation) => sum + activation, 0);
  return Int32Array.from({ length: rows }, (_, row) => {
    const rowCodes = packed.subarray(row * rowBytes, (row + 1) * rowBytes);
    return sumOfCodes(rowCodes, activations) - sumOfActivations;
  });
}
