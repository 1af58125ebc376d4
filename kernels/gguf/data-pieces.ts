import type { ByteSource } from './byte-source.ts';
import { quoted } from './metadata.ts';
import type { GgufTensor } from './place-tensors.ts';
import { GgufError, type Rule } from './refusal.ts';

/** Bytes of tensor data that are in memory at a time. */
const PIECE = 1 << 20;

/** Reads tensors piece by piece into one buffer, which is used again for each. */
export class DataReader {
  readonly source: ByteSource;
  private readonly buffer = new ArrayBuffer(PIECE);
  private readonly onBytes: (bytes: number) => void;

  constructor(source: ByteSource, onBytes: (bytes: number) => void = () => undefined) {
    this.source = source;
    this.onBytes = onBytes;
  }

  /** Calls `each` with pieces of whole units, and where each lies in the file. */
  pieces(
    start: number,
    bytes: number,
    unit: number,
    each: (piece: Uint8Array<ArrayBuffer>, offset: number) => void,
  ): void {
    const most = PIECE - (PIECE % unit);
    for (let done = 0; done < bytes;) {
      const piece = new Uint8Array(this.buffer, 0, Math.min(most, bytes - done));
      this.source.read(piece, start + done);
      each(piece, start + done);
      done += piece.length;
      this.onBytes(piece.length);
    }
  }

  /** A float at a place of its own, such as the scale behind the codes. */
  f32(offset: number): number {
    const bytes = new Uint8Array(4);
    this.source.read(bytes, offset);
    return new DataView(bytes.buffer).getFloat32(0, true);
  }

  refuse(rule: Rule, offset: number, { name }: GgufTensor, what: string, reason: string): never {
    throw new GgufError(rule, { file: this.source.name, offset, field: `${quoted(name)}, ${what}` }, reason);
  }
}
