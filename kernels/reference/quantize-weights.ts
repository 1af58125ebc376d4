import { FlowError } from '../../src/core/errors.ts';
import { roundHalfAway, roundHalfEven } from './rounding.ts';
import { type Shape, type TernaryMatrix, checkShape, place, tensorScale } from './ternary.ts';

/** No scale from a mean is smaller than this: a matrix of zeros would divide by 0. */
export const MIN_SCALE = 1e-5;
/** Below this, the sign rule takes a weight for 0. */
export const SIGN_THRESHOLD = 1e-6;

/**
 * The rule BitNet models are trained with: the scale is the mean size of the weights, a code is the weight in units of
 * it, half to even, at most 1. Not to be applied twice: on weights that are ternary already the codes stay and the
 * scale shrinks by the share of zeros; use `quantizeAbsmax` there.
 */
export function quantizeAbsmean(weights: Float32Array, shape: Shape): TernaryMatrix {
  checkWeights(weights, shape);
  let sum = 0;
  for (const weight of weights) sum += Math.abs(weight);
  const scale = Math.fround(Math.max(sum / weights.length, MIN_SCALE));
  const inverse = Math.fround(1 / scale);
  const codes = Int8Array.from(weights, (weight) => ternary(roundHalfEven(Math.fround(weight * inverse))));
  return { ...shape, codes, scale: tensorScale(scale) };
}

/** The scale is the largest weight's size, a code is the weight in units of it, half away from zero. */
export function quantizeAbsmax(weights: Float32Array, shape: Shape): TernaryMatrix {
  checkWeights(weights, shape);
  const codes = new Int8Array(weights.length);
  return { ...shape, codes, scale: tensorScale(absmaxInto(codes, weights, 0, weights.length)) };
}

/** As `quantizeAbsmax`, for each block of `block` weights of a row by itself: llama.cpp's rule, its f16 scale apart. */
export function quantizeAbsmaxBlocks(weights: Float32Array, shape: Shape, block: number): TernaryMatrix {
  checkWeights(weights, shape);
  if (!Number.isSafeInteger(block) || block < 1 || shape.columns % block !== 0) {
    throw new FlowError('bad-input', `rows of ${shape.columns} weights are no whole blocks of ${block}`, {
      at: 'block',
      fix: 'choose a block that divides the columns',
    });
  }
  const codes = new Int8Array(weights.length);
  const values = Float32Array.from({ length: weights.length / block }, (_, i) =>
    absmaxInto(codes, weights, i * block, (i + 1) * block),
  );
  return { ...shape, codes, scale: { per: 'block', values, block } };
}

/**
 * The rule of BitNet's I2_S writer: the sign of each weight, times the largest size. It takes weights for ternary
 * already; on other weights it is no quantiser (cosine 0.80 on Gaussian ones).
 */
export function quantizeSigns(weights: Float32Array, shape: Shape): TernaryMatrix {
  checkWeights(weights, shape);
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const codes = Int8Array.from(weights, (weight) => (Math.abs(weight) < SIGN_THRESHOLD ? 0 : Math.sign(weight)));
  return { ...shape, codes, scale: tensorScale(largest) };
}

function absmaxInto(codes: Int8Array, weights: Float32Array, start: number, end: number): number {
  let largest = 0;
  for (let i = start; i < end; i++) largest = Math.max(largest, Math.abs(weights[i]!));
  if (largest === 0) return 0;
  const inverse = Math.fround(1 / largest);
  for (let i = start; i < end; i++) codes[i] = ternary(roundHalfAway(Math.fround(weights[i]! * inverse)));
  return largest;
}

function ternary(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

function checkWeights(weights: Float32Array, shape: Shape): void {
  checkShape(shape);
  if (weights.length !== shape.rows * shape.columns) {
    throw new FlowError('bad-input', `${weights.length} weights for ${shape.rows} x ${shape.columns}`, {
      at: 'weights',
    });
  }
  const wrong = weights.findIndex((weight) => !Number.isFinite(weight));
  if (wrong < 0) return;
  throw new FlowError('bad-input', `weight ${place(shape, wrong)} is ${weights[wrong]}`, {
    at: `weights[${wrong}]`,
    fix: 'find where the weights stop being numbers; a quantiser would hide it',
  });
}
