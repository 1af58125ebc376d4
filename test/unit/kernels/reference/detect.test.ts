import { describe, expect, test } from '@jest/globals';
import { detectLayout } from '../../../../kernels/reference/detect/detect.ts';
import { rankAgreement, structureOf } from '../../../../kernels/reference/detect/structure.ts';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import {
  type Shape,
  type TernaryMatrix,
  dequantize,
  tensorScale,
  ternaryMatrix,
} from '../../../../kernels/reference/ternary.ts';
import { lcg } from './golden.ts';
import { everyFormat, randomMatrix } from './samples.ts';

const shape = { rows: 128, columns: 768 };
const tiles: Record<string, { BM: number; BK: number; bm: number }> = {
  tl1: { BM: 64, BK: 128, bm: 32 },
  tl2: { BM: 64, BK: 192, bm: 32 },
};
const i2sNames = ['i2_s', 'i2_s_arm64', 'i2_s_rows'];

function packed(id: string, matrix: TernaryMatrix = randomMatrix(shape, 31)): Uint8Array {
  return formatNamed(id).pack(matrix, tiles[id] === undefined ? {} : { tiles: tiles[id] });
}

/** Weights whose chance to be 0 is made of a part of the row and a part of the column. */
function structured(
  { rows, columns }: Shape,
  seed: number,
  ofRow: number,
  ofColumn: number,
): TernaryMatrix & { zeroChance: Float64Array } {
  const next = lcg(seed);
  const unit = () => next() / 65536;
  const row = Float64Array.from({ length: rows }, () => ofRow * (unit() - 0.5));
  const column = Float64Array.from({ length: columns }, () => ofColumn * (unit() - 0.5));
  const codes = Int8Array.from({ length: rows * columns }, (_, i) => {
    const zero = 0.4 + row[Math.floor(i / columns)]! + column[i % columns]!;
    return unit() < zero ? 0 : next() % 2 === 0 ? 1 : -1;
  });
  return { ...ternaryMatrix({ rows, columns }, codes, tensorScale(0.02)), zeroChance: column };
}

describe('independent weights', () => {
  const only: Record<string, string[]> = {
    tl1: ['tl1'],
    tl2: ['tl2'],
    tq1_0: ['tq1_0'],
    tq2_0: ['tq2_0'],
    q2_0: ['q2_0'],
    hf_u8: ['hf_u8'],
    bitnetrs_cpu_i2s32: ['bitnetrs_cpu_i2s32'],
  };
  test.each(Object.entries(only))('%s bytes can be nothing else', (id, layouts) => {
    const answer = detectLayout({ bytes: packed(id), shape, ...(tiles[id] === undefined ? {} : { tiles: tiles[id] }) });
    expect(answer).toMatchObject({ certainty: 'only', layouts, warnings: [], wouldDecide: [] });
    expect(answer.candidates[0]).toMatchObject({ id, possible: true });
    expect(answer.candidates.filter((one) => !one.possible).every((one) => one.reasons.length > 0)).toBe(true);
  });

  test.each(i2sNames)('%s bytes can be any of the three I2_S, and that is said', (id) => {
    const answer = detectLayout({ bytes: packed(id), shape });
    expect(answer.certainty).toBe('undecidable');
    expect(answer.layouts).toEqual(i2sNames);
    expect(answer.candidates.slice(0, 3).map((one) => one.id)).toEqual(i2sNames);
    expect(answer.warnings.join()).toMatch(/share the name I2_S/);
    expect(answer.wouldDecide.length).toBeGreaterThan(2);
  });

  test('w2a8 and one of BitNet.rs have the same size and the same codes', () => {
    const answer = detectLayout({ bytes: packed('w2a8'), shape });
    expect(answer.certainty).toBe('undecidable');
    expect([...answer.layouts].sort()).toEqual(['bitnetrs_i2s32', 'w2a8']);
  });

  test('every format is possible for its own bytes, on every seed', () => {
    for (const { id, sample } of everyFormat) {
      for (const seed of [1, 2, 3, 4, 5]) {
        const { options, ...size } = sample;
        const bytes = formatNamed(id).pack(randomMatrix(size, seed), options);
        expect(detectLayout({ bytes, shape: size, ...options }).layouts).toContain(id);
      }
    }
  });

  test('without tile sizes TL1 and TL2 are known by their length and their nibbles, and cannot be read', () => {
    for (const id of ['tl1', 'tl2']) {
      const answer = detectLayout({ bytes: packed(id), shape });
      expect(answer).toMatchObject({ certainty: 'only', layouts: [id] });
      expect(answer.candidates[0]!.reasons.join()).toMatch(/cannot be read without BM, BK and bm/);
    }
    const i2s = detectLayout({ bytes: packed('i2_s'), shape }).candidates.find((one) => one.id === 'tl1')!;
    expect(i2s).toMatchObject({ possible: false, reasons: [expect.stringMatching(/nibbles that no weights make/)] });
  });
});

