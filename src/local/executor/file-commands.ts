/** Pairs read from a file that a step wrote (GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STATE), in order. */
export type Pairs = [name: string, value: string][];

/**
 * Parses `name=value` lines and `name<<DELIMITER` blocks exactly as the runner does; throws an Error that quotes the
 * malformed line. Only LF ends a line: a carriage return stays part of the value, on Linux as on the real runner.
 */
export function parseFileCommand(text: string): Pairs {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const pairs: Pairs = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`);
      pairs.push([line.slice(0, equals), line.slice(equals + 1)]);
    } else if (heredoc >= 0) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      if (name === '' || delimiter === '') {
        throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
      }
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
      pairs.push([name, lines.slice(at + 1, end).join('\n')]);
      at = end;
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  return pairs;
}

/** The pairs as a record without a prototype, so that a name like `__proto__` is only a name; the last value wins. */
export function toRecord(pairs: Pairs): Record<string, string> {
  const record = Object.create(null) as Record<string, string>;
  for (const [name, value] of pairs) record[name] = value;
  return record;
}

/** Names a step may not set through GITHUB_ENV: the runner refuses NODE_OPTIONS and owns the two prefixes. */
export function isReservedEnvironment(name: string): boolean {
  return /^(node_options$|github_|runner_)/i.test(name);
}
