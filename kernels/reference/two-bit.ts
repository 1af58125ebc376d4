import { MalformedBytes } from './malformed.ts';
import { type Shape, place } from './ternary.ts';

/** Where two-bit codes lie and what they mean. */
export interface TwoBitCoding {
  readonly name: string;
  /** Number of the lower bit of a weight's code: 8 times its byte, plus the shift inside the byte. */
  readonly bitAt: (row: number, column: number, shape: Shape) => number;
  /** Code of the weights -1, 0 and 1. */
  readonly codeOf: readonly [number, number, number];
}

/** Writes the code of every weight into zeroed bytes. */
export function writeTwoBit({ bitAt, codeOf }: TwoBitCoding, codes: Int8Array, bytes: Uint8Array, shape: Shape): void {
  let i = 0;
  for (let row = 0; row < shape.rows; row++) {
    for (let column = 0; column < shape.columns; column++) {
      const bit = bitAt(row, column, shape);
      bytes[bit >>> 3]! |= codeOf[codes[i++]! + 1]! << (bit & 7);
    }
  }
}

/** Reads the code of every weight; the fourth code is not a ternary weight and is refused. */
export function readTwoBit(coding: TwoBitCoding, bytes: Uint8Array, codes: Int8Array, shape: Shape): void {
  const { name, bitAt, codeOf } = coding;
  const weightOf = [0, 1, 2, 3].map((code) => codeOf.indexOf(code) - 1);
  let i = 0;
  for (let row = 0; row < shape.rows; row++) {
    for (let column = 0; column < shape.columns; column++) {
      const bit = bitAt(row, column, shape);
      const code = (bytes[bit >>> 3]! >> (bit & 7)) & 3;
      const weight = weightOf[code]!;
      if (weight === -2) {
        const bits = code.toString(2).padStart(2, '0');
        throw new MalformedBytes(
          name,
          bit >>> 3,
          `code ${bits} at shift ${bit & 7}, for weight ${place(shape, i)}, is no ternary weight`,
        );
      }
      codes[i++] = weight;
    }
  }
}

/** What a format whose codes are all two bits wide is made of. */
export function twoBit(coding: TwoBitCoding): {
  codeOf: TwoBitCoding['codeOf'];
  write: (codes: Int8Array, bytes: Uint8Array, shape: Shape) => void;
  read: (bytes: Uint8Array, codes: Int8Array, shape: Shape) => void;
} {
  return {
    codeOf: coding.codeOf,
    write: (codes, bytes, shape) => writeTwoBit(coding, codes, bytes, shape),
    read: (bytes, codes, shape) => readTwoBit(coding, bytes, codes, shape),
  };
}
