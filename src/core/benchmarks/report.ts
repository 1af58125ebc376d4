/** One benchmark with what was measured. */
export interface Measured {
  readonly name: string;
  /** Positive and finite. */
  readonly value: number;
  readonly unit: string;
  /** Between what the program says its value lies, and how it got there; empty when it says nothing. */
  readonly detail: string;
}

/** Why a number is no measurement, a title each. */
export const BENCHMARK_FAULTS = [
  'none ran',
  'not measured',
  'no report',
  'unreadable report',
  'no value',
  'not a number',
  'infinite',
  'zero',
  'negative',
  'no unit',
  'mock',
  'constant',
  'contradiction',
  'measured twice',
  'gave up',
] as const;

/** What is wrong with one benchmark, or with the run. */
export interface BenchmarkFault {
  readonly title: (typeof BENCHMARK_FAULTS)[number];
  /** The benchmark, the report or the step that it is about. */
  readonly about: string;
  readonly detail: string;
}

/** What the reports of a run of benchmarks say. */
export interface BenchmarkReport {
  readonly measured: readonly Measured[];
  readonly faults: readonly BenchmarkFault[];
}

/** A fault; `about` and `detail` are shown to people, so they may be any text. */
export function benchmarkFault(title: BenchmarkFault['title'], about: string, detail: string): BenchmarkFault {
  return { title, about, detail };
}

/** What is wrong with a value as a measurement of anything; undefined when nothing is. Programs write `null` for what JSON cannot hold. */
export function valueFault(about: string, what: string, value: unknown): BenchmarkFault | undefined {
  if (value === undefined) return benchmarkFault('no value', about, `${what} is missing`);
  if (typeof value !== 'number' || Number.isNaN(value))
    return benchmarkFault('not a number', about, `${what} is ${shown(value)}`);
  if (!Number.isFinite(value)) return benchmarkFault('infinite', about, `${what} is ${value}`);
  if (value === 0) return benchmarkFault('zero', about, `${what} is 0: nothing was measured`);
  return value < 0 ? benchmarkFault('negative', about, `${what} is ${value}`) : undefined;
}

function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'no number' : (JSON.stringify(value) ?? String(value));
}

/**
 * Six significant digits with the unit. Nanoseconds become the unit of time that a person reads: 78.4 ns, 12.3457 ms.
 */
export function measuredText({ value, unit }: Pick<Measured, 'value' | 'unit'>): string {
  if (unit !== 'ns') return `${digits(value)} ${unit}`;
  const [scale, name] = TIMES.find(([least]) => value >= least) ?? TIMES.at(-1)!;
  return `${digits(value / scale)} ${name}`;
}

const TIMES = [
  [1e9, 's'],
  [1e6, 'ms'],
  [1e3, 'us'],
  [1, 'ns'],
] as const;

function digits(value: number): string {
  return String(Number(value.toPrecision(6)));
}