describe('structure', () => {
  const rowsDiffer = structured(shape, 5, 0.4, 0);
  const columnsDiffer = structured(shape, 6, 0, 0.4);

  test.each([
    ['rows', rowsDiffer],
    ['columns', columnsDiffer],
  ])('%s that differ tell four interleaved rows from one row, never 128 from 64 weights of a row', (_, matrix) => {
    const likely = detectLayout({ bytes: packed('i2_s_rows', matrix), shape });
    expect(likely).toMatchObject({ certainty: 'likely', layouts: ['i2_s_rows'], wouldDecide: [] });
    expect(likely.candidates[0]!.reasons.join()).toMatch(/differ in their zeros by \d{2,}/);
    for (const id of ['i2_s', 'i2_s_arm64']) {
      const answer = detectLayout({ bytes: packed(id, matrix), shape });
      expect(answer.certainty).toBe('undecidable');
      expect([...answer.layouts].sort()).toEqual(['i2_s', 'i2_s_arm64']);
    }
  });

  test('the two readings only order the columns differently: what they show is the same to the last digit', () => {
    const { candidates } = detectLayout({ bytes: packed('i2_s', columnsDiffer), shape });
    const excess = (id: string) => candidates.find((one) => one.id === id)!.structure!.excess;
    expect(excess('i2_s_arm64')).toBeCloseTo(excess('i2_s'), 6);
  });

  test('a profile of the columns decides between them', () => {
    for (const id of ['i2_s', 'i2_s_arm64']) {
      const answer = detectLayout({ bytes: packed(id, columnsDiffer), shape, profile: columnsDiffer.zeroChance });
      expect(answer).toMatchObject({ certainty: 'likely', layouts: [id] });
    }
  });

  test('a profile that goes with nothing decides nothing', () => {
    const profile = structured(shape, 77, 0, 0.4).zeroChance;
    expect(detectLayout({ bytes: packed('i2_s', columnsDiffer), shape, profile }).certainty).toBe('undecidable');
    expect(() => detectLayout({ bytes: packed('i2_s'), shape, profile: [1] })).toThrow(
      /a profile of 1 values for 768 columns/,
    );
  });

  test('for independent weights the excess is 0 give or take its noise; for one row that differs it is what it adds', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { excess, noise } = structureOf(randomMatrix(shape, seed).codes, shape);
      expect(Math.abs(excess / noise)).toBeLessThan(4);
    }
    const size = { rows: 4, columns: 100 };
    const codes = new Int8Array(400).fill(1).fill(0, 0, 100);
    // Share 1/4: the rows give (75^2 + 3 * 25^2) / (100 * 3/16) = 400 above 3, the columns nothing above 99.
    expect(structureOf(codes, size)).toMatchObject({ zeroShare: 0.25, excess: expect.closeTo(397 - 99) });
  });

  test('ranks agree as Spearman has it, ties share theirs', () => {
    expect(rankAgreement([1, 2, 3, 4, 5], [10, 20, 30, 40, 900])).toBeCloseTo(2, 12);
    expect(rankAgreement([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])).toBeCloseTo(-2, 12);
    expect(rankAgreement([1, 1, 2, 2], [3, 3, 9, 9])).toBeCloseTo(Math.sqrt(3), 12);
    expect(rankAgreement([1, 1, 1], [1, 2, 3])).toBe(0);
  });

  test('independent weights of many seeds never look structured', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const matrix = randomMatrix({ rows: 32, columns: 256 }, seed);
      expect(detectLayout({ bytes: formatNamed('i2_s_rows').pack(matrix), shape: matrix }).layouts).toHaveLength(3);
    }
  });
});

