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
    try {
      const options = optionsFor(format, matrix);
      packed.push({ format, options, bytes: format.pack(matrix, options) });
    } catch (error) {
      left.push(`${format.id}: ${(error as Error).message}`);
    }
  }
  return { packed, left };
}

/** The largest usual tiles that divide the shape; the smallest, which the format then refuses by name, where none do. */
function optionsFor(format: TernaryFormat, shape: Shape): FormatOptions {
  if (format.tiled !== true) return {};
  const widths = format.id === 'tl1' ? [128, 64, 32, 16, 8] : [192, 96];
  const options = [256, 128, 64, 32].flatMap((BM) => widths.map((BK) => ({ tiles: { BM, BK, bm: 32 } })));
  const holds = (one: FormatOptions): boolean => {
    try {
      return format.layout(shape, one).bytes > 0;
    } catch {
      return false;
    }
  };
  return options.find(holds) ?? options.at(-1)!;
}

function lcg(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
}
