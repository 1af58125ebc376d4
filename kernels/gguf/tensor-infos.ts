import type { Cursor } from './cursor.ts';
import { quoted } from './metadata.ts';

/** What a header says about a tensor, with the byte offsets where it says so. */
export interface TensorInfo {
  readonly name: string;
  /** Fastest first: columns, rows, and so on. */
  readonly dims: readonly number[];
  readonly columns: number;
  /** Product of all dimensions but the first. */
  readonly rows: number;
  readonly typeId: number;
  /** From the beginning of the tensor data. */
  readonly offset: number;
  readonly at: { readonly name: number; readonly dims: number; readonly type: number; readonly offset: number };
}

const MAX_NAME = 63;
const MAX_DIMS = 4;

/** Reads so many tensor infos. */
export function readTensorInfos(cursor: Cursor, count: number): TensorInfo[] {
  const infos: TensorInfo[] = [];
  const names = new Set<string>();
  for (let index = 1; index <= count; index++) {
    const field = `tensor ${index} of ${count}`;
    const start = cursor.offset;
    const name = cursor.text(field, MAX_NAME, 'name-length');
    if (name === '') cursor.refuse('name-empty', field, 'has no name', start);
    if (names.has(name)) cursor.refuse('name-duplicate', field, `${quoted(name)} stands there twice`, start);
    names.add(name);
    infos.push(readInfo(cursor, name, start));
  }
  return infos;
}

function readInfo(cursor: Cursor, name: string, start: number): TensorInfo {
  const field = quoted(name);
  const count = cursor.u32(`${field}, dimensions`);
  if (count < 1 || count > MAX_DIMS) cursor.refuse('dims-count', field, `has ${count} dimensions`, cursor.offset - 4);
  const dimsAt = cursor.offset;
  const dims: bigint[] = [];
  for (let at = 0; at < count; at++) {
    const dim = cursor.u64(`${field}, dimension ${at}`);
    if (dim === 0n) cursor.refuse('dim-zero', field, `dimension ${at} is 0`, cursor.offset - 8);
    dims.push(dim);
  }
  const product = dims.reduce((all, dim) => all * dim, 1n);
  if (product > BigInt(Number.MAX_SAFE_INTEGER))
    cursor.refuse('dims-product', field, `has ${dims.join(' x ')} = ${product} elements`, dimsAt);
  const typeAt = cursor.offset;
  const typeId = cursor.u32(`${field}, type`);
  const offsetAt = cursor.offset;
  const offset = cursor.u64(`${field}, offset`);
  if (offset > BigInt(cursor.source.size))
    cursor.refuse(
      'past-end',
      field,
      `begins at byte ${offset} of the data; the file has ${cursor.source.size}`,
      offsetAt,
    );
  return {
    name,
    dims: dims.map(Number),
    columns: Number(dims[0]!),
    rows: Number(product / dims[0]!),
    typeId,
    offset: Number(offset),
    at: { name: start, dims: dimsAt, type: typeAt, offset: offsetAt },
  };
}
