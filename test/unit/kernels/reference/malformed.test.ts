import { describe, expect, test } from '@jest/globals';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { tl2Sections } from '../../../../kernels/reference/formats/tl2.ts';
import { MalformedBytes } from '../../../../kernels/reference/malformed.ts';
import { partScale, tensorScale, ternaryMatrix } from '../../../../kernels/reference/ternary.ts';
import { everyFormat, randomMatrix, smallest } from './samples.ts';

/** Packs the smallest matrix of a format, lets `damage` change the bytes, and returns what unpacking throws. */
function unpacked(id: string, damage: (bytes: Uint8Array) => Uint8Array | void): unknown {
  const format = formatNamed(id);
  const { options, ...shape } = smallest[id]!;
  const matrix = randomMatrix(shape, 11);
  const bytes = format.pack(matrix, options);
  const damaged = damage(bytes) ?? bytes;
  try {
    format.unpack(damaged, shape, {
      ...options,
      ...(format.scale.where === 'apart' ? { scale: format.storedScale(matrix) } : {}),
    });
  } catch (error) {
    return error;
  }
  return undefined;
}

const f32 = (value: number) => (at: number) => (bytes: Uint8Array) =>
  new DataView(bytes.buffer).setFloat32(at, value, true);
const u16 = (bits: number) => (at: number) => (bytes: Uint8Array) =>
  new DataView(bytes.buffer).setUint16(at, bits, true);

describe.each(everyFormat)('$id', ({ id, format, sample }) => {
  const { bytes: size } = format.layout(sample, sample.options);
  test('one byte too few, one too many, none', () => {
    expect(unpacked(id, (bytes) => bytes.slice(0, -1))).toMatchObject({
      offset: size - 1,
      message: expect.stringMatching(/cut short/),
    });
    expect(unpacked(id, (bytes) => Uint8Array.of(...bytes, 0))).toMatchObject({
      offset: size,
      message: expect.stringMatching(/too long/),
    });
    expect(unpacked(id, () => new Uint8Array())).toMatchObject({ offset: 0 });
  });
});

const badCodes = [
  { id: 'i2_s', what: 'code 11', at: 5, byte: 0b01_11_01_01, says: /code 11 at shift 4/ },
  { id: 'i2_s_arm64', what: 'code 11', at: 17, byte: 0b11_01_01_01, says: /code 11 at shift 6/ },
  {
    id: 'i2_s_rows',
    what: 'code 11',
    at: 4,
    byte: 0b01_01_01_11,
    says: /code 11 at shift 0, for weight \(row 3, column 4\)/,
  },
  { id: 'tq2_0', what: 'code 11', at: 40, byte: 0b01_01_11_01, says: /code 11 at shift 2/ },
  { id: 'q2_0', what: 'code 11 (the weight 2)', at: 2, byte: 0b01_01_01_11, says: /code 11 at shift 0/ },
  { id: 'hf_u8', what: 'code 11', at: 9, byte: 0b01_01_01_11, says: /code 11/ },
  { id: 'w2a8', what: 'code 00 (the weight -2)', at: 0, byte: 0b10_10_10_00, says: /code 00/ },
  { id: 'bitnetrs_i2s32', what: 'code 00 (the weight -2)', at: 3, byte: 0b10_10_00_10, says: /code 00 at shift 2/ },
  { id: 'bitnetrs_cpu_i2s32', what: 'code 10', at: 3, byte: 0b00_00_10_00, says: /code 10 at shift 2/ },
  { id: 'tl1', what: 'a nibble above 8', at: 7, byte: 0x49, says: /low nibble is 9/ },
  { id: 'tl2', what: 'a triple above 13', at: 100, byte: 0xe0, says: /triple of size 14/ },
  { id: 'tq1_0', what: 'a byte that no five trits make', at: 3, byte: 20, says: /byte 20 stands for no 5/ },
  { id: 'tq1_0', what: 'a fifth trit where there are four', at: 48, byte: 255, says: /stands for no 4/ },
];
test.each(badCodes)('$id: $what is refused at its byte', ({ id, at, byte, says }) => {
  const error = unpacked(id, (bytes) => {
    bytes[at] = byte;
  });
  expect(error).toBeInstanceOf(MalformedBytes);
  expect(error).toMatchObject({ offset: at, at: `byte ${at}`, message: expect.stringMatching(says) });
});

