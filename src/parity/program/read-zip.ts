import { inflateRawSync } from 'node:zlib';
import { quote, refused, take, whole, type AllowedFiles } from './read-tar.ts';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const [END_BYTES, CENTRAL_BYTES, LOCAL_BYTES] = [22, 46, 30];
/** Flags a member may have: sizes behind its data, and a name in UTF-8. */
const FLAGS = 0x0008 | 0x0800;
const REGULAR = 0o100000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly at: number;
}

/**
 * The files of a zip archive, which must be exactly those of `allowed`: regular, each once, none larger than it may be. Nothing is
 * written, the directory at the end and the headers before the data must agree, and inflation stops at the declared size.
 */
export function readZip(bytes: Uint8Array, allowed: AllowedFiles): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END)
    throw refused(Math.max(end, 0), 'it does not end as a zip file does');
  const [disk, from, here, count] = [4, 6, 8, 10].map((offset) => view.getUint16(end + offset, true));
  const [length, begin] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (disk !== 0 || from !== 0 || here !== count) throw refused(end, 'it is one part of several');
  if (count !== Object.keys(allowed).length)
    throw refused(end, `it holds ${count} files, not ${Object.keys(allowed).length}`);
  if (begin + length !== end) throw refused(end, 'its directory is not where it says');
  const files = new Map<string, Uint8Array>();
  const taken: [from: number, to: number][] = [];
  let at = begin;
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(bytes, view, at, end);
    const [dataFrom, dataTo] = dataOf(bytes, view, entry, begin);
    if (taken.some(([a, b]) => entry.at < b && a < dataTo))
      throw refused(at, `${quote(entry.name)} overlaps another file`);
    taken.push([entry.at, dataTo]);
    const limit = Object.hasOwn(allowed, entry.name) ? allowed[entry.name]! : 0;
    if (limit > 0 && entry.size > limit) throw refused(at, `${entry.name} has ${entry.size} bytes, at most ${limit}`);
    const body = limit === 0 ? new Uint8Array() : inflate(bytes.subarray(dataFrom, dataTo), entry);
    take(files, allowed, entry.name, body, at);
    at = next;
  }
  if (at !== end) throw refused(at, 'its directory is longer than its files');
  return whole(files, allowed);
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, end: number): { entry: Entry; next: number } {
  if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL) throw refused(at, 'its directory is broken');
  const u16 = (offset: number): number => view.getUint16(at + offset, true);
  const u32 = (offset: number): number => view.getUint32(at + offset, true);
  const [nameLength, extra, comment] = [u16(28), u16(30), u16(32)];
  const next = at + CENTRAL_BYTES + nameLength + extra + comment;
  if (next > end) throw refused(at, 'its directory is cut off');
  const name = Buffer.from(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength)).toString('latin1');
  const entry = { name, method: u16(10), packed: u32(20), size: u32(24), at: u32(42) };
  if ((u16(8) & ~FLAGS) !== 0) throw refused(at, `${quote(name)} has flags ${u16(8)}, which are not read`);
  if (entry.method !== 0 && entry.method !== 8) throw refused(at, `${quote(name)} has compression ${entry.method}`);
  if (u16(34) !== 0) throw refused(at, `${quote(name)} lies in another part`);
  const kind = (u32(38) >>> 16) & 0o170000;
  if (kind !== 0 && kind !== REGULAR) throw refused(at, `${quote(name)} is no regular file (mode ${kind.toString(8)})`);
  return { entry, next };
}

/** Where the data lies, between its local header and the directory. */
function dataOf(bytes: Uint8Array, view: DataView, entry: Entry, directory: number): [from: number, to: number] {
  const { at, name } = entry;
  if (at + LOCAL_BYTES > directory || view.getUint32(at, true) !== LOCAL)
    throw refused(at, `${quote(name)} has no header of its own`);
  const u16 = (offset: number): number => view.getUint16(at + offset, true);
  const own = Buffer.from(bytes.subarray(at + LOCAL_BYTES, at + LOCAL_BYTES + u16(26))).toString('latin1');
  if (own !== name || u16(8) !== entry.method) throw refused(at, `${quote(name)} is ${quote(own)} in its own header`);
  const from = at + LOCAL_BYTES + u16(26) + u16(28);
  if (from + entry.packed > directory) throw refused(at, `${quote(name)} is longer than the archive`);
  return [from, from + entry.packed];
}

function inflate(packed: Uint8Array, { name, method, size, at }: Entry): Uint8Array {
  let body = packed;
  if (method === 8) {
    try {
      body = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    } catch (cause) {
      throw refused(at, `${name} does not inflate to ${size} bytes: ${(cause as Error).message}`);
    }
  }
  if (body.length !== size) throw refused(at, `${name} has ${body.length} bytes, its directory says ${size}`);
  return body;
}
