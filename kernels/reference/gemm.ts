import { FlowError } from '../../src/core/errors.ts';
import { type Shape, checkShape } from './ternary.ts';

/** The part of a matrix that integer arithmetic needs. */
export interface TernaryCodes extends Shape {
  readonly codes: Int8Array;
}

/** With more columns, weights of 1 and activations of -128 leave the int32. */
export const MAX_COLUMNS = 2 ** 24 - 1;

/** One exact integer dot product for each row of weights: what every backend must return, to the last bit. */
export function gemv(weights: TernaryCodes, x: Int8Array): Int32Array {
  return gemm(weights, x, 1);
}

/** `gemv` for each of `count` rows of activations; output n * rows + m is the product of activation row n and weight row m. */
export function gemm(weights: TernaryCodes, x: Int8Array, count: number): Int32Array {
  checkOperands(weights, x, count);
  const { rows, columns, codes } = weights;
  const y = new Int32Array(count * rows);
  for (let n = 0; n < count; n++) {
    for (let m = 0; m < rows; m++) {
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += codes[m * columns + k]! * x[n * columns + k]!;
      y[n * rows + m] = sum;
    }
  }
  return y;
}

/** The sum of each row of activations: a kernel that works on codes 0, 1, 2 takes it off once for each row of weights. */
export function activationSums(x: Int8Array, count: number): Int32Array {
  const columns = x.length / count;
  return Int32Array.from({ length: count }, (_, n) => {
    let sum = 0;
    for (let k = 0; k < columns; k++) sum += x[n * columns + k]!;
    return sum;
  });
}

/** The product from the product with codes 0, 1, 2 (the weights plus 1), for kernels that keep them that way. */
export function withoutZeroPoint(shifted: Int32Array, sums: Int32Array): Int32Array {
  const rows = shifted.length / sums.length;
  return shifted.map((value, i) => value - sums[Math.floor(i / rows)]!);
}

function checkOperands(weights: TernaryCodes, x: Int8Array, count: number): void {
  checkShape(weights);
  const { rows, columns, codes } = weights;
  if (codes.length !== rows * columns) {
    throw new FlowError('bad-input', `${codes.length} codes for ${rows} x ${columns} weights`, { at: 'codes' });
  }
  if (!Number.isSafeInteger(count) || count < 1 || x.length !== count * columns) {
    throw new FlowError('bad-input', `${x.length} activations for ${count} rows of ${columns}`, {
      at: 'x',
      fix: `pass ${columns} activations for each row`,
    });
  }
  if (columns > MAX_COLUMNS) {
    throw new FlowError('bad-input', `${columns} columns can leave the int32 that products are summed in`, {
      at: 'columns',
      fix: `split the matrix into runs of at most ${MAX_COLUMNS} columns`,
    });
  }
}
