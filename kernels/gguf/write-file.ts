import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { FlowError } from '../../src/core/errors.ts';
import { encodeGguf } from './encode.ts';
import type { WritableModel } from './writable.ts';

/**
 * Writes a model to a file, piece by piece. The file is there whole or not at all: it is written under another name beside it, synced, and
 * renamed. Returns its size.
 */
export function writeGguf(
  path: string,
  model: WritableModel,
  onPiece: (piece: Uint8Array, written: number) => void = () => undefined,
): number {
  const draft = `${path}.${process.pid}.part`;
  const fd = create(draft);
  let size = 0;
  try {
    try {
      for (const piece of encodeGguf(model)) {
        for (let done = 0; done < piece.length;) done += writeSync(fd, piece, done);
        size += piece.length;
        onPiece(piece, size);
      }
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return size;
}

function create(path: string): number {
  try {
    return openSync(path, 'wx');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new FlowError('bad-input', `cannot be written (${code})`, {
      at: path,
      fix: 'give a path in a folder that you may write to',
      cause: error,
    });
  }
}
