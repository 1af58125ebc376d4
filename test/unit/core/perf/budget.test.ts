import { describe, expect, test } from '@jest/globals';
import { decimalText } from '../../../../src/core/contract/decimal.ts';
import { allowedWorsening, limitOf } from '../../../../src/core/perf/budget.ts';

test.each([
  ['5', 'lower', '5'],
  ['0', 'lower', '0'],
  ['2.5', 'higher', '2.5'],
  ['-10', 'higher', '10'],
  ['100', 'lower', '100'],
  ['-10', 'lower', '-10'],
] as const)('a budget of %s where %s is better allows %s %%', (text, direction, allowed) => {
  expect(decimalText(allowedWorsening(text, direction))).toBe(allowed);
});

test('5 % is a ratio of 1.05 upwards and of 0.95 downwards', () => {
  expect(Math.exp(limitOf('5', 'lower'))).toBeCloseTo(1.05, 12);
  expect(Math.exp(-limitOf('-5', 'higher'))).toBeCloseTo(0.95, 12);
});

describe('A-37 A-36 what is no budget is refused with a fix', () => {
  test.each([
    ['+900', 'lower'],
    ['900', 'lower'],
    ['100', 'higher'],
    ['-100', 'higher'],
    ['-100', 'lower'],
    ['NaN', 'lower'],
    ['Infinity', 'lower'],
    ['1e999', 'lower'],
    ['-0', 'lower'],
    ['', 'lower'],
    ['0x10', 'lower'],
    [' 12 ', 'lower'],
    ['45.2abc', 'lower'],
    ['５', 'lower'],
    ['5%', 'lower'],
  ] as const)('%j, %s is better', (text, direction) => {
    expect(() => allowedWorsening(text, direction)).toThrow(
      expect.objectContaining({ code: 'bad-input', at: 'budget_pct', fix: expect.any(String) }),
    );
  });
});
