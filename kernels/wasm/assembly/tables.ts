// TL1 and TL2, whose bytes lie in the order of kernels made for BM rows, BK columns and strips of bm rows. Both return -1 or the offset of the first
// byte, in the order of the weights, that no packer writes.
import { clear, put, rowBytes } from './rows';

/** The nibble with an even number stands in the high half of its byte. */
function nibble(byte: u32, number: u32): u32 {
  return number & 1 ? byte & 15 : byte >> 4;
}

/** Writes two weights from their number in base 3; false for a number that has none. */
function putPair(out: usize, column: u32, value: u32): bool {
  if (value > 8) return false;
  put(out, column, value / 3);
  put(out, column + 1, value % 3);
  return true;
}

/** TL1: a nibble for each pair of columns. */
export function decodeTL1(bytes: usize, out: usize, rows: u32, columns: u32, BM: u32, BK: u32, bm: u32): i32 {
  clear(out, rows, columns);
  const by = 256 / bm;
  for (let row: u32 = 0; row < rows; row++) {
    const strip = (row % BM) / bm;
    const lane = row % bm;
    for (let column: u32 = 0; column < columns; column += 2) {
      const tile = (row / BM) * (columns / BK) + column / BK;
      const step = (column % BK) / by;
      const pair = (column % by) >> 1;
      // Of each tile the strips, of a strip the steps, of a step 16 rows after 16, of those two pairs after two: one byte for each row.
      const sixteen = ((tile * (BM / bm) + strip) * (BK / by) + step) * (bm >> 4) + (lane >> 4);
      const at = (sixteen * (by >> 2) + (pair >> 1)) * 16 + (lane & 15);
      if (!putPair(out, column, nibble(load<u8>(bytes + at), pair))) return at;
    }
    out += rowBytes(columns);
  }
  return -1;
}

/** Place of a row among the 32 bytes of its strip: the second and third group of eight rows change places. */
function swapped(row: u32): u32 {
  const group = (row >> 3) & 3;
  return (((group & 1) << 1) | (group >> 1)) * 8 + (row & 7);
}

/**
 * TL2: triples of columns as far as whole tiles of BK go, as a nibble of size and a bit of sign in a section of its own; the columns after them as
 * pairs; zeros up to `end`, where the scale stands.
 */
export function decodeTL2(bytes: usize, out: usize, rows: u32, columns: u32, BM: u32, BK: u32, end: u32): i32 {
  clear(out, rows, columns);
  const tiles = columns / BK;
  const tripleColumns = tiles * BK;
  const pairColumns = columns - tripleColumns;
  const signs = (rows * tripleColumns) / 6;
  const pairs = signs + (rows * tripleColumns) / 24;
  const strips = BM >> 5;
  for (let row: u32 = 0; row < rows; row++) {
    const rowTile = row / BM;
    const strip = (row % BM) >> 5;
    for (let column: u32 = 0; column < tripleColumns; column += 3) {
      const tile = (rowTile * tiles + column / BK) * strips + strip;
      const triple = (column % BK) / 3;
      const at = (tile * (BK / 6) + (triple >> 1)) * 32 + swapped(row);
      const size = nibble(load<u8>(bytes + at), triple);
      if (size > 13) return at;
      // Sixteen signs a word: for each of eight triples the row of the upper half of the strip, then that of the lower, from the top bit on.
      const word = signs + ((tile * (BK / 24) + (triple >> 3)) * 16 + (row & 15)) * 2;
      const bit = 15 - ((triple & 7) << 1) - ((row >> 4) & 1);
      const negative = ((<u32>load<u16>(bytes + word)) >> bit) & 1;
      if (negative && size === 0) return word + (bit >> 3);
      const number = negative ? 13 - size : 13 + size;
      put(out, column, number / 9);
      put(out, column + 1, (number / 3) % 3);
      put(out, column + 2, number % 3);
    }
    for (let column: u32 = 0; column < pairColumns; column += 2) {
      const tile = (rowTile * (pairColumns >> 5) + (column >> 5)) * strips + strip;
      const pair = (column & 31) >> 1;
      const at = pairs + (tile * 8 + (pair >> 1)) * 32 + swapped(row);
      if (!putPair(out, tripleColumns + column, nibble(load<u8>(bytes + at), pair))) return at;
    }
    out += rowBytes(columns);
  }
  for (let at = pairs + ((rows * pairColumns) >> 2); at < end; at++) {
    if (load<u8>(bytes + at) !== 0) return at;
  }
  return -1;
}
