import { evidence } from '../core/evidence.ts';
import { factSchema, type Fact, type GateFact } from '../core/fact.ts';
import { gateKey, type Fold } from '../core/fold.ts';
import type { PlannedGate } from '../core/flow.ts';
import type { Hop } from '../core/hop.ts';
import { isRegistryGate } from '../core/names.ts';
import { parseStrictJson } from '../core/strict-json.ts';
import type { FaultReason, Verdict } from '../core/verdict.ts';
import { isSatisfied, requiredRows, type RequiredRow } from './required-table.ts';

/** What a gate job left: its fact as text, and the runner's word on the job. */
export interface GateJob {
  readonly fact: string;
  readonly job: string;
}

type Identity = Pick<Hop, 'flow' | 'subject' | 'seq' | 'agent' | 'attempt'>;

/** A gate fact of this hop on `sha`. */
export function gateFact(
  hop: Identity,
  sha: string,
  gate: string,
  said: { status: Verdict; reason?: GateFact['reason']; evidence: GateFact['evidence'] },
): GateFact {
  const { flow, subject, seq, agent, attempt } = hop;
  const reason = said.reason === undefined ? {} : { reason: said.reason };
  const parsed = factSchema.parse({
    ...{ v: 1, kind: 'gate', flow, subject, seq, agent, attempt, sha, gate },
    ...{ status: said.status, ...reason, evidence: said.evidence },
  });
  return parsed as GateFact;
}

/** How a job without a valid fact counts: it failed, and the runner's word says how. */
const FAULT_OF_JOB: ReadonlyMap<string, FaultReason> = new Map([
  ['failure', 'crashed'],
  ['cancelled', 'timeout'],
  ['skipped', 'not-run'],
  ['', 'not-run'],
]);

/** The fact of a planned gate: the job's own when it is valid and about this very hop and sha, else a failure. */
export function factOfJob(hop: Identity, sha: string, planned: PlannedGate, left: GateJob | undefined): GateFact {
  const fault = (reason: FaultReason, why: string): GateFact =>
    gateFact(hop, sha, planned.gate, {
      status: 'fail',
      reason,
      evidence: [evidence(planned.gate, why), evidence('method', 'computed')],
    });
  if (left === undefined || left.fact === '') {
    const job = left?.job ?? '';
    return fault(
      FAULT_OF_JOB.get(job) ?? 'no-fact',
      job === 'success' ? 'the job left no fact' : `the job ended ${job || 'unseen'}`,
    );
  }
  let fact: Fact;
  try {
    fact = factSchema.parse(parseStrictJson(left.fact, 'bad-fact', planned.gate, 8_000));
  } catch {
    return fault('no-fact', 'the job left a fact that does not parse');
  }
  if (fact.kind !== 'gate' || fact.gate !== planned.gate || fact.sha !== sha || !isOwn(fact, hop)) {
    return fault('no-fact', 'the job left a fact of another hop, gate or sha');
  }
  // A fact that was left before the job broke is no proof that the gate came to its end.
  if (fact.status !== 'fail' && left.job !== 'success') {
    return fault(
      FAULT_OF_JOB.get(left.job) ?? 'no-fact',
      `the job left ${fact.status} and ended ${left.job || 'unseen'}`,
    );
  }
  if (fact.reason === 'red-phase' && planned.phase !== 'red') {
    return fault('no-fact', 'the job claims a red phase outside of it');
  }
  return fact;
}

/** True when a fact tells of this very hop. */
export function isOwn(fact: Identity, hop: Identity): boolean {
  return (['flow', 'subject', 'seq', 'agent', 'attempt'] as const).every((key) => fact[key] === hop[key]);
}

/** `impl`: the hop's own tests and build facts pass. */
export function implFact(hop: Identity, sha: string, facts: readonly GateFact[]): GateFact {
  const [tests, build] = ['tests', 'build'].map((gate) => facts.find((fact) => fact.gate === gate));
  const count = tests?.evidence
    .map((entry) => /^(\d+\/\d+) pass/.exec(entry.value)?.[1])
    .find((text) => text !== undefined);
  const pass = tests?.status === 'pass' && build?.status === 'pass' && count !== undefined;
  const said = count === undefined ? `tests ${tests?.status ?? 'absent'}` : `${count} target tests pass`;
  return gateFact(hop, sha, 'impl', {
    status: pass ? 'pass' : 'fail',
    evidence: [evidence('impl', said), evidence('build', build?.status ?? 'absent'), evidence('method', 'computed')],
  });
}

/** Is a fact on a required gate good enough to publish: a pass, or a skip that the profile accepts by name. */
export function satisfies(fact: GateFact | undefined, skips: Hop['skips']): boolean {
  if (fact === undefined || fact.status === 'fail') return false;
  if (fact.status === 'pass') return true;
  return skips.some(
    (skip) => skip.gate === fact.gate && (skip.reasons as readonly string[]).includes(fact.reason ?? ''),
  );
}

/**
 * A required gate that this flow does not run, a registry's, and that has no fact on the sha yet. It is needed for the flow to be complete, not for
 * its pull request to be opened: its result comes in by a later hop.
 */
export function isPending(gate: string, sha: string, state: Fold): boolean {
  return isRegistryGate(gate) && !state.gates.has(gateKey(gate, sha));
}

/** `required`: each required gate is satisfied on this sha, and nothing else counts (I10). */
export function requiredFact(hop: Identity & Pick<Hop, 'required' | 'skips'>, sha: string, state: Fold): GateFact {
  const rows = requiredRows(hop, sha, state);
  const passes = rows.filter((row) => row.state === 'pass').length;
  const accepted = rows.filter((row) => row.accepted !== undefined);
  const unmet = rows.filter((row) => !row.satisfied);
  const words = ({ gate, state, reason, sha: at }: RequiredRow): string => {
    const of = state === 'stale' ? ` (${at!.slice(0, 7)} is not the head)` : '';
    return `${gate} ${state}${of}${reason === undefined ? '' : ` (${reason})`}`;
  };
  return gateFact(hop, sha, 'required', {
    status: isSatisfied(rows) ? 'pass' : 'fail',
    evidence: [
      evidence('required', `${passes}/${rows.length} pass`),
      ...(accepted.length === 0
        ? []
        : [evidence('accepted', accepted.map((row) => `${words(row)} by ${row.accepted!}`).join(', '))]),
      ...(unmet.length === 0 ? [] : [evidence('not satisfied', unmet.map(words).join(', '))]),
      evidence('method', 'computed'),
    ],
  });
}
