import type { Allowance } from '../core/allowance.ts';
import type { Fact } from '../core/fact.ts';
import { resolveAgent, type Flow } from '../core/flow.ts';
import { fold, type Fold, type HopRecord } from '../core/fold.ts';
import { holdText, type Hold } from '../core/hold.ts';
import type { Hop } from '../core/hop.ts';
import { branchName, HOP_LIMIT, isRegistryGate } from '../core/names.ts';
import type { Profile } from '../core/profile.ts';
import { printable } from '../core/text.ts';
import { heldTo, judgeContract, type ContractVerdict, type IssueContract } from './contract-pin.ts';
import { REPAIR_LIMIT } from './diagnose.ts';
import { planHop } from './plan.ts';
import type { FoundLedger } from './find-ledger.ts';
import { knownFacts } from './known-facts.ts';
import { judgeResume, type ResumeComment } from './resume.ts';
import { isRunOf } from '../core/run-name.ts';
import { lastHop, newestFence, nextOf, reopened, type Successor } from './successor.ts';

/** Everything an admission looks at, read once by the runtime. */
export interface Snapshot {
  /** The flow that has the repository, where its owners named one. */
  readonly currentFlow: string | undefined;
  readonly flow: Flow;
  readonly profile: Profile;
  readonly built: readonly string[];
  readonly dispatch: {
    readonly subject: number;
    readonly seq: number | undefined;
    readonly attempt: number | undefined;
    readonly agent: string | undefined;
    /** Head of the branch as the dispatching hop left it. */
    readonly head?: string | undefined;
    /** Which repair of the sweeper it is. */
    readonly repair?: number | undefined;
    /** Newest facts that the dispatching hop sent along. */
    readonly facts: readonly Fact[];
    /** Id of the comment that asked to resume. */
    readonly resume?: number | undefined;
  };
  /** The comment that `resume` names, as the host has it; undefined when there is none. */
  readonly resumeComment?: ResumeComment | undefined;
  /** What a person has put in the flow's way. */
  readonly hold?: Hold | undefined;
  readonly actor: { readonly login: string; readonly ownBot: boolean; readonly mayWrite: boolean };
  readonly run: number;
  /** The run was started again: what an earlier attempt of it did may be there. */
  readonly rerun: boolean;
  readonly issue: { readonly open: boolean } | undefined;
  readonly ledger: FoundLedger;
  /** Facts from the Check Runs of the flow's commits; read only when the Ledger cannot be trusted. */
  readonly checkFacts: readonly Fact[];
  readonly base: { readonly branch: string; readonly head: string };
  /** The flow's branch, newest commit first; undefined when it does not exist. */
  readonly commits: readonly { readonly sha: string; readonly hop: string | undefined }[] | undefined;
  /** Runs of this workflow by title, for starts whose end is not known. */
  readonly runs: readonly { readonly id: number; readonly title: string; readonly alive: boolean }[];
  readonly criteria: ReadonlyMap<string, string>;
  readonly labels?: readonly string[];
  /** What the issue allows, from its own text. */
  readonly allows?: readonly Allowance[];
  /** The contract of the issue as it is now; left out: there is none. */
  readonly contract?: IssueContract;
  /** The flow's own pull request, when it is open. */
  readonly pr: number | undefined;
  /** The host has too few calls left for a hop until then (ISO 8601, UTC). */
  readonly lowUntil?: string | undefined;
}

export interface Ignored {
  readonly mode: 'ignore';
  readonly reason:
    | 'out-of-scope'
    | 'unauthorised'
    | 'malformed'
    | 'no-subject'
    | 'duplicate'
    | 'superseded'
    | 'running'
    | 'ended'
    | 'paused'
    | 'rate-limited'
    | 'facts-missing';
  /** Exit code: 1 when somebody should look. */
  readonly exit: 0 | 1;
  readonly message: string;
}

export interface Admitted {
  /** `finish`: an earlier attempt of this run recorded the hop and died before it dispatched the next one. */
  readonly mode: 'run' | 'verify-only' | 'refuse' | 'finish';
  /** Why it is refused. */
  readonly reason:
    | ''
    | 'stopped'
    | 'subject-closed'
    | 'contract-changed'
    | 'contract-refused'
    | 'history-rewritten'
    | 'stale-head'
    | 'hop-limit'
    | 'dispatch-exhausted';
  readonly hop: Hop;
  readonly known: readonly Fact[];
}

export type Admission = Ignored | Admitted;

