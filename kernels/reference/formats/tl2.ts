import { FlowError } from '../../../src/core/errors.ts';
import { type TileSizes, defineFormat } from '../format.ts';
import { MalformedBytes, mustDivide } from '../malformed.ts';
import { quotient } from '../quotient.ts';
import { TAIL_BYTES, tailScale } from '../scale-store.ts';
import { type Shape, place } from '../ternary.ts';

const name = 'TL2';
const STRIP = 32;
/** Order of the four groups of eight rows inside a strip of 32: what the AVX2 unpack instructions leave behind. */
const SWAP = [0, 2, 1, 3] as const;
/** A row with fewer columns than this makes the converter's size formula negative. */
const MIN_COLUMNS = 256;

/** The sections of a TL2 matrix: triples as far as whole BK tiles go, the remaining columns as pairs. */
export interface Tl2Sections {
  /** Columns held as triples, from the first one on. */
  readonly tripleColumns: number;
  /** Columns held as pairs, after those. */
  readonly pairColumns: number;
  readonly signsAt: number;
  readonly pairsAt: number;
  readonly paddingAt: number;
  /** End of the codes, where the padding ends and the scale stands. */
  readonly end: number;
}

/** Where the sections of a matrix begin. */
export function tl2Sections({ rows, columns }: Shape, { BK }: TileSizes): Tl2Sections {
  const tripleColumns = quotient(columns, BK) * BK;
  const pairColumns = columns - tripleColumns;
  const signsAt = (rows * tripleColumns) / 6;
  const pairsAt = signsAt + (rows * tripleColumns) / 24;
  const paddingAt = pairsAt + (rows * pairColumns) / 4;
  // The converter counts 256 columns as pairs whatever BK is, in whole numbers from left to right.
  const triples = Math.floor((Math.floor(((columns - 256) * rows) / 3) * 5) / 8);
  const pairs = (256 * rows) / 4;
  return { tripleColumns, pairColumns, signsAt, pairsAt, paddingAt, end: Math.ceil((triples + pairs) / 32) * 32 };
}

/** Bit number of the nibble with the size of a triple: weights 3q, 3q + 1 and 3q + 2 of a row. */
export function tl2IndexAt(row: number, triple: number, { tripleColumns }: Tl2Sections, { BM, BK }: TileSizes): number {
  const inTile = triple % (BK / 3);
  let byte = tileOf(row, quotient(triple, BK / 3), tripleColumns / BK, BM);
  byte = byte * (BK / 6) + (inTile >>> 1);
  return (byte * STRIP + swapped(row)) * 8 + (inTile % 2 === 0 ? 4 : 0);
}

/** Bit number of the sign of a triple; 16-bit words, low byte first. */
export function tl2SignAt(
  row: number,
  triple: number,
  { signsAt, tripleColumns }: Tl2Sections,
  { BM, BK }: TileSizes,
): number {
  const inTile = triple % (BK / 3);
  let word = tileOf(row, quotient(triple, BK / 3), tripleColumns / BK, BM);
  word = word * (BK / 24) + (inTile >>> 3);
  const lane = row % STRIP;
  const bit = 15 - (2 * (inTile & 7) + (lane >= 16 ? 1 : 0));
  return signsAt * 8 + (word * 16 + (lane & 15)) * 16 + bit;
}

/** Bit number of the nibble of a pair behind the triples: weights 2p and 2p + 1 of those columns. */
export function tl2PairAt(row: number, pair: number, { pairsAt, pairColumns }: Tl2Sections, { BM }: TileSizes): number {
  const inTile = pair & 15;
  let byte = tileOf(row, pair >>> 4, pairColumns / 32, BM);
  byte = byte * 8 + (inTile >>> 1);
  return (pairsAt + byte * STRIP + swapped(row)) * 8 + (inTile % 2 === 0 ? 4 : 0);
}

