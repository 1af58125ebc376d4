import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { f32, f64 } from '../../../../kernels/oracle/arithmetic.ts';
import type { Hyperparameters } from '../../../../kernels/oracle/hyperparameters.ts';
import { activate, add, attention, rmsNorm, rope } from '../../../../kernels/oracle/operators.ts';
import { Lcg } from '../../../../kernels/gguf/lcg.ts';

const sizes = (heads: number, headsKv: number, headSize: number): Hyperparameters => ({
  architecture: 'bitnet-b1.58',
  layers: 1,
  embedding: heads * headSize,
  feedForward: 1,
  heads,
  headsKv,
  headSize,
  ropeSize: headSize,
  ropeBase: 500_000,
  epsilon: 1e-5,
  vocabulary: 1,
  context: 4096,
});
function numbers(seed: number, count: number): Float64Array {
  const lcg = new Lcg(seed);
  return Float64Array.from({ length: count }, () => lcg.next() / 32_768 - 1);
}
const close = (got: ArrayLike<number>, wanted: ArrayLike<number>, digits = 12): void =>
  Array.from(wanted).forEach((value, i) => expect(got[i]).toBeCloseTo(value, digits));
const seed = fc.integer({ min: 1, max: 2 ** 31 });

describe('RMSNorm', () => {
  test('rows have a mean square of 1 before the weight, whatever their size', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom(1, 1e3, 1e6), (from, size) => {
        const x = numbers(from, 3 * 64).map((value) => value * size);
        const y = rmsNorm(x, new Float32Array(64).fill(2), 1e-12, f64);
        for (let row = 0; row < 3; row++) {
          const squares = Array.from(y.subarray(row * 64, (row + 1) * 64)).reduce(
            (sum, value) => sum + value * value,
            0,
          );
          expect(squares / 64).toBeCloseTo(4, 6);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('zeros stay zeros, by epsilon', () => {
    expect([...rmsNorm(new Float64Array(4), new Float32Array(4).fill(1), 1e-5, f64)]).toEqual([0, 0, 0, 0]);
    expect([...rmsNorm(Float64Array.of(3, 4), Float32Array.of(1, 2), 0, f64)]).toEqual([
      3 * (1 / Math.sqrt(12.5)),
      4 * (1 / Math.sqrt(12.5)) * 2,
    ]);
  });
});

describe('RoPE', () => {
  test('keeps the length of every pair, and position 0 as it is', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const x = numbers(from, 5 * 2 * 8);
        const y = rope(x, 2, sizes(2, 2, 8), f64);
        close(y.subarray(0, 16), x.subarray(0, 16));
        for (let pair = 0; pair < x.length; pair += 8)
          for (let i = pair; i < pair + 4; i++)
            expect(Math.hypot(y[i]!, y[i + 4]!)).toBeCloseTo(Math.hypot(x[i]!, x[i + 4]!), 12);
      }),
      { numRuns: 20 },
    );
  });

  test('products of two rotated rows depend on their distance alone', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 40 }), (from, shift) => {
        const [a, b] = [numbers(from, 8), numbers(from + 1, 8)];
        const at = (row: Float64Array, position: number) => {
          const x = new Float64Array(8 * (position + 1));
          x.set(row, 8 * position);
          return rope(x, 1, sizes(1, 1, 8), f64).subarray(8 * position);
        };
        const dot = (p: number, q: number) => f64.dot(at(a, p), 0, at(b, q), 0, 8);
        expect(dot(7 + shift, 3 + shift)).toBeCloseTo(dot(7, 3), 9);
      }),
      { numRuns: 20 },
    );
  });

  test('turns column i with column i + half, by position times base to the power of -2i / size', () => {
    const y = rope(Float64Array.of(0, 0, 0, 0, 1, 2, 3, 4), 1, sizes(1, 1, 4), f64);
    const second = 500_000 ** -0.5;
    close(y.subarray(4), [
      Math.cos(1) - 3 * Math.sin(1),
      2 * Math.cos(second) - 4 * Math.sin(second),
      Math.sin(1) + 3 * Math.cos(1),
      2 * Math.sin(second) + 4 * Math.cos(second),
    ]);
  });

  test('columns beyond rope.dimension_count stay', () => {
    const y = rope(Float64Array.of(0, 0, 0, 0, 1, 2, 3, 4), 1, { ...sizes(1, 1, 4), ropeSize: 2 }, f64);
    expect([...y.subarray(6)]).toEqual([3, 4]);
  });

  test('in f32 the angle costs at most 2^-21 of the position', () => {
    const x = numbers(5, 2000 * 8);
    const [double, single] = [rope(x, 1, sizes(1, 1, 8), f64), rope(x, 1, sizes(1, 1, 8), f32(1))];
    for (let i = 0; i < x.length; i++)
      expect(Math.abs(double[i]! - single[i]!)).toBeLessThan(2e-7 + Math.floor(i / 8) * 2 ** -21);
  });
});