describe('TL2', () => {
  const { options, ...shape } = smallest.tl2!;
  const sections = tl2Sections(shape, options.tiles!);

  test('a pair above 8 behind the triples', () => {
    expect(unpacked('tl2', (bytes) => void (bytes[sections.pairsAt] = 0x94))).toMatchObject({
      offset: sections.pairsAt,
      message: expect.stringMatching(/pair of value 9/),
    });
  });
  test('a minus sign for three zeros', () => {
    const zero = { ...shape, codes: new Int8Array(shape.rows * shape.columns), scale: tensorScale(1) };
    const bytes = formatNamed('tl2').pack(zero, options);
    bytes[sections.signsAt + 6] = 0x10;
    expect(() => formatNamed('tl2').unpack(bytes, shape, options)).toThrow(
      expect.objectContaining({
        offset: sections.signsAt + 6,
        message: expect.stringMatching(/minus sign for three zeros/),
      }),
    );
  });
  test('padding that is not zero', () => {
    expect(sections.paddingAt).toBeLessThan(sections.end);
    expect(unpacked('tl2', (bytes) => void (bytes[sections.paddingAt] = 1))).toMatchObject({
      offset: sections.paddingAt,
    });
  });
});

describe('scales', () => {
  const tail = [
    { what: 'NaN', put: f32(NaN), says: /scale is NaN/ },
    { what: 'infinite', put: f32(Infinity), says: /scale is infinite/ },
    { what: 'negative', put: f32(-0.5), says: /scale is negative/ },
    { what: 'subnormal', put: f32(1e-40), says: /scale is subnormal/ },
    { what: '0 for weights that are not', put: f32(0), says: /scale is 0 for weights/ },
  ];
  const behindCodes = ['i2_s', 'i2_s_arm64', 'i2_s_rows', 'tl1', 'tl2'].flatMap((id) =>
    tail.map((one) => ({ id, ...one })),
  );
  test.each(behindCodes)('$id: a scale that is $what is refused where it stands', ({ id, put, says }) => {
    const { options, ...shape } = smallest[id]!;
    const at = formatNamed(id).layout(shape, options).codeBytes;
    expect(unpacked(id, put(at))).toMatchObject({ offset: at, message: expect.stringMatching(says) });
  });

  const half = [
    { what: 'NaN', put: u16(0x7e00), says: /is NaN/ },
    { what: 'infinite', put: u16(0x7c00), says: /is infinite/ },
    { what: 'negative', put: u16(0xb800), says: /is negative/ },
    { what: '0 for weights that are not', put: u16(0), says: /is 0 for weights/ },
  ];
  const inBlocks = [
    { id: 'tq1_0', at: 54 + 52 },
    { id: 'tq2_0', at: 66 + 64 },
    { id: 'q2_0', at: 18 },
  ].flatMap((where) => half.map((one) => ({ ...where, ...one })));
  test.each(inBlocks)('$id: a block scale that is $what is refused where it stands', ({ id, at, put, says }) => {
    expect(unpacked(id, put(at))).toMatchObject({ offset: at, message: expect.stringMatching(/block 1/) });
    expect(unpacked(id, put(at))).toMatchObject({ message: expect.stringMatching(says) });
  });

  test('scales kept apart must be given', () => {
    expect(() => formatNamed('w2a8').unpack(new Uint8Array(512).fill(0xaa), { rows: 16, columns: 128 })).toThrow(
      /none were given/,
    );
  });
});

