import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatNamed, formats } from '../../../../kernels/reference/formats/index.ts';
import { readAsBitnetRsQk256 } from '../../../../kernels/reference/formats/bitnetrs-qk256.ts';
import { factorOfWeightScale } from '../../../../kernels/reference/formats/hf-u8.ts';
import { distance } from '../../../../kernels/reference/metrics.ts';
import { dequantize, partScale, tensorScale } from '../../../../kernels/reference/ternary.ts';
import { same } from './golden.ts';
import { everyFormat, legalShapes, randomMatrix } from './samples.ts';

describe.each(everyFormat)('$id', ({ format, sample }) => {
  const { options, ...shape } = sample;

  test('each weight placed alone comes back alone', () => {
    const count = shape.rows * shape.columns;
    const step = count > 1024 ? 13 : 1;
    const zeros = { ...shape, codes: new Int8Array(count), scale: tensorScale(1) };
    const blank = format.pack(zeros, options);
    for (let i = 0; i < count; i += step) {
      for (const weight of [-1, 1]) {
        const codes = new Int8Array(count);
        codes[i] = weight;
        const packed = format.pack({ ...zeros, codes }, options);
        if (same(packed, blank) || !same(format.unpackCodes(packed, shape, options), codes)) {
          throw new Error(`weight ${weight} at ${i} came back elsewhere`);
        }
      }
    }
  });

  test('what was packed is unpacked, on random legal shapes', () => {
    fc.assert(
      fc.property(
        legalShapes(format),
        fc.nat(),
        fc.float({ min: Math.fround(0.01), max: 8, noNaN: true }),
        (legal, seed, scale) => {
          const matrix = randomMatrix(legal, seed, scale);
          const packed = format.pack(matrix, legal.options);
          const stored = format.storedScale(matrix);
          expect(packed.length).toBe(format.layout(legal, legal.options).bytes);
          const apart = format.scale.where === 'apart' ? { scale: stored } : {};
          const back = format.unpack(packed, matrix, { ...legal.options, ...apart });
          expect(same(back.codes, matrix.codes)).toBe(true);
          expect(back.scale).toEqual(stored);
          expect(same(format.pack(back, legal.options), packed)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a matrix of zeros is held, with its scale of 0', () => {
    const zeros = { ...shape, codes: new Int8Array(shape.rows * shape.columns), scale: tensorScale(0) };
    const apart = format.scale.where === 'apart' ? { scale: format.storedScale(zeros) } : {};
    const back = format.unpack(format.pack(zeros, options), shape, { ...options, ...apart });
    expect(dequantize(back).every((weight) => weight === 0)).toBe(true);
  });
});

test('one matrix is the same matrix in every format', () => {
  const matrix = randomMatrix({ rows: 64, columns: 768 }, 7);
  const tiles: Record<string, { tiles: { BM: number; BK: number; bm: number } }> = {
    tl1: { tiles: { BM: 64, BK: 128, bm: 32 } },
    tl2: { tiles: { BM: 32, BK: 192, bm: 32 } },
  };
  for (const format of formats) {
    const options = {
      ...tiles[format.id],
      ...(format.scale.where === 'apart' ? { scale: format.storedScale(matrix) } : {}),
    };
    const back = format.unpack(format.pack(matrix, tiles[format.id] ?? {}), matrix, options);
    expect(same(dequantize(back), dequantize(matrix))).toBe(true);
  }
});

test('the three layouts named I2_S give three different files of one size', () => {
  const matrix = randomMatrix({ rows: 4, columns: 256 }, 3);
  const files = ['i2_s', 'i2_s_arm64', 'i2_s_rows'].map((id) => Buffer.from(formatNamed(id).pack(matrix)));
  expect(new Set(files.map((file) => file.toString('hex'))).size).toBe(3);
  expect(new Set(files.map((file) => file.length))).toEqual(new Set([4 * 64 + 32]));
});

test('a zero matrix is 0x55 in I2_S and 0x44 in TL1', () => {
  const zero = { rows: 32, columns: 128, codes: new Int8Array(32 * 128), scale: tensorScale(1) };
  const tiles = { BM: 32, BK: 128, bm: 32 };
  expect(new Set(formatNamed('i2_s').pack(zero).subarray(0, 1024))).toEqual(new Set([0x55]));
  expect(new Set(formatNamed('tl1').pack(zero, { tiles }).subarray(0, 1024))).toEqual(new Set([0x44]));
});

describe('scales', () => {
  const [first, second] = [0.25, 0.75];
  const fused = { ...randomMatrix({ rows: 32, columns: 256 }, 5), scale: partScale([first, second], [16, 16]) };

  test('blocks get the scale of the part they lie in', () => {
    const { values } = formatNamed('tq2_0').storedScale(fused);
    expect([...values]).toEqual([...Array(16).fill(first), ...Array(16).fill(second)]);
  });

  test.each([
    ['tq1_0', 256, 52],
    ['tq2_0', 256, 64],
    ['q2_0', 64, 0],
  ])("%s: a block of zeros has the scale 0, as llama.cpp's largest weight of it", (id, columns, at) => {
    const codes = new Int8Array(2 * columns).fill(1, columns);
    const packed = formatNamed(id).pack({ rows: 2, columns, codes, scale: tensorScale(0.5) });
    const block = packed.length / 2;
    expect([...packed.subarray(at, at + 2), ...packed.subarray(block + at, block + at + 2)]).toEqual([0, 0, 0, 0x38]);
  });

  test('a format with one scale refuses a matrix with two', () => {
    for (const id of ['i2_s', 'hf_u8']) expect(() => formatNamed(id).pack(fused)).toThrow(/2 per part/);
  });

  test('w2a8 refuses more than four', () => {
    const five = { ...fused, scale: partScale([1, 2, 3, 4, 5], [8, 8, 8, 4, 4]) };
    expect(() => formatNamed('w2a8').pack(five)).toThrow(/at most 4 scales/);
  });

  test('an f16 scale is the nearest f16; one that becomes 0 or infinite is refused', () => {
    const { codes, ...shape } = randomMatrix({ rows: 1, columns: 256 }, 5);
    const stored = (value: number) =>
      formatNamed('tq2_0').storedScale({ ...shape, codes, scale: tensorScale(value) }).values[0]!;
    expect(stored(0.1)).toBe(0.0999755859375);
    expect(Math.abs(stored(0.1) / Math.fround(0.1) - 1)).toBeLessThan(2 ** -11);
    expect(() => stored(1e-9)).toThrow(/into 0/);
    expect(() => stored(70_000)).toThrow(/into Infinity/);
  });

  test('weight_scale is the factor, or its reciprocal, by the class of the layer', () => {
    expect(factorOfWeightScale(0.25, 'AutoBitLinear')).toBe(0.25);
    expect(factorOfWeightScale(0.25, 'BitLinear')).toBe(4);
  });
});

test('read the way BitNet.rs does, a good I2_S file is noise', () => {
  const matrix = randomMatrix({ rows: 64, columns: 1024 }, 9, 1);
  const misread = readAsBitnetRsQk256(formatNamed('i2_s').pack(matrix), 64 * 1024);
  const { cosine, signAgreement } = distance(misread, dequantize(matrix));
  expect(Math.abs(cosine)).toBeLessThan(0.05);
  expect(signAgreement).toBeLessThan(0.4);
});

test('a format that does not exist is named with the nearest that does', () => {
  expect(() => formatNamed('tq2_1')).toThrow(/no weight format is named tq2_1/);
  try {
    formatNamed('tq2_1');
  } catch (error) {
    expect(error).toMatchObject({ code: 'not-found', fix: expect.stringContaining('did you mean tq2_0') });
  }
});
