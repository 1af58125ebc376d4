import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';

/** Digests that are known, by what changes with every write: a program is read once, not once for each gate. */
const known = new Map<string, string>();
const CHUNK = 1 << 20;

/** sha256 of what is in a file, links followed; `absent` without one that can be read. */
export function digestOfFile(file: string): string {
  try {
    const path = realpathSync(file);
    const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    const stamp = [path, ino, size, mtimeNs, ctimeNs].join(' ');
    const digest = known.get(stamp) ?? read(path);
    known.set(stamp, digest);
    return digest;
  } catch {
    return 'absent';
  }
}

function read(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK);
  const fd = openSync(path, 'r');
  try {
    for (let length = readSync(fd, chunk); length > 0; length = readSync(fd, chunk))
      hash.update(chunk.subarray(0, length));
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
}
