import type { Shape } from '../reference/ternary.ts';

/** A format in which every byte holds four two-bit codes of one row, a code being the weight plus the zero point. */
export interface RowBytes {
  readonly zeroPoint: number;
  /** Offset in the matrix's bytes of byte `index`, from 0 to columns / 4 - 1, of a row. */
  readonly byteAt: (row: number, index: number, shape: Shape) => number;
  /** Column whose code is digit `digit` of that byte, the lowest two bits being digit 0. */
  readonly columnAt: (index: number, digit: number) => number;
}

/** Formats whose bytes the kernel reads as they lie, by their id. These address formulas are this backend's own, not the reference's. */
export const ROW_BYTES: Readonly<Record<string, RowBytes>> = {
  i2_s: {
    zeroPoint: 1,
    byteAt: (row, index, { columns }) => row * (columns / 4) + index,
    columnAt: (index, digit) => (index >> 5) * 128 + (3 - digit) * 32 + (index & 31),
  },
  i2_s_arm64: {
    zeroPoint: 1,
    byteAt: (row, index, { columns }) => row * (columns / 4) + index,
    columnAt: (index, digit) => (index >> 4) * 64 + (3 - digit) * 16 + (index & 15),
  },
  tq2_0: {
    zeroPoint: 1,
    byteAt: (row, index, { columns }) => (row * (columns / 256) + (index >> 6)) * 66 + (index & 63),
    columnAt: (index, digit) => (index >> 5) * 128 + digit * 32 + (index & 31),
  },
  q2_0: {
    zeroPoint: 1,
    byteAt: (row, index, { columns }) => (row * (columns / 64) + (index >> 4)) * 18 + 2 + (index & 15),
    columnAt: (index, digit) => index * 4 + digit,
  },
  w2a8: {
    zeroPoint: 2,
    byteAt: (row, index, { columns }) =>
      ((row >> 4) * (columns / 32) + (index >> 3)) * 128 +
      ((row >> 3) & 1) * 64 +
      ((index >> 2) & 1) * 32 +
      (row & 7) * 4 +
      (index & 3),
    columnAt: (index, digit) => (index >> 2) * 16 + digit * 4 + (index & 3),
  },
};
