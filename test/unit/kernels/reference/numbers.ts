import { lcg } from './golden.ts';

// A global is slow to reach inside jest's module context.
const { sqrt, log, cos, PI } = Math;

/** Gaussian numbers from a seed (Box and Muller). */
export function gaussian(seed: number, count: number): Float32Array {
  const next = lcg(seed);
  const uniform = () => (next() * 65536 + next() + 0.5) / 2 ** 32;
  return Float32Array.from({ length: count }, () => sqrt(-2 * log(uniform())) * cos(2 * PI * uniform()));
}

/** int8 numbers from a seed, the whole range. */
export function int8s(seed: number, count: number): Int8Array {
  const next = lcg(seed);
  return Int8Array.from({ length: count }, () => (next() % 256) - 128);
}
