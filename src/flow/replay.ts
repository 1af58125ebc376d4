import { canonicalJson } from '../core/canonical.ts';
import { compareHops, factId, type EndFact, type Fact, type StartFact } from '../core/fact.ts';
import type { Flow } from '../core/flow.ts';
import { fold, type Fold, type HopRecord } from '../core/fold.ts';
import type { Hop } from '../core/hop.ts';
import { KEEP_EVIDENCE } from '../core/ledger/block.ts';
import type { Profile } from '../core/profile.ts';
import { decide, type Decision } from './decide.ts';
import { jobsOf, observationsOf, type Observation } from './observed.ts';
import { planHop } from './plan.ts';
import { lastHop, nextOf, reopened, type Successor } from './successor.ts';
import { dispatchRefused, prRefused, refusedStatus, staleAtPublication } from './writer-ends.ts';

export interface ReplayInput {
  readonly facts: readonly Fact[];
  readonly flow: Flow;
  readonly profile: Profile;
  /** Gates that have an action in this version. */
  readonly built: readonly string[];
}

/** A field that the facts record otherwise than the rules compute it. */
export interface Difference {
  /** The fact and its field: `end next`, `gate impl status`. */
  readonly at: string;
  readonly recorded: string;
  readonly computed: string;
}

/** One hop, decided again from what was known when it ran. */
export interface ReplayedHop {
  readonly record: HopRecord;
  /** Everything known before it. */
  readonly before: Fold;
  /** The hop that was due then; undefined when none was. */
  readonly due: Successor | undefined;
  /** What made it due: the flow began, an end announced it, or a person let a stopped flow go on. */
  readonly cause: 'entry' | 'announced' | 'resumed' | 'unknown';
  /** The hop as the admission plans it; undefined when the flow has no such agent. */
  readonly hop: Hop | undefined;
  /** What is decided again; undefined while the hop runs. */
  readonly decision: Decision | undefined;
  /** `running`: no end yet. `unknown`: the Ledger left out, for its length, what the decision rested on. */
  readonly outcome: 'same' | 'differs' | 'unknown' | 'running';
  readonly differences: readonly Difference[];
}

/** Decides every hop again from the recorded facts alone, with the code that decides hops. Pure. */
export function replay(input: ReplayInput): ReplayedHop[] {
  const state = fold(input.facts);
  const lossy = lossyFacts(state);
  return state.hops.map((record) => {
    const before = fold(state.facts.filter((fact) => compareHops(fact, record) < 0));
    return replayHop(input, record, before, lossy);
  });
}

/** Ids of the facts that may have lost evidence or texts: only old ones do, when a Ledger grows too long. */
function lossyFacts(state: Fold): ReadonlySet<string> {
  const old = state.facts.slice(0, Math.max(0, state.facts.length - KEEP_EVIDENCE));
  const bare = (fact: Fact): boolean =>
    (fact.kind === 'gate' && fact.evidence.length === 0) || (fact.kind === 'end' && fact.summary === '');
  return new Set(old.filter(bare).map(factId));
}

function replayHop(input: ReplayInput, record: HopRecord, before: Fold, lossy: ReadonlySet<string>): ReplayedHop {
  const { due, cause } = dueHop(input.flow, before);
  const identity = compareIdentity(record, due);
  const unknown = { record, before, due, cause, hop: undefined, decision: undefined };
  if (input.flow.agents[record.agent] === undefined) {
    const difference = { at: 'hop agent', recorded: record.agent, computed: `no agent of ${input.flow.flow}` };
    return { ...unknown, outcome: 'differs', differences: [...identity, difference] };
  }
  if (record.starts.length === 0 && record.end !== undefined) {
    return { ...unknown, ...neverStarted(record, record.end, due, before, identity) };
  }
  const hop = planAgain(input, record, before, due);
  const known = { record, before, due, cause, hop };
  const starts = compareStarts(record, due, before, input.flow);
  if (record.end === undefined) {
    const differences = [...identity, ...starts];
    return { ...known, decision: undefined, outcome: differences.length === 0 ? 'running' : 'differs', differences };
  }
  const tried = observationsOf(record, record.end, hop).map((observed) =>
    decideAgain(record, record.end!, hop, before, observed),
  );
  const best = tried.find(({ differences }) => differences.length === 0) ?? tried[0]!;
  const differences = [...identity, ...starts, ...best.differences];
  const lost = [...before.facts, ...record.gates, record.end].some((fact) => lossy.has(factId(fact)));
  const outcome =
    differences.length === 0 ? 'same' : lost && identity.length + starts.length === 0 ? 'unknown' : 'differs';
  return { ...known, decision: best.decision, outcome, differences };
}

