import type { Floats } from './arithmetic.ts';

/** How far the logits of a whole run are from the reference. */
export interface LogitsDistance {
  readonly relativeL2: number;
  /** Mean over positions of the divergence of the softmax from the reference's, in nats. */
  readonly kl: number;
  /** The largest difference of a logit. */
  readonly largest: number;
}

/** Distance of logits of `columns` tokens for each position. */
export function logitsDistance(got: Floats, wanted: Floats, columns: number): LogitsDistance {
  let [differences, squares, largest, kl] = [0, 0, 0, 0];
  for (let i = 0; i < wanted.length; i++) {
    const d = got[i]! - wanted[i]!;
    differences += d * d;
    squares += wanted[i]! ** 2;
    largest = Math.max(largest, Math.abs(d));
  }
  for (let start = 0; start < wanted.length; start += columns) {
    const [p, q] = [wanted, got].map((all) => logSoftmax(all.subarray(start, start + columns)));
    for (let i = 0; i < columns; i++) kl += Math.exp(p![i]!) * (p![i]! - q![i]!);
  }
  return {
    relativeL2: differences === 0 ? 0 : Math.sqrt(differences / squares),
    // Rounding can leave a sum of nothing a little below it.
    kl: Math.max(0, kl / (wanted.length / columns)),
    largest,
  };
}

/** Whether the most likely token is the reference's, position by position. */
export interface Top1 {
  readonly positions: number;
  readonly equal: number;
  /** Positions where the reference itself is not sure: its lead is within the noise floor. */
  readonly unsure: number;
  /** Positions with another token although the reference's lead is larger. */
  readonly wrong: readonly number[];
  /** Positions from the first on that agree. */
  readonly prefix: number;
}

/** Compares the most likely tokens; a lead of the reference of at most `noise` decides nothing. */
export function top1(got: Floats, wanted: Floats, columns: number, noise: number): Top1 {
  const positions = wanted.length / columns;
  const wrong: number[] = [];
  let [equal, unsure, prefix] = [0, 0, 0];
  for (let position = 0; position < positions; position++) {
    const [row, reference] = [got, wanted].map((all) => all.subarray(position * columns, (position + 1) * columns));
    const best = largestAt(reference!);
    if (largestAt(row!) === best) {
      equal++;
      if (prefix === position) prefix++;
      continue;
    }
    let second = -Infinity;
    reference!.forEach((value, i) => {
      if (i !== best) second = Math.max(second, value);
    });
    if (reference![best]! - second <= noise) unsure++;
    else wrong.push(position);
  }
  return { positions, equal, unsure, wrong, prefix };
}

function largestAt(row: Floats): number {
  let best = 0;
  for (let i = 1; i < row.length; i++) if (row[i]! > row[best]!) best = i;
  return best;
}

function logSoftmax(row: Floats): Float64Array {
  const largest = row[largestAt(row)]!;
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += Math.exp(row[i]! - largest);
  const log = Math.log(sum) + largest;
  return Float64Array.from(row, (value) => value - log);
}
