import { describe, expect, test } from '@jest/globals';
import { formatNamed } from '../../kernels/reference/formats/index.ts';
import { gemm } from '../../kernels/reference/gemm.ts';
import { quantizeQ8K } from '../../kernels/reference/quantize-activations.ts';
import { quantizeAbsmaxBlocks } from '../../kernels/reference/quantize-weights.ts';
import { type TernaryMatrix, dequantize } from '../../kernels/reference/ternary.ts';
import { call, findGgml, variants } from '../../scripts/ggml-program.ts';
import { lcg, same } from '../unit/kernels/reference/golden.ts';
import { gaussian, int8s } from '../unit/kernels/reference/numbers.ts';
import { randomMatrix } from '../unit/kernels/reference/samples.ts';
import { opened, productsOfBytes } from '../unit/kernels/wasm/opened.ts';

/** llama.cpp's own code, in this process's children: what it packs, unpacks and multiplies, beside what we do. */
const ggml = findGgml();
const shape = { rows: 24, columns: 2560 };
const size = [shape.rows, shape.columns] as const;

if (ggml === undefined) {
  test.skip('ggml of llama.cpp is left out: it is installed by `npx tsx scripts/ggml.ts`', () => undefined);
}

const bytesOf = (values: Float32Array) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
const floatsOf = (bytes: Buffer) => new Float32Array(Uint8Array.from(bytes).buffer);

/** Ternary weights with a scale of its own for each block of 256, no two alike, and some blocks of zeros. */
function blockwise(seed: number): TernaryMatrix {
  const { codes, ...rest } = randomMatrix(shape, seed);
  const next = lcg(seed + 1);
  const values = Float32Array.from({ length: codes.length / 256 }, () => (next() + 1) / 40_000);
  for (let block = 3; block < values.length; block += 17) codes.fill(0, block * 256, block * 256 + 256);
  return { ...rest, codes, scale: { per: 'block', values, block: 256 } };
}

