import { defineFormat } from '../format.ts';
import { mustDivide } from '../malformed.ts';
import { blockScale } from '../scale-store.ts';
import type { Shape } from '../ternary.ts';
import { twoBit } from '../two-bit.ts';

const name = 'Q2_0';
const BLOCK = 64;
const BLOCK_BYTES = 18;

/** The scale, then 16 bytes with four weights each in order, the first in the low bits. */
function bitAt(row: number, column: number, { columns }: Shape): number {
  const i = row * columns + column;
  const byte = (i >>> 6) * BLOCK_BYTES + 2 + ((i & 63) >>> 2);
  return byte * 8 + 2 * (i & 3);
}

/** Q2_0 of llama.cpp, which can also hold a weight of 2; here only its ternary codes are legal. */
export const q20 = defineFormat({
  id: 'q2_0',
  name,
  about:
    "two bits a weight in order, in blocks of 64 with an f16 scale before each: llama.cpp's; code 3 (weight 2) is not ternary",
  ggmlType: 42,
  scale: blockScale(BLOCK, (index) => index * BLOCK_BYTES),
  check: ({ columns }) => mustDivide(name, 'columns', columns, BLOCK),
  layout: ({ rows, columns }) => {
    const bytes = ((rows * columns) / BLOCK) * BLOCK_BYTES;
    return { bytes, codeBytes: bytes };
  },
  ...twoBit({ name, bitAt, codeOf: [0, 1, 2] }),
});
