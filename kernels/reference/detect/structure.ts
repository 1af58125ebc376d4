import type { Shape } from '../ternary.ts';

/**
 * What a reading shows of rows and columns. Trained weights differ from row to row and from column to column in their
 * share of zeros; a reading that mixes rows or columns evens that out. Independent weights show nothing in any reading.
 */
export interface Structure {
  readonly zeroShare: number;
  /**
   * Chi-square of the zeros of rows and of columns above what independent weights give. If shares of zeros are made of
   * a part of the row and a part of the column, no reading has more of it than the right one.
   */
  readonly excess: number;
  /** Standard deviation of `excess` for independent weights. */
  readonly noise: number;
  /** Share of zeros of each column. */
  readonly columnZeros: Float64Array;
}

/** Counts the zeros of rows and columns. */
export function structureOf(codes: Int8Array, { rows, columns }: Shape): Structure {
  const rowZeros = new Float64Array(rows);
  const columnZeros = new Float64Array(columns);
  let zeros = 0;
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      if (codes[i] !== 0) continue;
      rowZeros[row]!++;
      columnZeros[column]!++;
      zeros++;
    }
  }
  const share = zeros / codes.length;
  const excess = excessOf(rowZeros, columns, share) + excessOf(columnZeros, rows, share);
  return {
    zeroShare: share,
    excess,
    noise: Math.sqrt(2 * (rows + columns - 2)) || 1,
    columnZeros: columnZeros.map((count) => count / rows),
  };
}

/**
 * How surely two quantities of the columns go together: Spearman's rank correlation times the root of the number of
 * columns less one, which for unrelated quantities has the standard deviation 1.
 */
export function rankAgreement(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (x.length - 1) / 2;
  let dot = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    dot += (x[i]! - mean) * (y[i]! - mean);
    xx += (x[i]! - mean) ** 2;
    yy += (y[i]! - mean) ** 2;
  }
  return xx === 0 || yy === 0 ? 0 : (dot / Math.sqrt(xx * yy)) * Math.sqrt(x.length - 1);
}

function excessOf(counts: Float64Array, trials: number, share: number): number {
  if (share === 0 || share === 1) return 0;
  let square = 0;
  for (const count of counts) square += (count - trials * share) ** 2;
  return square / (trials * share * (1 - share)) - (counts.length - 1);
}

/** Rank of each value from 0; equal values share the mean of their ranks. */
function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const result = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) result[order[i]!] = (start + end - 1) / 2;
    start = end;
  }
  return result;
}
