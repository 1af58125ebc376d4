/**
 * The one grammar of a number in a contract or an attestation: plain decimal digits, at most 15 before and 9 behind the
 * point. NaN, Infinity, hex, exponents, a plus, -0 and white space are outside of it (A-36).
 */
export const DECIMAL = /^(?!-0(\.0+)?$)-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/;

const FRACTION_DIGITS = 9;
const ONE = 10n ** BigInt(FRACTION_DIGITS);

/** A number of that grammar, exactly: its value times 10^9. Two of them compare with `<`, `===` and `>`. */
export type Decimal = bigint;

/** The value of a decimal text, or undefined when it is not of the grammar. */
export function parseDecimal(text: string): Decimal | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * ONE + BigInt(fraction.padEnd(FRACTION_DIGITS, '0'));
  return text.startsWith('-') ? -value : value;
}

/** The shortest text of a decimal: no zeros at the end, no point when it is whole, never `-0`. */
export function decimalText(value: Decimal): string {
  const size = value < 0n ? -value : value;
  const fraction = String(size % ONE)
    .padStart(FRACTION_DIGITS, '0')
    .replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`: `5.0` and `5` are equal. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * By how many per cent `result` differs from `baseline`, rounded to `digits` (0 to 9) behind the point, halves away from
 * zero. Undefined for a baseline that is not positive: nothing is a share of it (A-37).
 */
export function deltaPct(baseline: Decimal, result: Decimal, digits = FRACTION_DIGITS): Decimal | undefined {
  if (baseline <= 0n) return undefined;
  const step = 10n ** BigInt(FRACTION_DIGITS - digits);
  // In steps of the last digit: (result - baseline) * 100 / baseline * 10^9 / step, and half a step for the rounding.
  const numerator = (result - baseline) * 100n * ONE;
  const denominator = baseline * step;
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = ((2n * size + denominator) / (2n * denominator)) * step;
  return numerator < 0n ? -rounded : rounded;
}

/**
 * -1, 0 or 1 as the change from `baseline` to `result` in per cent is less than, equal to or greater than `pct`, without
 * any rounding. Undefined for a baseline that is not positive.
 */
export function compareDeltaPct(baseline: Decimal, result: Decimal, pct: Decimal): -1 | 0 | 1 | undefined {
  if (baseline <= 0n) return undefined;
  return compareDecimals((result - baseline) * 100n * ONE, pct * baseline);
}
