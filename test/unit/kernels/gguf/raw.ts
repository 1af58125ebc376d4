import { Buffer } from 'node:buffer';

/** GGUF by hand, without our writer, so that what the reader must refuse can be said. */
export const u8 = (value: number): Buffer => Buffer.of(value);

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

export function u64(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

export function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

export const text = (value: string | Buffer): Buffer => {
  const bytes = Buffer.from(value as string);
  return Buffer.concat([u64(bytes.length), bytes]);
};

const TYPE = { u8: 0, u32: 4, f32: 6, bool: 7, string: 8, array: 9, u64: 10 } as const;

/** A key with its type id and the bytes of its value. */
export const kv = (key: string | Buffer, type: keyof typeof TYPE | number, value: Buffer): Buffer =>
  Buffer.concat([text(key), u32(typeof type === 'number' ? type : TYPE[type]), value]);

export const arch = (name = 'bitnet-b1.58'): Buffer => kv('general.architecture', 'string', text(name));

export const array = (type: keyof typeof TYPE, length: number | bigint, elements: Buffer): Buffer =>
  Buffer.concat([u32(TYPE[type]), u64(length), elements]);

/** A tensor info. */
export const info = (
  name: string | Buffer,
  dims: readonly (number | bigint)[],
  type: number,
  offset: number | bigint,
  count = dims.length,
): Buffer => Buffer.concat([text(name), u32(count), ...dims.map(u64), u32(type), u64(offset)]);

export interface Raw {
  readonly magic?: string;
  readonly version?: number;
  readonly kvs?: readonly Buffer[];
  readonly infos?: readonly Buffer[];
  readonly kvCount?: number | bigint;
  readonly tensorCount?: number | bigint;
  readonly data?: Buffer;
  readonly alignment?: number;
}

/** A whole file: header, padding, data. */
export function raw({
  magic = 'GGUF',
  version = 3,
  kvs = [arch()],
  infos = [],
  data,
  alignment = 32,
  ...counts
}: Raw): Buffer {
  const header = Buffer.concat([
    Buffer.from(magic),
    u32(version),
    u64(counts.tensorCount ?? infos.length),
    u64(counts.kvCount ?? kvs.length),
    ...kvs,
    ...infos,
  ]);
  if (data === undefined) return header;
  return Buffer.concat([header, Buffer.alloc((alignment - (header.length % alignment)) % alignment), data]);
}

/** The bytes of an I2_S matrix: codes in turn -1, 0, +1, -1 in each byte, and a scale. */
export function i2s(weights: number, scale = f32(0.5)): Buffer {
  return Buffer.concat([Buffer.alloc(weights / 4, 0b00_01_10_00), scale, Buffer.alloc(28)]);
}
