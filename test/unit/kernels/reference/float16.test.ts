import { describe, expect, test } from '@jest/globals';
import {
  bf16FromNumber,
  bf16ToNumber,
  f16FromNumber,
  f16ToNumber,
  f32FromBits,
  halfUlp,
} from '../../../../kernels/reference/float16.ts';

const types = [
  { name: 'f16', widen: f16ToNumber, narrow: f16FromNumber, infinity: 0x7c00 },
  { name: 'bf16', widen: bf16ToNumber, narrow: bf16FromNumber, infinity: 0x7f80 },
];

describe.each(types)('$name', ({ name, widen, narrow, infinity }) => {
  test('all 65,536 patterns survive widening and narrowing', () => {
    const wrong: number[] = [];
    for (let bits = 0; bits < 65_536; bits++) {
      const value = widen(bits);
      const back = narrow(value);
      const kept = Number.isNaN(value) ? Number.isNaN(widen(back)) : back === bits;
      if (!kept) wrong.push(bits);
    }
    expect(wrong).toEqual([]);
  });

  test('between any two neighbours: nearest, and the even one in the middle', () => {
    const wrong: number[] = [];
    for (let bits = 0; bits < infinity; bits++) {
      const low = widen(bits);
      // The infinity is where the next value would be if the exponents went on.
      const high = bits + 1 === infinity ? 2 * low - widen(bits - 1) : widen(bits + 1);
      const middle = (low + high) / 2;
      const even = bits % 2 === 0 ? bits : bits + 1;
      if (Math.fround(middle) === middle && narrow(middle) !== even) wrong.push(bits);
      if (narrow(nextF32(middle, -1)) !== bits || narrow(nextF32(middle, 1)) !== bits + 1) wrong.push(bits);
      if (narrow(-nextF32(middle, 1)) !== bits + 1 + 0x8000) wrong.push(bits);
    }
    expect(wrong).toEqual([]);
  });

  test('narrowing never errs by more than half a step', () => {
    for (let i = 0; i < 20_000; i++) {
      const value = f32FromBits(0x38800000 + i * 4099);
      if (value > 60_000) break;
      expect(Math.abs(widen(narrow(value)) - value)).toBeLessThanOrEqual(halfUlp(name as 'f16' | 'bf16', value));
    }
  });
});

test('the known values of f16', () => {
  expect([0x0000, 0x0001, 0x03ff, 0x0400, 0x3c00, 0x7bff, 0xc000].map(f16ToNumber)).toEqual([
    0,
    2 ** -24,
    1023 * 2 ** -24,
    2 ** -14,
    1,
    65504,
    -2,
  ]);
  expect([65504, 65519.996, 65520, 2 ** -25, 1.5 * 2 ** -25, 0.1].map(f16FromNumber)).toEqual([
    0x7bff, 0x7bff, 0x7c00, 0x0000, 0x0001, 0x2e66,
  ]);
});

/** The f32 next to a value, or the value narrowed when that lies on the wanted side already. */
function nextF32(value: number, direction: 1 | -1): number {
  const near = Math.fround(value);
  if ((near - value) * direction > 0) return near;
  const bits = new DataView(new ArrayBuffer(4));
  bits.setFloat32(0, near);
  bits.setUint32(0, bits.getUint32(0) + direction);
  return bits.getFloat32(0);
}
