import type { EndFact } from '../core/fact.ts';
import { compareHops } from '../core/fact.ts';
import type { Flow } from '../core/flow.ts';
import type { Fold } from '../core/fold.ts';
import { flowState } from '../core/ledger/render.ts';
import type { FlowState } from '../core/names.ts';
import { isRunOf, parseRunTitle, runsOf } from '../core/run-name.ts';
import { nextOf, type Successor } from './successor.ts';

/** Repairs of a hop that run it again; those after them end it (`dispatch-exhausted`). */
export const REPAIR_LIMIT = 2;
/** Repairs that end a hop, before the sweeper gives up and asks for a person. */
export const EXHAUSTED_LIMIT = 3;

/** A run of the hops' workflow, as the host lists it. */
export interface RunSeen {
  readonly id: number;
  readonly title: string;
  readonly alive: boolean;
  /** The host's word: `queued`, `in_progress`, `waiting`, `completed` and others. */
  readonly status: string;
  /** Once it has ended. */
  readonly conclusion: string | undefined;
  /** When anything of it last changed, ISO 8601. */
  readonly updated: string;
  readonly actor: string;
  readonly url: string;
}

/** Everything a diagnosis looks at, read once by the runtime. */
export interface DiagnoseInput {
  readonly flow: Flow;
  readonly subject: number;
  /** The facts of all copies. */
  readonly state: Fold;
  readonly issue: { readonly open: boolean } | undefined;
  /** The flow's branch, newest commit first, with the hop each names in its trailers. */
  readonly commits: readonly { readonly hop: string | undefined }[] | undefined;
  /** Runs of the workflow; of other subjects too. A start by somebody who may not write is none. */
  readonly runs: readonly RunSeen[];
  /** What a person has put in the flow's way. */
  readonly hold: { readonly kind: 'pause' | 'stop' } | undefined;
  /** When the Ledger was last written, ISO 8601; undefined when nobody can tell. */
  readonly updated: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Milliseconds that nothing may have changed in before a flow is taken for stopped: lists of runs lag. */
  readonly grace: number;
}

/** Why a flow does not go on by itself. */
export type StuckWhy =
  /** The hop was announced, and no run was ever started for it. */
  | 'no-start'
  /** Its run has ended, and left no end: it died, or was cancelled or replaced while it waited. */
  | 'run-ended-without-end'
  /** Its run is not there. */
  | 'run-absent'
  /** The first run of all died before it left any fact. */
  | 'first-hop-died';

interface Due {
  /** The hop that has to run. */
  readonly due: Successor;
  /** Repairs of it so far. */
  readonly repairs: number;
}

/** How a flow stands. Only `stuck` and `stopped` are for the sweeper, only `exhausted` and `damaged` for a person at once. */
export type Diagnosis =
  /** There is no flow on this subject. */
  | { readonly kind: 'none' }
  | { readonly kind: 'ended'; readonly state: FlowState; readonly reason: EndFact['reason'] }
  | { readonly kind: 'running' | 'queued'; readonly run: RunSeen; readonly due: Successor | undefined }
  | { readonly kind: 'waiting'; readonly why: 'rate-limit' | 'grace'; readonly until: string; readonly due: Successor }
  | { readonly kind: 'closed' | 'paused'; readonly due: Successor }
  /** `stopped` is one whose stop no fact tells yet: its hop has to be admitted once more to record it. */
  | ({ readonly kind: 'stuck' | 'stopped'; readonly why: StuckWhy } & Due)
  | ({ readonly kind: 'exhausted'; readonly why: StuckWhy } & Due)
  | { readonly kind: 'damaged'; readonly what: string };

/** Says how a flow stands, from facts and run lists alone. Pure. */
export function diagnose(input: DiagnoseInput): Diagnosis {
  const { flow, state, issue } = input;
  const runs = runsOf(input.runs, input.subject);
  const due = nextOf(flow, state);
  // Any run of the subject holds its concurrency group: what is dispatched now would only queue behind it.
  const alive = runs.filter((run) => run.alive);
  const running = alive.find((run) => run.status === 'in_progress') ?? alive[0];
  if (running !== undefined)
    return { kind: running.status === 'in_progress' ? 'running' : 'queued', run: running, due };
  if (due === undefined) return { kind: 'ended', state: flowState(state), reason: state.last?.reason };
  const why = whyStuck(input, runs, due);
  if (why === undefined || issue === undefined) return { kind: 'none' };
  if (!issue.open) return { kind: 'closed', due };
  if (input.hold?.kind === 'pause') return { kind: 'paused', due };
  const waiting = waitsFor(input, runs, due);
  if (waiting !== undefined) return waiting;
  const lost = lostFacts(input, runs, due);
  if (lost !== undefined) return { kind: 'damaged', what: lost };
  const repairs = repairsOf(input.subject, runs, due);
  if (repairs >= REPAIR_LIMIT + EXHAUSTED_LIMIT) return { kind: 'exhausted', why, due, repairs };
  return { kind: input.hold?.kind === 'stop' ? 'stopped' : 'stuck', why, due, repairs };
}

