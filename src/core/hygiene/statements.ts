/** Lines of code that belong together: an assertion that a formatter wraps is still one assertion. */
export interface Statement {
  /** First and last line, counted from 1. */
  readonly first: number;
  readonly last: number;
  /** The lines with single spaces between them, and no comma in front of a closing bracket. */
  readonly code: string;
}

/** Longest statement that is put together; what is longer is data, and its lines stand alone. */
const MAX_STATEMENT = 1_000;
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * The statements of a text whose comments and strings are blank. A line goes on while a round or square bracket is open that was not
 * closed by a block in it, and when the next line begins with a dot or an operator.
 */
export function statementsOf(code: string): Statement[] {
  const statements: Statement[] = [];
  const open: string[] = [];
  let parts: string[] = [];
  let length = 0;
  let first = 1;
  const lines = code.split('\n');
  const end = (last: number) => {
    if (parts.every((part) => part.trim() === '')) {
      // Nothing to read.
    } else if (length > MAX_STATEMENT)
      parts.forEach((part, index) => statements.push({ first: first + index, last: first + index, code: part }));
    else statements.push({ first, last, code: joined(parts) });
    parts = [];
    length = 0;
    first = last + 1;
  };
  lines.forEach((line, index) => {
    for (const char of line) {
      if (char === '(' || char === '[' || char === '{') open.push(char);
      else if (CLOSES[char] !== undefined && open.at(-1) === CLOSES[char]) open.pop();
    }
    parts.push(line);
    length += line.trim().length + 1;
    const inside = open.at(-1) === '(' || open.at(-1) === '[';
    const goesOn = /^\s*(?:\.(?!\.)|&&|\|\||[<>]=?\s|\?\?)/.test(lines[index + 1] ?? '');
    if ((inside || goesOn) && index + 1 < lines.length && length <= MAX_STATEMENT) return;
    end(index + 1);
  });
  return statements;
}

function joined(parts: readonly string[]): string {
  if (parts.length === 1) return parts[0]!;
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ')
    .replace(/([([])\s+/g, '$1')
    .replace(/,?\s+([)\]])/g, '$1')
    .replace(/\s+\./g, '.');
}
