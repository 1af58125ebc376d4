import { decimalText, parseDecimal, type Decimal } from '../contract/decimal.ts';
import { FlowError } from '../errors.ts';

/** Which way a metric gets better; from the registry, never from the branch. */
export const DIRECTIONS = ['higher', 'lower'] as const;
export type Direction = (typeof DIRECTIONS)[number];

const HUNDRED = parseDecimal('100')!;

/**
 * By how many per cent a metric may get worse, from the text of a budget: `5`, and for a metric that is better higher also `-5`, which is how
 * budgets are written that limit the change itself. Throws for what is no plain decimal, for more than 100 %, under which no change could
 * fail, and for a budget that would demand an improvement.
 */
export function allowedWorsening(text: string, direction: Direction): Decimal {
  const refuse = (why: string, fix: string) =>
    new FlowError('bad-input', `${JSON.stringify(text.slice(0, 40))} is no budget: ${why}`, { at: 'budget_pct', fix });
  const value = parseDecimal(text);
  if (value === undefined) throw refuse('it is no plain decimal number', 'write per cent as 5 or 2.5');
  if (value < 0n && direction === 'lower')
    throw refuse(
      'a metric that is better lower gets worse by rising',
      `write ${decimalText(-value)} for a rise of ${decimalText(-value)} %`,
    );
  const size = value < 0n ? -value : value;
  if (size > HUNDRED || (size === HUNDRED && direction === 'higher'))
    throw refuse(
      'with it no change could ever fail',
      direction === 'higher' ? 'give less than 100' : 'give at most 100',
    );
  return size;
}

/** The largest worsening that a budget allows, as a natural logarithm of a ratio that is above 1 when head is worse. */
export function limitOf(text: string, direction: Direction): number {
  const share = Number(decimalText(allowedWorsening(text, direction))) / 100;
  return direction === 'lower' ? Math.log1p(share) : -Math.log1p(-share);
}

/** Turns a logarithm of head over base into one that is above 0 when head is worse, and back. */
export function worse(logRatio: number, direction: Direction): number {
  return direction === 'lower' ? logRatio : -logRatio;
}