function dueHop(flow: Flow, before: Fold): Pick<ReplayedHop, 'due' | 'cause'> {
  const due = nextOf(flow, before);
  if (due !== undefined) return { due, cause: lastHop(before) === undefined ? 'entry' : 'announced' };
  const again = reopened(before);
  return { due: again, cause: again === undefined ? 'unknown' : 'resumed' };
}

/** A hop's place in the flow follows from the end before it. */
function compareIdentity(record: HopRecord, due: Successor | undefined): Difference[] {
  const own = { seq: record.seq, attempt: record.attempt, agent: record.agent };
  if (due === undefined) return [{ at: 'hop', recorded: show(own), computed: 'the flow had ended' }];
  return (['seq', 'attempt', 'agent'] as const).flatMap((key) =>
    own[key] === due[key] ? [] : [{ at: `hop ${key}`, recorded: show(own[key]), computed: show(due[key]) }],
  );
}

/** The hop as it was planned; what only the host knew and no decision rests on is left empty. */
function planAgain(
  { flow, profile, built }: ReplayInput,
  record: HopRecord,
  before: Fold,
  due: Successor | undefined,
): Hop {
  const start = record.starts.at(-1);
  const [first] = record.gates;
  const head = start?.sha ?? first?.sha ?? record.end?.sha ?? '';
  const base = start?.base ?? before.base ?? head;
  const pr = record.end?.pr !== undefined && record.end.pr === before.pr ? before.pr : undefined;
  return planHop({
    flow,
    profile,
    built,
    state: before,
    hop: {
      seq: record.seq,
      attempt: record.attempt,
      agent: record.agent,
      redo: due?.redo ?? start?.redo ?? 0,
      return: due === undefined ? start?.return : due.return,
    },
    subject: before.subject ?? start?.subject ?? record.end?.subject ?? 1,
    fence: start?.fence ?? 0,
    head,
    base,
    baseBranch: 'base',
    baseHead: base,
    branch: start?.branch ?? before.branch ?? '',
    criteria: new Map(),
    contract: approvalOf(start),
    ledger: { on: 'issue', number: before.subject ?? 1 },
    first: before.head === undefined,
    // Notes of the admission and of the writer stand among the agent's hints: all of them are taken as they are.
    notes: record.end?.advisories ?? [],
    pr,
  });
}

/** The approval that a start records; what the contract allowed was judged by the hop's own scope fact. */
function approvalOf(start: StartFact | undefined): Hop['contract'] {
  if (start?.contract === undefined) return undefined;
  return { sha256: start.contract, allow: [], deny: [], requires: [...(start.requires ?? [])], pin: true };
}

/** What a start tells of its hop follows from the hop before; a base that was merged in there is the only news. */
function compareStarts(record: HopRecord, due: Successor | undefined, before: Fold, flow: Flow): Difference[] {
  const last = lastHop(before)?.record;
  const merged = last?.agent === flow['merges-base'] && last?.end?.sha !== last?.starts.at(-1)?.sha;
  return record.starts.flatMap((start) => {
    const { redo: _, return: __, ...rest } = start;
    const expected: StartFact = {
      ...rest,
      branch: before.branch ?? start.branch,
      base: merged ? start.base : (before.base ?? start.base),
      ...(due === undefined || due.redo === 0 ? {} : { redo: due.redo }),
      ...(due?.return === undefined ? {} : { return: due.return }),
    };
    return compareFact('start', start, expected);
  });
}

function decideAgain(
  record: HopRecord,
  end: EndFact,
  hop: Hop,
  before: Fold,
  { mode, refusal, outcome, reason, result }: Observation,
): { decision: Decision; differences: Difference[] } {
  const { planned, jobs, scope } = jobsOf(record, hop);
  // Publication moves the end to the head it found: its gates stand where they were judged.
  const judgedAt =
    hop.stage === 'publish' && end.reason === 'stale-head' ? (record.gates[0]?.sha ?? hop.head) : end.sha;
  const decision = decide({
    hop,
    mode,
    refusal,
    commit: { outcome, reason, sha: judgedAt, facts: scope },
    result,
    planned,
    jobs,
    known: before.facts,
    pr: hop.pr,
  });
  const computed = [...decision.facts.filter((fact) => fact.kind === 'gate'), asWritten(decision.end, end, hop)];
  return { decision, differences: compareFacts([...record.gates, end], computed) };
}

