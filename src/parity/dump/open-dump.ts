import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import { utf8Text } from '../../core/utf8.ts';
import { type EngineDump, type EngineTensor, tapNames } from '../../../kernels/oracle/compare.ts';
import { type DumpArray, decodeArray, elementsOf, MAX_ARRAY_BYTES, widthOf } from './array.ts';
import { MAX_JSON_CHARS, readJsonArray } from './json-array.ts';
import { isRaw, type Manifest, MANIFEST, MAX_MANIFEST_CHARS, parseManifest, type TensorEntry } from './manifest.ts';
import { readNpy } from './npy.ts';

/** A dump folder that is open: its manifest, and its tensors one at a time. */
export interface OpenDump {
  readonly manifest: Manifest;
  readonly dump: EngineDump;
}

/** Opens a dump of a model of so many layers. A folder without a sound manifest is refused; a tensor is read and judged when it is asked for. */
export function openDump(folder: string, layers: number): OpenDump {
  const names = tapNames(layers);
  const at = MANIFEST;
  const text = utf8(readRegular(join(folder, MANIFEST), at, 0, undefined, MAX_MANIFEST_CHARS), at);
  const manifest = parseManifest(text, at, new Set(names.keys()), layers);
  const entries = new Map(manifest.tensors.map((entry) => [entry.name, entry]));
  const listed = new Set(manifest.layers ?? Array.from({ length: layers }, (_, layer) => layer));
  for (const name of entries.keys()) {
    const layer = names.get(name);
    if (layer !== undefined && !listed.has(layer))
      throw new FlowError('refused', `${name} is of layer ${layer}, which \`layers\` does not list`, {
        at,
        fix: 'list the layer, or leave the tensor out',
      });
  }
  return {
    manifest,
    dump: {
      tokens: manifest.tokens,
      layers: [...listed].sort((a, b) => a - b),
      names: new Set(entries.keys()),
      logits: manifest.logits,
      tensor: (name) => {
        const entry = entries.get(name);
        return entry === undefined ? undefined : readTensor(folder, entry);
      },
    },
  };
}

/** One tensor as rows of positions; what is wrong with its file is a finding about the tensor, and no end of the comparison. */
function readTensor(folder: string, entry: TensorEntry): EngineTensor {
  try {
    const { type, shape, values } = asNamed(readArray(folder, entry), entry);
    const [rows = 0, ...rest] = shape;
    return { rows, columns: rest.reduce((product, dim) => product * dim, 1), type, values };
  } catch (error) {
    if (!(error instanceof FlowError) || error.code === 'bug') throw error;
    return { rule: 'file', problem: `${error.at ?? entry.file} ${error.message}` };
  }
}

/** Codes in JSON are numbers like all others there; as codes they are whole and fit an int8. */
function asNamed(array: DumpArray, { name, file }: TensorEntry): DumpArray {
  if (!name.endsWith('.codes') || !file.endsWith('.json')) return array;
  const wrong = array.values.findIndex((value) => !Number.isInteger(value) || value < -128 || value > 127);
  if (wrong >= 0)
    throw new FlowError('refused', `number ${wrong} is ${array.values[wrong]}, no int8`, {
      at: file,
      fix: 'write codes',
    });
  return { ...array, type: 'i1', values: Int8Array.from(array.values) };
}

function readArray(folder: string, entry: TensorEntry): DumpArray {
  const { file, dtype, shape, offset = 0, sha256 } = entry;
  const path = join(folder, file);
  if (isRaw(file)) {
    const size = elementsOf(shape!, dtype!, file) * widthOf(dtype!);
    const bytes = checked(readRegular(path, file, offset, size, MAX_ARRAY_BYTES), sha256, file);
    return { type: dtype!, shape: shape!, values: decodeArray(bytes, dtype!, file) };
  }
  const limit = file.endsWith('.npy') ? MAX_ARRAY_BYTES + (1 << 16) : MAX_JSON_CHARS;
  const bytes = checked(readRegular(path, file, 0, undefined, limit), sha256, file);
  return file.endsWith('.npy') ? readNpy(bytes, file) : readJsonArray(utf8(bytes, file), file);
}

function checked(bytes: Uint8Array, sha256: string | undefined, at: string): Uint8Array {
  if (sha256 === undefined) return bytes;
  const seen = createHash('sha256').update(bytes).digest('hex');
  if (seen === sha256) return bytes;
  throw new FlowError('refused', `has the sha256 ${seen.slice(0, 16)}…; the manifest says ${sha256.slice(0, 16)}…`, {
    at,
    fix: 'dump again, and write the manifest last',
  });
}

/** Reads a regular file, or `size` bytes of it from `offset` on; a link is not followed, and a pipe never waited for. */
function readRegular(path: string, at: string, offset: number, size: number | undefined, limit: number): Uint8Array {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'is not there' : code === 'ELOOP' ? 'is a link' : `cannot be opened (${code})`;
    throw new FlowError('refused', reason, {
      at,
      fix: 'a dump is a folder with dump.json and regular files',
      cause: error,
    });
  }
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) throw new FlowError('refused', 'is no regular file', { at, fix: 'dump to regular files' });
    const length = size ?? stat.size;
    if (length > limit)
      throw new FlowError('refused', `has ${length} bytes; ${limit} are read`, { at, fix: 'dump fewer positions' });
    if (offset + length > stat.size)
      throw new FlowError('refused', `ends at byte ${stat.size}; bytes ${offset} to ${offset + length} are asked for`, {
        at,
        fix: 'the file is cut off, or shape and offset are wrong',
      });
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const got = readSync(fd, bytes, done, length - done, offset + done);
      if (got === 0) throw new FlowError('refused', 'became shorter while it was read', { at, fix: 'dump again' });
      done += got;
    }
    return bytes;
  } finally {
    closeSync(fd);
  }
}

function utf8(bytes: Uint8Array, at: string): string {
  const text = utf8Text(bytes);
  if (text === undefined) throw new FlowError('refused', 'is not UTF-8', { at, fix: 'write JSON as UTF-8' });
  return text;
}
