import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GpujsBackend } from '../../../../kernels/gpujs/backend.ts';
import { openGpujs } from '../../../../kernels/gpujs/open.ts';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { type PackedWeights, openReference } from '../../../../kernels/reference/backend.ts';
import { tensorScale, ternaryMatrix } from '../../../../kernels/reference/ternary.ts';
import { lcg } from '../reference/golden.ts';
import { int8s } from '../reference/numbers.ts';
import { everyFormat, legalShapes, randomMatrix } from '../reference/samples.ts';

const reference = openReference();

async function opened(mode: 'webasm' | 'cpu'): Promise<GpujsBackend> {
  const backend = await openGpujs({ mode });
  if ('unavailable' in backend) throw new Error(backend.unavailable);
  return backend;
}
const backends = { webasm: await opened('webasm'), cpu: await opened('cpu') };
afterAll(async () => {
  await backends.webasm.close();
  await backends.cpu.close();
});

/** Loads the weights in both and compares the products of all rows of activations. */
async function agrees(backend: GpujsBackend, weights: PackedWeights, x: Int8Array, count: number): Promise<void> {
  const [ours, truth] = [await backend.load(weights), await reference.load(weights)];
  expect(await ours.multiply(x, count)).toEqual(await truth.multiply(x, count));
  ours.free();
}

describe.each(['webasm', 'cpu'] as const)('gpu.js in %s', (mode) => {
  const backend = backends[mode];

  test('says what it is', () => {
    expect(backend).toMatchObject({ id: 'gpujs', mode, device: mode, software: true, passedOver: [] });
  });

  test.each(everyFormat)('$id: the products of the reference, on random shapes', async ({ format }) => {
    await fc.assert(
      fc.asyncProperty(legalShapes(format), fc.integer({ min: 1, max: 4 }), fc.nat(), async (sample, count, seed) => {
        const bytes = format.pack(randomMatrix(sample, seed), sample.options);
        const x = int8s(seed + 1, count * sample.columns);
        await agrees(backend, { format, bytes, ...sample, ...sample.options }, x, count);
      }),
      { numRuns: 4 },
    );
  });

  test.each([1024, 1152, 2048, 2176, 6912])('no saturation at %d columns', async (columns) => {
    const format = formatNamed('i2_s');
    for (const weight of [1, -1]) {
      const codes = new Int8Array(columns).fill(weight);
      const bytes = format.pack(ternaryMatrix({ rows: 1, columns }, codes, tensorScale(1)));
      const loaded = await backend.load({ format, bytes, rows: 1, columns });
      for (const x of [127, -128])
        expect([...(await loaded.multiply(new Int8Array(columns).fill(x), 1))]).toEqual([weight * x * columns]);
      loaded.free();
    }
  });

  test('columns across 65,535 and sums across 2^24', async () => {
    const format = formatNamed('i2_s');
    const columns = 65_536 * 3;
    const codes = new Int8Array(columns).fill(1);
    const bytes = format.pack(ternaryMatrix({ rows: 1, columns }, codes, tensorScale(1)));
    const loaded = await backend.load({ format, bytes, rows: 1, columns });
    const x = Int8Array.from({ length: 2 * columns }, (_, i) => (i < columns ? -128 : 127));
    expect([...(await loaded.multiply(x, 2))]).toEqual([-128 * columns, 127 * columns]);
  });

  test('a count that changes, and more rows than one panel takes', async () => {
    const format = formatNamed('q2_0');
    const shape = { rows: 4100, columns: 64 };
    const bytes = format.pack(randomMatrix(shape, 5));
    const [ours, truth] = [
      await backend.load({ format, bytes, ...shape }),
      await reference.load({ format, bytes, ...shape }),
    ];
    for (const count of [1, 3, 1]) {
      const x = int8s(count, count * shape.columns);
      expect(await ours.multiply(x, count)).toEqual(await truth.multiply(x, count));
    }
  });

  test('bytes that the format refuses, and operands that do not fit', async () => {
    const format = formatNamed('i2_s');
    const shape = { rows: 2, columns: 128 };
    const bytes = format.pack(randomMatrix(shape, 5));
    const bad = Uint8Array.from(bytes);
    bad[3]! |= 0xc0;
    await expect(backend.load({ format, bytes: bad, ...shape })).rejects.toThrow('no ternary weight');
    await expect(backend.load({ format, bytes: bytes.subarray(1), ...shape })).rejects.toThrow('cut short');
    const loaded = await backend.load({ format, bytes, ...shape });
    await expect(loaded.multiply(new Int8Array(127), 1)).rejects.toThrow('127 activations for 1 rows of 128');
    await expect(loaded.multiply(new Int8Array(0), 0)).rejects.toThrow('0 activations for 0 rows');
  });
});

test('a matrix of more than 2^24 weights', async () => {
  const format = formatNamed('i2_s');
  const shape = { rows: 4104, columns: 4096 };
  // Bytes of four legal codes each, so that nothing has to be packed.
  const legal = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => (byte & (byte >> 1) & 0x55) === 0);
  const next = lcg(9);
  const run = Uint8Array.from({ length: 65_521 }, () => legal[next() % legal.length]!);
  const bytes = new Uint8Array(format.layout(shape).bytes);
  for (let at = 0; at < bytes.length; at += run.length) bytes.set(run.subarray(0, bytes.length - at), at);
  await agrees(backends.webasm, { format, bytes, ...shape }, int8s(3, shape.columns), 1);
});
