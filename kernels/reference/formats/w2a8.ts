import { FlowError } from '../../../src/core/errors.ts';
import { defineFormat } from '../format.ts';
import { mustDivide } from '../malformed.ts';
import { scaleApart } from '../scale-store.ts';
import type { Scale, Shape, TernaryMatrix } from '../ternary.ts';
import { twoBit } from '../two-bit.ts';

const name = 'W2A8';
const TILE_BYTES = 128;
const MAX_PARTS = 4;

/** Tiles of 16 rows by 32 columns; in a tile 32 words of 4 bytes, a word with 16 columns of one row, every fourth in the same byte. */
function bitAt(row: number, column: number, { columns }: Shape): number {
  const tile = (row >>> 4) * (columns / 32) + (column >>> 5);
  const word = ((row & 15) >>> 3) * 16 + ((column & 31) >>> 4) * 8 + (row & 7);
  const byte = tile * TILE_BYTES + word * 4 + (column & 3);
  return byte * 8 + 2 * ((column & 15) >>> 2);
}

/** The weights of BitNet's GPU kernels. */
export const w2a8 = defineFormat({
  id: 'w2a8',
  name,
  about:
    "two bits a weight, codes 1 to 3, tiles of 16 rows by 32 columns: BitNet's GPU kernels; up to four bf16 scales lie apart",
  scale: scaleApart('bf16', upToFour),
  check: ({ rows, columns }) => {
    mustDivide(name, 'rows', rows, 16);
    mustDivide(name, 'columns', columns, 128);
  },
  layout: ({ rows, columns }) => ({ bytes: (rows * columns) / 4, codeBytes: (rows * columns) / 4 }),
  ...twoBit({ name, bitAt, codeOf: [1, 2, 3] }),
});

function upToFour(format: string, { scale }: TernaryMatrix): Scale {
  if (scale.per !== 'block' && scale.values.length <= MAX_PARTS) return scale;
  const seen = `${scale.values.length} per ${scale.per}`;
  throw new FlowError(
    'bad-input',
    `${format} keeps at most ${MAX_PARTS} scales, one for each fused part; this matrix has ${seen}`,
    {
      at: 'scale',
      fix: 'pack fewer parts into one matrix',
    },
  );
}
