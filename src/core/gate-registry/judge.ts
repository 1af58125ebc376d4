import { readLogSummary } from './log-summary.ts';
import type { Outcome, RowReason } from './outcome.ts';

/** How a gate's command ended. `log` is what it printed, capped and without ANSI. */
export interface CommandEnd {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  readonly notFound: boolean;
  readonly log: string;
}

export interface Judged {
  readonly outcome: Outcome;
  readonly reason?: RowReason;
  readonly why: string;
}

/** What an end says. Exit 0 alone says that the command ended with 0 and no more; a summary that says otherwise outweighs it. Pure. */
export function judgeEnd(end: CommandEnd, timeoutS: number): Judged {
  if (end.timedOut)
    return { outcome: 'fail', reason: 'timeout', why: `timeout after ${timeoutS} s; every process of it was ended` };
  if (end.notFound) return { outcome: 'fail', reason: 'crashed', why: 'bash is not on PATH' };
  if (end.signal !== null) return { outcome: 'fail', reason: 'crashed', why: `ended by ${end.signal}` };
  if (end.exitCode === null) return { outcome: 'fail', reason: 'crashed', why: 'no exit code' };
  const summary = readLogSummary(end.log);
  const said = summary === undefined ? '' : `; ${summary.said}`;
  if (end.exitCode !== 0)
    return { outcome: 'fail', reason: 'exit', why: `exit ${end.exitCode}${EXITS[end.exitCode] ?? ''}${said}` };
  if (summary?.vacuous !== undefined) return { outcome: 'fail', reason: 'vacuous', why: summary.vacuous };
  return { outcome: 'pass', why: `exit 0${said}` };
}

/** Codes of the shell that mean something of their own. */
const EXITS: Readonly<Record<number, string>> = {
  126: ' (a command could not be executed)',
  127: ' (a command was not found)',
};
