import { defineFormat } from '../format.ts';
import { mustDivide } from '../malformed.ts';
import { perBlock, scaleApart } from '../scale-store.ts';
import type { Shape } from '../ternary.ts';
import { twoBit } from '../two-bit.ts';

const BLOCK = 32;

/** Four weights a byte in order, the first in the low bits. */
function bitAt(row: number, column: number, { columns }: Shape): number {
  return 2 * (row * columns + column);
}

/** "I2S" of BitNet.rs's quantisers: shares only the name with I2_S. Its code 0 (weight -2) is not ternary. */
export const bitnetrsI2s32 = defineFormat({
  id: 'bitnetrs_i2s32',
  name: 'BitNet.rs I2S/32',
  about:
    'two bits a weight in order, codes 1 to 3, an f32 scale for each 32 weights kept apart: the quantisers of BitNet.rs',
  scale: scaleApart('f32', (format, matrix) => perBlock(format, matrix, BLOCK)),
  check: ({ columns }) => mustDivide('BitNet.rs I2S/32', 'columns', columns, BLOCK),
  layout: ({ rows, columns }) => ({ bytes: (rows * columns) / 4, codeBytes: (rows * columns) / 4 }),
  ...twoBit({ name: 'BitNet.rs I2S/32', bitAt, codeOf: [1, 2, 3] }),
});

/**
 * "I2S" of BitNet.rs's device-aware quantiser on the CPU, as it writes it: two's-complement codes, so -1 is 3. Its own
 * reader, at least in one revision, takes 2 for -1 and 3 for 0; code 2 is written by nothing and refused here.
 */
export const bitnetrsCpuI2s32 = defineFormat({
  id: 'bitnetrs_cpu_i2s32',
  name: 'BitNet.rs CPU I2S/32',
  about:
    "two bits a weight in order, two's complement, an f32 scale for each 32 weights kept apart: BitNet.rs's device-aware quantiser",
  scale: scaleApart('f32', (format, matrix) => perBlock(format, matrix, BLOCK)),
  check: ({ columns }) => mustDivide('BitNet.rs CPU I2S/32', 'columns', columns, BLOCK),
  layout: ({ rows, columns }) => ({ bytes: (rows * columns) / 4, codeBytes: (rows * columns) / 4 }),
  ...twoBit({ name: 'BitNet.rs CPU I2S/32', bitAt, codeOf: [3, 0, 1] }),
});
