import type { EndFact, GateFact } from '../core/fact.ts';
import type { PlannedGate } from '../core/flow.ts';
import type { HopRecord } from '../core/fold.ts';
import type { Hop } from '../core/hop.ts';
import { AC_ID, COMPUTED_GATES, isRegistryGate } from '../core/names.ts';
import type { AgentResult } from '../core/result.ts';
import type { DecideInput } from './decide.ts';
import type { GateJob } from './gate-facts.ts';

/** What a hop was told by the world: the jobs' word, and the agent's. Everything else of its decision is computed. */
export type Observation = Pick<DecideInput, 'mode' | 'refusal' | 'result'> & {
  readonly outcome: string;
  readonly reason: string;
};

/**
 * The observations that can stand behind a recorded end, likeliest first. The facts do not hold the words of the jobs, but
 * each end follows from few of them; an end that follows from none was not decided by these rules.
 */
export function observationsOf(record: HopRecord, end: EndFact, hop: Hop): Observation[] {
  const result = resultOf(record, end, hop);
  const judged: Observation = { mode: 'run', refusal: '', outcome: 'ok', reason: '', result };
  const stale: Observation = { mode: 'run', refusal: '', outcome: 'stale', reason: 'stale-head', result: undefined };
  const stopped = (reason: string): Observation[] => [
    { mode: 'run', refusal: '', outcome: 'stop', reason, result: undefined },
    { mode: 'run', refusal: '', outcome: 'stop', reason, result },
  ];
  const failed: Observation = { mode: 'run', refusal: '', outcome: 'retry', reason: failureOf(end), result: undefined };
  const { reason } = end;
  if (reason === undefined || reason === 'partial' || reason === 'pr-refused') return [judged];
  if (reason === 'stale-head') return [stale, judged];
  if (reason === 'head-unstable') return [stale];
  if (reason === 'agent-failed') return [failed, ...stopped(/^stopped: (.+)$/.exec(end.summary)?.[1] ?? reason)];
  return reason === 'hop-limit' ? [judged, failed, stale, ...stopped(reason)] : stopped(reason);
}

/** The word that a failed hop left in its own summary; '' when its job did not end. */
function failureOf(end: EndFact): string {
  const word = /^no valid result (?:in \d attempts )?\((.*)\)$/.exec(end.summary)?.[1] ?? '';
  return word === 'the job did not end' ? '' : word;
}

/** The agent's words as far as the end keeps them. Its route never decides, so it is not kept. */
function resultOf(record: HopRecord, end: EndFact, hop: Hop): AgentResult {
  const asked = [...askedOf(record, hop).map(({ gate }) => gate), ...unbuiltOf(end, hop)];
  const plan = ownPlan(end, hop);
  return {
    summary: end.summary || '-',
    route: { type: end.next.type },
    ...(end.claim === undefined ? {} : { claim: end.claim }),
    ...(asked.length === 0 ? {} : { gates: asked as NonNullable<AgentResult['gates']> }),
    ...(end.acs === undefined
      ? {}
      : { acceptance_criteria: end.acs.filter((id) => AC_ID.test(id)).map((id) => ({ id, text: id })) }),
    ...(plan === undefined ? {} : { plan }),
  };
}

/** Gates that ran in a hop although its row does not have them: the agent asked for them. */
function askedOf(record: HopRecord, hop: Hop): PlannedGate[] {
  const names = [...new Set(record.gates.map((fact) => fact.gate))].filter((gate) => !isRegistryGate(gate));
  return names
    .filter((gate) => !COMPUTED_GATES.includes(gate) && !hop.gates.some((planned) => planned.gate === gate))
    .map((gate) => ({ gate, phase: 'green' }));
}

/** Gates that the agent asked for and nobody builds: what the end calls unavailable beyond the row's own. */
function unbuiltOf(end: EndFact, hop: Hop): string[] {
  const own: readonly string[] = hop.unavailable;
  return (end.unavailable ?? []).filter((gate) => !own.includes(gate));
}

/** The agent's own part of a plan. A plan is cut at 600 characters: a part that is cut away entirely still was there. */
function ownPlan(end: EndFact, hop: Hop): string | undefined {
  const mark = ` | ${hop.agent} says: `;
  const at = end.plan?.indexOf(mark) ?? -1;
  if (at >= 0) return end.plan!.slice(at + mark.length);
  return end.plan?.endsWith('…') ? '-'.repeat(600) : undefined;
}

/** What the jobs of a hop left, from its recorded facts: the plan, the gates' facts, and the commit job's own. */
export function jobsOf(
  record: HopRecord,
  hop: Hop,
): Pick<DecideInput, 'planned' | 'jobs'> & { readonly scope: GateFact[] } {
  const jobs = record.gates
    .filter((fact) => !COMPUTED_GATES.includes(fact.gate) && !isRegistryGate(fact.gate))
    .map((fact): [string, GateJob] => [fact.gate, { fact: JSON.stringify(fact), job: 'success' }]);
  return {
    planned: [...hop.gates, ...askedOf(record, hop)],
    jobs: new Map(jobs),
    scope: record.gates.filter((fact) => fact.gate === 'scope'),
  };
}
