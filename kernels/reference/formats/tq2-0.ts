import { defineFormat } from '../format.ts';
import { mustDivide } from '../malformed.ts';
import { blockScale } from '../scale-store.ts';
import type { Shape } from '../ternary.ts';
import { twoBit } from '../two-bit.ts';

const name = 'TQ2_0';
const BLOCK = 256;
const BLOCK_BYTES = 66;

/** Two runs of 32 bytes in a block; byte j of a run holds weights j, j + 32, j + 64 and j + 96 of its 128, the first in the low bits. */
function bitAt(row: number, column: number, { columns }: Shape): number {
  const i = row * columns + column;
  const byte = (i >>> 8) * BLOCK_BYTES + ((i & 255) >>> 7) * 32 + (i & 31);
  return byte * 8 + 2 * ((i & 127) >>> 5);
}

/** TQ2_0 of llama.cpp. */
export const tq20 = defineFormat({
  id: 'tq2_0',
  name,
  about:
    "two bits a weight in blocks of 256 with an f16 scale behind each: llama.cpp's; the bit order of I2_S mirrored",
  ggmlType: 35,
  scale: blockScale(BLOCK, (index) => index * BLOCK_BYTES + 64),
  check: ({ columns }) => mustDivide(name, 'columns', columns, BLOCK),
  layout: ({ rows, columns }) => {
    const bytes = ((rows * columns) / BLOCK) * BLOCK_BYTES;
    return { bytes, codeBytes: bytes };
  },
  ...twoBit({ name, bitAt, codeOf: [0, 1, 2] }),
});
