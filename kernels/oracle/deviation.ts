import type { Floats } from './arithmetic.ts';

/** Where two tensors differ most. */
export interface Deviation {
  /** The largest difference over the largest reference of its row; infinite against a row of zeros. */
  readonly error: number;
  readonly row: number;
  readonly column: number;
  readonly got: number;
  readonly wanted: number;
  /** Size of the difference of all values over the size of the reference. */
  readonly relativeL2: number;
}

/** The largest deviation of a row, over all rows of `columns` values. Both tensors are finite and of one length. */
export function deviation(got: Floats, wanted: Floats, columns: number): Deviation {
  let worst = { error: -1, row: 0, column: 0 };
  let [differences, squares] = [0, 0];
  for (let row = 0; row * columns < wanted.length; row++) {
    let [largest, difference, column] = [0, 0, 0];
    for (let i = 0; i < columns; i++) {
      const at = row * columns + i;
      const d = Math.abs(got[at]! - wanted[at]!);
      largest = Math.max(largest, Math.abs(wanted[at]!));
      squares += wanted[at]! ** 2;
      differences += d * d;
      if (d > difference) [difference, column] = [d, i];
    }
    const error = difference === 0 ? 0 : difference / largest;
    if (error > worst.error) worst = { error, row, column };
  }
  const at = worst.row * columns + worst.column;
  return {
    ...worst,
    got: got[at]!,
    wanted: wanted[at]!,
    relativeL2: differences === 0 ? 0 : Math.sqrt(differences / squares),
  };
}

/** Int8 codes against the codes that the reference makes of the same input. */
export interface Flips {
  readonly codes: number;
  readonly flips: number;
  /** The largest difference of a code. */
  readonly largest: number;
}

/** Counts codes that differ. */
export function flips(got: Int8Array, wanted: Int8Array): Flips {
  let [count, largest] = [0, 0];
  for (let i = 0; i < wanted.length; i++) {
    const difference = Math.abs(got[i]! - wanted[i]!);
    if (difference > 0) count++;
    largest = Math.max(largest, difference);
  }
  return { codes: wanted.length, flips: count, largest };
}
