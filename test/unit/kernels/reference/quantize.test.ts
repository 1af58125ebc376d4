import { describe, expect, test } from '@jest/globals';
import { f32Bits } from '../../../../kernels/reference/float16.ts';
import { distance } from '../../../../kernels/reference/metrics.ts';
import { quantizeActivations, quantizeQ8K } from '../../../../kernels/reference/quantize-activations.ts';
import {
  quantizeAbsmax,
  quantizeAbsmaxBlocks,
  quantizeAbsmean,
  quantizeSigns,
} from '../../../../kernels/reference/quantize-weights.ts';
import { roundHalfEven } from '../../../../kernels/reference/rounding.ts';
import { activationSums } from '../../../../kernels/reference/gemm.ts';
import { type Shape, dequantize } from '../../../../kernels/reference/ternary.ts';
import { golden, lcg } from './golden.ts';
import { gaussian } from './numbers.ts';
import { randomMatrix } from './samples.ts';

interface ActivationCase {
  x: number[];
  scale_bits: string;
  sum: number;
  q: number[];
}

describe('int8 activations', () => {
  test.each(golden<{ cases: ActivationCase[] }>('act_quant').cases)(
    'are those of the reference, bit for bit: $x',
    (one) => {
      const { codes, scale } = quantizeActivations(Float32Array.from(one.x), 1, one.x.length);
      if (scale.per !== 'row') throw new Error('one scale for each row');
      expect([...codes]).toEqual(one.q);
      expect(f32Bits(scale.divisors[0]!)).toBe(Number(one.scale_bits));
      expect([...activationSums(codes, 1)]).toEqual([one.sum]);
    },
  );

  test('every half goes to the even neighbour, -128 is never reached', () => {
    const halves = Float32Array.from({ length: 254 }, (_, i) => i - 127 + 0.5);
    const { codes } = quantizeActivations(Float32Array.of(...halves, 127), 1, 255);
    expect(halves.every((half, i) => codes[i]! % 2 === 0 && Math.abs(codes[i]! - half) === 0.5)).toBe(true);
    expect(Math.min(...codes)).toBe(-126);
  });

  test.each([
    [1.7052277326583862, 1.5776712894439697, 117, 118],
    [3.5826613903045654, 1.1142922639846802, 40, 39],
    [3.4945995807647705, 0.09630785882472992, 4, 3],
  ])('the scale is an f32 before it is used: %d and %d give %d, not %d', (largest, x, code, unrounded) => {
    expect([...quantizeActivations(Float32Array.of(largest, x), 1, 2).codes]).toEqual([127, code]);
    expect(roundHalfEven(Math.fround(x * (127 / largest)))).toBe(unrounded);
  });

  test('each row has its own scale', () => {
    const { codes, scale } = quantizeActivations(Float32Array.of(1, -0.5, 0, 100, 50, -100, 0, 0, 0), 3, 3);
    expect([...codes]).toEqual([127, -64, 0, 127, 64, -127, 0, 0, 0]);
    expect(scale).toEqual({ per: 'row', divisors: Float32Array.of(127, 1.27, 12_700_000) });
  });

  test.each([NaN, Infinity, -Infinity])('%d is an error that names its place', (value) => {
    const x = Float32Array.of(1, 2, 3, value);
    expect(() => quantizeActivations(x, 2, 2)).toThrow(/activation 1 of row 1 is/);
    expect(() => quantizeQ8K(new Float32Array(256).fill(value), 1, 256)).toThrow(/activation 0 of row 0 is/);
  });

  test('a length that does not fit is an error', () => {
    expect(() => quantizeActivations(new Float32Array(5), 2, 2)).toThrow(/5 activations for 2 rows of 2/);
    expect(() => quantizeQ8K(new Float32Array(128), 1, 128)).toThrow(/multiples of 256/);
  });
});

describe('Q8_K', () => {
  const kinds: Record<string, (u: number) => number> = {
    uniform: (u) => (u - 32768) / 4096,
    ties: (u) => ((u % 509) - 254) / 2,
    cubes: (u) => ((u - 32768) / 8192) ** 3,
    tiny: (u) => (u - 32768) * 2 ** -60,
  };
  const cases = golden<{ cases: { seed: number; kind: string; blocks: { d_bits: string; q: number[] }[] }[] }>(
    'q8_k',
  ).cases;
  test.each(cases)('is that of libggml, bit for bit: $kind, seed $seed', ({ seed, kind, blocks }) => {
    const next = lcg(seed);
    const x = Float32Array.from({ length: 512 }, () => kinds[kind]!(next()));
    if (kind === 'ties') [x[0], x[300]] = [127, -127];
    const { codes, scale } = quantizeQ8K(x, 1, 512);
    if (scale.per !== 'block') throw new Error('one scale for each block');
    expect([...codes]).toEqual(blocks.flatMap((block) => block.q));
    expect([...scale.factors].map(f32Bits)).toEqual(blocks.map((block) => Number(block.d_bits)));
  });

  test('the largest activation, with its sign, becomes -127; the rest follow, half to even', () => {
    const x = new Float32Array(512);
    x.set([-127, 1.5, 2.5, 63.5]);
    x.set([127, 1.5, 2.5, -127], 256);
    const { codes, scale } = quantizeQ8K(x, 1, 512);
    expect([...codes.subarray(0, 4)]).toEqual([-127, 2, 2, 64]);
    expect([...codes.subarray(256, 260)]).toEqual([-127, -2, -2, 127]);
    expect(scale).toEqual({ per: 'block', block: 256, factors: Float32Array.of(1, -1) });
  });

  test('a block of zeros is zeros', () => {
    const { codes, scale } = quantizeQ8K(new Float32Array(256), 1, 256);
    expect(codes.every((code) => code === 0)).toBe(true);
    expect(scale).toEqual({ per: 'block', block: 256, factors: Float32Array.of(0) });
  });
});

