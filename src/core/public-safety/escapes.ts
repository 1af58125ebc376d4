import { charSet, DIGITS } from './span.ts';

/** A text in another spelling, with the offset in the original that each of its characters comes from. */
export interface Respelled {
  readonly text: string;
  readonly origins: Uint32Array;
}

/** What shows nothing: control characters but the blanks, format characters, and what Unicode says may be ignored. */
const INVISIBLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Default_Ignorable_Code_Point}|\p{Cf}/u;
/** What an escape begins with, invisible characters and wide forms of ASCII. */
const ESCAPED = /[\\&%\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\uff01-\uff5e]|\p{Default_Ignorable_Code_Point}|\p{Cf}/u;

/** What a backslash says with the next character; before any other punctuation it says nothing, as in Markdown. */
const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
// An ampersand and a percent sign begin escapes of their own.
const PUNCTUATION = charSet('!"#$\'()*+,-./:;<=>?@[\\]^_`{|}~');
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", period: '.', colon: ':', sol: '/', bsol: '\\' },
  ...{ lowbar: '_', hyphen: '-', dash: '-', commat: '@', equals: '=', plus: '+', num: '#', percnt: '%' },
  ...{ Tab: '\t', NewLine: '\n', zwj: '', zwnj: '', shy: '', lrm: '', rlm: '', NoBreak: '', ZeroWidthSpace: '' },
  ...{ NegativeVeryThinSpace: '', NegativeThinSpace: '', NegativeMediumSpace: '', NegativeThickSpace: '' },
  ...{ ApplyFunction: '', af: '', InvisibleTimes: '', it: '', InvisibleComma: '', ic: '' },
};

/** Longest entity that is known: `&NegativeVeryThinSpace;`. */
const LONGEST = 24;
/** Longest order to a terminal that is read as one; a colour has up to 20 characters. */
const LONGEST_ORDER = 32;
const ORDER = charSet(`${DIGITS};:?<=>!"#$%&'()*+,-./ `);

/** One unit of the original, and what it says: a character, two halves of one, or nothing. */
interface Unit {
  readonly value: string;
  /** Characters of the original that it takes. */
  readonly length: number;
}

/**
 * The text without escapes of JSON, C and Markdown, entities of HTML, percent signs of addresses, colours of a terminal, invisible
 * characters and wide forms of ASCII; undefined when it has none. One pass, each character read a fixed number of times; what comes
 * out may be escaped once more.
 */
export function unescaped(text: string): Respelled | undefined {
  if (!ESCAPED.test(text)) return undefined;
  // No unit says more than it takes, so that what comes out is never longer.
  const codes = new Uint16Array(text.length);
  const origins = new Uint32Array(text.length + 1);
  let size = 0;
  let changed = false;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code < 0x7f && code !== BACKSLASH && code !== AND && code !== PERCENT) {
      origins[size] = at++;
      codes[size++] = code;
      continue;
    }
    const { value, length } = next(text, at);
    changed ||= value.length !== length || !text.startsWith(value, at);
    for (let i = 0; i < value.length; i++) {
      origins[size] = at;
      codes[size++] = value.charCodeAt(i);
    }
    at += length;
  }
  return changed ? { text: textOf(codes.subarray(0, size)), origins } : undefined;
}

const [BACKSLASH, AND, PERCENT, ESCAPE] = [0x5c, 0x26, 0x25, 0x1b];

/** UTF-16 units as a text; bytes are its first 256. */
export function textOf(codes: Uint16Array | Uint8Array): string {
  const bytes = Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength);
  if (codes.BYTES_PER_ELEMENT === 1) return bytes.toString('latin1');
  // Units lie in memory as the machine has them, and a Buffer reads the low byte first.
  return (LOW_FIRST ? bytes : Buffer.from(bytes).swap16()).toString('utf16le');
}

const LOW_FIRST = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function next(text: string, at: number): Unit {
  const char = text[at]!;
  const code = text.charCodeAt(at);
  if (code === BACKSLASH) return backslash(text, at);
  if (code === AND) return entity(text, at);
  if (code === PERCENT) return hex(text, at + 1, 2, 3) ?? { value: char, length: 1 };
  if (code === ESCAPE) return { value: '', length: order(text, at) };
  if (code >= 0xff01 && code <= 0xff5e) return { value: String.fromCharCode(code - 0xfee0), length: 1 };
  const whole = String.fromCodePoint(text.codePointAt(at)!);
  return { value: INVISIBLE.test(whole) ? '' : whole, length: whole.length };
}

/** Characters of what begins with an escape: an order to a terminal (ECMA-48, CSI), or the escape alone. */
function order(text: string, at: number): number {
  if (text[at + 1] !== '[') return 1;
  let end = at + 2;
  while (
    end - at < LONGEST_ORDER &&
    end < text.length &&
    text.charCodeAt(end) < 128 &&
    ORDER[text.charCodeAt(end)] === 1
  )
    end++;
  return /[@-~]/.test(text[end] ?? '') ? end + 1 - at : 1;
}

function backslash(text: string, at: number): Unit {
  const mark = text[at + 1] ?? '';
  const code = numbered(text, at, mark);
  if (code !== undefined) return code;
  const simple = SIMPLE[mark] ?? (PUNCTUATION[mark.charCodeAt(0)] === 1 ? mark : undefined);
  return simple === undefined ? { value: '\\', length: 1 } : { value: simple, length: 2 };
}

/** A character by its number: `\u0067`, `\u{67}`, `\U00000067`, `\x67`, `\147`. */
function numbered(text: string, at: number, mark: string): Unit | undefined {
  if (mark === 'u' && text[at + 2] === '{') {
    const end = text.slice(at, at + 11).indexOf('}');
    return end < 4 ? undefined : hex(text, at + 3, end - 3, end + 1);
  }
  if (mark === 'u') return hex(text, at + 2, 4, 6);
  if (mark === 'U') return hex(text, at + 2, 8, 10);
  if (mark === 'x') return hex(text, at + 2, 2, 4);
  const octal = /^[0-3][0-7]{2}$/.exec(text.slice(at + 1, at + 4));
  return octal === null ? undefined : { value: shown(Number.parseInt(octal[0], 8)), length: 4 };
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

/** The character of a code; an invisible one goes in the next pass. */
function shown(code: number): string {
  return code > 0x10ffff ? '' : String.fromCodePoint(code);
}
