import { Buffer, isUtf8 } from 'node:buffer';
import type { ByteSource } from './byte-source.ts';
import { GgufError, type Rule } from './refusal.ts';

/** Bytes read ahead. All that a header costs beside the values that are kept. */
const WINDOW = 1 << 18;
/** Longest single text, in bytes; a chat template has a few thousand. */
const MAX_TEXT = 1 << 26;
/** All texts of a header together, in bytes, for they are kept. */
const MAX_TEXTS = 1 << 27;

/** Called with a buffer, where in it a string lies, and the offset of the buffer in the source. */
export type EachString = (bytes: Buffer, from: number, to: number, base: number) => void;

/**
 * Walks a source from its beginning on. Every length is compared with the bytes that are left before anything is allocated, so a
 * hostile number costs nothing.
 */
export class Cursor {
  readonly source: ByteSource;
  private window: Buffer;
  private base = 0;
  private filled = 0;
  private position = 0;
  private texts = 0;

  constructor(source: ByteSource, at = 0) {
    this.source = source;
    this.window = Buffer.allocUnsafe(Math.max(8, Math.min(WINDOW, source.size - at)));
    this.base = at;
  }

  /** Byte offset from the beginning of the source. */
  get offset(): number {
    return this.base + this.position;
  }

  get left(): number {
    return this.source.size - this.offset;
  }

  refuse(rule: Rule, field: string, reason: string, offset = this.offset): never {
    throw new GgufError(rule, { file: this.source.name, offset, field }, reason);
  }

  u8(field: string): number {
    return this.window[this.take(1, field)]!;
  }

  u32(field: string): number {
    return this.window.readUInt32LE(this.take(4, field));
  }

  u64(field: string): bigint {
    return this.window.readBigUInt64LE(this.take(8, field));
  }

  /** Eight or fewer bytes as a view. */
  view(bytes: number, field: string): DataView {
    const at = this.take(bytes, field);
    return new DataView(this.window.buffer, this.window.byteOffset + at, bytes);
  }

  /** A u64 that counts things of at least `unit` bytes each, which must all fit into what is left of the file. */
  count(unit: number, field: string, what: string): number {
    const at = this.take(8, field);
    const low = this.window.readUInt32LE(at);
    const high = this.window.readUInt32LE(at + 4);
    const value = high * 0x1_0000_0000 + low;
    if (high > 0x1f_ffff || value * unit > this.left) {
      const exact = (BigInt(high) << 32n) | BigInt(low);
      this.refuse('count', field, `says ${exact} ${what}, but only ${this.left} bytes are left`, this.offset - 8);
    }
    return value;
  }

  /** A text: u64 length, then UTF-8. */
  text(field: string, limit = MAX_TEXT, rule: Rule = 'limit'): string {
    const start = this.offset;
    const length = this.count(1, field, 'bytes of text');
    if (length > limit) this.refuse(rule, field, `has ${length} bytes; the limit is ${limit}`, start);
    this.texts += length;
    if (this.texts > MAX_TEXTS) this.refuse('limit', field, `is text beyond ${MAX_TEXTS} bytes in all`, start);
    const bytes = this.bytes(length, field);
    if (!isUtf8(bytes)) this.refuse('utf8', field, `is not UTF-8: ${hex(bytes)}`, start + 8);
    return bytes.toString('utf8');
  }

  /** Passes over bytes that are known to be there. */
  skip(bytes: number): void {
    this.position += bytes;
    if (this.position <= this.filled) return;
    this.base += this.position;
    this.position = 0;
    this.filled = 0;
  }

  /**
   * Walks `count` strings and calls `each`, if there is one, with a buffer, where in it the string lies, and the offset of the buffer in
   * the source. The buffer is overwritten by what comes later.
   */
  strings(count: number, field: string, each?: EachString): void {
    for (let at = 0; at < count; at++) {
      const need = this.position + 8;
      if (need > this.filled) this.load(8, `${field}[${at}]`);
      const from = this.position;
      const window = this.window;
      const length =
        (window[from]! | (window[from + 1]! << 8) | (window[from + 2]! << 16)) + window[from + 3]! * 0x100_0000;
      const high = window[from + 4]! | window[from + 5]! | window[from + 6]! | window[from + 7]!;
      if (high !== 0 || length > this.source.size - this.base - from - 8) {
        this.count(1, `${field}[${at}]`, 'bytes of text');
        // Longer than 4 GiB and yet there: real vocabularies hold nothing like it.
        this.refuse('limit', `${field}[${at}]`, 'has more than 4 GiB', this.base + from);
      }
      this.position = from + 8;
      if (each === undefined) this.skip(length);
      else if (this.position + length <= this.filled) {
        each(window, this.position, this.position + length, this.base);
        this.position += length;
      } else {
        if (length > MAX_TEXT)
          this.refuse('limit', `${field}[${at}]`, `has ${length} bytes; the limit is ${MAX_TEXT}`, this.offset - 8);
        const base = this.offset;
        each(this.bytes(length, field), 0, length, base);
      }
    }
  }

  /** Walks bytes in pieces of the window's size. */
  pieces(bytes: number, field: string, each: (piece: Buffer, offset: number) => void): void {
    for (let left = bytes; left > 0;) {
      if (this.position === this.filled) this.load(Math.min(left, this.window.length), field);
      const size = Math.min(left, this.filled - this.position);
      each(this.window.subarray(this.position, this.position + size), this.offset);
      this.position += size;
      left -= size;
    }
  }

  /** A copy of the next bytes, whatever their number. */
  bytes(length: number, field: string): Buffer {
    if (length > this.left) this.short(length, field);
    const copy = Buffer.allocUnsafe(length);
    const here = Math.min(length, this.filled - this.position);
    this.window.copy(copy, 0, this.position, this.position + here);
    if (here < length) this.source.read(copy.subarray(here), this.offset + here);
    this.skip(length);
    return copy;
  }

  /** Makes sure that so many bytes lie in the window, passes over them and says where they begin. */
  private take(bytes: number, field: string): number {
    if (this.position + bytes > this.filled) this.load(bytes, field);
    const at = this.position;
    this.position += bytes;
    return at;
  }

  private load(bytes: number, field: string): void {
    if (bytes > this.left) this.short(bytes, field);
    this.base += this.position;
    this.position = 0;
    this.filled = Math.min(this.window.length, this.source.size - this.base);
    this.source.read(this.window.subarray(0, this.filled), this.base);
  }

  private short(bytes: number, field: string): never {
    this.refuse('truncated', field, `needs ${bytes} bytes, but the file ends after ${this.left}`);
  }
}

/** The first bytes as hexadecimal digits, for an error. */
function hex(bytes: Buffer): string {
  return `${bytes.subarray(0, 16).toString('hex')}${bytes.length > 16 ? '…' : ''}`;
}
