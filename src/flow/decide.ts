import { factOf, type EndFact, type Fact, type GateFact, type StartFact } from '../core/fact.ts';
import type { PlannedGate, Route, When } from '../core/flow.ts';
import { fold, gateKey, unite, type Fold } from '../core/fold.ts';
import type { Hop } from '../core/hop.ts';
import { ATTEMPT_LIMIT, HOP_LIMIT, REDO_LIMIT } from '../core/names.ts';
import type { AgentResult } from '../core/result.ts';
import { shorten } from '../core/text.ts';
import type { Usage } from '../core/usage.ts';
import { END_REASONS, type EndReason } from '../core/verdict.ts';
import { factOfJob, implFact, isOwn, isPending, requiredFact, satisfies, type GateJob } from './gate-facts.ts';
import { reworkPlan } from './rework-plan.ts';
import { retryReason } from './retry.ts';
import { bareRule, describeWhen, type PassedRoute, type Rule } from './rule.ts';

export interface DecideInput {
  readonly hop: Hop;
  readonly mode: 'run' | 'verify-only' | 'refuse';
  /** Why the admission refused. */
  readonly refusal: string;
  readonly commit: {
    /** `ok`, `retry`, `stop`, `stale`, or '' when the job did not end. */
    readonly outcome: string;
    readonly reason: string;
    readonly sha: string;
    readonly facts: readonly GateFact[];
  };
  readonly result: AgentResult | undefined;
  /** What the agent's engine used; carried, never looked at. */
  readonly usage?: Usage | undefined;
  /** The gates that were to run: the plan and what the agent asked for on top. */
  readonly planned: readonly PlannedGate[];
  readonly jobs: ReadonlyMap<string, GateJob>;
  /** Everything known before this hop's write. */
  readonly known: readonly Fact[];
  /** Number of the PR, when one is open. */
  readonly pr: number | undefined;
}

export interface Decision {
  readonly facts: readonly Fact[];
  readonly end: EndFact;
  /** Why the route was taken, one line for a person. */
  readonly why: string;
  /** The same as data. */
  readonly rule: Rule;
}

interface Verdict {
  readonly status: EndFact['status'];
  readonly reason?: EndFact['reason'];
  readonly route: Pick<Route, 'type' | 'agent'>;
  readonly why: string;
  readonly rule: Rule;
  readonly claim?: string;
}

/** Decides how a hop ended and what comes next: gates, then claims, then the forward route. Pure. */
export function decide(input: DecideInput): Decision {
  const { hop } = input;
  const sha = input.commit.sha || hop.head;
  const start = startFact(hop);
  const judged = input.mode !== 'refuse' && input.commit.outcome === 'ok';
  const gates = judged ? hopGates(input, sha) : scopeFacts(input);
  const state = fold(unite(input.known, [start], gates));
  const verdict = limited(hop, judged ? judge(input, state, gates, sha) : fault(input));
  const end = endFact(input, verdict, sha, state);
  return { facts: [start, ...gates, end], end, why: verdict.why, rule: verdict.rule };
}

function startFact(hop: Hop): StartFact {
  return {
    ...factOf(hop),
    kind: 'start',
    sha: hop.head,
    base: hop.base,
    branch: hop.branch,
    fence: hop.fence,
    ...(hop.contract?.pin === true ? pinned(hop.contract) : {}),
    ...(hop.redo === 0 ? {} : { redo: hop.redo }),
    ...(hop.return === undefined ? {} : { return: hop.return }),
    ...(hop.resume === undefined ? {} : { resume: hop.resume }),
  };
}

/** The approval of a contract, as the start of a hop records it. */
function pinned({ sha256, requires }: NonNullable<Hop['contract']>): Pick<StartFact, 'contract' | 'requires'> {
  return { contract: sha256, ...(requires.length === 0 ? {} : { requires: [...requires] }) };
}

/** The commit job judges the scope of its own hop and nothing else. */
function scopeFacts({ hop, commit }: DecideInput): GateFact[] {
  return commit.facts.filter((fact) => fact.gate === 'scope' && isOwn(fact, hop));
}

