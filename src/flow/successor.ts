import type { EndFact, Fact, StartFact } from '../core/fact.ts';
import type { Flow } from '../core/flow.ts';
import type { Fold, HopRecord } from '../core/fold.ts';
import { isResumable } from '../core/ledger/asks.ts';
import { ATTEMPT_LIMIT, HOP_LIMIT } from '../core/names.ts';
import { forwardPath } from './path.ts';

/** The identity of the hop that must come after an end. */
export interface Successor {
  readonly seq: number;
  readonly attempt: number;
  readonly agent: string;
  /** Redos in a row, this one included; 0 when it is none. */
  readonly redo: number;
  /** The claimer whose forward route follows this detour. */
  readonly return: string | undefined;
}

/**
 * What an end announces: another agent is seq+1, attempt 1; a self-retry is the same seq, attempt+1; a redo after a
 * moved head is seq+1 with the attempt kept and redo+1. Undefined when the flow ends there. `detour` tells whether the
 * end's claim is one whose target lies ahead.
 */
export function successor(end: EndFact, start: StartFact | undefined, detour: boolean): Successor | undefined {
  const next = end.next.agent;
  if (next === undefined) return undefined;
  const back = start?.return;
  if (end.reason === 'stale-head') {
    const attempt = next === end.agent ? end.attempt : 1;
    return { seq: end.seq + 1, attempt, agent: next, redo: (start?.redo ?? 0) + 1, return: back };
  }
  if (next === end.agent && end.attempt < ATTEMPT_LIMIT) {
    return { seq: end.seq, attempt: end.attempt + 1, agent: next, redo: 0, return: back };
  }
  return { seq: end.seq + 1, attempt: 1, agent: next, redo: 0, return: detour ? end.agent : undefined };
}

/** What a hop's own end announces, as its writer knows it: from the start among its facts and the claims that are detours. */
export function announcedBy(
  hop: { readonly detours: readonly string[] },
  facts: readonly Fact[],
  end: EndFact,
): Successor | undefined {
  const start = facts.find((fact) => fact.kind === 'start');
  return successor(end, start, end.claim !== undefined && hop.detours.includes(end.claim));
}

/** True when `target` lies ahead of `from` on the forward routes: a claim for it is a detour. */
export function isAhead(flow: Flow, from: string, target: string): boolean {
  return forwardPath(flow, from).slice(1).includes(target);
}

/** The hop of the newest end, with the start that holds it. */
export function lastHop(state: Fold): { record: HopRecord; end: EndFact } | undefined {
  const record = [...state.hops].reverse().find((hop) => hop.end !== undefined);
  return record?.end === undefined ? undefined : { record, end: record.end };
}

/** What the newest end announces; the entry hop when nothing has happened yet. */
export function nextOf(flow: Flow, state: Fold): Successor | undefined {
  const last = lastHop(state);
  if (last === undefined) return { seq: 1, attempt: 1, agent: flow.entry, redo: 0, return: undefined };
  const { end } = last;
  const detour = end.claim !== undefined && end.next.agent !== undefined && isAhead(flow, end.agent, end.next.agent);
  return successor(end, last.record.starts.at(-1), detour);
}

/** The hop by which a person lets a stopped flow go on: the one that stopped it, once more. Undefined when it is over. */
export function reopened(state: Fold): Successor | undefined {
  const last = lastHop(state);
  if (last === undefined || last.end.next.agent !== undefined || last.end.seq >= HOP_LIMIT) return undefined;
  if (last.end.status !== 'fail' || !isResumable(last.end.reason)) return undefined;
  const back = last.record.starts.at(-1)?.return;
  return { seq: last.end.seq + 1, attempt: 1, agent: last.end.agent, redo: 0, return: back };
}

/**
 * Id of the newest run that is known to have held a hop; 0 when there is none. Ids grow: a start with a smaller one was asked
 * for before that hop ended, and whoever asked had not seen its end.
 */
export function newestFence(state: Fold): number {
  return Math.max(0, ...state.hops.flatMap((hop) => hop.starts.map((start) => start.fence)));
}
