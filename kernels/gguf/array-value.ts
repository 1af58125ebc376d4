import { Buffer } from 'node:buffer';
import type { ByteSource } from './byte-source.ts';
import { Cursor, type EachString } from './cursor.ts';
import { TYPED_ARRAYS, VALUE_BYTES, type ElementType, type TypedArray } from './value-types.ts';

/** An array of a header. Its elements stay in the file until they are asked for; the source must then still be open. */
export class GgufArray {
  readonly type: ElementType;
  readonly length: number;
  /** Byte offset of the first element. */
  readonly offset: number;
  private readonly source: ByteSource;

  constructor(source: ByteSource, type: ElementType, length: number, offset: number) {
    this.source = source;
    this.type = type;
    this.length = length;
    this.offset = offset;
  }

  /** The first `count` elements, as an array of its own. */
  first(count: number): GgufArray {
    const length = Math.min(count, this.length);
    return new GgufArray(this.source, this.type, length, this.offset);
  }

  /** All numbers (a bool is 0 or 1). */
  numbers(): TypedArray {
    if (this.type === 'string') throw new TypeError('an array of strings has no numbers');
    const raw = new Uint8Array(this.length * VALUE_BYTES[this.type]);
    this.source.read(raw, this.offset);
    return new TYPED_ARRAYS[this.type](raw.buffer);
  }

  /** All strings; bytes that are not UTF-8 become U+FFFD, as some tokens are pieces of characters. */
  strings(): string[] {
    const all: string[] = [];
    // One text of many strings is cut faster than its strings are decoded one by one.
    const units = new Uint16Array(STRETCH);
    const text = Buffer.from(units.buffer);
    let ends: number[] = [];
    const cut = (): void => {
      const stretch = text.toString('utf16le', 0, 2 * (ends.at(-1) ?? 0));
      ends.forEach((end, at) => all.push(stretch.slice(ends[at - 1] ?? 0, end)));
      ends = [];
    };
    this.eachString((bytes, from, to) => {
      if ((ends.at(-1) ?? 0) + to - from > STRETCH) cut();
      const end = to - from > STRETCH ? -1 : shortUnits(bytes, from, to, units, ends.at(-1) ?? 0);
      if (end >= 0) ends.push(end);
      else {
        cut();
        all.push(bytes.toString('utf8', from, to));
      }
    });
    cut();
    return all;
  }

  /** Walks the raw bytes of the strings, without keeping any. */
  eachString(each: EachString): void {
    if (this.type !== 'string') throw new TypeError(`an array of ${this.type} has no strings`);
    new Cursor(this.source, this.offset).strings(this.length, 'array', each);
  }
}

/** UTF-16 units that are decoded together. */
const STRETCH = 1 << 15;

/** Writes text whose characters have one or two bytes as UTF-16; says where it ends, or -1 for any other text. */
function shortUnits(bytes: Uint8Array, from: number, to: number, units: Uint16Array, start: number): number {
  let at = start;
  for (let index = from; index < to; at++) {
    const first = bytes[index++]!;
    if (first < 0x80) {
      units[at] = first;
      continue;
    }
    const second = bytes[index++]!;
    if (first < 0xc2 || first > 0xdf || index > to || (second & 0xc0) !== 0x80) return -1;
    units[at] = ((first & 0x1f) << 6) | (second & 0x3f);
  }
  return at;
}
