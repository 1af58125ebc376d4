import type { Shape } from '../../kernels/reference/ternary.ts';

/** Products of I2_S bytes with one row of int8 activations, in plain TypeScript. */
export type Scalar = (bytes: Uint8Array, shape: Shape, x: Int8Array) => Int32Array;

/** Takes the four codes out of each byte and multiplies: what a straightforward kernel does. */
export const unpacking: Scalar = (bytes, { rows, columns }, x) => {
  const y = new Int32Array(rows);
  let sumOfX = 0;
  for (let k = 0; k < columns; k++) sumOfX += x[k]!;
  let at = 0;
  for (let m = 0; m < rows; m++) {
    let sum = 0;
    for (let k = 0; k < columns; k += 128) {
      for (let j = k; j < k + 32; j++) {
        const byte = bytes[at++]!;
        sum += (byte >> 6) * x[j]!;
        sum += ((byte >> 4) & 3) * x[j + 32]!;
        sum += ((byte >> 2) & 3) * x[j + 64]!;
        sum += (byte & 3) * x[j + 96]!;
      }
    }
    y[m] = sum - sumOfX;
  }
  return y;
};

/**
 * Looks each byte up in a table of its 256 partial sums, made from the activations: the fastest scalar way that we know of. The table is part of
 * the work, for it is made anew for each row of activations.
 */
export const lookingUp: Scalar = (bytes, { rows, columns }, x) => {
  const table = new Int16Array(64 * columns);
  for (let k = 0, base = 0; k < columns; k += 128) {
    for (let j = k; j < k + 32; j++, base += 256) {
      for (let byte = 0; byte < 256; byte++) {
        table[base + byte] =
          ((byte >> 6) - 1) * x[j]! +
          (((byte >> 4) & 3) - 1) * x[j + 32]! +
          (((byte >> 2) & 3) - 1) * x[j + 64]! +
          ((byte & 3) - 1) * x[j + 96]!;
      }
    }
  }
  const y = new Int32Array(rows);
  const rowBytes = columns / 4;
  for (let m = 0; m < rows; m++) {
    const first = m * rowBytes;
    let sum = 0;
    for (let i = 0; i < rowBytes; i++) sum += table[(i << 8) + bytes[first + i]!]!;
    y[m] = sum;
  }
  return y;
};
