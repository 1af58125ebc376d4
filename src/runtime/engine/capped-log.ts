/** Lines of an engine's output that reach the log; the rest is counted. */
const LOG_LINES = 2_000;
/** Characters of a line that reach the log. */
export const LOG_CHARS = 1_000;

export interface CappedLog {
  readonly write: (line: string) => void;
  /** Says how many lines were left out. */
  readonly end: () => void;
}

/** A log that a talkative engine cannot flood: lines are cut in length and in number. */
export function cappedLog(log: (line: string) => void): CappedLog {
  let lines = 0;
  return {
    write: (line) => {
      lines++;
      if (lines <= LOG_LINES) log(line.slice(0, LOG_CHARS));
    },
    end: () => {
      if (lines > LOG_LINES) log(`… ${lines - LOG_LINES} more lines left out`);
    },
  };
}
