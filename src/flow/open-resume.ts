import type { Fold } from '../core/fold.ts';
import { RESUMED, answerMarker } from './control.ts';
import { parseControlComment, type ControlCommand } from './control-comment.ts';
import { lastSeen, wasUsed } from './resume.ts';
import { reopened } from './successor.ts';

/** A comment of the subject as a sweep reads it. */
export interface SpokenComment {
  readonly id: number;
  readonly body: string;
  /** Login of its author. */
  readonly author: string;
  /** By the flow's own account. */
  readonly own: boolean;
  /** Changed after it was made. */
  readonly edited: boolean;
  /** When it was made, ISO 8601. */
  readonly created: string;
}

/** A command in a comment that came after the end of a flow. */
export interface SpokenCommand {
  readonly command: ControlCommand;
  readonly comment: SpokenComment;
}

/**
 * Commands in comments that the end of a stopped flow had not seen, newest first. The first one by somebody who may write says
 * what is wanted now. None where there is nothing to go on with. Pure.
 */
export function commandsAfterEnd(state: Fold, comments: readonly SpokenComment[]): SpokenCommand[] {
  if (reopened(state) === undefined) return [];
  const seen = lastSeen(state);
  return comments
    .flatMap((comment) => {
      if (comment.own || comment.edited || comment.id <= seen) return [];
      const command = parseControlComment(comment.body);
      return command === undefined || command === 'unknown' || command === 'rebuild' ? [] : [{ command, comment }];
    })
    .sort((a, b) => b.comment.id - a.comment.id);
}

/**
 * True when the newest command asks the flow to go on and nothing came of it: no start records it, and it was not answered, or
 * answered with the promise of a run. Any other answer told the person what else is wanted. Pure.
 */
export function isOpenResume(
  state: Fold,
  { command, comment }: SpokenCommand,
  comments: readonly SpokenComment[],
): boolean {
  if (command !== 'resume' || wasUsed(state, comment.id)) return false;
  const marker = answerMarker(comment.id);
  const answer = comments.find(({ own, body }) => own && body.startsWith(marker));
  return answer === undefined || answer.body.slice(marker.length).trimStart().startsWith(RESUMED);
}
