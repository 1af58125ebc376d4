import { clear, put, rowBytes } from './rows';

/**
 * TQ1_0: blocks of 256 columns in 54 bytes, of which 32 hold five columns each, 32 apart, 16 five columns 16 apart, and 4 four columns 4 apart; an
 * f16 scale ends the block. Returns -1 or the offset of the first byte that no packer writes.
 */
export function decodeTQ1(bytes: usize, out: usize, rows: u32, columns: u32): i32 {
  clear(out, rows, columns);
  let at: u32 = 0;
  for (let row: u32 = 0; row < rows; row++) {
    for (let column: u32 = 0; column < columns; column += 256) {
      for (let byte: u32 = 0; byte < 52; byte++) {
        const run: u32 = byte < 32 ? 0 : byte < 48 ? 32 : 48;
        const apart: u32 = run === 0 ? 32 : run === 32 ? 16 : 4;
        const trits: u32 = run === 48 ? 4 : 5;
        const first = column + run * 5 + byte - run;
        if (!putTrits(load<u8>(bytes + at + byte), trits, out, first, apart)) return at + byte;
      }
      at += 54;
    }
    out += rowBytes(columns);
  }
  return -1;
}

/**
 * Five trits make a number up to 242, spread over 0 to 255 so that a multiplication by 3 brings the next one on top. False for a byte that no
 * number is spread to, and for a fifth trit where there are only four columns.
 */
function putTrits(byte: u32, trits: u32, out: usize, column: u32, apart: u32): bool {
  let number: u32 = 0;
  let rest = byte;
  for (let n: u32 = 0; n < 5; n++) {
    const trit = (rest * 3) >> 8;
    rest = (rest * 3) & 255;
    number = number * 3 + trit;
    if (n < trits) put(out, column + n * apart, trit);
    else if (trit !== 0) return false;
  }
  return (number * 256 + 242) / 243 === byte;
}
