import { expect, test } from '@jest/globals';
import { studentT, studentTQuantile } from '../../../../src/core/perf/student-t.ts';

// Published tables of the distribution.
test.each([
  [0.975, 1, 12.7062047362],
  [0.975, 2, 4.3026527297],
  [0.975, 4, 2.7764451052],
  [0.975, 9, 2.2621571628],
  [0.95, 10, 1.8124611228],
  [0.995, 5, 4.0321429836],
  [0.9995, 6, 5.9588161788],
  [0.8, 9, 0.883403859686],
  [0.975, 120, 1.9799304051],
  [0.5, 7, 0],
])('the %d quantile with %d degrees of freedom', (p, df, t) => {
  expect(studentTQuantile(p, df)).toBeCloseTo(t, 8);
  expect(studentT(studentTQuantile(p, df), df)).toBeCloseTo(p, 9);
});

test('it is symmetric and ends at the normal distribution', () => {
  for (const t of [0.1, 1, 3]) expect(studentT(-t, 5) + studentT(t, 5)).toBeCloseTo(1, 12);
  expect(studentTQuantile(0.975, 100_000)).toBeCloseTo(1.96, 2);
});

test.each([
  [0.4, 5],
  [1, 5],
  [0.9, 0],
  [0.9, 1.5],
  [Number.NaN, 3],
])('no quantile %d with %d degrees of freedom', (p, df) => {
  expect(() => studentTQuantile(p, df)).toThrow(RangeError);
});