/** Decides whether a run is a hop of the flow, and which one (design: state, section 3). Pure. */
export function admit(snapshot: Snapshot): Admission {
  const { dispatch, actor, flow } = snapshot;
  const ignore = (reason: Ignored['reason'], exit: 0 | 1, message: string): Ignored => ({
    mode: 'ignore',
    reason,
    exit,
    message,
  });
  if (snapshot.currentFlow !== undefined && snapshot.currentFlow !== flow.flow) {
    return ignore(
      'out-of-scope',
      0,
      `guard: skipped (out-of-scope), CURRENT_FLOW is ${printable(snapshot.currentFlow, 40)}`,
    );
  }
  if (!actor.ownBot && !actor.mayWrite) {
    return ignore('unauthorised', 1, `${actor.login} may not start a hop: write permission is needed`);
  }
  if (snapshot.issue === undefined) return ignore('no-subject', 1, `there is no issue #${dispatch.subject}`);
  const given = [dispatch.seq, dispatch.attempt, dispatch.agent].filter((item) => item !== undefined).length;
  if (given !== 0 && given !== 3) return ignore('malformed', 1, 'seq, attempt and agent come together or not at all');
  if (given !== 0 && dispatch.resume !== undefined && dispatch.repair === undefined)
    return ignore('malformed', 1, 'resume comes with subject alone, or with a repair: the facts say which hop is due');
  if (given === 0 && dispatch.repair !== undefined) return ignore('malformed', 1, 'a repair names its hop');

  const known = knownFacts(flow.flow, dispatch.subject, snapshot, actor.ownBot ? dispatch.facts : []);
  const state = fold(known);
  const named = named3(snapshot, dispatch);
  if (named !== undefined && named.agent === undefined)
    return ignore('malformed', 1, `no agent is called ${dispatch.agent}`);
  const wanted = named as { seq: number; attempt: number; agent: string } | undefined;
  const own = ownEarlier(snapshot, state, wanted);
  if (own !== undefined) {
    const due = nextOf(flow, state);
    if (due !== undefined && !begun(state, due)) return finishing(snapshot, known, state, own);
    return ignore('duplicate', 0, `hop ${own.seq}.${own.attempt} ended in an earlier attempt of this run`);
  }
  if (wanted !== undefined && ended(state, wanted)) {
    return ignore('duplicate', 0, `hop ${wanted.seq}.${wanted.attempt} has ended already: a duplicate delivery`);
  }
  if (dispatch.resume !== undefined) {
    const verdict = judgeResume(state, dispatch.resume, snapshot.resumeComment);
    if (!verdict.ok) return ignore(verdict.reason, verdict.reason === 'duplicate' ? 0 : 1, verdict.why);
  }
  const open = openHop(flow, state, snapshot);
  if (open === undefined) return ignore('ended', 0, endMessage(snapshot, state));
  if (wanted !== undefined && !same(wanted, open)) {
    return ignore(
      'malformed',
      1,
      `the facts expect hop ${open.seq}.${open.attempt} ${open.agent}, not ${wanted.seq}.${wanted.attempt} ${wanted.agent}`,
    );
  }
  if (wanted !== undefined && dispatch.head !== undefined && (state.head ?? dispatch.head) !== dispatch.head) {
    return ignore('malformed', 1, `the facts stand on ${state.head}, not ${dispatch.head}`);
  }
  const later = laterHop(snapshot, state, open);
  if (later !== undefined) {
    const message = `the branch holds a commit of hop ${later}, and the facts that can be read end before hop ${open.seq}.${open.attempt}`;
    return ignore('facts-missing', 1, `${message}: bitnet-flow ledger rebuild ${dispatch.subject}`);
  }
  const holder = aliveHolder(snapshot, state, open);
  if (holder !== undefined) {
    const message = `run ${holder} holds hop ${open.seq}.${open.attempt}`;
    return wanted === undefined ? ignore('running', 0, message) : ignore('superseded', 0, message);
  }
  const held = heldBack(snapshot, state, open);
  if (held !== undefined) return ignore('paused', 0, held);
  if (snapshot.lowUntil !== undefined) {
    const message = `the host takes few more calls this hour: hop ${open.seq}.${open.attempt} waits until ${snapshot.lowUntil}`;
    return ignore('rate-limited', 0, message);
  }
  return admitted(snapshot, known, state, open);
}

/** Why a hop that would be admitted waits; a stop waits only when it is recorded already, else it is the hop's end. */
function heldBack({ hold }: Snapshot, state: Fold, open: Successor): string | undefined {
  if (hold === undefined || (hold.kind === 'stop' && state.last?.reason !== 'stopped')) return undefined;
  const due = `hop ${open.seq}.${open.attempt} ${open.agent} waits`;
  return hold.kind === 'stop' ? `${due}: ${holdText(hold)}` : `${due}, paused ${holdText(hold)}`;
}

function named3(
  snapshot: Snapshot,
  dispatch: Snapshot['dispatch'],
): { seq: number; attempt: number; agent: string | undefined } | undefined {
  if (dispatch.seq === undefined || dispatch.attempt === undefined || dispatch.agent === undefined) return undefined;
  return { seq: dispatch.seq, attempt: dispatch.attempt, agent: resolveAgent(snapshot.flow, dispatch.agent) };
}

