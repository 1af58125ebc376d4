/** JSON values that a command printed among lines of its log. */
export interface PrintedJson {
  readonly texts: readonly string[];
  /** A value begins and has no end: the output was cut, or the command died. */
  readonly open: boolean;
}

/** A line that an object begins on; a brace of a log line is followed by something else. */
const BEGIN = /^[ \t]{0,8}\{(?=\s{0,80}["}])/m;

/** A value is looked for at most this often; more is no report. */
const MOST = 200;

/**
 * The JSON objects in a command's output, each beginning at the start of a line and ending at the end of one, with log lines before, between and
 * behind them. Time grows with the length of the text.
 */
export function printedJson(output: string): PrintedJson {
  const texts: string[] = [];
  let at = 0;
  while (at < output.length && texts.length < MOST) {
    const start = BEGIN.exec(output.slice(at));
    if (start === null) return { texts, open: false };
    const begin = at + start.index;
    const end = endOf(output, begin);
    if (end === undefined) return { texts, open: true };
    texts.push(output.slice(begin, end));
    at = end;
  }
  return { texts, open: at < output.length && BEGIN.test(output.slice(at)) };
}

/** Index behind the bracket that closes the one at or behind `begin`; undefined when there is none. */
function endOf(text: string, begin: number): number | undefined {
  let depth = 0;
  for (let i = begin; i < text.length; i++) {
    const char = text[i]!;
    if (char === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++;
    } else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return i + 1;
  }
  return undefined;
}