/** What the writer makes of a decided end when the host answers as the recorded one tells. */
function asWritten(decided: EndFact, recorded: EndFact, hop: Hop): EndFact {
  const status = refusedStatus(recorded.plan);
  const stale = recorded.reason === 'stale-head' ? staleAtPublication(hop, decided, recorded.sha) : decided;
  const publishes = hop.stage === 'publish' && stale.next.agent !== undefined && stale.next.agent !== hop.agent;
  const refused = recorded.reason === 'pr-refused' && status !== undefined && publishes;
  // Whichever way a publisher ended, the number of a pull request is the host's word; one that it refused has none.
  const found = hop.stage === 'publish' && recorded.pr !== undefined ? { ...stale, pr: recorded.pr } : stale;
  const end = refused ? prRefused(stale, status) : found;
  // What later versions record beside the decision is not of the decision.
  const beside = Object.entries(recorded).filter(([key]) => !DECIDED.includes(key));
  return { ...end, ...(Object.fromEntries(beside) as object) };
}

/** Fields of an end that follow from the rules, and those that hold the agent's words. */
const DECIDED: readonly string[] = [
  ...['v', 'kind', 'flow', 'subject', 'seq', 'agent', 'attempt', 'sha', 'status', 'reason', 'next', 'summary', 'claim'],
  ...['unavailable', 'advisories', 'plan', 'pr', 'acs'],
];

/** An end without a start is the writer's: the host refused to start the hop. */
function neverStarted(
  record: HopRecord,
  end: EndFact,
  due: Successor | undefined,
  before: Fold,
  identity: readonly Difference[],
): Pick<ReplayedHop, 'outcome' | 'differences'> {
  const status = refusedStatus(end.plan);
  const expected =
    due === undefined || status === undefined || before.last === undefined
      ? undefined
      : dispatchRefused(end, due, before.last.sha, status);
  const beside = Object.entries(end).filter(([key]) => !DECIDED.includes(key));
  const computed = expected === undefined ? [] : [{ ...expected, ...(Object.fromEntries(beside) as object) }];
  const differences = [...identity, ...compareFacts([...record.gates, end], computed)];
  return { outcome: differences.length === 0 ? 'same' : 'differs', differences };
}

function compareFacts(recorded: readonly Fact[], computed: readonly Fact[]): Difference[] {
  const [left, right] = [byId(recorded), byId(computed)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((id) => {
    const fact = left.get(id) ?? right.get(id)!;
    return compareFact(fact.kind === 'gate' ? `gate ${fact.gate}` : fact.kind, left.get(id), right.get(id));
  });
}

function byId(facts: readonly Fact[]): Map<string, Fact> {
  return new Map(facts.map((fact) => [factId(fact), fact]));
}

/** The fields in which two bodies of one fact differ; a fact that only one side has differs as a whole. */
export function compareFact(at: string, recorded: Fact | undefined, computed: Fact | undefined): Difference[] {
  if (recorded === undefined && computed === undefined) return [];
  if (recorded === undefined || computed === undefined) {
    return [{ at, recorded: showFact(recorded), computed: showFact(computed) }];
  }
  const [left, right] = [recorded, computed] as unknown as Record<string, unknown>[];
  const keys = [...new Set([...Object.keys(left!), ...Object.keys(right!)])];
  return keys.flatMap((key) => {
    const [a, b] = [left![key], right![key]];
    return show(a) === show(b) ? [] : [{ at: `${at} ${key}`, recorded: show(a), computed: show(b) }];
  });
}

function showFact(fact: Fact | undefined): string {
  if (fact === undefined) return 'none';
  return fact.kind === 'start'
    ? `run ${fact.fence}`
    : `${fact.status}${fact.reason === undefined ? '' : ` (${fact.reason})`}`;
}

function show(value: unknown): string {
  return value === undefined ? 'none' : typeof value === 'string' ? value : canonicalJson(value);
}
