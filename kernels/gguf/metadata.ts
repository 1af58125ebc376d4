import { GgufArray } from './array-value.ts';
import type { Cursor } from './cursor.ts';
import { readFixed, VALUE_BYTES, VALUE_TYPES, type ValueType } from './value-types.ts';

/** A value of a header; u64 and i64 are bigint. */
export type MetadataValue = number | bigint | boolean | string | GgufArray;

/** One key of a header with its value. */
export interface MetadataEntry {
  readonly key: string;
  readonly type: ValueType;
  readonly value: MetadataValue;
  /** Byte offset of the value. */
  readonly offset: number;
}

/** The keys of a header in file order. A Map, for a key may be called `__proto__`. */
export type Metadata = ReadonlyMap<string, MetadataEntry>;

const MAX_KEY = 0xffff;

/** Reads so many keys with their values. */
export function readMetadata(cursor: Cursor, count: number): Metadata {
  const entries = new Map<string, MetadataEntry>();
  for (let at = 1; at <= count; at++) {
    const field = `key ${at} of ${count}`;
    const start = cursor.offset;
    const key = cursor.text(field, MAX_KEY, 'key-length');
    if (key === '') cursor.refuse('key-empty', field, 'is empty', start);
    if (entries.has(key)) cursor.refuse('key-duplicate', field, `${quoted(key)} stands there twice`, start);
    const type = readType(cursor, quoted(key));
    const offset = cursor.offset;
    entries.set(key, { key, type, value: readValue(cursor, type, key), offset });
  }
  return entries;
}

/** A name of the file as a person sees it: visible, on one line, of bounded length. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name).replace(
    /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu,
    (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`,
  );
}

function readType(cursor: Cursor, field: string): ValueType {
  const id = cursor.u32(`${field}, type`);
  const type = VALUE_TYPES[id];
  if (type === undefined)
    return cursor.refuse('value-type', `${field}, type`, `is ${id}, which is no value type`, cursor.offset - 4);
  return type;
}

function readValue(cursor: Cursor, type: ValueType, key: string): MetadataValue {
  const field = quoted(key);
  if (type === 'array') return readArray(cursor, key);
  if (type === 'string') return cursor.text(field);
  if (type === 'bool') {
    const byte = cursor.u8(field);
    if (byte > 1) cursor.refuse('bool', field, `is ${byte}, neither 0 nor 1`, cursor.offset - 1);
    return byte === 1;
  }
  return readFixed(cursor.view(VALUE_BYTES[type], field), type);
}

/** Finds where an array ends. Its elements are passed over, and read when somebody asks. */
function readArray(cursor: Cursor, key: string): GgufArray {
  const field = quoted(key);
  const type = readType(cursor, `${field}, elements`);
  if (type === 'array')
    return cursor.refuse('array-nested', `${field}, elements`, 'is an array of arrays', cursor.offset - 4);
  const unit = type === 'string' ? 8 : VALUE_BYTES[type];
  const length = cursor.count(unit, `${field}, length`, 'elements');
  const start = cursor.offset;
  if (type === 'string') cursor.strings(length, field);
  else if (type === 'bool')
    cursor.pieces(length, field, (piece, offset) => {
      const bad = piece.findIndex((byte) => byte > 1);
      if (bad >= 0)
        cursor.refuse('bool', `${field}[${offset + bad - start}]`, `is ${piece[bad]}, neither 0 nor 1`, offset + bad);
    });
  else cursor.skip(length * unit);
  return new GgufArray(cursor.source, type, length, start);
}
