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
    let first = 0;
    let text = '';
    // A stretch as Latin-1 is ASCII text at once, of which a string is a slice.
    this.eachString((bytes, from, to, base) => {
      if (to - from > SLICED || !isAscii(bytes, from, to)) {
        all.push(bytes.toString('utf8', from, to));
        return;
      }
      if (base + to > first + text.length || base + from < first) {
        first = base + from;
        text = bytes.toString('latin1', from, Math.min(bytes.length, from + STRETCH));
      }
      all.push(text.slice(base + from - first, base + to - first));
    });
    return all;
  }

  /** Walks the raw bytes of the strings, without keeping any. */
  eachString(each: EachString): void {
    if (this.type !== 'string') throw new TypeError(`an array of ${this.type} has no strings`);
    new Cursor(this.source, this.offset).strings(this.length, 'array', each);
  }
}

const SLICED = 256;
const STRETCH = 1 << 16;

function isAscii(bytes: Buffer, from: number, to: number): boolean {
  let seen = 0;
  for (let at = from; at < to; at++) seen |= bytes[at]!;
  return seen < 0x80;
}
