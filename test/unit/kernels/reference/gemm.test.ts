import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import {
  MAX_COLUMNS,
  type TernaryCodes,
  activationSums,
  gemm,
  gemv,
  withoutZeroPoint,
} from '../../../../kernels/reference/gemm.ts';
import { tensorScale } from '../../../../kernels/reference/ternary.ts';
import { fromHex, golden, goldenInput } from './golden.ts';
import { int8s } from './numbers.ts';
import { randomMatrix } from './samples.ts';

/** The product in whole numbers without a limit. */
function exact({ rows, columns, codes }: TernaryCodes, x: Int8Array, count = 1): bigint[] {
  return Array.from({ length: count * rows }, (_, i) => {
    const [n, m] = [Math.floor(i / rows), i % rows];
    let sum = 0n;
    for (let k = 0; k < columns; k++) sum += BigInt(codes[m * columns + k]!) * BigInt(x[n * columns + k]!);
    return sum;
  });
}

const operands = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 70 }),
    count: fc.integer({ min: 1, max: 3 }),
    seed: fc.nat(),
  })
  .map(({ rows, columns, count, seed }) => ({
    weights: randomMatrix({ rows, columns }, seed),
    x: int8s(seed + 1, count * columns),
    count,
  }));

describe('golden products, from the packed bytes', () => {
  const i2s = golden<{ cases: { M: number; K: number; seed: number; int_dot: number[]; sum_x: number }[] }>('i2s');
  test.each(i2s.cases)('I2_S $M x $K', ({ M, K, seed, int_dot, sum_x }) => {
    const { codes, x } = goldenInput(seed, M, K);
    const weights = { rows: M, columns: K, codes };
    expect([...gemv(weights, x)]).toEqual(int_dot);
    expect([...activationSums(x, 1)]).toEqual([sum_x]);
  });

  interface Tiled {
    M: number;
    K: number;
    BM: number;
    BK: number;
    bm: number;
    seed: number;
    packed_hex: string;
    int_dot: number[];
  }
  test.each(['tl1', 'tl2'])('%s', (id) => {
    for (const { M, K, BM, BK, bm, seed, packed_hex, int_dot } of golden<{ cases: Tiled[] }>(id).cases) {
      const { x } = goldenInput(seed, M, K);
      const shape = { rows: M, columns: K };
      const options = { tiles: { BM, BK, bm } };
      const bytes = new Uint8Array(formatNamed(id).layout(shape, options).bytes);
      bytes.set(fromHex(packed_hex));
      expect([...gemv({ ...shape, codes: formatNamed(id).unpackCodes(bytes, shape, options) }, x)]).toEqual(int_dot);
    }
  });

  test('w2a8', () => {
    const { N, K, seed, packed_hex, int_dot } = golden<{
      N: number;
      K: number;
      seed: number;
      packed_hex: string;
      int_dot: number[];
    }>('gpu_w2a8');
    const shape = { rows: N, columns: K };
    const codes = formatNamed('w2a8').unpackCodes(fromHex(packed_hex), shape);
    expect([...gemv({ ...shape, codes }, goldenInput(seed, N, K).x)]).toEqual(int_dot);
  });
});

describe('laws', () => {
  const law = (check: (value: { weights: ReturnType<typeof randomMatrix>; x: Int8Array; count: number }) => void) =>
    fc.assert(fc.property(operands, check), { numRuns: 60 });

  test('equals the product in unlimited whole numbers', () => {
    law(({ weights, x, count }) => expect([...gemm(weights, x, count)].map(BigInt)).toEqual(exact(weights, x, count)));
  });

  test('linear: the products of two activations add up', () => {
    law(({ weights, x, count }) => {
      const half = x.map((value) => value >> 1);
      const rest = x.map((value, i) => value - half[i]!);
      const [a, b] = [gemm(weights, half, count), gemm(weights, rest, count)];
      expect(gemm(weights, x, count)).toEqual(a.map((value, i) => value + b[i]!));
    });
  });

  test('negated weights give negated products', () => {
    law(({ weights, x, count }) => {
      const negated = { ...weights, codes: weights.codes.map((code) => -code) };
      expect(gemm(negated, x, count)).toEqual(gemm(weights, x, count).map((value) => -value));
    });
  });

  test('rows in another order give products in that order', () => {
    law(({ weights, x }) => {
      const { rows, columns, codes } = weights;
      const turned = new Int8Array(codes.length);
      for (let m = 0; m < rows; m++)
        turned.set(codes.subarray(m * columns, (m + 1) * columns), (rows - 1 - m) * columns);
      const row = x.subarray(0, columns);
      expect(gemv({ ...weights, codes: turned }, row)).toEqual(gemv(weights, row).reverse());
    });
  });

  test('with codes 0, 1, 2 and the sum of the activations taken off, the product is the same', () => {
    law(({ weights, x, count }) => {
      const { rows, columns, codes } = weights;
      const shifted = Int32Array.from({ length: count * rows }, (_, i) => {
        let sum = 0;
        for (let k = 0; k < columns; k++)
          sum += (codes[(i % rows) * columns + k]! + 1) * x[Math.floor(i / rows) * columns + k]!;
        return sum;
      });
      expect(withoutZeroPoint(shifted, activationSums(x, count))).toEqual(gemm(weights, x, count));
    });
  });

  test('rows of zeros give 0', () => {
    law(({ weights, x, count }) => {
      const codes = weights.codes.map((code, i) => (i < weights.columns ? 0 : code));
      expect(gemm({ ...weights, codes }, x, count)[0]).toBe(0);
    });
  });
});

