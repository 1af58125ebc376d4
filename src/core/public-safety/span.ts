import type { SafetyClass } from './finding.ts';

/** A value in a text, as half-open UTF-16 offsets. Spans stay inside this folder: they lead to the value. */
export interface Span {
  readonly class: SafetyClass;
  readonly start: number;
  readonly end: number;
}

/** A set of ASCII characters as a table, so that membership is one look. */
export function charSet(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const char of characters) table[char.charCodeAt(0)] = 1;
  return table;
}

export const DIGITS = '0123456789';
export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const UPPER = LOWER.toUpperCase();
export const ALNUM = charSet(DIGITS + LOWER + UPPER);
export const WORD = charSet(`${DIGITS}${LOWER}${UPPER}_`);
export const HEX = charSet(`${DIGITS}abcdefABCDEF`);

export function has(set: Uint8Array, code: number): boolean {
  return code < 128 && set[code] === 1;
}

/** End of the run of `set` that begins at `from`, at most `most` characters long. */
export function runEnd(text: string, from: number, set: Uint8Array, most = Number.POSITIVE_INFINITY): number {
  const limit = Math.min(text.length, from + most);
  let at = from;
  while (at < limit && has(set, text.charCodeAt(at))) at++;
  return at;
}

/** Every offset of `lead`; each character is looked at once. */
export function* offsetsOf(text: string, lead: string): Generator<number> {
  for (let at = text.indexOf(lead); at >= 0; at = text.indexOf(lead, at + 1)) yield at;
}