/** Facts of every planned gate, the commit's own, and those the engine computes. */
function hopGates(input: DecideInput, sha: string): GateFact[] {
  const { hop } = input;
  const run = input.planned.filter(({ gate }) => !['impl', 'required', 'scope', 'guard'].includes(gate));
  const facts = [
    ...scopeFacts(input),
    ...run.map((planned) => factOfJob(hop, sha, planned, input.jobs.get(planned.gate))),
  ];
  if (input.planned.some(({ gate }) => gate === 'impl')) facts.push(implFact(hop, sha, facts));
  if (hop.stage !== 'work') {
    const before = fold(unite(input.known, facts));
    const fact = requiredFact(hop, sha, before);
    const known = before.gates.get(gateKey('required', sha));
    // A hop after the last validation that sees nothing new has nothing to say.
    if (known === undefined || known.status !== fact.status) facts.push(fact);
  }
  return facts;
}

/** A hop that was never judged: refused, no valid result, scope red, or a head that moved under it. */
function fault(input: DecideInput): Verdict {
  const { hop } = input;
  const again = { type: 'NEXT', agent: hop.agent } as const;
  const stop = (reason: NonNullable<EndFact['reason']>, why: string): Verdict => ({
    status: 'fail',
    reason,
    route: { type: 'FINALIZE' },
    why,
    rule: bareRule(reason === 'head-unstable' ? 'stale-head' : reason === 'agent-failed' ? 'no-result' : 'stopped'),
  });
  const why = input.mode === 'refuse' ? input.refusal : input.commit.reason;
  if (why === 'stale-head') {
    if (hop.redo >= REDO_LIMIT) return stop('head-unstable', 'the head moved again after two redos');
    const agent = hop.stage === 'publish' || hop.stage === 'after' ? input.hop['last-validation'] : hop.agent;
    const rule = bareRule('stale-head');
    return { status: 'skipped', reason: 'stale-head', route: { type: 'NEXT', agent }, why: 'the head moved', rule };
  }
  if (input.mode === 'refuse' || input.commit.outcome === 'stop') {
    const told = STOPPED[why] ?? `stopped: ${why}`;
    return stop(stopReason(why), CONTRACT_STOPS.includes(why) ? `${told}: ${hop.notes[0] ?? ''}` : told);
  }
  if (hop.attempt < ATTEMPT_LIMIT) {
    return {
      status: 'fail',
      reason: 'agent-failed',
      route: again,
      why: `no valid result (${why || 'the job did not end'})`,
      rule: bareRule('no-result'),
    };
  }
  return stop('agent-failed', `no valid result in ${ATTEMPT_LIMIT} attempts (${why || 'the job did not end'})`);
}

/** What a reason alone would not tell a person. */
const STOPPED: Readonly<Record<string, string>> = {
  stopped: 'a person asked to stop',
  scope: 'its work was outside of what it may change, and nothing of it was pushed',
  'contract-changed': 'nobody has approved the contract of the issue as it is',
  'contract-refused': 'the contract of the issue cannot be read',
  'public-safety': 'the work holds what must not become public, so nothing of it was written',
  'dispatch-exhausted': 'its run died or was lost, and so were two repairs: their logs say why',
};

/** Stops that the first note of the admission explains. */
const CONTRACT_STOPS: readonly string[] = ['contract-changed', 'contract-refused'];

/** A word of ours for why a flow stops; one that is none means that the agent failed. */
function stopReason(word: string): EndReason {
  return END_REASONS.find((reason) => reason === word) ?? 'agent-failed';
}