function ended(state: Fold, hop: { seq: number; attempt: number }): boolean {
  return state.hops.some(
    (record) => record.seq === hop.seq && record.attempt === hop.attempt && record.end !== undefined,
  );
}

/** The newest ended hop, when it is this very run that holds it: the run was started again after it had recorded its end. */
function ownEarlier(
  { rerun, run }: Snapshot,
  state: Fold,
  wanted: { seq: number; attempt: number } | undefined,
): HopRecord | undefined {
  const record = lastHop(state)?.record;
  if (!rerun || record?.starts.at(-1)?.fence !== run) return undefined;
  const asked = wanted === undefined || (wanted.seq === record.seq && wanted.attempt === record.attempt);
  return asked ? record : undefined;
}

function begun(state: Fold, hop: Successor): boolean {
  return state.hops.some(
    (record) => record.seq === hop.seq && record.attempt === hop.attempt && record.starts.length > 0,
  );
}

/** The hop as its own start and end have it: nothing of it is done again. */
function finishing(snapshot: Snapshot, known: readonly Fact[], state: Fold, record: HopRecord): Admitted {
  const start = record.starts.at(-1)!;
  const merged = record.gates
    .find((fact) => fact.gate === 'scope')
    ?.evidence.find((entry) => entry.key === 'base')?.value;
  const { merge, ...hop } = planHop({
    flow: snapshot.flow,
    profile: snapshot.profile,
    built: snapshot.built,
    state,
    hop: { ...record, redo: start.redo ?? 0, return: start.return },
    subject: snapshot.dispatch.subject,
    fence: snapshot.run,
    resume: undefined,
    head: start.sha,
    base: start.base,
    baseBranch: snapshot.base.branch,
    baseHead: snapshot.base.head,
    branch: start.branch,
    criteria: snapshot.criteria,
    allows: snapshot.allows,
    labels: snapshot.labels,
    ledger: snapshot.ledger.place,
    first: false,
    notes: [],
    pr: state.pr === snapshot.pr ? state.pr : undefined,
  });
  // The base may have moved since; only the one that was merged in is the flow's.
  const base = merge !== undefined && merged !== undefined && merge.startsWith(merged) ? { merge } : {};
  return { mode: 'finish', reason: '', hop: { ...hop, ...base }, known };
}

function same(a: { seq: number; attempt: number; agent: string }, b: Successor): boolean {
  return a.seq === b.seq && a.attempt === b.attempt && a.agent === b.agent;
}

/** The hop that is due: what the newest end announces, or, when a person asks, a stopped hop once more. */
function openHop(flow: Flow, state: Fold, snapshot: Snapshot): Successor | undefined {
  const due = nextOf(flow, state);
  if (due !== undefined) return due;
  const again = reopened(state);
  return again !== undefined && (liftsEnd(snapshot, state, again) || bringsPending(snapshot, state))
    ? again
    : undefined;
}

/**
 * True when somebody wants the flow to go on who knows that it ended: a comment, which is judged before, a start that came
 * after the end, or the sweeper, which found such a start dead and names its hop.
 */
function liftsEnd(snapshot: Snapshot, state: Fold, again: Successor): boolean {
  const { actor, dispatch, run } = snapshot;
  if (!actor.ownBot) return run > newestFence(state);
  const named = named3(snapshot, dispatch);
  const repaired = dispatch.repair !== undefined && named?.agent !== undefined;
  return dispatch.resume !== undefined || (repaired && same(named as Successor, again));
}

/** The flow's own account brings the result of a gate that runs elsewhere, which the flow ended waiting for. */
function bringsPending({ actor, dispatch }: Snapshot, state: Fold): boolean {
  const { last } = state;
  if (!actor.ownBot || last?.reason !== 'gates-pending') return false;
  return dispatch.facts.some((fact) => fact.kind === 'gate' && isRegistryGate(fact.gate) && fact.sha === last.sha);
}

/** A person started this run, or asked for it by a comment, which is judged before. */
function isAsked({ actor, dispatch }: Snapshot): boolean {
  return !actor.ownBot || dispatch.resume !== undefined;
}

function endMessage({ actor, run }: Snapshot, state: Fold): string {
  const reason = state.last?.reason === undefined ? 'ready' : `needs-rework (${state.last.reason})`;
  const late = !actor.ownBot && reopened(state) !== undefined && run <= newestFence(state);
  const again = late ? '; this start was asked for before that, so look at the Ledger and start the flow again' : '';
  return `the flow has ended: ${reason}${again}`;
}

/**
 * A hop on the branch that comes after the one the facts call due: no copy that can be read now tells of it. To go on
 * would do its work a second time (I2).
 */
