import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DIGITS_PER_WORD, digitsOf } from '../../../../kernels/gpujs/digits.ts';
import { everyFormat, legalShapes, randomMatrix } from '../reference/samples.ts';

/** The weights that the words stand for, taken out by shifting whole numbers; a digit that is not used is 0. */
function weightsIn({ rows, columns, words, wordsPerRow, columnOf, zeroPoint }: ReturnType<typeof digitsOf>): Int8Array {
  const codes = new Int8Array(rows * columns).fill(99);
  let unused = 0;
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < columnOf.length; i++) {
      const word = words[row * wordsPerRow + (i - (i % DIGITS_PER_WORD)) / DIGITS_PER_WORD]!;
      const digit = (word >>> (2 * (i % DIGITS_PER_WORD))) & 3;
      if (columnOf[i]! >= 0) codes[row * columns + columnOf[i]!] = digit - zeroPoint;
      else unused |= digit;
    }
  }
  expect(unused).toBe(0);
  return codes;
}

describe('the words that a kernel reads', () => {
  test.each(everyFormat)('$id: hold every weight once, in f32 exactly', ({ format }) => {
    fc.assert(
      fc.property(legalShapes(format), fc.nat(), (sample, seed) => {
        const matrix = randomMatrix(sample, seed);
        const bytes = format.pack(matrix, sample.options);
        const digits = digitsOf({ format, bytes, ...sample, ...sample.options }, matrix.codes);
        expect(digits.words.every((word) => Number.isInteger(word) && word >= 0 && word < 2 ** 24)).toBe(true);
        expect(weightsIn(digits)).toEqual(matrix.codes);
      }),
      { numRuns: format.tiled === true ? 5 : 20 },
    );
  });

  test.each(everyFormat)('$id: say who decoded the bytes', ({ id, format, sample }) => {
    const matrix = randomMatrix(sample, 1);
    const bytes = format.pack(matrix, sample.options);
    const own = ['i2_s', 'i2_s_arm64', 'tq2_0', 'q2_0', 'w2a8'].includes(id);
    // Codes that the bytes do not hold: only a matrix that the reference decoded shows them.
    const others = matrix.codes.map((code) => -code);
    const digits = digitsOf({ format, bytes, ...sample, ...sample.options }, others);
    expect(digits.decodedBy).toBe(own ? 'gpujs' : 'reference');
    expect(weightsIn(digits)).toEqual(own ? matrix.codes : others);
  });
});
