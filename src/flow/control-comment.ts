export const CONTROL_COMMANDS = ['pause', 'resume', 'stop'] as const;
export type ControlCommand = (typeof CONTROL_COMMANDS)[number];

/** What each command does, for its help. */
export const CONTROL_HELP: Readonly<Record<ControlCommand, string>> = {
  pause: 'let the hop that runs end, and start nothing after it',
  resume: 'take a paused or stopped flow up again',
  stop: 'end a flow in needs-rework at the hop that is due',
};

/** A comment that speaks to the flow: one of its commands, or a word it does not know. */
export type ControlComment = ControlCommand | 'unknown';

const LINE = /^\/flow(?:[ \t]+([a-z]+))?[ \t]*$/;

/**
 * What a comment asks of the flow: its first line is `/flow pause`, `/flow resume` or `/flow stop` and nothing else. What
 * follows on further lines is for people. Undefined when the comment does not speak to the flow.
 */
export function parseControlComment(body: string): ControlComment | undefined {
  const first = body.split(/\r\n|\r|\n/, 1)[0]!;
  if (!/^\/flow(?![A-Za-z0-9_/-])/.test(first)) return undefined;
  const word = LINE.exec(first)?.[1];
  return CONTROL_COMMANDS.find((command) => command === word) ?? 'unknown';
}