(ggml === undefined ? describe.skip : describe).each(['tq1_0', 'tq2_0'])('%s against ggml', (type) => {
  const format = formatNamed(type);

  test.each([1, 2, 3])('our bytes of ternary weights are its bytes (seed %d)', (seed) => {
    const matrix = blockwise(seed);
    expect(same(call(ggml!, ['quantize', type, ...size], bytesOf(dequantize(matrix))), format.pack(matrix))).toBe(true);
  });

  test('our bytes of float weights, quantised by its rule, are its bytes', () => {
    const weights = gaussian(7, shape.rows * shape.columns);
    const packed = format.pack(quantizeAbsmaxBlocks(weights, shape, 256));
    expect(same(call(ggml!, ['quantize', type, ...size], bytesOf(weights)), packed)).toBe(true);
  });

  test('it reads our bytes as the weights that we read in them', () => {
    const bytes = format.pack(blockwise(5));
    const weights = floatsOf(call(ggml!, ['dequantize', type, ...size], bytes));
    // A weight of 0 may come with either sign.
    expect(weights.map((weight) => weight + 0)).toEqual(dequantize(format.unpack(bytes, shape)).map((one) => one + 0));
  });

  const builds = ggml === undefined ? ['-'] : [...new Set([variants(ggml)[0]!, 'x64'])];
  test.each(builds)(
    'its products are ours, to the last bit, where floats hold them exactly (build %s)',
    async (build) => {
      const bytes = format.pack(randomMatrix(shape, 9, 1));
      // Whole numbers whose largest is 127 in each block: Q8_K keeps them with the factor -1, and no product leaves the 24 bits of a float.
      const x = int8s(4, shape.columns).map((value, i) => (i % 256 === 3 ? 127 : Math.max(-126, Math.min(126, value))));
      const floats = Float32Array.from(x);
      expect(quantizeQ8K(floats, 1, shape.columns).scale).toMatchObject({ factors: new Float32Array(10).fill(-1) });
      const theirs = [...floatsOf(call(ggml!, ['dot', type, build, ...size], Buffer.concat([bytes, bytesOf(floats)])))];

      expect([...gemm({ ...shape, codes: format.unpackCodes(bytes, shape) }, x, 1)]).toEqual(theirs);
      expect([...(await productsOfBytes(await opened(), format, bytes, shape, {}, x))]).toEqual(theirs);
    },
  );

  test.each(builds)('its products of floats are ours to 1e-6, with Q8_K activations (build %s)', async (build) => {
    const matrix = blockwise(6);
    const bytes = format.pack(matrix);
    const floats = gaussian(8, shape.columns);
    const theirs = floatsOf(call(ggml!, ['dot', type, build, ...size], Buffer.concat([bytes, bytesOf(floats)])));

    const x = quantizeQ8K(floats, 1, shape.columns);
    if (x.scale.per !== 'block') throw new Error('Q8_K has a factor for each block');
    const { values } = format.unpack(bytes, shape).scale;
    const wasm = await opened();
    const y = new Float64Array(shape.rows);
    for (let block = 0; block < shape.columns / 256; block++) {
      // The products of one block of columns, from its bytes alone.
      const blockBytes = format.layout({ rows: 1, columns: 256 }).bytes;
      const column = new Uint8Array(shape.rows * blockBytes);
      for (let row = 0; row < shape.rows; row++) {
        const at = (row * (shape.columns / 256) + block) * blockBytes;
        column.set(bytes.subarray(at, at + blockBytes), row * blockBytes);
      }
      const codes = x.codes.subarray(block * 256, block * 256 + 256);
      const part = await productsOfBytes(wasm, format, column, { rows: shape.rows, columns: 256 }, {}, codes);
      part.forEach((sum, row) => {
        const scale = values[row * (shape.columns / 256) + block]!;
        const factor = x.scale.per === 'block' ? x.scale.factors[block]! : NaN;
        y[row]! += sum * scale * factor;
      });
    }
    const largest = Math.max(...y.map(Math.abs));
    const error = Math.max(...y.map((value, row) => Math.abs(value - theirs[row]!)));
    expect(largest).toBeGreaterThan(1);
    expect(error / largest).toBeLessThan(1e-6);
  });
});

(ggml === undefined ? test.skip : test)('Q8_K activations are quantised as ggml does, code by code', () => {
  const x = gaussian(11, 4096).map((value, i) => value * 2 ** ((i >> 8) - 8));
  const blocks = call(ggml!, ['q8_K', variants(ggml!)[0]!, x.length], bytesOf(x));
  const ours = quantizeQ8K(x, 1, x.length);
  const bytesPerBlock = 4 + 256 + 32;
  expect(blocks.length).toBe(16 * bytesPerBlock);
  for (let block = 0; block < 16; block++) {
    const at = block * bytesPerBlock;
    expect(ours.scale).toMatchObject({ factors: expect.objectContaining({ [block]: blocks.readFloatLE(at) }) });
    const codes = new Int8Array(Uint8Array.from(blocks.subarray(at + 4, at + 260)).buffer);
    expect(ours.codes.subarray(block * 256, block * 256 + 256)).toEqual(codes);
  }
});

(ggml === undefined ? test.skip : test)('a call that is wrong fails with a reason', () => {
  expect(() => call(ggml!, ['quantize', 'tq3_0', 1, 256], new Uint8Array(1024))).toThrow(/neither tq1_0 nor tq2_0/);
  expect(() => call(ggml!, ['quantize', 'tq2_0', 1, 255], new Uint8Array(1020))).toThrow(/no multiple of 256/);
  expect(() => call(ggml!, ['quantize', 'tq2_0', 1, 256], new Uint8Array(1023))).toThrow(/too short/);
  expect(() => call(ggml!, ['dot', 'tq2_0', 'z80', 1, 256], new Uint8Array(66 + 1024))).toThrow(/no library/);
});
