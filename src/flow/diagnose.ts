import type { EndFact } from '../core/fact.ts';
import { compareHops } from '../core/fact.ts';
import type { Flow } from '../core/flow.ts';
import type { Fold } from '../core/fold.ts';
import { flowState } from '../core/ledger/render.ts';
import type { FlowState } from '../core/names.ts';
import { isRunOf, parseRunTitle, runsOf } from '../core/run-name.ts';
import { newestFence, nextOf, reopened, type Successor } from './successor.ts';

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
  /** The facts of the copies that were read. */
  readonly state: Fold;
  /**
   * Other copies hold an end behind those of `state`: its writer died before it could write the Ledger. The hop has to run
   * again, by what `state` knows.
   */
  readonly unwritten?: boolean;
  readonly issue: { readonly open: boolean } | undefined;
  /** Login that the flow's own dispatches run under. */
  readonly bot: string;
  /** The flow's branch, newest commit first, with the hop each names in its trailers. */
  readonly commits: readonly { readonly hop: string | undefined }[] | undefined;
  /** Runs of the workflow; of other subjects too. A start by somebody who may not write is none. */
  readonly runs: readonly RunSeen[];
  /** What a person has put in the flow's way. */
  readonly hold: { readonly kind: 'pause' | 'stop' } | undefined;
  /** A person's comment that asks an ended flow to go on, and came to nothing so far; judged already. */
  readonly resume?: { readonly id: number; readonly created: string } | undefined;
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
  | 'first-hop-died'
  /** A comment lets the flow go on, and no run of it left a fact. */
  | 'asked-by-comment';

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
  | ({ readonly kind: 'stuck' | 'stopped'; readonly why: StuckWhy; readonly resume?: number } & Due)
  | ({ readonly kind: 'exhausted'; readonly why: StuckWhy } & Due)
  | { readonly kind: 'damaged'; readonly what: string };

/** Says how a flow stands, from facts and run lists alone. Pure. */
export function diagnose(input: DiagnoseInput): Diagnosis {
  const { flow, state, issue } = input;
  const runs = runsOf(input.runs, input.subject);
  const next = nextOf(flow, state);
  const again = next === undefined ? deadReopening(input, runs) : undefined;
  const due = again ?? next;
  // Any run of the subject holds its concurrency group: what is dispatched now would only queue behind it.
  const alive = runs.filter((run) => run.alive);
  const running = alive.find((run) => run.status === 'in_progress') ?? alive[0];
  if (running !== undefined)
    return { kind: running.status === 'in_progress' ? 'running' : 'queued', run: running, due };
  if (due === undefined) return { kind: 'ended', state: flowState(state), reason: state.last?.reason };
  const resume = again === undefined || input.unwritten === true ? undefined : input.resume?.id;
  const why =
    again === undefined
      ? whyStuck(input, runs, due)
      : resume === undefined
        ? 'run-ended-without-end'
        : 'asked-by-comment';
  if (why === undefined || issue === undefined) return { kind: 'none' };
  // A closed issue is left alone, but for an end that the Ledger has still to tell.
  if (!issue.open && input.unwritten !== true) return { kind: 'closed', due };
  if (input.hold?.kind === 'pause') return { kind: 'paused', due };
  const waiting = waitsFor(input, runs, due);
  if (waiting !== undefined) return waiting;
  const lost = lostFacts(input, runs, due);
  if (lost !== undefined) return { kind: 'damaged', what: lost };
  const repairs = repairsOf(input.subject, runs, due);
  if (repairs >= REPAIR_LIMIT + EXHAUSTED_LIMIT) return { kind: 'exhausted', why, due, repairs };
  const kind = input.hold?.kind === 'stop' ? 'stopped' : 'stuck';
  return { kind, why, due, repairs, ...(resume === undefined ? {} : { resume }) };
}

/**
 * The hop by which a start let an ended flow go on, when its run died before the Ledger could tell of it. Whether somebody
 * asked for it at all is told by the person's run, by a person's comment, or by what the hop left in other copies.
 */
function deadReopening(input: DiagnoseInput, runs: readonly RunSeen[]): Successor | undefined {
  const { state, issue } = input;
  if (input.unwritten === true) return reopened(state);
  if (input.resume !== undefined && issue?.open === true) return reopened(state);
  const late = runs.filter((run) => run.id > newestFence(state) && parseRunTitle(run.title)!.seq === 0);
  const asked = late.some((run) => run.actor !== input.bot && died(run));
  return asked && issue?.open === true ? reopened(state) : undefined;
}

/**
 * True when other copies may hold an end that the Ledger lacks although nothing is due by it: a run died that was asked for
 * no earlier than the newest one that the Ledger knows.
 */
export function mayBeUnwritten(input: Pick<DiagnoseInput, 'state' | 'subject' | 'runs'>, found: Diagnosis): boolean {
  const known = newestFence(input.state);
  const dead = runsOf(input.runs, input.subject).filter(died);
  if (found.kind === 'closed') return dead.some((run) => run.id >= known);
  return found.kind === 'ended' && dead.some((run) => run.id > known);
}

/** True when `copies` tell an end of the flow, or of a hop that let it go on, which `state` does not know. Pure. */
export function isUnwritten(flow: Flow, state: Fold, copies: Fold): boolean {
  if (nextOf(flow, state) !== undefined) return nextOf(flow, copies) === undefined;
  return copies.last !== undefined && (state.last === undefined || compareHops(copies.last, state.last) > 0);
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
  { state, updated, resume, now, grace }: DiagnoseInput,
  runs: readonly RunSeen[],
  due: Successor,
): Diagnosis | undefined {
  const { last } = state;
  if (last?.until !== undefined && Date.parse(last.until) > now) {
    return { kind: 'waiting', why: 'rate-limit', until: last.until, due };
  }
  const known = [updated, resume?.created].filter((time) => time !== undefined);
  const times = [...runs.map((run) => run.updated), ...known].map(Date.parse);
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
