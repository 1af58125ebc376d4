import type { MeasuredRun } from '../../../../src/core/perf/run.ts';
import { seeded } from '../../../../scripts/calibrate-perf/noise.ts';

/** Interleaved runs of these values: base first and last. */
export function runsOf(values: readonly (number | string)[], change: Partial<MeasuredRun> = {}): MeasuredRun[] {
  return values.map((value, i) => ({
    side: i % 2 === 0 ? 'base' : 'head',
    value: typeof value === 'string' ? value : value.toFixed(6),
    unit: 'ms',
    machine: 'a'.repeat(16),
    ms: 100,
    ...change,
  }));
}

/** Runs of about 100 ms with evenly spread noise of ± `noise`; head takes `factor` as long. */
export function noisyRuns(heads: number, factor: number, noise = 0.01, seed = 1): MeasuredRun[] {
  const random = seeded(seed);
  return runsOf(
    Array.from(
      { length: 2 * heads + 1 },
      (_, i) => 100 * (1 + noise * (2 * random() - 1)) * (i % 2 === 0 ? 1 : factor),
    ),
  );
}
