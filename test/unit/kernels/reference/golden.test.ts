import { describe, expect, test } from '@jest/globals';
import { roundHalfAway } from '../../../../kernels/reference/rounding.ts';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { dequantize, partScale, tensorScale, ternaryMatrix } from '../../../../kernels/reference/ternary.ts';
import { fromHex, golden, goldenInput, hex, sha256 } from './golden.ts';

interface I2sBytes {
  packed_sha256: string;
  packed_hex?: string;
  scale_bytes_le: string;
  total_bytes: number;
}
interface I2sCase {
  M: number;
  K: number;
  seed: number;
  scale: number;
  ternary?: number[];
  x86_default: I2sBytes | null;
  x86_without_ACT_PARALLEL: I2sBytes | null;
  arm_neon: I2sBytes | null;
}
interface TiledCase {
  M: number;
  K: number;
  BM: number;
  BK: number;
  bm: number;
  seed: number;
  bytes: number;
  packed_sha256: string;
  packed_hex: string;
}

const variants = [
  ['i2_s', 'x86_default'],
  ['i2_s_arm64', 'arm_neon'],
  ['i2_s_rows', 'x86_without_ACT_PARALLEL'],
] as const;

describe('I2_S', () => {
  const cases = golden<{ cases: I2sCase[] }>('i2s').cases.flatMap((one) =>
    variants.flatMap(([id, key]) => (one[key] === null ? [] : [{ id, one, bytes: one[key] }])),
  );
  test.each(cases)('$id of $one.M x $one.K is the bytes of the reference quantiser', ({ id, one, bytes }) => {
    const { codes } = goldenInput(one.seed, one.M, one.K);
    if (one.ternary !== undefined) expect([...codes]).toEqual(one.ternary);
    const shape = { rows: one.M, columns: one.K };
    const packed = formatNamed(id).pack(ternaryMatrix(shape, codes, tensorScale(one.scale)));
    const size = packed.length - 32;
    expect(packed.length).toBe(bytes.total_bytes);
    if (bytes.packed_hex !== undefined) expect(hex(packed.subarray(0, size))).toBe(bytes.packed_hex);
    expect(sha256(packed.subarray(0, size))).toBe(bytes.packed_sha256);
    expect(hex(packed.subarray(size, size + 4))).toBe(bytes.scale_bytes_le);
    packed.fill(0xee, size + 4);
    expect(formatNamed(id).unpack(packed, shape)).toEqual({ ...shape, codes, scale: tensorScale(one.scale) });
  });
});

describe.each(['tl1', 'tl2'])('%s', (id) => {
  test.each(golden<{ cases: TiledCase[] }>(id).cases)(
    '$M x $K with BM $BM, BK $BK, bm $bm is the bytes of the reference packer',
    (one) => {
      const { codes } = goldenInput(one.seed, one.M, one.K);
      const shape = { rows: one.M, columns: one.K };
      const tiles = { BM: one.BM, BK: one.BK, bm: one.bm };
      const packed = formatNamed(id).pack(ternaryMatrix(shape, codes, tensorScale(1)), { tiles });
      expect(packed.length).toBe(Math.ceil(one.bytes / 32) * 32 + 32);
      expect(hex(packed.subarray(0, one.bytes))).toBe(one.packed_hex);
      expect(sha256(packed.subarray(0, one.bytes))).toBe(one.packed_sha256);
      expect(formatNamed(id).unpack(packed, shape, { tiles }).codes).toEqual(codes);
    },
  );
});

describe('llama.cpp', () => {
  interface Tq {
    seed: number;
    n: number;
    scale: number;
    tq1_0_hex: string;
    tq2_0_hex: string;
    q2_0_hex: string;
    ties_in: number[];
    ties_tq2_0_out: number[];
  }
  const tq = golden<Tq>('tq');
  const blocks = [
    ['tq1_0', tq.tq1_0_hex, 256],
    ['tq2_0', tq.tq2_0_hex, 256],
    ['q2_0', tq.q2_0_hex, 64],
  ] as const;

  test.each(blocks)('%s is the bytes of libggml', (id, bytes, block) => {
    const { codes } = goldenInput(tq.seed, 1, tq.n);
    const shape = { rows: 1, columns: tq.n };
    expect(hex(formatNamed(id).pack(ternaryMatrix(shape, codes, tensorScale(tq.scale))))).toBe(bytes);
    const values = new Float32Array(tq.n / block).fill(tq.scale);
    expect(formatNamed(id).unpack(fromHex(bytes), shape)).toEqual({
      ...shape,
      codes,
      scale: { per: 'block', values, block },
    });
  });

  test('weights are rounded half away from zero', () => {
    // Adding 0 turns -0, which an int8 does not have, into 0.
    expect(tq.ties_in.map((value) => roundHalfAway(value) + 0)).toEqual(tq.ties_tq2_0_out);
  });
});

test('hf_u8 is the published packing, and its worked example', () => {
  const one = golden<{
    rows: number;
    cols: number;
    ternary: number[][];
    packed: number[][];
    docstring_example: { packed: number[][]; unpacked: number[][] };
  }>('hf_pack');
  const shape = { rows: one.rows, columns: one.cols };
  const matrix = ternaryMatrix(shape, Int8Array.from(one.ternary.flat()), tensorScale(0.25));
  expect([...formatNamed('hf_u8').pack(matrix)]).toEqual(one.packed.flat());
  const { packed, unpacked } = one.docstring_example;
  const example = formatNamed('hf_u8').unpackCodes(Uint8Array.from(packed.flat()), { rows: 8, columns: 2 });
  expect([...example]).toEqual(unpacked.flat());
});

test('w2a8 is the bytes of the GPU packer; its scales are one for each part, in bf16', () => {
  const one = golden<{ N: number; K: number; seed: number; packed_hex: string }>('gpu_w2a8');
  const { codes } = goldenInput(one.seed, one.N, one.K);
  const shape = { rows: one.N, columns: one.K };
  const matrix = ternaryMatrix(shape, codes, partScale([0.5, 0.1], [16, 16]));
  const packed = formatNamed('w2a8').pack(matrix);
  expect(hex(packed)).toBe(one.packed_hex);
  const scale = formatNamed('w2a8').storedScale(matrix);
  expect(scale).toEqual(partScale([0.5, 0.10009765625], [16, 16]));
  expect(dequantize(formatNamed('w2a8').unpack(packed, shape, { scale }))[20 * one.K]).toBe(
    Math.fround(codes[20 * one.K]! * 0.10009765625),
  );
});
