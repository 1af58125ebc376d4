import { z } from 'zod';
import { evidence, evidenceSchema, type Evidence } from '../evidence.ts';
import { GATE_ID, KINDS, TIERS, type RegistryGate } from './registry.ts';

/** What a row can say. `pending` waits for somebody or something else and is no pass; `skipped` did not run and is none either. */
export const OUTCOMES = ['pass', 'fail', 'pending', 'skipped'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a row is no pass, with what that means for a person. A closed list. */
export const ROW_REASONS = {
  exit: 'the command ended with another code than 0',
  vacuous: 'the command ended with 0, and its own summary says that nothing ran or something failed',
  timeout: 'it ran longer than its time-out and was ended, children included',
  crashed: 'it was ended by a signal, or could not be started',
  'missing-env': 'variables of `requires` are not set on the runner',
  'missing-files': 'files of `requires_files` are not in the judged tree',
  'no-gpu-available': 'the runner has fewer GPUs than the gate needs',
  external: 'it is not run from here; nobody has attested it',
  'other-tier': 'it belongs to the other tier',
  'not-built': 'this version cannot run it',
  budget: 'the change is beyond its budget, or could not be measured',
  inconclusive: 'the measurement cannot tell',
  isolation: 'isolation is demanded and the host gives none',
  'stale-merge-ref': 'the pull request moved between the approval and the run',
  'degraded-provider': 'no runner took the job',
  'not-approved': 'nobody approved the run',
  'no-result': 'its job left no result of it',
} as const satisfies Readonly<Record<string, string>>;
export type RowReason = keyof typeof ROW_REASONS;

/** The result of one gate. Another job's rows are untrusted until `rowSchema` has read them. */
export const rowSchema = z
  .strictObject({
    id: z.string().regex(GATE_ID),
    tier: z.enum(TIERS),
    kind: z.enum(KINDS),
    outcome: z.enum(OUTCOMES),
    reason: z.enum(Object.keys(ROW_REASONS) as [RowReason, ...RowReason[]]).optional(),
    /** True when its command really ran to an end that says something: only then the row becomes a fact. */
    ran: z.boolean(),
    evidence: z.array(evidenceSchema).min(1).max(12),
  })
  .refine((row) => (row.outcome === 'pass') === (row.reason === undefined), {
    error: 'a pass has no reason, anything else has one',
  })
  .refine((row) => row.outcome !== 'pass' || (row.ran && row.kind !== 'external'), {
    error: 'what did not run is no pass',
  });
export type GateRow = z.infer<typeof rowSchema>;

/** A row of a gate that did not run, or came to no end. */
export function plainRow(
  gate: Pick<RegistryGate, 'id' | 'tier' | 'kind'>,
  outcome: Exclude<Outcome, 'pass'>,
  reason: RowReason,
  why: string,
  ran = false,
): GateRow {
  const { id, tier, kind } = gate;
  return { id, tier, kind, outcome, reason, ran, evidence: said(why, tier) };
}

/** The tier is told by the row itself, because an attestation names the gates of each. */
function said(why: string, tier: RegistryGate['tier']): Evidence[] {
  return [evidence('result', why), evidence('method', 'registry'), evidence('tier', tier)];
}

/** A row of a gate that ran; the provenance follows the result. */
export function ranRow(
  gate: RegistryGate,
  end: { readonly outcome: Outcome; readonly reason?: RowReason; readonly why: string },
  provenance: readonly Evidence[],
): GateRow {
  const { id, tier, kind } = gate;
  const { outcome, reason, why } = end;
  const list = [...said(why, tier), ...provenance].slice(0, 12);
  return { id, tier, kind, outcome, ...(reason === undefined ? {} : { reason }), ran: true, evidence: list };
}

/** The word on a whole bundle: one fail is a fail, and only passes are a pass. */
export function bundleVerdict(rows: readonly Pick<GateRow, 'outcome'>[]): 'pass' | 'fail' | 'pending' {
  if (rows.some(({ outcome }) => outcome === 'fail')) return 'fail';
  return rows.length > 0 && rows.every(({ outcome }) => outcome === 'pass') ? 'pass' : 'pending';
}

/** `2 pass, 1 fail, 1 pending` in the order of the words. */
export function countOutcomes(rows: readonly Pick<GateRow, 'outcome'>[]): string {
  const parts = OUTCOMES.map((word) => [rows.filter(({ outcome }) => outcome === word).length, word] as const);
  return parts.flatMap(([n, word]) => (n === 0 ? [] : [`${n} ${word}`])).join(', ') || 'no gate';
}
