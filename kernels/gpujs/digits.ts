import type { PackedWeights } from '../reference/backend.ts';
import type { Shape } from '../reference/ternary.ts';
import { ROW_BYTES, type RowBytes } from './row-bytes.ts';

/** Base-4 digits that an f32 holds exactly: 24 bits. */
export const DIGITS_PER_WORD = 12;
const BYTES_PER_WORD = 3;

/** Weights as numbers of 12 base-4 digits, the lowest digit first: a weight is its digit less the zero point. */
export interface Digits extends Shape {
  readonly decodedBy: 'gpujs' | 'reference';
  /** `wordsPerRow` words for each row, unused digits 0. */
  readonly words: Float32Array;
  readonly wordsPerRow: number;
  /** Column of each digit of a row, -1 for one that is not used; the same in every row. */
  readonly columnOf: Int32Array;
  readonly zeroPoint: number;
}

/**
 * The words that a kernel reads. Where four weights of a row share a byte, three bytes make a word as they are, and the kernel itself takes
 * the codes out of them; from other formats the reference unpacks the codes.
 */
export function digitsOf(weights: PackedWeights, codes: Int8Array): Digits {
  const rowBytes = ROW_BYTES[weights.format.id];
  return rowBytes === undefined ? fromCodes(weights, codes) : fromBytes(weights, weights.bytes, rowBytes);
}

/** Words of codes in the order of the columns. */
export function fromCodes(shape: Shape, codes: Int8Array): Digits {
  const { rows, columns } = shape;
  const wordsPerRow = wordsFor(columns);
  const words = new Float32Array(rows * wordsPerRow);
  for (let row = 0; row < rows; row++) {
    for (let word = 0; word < wordsPerRow; word++) {
      const first = word * DIGITS_PER_WORD;
      let value = 0;
      for (let column = Math.min(first + DIGITS_PER_WORD, columns) - 1; column >= first; column--)
        value = value * 4 + codes[row * columns + column]! + 1;
      words[row * wordsPerRow + word] = value;
    }
  }
  const columnOf = Int32Array.from({ length: wordsPerRow * DIGITS_PER_WORD }, (_, i) => (i < columns ? i : -1));
  return { rows, columns, decodedBy: 'reference', words, wordsPerRow, columnOf, zeroPoint: 1 };
}

function fromBytes(shape: Shape, bytes: Uint8Array, { byteAt, columnAt, zeroPoint }: RowBytes): Digits {
  const { rows, columns } = shape;
  const wordsPerRow = wordsFor(columns);
  const bytesPerRow = columns / 4;
  const words = new Float32Array(rows * wordsPerRow);
  for (let row = 0; row < rows; row++) {
    for (let index = 0; index < bytesPerRow; index++) {
      const shift = 8 * (index % BYTES_PER_WORD);
      words[row * wordsPerRow + Math.floor(index / BYTES_PER_WORD)]! += bytes[byteAt(row, index, shape)]! << shift;
    }
  }
  const columnOf = Int32Array.from({ length: wordsPerRow * DIGITS_PER_WORD }, (_, i) =>
    i < columns ? columnAt(i >> 2, i & 3) : -1,
  );
  return { rows, columns, decodedBy: 'gpujs', words, wordsPerRow, columnOf, zeroPoint };
}

function wordsFor(columns: number): number {
  return Math.ceil(columns / DIGITS_PER_WORD);
}