describe('large sums', () => {
  const rows = golden<{
    rows: { K: number; exact: number; x86_avx2: number; arm_neon_no_dotprod: number; arm_neon_dotprod: number }[];
  }>('i2s_saturation').rows;

  test.each(rows)('weights 1, activations 127, $K columns: exact, where kernels with int16 sums are not', (one) => {
    const weights = { rows: 1, columns: one.K, codes: new Int8Array(one.K).fill(1) };
    expect([...gemv(weights, new Int8Array(one.K).fill(127))]).toEqual([one.exact]);
    expect(one.exact).toBe(127 * one.K);
    expect([one.x86_avx2 === one.exact, one.arm_neon_no_dotprod === one.exact]).toEqual([one.K <= 2048, one.K <= 1024]);
  });

  test.each([1024, 1152, 2048, 2176, 6912])('K %d with every pair of extremes, through the packed bytes', (K) => {
    for (const weight of [-1, 1]) {
      for (const value of [-128, 127]) {
        const matrix = { rows: 1, columns: K, codes: new Int8Array(K).fill(weight), scale: tensorScale(1) };
        const codes = formatNamed('i2_s').unpackCodes(formatNamed('i2_s').pack(matrix), matrix);
        expect([...gemv({ ...matrix, codes }, new Int8Array(K).fill(value))]).toEqual([weight * value * K]);
      }
    }
  });

  test.each([65_535, 65_536, 140_000])('K %d: past the loop limit of some graphics drivers and past 2^24', (K) => {
    const weights = { rows: 1, columns: K, codes: new Int8Array(K).fill(1) };
    expect([...gemv(weights, new Int8Array(K).fill(127))]).toEqual([127 * K]);
    const mixed = { rows: 1, columns: K, codes: randomMatrix({ rows: 1, columns: K }, K).codes };
    const x = int8s(K, K);
    expect([...gemv(mixed, x)].map(BigInt)).toEqual(exact(mixed, x));
  });

  test('2560 x 6912: more than 2^24 weights, exact in the rows around that index', () => {
    const shape = { rows: 2560, columns: 6912 };
    const codes = new Int8Array(shape.rows * shape.columns);
    const x = int8s(4, shape.columns);
    const edge = Math.floor(2 ** 24 / shape.columns);
    const tail = randomMatrix({ rows: shape.rows - edge + 1, columns: shape.columns }, 8);
    codes.set(tail.codes, (edge - 1) * shape.columns);
    const packed = formatNamed('i2_s').pack({ ...shape, codes, scale: tensorScale(1) });
    const y = gemv({ ...shape, codes: formatNamed('i2_s').unpackCodes(packed, shape) }, x);
    const around = { rows: 3, columns: shape.columns, codes: tail.codes.subarray(0, 3 * shape.columns) };
    expect([...y.subarray(edge - 1, edge + 2)].map(BigInt)).toEqual(exact(around, x));
    expect(y.subarray(edge - 1)).toEqual(gemv(tail, x));
    expect(y.subarray(0, edge - 1).every((value) => value === 0)).toBe(true);
  });
});

test('operands that do not fit are errors', () => {
  const weights = randomMatrix({ rows: 2, columns: 4 }, 1);
  expect(() => gemv(weights, new Int8Array(3))).toThrow(/3 activations for 1 rows of 4/);
  expect(() => gemm(weights, new Int8Array(8), 3)).toThrow(/8 activations for 3 rows of 4/);
  expect(() => gemv({ ...weights, codes: new Int8Array(7) }, new Int8Array(4))).toThrow(/7 codes for 2 x 4/);
  const wide = { rows: 1, columns: MAX_COLUMNS + 1, codes: new Int8Array(MAX_COLUMNS + 1) };
  expect(() => gemv(wide, new Int8Array(MAX_COLUMNS + 1))).toThrow(/can leave the int32/);
});
