import { z } from 'zod';
import { bareNumberFault } from '../benchmarks/json-numbers.ts';
import {
  benchmarkFault,
  valueFault,
  type BenchmarkFault,
  type BenchmarkReport,
  type Measured,
} from '../benchmarks/report.ts';
import { FlowError } from '../errors.ts';
import { parseStrictJson } from '../strict-json.ts';

const entries = z.array(
  z.looseObject({
    name: z.string().trim().min(1).max(200),
    unit: z.string().max(40).optional(),
    value: z.unknown().optional(),
    range: z.union([z.string(), z.number()]).optional(),
  }),
);

/**
 * Reads a list of measurements `[{ "name": "gemv 4096", "unit": "ops/s", "value": 812.5 }]`, optionally with `range`: the form that programs write
 * for github-action-benchmark (customSmallerIsBetter, customBiggerIsBetter). `path` names the report.
 */
export function parseBenchmarkJson(text: string, path: string): BenchmarkReport {
  const odd = bareNumberFault(text, path);
  if (odd !== undefined) return { measured: [], faults: [odd] };
  const unreadable = (why: string): BenchmarkReport => ({
    measured: [],
    faults: [benchmarkFault('unreadable report', path, why)],
  });
  let parsed: z.ZodSafeParseResult<z.infer<typeof entries>>;
  try {
    parsed = entries.safeParse(parseStrictJson(text, 'bad-input', path, 8_000_000));
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return unreadable(error.message);
  }
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return unreadable(`${issue.path.join('.') || 'report'}: ${issue.message}, not a list of { name, unit, value }`);
  }
  const faults: BenchmarkFault[] = [];
  const measured: Measured[] = [];
  for (const { name, unit, value, range } of parsed.data) {
    const fault =
      valueFault(name, 'value', value) ??
      (unit === undefined || !/[\p{L}%]/u.test(unit)
        ? benchmarkFault('no unit', name, `${String(value)} of what is not said`)
        : undefined);
    if (fault !== undefined) faults.push(fault);
    else
      measured.push({
        name,
        value: value as number,
        unit: unit!.trim(),
        detail: range === undefined ? '' : `range ${range}`,
      });
  }
  return { measured, faults };
}
