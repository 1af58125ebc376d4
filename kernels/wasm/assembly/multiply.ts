// The product. A 16-bit lane of packed bytes is masked so that one code of it is left, standing 2^shift too high; the activations that it meets are
// stored 2^(6 - shift) too high. So every product is 64 times too large, needs no shift of its own, and adds up with all others in one register:
// for each 8 weights there is a mask, a multiplication that adds neighbours into 32 bits, and an addition. Nothing is ever summed in 16 bits.
import { rowBytes } from './rows';

/** Blocks of 128 columns after which sums are scaled back. Each adds at most 32 * 2 * 128 * 64 = 2^19 to a lane: 2^30 in all. */
const BLOCKS: u32 = 2048;

/** Bytes of a spread row of activations. */
export function spreadBytes(columns: u32): u32 {
  return rowBytes(columns) << 3;
}

/**
 * Writes a row of int8 activations as int16 in the order in which `multiply` meets them: for each block, each half of its 32 bytes, the even and
 * then the odd bytes, the four codes of a byte from the top. Returns the sum of the activations.
 */
export function spread(x: usize, columns: u32, out: usize): i32 {
  let sum: i32 = 0;
  const end = rowBytes(columns) << 2;
  for (let block: u32 = 0; block < end; block += 128) {
    for (let half: u32 = 0; half < 32; half += 16) {
      for (let odd: u32 = 0; odd < 2; odd++) {
        for (let part: u32 = 0; part < 4; part++) {
          for (let lane: u32 = 0; lane < 16; lane += 2) {
            const column = block + part * 32 + half + lane + odd;
            const value: i32 = column < columns ? load<i8>(x + column) : 0;
            sum += value;
            store<i16>(out, <i16>(value << (part << 1)));
            out += 2;
          }
        }
      }
    }
  }
  return sum;
}

/**
 * Products of `rows` rows of weights with `count` rows of spread activations, whose sums are an int32 each at `sums`: output n * rows + m at `y`.
 * Sums wrap around in 32 bits on the way; the result fits as long as 128 * columns does.
 */
export function multiply(w: usize, rows: usize, columns: u32, x: usize, sums: usize, count: usize, y: usize): void {
  const stride: usize = rowBytes(columns);
  const blocks = rowBytes(columns) >> 5;
  const spreadRow: usize = spreadBytes(columns);
  for (let m: usize = 0; m < rows; m += 4) {
    const weights = w + m * stride;
    for (let n: usize = 0; n < count; n++) {
      const out = y + ((n * rows + m) << 2);
      const activations = x + n * spreadRow;
      const sum = load<i32>(sums + (n << 2));
      if (m + 4 <= rows) {
        v128.store(out, i32x4.sub(fourRows(weights, stride, activations, blocks), i32x4.splat(sum)));
      } else {
        for (let i: usize = 0; m + i < rows; i++) {
          const one = fourRows(weights + i * stride, 0, activations, blocks);
          store<i32>(out + (i << 2), i32x4.extract_lane(one, 0) - sum);
        }
      }
    }
  }
}

/** Sums of code times activation for four rows of weights, `stride` bytes apart. */
function fourRows(w: usize, stride: usize, x: usize, blocks: u32): v128 {
  let y = i32x4.splat(0);
  while (blocks > BLOCKS) {
    y = i32x4.add(y, someBlocks(w, stride, x, BLOCKS));
    w += BLOCKS << 5;
    x += BLOCKS << 8;
    blocks -= BLOCKS;
  }
  return i32x4.add(y, someBlocks(w, stride, x, blocks));
}

function someBlocks(w: usize, stride: usize, x: usize, blocks: u32): v128 {
  const m6 = i16x8.splat(0xc0);
  const m4 = i16x8.splat(0x30);
  const m2 = i16x8.splat(0x0c);
  const m0 = i16x8.splat(0x03);
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  const end = w + (blocks << 5);
  while (w < end) {
    // Sixteen bytes of each row: 64 columns.
    let p = v128.load(w);
    let q = v128.load(w + stride);
    let r = v128.load(w + 2 * stride);
    let s = v128.load(w + 3 * stride);

    let v = v128.load(x);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.and(p, m6), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.and(q, m6), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.and(r, m6), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.and(s, m6), v));
    v = v128.load(x, 16);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.and(p, m4), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.and(q, m4), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.and(r, m4), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.and(s, m4), v));
    v = v128.load(x, 32);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.and(p, m2), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.and(q, m2), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.and(r, m2), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.and(s, m2), v));
    v = v128.load(x, 48);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.and(p, m0), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.and(q, m0), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.and(r, m0), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.and(s, m0), v));

    // The odd bytes come down to where the even ones were.
    p = i16x8.shr_u(p, 8);
    q = i16x8.shr_u(q, 8);
    r = i16x8.shr_u(r, 8);
    s = i16x8.shr_u(s, 8);
    v = v128.load(x, 64);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.and(p, m6), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.and(q, m6), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.and(r, m6), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.and(s, m6), v));
    v = v128.load(x, 80);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.and(p, m4), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.and(q, m4), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.and(r, m4), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.and(s, m4), v));
    v = v128.load(x, 96);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.and(p, m2), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.and(q, m2), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.and(r, m2), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.and(s, m2), v));
    v = v128.load(x, 112);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.and(p, m0), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.and(q, m0), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.and(r, m0), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.and(s, m0), v));

    w += 16;
    x += 128;
  }
  const sums = i32x4.splat(sumOf(a));
  return i32x4.replace_lane(i32x4.replace_lane(i32x4.replace_lane(sums, 1, sumOf(b)), 2, sumOf(c)), 3, sumOf(d));
}

/** The sum of four lanes, each of which is 64 times too large. */
function sumOf(v: v128): i32 {
  v = i32x4.shr_s(v, 6);
  return i32x4.extract_lane(v, 0) + i32x4.extract_lane(v, 1) + i32x4.extract_lane(v, 2) + i32x4.extract_lane(v, 3);
}
