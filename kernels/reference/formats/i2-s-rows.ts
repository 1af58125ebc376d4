import { defineFormat } from '../format.ts';
import { mustDivide } from '../malformed.ts';
import { TAIL_BYTES, tailScale } from '../scale-store.ts';
import type { Shape } from '../ternary.ts';
import { twoBit } from '../two-bit.ts';

const name = 'I2_S (rows)';

/** A byte holds one column of four neighbouring rows, the first row in the top bits. */
function bitAt(row: number, column: number, { columns }: Shape): number {
  const byte = (row >>> 2) * columns + column;
  return byte * 8 + 6 - 2 * (row & 3);
}

/** I2_S as an x86 build without ACT_PARALLEL writes it, under the same name and type number. */
export const i2sRows = defineFormat({
  id: 'i2_s_rows',
  name,
  about:
    'two bits a weight, four rows interleaved in each byte: what an x86 build of BitNet without ACT_PARALLEL writes as I2_S',
  ggmlType: 36,
  scale: tailScale,
  check: ({ rows }) => mustDivide(name, 'rows', rows, 4),
  layout: ({ rows, columns }) => ({ codeBytes: (rows * columns) / 4, bytes: (rows * columns) / 4 + TAIL_BYTES }),
  ...twoBit({ name, bitAt, codeOf: [0, 1, 2] }),
});
