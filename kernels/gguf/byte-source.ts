import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { FlowError } from '../../src/core/errors.ts';
import { GgufError } from './refusal.ts';

/** Bytes that can be read from any place, without holding all of them. */
export interface ByteSource {
  /** Name for errors. */
  readonly name: string;
  readonly size: number;
  /** Fills `into` with the bytes from `at` on; the caller has checked that they are there. */
  read(into: Uint8Array, at: number): void;
}

/** A source over bytes that are already in memory. */
export function bufferSource(bytes: Uint8Array, name = 'buffer'): ByteSource {
  return {
    name,
    size: bytes.length,
    read: (into, at) => into.set(bytes.subarray(at, at + into.length)),
  };
}

/** A file that is open for reading; whoever opened it closes it. */
export interface FileSource extends ByteSource {
  readonly close: () => void;
}

/** Opens a regular file; pipes and folders are refused, for a model is read from many places. */
export function openFile(path: string): FileSource {
  let fd: number;
  try {
    // Whoever opens a pipe for reading waits for a writer, and there may never be one.
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new FlowError('not-found', `cannot be opened (${code})`, {
      at: path,
      fix: 'give the path of a GGUF file that you may read',
      cause: error,
    });
  }
  const stat = fstatSync(fd);
  if (!stat.isFile()) {
    closeSync(fd);
    throw new FlowError('bad-input', `is ${stat.isDirectory() ? 'a folder' : 'no regular file'}`, {
      at: path,
      fix: 'give the path of a GGUF file',
    });
  }
  const name = basename(path);
  return {
    name,
    size: stat.size,
    read: (into, at) => {
      let done = 0;
      while (done < into.length) {
        const got = readSync(fd, into, done, into.length - done, at + done);
        if (got === 0)
          throw new GgufError(
            'changed',
            { file: name, offset: at + done, field: 'file' },
            `the file had ${stat.size} bytes when it was opened, and ends here now`,
          );
        done += got;
      }
    },
    close: () => closeSync(fd),
  };
}
