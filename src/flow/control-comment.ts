export const CONTROL_COMMANDS = ['pause', 'resume', 'stop'] as const;
export type ControlCommand = (typeof CONTROL_COMMANDS)[number];

/** What a comment can ask for: what a command line can, and a Ledger anew, which nobody but the flow's own bot can write. */
export const COMMENT_COMMANDS = [...CONTROL_COMMANDS, 'rebuild'] as const;
export type CommentCommand = (typeof COMMENT_COMMANDS)[number];

/** A comment that speaks to the flow: one of its commands, or a word it does not know. */
export type ControlComment = CommentCommand | 'unknown';

const LINE = /^\/flow(?:[ \t]+([a-z]+))?[ \t]*$/;

/**
 * What a comment asks of the flow: its first line is `/flow pause`, `/flow resume`, `/flow stop` or `/flow rebuild` and
 * nothing else. What follows on further lines is for people. Undefined when the comment does not speak to the flow.
 */
export function parseControlComment(body: string): ControlComment | undefined {
  const first = body.split(/\r\n|\r|\n/, 1)[0]!;
  if (!/^\/flow(?![A-Za-z0-9_/-])/.test(first)) return undefined;
  const word = LINE.exec(first)?.[1];
  return COMMENT_COMMANDS.find((command) => command === word) ?? 'unknown';
}