/** TL2, the look-up-table format of BitNet's x86 kernels. */
export const tl2 = defineFormat({
  id: 'tl2',
  name,
  about:
    'a nibble and a sign bit for each three weights, in the order of the x86 kernel made for BM and BK; the columns left over as pairs',
  ggmlType: 39,
  tiled: true,
  scale: tailScale,
  check: (shape, tiles) => {
    const { rows, columns } = shape;
    const { BM, BK, bm } = tiles;
    if (bm !== STRIP) {
      throw new FlowError('bad-input', `${name} needs bm ${STRIP}; bm is ${bm}`, {
        at: 'bm',
        fix: `give bm as ${STRIP}`,
      });
    }
    mustDivide(name, 'BM', BM, STRIP);
    mustDivide(name, 'BK', BK, 24);
    mustDivide(name, 'rows', rows, BM);
    if (columns < MIN_COLUMNS) {
      throw new FlowError('bad-input', `${name} needs at least ${MIN_COLUMNS} columns; columns is ${columns}`, {
        at: 'columns',
        fix: 'use another format for this shape',
      });
    }
    mustDivide(name, `columns after whole tiles of ${BK}`, columns % BK, 32);
    const { paddingAt, end } = tl2Sections(shape, tiles);
    if (paddingAt > end) {
      throw new FlowError(
        'bad-input',
        `${name} reserves ${end} bytes for this shape; with BK ${BK} the codes take ${paddingAt}`,
        {
          at: 'BK',
          fix: 'choose BK so that at most 256 columns are left after its whole tiles',
        },
      );
    }
  },
  layout: (shape, tiles) => {
    const { end } = tl2Sections(shape, tiles);
    return { codeBytes: end, bytes: end + TAIL_BYTES };
  },
  write: (codes, bytes, shape, tiles) => {
    const sections = tl2Sections(shape, tiles);
    for (let row = 0; row < shape.rows; row++) {
      const first = row * shape.columns;
      for (let triple = 0; triple < sections.tripleColumns / 3; triple++) {
        const i = first + 3 * triple;
        const value = 9 * codes[i]! + 3 * codes[i + 1]! + codes[i + 2]!;
        const bit = tl2IndexAt(row, triple, sections, tiles);
        bytes[bit >>> 3]! |= Math.abs(value) << (bit & 7);
        if (value >= 0) continue;
        const sign = tl2SignAt(row, triple, sections, tiles);
        bytes[sign >>> 3]! |= 1 << (sign & 7);
      }
      for (let pair = 0; pair < sections.pairColumns / 2; pair++) {
        const i = first + sections.tripleColumns + 2 * pair;
        const bit = tl2PairAt(row, pair, sections, tiles);
        bytes[bit >>> 3]! |= (3 * codes[i]! + codes[i + 1]! + 4) << (bit & 7);
      }
    }
  },
  read: (bytes, codes, shape, tiles) => {
    const sections = tl2Sections(shape, tiles);
    for (let row = 0; row < shape.rows; row++) {
      const first = row * shape.columns;
      for (let triple = 0; triple < sections.tripleColumns / 3; triple++) {
        const i = first + 3 * triple;
        const bit = tl2IndexAt(row, triple, sections, tiles);
        const sign = tl2SignAt(row, triple, sections, tiles);
        const size = (bytes[bit >>> 3]! >> (bit & 7)) & 15;
        const negative = (bytes[sign >>> 3]! >> (sign & 7)) & 1;
        if (size > 13) {
          throw new MalformedBytes(
            name,
            bit >>> 3,
            `a triple of size ${size}, for weight ${place(shape, i)}; the largest is 13`,
          );
        }
        if (size === 0 && negative === 1) {
          throw new MalformedBytes(name, sign >>> 3, `a minus sign for three zeros, for weight ${place(shape, i)}`);
        }
        // 13 makes the value the number of one of 27 triples, from (-1, -1, -1) on.
        const number = (negative === 1 ? -size : size) + 13;
        codes[i] = quotient(number, 9) - 1;
        codes[i + 1] = (quotient(number, 3) % 3) - 1;
        codes[i + 2] = (number % 3) - 1;
      }
      for (let pair = 0; pair < sections.pairColumns / 2; pair++) {
        const i = first + sections.tripleColumns + 2 * pair;
        const bit = tl2PairAt(row, pair, sections, tiles);
        const value = (bytes[bit >>> 3]! >> (bit & 7)) & 15;
        if (value > 8)
          throw new MalformedBytes(
            name,
            bit >>> 3,
            `a pair of value ${value}, for weight ${place(shape, i)}; a pair is 0 to 8`,
          );
        codes[i] = quotient(value, 3) - 1;
        codes[i + 1] = (value % 3) - 1;
      }
    }
    for (let i = sections.paddingAt; i < sections.end; i++) {
      if (bytes[i] !== 0) throw new MalformedBytes(name, i, `padding byte ${bytes[i]} is not 0`);
    }
  },
});

/** Number of the strip of 32 rows that holds `row` in column tile `columnTile`. */
function tileOf(row: number, columnTile: number, columnTiles: number, BM: number): number {
  const rowTile = quotient(row, BM);
  const strip = quotient(row % BM, STRIP);
  return (rowTile * columnTiles + columnTile) * (BM / STRIP) + strip;
}

/** Byte of a row among the 32 of its strip. */
function swapped(row: number): number {
  const lane = row % STRIP;
  return SWAP[lane >>> 3]! * 8 + (lane & 7);
}
