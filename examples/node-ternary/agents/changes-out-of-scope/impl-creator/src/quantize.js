import { TernaryError } from './errors.js';

/** Smallest scale: keeps an all-zero tensor away from a division by zero. */
const SCALE_FLOOR = 1e-5;

/**
 * Rounds to the nearest integer, ties to even. `Math.round` sends ties up, which would bias the
 * codes of a symmetric distribution.
 * @param {number} value
 * @returns {number}
 */
function roundHalfEven(value) {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * Absmean quantization of a whole tensor: scale = mean |w|, code = round(w / scale) clamped to
 * [-1, 1]. A weight is approximated by code * scale.
 * @param {Float32Array} weights finite values, at least one
 * @returns {{ ternary: Int8Array, scale: number }} one code in {-1, 0, 1} per weight, and a scale
 *   that is exactly representable as float32
 * @throws {TernaryError} ERR_LENGTH for no weights, ERR_VALUE for one that is not finite
 */
export function quantizeAbsmean(weights) {
  if (weights.length === 0) {
    throw new TernaryError('ERR_LENGTH', 'weights: got 0 values, need at least 1');
  }
  let sum = 0;
  for (const [i, weight] of weights.entries()) {
    if (!Number.isFinite(weight)) {
      throw new TernaryError('ERR_VALUE', `weights[${i}]: got ${weight}, need a finite number`);
    }
    sum += Math.abs(weight);
  }
  const scale = Math.fround(Math.max(sum / weights.length, SCALE_FLOOR));
  const inverse = Math.fround(1 / scale);
  const ternary = Int8Array.from(weights, (weight) => {
    const rounded = roundHalfEven(Math.fround(weight * inverse));
    return Math.max(-1, Math.min(1, rounded));
  });
  return { ternary, scale };
}
