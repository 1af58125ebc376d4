import { FlowError } from '../../../src/core/errors.ts';
import { type TileSizes, defineFormat } from '../format.ts';
import { MalformedBytes, mustDivide } from '../malformed.ts';
import { quotient } from '../quotient.ts';
import { TAIL_BYTES, tailScale } from '../scale-store.ts';
import { type Shape, place } from '../ternary.ts';

const name = 'TL1';

/** Bit number of the nibble that holds weights 2p and 2p + 1 of a row. */
export function tl1NibbleAt(row: number, pair: number, { columns }: Shape, { BM, BK, bm }: TileSizes): number {
  const by = 256 / bm;
  const rowTile = quotient(row, BM);
  const strip = quotient(row % BM, bm);
  const lane = row % bm;
  const columnTile = quotient(pair, BK / 2);
  const inTile = pair % (BK / 2);
  const step = quotient(inTile, by / 2);
  const inStep = inTile % (by / 2);

  let byte = rowTile * (columns / BK) + columnTile;
  byte = byte * (BM / bm) + strip;
  byte = byte * (BK / by) + step;
  byte = byte * (bm / 16) + (lane >>> 4);
  byte = byte * (by / 4) + (inStep >>> 1);
  byte = byte * 16 + (lane & 15);
  return byte * 8 + (inStep % 2 === 0 ? 4 : 0);
}

/** TL1, the look-up-table format of BitNet's ARM kernels. */
export const tl1 = defineFormat({
  id: 'tl1',
  name,
  about: 'a nibble for each pair of weights, in the order of the ARM kernel made for BM, BK and bm',
  ggmlType: 38,
  tiled: true,
  scale: tailScale,
  check: ({ rows, columns }, { BM, BK, bm }) => {
    if (bm !== 32 && bm !== 64) {
      throw new FlowError('bad-input', `${name} needs bm 32 or 64; bm is ${bm}`, {
        at: 'bm',
        fix: 'give the bm of the kernel',
      });
    }
    mustDivide(name, 'rows', rows, BM);
    mustDivide(name, 'columns', columns, BK);
    mustDivide(name, 'BM', BM, bm);
    mustDivide(name, 'BK', BK, 256 / bm);
  },
  layout: ({ rows, columns }) => ({ codeBytes: (rows * columns) / 4, bytes: (rows * columns) / 4 + TAIL_BYTES }),
  write: (codes, bytes, shape, tiles) => {
    for (let row = 0; row < shape.rows; row++) {
      for (let pair = 0; pair < shape.columns / 2; pair++) {
        const i = row * shape.columns + 2 * pair;
        const bit = tl1NibbleAt(row, pair, shape, tiles);
        bytes[bit >>> 3]! |= (3 * codes[i]! + codes[i + 1]! + 4) << (bit & 7);
      }
    }
  },
  read: (bytes, codes, shape, tiles) => {
    for (let row = 0; row < shape.rows; row++) {
      for (let pair = 0; pair < shape.columns / 2; pair++) {
        const i = row * shape.columns + 2 * pair;
        const bit = tl1NibbleAt(row, pair, shape, tiles);
        const value = (bytes[bit >>> 3]! >> (bit & 7)) & 15;
        if (value > 8) {
          const nibble = `the ${bit & 7 ? 'high' : 'low'} nibble is ${value}`;
          throw new MalformedBytes(name, bit >>> 3, `${nibble}, for weight ${place(shape, i)}; a pair is 0 to 8`);
        }
        codes[i] = quotient(value, 3) - 1;
        codes[i + 1] = (value % 3) - 1;
      }
    }
  },
});
