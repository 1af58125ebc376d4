/** Values of a tensor, row by row. */
export type Floats = Float64Array | Float32Array;

/**
 * How the oracle computes. In f64 every step is a double. In f32 every step is rounded to f32 and a sum runs in `lanes` partial sums, as the
 * kernels of engines do; two numbers of lanes are two honest engines, and what they differ by is the noise floor.
 */
export interface Arithmetic {
  readonly name: string;
  readonly bits: 64 | 32;
  /** A value as this arithmetic keeps it. */
  readonly round: (value: number) => number;
  /** A tensor of zeros. */
  readonly zeros: (length: number) => Floats;
  /** Sum of products of `length` values from two places. */
  readonly dot: (a: Floats, aStart: number, b: Floats, bStart: number, length: number) => number;
}

/** Doubles throughout. */
export const f64: Arithmetic = {
  name: 'f64',
  bits: 64,
  round: (value) => value,
  zeros: (length) => new Float64Array(length),
  dot: (a, aStart, b, bStart, length) => {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += a[aStart + i]! * b[bStart + i]!;
    return sum;
  },
};

/** Single precision throughout, with sums in so many lanes. */
export function f32(lanes: 1 | 8): Arithmetic {
  const { fround } = Math;
  return {
    name: lanes === 1 ? 'f32' : `f32 in ${lanes} lanes`,
    bits: 32,
    round: fround,
    zeros: (length) => new Float32Array(length),
    dot: (a, aStart, b, bStart, length) => {
      const partial = new Float32Array(lanes);
      for (let i = 0; i < length; i += lanes) {
        const end = Math.min(lanes, length - i);
        for (let lane = 0; lane < end; lane++)
          partial[lane] = partial[lane]! + fround(a[aStart + i + lane]! * b[bStart + i + lane]!);
      }
      let sum = 0;
      for (const part of partial) sum = fround(sum + part);
      return sum;
    },
  };
}

/** The reference, and the engines that it measures its own noise floor with. */
export const REFERENCE = f64;
export const FLOOR_RUNS: readonly Arithmetic[] = [f32(1), f32(8)];
