/**
 * The two 16-bit floats that scales are stored in: f16 (IEEE 754 binary16, ggml's blocks) and bf16 (the upper half of
 * an f32, the GPU layout). Narrowing rounds to nearest, ties to even; widening is exact.
 */
const view = new DataView(new ArrayBuffer(4));

/** The bits of the f32 nearest to `value`. */
export function f32Bits(value: number): number {
  view.setFloat32(0, value);
  return view.getUint32(0);
}

/** The f32 that has these bits. */
export function f32FromBits(bits: number): number {
  view.setUint32(0, bits);
  return view.getFloat32(0);
}

/** The value of an f16, exact. */
export function f16ToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The f16 nearest to an f32, ties to even; beyond 65519 it is an infinity, a NaN stays a (quiet) NaN. */
export function f16FromNumber(value: number): number {
  const bits = f32Bits(value);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = (bits >>> 23) & 0xff;
  const fraction = bits & 0x7fffff;
  if (exponent === 255) return sign | (fraction === 0 ? 0x7c00 : 0x7e00 | (fraction >>> 13));
  const rebased = exponent - 112;
  if (rebased >= 31) return sign | 0x7c00;
  // A carry out of the fraction runs into the exponent, which is what rounding up to the next power of two (or to infinity) means.
  if (rebased > 0) return sign | roundOff((rebased << 23) | fraction, 13);
  if (rebased < -10) return sign;
  return sign | roundOff(fraction | 0x800000, 14 - rebased);
}

/** The value of a bf16, exact. */
export function bf16ToNumber(bits: number): number {
  return f32FromBits((bits << 16) >>> 0);
}

/** The bf16 nearest to an f32, ties to even; a NaN stays a (quiet) NaN. */
export function bf16FromNumber(value: number): number {
  const bits = f32Bits(value);
  if (Number.isNaN(value)) return (bits >>> 16) | 0x40;
  return roundOff(bits, 16);
}

/** Half the distance between neighbouring floats of a type at `value`: the largest error that narrowing an f32 may make. */
export function halfUlp(type: 'f32' | 'f16' | 'bf16', value: number): number {
  if (type === 'f32') return 0;
  const exponent = ((f32Bits(value) >>> 23) & 0xff) - 127;
  return type === 'f16' ? 2 ** (Math.max(exponent, -14) - 11) : 2 ** (exponent - 8);
}

/** `bits` without its `count` lowest bits, rounded to nearest, ties to even. */
function roundOff(bits: number, count: number): number {
  const kept = Math.floor(bits / 2 ** count);
  const rest = bits - kept * 2 ** count;
  const half = 2 ** (count - 1);
  return rest > half || (rest === half && kept % 2 === 1) ? kept + 1 : kept;
}
