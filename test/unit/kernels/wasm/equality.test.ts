import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { gemm } from '../../../../kernels/reference/gemm.ts';
import { tensorScale } from '../../../../kernels/reference/ternary.ts';
import { decoders } from '../../../../kernels/wasm/decoders.ts';
import type { WasmBackend } from '../../../../kernels/wasm/open.ts';
import { fromHex, golden, goldenInput, same } from '../reference/golden.ts';
import { int8s } from '../reference/numbers.ts';
import { everyFormat, legalShapes, randomMatrix } from '../reference/samples.ts';
import { opened, products, productsOfBytes } from './opened.ts';

let wasm: WasmBackend;
beforeAll(async () => {
  wasm = await opened();
});

test('every format has a decoder of its own here', () => {
  expect(Object.keys(decoders).sort()).toEqual(everyFormat.map(({ id }) => id).sort());
});

describe.each(everyFormat)('$id', ({ format, sample }) => {
  test('equals the reference on random legal shapes, for one and several rows of activations', async () => {
    const cases = fc.tuple(legalShapes(format), fc.integer({ min: 1, max: 4 }), fc.nat());
    await fc.assert(
      fc.asyncProperty(cases, async ([{ options, ...shape }, count, seed]) => {
        const matrix = randomMatrix(shape, seed);
        const x = int8s(seed + 1, count * shape.columns);
        const weights = await wasm.load({ format, bytes: format.pack(matrix, options), ...shape, ...options });
        const y = await weights.multiply(x, count);
        weights.free();
        expect(weights.decodedBy).toBe('wasm');
        expect(same(y, gemm(matrix, x, count))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('each weight, alone in its row, meets the activation of its column', async () => {
    const { rows, columns, options } = sample;
    // Two activations name a column: what is left and what is the quotient by 255.
    const x = new Int8Array(2 * columns);
    for (let k = 0; k < columns; k++) [x[k], x[columns + k]] = [(k % 255) - 127, Math.floor(k / 255) + 1];
    // One weight in each row, on a diagonal that goes once through all columns: each weight has its turn.
    for (let turn = 0; turn < columns; turn++) {
      const codes = new Int8Array(rows * columns);
      const wanted = new Int32Array(2 * rows);
      for (let m = 0; m < rows; m++) {
        const [k, weight] = [(turn + 7 * m) % columns, (turn + m) % 2 === 0 ? 1 : -1];
        codes[m * columns + k] = weight;
        [wanted[m], wanted[rows + m]] = [weight * x[k]!, weight * x[columns + k]!];
      }
      const y = await products(wasm, format, { rows, columns, codes, scale: tensorScale(1) }, options, x, 2);
      if (!same(y, wanted)) throw new Error(`turn ${turn}: ${y.join(' ')} instead of ${wanted.join(' ')}`);
    }
  });

  test('bytes that the reference refuses are refused at the same offset, and no others', async () => {
    const { options, ...shape } = sample;
    const good = format.pack(randomMatrix(shape, 5), options);
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 });
    const x = int8s(9, shape.columns);
    const outcome = async (work: () => Promise<Int32Array>) => {
      try {
        return { y: [...(await work())] };
      } catch (error) {
        const { name, code, offset } = error as { name: string; code: string; offset: number };
        return { name, code, offset };
      }
    };
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = good.slice();
        for (const [at, value] of changes) bytes[at] = value;
        const got = await outcome(() => productsOfBytes(wasm, format, bytes, shape, options, x));
        const wanted = await outcome(async () =>
          gemm({ ...shape, codes: format.unpackCodes(bytes, shape, options) }, x, 1),
        );
        expect(got).toEqual(wanted);
      }),
      { numRuns: 150 },
    );
    expect(wasm.memory.inUse).toBe(0);
  });

  test('linear, odd, and rows of zeros give 0', async () => {
    await fc.assert(
      fc.asyncProperty(legalShapes(format), fc.nat(), async ({ options, ...shape }, seed) => {
        const matrix = randomMatrix(shape, seed);
        matrix.codes.fill(0, 0, shape.columns);
        const x = int8s(seed, shape.columns);
        const half = x.map((value) => value >> 1);
        const rest = x.map((value, i) => value - half[i]!);
        const negated = { ...matrix, codes: matrix.codes.map((code) => -code) };
        const run = (one: typeof matrix, y: Int8Array) => products(wasm, format, one, options, y);
        const y = await run(matrix, x);
        const [a, b] = [await run(matrix, half), await run(matrix, rest)];
        expect(y).toEqual(a.map((value, i) => value + b[i]!));
        expect(await run(negated, x)).toEqual(y.map((value) => (value === 0 ? 0 : -value)));
        expect(y[0]).toBe(0);
      }),
      { numRuns: 8 },
    );
  });

  test('rows in another order give products in that order', async () => {
    const { options, ...shape } = sample;
    const { rows, columns } = shape;
    const matrix = randomMatrix(shape, 3);
    const x = int8s(4, columns);
    const turned = new Int8Array(matrix.codes.length);
    for (let m = 0; m < rows; m++)
      turned.set(matrix.codes.subarray(m * columns, (m + 1) * columns), (rows - 1 - m) * columns);
    const y = await products(wasm, format, matrix, options, x);
    expect(await products(wasm, format, { ...matrix, codes: turned }, options, x)).toEqual(y.reverse());
  });
});

describe('bytes of other packers', () => {
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
  test.each(['tl1', 'tl2'])('%s', async (id) => {
    const format = formatNamed(id);
    for (const { M, K, BM, BK, bm, seed, packed_hex, int_dot } of golden<{ cases: Tiled[] }>(id).cases) {
      const [shape, options] = [{ rows: M, columns: K }, { tiles: { BM, BK, bm } }];
      const bytes = new Uint8Array(format.layout(shape, options).bytes);
      bytes.set(fromHex(packed_hex));
      const { x } = goldenInput(seed, M, K);
      expect([...(await productsOfBytes(wasm, format, bytes, shape, options, x))]).toEqual(int_dot);
    }
  });

  test('w2a8', async () => {
    interface Case {
      N: number;
      K: number;
      seed: number;
      packed_hex: string;
      int_dot: number[];
    }
    const { N, K, seed, packed_hex, int_dot } = golden<Case>('gpu_w2a8');
    const { x } = goldenInput(seed, N, K);
    const bytes = fromHex(packed_hex);
    expect([...(await productsOfBytes(wasm, formatNamed('w2a8'), bytes, { rows: N, columns: K }, {}, x))]).toEqual(
      int_dot,
    );
  });
});
