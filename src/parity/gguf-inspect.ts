import { printable } from '../core/text.ts';
import { GgufArray } from '../../kernels/gguf/array-value.ts';
import { openFile } from '../../kernels/gguf/byte-source.ts';
import { fileType } from '../../kernels/gguf/file-types.ts';
import type { MetadataEntry } from '../../kernels/gguf/metadata.ts';
import { readGguf, type GgufFile } from '../../kernels/gguf/read.ts';
import { counted, grouped, table, type Outcome } from './outcome.ts';

export interface InspectOptions {
  readonly file: string;
  readonly tensors?: boolean;
}

/** Shows what a file says about itself: keys, types and sizes. It reads the header and not one tensor. */
export function inspect({ file: path, tensors = false }: InspectOptions): Outcome {
  const source = openFile(path);
  try {
    const file = readGguf(source);
    return { ok: true, lines: linesOf(file, tensors), json: jsonOf(file) };
  } finally {
    source.close();
  }
}

/** The type that general.file_type names, in words. */
export function fileTypeName(file: GgufFile): string | undefined {
  const id = file.metadata.get('general.file_type')?.value;
  if (typeof id !== 'number') return undefined;
  return fileType(id, file.architecture, new Set(file.tensors.map(({ type }) => type.name))).name ?? `file type ${id}`;
}

function linesOf(file: GgufFile, all: boolean): string[] {
  const name = fileTypeName(file);
  const head = [
    `GGUF ${file.version}`,
    printable(file.architecture, 40),
    ...(name === undefined ? [] : [name]),
    counted(file.metadata.size, 'key'),
    counted(file.tensors.length, 'tensor'),
    `${grouped(file.source.size)} bytes`,
  ];
  const lines = [`${printable(file.source.name, 80)}: ${head.join(', ')}`, ''];
  const keys = [...file.metadata.values()].map((entry) => [printable(entry.key, 60), typeOf(entry), shown(entry)]);
  lines.push(...table([['key', 'type', 'value'], ...keys]));
  if (file.tensors.length > 0)
    lines.push('', ...table([['type', 'tensors', 'weights', 'bytes'], ...perType(file)], [1, 2, 3]));
  if (all && file.tensors.length > 0) {
    const rows = file.tensors.map(({ name, type, dims, start, bytes }) => [
      printable(name, 64),
      type.name,
      dims.join(' x '),
      grouped(start),
      grouped(bytes),
    ]);
    lines.push('', ...table([['tensor', 'type', 'shape', 'first byte', 'bytes'], ...rows], [3, 4]));
  }
  return lines;
}

function perType({ tensors }: GgufFile): string[][] {
  const names = [...new Set(tensors.map(({ type }) => type.name))];
  const rows = names.map((name) => {
    const own = tensors.filter(({ type }) => type.name === name);
    const sum = (of: (tensor: (typeof own)[number]) => number): number =>
      own.reduce((all, tensor) => all + of(tensor), 0);
    return {
      name,
      count: own.length,
      weights: sum(({ rows, columns }) => rows * columns),
      bytes: sum(({ bytes }) => bytes),
    };
  });
  rows.sort((a, b) => b.bytes - a.bytes);
  return rows.map(({ name, count, weights, bytes }) => [name, grouped(count), grouped(weights), grouped(bytes)]);
}

function typeOf({ type, value }: MetadataEntry): string {
  return value instanceof GgufArray ? `${value.type}[${value.length}]` : type;
}

const WIDTH = 60;

/** The shortest text that is this f32, as `0.00001`. */
function f32Text(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}

function shown({ type, value }: MetadataEntry): string {
  if (type === 'f32' && typeof value === 'number') return f32Text(value);
  if (typeof value === 'string') return printable(JSON.stringify(value), WIDTH);
  if (!(value instanceof GgufArray)) return String(value);
  const first = firstOf(value);
  const more = value.length > first.length ? ', …' : '';
  return printable(
    first.map((each) => (typeof each === 'string' ? JSON.stringify(each) : String(each))).join(', ') + more,
    WIDTH,
  );
}

const FIRST = 8;

/** The first elements of an array, without reading the others. */
function firstOf(array: GgufArray): (string | number | bigint | boolean)[] {
  const { type } = array;
  const head = array.first(FIRST);
  if (type === 'string') return head.strings();
  const numbers = [...head.numbers()];
  return type === 'bool' ? numbers.map((each) => each === 1) : numbers;
}

/** A number that JSON can hold; others as text. */
const plain = (value: string | number | bigint | boolean): string | number | boolean =>
  typeof value === 'bigint'
    ? Number.isSafeInteger(Number(value))
      ? Number(value)
      : String(value)
    : typeof value === 'number' && !Number.isFinite(value)
      ? String(value)
      : value;

function jsonOf(file: GgufFile): unknown {
  return {
    file: file.source.name,
    bytes: file.source.size,
    version: file.version,
    alignment: file.alignment,
    architecture: file.architecture,
    fileType: fileTypeName(file) ?? null,
    dataStart: file.dataStart,
    metadata: [...file.metadata.values()].map(({ key, type, value, offset }) =>
      value instanceof GgufArray
        ? { key, type: `${value.type}[]`, length: value.length, first: firstOf(value).map(plain), offset }
        : { key, type, value: plain(value), offset },
    ),
    tensors: file.tensors.map(({ name, type, typeId, dims, start, bytes }) => ({
      name,
      type: type.name,
      typeId,
      dims,
      offset: start,
      bytes,
    })),
  };
}
