import type { EndFact } from '../core/fact.ts';
import type { Fold } from '../core/fold.ts';
import { isResumable } from '../core/ledger/asks.ts';
import { parseControlComment } from './control-comment.ts';

/** The comment that a dispatch says it was caused by, as the host has it now. */
export interface ResumeComment {
  readonly id: number;
  readonly body: string;
  /** Login of its author. */
  readonly author: string;
  /** The author has write permission, as the host says now. */
  readonly mayWrite: boolean;
  /** Changed after it was made. */
  readonly edited: boolean;
  /** It stands on the subject's issue or on its PR. */
  readonly here: boolean;
}

/** Whether a comment lets a flow go on, and what to say when it does not. */
export type ResumeVerdict =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'duplicate' | 'unauthorised'; readonly why: string };

/**
 * Judges a request to resume by what the host and the facts say, so that a forged or repeated dispatch counts for nothing
 * the comment is there, unedited, on this subject, by somebody who may write; it lifts one end once, and none that
 * came after it. Ids of comments grow, so the newest that an end has seen is its place in time. Pure.
 */
export function judgeResume(state: Fold, id: number, comment: ResumeComment | undefined): ResumeVerdict {
  const no = (why: string): ResumeVerdict => ({ ok: false, reason: 'unauthorised', why: `comment ${id} ${why}` });
  if (wasUsed(state, id)) {
    return { ok: false, reason: 'duplicate', why: `comment ${id} has resumed this flow already` };
  }
  if (comment === undefined || comment.id !== id) return no('is not there');
  if (!comment.here) return no('stands on another issue');
  if (comment.edited) return no('was edited, so that nobody knows what it said first');
  if (parseControlComment(comment.body) !== 'resume') return no('does not ask to resume');
  if (!comment.mayWrite) return no('is by somebody without write permission');
  if (id <= lastSeen(state)) return no('is older than the end it would lift');
  return { ok: true };
}

/** True when a hop of this flow was started by that comment. */
export function wasUsed(state: Fold, id: number): boolean {
  return state.facts.some((fact) => fact.kind === 'start' && fact.resume === id);
}

/** The newest comment that the last end has seen, when that end stopped the flow; 0 when it saw none. */
export function lastSeen(state: Fold): number {
  return state.last?.next.agent === undefined ? (state.last?.seen ?? 0) : 0;
}

/** The end of a stopped flow with the newest comment that others had made by then: an older one cannot lift it. */
export function withSeen(end: EndFact, comments: readonly { readonly id: number; readonly own: boolean }[]): EndFact {
  if (end.next.agent !== undefined || end.status === 'pass' || !isResumable(end.reason)) return end;
  const seen = Math.max(0, ...comments.flatMap((comment) => (comment.own ? [] : [comment.id])));
  return seen === 0 ? end : { ...end, seen };
}
