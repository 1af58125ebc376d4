import { z } from 'zod';
import type { FlowError } from '../errors.ts';
import { parseStrictJson } from '../strict-json.ts';
import { plainRow, type GateRow } from './outcome.ts';
import { GATE_ID, KINDS, TIERS } from './registry.ts';
import { makeReport, runReportSchema, type RunReport } from './run-report.ts';

/** What was fixed before anything ran, by a job that runs nothing of the branch. */
export const expectedSchema = z.strictObject({
  v: z.literal(1),
  selection: z.string().min(1).max(80),
  registry: z.strictObject({ path: z.string().min(1).max(400), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  gates: z
    .array(z.strictObject({ id: z.string().regex(GATE_ID), tier: z.enum(TIERS), kind: z.enum(KINDS) }))
    .min(1)
    .max(500),
});
export type Expected = z.infer<typeof expectedSchema>;

/** A pull request as the host has it, with the commit behind its merge ref. */
export interface PullLook {
  readonly open: boolean;
  readonly head: string;
  /** Undefined: the host has no merge ref, because there are conflicts or it has not made one yet. */
  readonly merge: string | undefined;
  /** Parents of that commit: base, head. */
  readonly parents: readonly string[];
}

export type MergeState =
  | { readonly state: 'ready'; readonly merge: string; readonly head: string; readonly base: string }
  | { readonly state: 'stale' | 'closed' | 'conflict'; readonly why: string };

/**
 * What a look at a pull request allows to be judged. `before` is an earlier look: between an approval and the run nothing may have moved, else
 * another commit would run than the one that was approved. Pure.
 */
export function judgeMerge(look: PullLook, before?: { readonly merge: string; readonly head: string }): MergeState {
  if (!look.open) return { state: 'closed', why: 'the pull request is not open' };
  if (look.merge === undefined)
    return {
      state: 'conflict',
      why: 'the pull request has no merge ref: it conflicts with its base, or the host has not made one yet',
    };
  const [base, merged] = look.parents;
  if (look.parents.length !== 2 || merged !== look.head)
    return {
      state: 'stale',
      why: `the merge ref is of ${merged?.slice(0, 7) ?? 'no head'}, the pull request is at ${look.head.slice(0, 7)}`,
    };
  if (before !== undefined && (before.merge !== look.merge || before.head !== look.head))
    return {
      state: 'stale',
      why: `approved was ${before.merge.slice(0, 7)} of head ${before.head.slice(0, 7)}; now it is ${look.merge.slice(0, 7)} of ${look.head.slice(0, 7)}`,
    };
  return { state: 'ready', merge: look.merge, head: look.head, base: base! };
}

/** How the jobs of a run ended. */
export interface TierEnd {
  readonly expected: Expected;
  readonly merge: string;
  readonly base: string;
  /** What the look after the approval said; empty when it never came to it. */
  readonly state: string;
  /** The runner's word on the job that ran the gates. */
  readonly job: string;
  /** False when no runner ever took that job; undefined when that is not known. */
  readonly taken: boolean | undefined;
  /** What that job left: untrusted, because branch code ran in it. */
  readonly results: string;
}

/** The report of a run: a row for every gate that was to run, whatever became of the job (A-54: no word of it counts that does not fit). Pure. */
export function composeReport(end: TierEnd): RunReport {
  const { expected, merge, base } = end;
  const [rows, gpus] = rowsOf(end);
  return makeReport({
    registry: { ...expected.registry, commit: base },
    selection: expected.selection,
    sha: merge,
    gpus: [...gpus],
    rows: [...rows],
  });
}

function rowsOf(end: TierEnd): readonly [readonly GateRow[], readonly string[]] {
  const { expected, state, job, taken } = end;
  const all = (
    outcome: 'fail' | 'skipped',
    reason: NonNullable<GateRow['reason']>,
    why: string,
  ): [GateRow[], string[]] => [expected.gates.map((gate) => plainRow(gate, outcome, reason, why)), []];
  if (state === 'stale')
    return all(
      'skipped',
      'stale-merge-ref',
      'the pull request moved between the approval and the run: start tier B again',
    );
  if (state !== 'ready')
    return all('skipped', 'not-approved', 'nobody approved this run, or the look behind the approval did not end');
  if (end.results === '') {
    if (taken === false)
      return all('skipped', 'degraded-provider', 'no runner took the job: start one, then tier B again');
    return all('fail', 'no-result', `the job left no result and ended ${job || 'unseen'}`);
  }
  const read = readResults(end);
  if (typeof read === 'string') return all('fail', 'no-result', read);
  const rows = expected.gates.map((gate): GateRow => {
    const row = read.rows.find(({ id }) => id === gate.id);
    if (row === undefined || row.tier !== gate.tier || row.kind !== gate.kind)
      return plainRow(gate, 'fail', 'no-result', 'the job left no row of this gate');
    // A row that was left before the job broke is no proof that the gate came to its end.
    if (row.outcome === 'pass' && job !== 'success')
      return plainRow(gate, 'fail', 'no-result', `the job left a pass and ended ${job || 'unseen'}`);
    return row;
  });
  return [rows, read.gpus];
}

/** The report that the job left, or why it cannot be believed. */
function readResults({ results, expected, merge, base }: TierEnd): RunReport | string {
  let value: unknown;
  try {
    value = parseStrictJson(results, 'bad-input', 'results');
  } catch (error) {
    return `the job left a result that does not parse: ${(error as FlowError).message}`;
  }
  const parsed = runReportSchema.safeParse(value);
  if (!parsed.success) return 'the job left a result of another shape';
  const { registry, sha } = parsed.data;
  if (sha !== merge) return 'the job left a result of another commit';
  if (registry.sha256 !== expected.registry.sha256 || registry.commit !== base)
    return 'the job left a result of another registry';
  return parsed.data;
}
