import { expect, test } from '@jest/globals';
import { roundHalfAway, roundHalfEven } from '../../../../kernels/reference/rounding.ts';

test.each([
  [0.5, 0, 1],
  [1.5, 2, 2],
  [2.5, 2, 3],
  [-0.5, 0, -1],
  [-1.5, -2, -2],
  [-2.5, -2, -3],
  [126.5, 126, 127],
  [0.49999997, 0, 0],
  [-0.49999997, 0, 0],
  [8388609, 8388609, 8388609],
  [-8388609, -8388609, -8388609],
  [7.999999, 8, 8],
])('%d is %d half to even and %d half away from zero', (value, even, away) => {
  expect(roundHalfEven(value) + 0).toBe(even);
  expect(roundHalfAway(value) + 0).toBe(away);
});

test('Math.round is neither: the reason why the two are written out', () => {
  expect([Math.round(2.5), Math.round(-2.5)]).toEqual([3, -2]);
  expect([roundHalfEven(2.5), roundHalfEven(-2.5), roundHalfAway(-2.5)]).toEqual([2, -2, -3]);
});