describe('shapes and parameters', () => {
  const tiles = { BM: 32, BK: 96, bm: 32 };
  test.each([
    ['i2_s', 4, 1088, {}, /columns in multiples of 128; columns is 1088/],
    ['i2_s_arm64', 4, 100, {}, /columns in multiples of 64; columns is 100/],
    ['i2_s_rows', 6, 128, {}, /rows in multiples of 4; rows is 6/],
    ['tq1_0', 1, 128, {}, /columns in multiples of 256/],
    ['tq2_0', 8, 32, {}, /columns in multiples of 256; columns is 32/],
    ['q2_0', 1, 32, {}, /columns in multiples of 64/],
    ['hf_u8', 7, 8, {}, /rows in multiples of 4/],
    ['w2a8', 8, 128, {}, /rows in multiples of 16/],
    ['w2a8', 16, 64, {}, /columns in multiples of 128/],
    ['bitnetrs_i2s32', 1, 48, {}, /columns in multiples of 32/],
    ['tl1', 32, 8, {}, /mean nothing without their tile sizes/],
    ['tl1', 48, 16, { tiles: { BM: 32, BK: 16, bm: 32 } }, /rows in multiples of 32; rows is 48/],
    ['tl1', 32, 24, { tiles: { BM: 32, BK: 16, bm: 32 } }, /columns in multiples of 16; columns is 24/],
    ['tl1', 32, 20, { tiles: { BM: 32, BK: 20, bm: 32 } }, /BK in multiples of 8; BK is 20/],
    ['tl1', 32, 16, { tiles: { BM: 32, BK: 16, bm: 16 } }, /bm 32 or 64; bm is 16/],
    ['tl1', 96, 16, { tiles: { BM: 96, BK: 16, bm: 64 } }, /BM in multiples of 64; BM is 96/],
    ['tl2', 32, 224, { tiles }, /at least 256 columns; columns is 224/],
    ['tl2', 32, 296, { tiles }, /columns after whole tiles of 96 in multiples of 32/],
    ['tl2', 32, 288, { tiles: { BM: 32, BK: 100, bm: 32 } }, /BK in multiples of 24; BK is 100/],
    ['tl2', 32, 288, { tiles: { BM: 48, BK: 96, bm: 32 } }, /BM in multiples of 32; BM is 48/],
    ['tl2', 32, 288, { tiles: { BM: 32, BK: 96, bm: 64 } }, /bm 32; bm is 64/],
    ['tl2', 32, 736, { tiles: { BM: 32, BK: 384, bm: 32 } }, /reserves \d+ bytes for this shape; with BK 384/],
    ['tl2', 32, 288, { tiles: { BM: 0, BK: 96, bm: 32 } }, /BM is 0/],
    ['i2_s', 4, 128, { tiles }, /has no tile sizes/],
    ['i2_s', 0, 128, {}, /rows is 0/],
    ['i2_s', 2.5, 128, {}, /rows is 2.5/],
    ['i2_s', 2 ** 20, 2 ** 10, {}, /more than the/],
  ])('%s of %d x %d is refused, never cut', (id, rows, columns, options, says) => {
    expect(() => formatNamed(id).layout({ rows, columns }, options)).toThrow(says);
  });

  test('a matrix that is none is refused', () => {
    const shape = { rows: 2, columns: 2 };
    expect(() => ternaryMatrix(shape, new Int8Array(3), tensorScale(1))).toThrow(/3 codes for 2 x 2/);
    expect(() => ternaryMatrix(shape, Int8Array.of(0, 1, 2, 0), tensorScale(1))).toThrow(
      /weight \(row 1, column 0\) has code 2/,
    );
    expect(() => ternaryMatrix(shape, Int8Array.of(0, 1, 1, 0), tensorScale(NaN))).toThrow(/scale 0 is NaN/);
    expect(() => ternaryMatrix(shape, new Int8Array(4), partScale([1], [1]))).toThrow(/do not cover/);
    expect(() => ternaryMatrix(shape, new Int8Array(4), partScale([1, 1], [2, 0]))).toThrow(/do not cover/);
    const block = { per: 'block', values: Float32Array.of(1, 1), block: 3 } as const;
    expect(() => ternaryMatrix(shape, new Int8Array(4), block)).toThrow(/do not cover/);
  });
});
