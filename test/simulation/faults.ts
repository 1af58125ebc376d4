import type { Random } from './random.ts';

/** A call of a process as a fault sees it. */
export interface Call {
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly write: boolean;
  /** The job that makes it: `admit`, `commit`, `write`, `sweep`. */
  readonly job: string;
}

export const GRAPHQL_ROUTE = 'POST /graphql';
export const PUSH_ROUTE = 'git push';
export const DISPATCH_ROUTE = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
const COMMENT_ROUTE = 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}';
const RUNS_ROUTE = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
const CHECKS_ROUTE = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';

const api = (call: Call): boolean => call.route !== PUSH_ROUTE;
const write = (call: Call): boolean => call.write;
const to =
  (route: string) =>
  (call: Call): boolean =>
    call.route === route;

/** What a fault does to a call that it applies to. */
export interface CallFault {
  readonly weight: number;
  readonly applies: (call: Call) => boolean;
}

/** Faults of a call: how it is answered, and whether its job lives on. */
export const CALL_FAULTS = {
  '5xx before the effect': { weight: 4, applies: () => true },
  '5xx after the effect': { weight: 8, applies: write },
  'no answer, no effect': { weight: 3, applies: () => true },
  'no answer, with effect': { weight: 6, applies: write },
  '429 with Retry-After': { weight: 2, applies: api },
  '429 without a time': { weight: 2, applies: api },
  '403 with Retry-After': { weight: 2, applies: api },
  '403 with x-ratelimit-reset': { weight: 2, applies: api },
  'killed before the call': { weight: 7, applies: () => true },
  'killed after the call': { weight: 9, applies: () => true },
  'old copy of the subject': { weight: 5, applies: to(GRAPHQL_ROUTE) },
  'old copy of a comment': { weight: 3, applies: to(COMMENT_ROUTE) },
  'old copy of the run list': { weight: 4, applies: to(RUNS_ROUTE) },
  'old copy of the checks': { weight: 3, applies: to(CHECKS_ROUTE) },
  'dispatch made twice': { weight: 3, applies: to(DISPATCH_ROUTE) },
  'dispatch without a run id': { weight: 3, applies: to(DISPATCH_ROUTE) },
  'dispatched run lost': { weight: 3, applies: to(DISPATCH_ROUTE) },
} as const satisfies Readonly<Record<string, CallFault>>;
export type CallFaultName = keyof typeof CALL_FAULTS;

/** Faults that come from elsewhere, between two calls. */
export const WORLD_FAULTS = {
  'killed between jobs': 3,
  'run cancelled': 2,
  'runner out of sight': 3,
  'pending run cancelled': 4,
  're-run of all jobs': 5,
  're-run of failed jobs': 4,
  'old dispatch repeated': 3,
  'dispatch by a person': 2,
  'dispatch by a stranger': 1,
  'start after the end': 3,
  'push by a person': 2,
  'force-push': 1,
  'branch deleted': 1,
  'base moved': 2,
  'issue closed': 1,
  // Drawn behind all others, so that the seeds of before keep their schedules.
  'resume by a comment': 0,
  'Ledger edited': 3,
  'Ledger blanked': 2,
  'Ledger deleted': 3,
  'Ledger forged by another account': 2,
  'second Ledger': 3,
  'check forged by another app': 2,
  'checks off': 2,
  'hourly limit': 1,
} as const satisfies Readonly<Record<string, number>>;
export type WorldFaultName = keyof typeof WORLD_FAULTS;

export type FaultName = CallFaultName | WorldFaultName;

export interface PlannedFault {
  /** Place in the plan: what `--only` names. */
  readonly index: number;
  /** Number of the call it is due at; it waits for the first one it applies to. */
  readonly at: number;
  readonly name: FaultName;
}

/** Calls of an undisturbed flow, about: faults are spread over them. */
const CALLS = 420;
/** Most faults of a schedule, so that it can come to an end. */
const MOST = 12;

/** The faults of a schedule, in order; `more` come on top, each four times. */
export function planFaults(random: Random, more: readonly FaultName[] = []): PlannedFault[] {
  const names = [
    ...entries(CALL_FAULTS).map(([name, { weight }]) => [name, weight] as const),
    ...entries(WORLD_FAULTS),
  ];
  const total = names.reduce((sum, [, weight]) => sum + weight, 0);
  const plan = Array.from({ length: 1 + random.below(MOST) }, () => {
    let left = random.below(total);
    const [name] = names.find(([, weight]) => (left -= weight) < 0)!;
    return { at: random.below(CALLS), name: name as FaultName };
  });
  if (random.chance(0.25)) plan.push({ at: random.below(CALLS), name: 'resume by a comment' });
  for (const name of [...more, ...more, ...more, ...more]) plan.push({ at: random.below(CALLS), name });
  return plan.sort((a, b) => a.at - b.at).map((fault, index) => ({ index, ...fault }));
}

export function isCallFault(name: FaultName): name is CallFaultName {
  return Object.hasOwn(CALL_FAULTS, name);
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
