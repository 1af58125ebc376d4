import type { ByteSource } from './byte-source.ts';
import { Cursor } from './cursor.ts';
import { readMetadata, type Metadata } from './metadata.ts';
import { placeTensors, type GgufTensor } from './place-tensors.ts';
import { readTensorInfos } from './tensor-infos.ts';

/** A file whose header is whole and whose tensors lie where they say. What the bytes of the tensors are is another question. */
export interface GgufFile {
  readonly source: ByteSource;
  readonly version: number;
  readonly alignment: number;
  readonly architecture: string;
  readonly metadata: Metadata;
  readonly tensors: readonly GgufTensor[];
  /** Byte offset behind the last tensor info. */
  readonly headerEnd: number;
  /** Byte offset of the first tensor. */
  readonly dataStart: number;
  /** Byte offset behind the last tensor. */
  readonly dataEnd: number;
}

/** Smallest key with value, and smallest tensor info, in bytes. */
const MIN_ENTRY = 8 + 1 + 4 + 1;
const MIN_INFO = 8 + 1 + 4 + 8 + 4 + 8;
/** A real header has tens of keys and hundreds of tensors; so many cost tens of megabytes and are no model. */
const MAX_KEYS = 1 << 12;
const MAX_TENSORS = 1 << 16;

/**
 * Reads the header of a GGUF file, strictly: whatever does not follow the format is a GgufError with its byte offset. Needs memory for keys, names
 * and single values alone; arrays stay in the file.
 */
export function readGguf(source: ByteSource): GgufFile {
  const cursor = new Cursor(source);
  const magic = cursor.u32('magic');
  if (magic !== 0x4655_4747)
    cursor.refuse('magic', 'magic', `is 0x${magic.toString(16).padStart(8, '0')}; this is no GGUF file`, 0);
  const version = readVersion(cursor);
  const tensorCount = readCount(cursor, MIN_INFO, MAX_TENSORS, 'tensor count', 'tensors');
  const entryCount = readCount(cursor, MIN_ENTRY, MAX_KEYS, 'key count', 'keys');
  if (entryCount * MIN_ENTRY + tensorCount * MIN_INFO > cursor.left)
    cursor.refuse(
      'count',
      'tensor count',
      `${tensorCount} tensors and ${entryCount} keys do not fit into the ${cursor.left} bytes that are left`,
      8,
    );
  const metadata = readMetadata(cursor, entryCount);
  const { architecture, alignment } = required(cursor, metadata);
  const infos = readTensorInfos(cursor, tensorCount);
  const headerEnd = cursor.offset;
  const dataStart = infos.length === 0 ? headerEnd : Math.ceil(headerEnd / alignment) * alignment;
  const tensors = placeTensors(source, infos, { architecture, alignment, dataStart });
  const last = tensors.at(-1);
  const dataEnd = last === undefined ? dataStart : last.start + last.bytes;
  return { source, version, alignment, architecture, metadata, tensors, headerEnd, dataStart, dataEnd };
}

function readVersion(cursor: Cursor): number {
  const version = cursor.u32('version');
  if (version === 2 || version === 3) return version;
  if (version !== 0 && (version & 0xffff) === 0)
    return cursor.refuse('big-endian', 'version', 'the file is written for a big-endian machine', 4);
  return cursor.refuse('version', 'version', `is ${version}; 2 and 3 are read`, 4);
}

function readCount(cursor: Cursor, unit: number, limit: number, field: string, what: string): number {
  const count = cursor.count(unit, field, what);
  if (count > limit) cursor.refuse('limit', field, `says ${count} ${what}; the limit is ${limit}`, cursor.offset - 8);
  return count;
}

const DEFAULT_ALIGNMENT = 32;

/** What every file must say about itself. */
function required(cursor: Cursor, metadata: Metadata): { architecture: string; alignment: number } {
  const name = metadata.get('general.architecture');
  if (name === undefined) return cursor.refuse('architecture', 'metadata', 'general.architecture is missing');
  if (typeof name.value !== 'string' || name.value === '')
    return cursor.refuse(
      'architecture',
      'general.architecture',
      name.value === '' ? 'is empty' : `is of type ${name.type}, not string`,
      name.offset,
    );
  const entry = metadata.get('general.alignment');
  if (entry === undefined) return { architecture: name.value, alignment: DEFAULT_ALIGNMENT };
  const { type, value, offset } = entry;
  if (type !== 'u32' || typeof value !== 'number')
    return cursor.refuse('alignment', 'general.alignment', `is of type ${type}, not u32`, offset);
  if (value < 8 || value > 1 << 20 || (value & (value - 1)) !== 0)
    return cursor.refuse('alignment', 'general.alignment', `is ${value}`, offset);
  return { architecture: name.value, alignment: value };
}
