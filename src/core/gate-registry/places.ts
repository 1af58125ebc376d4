import type { KeyPath } from './finding.ts';

/**
 * Lines of tables, keys and list items of a TOML text that a parser has accepted: a second, light reading, because no parser tells where a value
 * stood. What it cannot find is on the line of what holds it; line 1 at worst.
 */
export function tomlPlaces(text: string): (path: KeyPath) => number {
  const lines = new Map<string, number>();
  const note = (path: KeyPath, line: number): void => {
    for (let n = 1; n <= path.length; n++) {
      const key = keyOf(path.slice(0, n));
      if (!lines.has(key)) lines.set(key, line);
    }
  };
  let table: string[] = [];
  let line = 1;
  let at = 0;
  const skipBlank = (ends: string): void => {
    for (;;) {
      const char = text[at];
      if (char === undefined) return;
      if (char === '#') at = endOf(text.indexOf('\n', at));
      else if (char === '\n' && !ends.includes('\n')) {
        line++;
        at++;
      } else if (/[ \t\r]/.test(char)) at++;
      else return;
    }
  };
  const endOf = (found: number): number => (found < 0 ? text.length : found);
  /** Reads `a."b:c".d` up to a sign that ends a key. */
  const readKey = (): string[] => {
    const parts: string[] = [];
    for (;;) {
      skipBlank('\n');
      const quote = text[at];
      if (quote === '"' || quote === "'") {
        const end = closing(quote, at + 1);
        parts.push(unquote(text.slice(at, end + 1)));
        at = end + 1;
      } else {
        const bare = /^[A-Za-z0-9_-]+/.exec(text.slice(at, at + 200))?.[0] ?? '';
        if (bare === '') return parts;
        parts.push(bare);
        at += bare.length;
      }
      skipBlank('\n');
      if (text[at] !== '.') return parts;
      at++;
    }
  };
  const closing = (quote: string, from: number): number => {
    for (let i = from; i < text.length; i++) {
      if (quote === '"' && text[i] === '\\') i++;
      else if (text[i] === quote) return i;
    }
    return text.length;
  };
  const skipString = (): void => {
    const quote = text[at]!;
    const triple = quote.repeat(3);
    if (!text.startsWith(triple, at)) {
      at = closing(quote, at + 1) + 1;
      return;
    }
    let end = at + 3;
    while (end < text.length && !text.startsWith(triple, end)) {
      if (text[end] === '\n') line++;
      end += quote === '"' && text[end] === '\\' && text[end + 1] !== '\n' ? 2 : 1;
    }
    at = end + 3;
    while (text[at] === quote) at++;
  };
  const readValue = (path: KeyPath): void => {
    skipBlank('\n');
    const char = text[at];
    if (char === '"' || char === "'") return skipString();
    if (char === '[') {
      at++;
      for (let i = 0; ; i++) {
        skipBlank('');
        if (text[at] === undefined) return;
        if (text[at] === ']') break;
        note([...path, i], line);
        readValue([...path, i]);
        skipBlank('');
        if (text[at] === ',') at++;
      }
      at++;
      return;
    }
    if (char === '{') {
      at++;
      for (;;) {
        skipBlank('');
        if (text[at] === undefined) return;
        if (text[at] === '}') break;
        const start = at;
        const key = readKey();
        note([...path, ...key], line);
        if (text[at] === '=') at++;
        readValue([...path, ...key]);
        skipBlank('');
        if (text[at] === ',') at++;
        if (at === start) at++;
      }
      at++;
      return;
    }
    while (at < text.length && !/[\n,\]}#]/.test(text[at]!)) at++;
  };
  while (at < text.length) {
    skipBlank('');
    if (text[at] === undefined) break;
    const start = at;
    if (text[at] === '[') {
      at += text[at + 1] === '[' ? 2 : 1;
      table = readKey();
      note(table, line);
      at = endOf(text.indexOf('\n', at));
    } else {
      const key = readKey();
      note([...table, ...key], line);
      if (text[at] === '=') at++;
      readValue([...table, ...key]);
    }
    if (at === start) at++;
  }
  return (path) => {
    for (let n = path.length; n > 0; n--) {
      const found = lines.get(keyOf(path.slice(0, n)));
      if (found !== undefined) return found;
    }
    return 1;
  };
}

const keyOf = (path: KeyPath): string => path.map(String).join('\0');

function unquote(quoted: string): string {
  if (quoted.startsWith("'")) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted.slice(1, -1);
  }
}
