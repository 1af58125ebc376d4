// How a matrix lies in memory while it is worked with: row by row, each padded to whole blocks of 128 columns in 32 bytes. Column c of a block is in
// byte c % 32, the first 32 columns in the top bits; two bits hold the weight plus 1. That is I2_S, in which a row of any length begins a block.

/** Bytes of a row. */
export function rowBytes(columns: u32): u32 {
  return ((columns + 127) >> 7) << 5;
}

/** Clears a matrix, so that `put` can write into it. What stays clear, the padding, counts as -1 and meets activations of 0. */
export function clear(rows: usize, count: u32, columns: u32): void {
  memory.fill(rows, 0, <usize>count * rowBytes(columns));
}

/** Writes the weight plus 1 of one column into a cleared row. */
export function put(row: usize, column: u32, code: u32): void {
  const at = row + ((column >> 7) << 5) + (column & 31);
  const shift = 6 - (((column >> 5) & 3) << 1);
  store<u8>(at, load<u8>(at) | (code << shift));
}