describe('attention', () => {
  const inputs = (from: number, positions: number, heads: number, kv: number, size: number) =>
    [
      numbers(from, positions * heads * size),
      numbers(from + 1, positions * kv * size),
      numbers(from + 2, positions * kv * size),
    ] as const;

  test('is causal: what comes later changes nothing before', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const [q, k, v] = inputs(from, 4, 2, 1, 4);
        const before = attention(q, k, v, sizes(2, 1, 4), f64).slice(0, 3 * 8);
        for (const [x, row] of [
          [q, 8],
          [k, 4],
          [v, 4],
        ] as const)
          x.set(numbers(from + 9, row), 3 * row);
        expect(attention(q, k, v, sizes(2, 1, 4), f64).slice(0, 3 * 8)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  test('the first position sees itself alone, and equal keys are averaged', () => {
    const v = Float64Array.of(1, 2, 3, 4);
    expect([...attention(new Float64Array(4), new Float64Array(4), v, sizes(1, 1, 2), f64)]).toEqual([1, 2, 2, 3]);
  });

  test('query heads permuted inside their group give outputs permuted alike', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const [q, k, v] = inputs(from, 3, 4, 2, 4);
        const swap = (x: Float64Array) => {
          const y = Float64Array.from(x);
          for (let row = 0; row < 3; row++) {
            y.set(x.subarray(row * 16 + 4, row * 16 + 8), row * 16);
            y.set(x.subarray(row * 16, row * 16 + 4), row * 16 + 4);
          }
          return y;
        };
        const shape = sizes(4, 2, 4);
        const plain = attention(q, k, v, shape, f64) as Float64Array;
        expect(attention(swap(q), k, v, shape, f64)).toEqual(swap(plain));
      }),
      { numRuns: 20 },
    );
  });

  test('grouped heads are the same as keys and values repeated for each head of the group', () => {
    const [q, k, v] = inputs(11, 3, 4, 2, 4);
    const repeated = (x: Float64Array) =>
      Float64Array.from({ length: 3 * 16 }, (_, i) => {
        const [row, head, column] = [Math.floor(i / 16), Math.floor((i % 16) / 4), i % 4];
        return x[row * 8 + Math.floor(head / 2) * 4 + column]!;
      });
    expect(attention(q, k, v, sizes(4, 2, 4), f64)).toEqual(
      attention(q, repeated(k), repeated(v), sizes(4, 4, 4), f64),
    );
  });

  test('large scores do not overflow', () => {
    const big = Float64Array.of(1e4, 1e4);
    expect([...attention(big, big, Float64Array.of(1, 2), sizes(1, 1, 1), f32(1))]).toEqual([1, 1.5]);
  });
});

describe('activation and residual', () => {
  test.each([
    ['relu2', [0, 0, 12]],
    ['silu', [(-3 / (1 + Math.exp(3))) * 5, 0, (2 / (1 + Math.exp(-2))) * 3]],
  ] as const)('%s', (activation, wanted) => {
    close(activate(Float64Array.of(-3, 0, 2), Float64Array.of(5, 7, 3), activation, f64), wanted);
  });

  test('f32 rounds, f64 does not', () => {
    const [a, b] = [Float64Array.of(1), Float64Array.of(2 ** -30)];
    expect([add(a, b, f64)[0], add(a, b, f32(1))[0]]).toEqual([1 + 2 ** -30, 1]);
  });

  test('lanes are another order of the same sum', () => {
    const [a, b] = [numbers(3, 1001), numbers(4, 1001)];
    const [exact, one, eight] = [f64, f32(1), f32(8)].map(({ dot }) => dot(a, 0, b, 0, 1001));
    expect(one).not.toBe(eight);
    for (const sum of [one!, eight!]) expect(Math.abs(sum - exact!)).toBeLessThan(1e-4);
  });
});
