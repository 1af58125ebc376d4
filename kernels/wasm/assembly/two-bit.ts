// Formats in which each weight has two bits of its own. All return -1, or the offset of the first byte, in the order of the weights, that holds a
// code of no ternary weight. `alphabet` has a byte for each of the four codes, the lowest for code 0: the weight plus 1, or 0xff.
import { clear, put, rowBytes } from './rows';

const ILLEGAL: u32 = 0xff;

/** What a byte holds at a shift: the weight plus 1, or ILLEGAL. */
function meaning(byte: u32, shift: u32, alphabet: u32): u32 {
  return (alphabet >> (((byte >> shift) & 3) << 3)) & 0xff;
}

/**
 * Blocks of columns, each with its codes from byte `first` on, in groups of 4 * `lanes` weights: byte l of a group holds weights l, l + lanes,
 * l + 2 * lanes and l + 3 * lanes of it, the first in the top bits or in the low ones.
 */
export function decodeBlocks(
  bytes: usize,
  out: usize,
  rows: u32,
  columns: u32,
  block: u32,
  blockBytes: u32,
  first: u32,
  lanes: u32,
  topFirst: bool,
  alphabet: u32,
): i32 {
  clear(out, rows, columns);
  let at: u32 = 0;
  for (let row: u32 = 0; row < rows; row++) {
    for (let column: u32 = 0; column < columns; at += blockBytes) {
      const blockEnd = column + block;
      for (let group = at + first; column < blockEnd; group += lanes) {
        for (let part: u32 = 0; part < 4; part++) {
          const shift = (topFirst ? 3 - part : part) << 1;
          for (let lane: u32 = 0; lane < lanes; lane++) {
            const code = meaning(load<u8>(bytes + group + lane), shift, alphabet);
            if (code === ILLEGAL) return group + lane;
            put(out, column++, code);
          }
        }
      }
    }
    out += rowBytes(columns);
  }
  return -1;
}

/** I2_S is what `multiply` reads: it is copied, after a look for code 11 at 16 bytes a time. True when there is none. */
export function copyI2S(bytes: usize, out: usize, size: u32): bool {
  memory.copy(out, bytes, size);
  const low = i8x16.splat(0x55);
  for (let at: u32 = 0; at < size; at += 16) {
    const v = v128.load(bytes + at);
    if (v128.any_true(v128.and(v128.and(v, i16x8.shr_u(v, 1)), low))) return false;
  }
  return true;
}

/** A byte for each column of four rows: either neighbours, the first in the top bits, or one of each quarter, the first in the low bits. */
export function decodeFourRows(
  bytes: usize,
  out: usize,
  rows: u32,
  columns: u32,
  neighbours: bool,
  alphabet: u32,
): i32 {
  clear(out, rows, columns);
  const quarter = rows >> 2;
  for (let row: u32 = 0; row < rows; row++) {
    const line = (neighbours ? row >> 2 : row % quarter) * columns;
    const shift = neighbours ? 6 - ((row & 3) << 1) : (row / quarter) << 1;
    for (let column: u32 = 0; column < columns; column++) {
      const code = meaning(load<u8>(bytes + line + column), shift, alphabet);
      if (code === ILLEGAL) return line + column;
      put(out, column, code);
    }
    out += rowBytes(columns);
  }
  return -1;
}

/** W2A8: tiles of 16 rows by 32 columns in 128 bytes; a word of 4 bytes has 16 columns of one row, every fourth of them in the same byte. */
export function decodeW2A8(bytes: usize, out: usize, rows: u32, columns: u32, alphabet: u32): i32 {
  clear(out, rows, columns);
  for (let row: u32 = 0; row < rows; row++) {
    for (let column: u32 = 0; column < columns; column++) {
      const tile = (row >> 4) * (columns >> 5) + (column >> 5);
      const word = ((row >> 3) & 1) * 16 + ((column >> 4) & 1) * 8 + (row & 7);
      const at = tile * 128 + word * 4 + (column & 3);
      const code = meaning(load<u8>(bytes + at), ((column & 15) >> 2) << 1, alphabet);
      if (code === ILLEGAL) return at;
      put(out, column, code);
    }
    out += rowBytes(columns);
  }
  return -1;
}
