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

const { fround } = Math;

/** Single precision throughout, with sums in so many lanes. */
export function f32(lanes: 1 | 8): Arithmetic {
  return {
    name: lanes === 1 ? 'f32' : `f32 in ${lanes} lanes`,
    bits: 32,
    round: fround,
    zeros: (length) => new Float32Array(length),
    dot: lanes === 1 ? inOneLane : inEightLanes,
  };
}

const inOneLane: Arithmetic['dot'] = (a, aStart, b, bStart, length) => {
  let sum = 0;
  for (let i = 0; i < length; i++) sum = fround(sum + fround(a[aStart + i]! * b[bStart + i]!));
  return sum;
};

/** Written out, for eight sums in an array are three times slower. */
const inEightLanes: Arithmetic['dot'] = (a, aStart, b, bStart, length) => {
  let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
  const whole = length - (length % 8);
  for (let i = 0; i < whole; i += 8) {
    const [p, q] = [aStart + i, bStart + i];
    s0 = fround(s0 + fround(a[p]! * b[q]!));
    s1 = fround(s1 + fround(a[p + 1]! * b[q + 1]!));
    s2 = fround(s2 + fround(a[p + 2]! * b[q + 2]!));
    s3 = fround(s3 + fround(a[p + 3]! * b[q + 3]!));
    s4 = fround(s4 + fround(a[p + 4]! * b[q + 4]!));
    s5 = fround(s5 + fround(a[p + 5]! * b[q + 5]!));
    s6 = fround(s6 + fround(a[p + 6]! * b[q + 6]!));
    s7 = fround(s7 + fround(a[p + 7]! * b[q + 7]!));
  }
  let sum = 0;
  for (const part of [s0, s1, s2, s3, s4, s5, s6, s7]) sum = fround(sum + part);
  return fround(sum + inOneLane(a, aStart + whole, b, bStart + whole, length - whole));
};

/** The engines with which the reference measures its own noise floor. */
export const FLOOR_RUNS: readonly Arithmetic[] = [f32(1), f32(8)];
