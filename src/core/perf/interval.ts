import { mean } from 'simple-statistics';
import { studentTQuantile } from './student-t.ts';

/**
 * Head over base in natural logarithms, two pairs for each run of head: with the run of base before it, and with the one after it. `base` has one
 * run more than `head`. A drift makes every first pair larger and every second one smaller, by the same: it cancels in any symmetric mean. So does
 * the skew of noise, which both members of a pair have.
 */
export function pairRuns(base: readonly number[], head: readonly number[]): number[] {
  return head.flatMap((value, i) => [Math.log(value / base[i]!), Math.log(value / base[i + 1]!)]);
}

/** What pairs say about the ratio of head to base; center and standard error are natural logarithms. */
export interface Estimate {
  /** Runs of head. */
  readonly runs: number;
  readonly center: number;
  readonly standardError: number;
  /** How far rounding may have moved the center, which more runs do not mend; absent where it averages out. */
  readonly resolution?: number;
}

/** From so many pairs on, a fifth of them is cut at each end. */
const TRIM_FROM = 20;
const TRIM = 0.2;

const cutOf = (pairs: number): number => (pairs < TRIM_FROM ? 0 : Math.floor(TRIM * pairs));

/**
 * The trimmed mean of pairs with its standard error by Tukey and McLaughlin; below twenty pairs nothing is trimmed and both are the usual ones.
 * Neighbouring pairs share a run, which correlates them by one half where the noise has no memory of its own; the factor makes up for that.
 */
export function estimate(pairs: readonly number[]): Estimate {
  const n = pairs.length;
  const cut = cutOf(n);
  const kept = n - 2 * cut;
  const sorted = pairs.toSorted((a, b) => a - b);
  const low = sorted[cut]!;
  const high = sorted[n - 1 - cut]!;
  const winsorized = sorted.map((value) => Math.min(high, Math.max(low, value)));
  const middle = mean(winsorized);
  const squares = winsorized.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const shared = (2 * n - 1) / (n - 1);
  return {
    runs: n / 2,
    center: mean(sorted.slice(cut, n - cut)),
    standardError: Math.sqrt((shared * squares) / (kept * (kept - 1))),
  };
}

/** A variance from pairs that are correlated by one half is as uncertain as one from two thirds as many that are not. */
function degreesOf(runs: number): number {
  const pairs = 2 * runs;
  return Math.floor((pairs - 2 * cutOf(pairs) - 1) / 1.5);
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The interval that misses the truth on each side with probability `alpha`, by Student's t, and wider by what rounding may hide. */
export function interval({ center, standardError, runs, resolution = 0 }: Estimate, alpha: number): Interval {
  const half = studentTQuantile(1 - alpha, degreesOf(runs)) * standardError + resolution;
  return { low: center - half, high: center + half };
}

/** Share of cases in which an effect of the size of the minimum detectable effect is found. */
const POWER = 0.8;

/** The smallest distance from the limit that so many runs of head with the noise of `seen` find in 80 of 100 cases, as a logarithm. */
export function detectable({ standardError, runs, resolution = 0 }: Estimate, at: number, alpha: number): number {
  const df = degreesOf(at);
  const quantiles = studentTQuantile(1 - alpha, df) + studentTQuantile(POWER, df);
  // Rounding may have moved the center one way and hide as much the other way.
  return quantiles * standardError * Math.sqrt(runs / at) + 2 * resolution;
}

/** The fewest runs of head that find such a distance in 80 of 100 cases; undefined above `most`. */
export function runsFor(seen: Estimate, distance: number, alpha: number, most: number): number | undefined {
  if (detectable(seen, most, alpha) > distance) return undefined;
  let low = 5;
  let high = most;
  while (low < high) {
    const runs = (low + high) >> 1;
    if (detectable(seen, runs, alpha) > distance) low = runs + 1;
    else high = runs;
  }
  return low;
}