function judge(input: DecideInput, state: Fold, gates: readonly GateFact[], sha: string): Verdict {
  const { hop, result } = input;
  const row = hop.gates
    .map(({ gate }) => gates.find((fact) => fact.gate === gate))
    .filter((fact) => fact !== undefined);
  const red = row.filter((fact) => fact.status === 'fail' && fact.reason !== 'red-phase');
  const partial = !hop.partial && becomesPartial(hop, state, sha);
  const ended = (route: Route, why: string, rule: Rule): Verdict =>
    conclude(input, state, sha, route, why, rule, partial || route.partial === true);
  const passed: PassedRoute[] = [];
  const names = red.map((fact) => fact.gate);
  const ruled = (kind: Rule['kind'], index: number): Rule => {
    const { when, max } = hop.routes[index]!;
    const condition = when === undefined ? {} : { when };
    const limit = max === undefined ? {} : { max };
    return { kind, route: index, ...condition, taken: hop.taken[index]!, ...limit, red: names, passed };
  };
  const usedUp = (index: number): boolean => {
    const { max } = hop.routes[index]!;
    return max !== undefined && hop.taken[index]! >= max;
  };

  // A detour's target runs once and goes back: its own conditions would lead past the claimer's judges.
  const detour = hop['return-route'];
  for (const [index, route] of detour === undefined ? hop.routes.entries() : []) {
    if (route.when === undefined || 'claim' in route.when) continue;
    const met = holds(route.when, hop, state, gates, sha);
    if (met && !usedUp(index)) return ended(route, `gate rule: ${describeWhen(route.when)}`, ruled('gate', index));
    passed.push({ route: index, why: met ? 'used-up' : 'not-met' });
  }
  const retry = retryReason(hop, red, state);
  if (retry !== undefined) {
    const { why, own, progress } = retry;
    const rule: Rule = { kind: 'retry', red: own, passed, ...(progress === undefined ? {} : { progress }) };
    return { status: 'fail', route: { type: 'NEXT', agent: hop.agent }, why, rule };
  }
  if (detour === undefined) {
    const index = hop.routes.findIndex(
      (route) => route.when !== undefined && 'claim' in route.when && route.when.claim === result?.claim,
    );
    const route = hop.routes[index];
    const again = route?.agent === hop.agent && hop.attempt >= ATTEMPT_LIMIT;
    if (route !== undefined && red.length === 0 && !usedUp(index) && !again) {
      return { ...ended(route, `claim ${result!.claim}`, ruled('claim', index)), claim: result!.claim! };
    }
    if (route !== undefined) {
      passed.push({ route: index, why: red.length > 0 ? 'red-gates' : again ? 'attempts-used-up' : 'used-up' });
    }
  }
  if (detour !== undefined) {
    return ended(detour, `back from the detour for ${hop.return}`, { kind: 'detour', red: names, passed });
  }
  return ended(
    hop.routes.at(-1)!,
    red.length === 0 ? 'forward route' : `forward with red ${names.join(', ')}`,
    ruled('forward', hop.routes.length - 1),
  );
}

function holds(when: When, hop: Hop, state: Fold, gates: readonly GateFact[], sha: string): boolean {
  if ('claim' in when) return false;
  if ('gate' in when) return gates.some((fact) => fact.gate === when.gate && fact.status === when.is);
  const except: readonly string[] = when.except ?? [];
  const facts = hop.required
    .filter((gate) => !except.includes(gate) && !isPending(gate, sha, state))
    .map((gate) => state.gates.get(gateKey(gate, sha)));
  if (facts.length === 0) return false;
  if (when.is === 'pass') return facts.every((fact) => satisfies(fact, hop.skips));
  return facts.some((fact) => fact?.status === when.is);
}

/** A required gate that is red on the head that will be published makes the end partial. */
function becomesPartial(hop: Hop, state: Fold, sha: string): boolean {
  return hop.stage === 'validate' && !restSatisfied(hop, state, sha);
}

/** Every required gate but those that run elsewhere and are not back yet. */
function restSatisfied(hop: Hop, state: Fold, sha: string): boolean {
  return hop.required.every(
    (gate) => isPending(gate, sha, state) || satisfies(state.gates.get(gateKey(gate, sha)), hop.skips),
  );
}

