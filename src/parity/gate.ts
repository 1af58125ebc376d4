import { writeFileSync } from 'node:fs';
import { FlowError } from '../core/errors.ts';
import type { ParityProblem } from '../core/parity/report.ts';
import { printable } from '../core/text.ts';

/** What a parity step measures: made of what the gate asks for, the judged tree and the folder `{out}`. */
export type Measure = (asked: GateAsked) => Promise<{ readonly ok: boolean }>;

/** What every measurement is given, beside what its gate asks for. */
export interface GateAsked {
  /** Absolute folder of the tree that is judged. */
  readonly root: string;
  /** Absolute folder in which commands of the profile may have left files. */
  readonly out: string;
  readonly [key: string]: unknown;
}

/** The descriptor on which a gate expects the report: nothing else that this process loads writes there. */
const REPORT_FD = 3;

/** Measures, hands the report to the gate that started this process, and says whether all is well. */
export async function runMeasure(
  measures: Readonly<Record<string, Measure>>,
  { measure: [name = ''], asked }: { readonly measure: readonly string[]; readonly asked: GateAsked },
): Promise<boolean> {
  const measure = Object.hasOwn(measures, name) ? measures[name] : undefined;
  if (measure === undefined)
    throw new FlowError('bad-input', `${JSON.stringify(name)} is nothing that can be measured`, {
      at: 'argv of the parity step',
      fix: `name one of: ${Object.keys(measures).join(', ')}`,
    });
  const report = await measure(asked);
  const text = JSON.stringify(report, (key, value: unknown) => {
    // JSON has no NaN: it would become null, and a reader could not tell it from a value that is absent.
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new FlowError('refused', `the measured ${key} is ${value}`, { at: name });
    return value;
  });
  writeFileSync(REPORT_FD, text);
  return report.ok;
}

/** Problems that a report holds; the rest are counted. */
export const MAX_PROBLEMS = 100;

/** Problems as they go into a report: printable, in bounds, the rest counted. */
export function boundedProblems(problems: readonly ParityProblem[]): {
  problems: ParityProblem[];
  moreProblems: number;
} {
  return {
    problems: problems.slice(0, MAX_PROBLEMS).map(({ rule, subject, message, fix }) => ({
      rule,
      subject: printable(subject, 300) || '?',
      message: printable(message, 1000) || '?',
      ...(fix === undefined ? {} : { fix: printable(fix, 400) }),
    })),
    moreProblems: Math.max(0, problems.length - MAX_PROBLEMS),
  };
}

/** Warnings as they go into a report; those over the limit are counted in the last. */
export function boundedWarnings(warnings: readonly string[]): string[] {
  const distinct = [...new Set(warnings.map((warning) => printable(warning, 1000)))].filter((text) => text !== '');
  if (distinct.length <= 100) return distinct;
  return [...distinct.slice(0, 99), `and ${distinct.length - 99} more warnings`];
}
