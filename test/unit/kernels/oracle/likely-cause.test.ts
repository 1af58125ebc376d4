import { describe, expect, test } from '@jest/globals';
import { Lcg } from '../../../../kernels/gguf/lcg.ts';
import { f64 } from '../../../../kernels/oracle/arithmetic.ts';
import { type Divergence, likelyCause } from '../../../../kernels/oracle/likely-cause.ts';
import { attention, rope } from '../../../../kernels/oracle/operators.ts';
import { f16FromNumber, f16ToNumber } from '../../../../kernels/reference/float16.ts';

const sizes = {
  architecture: 'bitnet',
  layers: 1,
  embedding: 32,
  feedForward: 8,
  heads: 4,
  headsKv: 2,
  headSize: 8,
  ropeSize: 8,
  ropeBase: 10_000,
  epsilon: 1e-5,
  vocabulary: 1,
  context: 99,
};
const numbers = (seed: number, count: number): Float64Array => {
  const lcg = new Lcg(seed);
  return Float64Array.from({ length: count }, () => lcg.next() / 16_384 - 2);
};
const tensors: Readonly<Record<string, Float64Array>> = {
  gate: numbers(1, 24),
  up: numbers(2, 24),
  q: numbers(3, 3 * 32),
  k: numbers(4, 3 * 16),
  rope_q: numbers(5, 3 * 32),
  rope_k: numbers(6, 3 * 16),
  v: numbers(7, 3 * 16),
};
const { gate, up, q, k, rope_q, rope_k, v } = tensors as {
  [name in 'gate' | 'up' | 'q' | 'k' | 'rope_q' | 'rope_k' | 'v']: Float64Array;
};
const cause = (operator: string, columns: number, got: Float64Array, activation: Divergence['activation'] = 'relu2') =>
  likelyCause({ operator, columns, got, inputs: (name) => tensors[name]!, sizes, activation });

describe('a known mistake is named', () => {
  const silu = gate.map((x, i) => (x / (1 + Math.exp(-x))) * up[i]!);
  const relu2 = gate.map((x, i) => Math.max(0, x) ** 2 * up[i]!);
  test.each([
    ['SiLU', silu, 'relu2', 'SiLU'],
    ['ReLU squared where it is SiLU', relu2, 'silu', 'ReLU squared'],
    ['ReLU', gate.map((x, i) => Math.max(0, x) * up[i]!), 'relu2', 'a ReLU that is not squared'],
    ['gate and up', up.map((x, i) => Math.max(0, x) ** 2 * gate[i]!), 'relu2', 'gate and up exchanged'],
    ['something else', gate.map((x, i) => x + up[i]!), 'relu2', undefined],
    ['what is right', relu2, 'relu2', undefined],
  ] as const)('activation: %s', (_, got, activation, wanted) => {
    expect(cause('act', 8, got, activation)).toBe(wanted);
  });

  test('rotation of neighbours, of another position, of nothing', () => {
    const pairs = k.slice();
    for (let row = 0; row < 3; row++)
      for (let head = 0; head < 2; head++)
        for (let i = 0; i < 4; i++) {
          const at = row * 16 + head * 8 + 2 * i;
          const angle = row * 10_000 ** (-i / 4);
          pairs[at] = k[at]! * Math.cos(angle) - k[at + 1]! * Math.sin(angle);
          pairs[at + 1] = k[at]! * Math.sin(angle) + k[at + 1]! * Math.cos(angle);
        }
    expect(cause('rope_k', 16, pairs)).toMatch(/^columns paired as 2i and 2i \+ 1/);
    const later = rope(Float64Array.from([...numbers(9, 32), ...q]), 4, sizes, f64).subarray(32) as Float64Array;
    expect(cause('rope_q', 32, later)).toBe('positions counted from 1');
    expect(cause('rope_q', 32, q)).toBe('no rotation');
    expect(cause('rope_q', 32, numbers(10, 96))).toBeUndefined();
  });

  test('an f16 cache', () => {
    const half = (x: Float64Array) => x.map((value) => f16ToNumber(f16FromNumber(value)));
    const got = attention(rope_q, half(rope_k), half(v), sizes, f64) as Float64Array;
    expect(cause('attn', 32, got)).toMatch(/^a cache of keys and values in f16/);
  });

  test('heads dealt out in turn', () => {
    const repeat = (x: Float64Array) =>
      Float64Array.from({ length: 3 * 32 }, (_, i) => {
        const [row, head, column] = [Math.floor(i / 32), Math.floor((i % 32) / 8), i % 8];
        return x[row * 16 + (head % 2) * 8 + column]!;
      });
    const got = attention(rope_q, repeat(rope_k), repeat(v), { ...sizes, headsKv: 4 }, f64) as Float64Array;
    expect(cause('attn', 32, got)).toBe('query heads dealt out to key heads in turn, not in groups');
  });

  test('no mistake is known of a norm', () => {
    expect(cause('norm', 8, gate)).toBeUndefined();
  });
});
