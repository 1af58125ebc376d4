import { defineFormat } from '../format.ts';
import { mustDivide } from '../malformed.ts';
import { TAIL_BYTES, tailScale } from '../scale-store.ts';
import type { Shape } from '../ternary.ts';
import { twoBit } from '../two-bit.ts';

const name = 'I2_S (arm64)';

/** As I2_S, with blocks of 64 weights in 16 bytes. */
function bitAt(row: number, column: number, { columns }: Shape): number {
  const i = row * columns + column;
  const byte = (i >>> 6) * 16 + (i & 15);
  return byte * 8 + 6 - 2 * ((i & 63) >>> 4);
}

/** I2_S as an ARM build writes it, under the same name and type number. */
export const i2sArm64 = defineFormat({
  id: 'i2_s_arm64',
  name,
  about:
    'two bits a weight, 64 weights interleaved over 16 bytes: what the ARM build of BitNet writes and expects as I2_S',
  ggmlType: 36,
  scale: tailScale,
  check: ({ columns }) => mustDivide(name, 'columns', columns, 64),
  layout: ({ rows, columns }) => ({ codeBytes: (rows * columns) / 4, bytes: (rows * columns) / 4 + TAIL_BYTES }),
  ...twoBit({ name, bitAt, codeOf: [0, 1, 2] }),
});
