/** A tensor may be followed by zeros up to the alignment of a GGUF file. */
const MAX_ALIGNMENT_BYTES = 31;

/** Whether the bytes have this length, apart from zeros of alignment behind them. */
export function lengthReason(bytes: Uint8Array, size: number): { fits: boolean; reason: string } {
  const rest = bytes.length - size;
  if (rest === 0) return { fits: true, reason: `${size} bytes, as it takes` };
  if (rest > 0 && rest <= MAX_ALIGNMENT_BYTES && bytes.subarray(size).every((byte) => byte === 0)) {
    return { fits: true, reason: `${size} bytes, as it takes, and ${rest} zeros of alignment` };
  }
  return { fits: false, reason: `${bytes.length} bytes; it takes ${size}` };
}
