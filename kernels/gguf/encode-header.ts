import { Buffer } from 'node:buffer';
import { FlowError } from '../../src/core/errors.ts';
import { tensorBytes, type WritableElement, type WritableModel, type WritableValue } from './writable.ts';
import { VALUE_TYPES, type ElementType } from './value-types.ts';
import { tensorType } from './tensor-types.ts';

/** The bytes of a header, and what lies behind it. */
export interface EncodedHeader {
  readonly bytes: Buffer;
  readonly alignment: number;
  /** Bytes of each tensor, without padding. */
  readonly sizes: readonly number[];
}

const DEFAULT_ALIGNMENT = 32;

/** Encodes everything before the tensor data; refuses to write what the reader would refuse. */
export function encodeHeader({ version = 3, metadata, tensors }: WritableModel): EncodedHeader {
  const entries = [...metadata];
  const out = new ByteWriter();
  out.raw(Buffer.from('GGUF'));
  out.u32(version);
  out.u64(BigInt(tensors.length));
  out.u64(BigInt(entries.length));
  const keys = new Set<string>();
  let alignment = DEFAULT_ALIGNMENT;
  let named = false;
  for (const [key, value] of entries) {
    const at = `key ${JSON.stringify(key)}`;
    if (key === '' || Buffer.byteLength(key) > 0xffff) refuse(at, 'is empty or too long', 'use 1 to 65,535 bytes');
    if (keys.has(key)) refuse(at, 'is there twice', 'write every key once');
    keys.add(key);
    if (key === 'general.alignment') alignment = checkAlignment(value);
    if (key === 'general.architecture') named = value.type === 'string' && value.value !== '';
    out.text(key, at);
    writeValue(out, value, at);
  }
  if (!named) refuse('general.architecture', 'is missing', 'write it as a string, such as bitnet-b1.58');
  const sizes = tensors.map((tensor) => tensorBytes(tensor));
  const names = new Set<string>();
  let offset = 0;
  for (const [index, { name, type, dims }] of tensors.entries()) {
    const at = `tensor ${JSON.stringify(name)}`;
    if (name === '' || Buffer.byteLength(name) > 63) refuse(at, 'has no name or one too long', 'use 1 to 63 bytes');
    if (names.has(name)) refuse(at, 'is there twice', 'write every tensor once');
    names.add(name);
    out.text(name, at);
    out.u32(dims.length);
    for (const dim of dims) out.u64(BigInt(dim));
    out.u32(tensorType(type)!.id);
    out.u64(BigInt(offset));
    offset = Math.ceil((offset + sizes[index]!) / alignment) * alignment;
  }
  return { bytes: out.done(), alignment, sizes };
}

function checkAlignment(value: WritableValue): number {
  const { type } = value;
  const ok = type === 'u32' && value.value >= 8 && value.value <= 1 << 20 && Number.isInteger(Math.log2(value.value));
  if (!ok) refuse('general.alignment', 'cannot be written so', 'give a u32, a power of two from 8 to 1,048,576');
  return value.value as number;
}

function refuse(at: string, message: string, fix: string): never {
  throw new FlowError('bad-input', message, { at, fix });
}

function writeValue(out: ByteWriter, value: WritableValue, at: string): void {
  out.u32(VALUE_TYPES.indexOf(value.type));
  if (value.type !== 'array') {
    out.element(value.type, value.value, at);
    return;
  }
  out.u32(VALUE_TYPES.indexOf(value.elements));
  out.u64(BigInt(value.value.length));
  for (let index = 0; index < value.value.length; index++)
    out.element(value.elements, value.value[index]!, `${at}, element ${index}`);
}

/** Smallest and greatest whole number of each type. */
const RANGES: Partial<Record<ElementType, readonly [bigint, bigint]>> = {
  u8: [0n, 0xffn],
  i8: [-0x80n, 0x7fn],
  u16: [0n, 0xffffn],
  i16: [-0x8000n, 0x7fffn],
  u32: [0n, 0xffff_ffffn],
  i32: [-0x8000_0000n, 0x7fff_ffffn],
  u64: [0n, 2n ** 64n - 1n],
  i64: [-(2n ** 63n), 2n ** 63n - 1n],
};

/** A buffer that grows as it is written. */
class ByteWriter {
  private bytes = Buffer.allocUnsafe(4096);
  private end = 0;

  private room(bytes: number): number {
    if (this.end + bytes > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.end + bytes));
      this.bytes.copy(larger, 0, 0, this.end);
      this.bytes = larger;
    }
    const at = this.end;
    this.end += bytes;
    return at;
  }

  raw(bytes: Uint8Array): void {
    const at = this.room(bytes.length);
    this.bytes.set(bytes, at);
  }

  u32(value: number): void {
    const at = this.room(4);
    this.bytes.writeUInt32LE(value, at);
  }

  u64(value: bigint): void {
    const at = this.room(8);
    this.bytes.writeBigUInt64LE(value, at);
  }

  text(text: string, at: string): void {
    if (/[\ud800-\udfff]/u.test(text)) refuse(at, 'has half of a surrogate pair', 'give text that UTF-8 can write');
    const length = Buffer.byteLength(text);
    this.u64(BigInt(length));
    const place = this.room(length);
    this.bytes.write(text, place);
  }

  element(type: ElementType, value: WritableElement, at: string): void {
    if (type === 'string') {
      if (typeof value === 'string') return this.text(value, at);
      if (!(value instanceof Uint8Array)) refuse(at, `is ${typeof value}, not a string`, 'give a string or its bytes');
      this.u64(BigInt(value.length));
      return this.raw(value);
    }
    if (type === 'bool') {
      if (typeof value !== 'boolean') refuse(at, `is ${typeof value}, not a boolean`, 'give true or false');
      return this.raw(Uint8Array.of(value ? 1 : 0));
    }
    if (type === 'f32' || type === 'f64') {
      if (typeof value !== 'number') refuse(at, `is ${typeof value}, not a number`, 'give a number');
      if (type === 'f32') {
        const place = this.room(4);
        this.bytes.writeFloatLE(value, place);
      } else {
        const place = this.room(8);
        this.bytes.writeDoubleLE(value, place);
      }
      return;
    }
    this.whole(type, value, at);
  }

  private whole(type: Exclude<ElementType, 'string' | 'bool' | 'f32' | 'f64'>, value: WritableElement, at: string) {
    const [low, high] = RANGES[type]!;
    const exact =
      typeof value === 'bigint' || Number.isSafeInteger(value) ? BigInt(value as number | bigint) : undefined;
    if (exact === undefined || exact < low || exact > high)
      return refuse(at, `${String(value)} is no ${type}`, `give a whole number from ${low} to ${high}`);
    const size = Number(type.slice(1)) / 8;
    const place = this.room(size);
    if (size === 8) this.bytes.writeBigUInt64LE(BigInt.asUintN(64, exact), place);
    else this.bytes.writeUIntLE(Number(BigInt.asUintN(size * 8, exact)), place, size);
  }

  done(): Buffer {
    return this.bytes.subarray(0, this.end);
  }
}
