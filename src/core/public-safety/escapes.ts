/** A text in another spelling, with the offset in the original that each of its characters comes from. */
export interface Respelled {
  readonly text: string;
  readonly origins: Uint32Array;
}

const ESCAPED =
  /[\\&%\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\uff01-\uff5e]|\udb40/;

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '/': '/',
  '\\': '\\',
};
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", period: '.', colon: ':', sol: '/', bsol: '\\' },
  ...{ lowbar: '_', hyphen: '-', dash: '-', commat: '@', equals: '=', plus: '+', num: '#', zwj: '', zwnj: '', shy: '' },
};

/** Longest escape that is known: `&#x10FFFF;`. */
const LONGEST = 12;

/**
 * The text without escapes of JSON, entities of HTML, percent signs of addresses, invisible characters and wide forms of
 * ASCII; undefined when it has none. One pass, each escape read at most twice.
 */
export function unescaped(text: string): Respelled | undefined {
  if (!ESCAPED.test(text)) return undefined;
  const parts: string[] = [];
  const origins = new Uint32Array(text.length + 1);
  let size = 0;
  let changed = false;
  for (let at = 0; at < text.length;) {
    const { value, length } = next(text, at);
    changed ||= length !== 1 || value !== text[at];
    for (let i = 0; i < value.length; i++) origins[size++] = at;
    parts.push(value);
    at += length;
  }
  return changed ? { text: parts.join(''), origins } : undefined;
}

interface Unit {
  readonly value: string;
  /** Characters of the original that it takes. */
  readonly length: number;
}

function next(text: string, at: number): Unit {
  const char = text[at]!;
  if (char === '\\') return backslash(text, at);
  if (char === '&') return entity(text, at);
  if (char === '%') return hex(text, at + 1, 2, 3) ?? { value: char, length: 1 };
  const code = text.charCodeAt(at);
  if (code < 0x80) return { value: char, length: 1 };
  if (code >= 0xff01 && code <= 0xff5e) return { value: String.fromCharCode(code - 0xfee0), length: 1 };
  // Tags and variation selectors beyond the first plane show nothing.
  if (code === 0xdb40) return { value: '', length: 2 };
  return { value: ESCAPED.test(char) ? '' : char, length: 1 };
}

function backslash(text: string, at: number): Unit {
  const mark = text[at + 1] ?? '';
  const code = mark === 'u' ? hex(text, at + 2, 4, 6) : mark === 'x' ? hex(text, at + 2, 2, 4) : undefined;
  if (code !== undefined) return code;
  const simple = SIMPLE[mark];
  return simple === undefined ? { value: '\\', length: 1 } : { value: simple, length: 2 };
}

function hex(text: string, from: number, digits: number, length: number): Unit | undefined {
  const code = text.slice(from, from + digits);
  if (code.length !== digits || !/^[0-9a-fA-F]+$/.test(code)) return undefined;
  return { value: shown(Number.parseInt(code, 16)), length };
}

function entity(text: string, at: number): Unit {
  const end = text.slice(at, at + LONGEST).indexOf(';');
  const name = end < 0 ? '' : text.slice(at + 1, at + end);
  const number = /^#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}))$/.exec(name);
  const code =
    number === null ? undefined : Number.parseInt(number[1] ?? number[2]!, number[1] === undefined ? 16 : 10);
  const value = code === undefined ? (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) : shown(code);
  return value === undefined ? { value: '&', length: 1 } : { value, length: end + 1 };
}

/** The character of a code; nothing for an invisible one. */
function shown(code: number): string {
  if (code > 0x10ffff) return '';
  const char = String.fromCodePoint(code);
  return code >= 0x80 && ESCAPED.test(char) ? '' : char;
}
