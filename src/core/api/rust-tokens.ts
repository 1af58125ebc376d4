import { commentEnd, rawStringEnd, stringEnd } from '../rust-ends.ts';

/** A token of Rust source; comments and white space are none. */
export interface RustToken {
  readonly kind: 'word' | 'lifetime' | 'literal' | 'mark';
  readonly text: string;
  readonly line: number;
}

const TOKEN =
  /\s+|\/\/[^\n]*|\/\*|(?:r#)?[\p{L}_][\p{L}\p{N}_]*(?!['"#\p{L}\p{N}_])|b?'(?:\\(?:u\{[0-9a-fA-F_]+\}|x[0-9a-fA-F]{2}|.)|[^\\'\n])'|'[\p{L}_][\p{L}\p{N}_]*|[bc]?r(#*)"|[bc]?"|\d[\d_a-zA-Z]*(?:\.\d[\d_a-zA-Z]*)?|(?:r#)?[\p{L}_][\p{L}\p{N}_]*|./suy;

/** Reads Rust source. Returns the tokens, or why it is no Rust: a string or comment without an end. */
export function rustTokens(source: string): readonly RustToken[] | string {
  const tokens: RustToken[] = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match === null) return `line ${line} is not readable`;
    let text = match[0];
    let end = TOKEN.lastIndex;
    if (text === '/*') {
      end = commentEnd(source, end);
      if (end < 0) return `the comment of line ${line} has no end`;
    } else if (/^[bc]?r?#*"$/.test(text)) {
      end = match[1] === undefined ? stringEnd(source, end) : rawStringEnd(source, end, match[1]);
      if (end < 0) return `the string of line ${line} has no end`;
      tokens.push({ kind: 'literal', text: source.slice(start, end), line });
    } else if (/^[\p{L}_]/u.test(text) && !/^b'/.test(text)) {
      text = text.replace(/^r#/, '');
      tokens.push({ kind: 'word', text, line });
    } else if (/^b?'/.test(text)) {
      tokens.push({ kind: /^'[^'\\]+$/.test(text) ? 'lifetime' : 'literal', text, line });
    } else if (/^\d/.test(text)) tokens.push({ kind: 'literal', text, line });
    else if (!/^(?:\s|\/\/)/.test(text)) tokens.push({ kind: 'mark', text, line });
    for (let at = source.indexOf('\n', start); at >= 0 && at < end; at = source.indexOf('\n', at + 1)) line++;
    TOKEN.lastIndex = end;
  }
  return tokens;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** For each opening bracket the position of its closing one; undefined when they do not match. */
export function matchBrackets(tokens: readonly RustToken[]): ReadonlyMap<number, number> | undefined {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== 'mark') continue;
    if (text in CLOSING) open.push(at);
    else if (text === ')' || text === ']' || text === '}') {
      const start = open.pop();
      if (start === undefined || CLOSING[tokens[start]!.text] !== text) return undefined;
      pairs.set(start, at);
    }
  }
  return open.length === 0 ? pairs : undefined;
}

/** Tokens in one spelling: comments, layout and trailing commas say nothing. */
export function spell(tokens: readonly RustToken[]): string {
  const kept = tokens.filter(
    ({ text }, at) => text !== ',' || ![')', ']', '}', '>', undefined].includes(tokens[at + 1]?.text),
  );
  return kept.map(({ text }) => text).join(' ');
}
