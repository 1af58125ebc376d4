import { matchBrackets, rustTokens, spell, type RustToken } from './rust-tokens.ts';

export type RustKind =
  | 'fn'
  | 'struct'
  | 'enum'
  | 'union'
  | 'trait'
  | 'type'
  | 'const'
  | 'static'
  | 'macro'
  | 'mod'
  | 'use'
  | 'impl'
  | 'extern'
  | 'opaque';

/** One item of a Rust module, as its tokens say. */
export interface RustItem {
  readonly kind: RustKind;
  readonly name: string;
  readonly public: boolean;
  /** Attributes as they are spelled, without `#[…]`. */
  readonly attributes: readonly string[];
  readonly line: number;
  /** Everything but attributes, visibility and body. */
  readonly head: readonly RustToken[];
  /** Between the braces; undefined without any. */
  readonly body: readonly RustToken[] | undefined;
}

const KEYWORDS: ReadonlyMap<string, RustKind> = new Map([
  ['fn', 'fn'],
  ['struct', 'struct'],
  ['enum', 'enum'],
  ['union', 'union'],
  ['trait', 'trait'],
  ['type', 'type'],
  ['const', 'const'],
  ['static', 'static'],
  ['mod', 'mod'],
  ['use', 'use'],
  ['impl', 'impl'],
  ['macro', 'macro'],
  ['macro_rules', 'macro'],
  ['extern', 'extern'],
]);
const QUALIFIERS: ReadonlySet<string> = new Set([
  'default',
  'unsafe',
  'async',
  'const',
  'extern',
  'auto',
  'safe',
  'gen',
]);

/** Items of a source file, or why it cannot be read. */
export function parseRust(source: string): readonly RustItem[] | string {
  const tokens = rustTokens(source.replace(/^\ufeff|^#![^[][^\n]*/, ''));
  return typeof tokens === 'string' ? tokens : parseItems(tokens);
}

/** Items among these tokens: a file, a module's body, an impl's, a trait's. */
export function parseItems(tokens: readonly RustToken[]): readonly RustItem[] | string {
  const pairs = matchBrackets(tokens);
  if (pairs === undefined) return 'the brackets do not match';
  const items: RustItem[] = [];
  let at = 0;
  const text = (index: number) => tokens[index]?.text ?? '';
  while (at < tokens.length) {
    if (text(at) === ';') {
      at++;
      continue;
    }
    const attributes: string[] = [];
    let inner = false;
    while (text(at) === '#' && (text(at + 1) === '[' || (text(at + 1) === '!' && text(at + 2) === '['))) {
      const open = text(at + 1) === '!' ? at + 2 : at + 1;
      inner = open === at + 2;
      const end = pairs.get(open)!;
      if (!inner) attributes.push(spell(tokens.slice(open + 1, end)));
      at = end + 1;
    }
    if (at >= tokens.length) break;
    const line = tokens[at]!.line;
    let isPublic = false;
    if (text(at) === 'pub') {
      at++;
      isPublic = text(at) !== '(' || !/^(?:crate|super|self|in)$/.test(text(at + 1));
      if (!isPublic) at = pairs.get(at)! + 1;
    }
    const start = at;
    const kind = kindAt(tokens, at);
    if (kind === undefined)
      return `line ${line}: ${JSON.stringify(text(at).slice(0, 40))} begins no item that is known here`;
    const [end, open] = itemEnd(tokens, pairs, at, kind);
    if (end < 0) return `line ${line}: the item has no end`;
    const head = tokens.slice(start, open ?? end);
    items.push({
      kind,
      name: nameOf(head, kind),
      public: isPublic,
      attributes,
      line,
      head,
      body: open === undefined ? undefined : tokens.slice(open + 1, pairs.get(open)!),
    });
    at = end + 1;
  }
  return items;
}

function kindAt(tokens: readonly RustToken[], from: number): RustKind | undefined {
  let at = from;
  const text = (index: number) => tokens[index]?.text ?? '';
  if (text(at) === 'macro_rules' && text(at + 1) === '!') return 'macro';
  // `const` and `extern` begin items of their own, too.
  while (QUALIFIERS.has(text(at))) {
    if (text(at) === 'extern' && tokens[at + 1]?.kind === 'literal') at++;
    else if (!/^(?:fn|unsafe|async|extern|impl|trait|const|default|safe|gen|auto|type)$/.test(text(at + 1))) break;
    at++;
  }
  if (text(at) === '{' && text(from) !== '{') return 'extern';
  const kind = KEYWORDS.get(text(at));
  if (kind !== undefined && !(text(at) === 'union' && tokens[at + 1]?.kind !== 'word')) return kind;
  // A macro that makes items: what it makes is not seen, but that it changes is.
  for (let i = at; i < at + 20; i++) {
    if (text(i) === '!') return 'opaque';
    if (tokens[i]?.kind !== 'word' && text(i) !== ':') return undefined;
  }
  return undefined;
}

/** Position of the last token of an item, and of the brace that opens its body. */
function itemEnd(
  tokens: readonly RustToken[],
  pairs: ReadonlyMap<number, number>,
  from: number,
  kind: RustKind,
): readonly [number, number | undefined] {
  // A brace in `use a::{b, c}`, in a value or in the argument of a macro is not the item's body.
  const bodied = !['use', 'const', 'static', 'type'].includes(kind);
  for (let at = from; at < tokens.length; at++) {
    const { text } = tokens[at]!;
    if (text === ';') return [at, undefined];
    if (text === '{' && bodied) {
      const end = pairs.get(at)!;
      return kind === 'opaque' ? [end, undefined] : [end, at];
    }
    if (pairs.has(at)) at = pairs.get(at)!;
  }
  return kind === 'opaque' ? [tokens.length - 1, undefined] : [-1, undefined];
}

function nameOf(head: readonly RustToken[], kind: RustKind): string {
  if (kind === 'opaque') return spell(head.slice(0, head.findIndex(({ text }) => text === '!') + 1)).replace(/ /g, '');
  if (kind === 'use' || kind === 'impl' || kind === 'extern') return spell(head);
  const words = head.map(({ text }) => text);
  const keyword =
    kind === 'macro' ? (words[0] === 'macro_rules' ? 1 : 0) : words.lastIndexOf(kind, firstBracket(words));
  const name = words.slice(keyword + 1).find((word) => kind !== 'static' || word !== 'mut');
  return name ?? '';
}

function firstBracket(words: readonly string[]): number {
  const at = words.findIndex((word) => /^[([{<=:]$/.test(word));
  return at < 0 ? words.length : at;
}
