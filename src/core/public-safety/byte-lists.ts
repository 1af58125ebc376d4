import { ALNUM, charSet, DIGITS, has, HEX, runEnd, WORD } from './span.ts';

/** Bytes that are written one after the other, as hex or as numbers, and the offset in the text where each stands. */
export interface ByteList {
  readonly encoding: 'hex' | 'bytes';
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  /** Where the last of them ends. */
  readonly end: number;
}

const BETWEEN = charSet(' ,:;-\t\r\n');
const BLANK = charSet(' \t\r\n');
/** Characters between two of them: a comma, a line break and its indentation. */
const MARGIN = 12;
const LONGEST_WORD = 16;
/** Shorter lists hold less than the shortest value there is. */
const SHORTEST = 7;

interface Item {
  readonly values: readonly number[];
  readonly at: number;
  /** Characters of one value. */
  readonly width: number;
  readonly end: number;
}

/** A list that is being read; it ends where something else stands, or something else lies between. */
class Reading {
  readonly #encoding: ByteList['encoding'];
  readonly #lists: ByteList[];
  #items: Item[] = [];
  #between: string | undefined;

  constructor(encoding: ByteList['encoding'], lists: ByteList[]) {
    this.#encoding = encoding;
    this.#lists = lists;
  }

  /** The next item, and what lies before it; undefined for something else. */
  add(item: Item | undefined, between: string | undefined): void {
    const last = this.#items.at(-1);
    const known = item !== undefined && between !== undefined && last !== undefined ? last : undefined;
    const [size, wanted] = [item?.values.length ?? 0, known?.values.length ?? 0];
    if (known === undefined || (this.#between ?? between) !== between || size > wanted) {
      this.end();
      // The last one of a list may be the first of the next: `3 49, 57, 46`.
      if (known !== undefined && size === wanted) this.#items = [known];
    }
    if (item === undefined) return;
    if (this.#items.length > 0) this.#between = between;
    this.#items.push(item);
    // Words are of one length; a shorter one is the last, or the first of another list.
    if (size >= wanted) return;
    this.end();
    this.#items = [item];
  }

  /** Ends the list, and keeps it if it is long enough to hold something. */
  end(): void {
    const items = this.#items;
    if (items.length > 0 && items.reduce((sum, { values }) => sum + values.length, 0) >= SHORTEST)
      this.#lists.push({
        encoding: this.#encoding,
        bytes: Uint8Array.from(items.flatMap(({ values }) => values)),
        offsets: Uint32Array.from(items.flatMap(({ values, at, width }) => values.map((_, i) => at + i * width))),
        end: items.at(-1)!.end,
      });
    this.#items = [];
    this.#between = undefined;
  }
}

/**
 * Lists of bytes: two hex digits or words of hex with blanks, commas or colons between, also with `0x`, and numbers from 0 to 255. Each
 * character is read a fixed number of times: linear.
 */
export function byteLists(text: string): ByteList[] {
  const lists: ByteList[] = [];
  const [hexes, numbers] = [new Reading('hex', lists), new Reading('bytes', lists)];
  let last = -1;
  for (let at = 0; at < text.length;) {
    if (!has(ALNUM, text.charCodeAt(at)) || has(WORD, text.charCodeAt(at - 1))) {
      at++;
      continue;
    }
    const from = text.startsWith('0x', at) ? at + 2 : at;
    const end = runEnd(text, from, WORD);
    const word = end - from <= LONGEST_WORD ? text.slice(from, end) : '';
    const between = betweenOf(text, last, at);
    const fraction = text[at - 1] === '.';
    const hex = fraction ? undefined : hexOf(word);
    const number = fraction || from !== at ? undefined : numberOf(word);
    hexes.add(hex === undefined ? undefined : { values: hex, at: from, width: 2, end }, between);
    numbers.add(number === undefined ? undefined : { values: [number], at: from, width: 0, end }, between);
    last = end;
    at = end;
  }
  hexes.end();
  numbers.end();
  return lists;
}

/** What separates two items, blanks left out; undefined when they do not belong to one list. */
function betweenOf(text: string, from: number, to: number): string | undefined {
  if (to - from > MARGIN) return undefined;
  let between = '';
  for (let at = from; at < to; at++) {
    if (!has(BETWEEN, text.charCodeAt(at))) return undefined;
    if (!has(BLANK, text.charCodeAt(at))) between += text[at];
  }
  return between;
}

function hexOf(word: string): number[] | undefined {
  if (word.length === 0 || word.length % 2 === 1) return undefined;
  for (let at = 0; at < word.length; at++) if (!has(HEX, word.charCodeAt(at))) return undefined;
  return Array.from({ length: word.length / 2 }, (_, i) => Number.parseInt(word.slice(2 * i, 2 * i + 2), 16));
}

const DIGIT = charSet(DIGITS);

function numberOf(word: string): number | undefined {
  if (word.length === 0 || word.length > 3) return undefined;
  for (let at = 0; at < word.length; at++) if (!has(DIGIT, word.charCodeAt(at))) return undefined;
  const value = Number(word);
  return value < 256 ? value : undefined;
}