/** Follows a route; at the end of the flow, says whether it is complete. */
function conclude(
  input: DecideInput,
  state: Fold,
  sha: string,
  route: Route,
  why: string,
  rule: Rule,
  partial: boolean,
): Verdict {
  const { hop } = input;
  const target = { type: route.type, ...(route.agent === undefined ? {} : { agent: route.agent }) };
  const ownRed = hop.gates.some(({ gate }) => {
    const fact = state.gates.get(gateKey(gate, sha));
    return (
      fact?.status === 'fail' && fact.reason !== 'red-phase' && fact.seq === hop.seq && fact.attempt === hop.attempt
    );
  });
  const status = ownRed ? 'fail' : 'pass';
  if (partial) return { status, reason: 'partial', route: target, why, rule };
  if (route.agent !== undefined) return { status, route: target, why, rule };
  const required = state.gates.get(gateKey('required', sha));
  const mapped = hop.acs.length > 0;
  const published = !hop.partial && input.pr !== undefined && mapped;
  if (published && required?.status === 'pass') return { status: 'pass', route: target, why: 'complete', rule };
  const pending = hop.required.filter((gate) => isPending(gate, sha, state));
  if (published && pending.length > 0 && restSatisfied(hop, state, sha)) {
    const why = `pending: ${shorten(pending.join(', '), 150)}`;
    return { status: 'fail', reason: 'gates-pending', route: target, why, rule };
  }
  return { status: 'fail', reason: 'partial', route: target, why: 'partial end', rule };
}

/** A subject has a bounded number of hops. */
function limited(hop: Hop, verdict: Verdict): Verdict {
  if (verdict.route.agent === undefined || hop.seq < HOP_LIMIT) return verdict;
  const rule: Rule = { ...verdict.rule, kind: 'hop-limit' };
  return {
    status: 'fail',
    reason: 'hop-limit',
    route: { type: 'FINALIZE' },
    why: `${HOP_LIMIT} hops are used up`,
    rule,
  };
}

function endFact(input: DecideInput, verdict: Verdict, sha: string, state: Fold): EndFact {
  const { hop, result } = input;
  const rework = verdict.reason !== undefined && verdict.reason !== 'stale-head' && verdict.reason !== 'agent-failed';
  const ends = verdict.route.agent === undefined;
  const own = result?.plan === undefined ? '' : ` | ${hop.agent} says: ${result.plan.replace(/\|/g, '/')}`;
  const plan =
    rework || (ends && verdict.status !== 'pass') ? `${reworkPlan(hop, state, sha, verdict)}${own}` : undefined;
  const advisories = [...hop.notes, ...(result?.advisories ?? [])].slice(0, 3).map((text) => plainLine(text, 200));
  const acs = hop.criteria ? result?.acceptance_criteria?.map((ac) => ac.id) : undefined;
  // What the agent asked for on top and nobody builds is recorded, never called skipped or passed.
  const asked = (result?.gates ?? []).filter((gate) => !input.planned.some((planned) => planned.gate === gate));
  const unavailable = [...new Set([...hop.unavailable, ...asked])];
  return {
    ...factOf(hop),
    kind: 'end',
    sha,
    status: verdict.status,
    ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
    next:
      verdict.route.agent === undefined
        ? { type: verdict.route.type }
        : { type: verdict.route.type, agent: verdict.route.agent },
    summary: plainLine(result?.summary ?? verdict.why, 200),
    ...(verdict.claim === undefined ? {} : { claim: verdict.claim }),
    ...(unavailable.length === 0 ? {} : { unavailable }),
    ...(advisories.length === 0 ? {} : { advisories }),
    ...(plan === undefined ? {} : { plan: plainLine(plan, 600) }),
    ...(input.pr === undefined ? {} : { pr: input.pr }),
    ...(verdict.reason === 'contract-changed' && hop['contract-met'] !== undefined
      ? { contract: hop['contract-met'] }
      : {}),
    ...(acs === undefined || acs.length === 0 ? {} : { acs }),
    ...(input.usage === undefined ? {} : { usage: input.usage }),
  };
}

function plainLine(text: string, max: number): string {
  return shorten(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim(), max);
}
