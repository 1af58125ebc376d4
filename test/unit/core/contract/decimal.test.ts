import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compareDecimals,
  compareDeltaPct,
  decimalText,
  DECIMAL,
  deltaPct,
  parseDecimal,
} from '../../../../src/core/contract/decimal.ts';
import { decimalTexts } from './arbitrary.ts';

/** The value of a text as a fraction over a power of ten, by a way of its own. */
function fraction(text: string): { over: bigint; under: bigint } {
  const [whole, part = ''] = text.split('.');
  return { over: BigInt(`${whole}${part}`), under: 10n ** BigInt(part.length) };
}

const value = (text: string): bigint => parseDecimal(text)!;

describe('decimal', () => {
  test.each([
    'NaN',
    'Infinity',
    '1e999',
    '1e3',
    '-0',
    '-0.0',
    '-0.000000000',
    '',
    ' ',
    '0x10',
    ' 12',
    '12 ',
    '12\n',
    '45.2abc',
    '１２',
    '٣',
    '+900',
    '+0',
    '.5',
    '5.',
    '01',
    '-01',
    '00',
    '1_000',
    '1,5',
    '1.2.3',
    '--1',
    '-',
    '1.0000000001',
    '1000000000000000',
    '0o7',
    '1n',
    'null',
    '5%',
  ])('A-36 %j is no decimal', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
    expect(DECIMAL.test(text)).toBe(false);
  });

  test.each([
    ['0', 0n],
    ['0.0', 0n],
    ['5', 5_000_000_000n],
    ['-0.000000001', -1n],
    ['2.50', 2_500_000_000n],
    ['999999999999999.999999999', 999_999_999_999_999_999_999_999n],
    ['-999999999999999.999999999', -999_999_999_999_999_999_999_999n],
  ])('%s', (text, scaled) => {
    expect(parseDecimal(text)).toBe(scaled);
  });

  test('A-36 the value is the one that BigInt computes from the digits', () => {
    fc.assert(
      fc.property(decimalTexts, (text) => {
        const { over, under } = fraction(text);
        expect(value(text) * under).toBe(over * 10n ** 9n);
      }),
    );
  });

  test('A-36 any text is of the grammar, or has no value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9.eE]{0,20}$/)), (text) => {
        const parsed = parseDecimal(text);
        expect(parsed !== undefined).toBe(DECIMAL.test(text));
        if (parsed !== undefined) expect(Number(decimalText(parsed))).toBe(Number(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('the shortest text has the same value, and is its own shortest text', () => {
    fc.assert(
      fc.property(decimalTexts, (text) => {
        const short = decimalText(value(text));
        expect(value(short)).toBe(value(text));
        expect(short.length).toBeLessThanOrEqual(text.length);
        expect(decimalText(value(short))).toBe(short);
      }),
    );
  });

  test('A-36 order is the order of the exact fractions', () => {
    fc.assert(
      fc.property(decimalTexts, decimalTexts, (a, b) => {
        const [left, right] = [fraction(a), fraction(b)];
        const exact = left.over * right.under - right.over * left.under;
        expect(compareDecimals(value(a), value(b))).toBe(exact < 0n ? -1 : exact > 0n ? 1 : 0);
      }),
    );
    expect(compareDecimals(value('5.0'), value('5'))).toBe(0);
  });

  test.each([
    ['100', '105', 9, '5'],
    ['100', '95', 9, '-5'],
    ['3', '4', 2, '33.33'],
    ['3', '2', 2, '-33.33'],
    ['8', '8.0004', 2, '0.01'],
    ['8', '7.9996', 2, '-0.01'],
    ['8', '8.00039', 2, '0'],
    ['8', '7.99961', 2, '0'],
    ['1', '1', 0, '0'],
  ])('from %s to %s, rounded to %d digits: %s %%', (baseline, result, digits, pct) => {
    expect(decimalText(deltaPct(value(baseline), value(result), digits)!)).toBe(pct);
  });

  test.each(['0', '0.0', '-1'])('A-37 nothing is a share of the baseline %s', (baseline) => {
    expect(deltaPct(value(baseline), value('1'))).toBeUndefined();
    expect(compareDeltaPct(value(baseline), value('1'), 0n)).toBeUndefined();
  });

  test('A-37 the change against a budget is compared exactly', () => {
    fc.assert(
      fc.property(
        decimalTexts.filter((text) => value(text) > 0n),
        decimalTexts,
        decimalTexts,
        (baseline, result, pct) => {
          const [a, b, budget] = [fraction(baseline), fraction(result), fraction(pct)];
          // (b - a) / a * 100 against the budget, over one denominator.
          const left = (b.over * a.under - a.over * b.under) * 100n * budget.under;
          const right = budget.over * a.over * b.under;
          expect(compareDeltaPct(value(baseline), value(result), value(pct))).toBe(
            left < right ? -1 : left > right ? 1 : 0,
          );
        },
      ),
    );
    // A tie that floating point numbers miss: 0.1 to 0.3 is 200 %.
    expect(compareDeltaPct(value('0.1'), value('0.3'), value('200'))).toBe(0);
  });
});
