/**
 * What BitNet.rs makes of I2_S bytes ("QK256"): four values a byte in order, the first in the low bits, from the table
 * -2, -1, 1, 2, and no scale. The table has no 0, so this is no ternary format and cannot be packed into; it is here to
 * show, and to recognise, the noise that this reading of a good file gives.
 */
export function readAsBitnetRsQk256(bytes: Uint8Array, count: number): Float32Array {
  const values = [-2, -1, 1, 2] as const;
  return Float32Array.from(
    { length: count },
    (_, i) => values[((bytes[i >>> 2]! >> (2 * (i & 3))) & 3) as 0 | 1 | 2 | 3],
  );
}
