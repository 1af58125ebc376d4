import { FlowError } from '../errors.ts';
import { parseStrictJson } from '../strict-json.ts';
import { READING } from './run.ts';

/** Where a metric is read. */
export interface MetricSource {
  /** Its name, or its path in JSON: `mean_ms`, `results.0.mean`. */
  readonly metric: string;
  /** First group: the number. For output that names its metric otherwise; each line is tried. */
  readonly pattern?: string | undefined;
}

/** What a run wrote: its output, and where one was asked for, its JSON file (undefined: it wrote none). */
export interface RunOutput {
  readonly stdout: string;
  readonly file?: { readonly name: string; readonly text: string | undefined } | undefined;
}

/**
 * Tries a pattern on lines: the first group of each match, or why that was given up. The runtime gives one that ends after a time, for a pattern
 * that backtracks may need hours for a line of a branch.
 */
export type FirstGroups = (
  pattern: string,
  lines: readonly string[],
) => readonly string[] | { readonly problem: string };

export type ReadMetric = { readonly value: string; readonly unit: string } | { readonly problem: string };

/** The metric that the harness takes itself, with a clock that no code of the branch can reach: wall-clock milliseconds of the command. */
export const WALL_CLOCK = 'wall_ms';

/** Characters of a JSON file or line. */
const JSON_CHARS = 1024 * 1024;
/** Characters of a line that a pattern is tried on, and of a unit. */
const LINE_CHARS = 2000;

/**
 * Reads a metric from what a run wrote, in this order: its JSON file, when one was asked for; the pattern; the last line that is a JSON object; the one
 * line `metric: value unit`. A number is plain decimal digits (A-36); anything else, or nothing, is a problem in words.
 */
export function readMetric(output: RunOutput, source: MetricSource, firstGroups: FirstGroups): ReadMetric {
  if (output.file !== undefined) {
    const { name, text } = output.file;
    return text === undefined ? { problem: `the run wrote no ${name}` } : fromJson(text, name, source.metric);
  }
  const lines = output.stdout.split('\n').map((line) => line.trim());
  if (source.pattern !== undefined) return fromPattern(lines, source.metric, source.pattern, firstGroups);
  const json = lines.findLast((line) => line.startsWith('{') && line.endsWith('}'));
  if (json !== undefined) return fromJson(json, 'the last line of JSON', source.metric);
  return fromText(lines, source.metric);
}

function fromJson(text: string, place: string, metric: string): ReadMetric {
  let value: unknown;
  try {
    value = parseStrictJson(text, 'bad-result', place, JSON_CHARS);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return { problem: `${place} cannot be read: ${error.message}` };
  }
  let owner: unknown;
  for (const key of metric.split('.')) {
    owner = value;
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  if (value === undefined) return { problem: `${place} holds no ${metric}` };
  if (typeof value !== 'string' && typeof value !== 'number')
    return { problem: `${metric} in ${place} is neither a number nor its text` };
  const unit =
    typeof owner === 'object' && owner !== null && Object.hasOwn(owner, 'unit') ? owner['unit' as never] : '';
  return reading(String(value), String(unit), metric);
}

function fromPattern(lines: readonly string[], metric: string, pattern: string, firstGroups: FirstGroups): ReadMetric {
  const found = firstGroups(
    pattern,
    lines.filter((line) => line.length <= LINE_CHARS),
  );
  if ('problem' in found) return found;
  return one(found, metric, 'the pattern matches')?.problem ?? reading(found[0]!, '', metric);
}

function fromText(lines: readonly string[], metric: string): ReadMetric {
  const found = lines.flatMap((line) => {
    const match = /^\s*[:=]\s*(\S+)(?:\s+(\S+))?$/.exec(behind(line, metric));
    return match === null ? [] : [[match[1]!, match[2] ?? ''] as const];
  });
  const other = lines.find((line) => /^\s*[:=]/.test(behind(line, metric)));
  if (found.length === 0 && other !== undefined)
    return { problem: `${JSON.stringify(other.slice(0, 80))} is not \`${metric}: value unit\`` };
  return one(found, metric, `\`${metric}: value\` stands`)?.problem ?? reading(found[0]![0], found[0]![1], metric);
}

/** What stands behind the name of a metric that a line begins with. */
function behind(line: string, metric: string): string {
  return line.length <= LINE_CHARS && line.startsWith(metric) ? line.slice(metric.length) : '';
}

/** Exactly one line must tell the metric: of several, nobody knows which is meant. */
function one(found: readonly unknown[], metric: string, what: string): { problem: ReadMetric } | undefined {
  if (found.length === 1) return undefined;
  return {
    problem: { problem: found.length === 0 ? `no ${metric} in the output` : `${what} on ${found.length} lines` },
  };
}

function reading(value: string, unit: string, metric: string): ReadMetric {
  if (!READING.test(value))
    return {
      problem: `${metric} is ${JSON.stringify(value.slice(0, 40))}, which is no plain decimal number above zero`,
    };
  if (!/^[A-Za-zµ%/0-9._^*-]{0,20}$/.test(unit))
    return { problem: `the unit of ${metric} is ${JSON.stringify(unit.slice(0, 40))}, which is none` };
  return { value, unit };
}