describe('what the length tells', () => {
  test('MXFP4 under the number of TL2', () => {
    const bytes = new Uint8Array(((128 * 768) / 32) * 17);
    expect(detectLayout({ bytes, shape, typeId: 39 })).toMatchObject({
      certainty: 'none',
      layouts: [],
      warnings: [
        expect.stringMatching(
          /type 39 is TL2 in BitNet's fork, MXFP4 in llama.cpp: by their size these are MXFP4 weights/,
        ),
      ],
    });
    expect(detectLayout({ bytes, shape, typeId: 39, architecture: 'bitnet-b1.58' }).warnings[0]).toMatch(
      /type 39 is TL2, as only BitNet's fork loads bitnet-b1.58, but no ternary layout fits/,
    );
  });

  test('TL2 under its own number', () => {
    const answer = detectLayout({ bytes: packed('tl2'), shape, typeId: 39, tiles: tiles.tl2! });
    expect(answer).toMatchObject({ certainty: 'only', layouts: ['tl2'], warnings: [] });
  });

  test('F16 weights under the number of I2_S', () => {
    expect(detectLayout({ bytes: new Uint8Array(128 * 768 * 2), shape, typeId: 36 }).warnings).toEqual([
      "type 36 is I2_S in BitNet's fork, nothing in llama.cpp, but no ternary layout fits",
      '196608 bytes are the size of F16 or BF16 weights of this shape',
    ]);
  });

  test('TQ2_0 under the number of I2_S, and the other way round', () => {
    expect(detectLayout({ bytes: packed('tq2_0'), shape, typeId: 36 }).warnings[0]).toMatch(/but the bytes fit TQ2_0/);
    expect(detectLayout({ bytes: packed('i2_s'), shape, typeId: 35 }).warnings.join()).toMatch(
      /type 35 is TQ2_0, but the bytes fit I2_S/,
    );
  });

  test('where TQ2_0 and I2_S have one size, the block scale tells', () => {
    const size = { rows: 16, columns: 256 };
    const matrix = randomMatrix(size, 3);
    expect(packed('tq2_0', matrix).length).toBe(packed('i2_s', matrix).length);
    expect(detectLayout({ bytes: packed('tq2_0', matrix), shape: size })).toMatchObject({
      certainty: 'only',
      layouts: ['tq2_0'],
    });
    expect([...detectLayout({ bytes: packed('i2_s', matrix), shape: size }).layouts].sort()).toEqual(i2sNames);
  });

  test('zeros up to the alignment are no part of the matrix; other bytes are', () => {
    const size = { rows: 1, columns: 256 };
    const bytes = packed('tq2_0', randomMatrix(size, 3));
    const padded = new Uint8Array(96);
    padded.set(bytes);
    expect(detectLayout({ bytes: padded, shape: size }).layouts).toEqual(['tq2_0']);
    padded[95] = 1;
    expect(detectLayout({ bytes: padded, shape: size })).toMatchObject({ certainty: 'none' });
  });
});

describe('damage', () => {
  test('one illegal code of very many is damage, not another layout', () => {
    const bytes = packed('i2_s');
    bytes[100]! |= 3;
    const answer = detectLayout({ bytes, shape });
    expect(answer.certainty).toBe('none');
    expect(answer.warnings.join()).toMatch(/read as I2_S, only 1 code is illegal of 98304: rather damaged bytes/);
    expect(answer.candidates.find((one) => one.id === 'i2_s')!.reasons[0]).toMatch(/byte 100/);
  });

  test('a scale that no weights have is said', () => {
    const answer = detectLayout({
      bytes: packed('i2_s', { ...randomMatrix(shape, 3), scale: tensorScale(1e9) }),
      shape,
    });
    expect(answer.warnings.join()).toMatch(/the scale is 1000000000, which no trained weights have/);
  });

  test('almost only zeros say nothing', () => {
    const zero = { ...shape, codes: new Int8Array(128 * 768), scale: tensorScale(0) };
    const answer = detectLayout({ bytes: packed('i2_s', zero), shape });
    expect(answer.certainty).toBe('undecidable');
    expect(answer.warnings.join()).toMatch(/100.0 % of the weights are 0/);
    expect(answer.candidates[0]!.reasons.join()).toMatch(/100.0 % of the bytes are 0x55/);
  });

  test('a NaN for a scale refutes', () => {
    const bytes = packed('i2_s');
    bytes.set([0, 0, 0xc0, 0x7f], bytes.length - 32);
    expect(detectLayout({ bytes, shape }).candidates.find((one) => one.id === 'i2_s')!.reasons[0]).toMatch(
      /scale is NaN/,
    );
  });
});

test('the reading that is likely is the right one', () => {
  const matrix = structured(shape, 5, 0.4, 0.2);
  const answer = detectLayout({ bytes: packed('i2_s_rows', matrix), shape });
  const format = formatNamed(answer.layouts[0]!);
  expect(dequantize(format.unpack(packed('i2_s_rows', matrix), shape))).toEqual(dequantize(matrix));
});
