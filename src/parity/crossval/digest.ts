import { createHash } from 'node:crypto';
import type { ByteSource } from '../../../kernels/gguf/byte-source.ts';

const PIECE = 1 << 22;

/** sha256 of a file, read in pieces. */
export function sha256Of(source: ByteSource, onProgress: (done: number, all: number) => void): string {
  const hash = createHash('sha256');
  const buffer = new Uint8Array(PIECE);
  for (let at = 0; at < source.size; at += PIECE) {
    const piece = buffer.subarray(0, Math.min(PIECE, source.size - at));
    source.read(piece, at);
    hash.update(piece);
    onProgress(at + piece.length, source.size);
  }
  return hash.digest('hex');
}
