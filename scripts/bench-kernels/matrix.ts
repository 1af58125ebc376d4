import { formats } from '../../kernels/reference/formats/index.ts';
import type { FormatOptions, TernaryFormat } from '../../kernels/reference/format.ts';
import { type Shape, type TernaryMatrix, tensorScale } from '../../kernels/reference/ternary.ts';

/** One matrix in one format. */
export interface Packed {
  readonly format: TernaryFormat;
  readonly options: FormatOptions;
  readonly bytes: Uint8Array;
}

/** Ternary weights from a seed: whole numbers of a linear congruential generator, three alike in share. */
export function seededMatrix({ rows, columns }: Shape, seed: number): TernaryMatrix {
  const next = lcg(seed);
  const codes = new Int8Array(rows * columns);
  for (let i = 0; i < codes.length; i++) codes[i] = (next() % 3) - 1;
  return { rows, columns, codes, scale: tensorScale(1) };
}

/** Activations from a seed, the whole range of int8. */
export function seededActivations(count: number, seed: number): Int8Array {
  const next = lcg(seed);
  return Int8Array.from({ length: count }, () => (next() % 256) - 128);
}

/** The matrix in every format that holds its shape, and why the others do not. */
export function packAll(matrix: TernaryMatrix, wanted: readonly string[]): { packed: Packed[]; left: string[] } {
  const packed: Packed[] = [];
  const left: string[] = [];
  for (const format of formats) {
    if (wanted.length > 0 && !wanted.includes(format.id)) continue;
    // Tiles of the sizes that BitNet's own generator uses; any that divide the shape would do.
    const tiles = { tl1: { BM: 256, BK: 128, bm: 32 }, tl2: { BM: 256, BK: 96, bm: 32 } }[format.id];
    const options = tiles === undefined ? {} : { tiles };
    try {
      packed.push({ format, options, bytes: format.pack(matrix, options) });
    } catch (error) {
      left.push(`${format.id}: ${(error as Error).message}`);
    }
  }
  return { packed, left };
}

function lcg(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
}
