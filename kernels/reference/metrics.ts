import { FlowError } from '../../src/core/errors.ts';

/** How far a vector is from the one it should be; each number says something that the others do not. */
export interface Distance {
  /** Agreement of direction, 1 for the same; a wrong scale does not show. */
  readonly cosine: number;
  /** Size of the difference over the size of the reference; 0 for the same. */
  readonly relativeL2: number;
  /** Power of the reference over that of the difference in decibels; infinite for the same. */
  readonly snr: number;
  /** Share of outputs whose sign is the reference's, where 0 agrees with 0 alone. */
  readonly signAgreement: number;
  /** Size over the reference's size; 1 for the same. A wrong scale shows here. */
  readonly normRatio: number;
  /** The largest difference over the largest reference. */
  readonly maxError: number;
}

/** All measures of `y` against `reference`. Throws where nothing can be said: no values, a NaN, a reference of zeros. */
export function distance(y: ArrayLike<number>, reference: ArrayLike<number>): Distance {
  checkComparable(y, reference);
  let dot = 0;
  let square = 0;
  let referenceSquare = 0;
  let errorSquare = 0;
  let agreeing = 0;
  let largest = 0;
  let largestError = 0;
  for (let i = 0; i < reference.length; i++) {
    const [a, b] = [y[i]!, reference[i]!];
    dot += a * b;
    square += a * a;
    referenceSquare += b * b;
    errorSquare += (a - b) ** 2;
    if (a > 0 === b > 0 && a < 0 === b < 0) agreeing++;
    largest = Math.max(largest, Math.abs(b));
    largestError = Math.max(largestError, Math.abs(a - b));
  }
  return {
    cosine: square === 0 ? 0 : Math.max(-1, Math.min(1, dot / Math.sqrt(square) / Math.sqrt(referenceSquare))),
    relativeL2: Math.sqrt(errorSquare / referenceSquare),
    snr: errorSquare === 0 ? Infinity : 10 * Math.log10(referenceSquare / errorSquare),
    signAgreement: agreeing / reference.length,
    normRatio: Math.sqrt(square / referenceSquare),
    maxError: largestError / largest,
  };
}

/** Throws unless two vectors can be compared: as many values in both, at least one, all finite, and not all of the reference 0. */
export function checkComparable(y: ArrayLike<number>, reference: ArrayLike<number>): void {
  if (reference.length === 0)
    throw new FlowError('bad-input', 'there is nothing to compare: no values', { at: 'reference' });
  if (y.length !== reference.length) {
    throw new FlowError('bad-input', `${y.length} values where the reference has ${reference.length}`, {
      at: 'values',
    });
  }
  let someNotZero = false;
  for (let i = 0; i < reference.length; i++) {
    for (const [at, value] of [
      ['values', y[i]!],
      ['reference', reference[i]!],
    ] as const) {
      if (!Number.isFinite(value)) throw new FlowError('bad-input', `value ${i} is ${value}`, { at: `${at}[${i}]` });
    }
    someNotZero ||= reference[i] !== 0;
  }
  if (!someNotZero) {
    throw new FlowError('bad-input', 'the reference is all zeros: nothing can be measured against it', {
      at: 'reference',
      fix: 'compare on inputs that give outputs',
    });
  }
}
