import { defineFormat } from '../format.ts';
import { mustDivide } from '../malformed.ts';
import { TAIL_BYTES, tailScale } from '../scale-store.ts';
import type { Shape } from '../ternary.ts';
import { twoBit } from '../two-bit.ts';

const name = 'I2_S';

/** Weights are counted through the matrix; 128 of them lie in 32 bytes, weight i in byte i % 32, the first 32 in the top bits. */
function bitAt(row: number, column: number, { columns }: Shape): number {
  const i = row * columns + column;
  const byte = (i >>> 7) * 32 + (i & 31);
  return byte * 8 + 6 - 2 * ((i & 127) >>> 5);
}

/** I2_S as it lies in files: the layout of the x86 build and of the converter. */
export const i2s = defineFormat({
  id: 'i2_s',
  name,
  about:
    'two bits a weight, 128 weights interleaved over 32 bytes: the x86 build of BitNet and the files that are handed around',
  ggmlType: 36,
  scale: tailScale,
  check: ({ columns }) => mustDivide(name, 'columns', columns, 128),
  layout: ({ rows, columns }) => ({ codeBytes: (rows * columns) / 4, bytes: (rows * columns) / 4 + TAIL_BYTES }),
  ...twoBit({ name, bitAt, codeOf: [0, 1, 2] }),
});