describe('weights', () => {
  const row = (...weights: number[]) => [Float32Array.from(weights), { rows: 1, columns: weights.length }] as const;

  test('absmean: the mean size, half to even, at most 1', () => {
    const { codes, scale } = quantizeAbsmean(...row(1, -1, 0.5, -0.5, 1.5, -1.5, 2, 0));
    expect([...scale.values]).toEqual([1]);
    expect([...codes]).toEqual([1, -1, 0, 0, 1, -1, 1, 0]);
  });

  test('absmean of zeros has the smallest scale', () => {
    expect([...quantizeAbsmean(...row(0, 0)).scale.values]).toEqual([Math.fround(1e-5)]);
  });

  test('absmax: the largest size, half away from zero', () => {
    const { codes, scale } = quantizeAbsmax(...row(1, 0.5, -0.5, 0.4999999701976776, 0.5000000596046448, 0.25, -1));
    expect([...scale.values]).toEqual([1]);
    expect([...codes]).toEqual([1, 1, -1, 0, 1, 0, -1]);
    expect([...quantizeAbsmax(...row(0, 0)).scale.values]).toEqual([0]);
  });

  test('absmax by blocks: each has its own', () => {
    const [weights, shape] = row(1, 0.4, 8, 4.1);
    const { codes, scale } = quantizeAbsmaxBlocks(weights, shape, 2);
    expect(scale).toEqual({ per: 'block', values: Float32Array.of(1, 8), block: 2 });
    expect([...codes]).toEqual([1, 0, 1, 1]);
    expect(() => quantizeAbsmaxBlocks(weights, shape, 3)).toThrow(/no whole blocks of 3/);
  });

  test('signs: what is below 1e-6 is 0, the scale is the largest size', () => {
    const { codes, scale } = quantizeSigns(...row(0.5, -0.25, 9e-7, -2e-6, 0));
    expect([...scale.values]).toEqual([0.5]);
    expect([...codes]).toEqual([1, -1, 0, -1, 0]);
  });

  test('on ternary weights absmax and signs give them back; absmean keeps the codes and loses a third of the scale', () => {
    const matrix = randomMatrix({ rows: 64, columns: 256 }, 3);
    const weights = dequantize(matrix);
    expect(quantizeAbsmax(weights, matrix)).toEqual(matrix);
    expect(quantizeSigns(weights, matrix)).toEqual(matrix);
    const again = quantizeAbsmean(weights, matrix);
    expect(again.codes).toEqual(matrix.codes);
    expect(distance(dequantize(again), weights).cosine).toBeCloseTo(1, 12);
    expect(distance(dequantize(again), weights).relativeL2).toBeCloseTo(0.334, 2);
  });

  test.each([quantizeAbsmean, quantizeAbsmax, quantizeSigns])(
    '$name: NaN and infinities are errors that name their place',
    (quantize) => {
      expect(() => quantize(...row(1, NaN))).toThrow(/weight \(row 0, column 1\) is NaN/);
      expect(() => quantize(...row(-Infinity))).toThrow(/is -Infinity/);
      expect(() => quantize(new Float32Array(3), { rows: 2, columns: 2 })).toThrow(/3 weights for 2 x 2/);
    },
  );

  // The table of docs/numerics.md, on another sample of another size.
  const blocks = (size: number) => (weights: Float32Array, shape: Shape) => quantizeAbsmaxBlocks(weights, shape, size);
  test.each([
    { rule: 'absmean', quantize: quantizeAbsmean, cosine: 0.887, relativeL2: 0.513, snr: 5.8, signs: 0.69 },
    { rule: 'absmax for each 32', quantize: blocks(32), cosine: 0.82, relativeL2: 0.658, snr: 3.6, signs: 0.254 },
    { rule: 'absmax for each 256', quantize: blocks(256), cosine: 0.702, relativeL2: 0.807, snr: 1.9, signs: 0.134 },
  ])(
    '$rule on Gaussian weights: cosine $cosine, relative L2 $relativeL2',
    ({ quantize, cosine, relativeL2, snr, signs }) => {
      const shape = { rows: 256, columns: 512 };
      const weights = gaussian(1, 256 * 512);
      const measured = distance(dequantize(quantize(weights, shape)), weights);
      expect(measured.cosine).toBeCloseTo(cosine, 2);
      expect(measured.relativeL2).toBeCloseTo(relativeL2, 2);
      expect(measured.snr).toBeCloseTo(snr, 0);
      expect(measured.signAgreement).toBeCloseTo(signs, 2);
    },
  );

  test('signs on Gaussian weights is no quantiser', () => {
    const weights = gaussian(2, 2 ** 16);
    const measured = distance(dequantize(quantizeSigns(weights, { rows: 256, columns: 256 })), weights);
    expect(measured.cosine).toBeCloseTo(0.798, 2);
    expect(measured.relativeL2).toBeGreaterThan(3);
  });
});
