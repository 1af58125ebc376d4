import { iqr, median } from 'simple-statistics';

/** Gaps below this share of the values are rounding errors of a decimal text, and no step of a clock. */
const SAME = 1e-9;
/** Quartiles of the normal distribution lie this many standard deviations apart. */
const QUARTILES = 1.349;

/** The steps that measured numbers come in: the smallest gap between two that differ; 0 where all are equal. */
export function stepOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const gaps = sorted.flatMap((value, i) => {
    const gap = i === 0 ? 0 : value - sorted[i - 1]!;
    return gap > SAME * value ? [gap] : [];
  });
  return gaps.length === 0 ? 0 : Math.min(...gaps);
}

/** Whether noise is too narrow for the steps of the numbers: then rounding does not average out. */
export function isCoarse(base: readonly number[], head: readonly number[]): boolean {
  const step = stepOf([...base, ...head]);
  return [base, head].some((values) => iqr([...values]) < QUARTILES * step);
}

/**
 * How far rounding alone may have moved the ratio of two sides, as a natural logarithm. Noise as wide as a step averages rounding out, and it is 0.
 * Narrower noise does not: each side may be half a step off, always by the same, and no number of runs shows that.
 */
export function resolutionOf(base: readonly number[], head: readonly number[]): number {
  if (!isCoarse(base, head)) return 0;
  return Math.log1p(stepOf([...base, ...head]) / Math.min(median([...base]), median([...head])));
}
