import { z } from 'zod';
import { FlowError } from '../errors.ts';
import type { CommandResult } from '../gate.ts';
import { NAME } from '../names.ts';
import { parseStrictJson } from '../strict-json.ts';

/** Characters of a report that are read. */
export const MAX_REPORT_CHARS = 2_000_000;

/** No tolerance above this says anything about an operator. */
export const MAX_TOLERANCE = 0.01;

/** Exit codes of the parity entry: all well, a finding. Anything else is no measurement. */
export const MEASURED = { fine: 0, finding: 1 } as const;

const line = (max: number) => z.string().min(1).max(max);

/** What was computed with, and why nothing before it in the order of preference was. */
export const backendsSchema = z.strictObject({
  used: z.array(z.strictObject({ id: z.string().regex(NAME), device: line(200) })).max(8),
  notUsed: z.array(z.strictObject({ id: z.string().regex(NAME), why: line(1000) })).max(8),
});
export type BackendsReport = z.infer<typeof backendsSchema>;

/** Something wrong, by the name of the rule it breaks; `subject` is the file, or the tensor in it. */
export const parityProblemSchema = z.strictObject({
  rule: z.string().regex(NAME),
  subject: line(300),
  message: line(1000),
  fix: line(400).optional(),
});
export type ParityProblem = z.infer<typeof parityProblemSchema>;

/**
 * The report of a measurement: what all of them say, and their own part. It holds facts and no verdict; `ok` and the exit code only repeat that
 * there is no problem, and a report in which they disagree is worth nothing.
 */
export function parityReport<M extends string, T extends z.ZodRawShape>(measure: M, own: T) {
  return z.strictObject({
    v: z.literal(1),
    measure: z.literal(measure),
    ok: z.boolean(),
    /** What there was to judge: files and dumps. Empty when there was nothing. */
    subjects: z.array(line(300)).max(1000),
    /** Comparisons that were made; each compares at least one number. */
    comparisons: z.int().min(0),
    backends: backendsSchema,
    problems: z.array(parityProblemSchema).max(100),
    moreProblems: z.int().min(0),
    warnings: z.array(line(1000)).max(100),
    ...own,
  });
}

/** A report, or why it cannot be trusted. */
export type ReadReport<T> = { readonly report: T } | { readonly unreadable: string };

interface Judged {
  readonly ok: boolean;
  readonly problems: readonly unknown[];
  readonly moreProblems: number;
}

/** Reads the report of the parity step among the commands that ran. Missing, cut, unparsable or in disagreement with the exit code is unreadable. */
export function readParityReport<T extends Judged>(
  commands: readonly CommandResult[],
  schema: z.ZodType<T>,
): ReadReport<T> {
  const failed = commands.find(({ parser, exitCode }) => parser !== 'parity-report' && exitCode !== 0);
  if (failed !== undefined) return { unreadable: `${failed.step} ended with exit ${failed.exitCode}` };
  const steps = commands.filter(({ parser }) => parser === 'parity-report');
  const [step] = steps;
  if (step === undefined || steps.length > 1) return { unreadable: `${steps.length} parity steps ran, one is needed` };
  const { exitCode, stdout, stderr, truncated } = step;
  const codes: readonly (number | null)[] = Object.values(MEASURED);
  if (!codes.includes(exitCode)) {
    const last = stderr.trim().split('\n').at(-1) ?? '';
    return { unreadable: `no measurement (exit ${exitCode})${last === '' ? '' : `: ${last}`}` };
  }
  if (truncated) return { unreadable: 'the report is cut: it is over the limit' };
  if (stdout.trim() === '') return { unreadable: `no report (exit ${exitCode})` };
  let value: unknown;
  try {
    value = parseStrictJson(stdout, 'bad-result', 'report', MAX_REPORT_CHARS);
  } catch (error) {
    if (error instanceof FlowError) return { unreadable: `the report is ${error.message}` };
    throw error;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return { unreadable: `the report is not one: ${issue.path.join('.') || 'report'}: ${issue.message}` };
  }
  const report = parsed.data;
  const fine = report.problems.length === 0 && report.moreProblems === 0;
  if (report.ok !== fine || (exitCode === MEASURED.fine) !== fine)
    return {
      unreadable: `exit ${exitCode} and ok: ${report.ok} disagree with ${report.problems.length + report.moreProblems} problems in the report`,
    };
  return { report };
}
