import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CUDA_FORMATS, type CudaKernel, openCuda } from '../../../../kernels/cuda/launcher.ts';
import type { Backend } from '../../../../kernels/reference/backend.ts';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { gemm } from '../../../../kernels/reference/gemm.ts';
import { MalformedBytes } from '../../../../kernels/reference/malformed.ts';
import { tensorScale, ternaryMatrix } from '../../../../kernels/reference/ternary.ts';
import { fromHex, golden, goldenInput, lcg, same } from '../reference/golden.ts';
import { int8s } from '../reference/numbers.ts';
import { type Sample, legalShapes, randomMatrix, smallest } from '../reference/samples.ts';
import { hostProgram, multiply, openHost, runProcess } from './host.ts';

const host = hostProgram();
const program = 'program' in host ? host.program : '';
if ('missing' in host) test.skip(`the CUDA kernels on the host are left out: ${host.missing}`, () => undefined);

const KERNELS = ['simple', 'gemv', 'gemm'] as const;
const each = CUDA_FORMATS.flatMap((id) => KERNELS.map((kernel) => ({ id, kernel, format: formatNamed(id) })));

// The same source as the device's, with every thread of a block run in turns by an emulator: see docs/kernels.md.
('missing' in host ? describe.skip : describe)('the CUDA kernels, emulated on the host', () => {
  const open = new Map<CudaKernel, Backend>();
  beforeAll(async () => {
    for (const kernel of KERNELS) open.set(kernel, await openHost(program, kernel));
  });
  afterAll(async () => {
    for (const backend of open.values()) await backend.close();
  });

  interface Golden extends Sample {
    bytes: string;
    x: Int8Array;
    products: number[];
  }
  /** Golden bytes and the products that golden says they give. */
  const goldens: Readonly<Record<string, () => Golden[]>> = {
    i2_s: () =>
      golden<{
        cases: { M: number; K: number; seed: number; int_dot: number[]; x86_default: { packed_hex?: string } | null }[];
      }>('i2s').cases.flatMap(({ M, K, seed, int_dot, x86_default }) =>
        x86_default?.packed_hex === undefined
          ? []
          : [
              {
                ...{ rows: M, columns: K, options: {}, bytes: x86_default.packed_hex },
                ...{ x: goldenInput(seed, M, K).x, products: int_dot },
              },
            ],
      ),
    w2a8: () => {
      const one = golden<{ N: number; K: number; seed: number; packed_hex: string; int_dot: number[] }>('gpu_w2a8');
      const shape = { rows: one.N, columns: one.K, options: {} };
      return [{ ...shape, bytes: one.packed_hex, x: goldenInput(one.seed, one.N, one.K).x, products: one.int_dot }];
    },
    tq2_0: () => {
      const { seed, n, tq2_0_hex } = golden<{ seed: number; n: number; tq2_0_hex: string }>('tq');
      const { codes, x } = goldenInput(seed, 1, n);
      const products = [...gemm({ rows: 1, columns: n, codes }, x, 1)];
      return [{ rows: 1, columns: n, options: {}, bytes: tq2_0_hex, x, products }];
    },
    tl1: () => tiledGolden('tl1'),
    tl2: () => tiledGolden('tl2'),
  };
  function tiledGolden(id: string): Golden[] {
    type Tiles = { M: number; K: number; BM: number; BK: number; bm: number };
    const { cases } = golden<{ cases: (Tiles & { seed: number; packed_hex: string; int_dot: number[] })[] }>(id);
    return cases.map(({ M, K, BM, BK, bm, seed, packed_hex, int_dot }) => ({
      ...{ rows: M, columns: K, options: { tiles: { BM, BK, bm } }, bytes: packed_hex },
      ...{ x: goldenInput(seed, M, K).x, products: int_dot },
    }));
  }

  test.each(each)('$id by $kernel: golden bytes give golden products', async ({ id, kernel, format }) => {
    const cases = goldens[id]!();
    expect(cases.length).toBeGreaterThan(0);
    for (const { bytes, x, products, ...shape } of cases) {
      const packed = new Uint8Array(format.layout(shape, shape.options).bytes);
      packed.set(fromHex(bytes));
      expect([...(await multiply(open.get(kernel)!, format, shape, packed, x))]).toEqual(products);
    }
  });

  test.each(each)('$id by $kernel: any legal shape is what the reference gives', async ({ kernel, format }) => {
    const sample = fc.tuple(legalShapes(format), fc.nat(1e6), fc.integer({ min: 1, max: 10 }));
    await fc.assert(
      fc.asyncProperty(sample, async ([shape, seed, count]) => {
        const matrix = randomMatrix(shape, seed);
        const x = int8s(seed + 1, count * shape.columns);
        const y = await multiply(open.get(kernel)!, format, shape, format.pack(matrix, shape.options), x, count);
        expect(y).toEqual(gemm(matrix, x, count));
      }),
      { numRuns: 6 },
    );
  });

  test.each(each)(
    '$id by $kernel: one activation at a time shows each weight in its place',
    async ({ id, kernel, format }) => {
      const shape = smallest[id]!;
      const matrix = randomMatrix(shape, 3);
      const { rows, columns } = shape;
      const identity = new Int8Array(columns * columns);
      for (let k = 0; k < columns; k++) identity[k * columns + k] = 1;
      const y = await multiply(open.get(kernel)!, format, shape, format.pack(matrix, shape.options), identity, columns);
      for (let i = 0; i < y.length; i++) {
        const [k, row] = [Math.floor(i / rows), i % rows];
        if (y[i] !== matrix.codes[row * columns + k]) {
          throw new Error(`weight (${row}, ${k}) is ${matrix.codes[row * columns + k]} and was read as ${y[i]}`);
        }
      }
    },
  );

  const saturated = [1024, 1152, 2048, 2176, 6912, 65_664].flatMap((K) => [127, -128].map((x) => ({ K, x })));
  test.each(saturated)('saturation: K $K of weights 1 and activations $x', async ({ K, x }) => {
    const format = formatNamed('i2_s');
    const shape = { rows: 5, columns: K, options: {} };
    const codes = new Int8Array(5 * K).fill(1).fill(-1, 4 * K);
    const bytes = format.pack(ternaryMatrix(shape, codes, tensorScale(1)));
    for (const kernel of KERNELS) {
      const y = await multiply(open.get(kernel)!, format, shape, bytes, new Int8Array(K).fill(x));
      expect([...y]).toEqual([x * K, x * K, x * K, x * K, -x * K]);
    }
  });

  test('gemm: rows of activations beyond one tile, and more rows of weights than one tile', async () => {
    const format = formatNamed('i2_s');
    const shape = { rows: 70, columns: 256, options: {} };
    const matrix = randomMatrix(shape, 5);
    const x = int8s(6, 133 * 256);
    const y = await multiply(open.get('gemm')!, format, shape, format.pack(matrix), x, 133);
    expect(same(y, gemm(matrix, x, 133))).toBe(true);
  });

  test.each(CUDA_FORMATS)('%s: a byte that no packer writes is refused where the reference refuses it', async (id) => {
    const format = formatNamed(id);
    const shape = id === 'tl2' ? { ...smallest.tl2!, columns: 320 } : smallest[id]!;
    const next = lcg(11);
    const clean = format.pack(randomMatrix(shape, 7), shape.options);
    const verdict = async (load: () => unknown): Promise<number | undefined> => {
      try {
        await load();
        return undefined;
      } catch (error) {
        if (error instanceof MalformedBytes) return error.offset;
        throw error;
      }
    };
    const seen = new Set<boolean>();
    for (let i = 0; i < 60; i++) {
      const bytes = clean.slice();
      bytes[next() % bytes.length] = i % 3 === 0 ? 255 : next() % 256;
      const expected = await verdict(() => format.unpackCodes(bytes, shape, shape.options));
      const load = open.get('gemv')!.load({ format, ...shape, bytes, ...shape.options });
      expect(await verdict(async () => (await load).free())).toBe(expected);
      seen.add(expected === undefined);
    }
    expect(seen.size).toBe(2);
  });

  test('shapes: the program refuses what the reference refuses, and counts the same bytes', () => {
    const numbers = fc.oneof(
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256),
    );
    const cases = fc.sample(
      fc.tuple(
        fc.constantFrom(...CUDA_FORMATS),
        numbers,
        fc.constantFrom(1, 4, 32, 128),
        fc.array(numbers, { minLength: 3, maxLength: 3 }),
      ),
      { numRuns: 3000, seed: 1 },
    );
    const lines = cases.map(([id, rows, times, tiles]) => {
      const columns = times * tiles[1]!;
      return { id, rows, columns, tiles: formatNamed(id).tiled ? tiles : [] };
    });
    lines.push(
      { id: 'i2_s', rows: 1, columns: 2 ** 24, tiles: [] },
      { id: 'i2_s', rows: 2 ** 13, columns: 2 ** 17, tiles: [] },
    );
    const text = lines.map(({ id, rows, columns, tiles }) => [id, rows, columns, ...tiles].join(' ')).join('\n');
    const answers = spawnSync(program, ['layout'], { input: `${text}\n`, encoding: 'utf8' }).stdout.split('\n');
    let legal = 0;
    lines.forEach(({ id, rows, columns, tiles }, i) => {
      const [BM, BK, bm] = tiles as [number, number, number];
      let expected: string;
      try {
        expected = String(
          formatNamed(id).layout({ rows, columns }, tiles.length === 0 ? {} : { tiles: { BM, BK, bm } }).bytes,
        );
        if (columns >= 2 ** 24) expected = 'refused';
      } catch {
        expected = 'refused';
      }
      if (expected !== 'refused') legal++;
      expect(`${i} ${answers[i]!.split(':')[0]!}`).toBe(`${i} ${expected}`);
    });
    expect(legal).toBeGreaterThan(100);
  });

  test('the emulation does not pass for a device', async () => {
    await expect(openCuda({ program, run: runProcess })).rejects.toThrow(/emulates the kernels on the CPU/);
    expect(open.get('gemv')!.device).toBe('CPU emulation of the CUDA kernels');
  });
});
