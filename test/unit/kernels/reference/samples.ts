import fc from 'fast-check';
import type { FormatOptions, TernaryFormat } from '../../../../kernels/reference/format.ts';
import { formats } from '../../../../kernels/reference/formats/index.ts';
import { type Shape, type TernaryMatrix, tensorScale, ternaryMatrix } from '../../../../kernels/reference/ternary.ts';
import { lcg } from './golden.ts';

export interface Sample extends Shape {
  readonly options: FormatOptions;
}

/** The smallest shape of each format, with tile sizes where it has them. */
export const smallest: Readonly<Record<string, Sample>> = {
  i2_s: { rows: 2, columns: 128, options: {} },
  i2_s_arm64: { rows: 3, columns: 64, options: {} },
  i2_s_rows: { rows: 8, columns: 9, options: {} },
  tl1: { rows: 32, columns: 8, options: { tiles: { BM: 32, BK: 8, bm: 32 } } },
  tl2: { rows: 32, columns: 256, options: { tiles: { BM: 32, BK: 96, bm: 32 } } },
  tq1_0: { rows: 2, columns: 256, options: {} },
  tq2_0: { rows: 2, columns: 256, options: {} },
  q2_0: { rows: 3, columns: 64, options: {} },
  hf_u8: { rows: 8, columns: 5, options: {} },
  w2a8: { rows: 16, columns: 128, options: {} },
  bitnetrs_i2s32: { rows: 3, columns: 32, options: {} },
  bitnetrs_cpu_i2s32: { rows: 3, columns: 32, options: {} },
};

/** A few legal shapes of a format, from one unit to several in each direction. */
export function legalShapes(format: TernaryFormat): fc.Arbitrary<Sample> {
  const times = fc.integer({ min: 1, max: 3 });
  const tiled = (rowStep: fc.Arbitrary<number>, columns: fc.Arbitrary<[number, number]>, bms: number[]) =>
    fc
      .record({ rowStep, tiles: times, columns, bm: fc.constantFrom(...bms) })
      .map(({ rowStep, tiles, columns: [BK, total], bm }) => {
        const BM = rowStep * bm;
        return { rows: BM * tiles, columns: total, options: { tiles: { BM, BK, bm } } };
      });
  if (format.id === 'tl1') {
    const columns = fc.tuple(times, times).map(([a, b]): [number, number] => [16 * a, 16 * a * b]);
    return tiled(fc.integer({ min: 1, max: 2 }), columns, [32, 64]);
  }
  if (format.id === 'tl2') {
    const columns = fc
      .tuple(fc.constantFrom(96, 192), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }))
      .map(([BK, pairs, more]): [number, number] => [BK, BK * (Math.ceil(256 / BK) + more) + 32 * pairs]);
    return tiled(fc.integer({ min: 1, max: 2 }), columns, [32]);
  }
  const unit = smallest[format.id]!;
  const rowUnit = { i2_s_rows: 4, hf_u8: 4, w2a8: 16 }[format.id] ?? 1;
  return fc.tuple(times, times).map(([a, b]) => ({ rows: rowUnit * a, columns: unit.columns * b, options: {} }));
}

/** Weights from a seed, with a scale that every float type holds. */
export function randomMatrix(shape: Shape, seed: number, scale = 0.5): TernaryMatrix {
  const next = lcg(seed);
  const codes = Int8Array.from({ length: shape.rows * shape.columns }, () => (next() % 3) - 1);
  return ternaryMatrix({ rows: shape.rows, columns: shape.columns }, codes, tensorScale(scale));
}

export const everyFormat = formats.map((format) => ({ id: format.id, format, sample: smallest[format.id]! }));
