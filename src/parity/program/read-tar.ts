import { FlowError } from '../../core/errors.ts';

/** Files that an archive must hold, by member name, with the most bytes each may have. */
export type AllowedFiles = Readonly<Record<string, number>>;

const BLOCK = 512;
/** Keywords of an extended header that say nothing about where or how much is written. */
const HARMLESS = /^(mtime|atime|ctime|uid|gid|uname|gname|comment)$/;

/**
 * The files of a tar archive, which must be exactly those of `allowed`: regular, each once. Nothing is written, so nothing can leave
 * a folder; links, devices, folders, other names, long-name headers and bytes after the end are refused.
 */
export function readTar(bytes: Uint8Array, allowed: AllowedFiles): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let at = 0;
  for (;;) {
    const header = block(bytes, at);
    if (header.every((byte) => byte === 0)) break;
    if (octal(header, 148, 8, at) !== checksum(header)) throw refused(at, 'its header has a wrong checksum');
    const [type, size] = [String.fromCharCode(header[156]!), octal(header, 124, 12, at)];
    const begin = at + BLOCK;
    if (size > bytes.length - begin) throw refused(at, `a member of ${size} bytes is longer than the archive`);
    const body = bytes.subarray(begin, begin + size);
    if (type === 'x') checkExtended(body, at);
    else {
      const name = text(header, 0, 100) + text(header, 345, 155);
      if (type !== '0' && type !== '\0') throw refused(at, `${quote(name)} is no regular file (type ${quote(type)})`);
      take(files, allowed, name, body, at);
    }
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
  }
  if (bytes.subarray(at).some((byte) => byte !== 0)) throw refused(at, 'there are bytes after its end');
  return whole(files, allowed);
}

/** Adds a file that is allowed and was not there before. */
export function take(
  files: Map<string, Uint8Array>,
  allowed: AllowedFiles,
  name: string,
  body: Uint8Array,
  at: number,
): void {
  const limit = Object.hasOwn(allowed, name) ? allowed[name]! : undefined;
  if (limit === undefined)
    throw refused(at, `it holds ${quote(name)}; only ${Object.keys(allowed).join(' and ')} may be there`);
  if (files.has(name)) throw refused(at, `${name} stands there twice`);
  if (body.length > limit) throw refused(at, `${name} has ${body.length} bytes, at most ${limit}`);
  files.set(name, body);
}

/** The files, once all of `allowed` are there. */
export function whole(files: Map<string, Uint8Array>, allowed: AllowedFiles): ReadonlyMap<string, Uint8Array> {
  const missing = Object.keys(allowed).find((name) => !files.has(name));
  if (missing !== undefined) throw refused(0, `${missing} is missing`);
  return files;
}

/** The refusal of an archive. */
export function refused(at: number, message: string): FlowError {
  return new FlowError('refused', message, {
    at: `archive, byte ${at}`,
    fix: 'build the program again with build-cuda.yml; an archive like this is not made by it',
  });
}

export function quote(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}

function block(bytes: Uint8Array, at: number): Uint8Array {
  if (at + BLOCK > bytes.length) throw refused(at, 'it is cut off');
  return bytes.subarray(at, at + BLOCK);
}

/** Sum of the header's bytes, the field of the sum itself read as blanks. */
function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}

function octal(header: Uint8Array, from: number, length: number, at: number): number {
  const digits = text(header, from, length).trim();
  if (!/^[0-7]{1,11}$/.test(digits)) throw refused(at, `a number of its header is ${quote(digits)}`);
  return Number.parseInt(digits, 8);
}

function text(header: Uint8Array, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString('latin1');
}

/** Records are `<length> <keyword>=<value>\n`; one that renames, resizes or links the next member is refused. */
function checkExtended(body: Uint8Array, at: number): void {
  const records = Buffer.from(body).toString('latin1');
  for (let from = 0; from < records.length;) {
    const [, length = '', keyword = ''] = /^([1-9]\d{0,5}) ([^=\n]{1,64})=/.exec(records.slice(from, from + 80)) ?? [];
    const end = from + Number(length);
    if (length === '' || end > records.length || records[end - 1] !== '\n')
      throw refused(at, 'its extended header is broken');
    if (!HARMLESS.test(keyword)) throw refused(at, `its extended header sets ${quote(keyword)}`);
    from = end;
  }
}
