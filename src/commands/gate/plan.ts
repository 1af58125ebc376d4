import { FlowError, nearest } from '../../core/errors.ts';
import type { Flow } from '../../core/flow.ts';
import type { Profile } from '../../core/profile.ts';
import type { Verdict } from '../../core/verdict.ts';

/** A gate that is to be run, and whether its skip would be enough. */
export interface PlannedGate {
  readonly gate: string;
  /** A skip that the profile does not accept is a finding: somebody asked for the gate by name, or the flow needs it. */
  readonly needed: boolean;
}

/** Gates of the flow that need more than a commit, and what to do instead. */
const ELSEWHERE: Readonly<Record<string, string | undefined>> = {
  scope: 'it judges a branch by its contract: bitnet-flow scope check',
  perf: 'it compares two commits: bitnet-flow perf',
  impl: 'the flow computes it from the facts of tests and build: bitnet-flow gate tests build',
  required: 'the flow computes it from the other gates: bitnet-flow gate --all',
  guard: 'the flow computes it from its own facts',
};

/** Checks the names on the command line; throws a usage error that names the nearest gate. */
export function checkIds(ids: readonly string[], all: boolean, known: readonly string[]): void {
  const choice = `name some of: ${known.join(', ')}`;
  if (all && ids.length > 0)
    throw new FlowError('bad-input', 'goes without names of gates', { at: '--all', fix: 'leave one of both out' });
  if (!all && ids.length === 0)
    throw new FlowError('bad-input', 'no gate is named', { at: 'gate', fix: `${choice}; or give --all` });
  const wrong = ids.find((id) => !known.includes(id));
  if (wrong === undefined) return;
  const elsewhere = ELSEWHERE[wrong];
  if (elsewhere !== undefined)
    throw new FlowError('bad-input', `${JSON.stringify(wrong)} is not run here`, { at: 'gate', fix: elsewhere });
  const near = nearest(wrong, known);
  throw new FlowError('bad-input', `there is no gate ${JSON.stringify(wrong)}`, {
    at: 'gate',
    fix: near === undefined ? choice : `did you mean ${near}?`,
  });
}

/** The gates that `ids` name, or without any all that the flow may set; each once, in the order of the flow's table. */
export function planGates(ids: readonly string[], known: readonly string[], flow: Flow): PlannedGate[] {
  const rows: Readonly<Record<string, { readonly required: string } | undefined>> = flow.gates;
  return known.flatMap((gate) => {
    if (ids.length > 0) return ids.includes(gate) ? [{ gate, needed: true }] : [];
    const required = rows[gate]?.required;
    if (required === undefined || required === 'never') return [];
    return [{ gate, needed: required === 'required' || required === 'hardening' }];
  });
}

/** How one gate ended here. */
export interface GateEnd {
  readonly gate: string;
  readonly verdict: Verdict;
  /** A reason of a report, or `crashed` with what the process said. */
  readonly reason: string | undefined;
}

/** Is that enough: a pass, a skip that the profile accepts by name, or a skip of a gate that nobody needs. */
export function isEnough({ gate, verdict, reason }: GateEnd, needed: boolean, profile: Profile): boolean {
  if (verdict !== 'skipped') return verdict === 'pass';
  if (reason === undefined) return false;
  const accepted = profile.skips.some(
    (skip) => skip.gate === gate && (skip.reasons as readonly string[]).includes(reason),
  );
  return accepted || !needed;
}
