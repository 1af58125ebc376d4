import { z } from 'zod';
import { bareNumberFault } from '../benchmarks/json-numbers.ts';
import {
  benchmarkFault,
  measuredText,
  valueFault,
  type BenchmarkFault,
  type BenchmarkReport,
  type Measured,
} from '../benchmarks/report.ts';
import { FlowError } from '../errors.ts';
import type { CommandResult, ReportFile } from '../gate.ts';
import { parseStrictJson } from '../strict-json.ts';

/** Numbers are looked at one by one: criterion writes `null` for NaN and infinity. */
const estimate = z.looseObject({
  confidence_interval: z.looseObject({
    confidence_level: z.unknown().optional(),
    lower_bound: z.unknown().optional(),
    upper_bound: z.unknown().optional(),
  }),
  point_estimate: z.unknown().optional(),
});
const estimatesSchema = z.looseObject({ mean: estimate, median: estimate, std_dev: estimate });
/** Its title is what the list calls it; two of one name in one program get a number. */
const benchmarkSchema = z.looseObject({ title: z.string().min(1).max(1000) });

/**
 * Reads what criterion leaves of each benchmark: `…/new/benchmark.json` with its name beside `…/new/estimates.json` with mean, median and standard
 * deviation in nanoseconds per iteration. The value is the median.
 */
export function parseCriterion(reports: CommandResult['reports']): BenchmarkReport {
  const folders = new Set([...reports.keys()].filter((path) => FILE.test(path)).map((path) => path.replace(FILE, '')));
  const found = [...folders].map((folder) =>
    readOne(folder, reports.get(`${folder}benchmark.json`), reports.get(`${folder}estimates.json`)),
  );
  return {
    measured: found.flatMap((one) => ('title' in one ? [] : [one])),
    faults: found.flatMap((one) => ('title' in one ? [one] : [])),
  };
}

/** Nanoseconds below which nothing ran: a processor of 10 GHz takes ten times as long for one step. */
const LEAST_NS = 0.01;
const FILE = /(?:benchmark|estimates)\.json$/;

function readOne(
  folder: string,
  named: ReportFile | undefined,
  estimated: ReportFile | undefined,
): Measured | BenchmarkFault {
  const whose = readFile(`${folder}benchmark.json`, named, benchmarkSchema);
  if ('title' in whose) return whose;
  const name = whose.data.title;
  if (estimated === undefined) return benchmarkFault('not measured', name, 'it has no estimates.json');
  const read = readFile(`${folder}estimates.json`, estimated, estimatesSchema);
  if ('title' in read) return { ...read, about: name, detail: `${read.about}: ${read.detail}` };
  const { mean, median, std_dev: deviation } = read.data;
  for (const [what, { point_estimate: point, confidence_interval: interval }] of [
    ['mean', mean],
    ['median', median],
  ] as const) {
    const [low, high] = [interval.lower_bound, interval.upper_bound];
    const fault =
      valueFault(name, what, point) ??
      valueFault(name, `lower bound of the ${what}`, low) ??
      valueFault(name, `upper bound of the ${what}`, high);
    if (fault !== undefined) return fault;
    if ((low as number) > (high as number))
      return benchmarkFault('contradiction', name, `the ${what} lies between ${low as number} and ${high as number}`);
    const far = point as number;
    // An estimate may lie a little outside of what resampling gives, never at a multiple of it.
    if (far < (low as number) / 2 || far > (high as number) * 2)
      return benchmarkFault(
        'contradiction',
        name,
        `the ${what} ${far} is far from its own bounds, ${low as number} to ${high as number}`,
      );
    if (far < LEAST_NS)
      return benchmarkFault(
        'zero',
        name,
        `the ${what} is ${far} ns: no instruction is that fast, so nothing was measured`,
      );
  }
  const spread = deviation.point_estimate;
  // No clock is that even: every sample would have taken the same time to the last bit.
  if (spread === 0)
    return benchmarkFault('constant', name, 'its standard deviation is 0: no sample differs from another');
  const odd = valueFault(name, 'standard deviation', spread);
  if (odd !== undefined) return odd;
  const level = median.confidence_interval.confidence_level;
  if (typeof level !== 'number' || !(level > 0 && level < 1))
    return benchmarkFault('contradiction', name, `the level of confidence is ${String(level)}`);
  const [low, high] = [median.confidence_interval.lower_bound, median.confidence_interval.upper_bound] as number[];
  const time = (value: unknown) => measuredText({ value: value as number, unit: 'ns' });
  return {
    name,
    value: median.point_estimate as number,
    unit: 'ns',
    detail: `median, ${time(low)} to ${time(high)} at ${level * 100} %; mean ${time(mean.point_estimate)}`,
  };
}

function readFile<T>(
  path: string,
  file: ReportFile | undefined,
  schema: z.ZodType<T>,
): { readonly data: T } | BenchmarkFault {
  if (file === undefined) return benchmarkFault('no report', path, 'it is not there');
  if (file.text === undefined) return benchmarkFault('unreadable report', path, file.refused ?? 'not text');
  const odd = bareNumberFault(file.text, path);
  if (odd !== undefined) return odd;
  try {
    const parsed = schema.safeParse(parseStrictJson(file.text, 'bad-input', path, 1_000_000));
    if (parsed.success) return { data: parsed.data };
    const issue = parsed.error.issues[0]!;
    const at = issue.path.join('.');
    return benchmarkFault('no value', path, `${at === '' ? '' : `${at}: `}${issue.message}`);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return benchmarkFault('unreadable report', path, error.message);
  }
}

/** Names of the benchmarks that `cargo bench -- --list` prints, in its order. */
export function parseCriterionList(stdout: string): string[] {
  return [...stdout.matchAll(/^(.+): (?:benchmark|bench)$/gm)].map(([, name]) => name!);
}