function laterHop({ flow, dispatch, commits, base }: Snapshot, state: Fold, open: Successor): string | undefined {
  for (const { sha, hop } of commits ?? []) {
    // What lies before the base is an earlier flow's.
    if (sha === (state.base ?? base.head)) return undefined;
    const [name, subject, seq, , attempt] = hop?.split('/') ?? [];
    if (name !== flow.flow || subject !== String(dispatch.subject)) continue;
    return Number(seq) > open.seq ? `${seq}.${attempt}` : undefined;
  }
  return undefined;
}

/** The run that holds the hop and is still alive: a smaller fence wins, a dead run is taken over. */
function aliveHolder(snapshot: Snapshot, state: Fold, open: Successor): number | undefined {
  const record = state.hops.find((hop) => hop.seq === open.seq && hop.attempt === open.attempt);
  const fences = record?.starts.map((start) => start.fence) ?? [];
  const titled = snapshot.runs
    .filter((run) => isRunOf(run.title, snapshot.dispatch.subject, open))
    .map((run) => run.id);
  const rivals = [...new Set([...fences, ...titled])].filter((id) => id < snapshot.run);
  return rivals.find((id) => snapshot.runs.some((run) => run.id === id && run.alive));
}

function admitted(snapshot: Snapshot, known: readonly Fact[], state: Fold, open: Successor): Admitted {
  const branch = state.branch ?? branchName(snapshot.profile.branch.prefix, String(snapshot.dispatch.subject));
  const newest = snapshot.commits?.[0];
  const trailer = `${snapshot.flow.flow}/${snapshot.dispatch.subject}/${open.seq}/${open.agent}/${open.attempt}`;
  const verify = newest !== undefined && newest.hop === trailer;
  const base = state.base ?? (verify ? (snapshot.commits?.[1]?.sha ?? snapshot.base.head) : snapshot.base.head);
  const expected = state.head ?? base;
  const head = verify ? (snapshot.commits?.[1]?.sha ?? base) : (newest?.sha ?? base);
  const issue = heldTo(snapshot.flow, snapshot.contract ?? { kind: 'none' });
  const contract = judgeContract(issue, state, isAsked(snapshot));
  const reason = refusal(snapshot, state, expected, verify, open, contract);
  const stopped = contract.refusal !== undefined && contract.refusal === reason ? contract : undefined;
  const planned = planHop({
    flow: snapshot.flow,
    profile: snapshot.profile,
    built: snapshot.built,
    state,
    hop: open,
    subject: snapshot.dispatch.subject,
    fence: snapshot.run,
    resume: snapshot.dispatch.resume,
    head,
    base,
    baseBranch: snapshot.base.branch,
    baseHead: snapshot.base.head,
    branch,
    criteria: snapshot.criteria,
    allows: snapshot.allows,
    labels: snapshot.labels,
    ledger: snapshot.ledger.place,
    first: snapshot.commits === undefined || (verify && state.head === undefined),
    // What the contract stopped for comes first: the Decision says it.
    notes: stopped === undefined ? snapshot.ledger.notes : [stopped.note, ...snapshot.ledger.notes],
    contract: contract.refusal === undefined ? contract.contract : undefined,
    pr: state.pr === snapshot.pr ? state.pr : undefined,
  });
  const hop = stopped?.met === undefined ? planned : { ...planned, 'contract-met': stopped.met };
  return { mode: reason === '' ? (verify ? 'verify-only' : 'run') : 'refuse', reason, hop, known };
}

function refusal(
  snapshot: Snapshot,
  state: Fold,
  expected: string,
  verify: boolean,
  open: Successor,
  contract: ContractVerdict,
): Admitted['reason'] {
  if (snapshot.hold?.kind === 'stop') return 'stopped';
  if (open.seq > HOP_LIMIT) return 'hop-limit';
  if ((snapshot.dispatch.repair ?? 0) > REPAIR_LIMIT) return 'dispatch-exhausted';
  if (!snapshot.issue!.open) return 'subject-closed';
  if (contract.refusal !== undefined) return contract.refusal;
  const { commits } = snapshot;
  const begun = state.head !== undefined && state.head !== state.base;
  if (!begun) {
    if (commits === undefined || verify) return '';
    // The flow's own commit of an attempt that was lost behind its push is no foreign history.
    const own = `${snapshot.flow.flow}/${snapshot.dispatch.subject}/`;
    const lost = commits[0]?.hop?.startsWith(own) === true && commits.some((commit) => commit.sha === expected);
    return !lost ? 'history-rewritten' : open.redo > 0 ? '' : 'stale-head';
  }
  if (commits === undefined || !commits.some((commit) => commit.sha === expected)) return 'history-rewritten';
  // A redo is the answer to a moved head: it takes the head as it finds it.
  if (verify || open.redo > 0) return '';
  return commits[0]!.sha === expected ? '' : 'stale-head';
}