/** The run that the due hop is known to have, or not; undefined where no flow has begun. Nothing of the subject is alive. */
function whyStuck(input: DiagnoseInput, runs: readonly RunSeen[], due: Successor): StuckWhy | undefined {
  const { state, subject } = input;
  const titled = runs.filter((run) => isRunOf(run.title, subject, due));
  if (state.facts.length === 0) {
    const first = runs.filter((run) => parseRunTitle(run.title)?.seq === 0 || titled.includes(run));
    // A hop that ended well left facts: where none can be read, the flow has lost them, and is not one that never began.
    const went = runs.some((run) => run.conclusion === 'success' && parseRunTitle(run.title)!.seq > 1);
    if (went || hopsOf(input).length > 0) return first.length > 0 && !went ? 'first-hop-died' : 'run-absent';
    return newest(first) !== undefined && died(newest(first)!) ? 'first-hop-died' : undefined;
  }
  const record = state.hops.find((hop) => hop.seq === due.seq && hop.attempt === due.attempt);
  const fence = record?.starts.at(-1)?.fence;
  if (fence !== undefined) {
    return runs.some((run) => run.id === fence) || titled.length > 0 ? 'run-ended-without-end' : 'run-absent';
  }
  return titled.length > 0 ? 'run-ended-without-end' : 'no-start';
}

function waitsFor(
  { state, updated, now, grace }: DiagnoseInput,
  runs: readonly RunSeen[],
  due: Successor,
): Diagnosis | undefined {
  const { last } = state;
  if (last?.until !== undefined && Date.parse(last.until) > now) {
    return { kind: 'waiting', why: 'rate-limit', until: last.until, due };
  }
  const times = [...runs.map((run) => run.updated), ...(updated === undefined ? [] : [updated])].map(Date.parse);
  const since = Math.max(0, ...times.filter((time) => !Number.isNaN(time)));
  if (since + grace <= now) return undefined;
  return { kind: 'waiting', why: 'grace', until: new Date(since + grace).toISOString(), due };
}

/** What was there and is no longer: a hop later than the one the facts call due has committed, or has run to its end. */
function lostFacts(input: DiagnoseInput, runs: readonly RunSeen[], due: Successor): string | undefined {
  const later = hopsOf(input).find((hop) => compareHops(hop, due) > 0);
  if (later !== undefined)
    return `a commit tells of hop ${later.seq}.${later.attempt}, the facts end before ${label(due)}`;
  const beyond = runs.find((run) => {
    const hop = parseRunTitle(run.title)!;
    return run.conclusion === 'success' && compareHops(hop, due) > 0;
  });
  if (beyond === undefined) return undefined;
  return `run ${beyond.id} (${beyond.title}) ended well, the facts end before ${label(due)}`;
}

/** The largest number of a repair of the hop, since a person last started the subject. */
function repairsOf(subject: number, runs: readonly RunSeen[], due: Successor): number {
  const asked = Math.max(0, ...runs.filter((run) => parseRunTitle(run.title)?.seq === 0).map((run) => run.id));
  const own = runs.filter((run) => isRunOf(run.title, subject, due) && run.id > asked);
  return Math.max(0, ...own.map((run) => parseRunTitle(run.title)!.repair));
}

/** The hops of this flow that commits of its branch name. */
function hopsOf({ flow, subject, commits }: DiagnoseInput): { seq: number; attempt: number }[] {
  return (commits ?? []).flatMap(({ hop }) => {
    if (hop === undefined) return [];
    const [name, number, seq, , attempt] = hop.split('/');
    return name === flow.flow && Number(number) === subject ? [{ seq: Number(seq), attempt: Number(attempt) }] : [];
  });
}

/** An admission that found nothing to do ends well; one that was not let through fails, as a run that died does. */
function died(run: RunSeen): boolean {
  return run.conclusion !== undefined && !['success', 'skipped', 'neutral'].includes(run.conclusion);
}

function newest(runs: readonly RunSeen[]): RunSeen | undefined {
  return runs.reduce<RunSeen | undefined>(
    (last, run) => (last === undefined || run.id > last.id ? run : last),
    undefined,
  );
}

function label(hop: { seq: number; attempt: number }): string {
  return `${hop.seq}.${hop.attempt}`;
}
