import { decimalText, parseDecimal, type Decimal } from '../contract/decimal.ts';
import { FlowError } from '../errors.ts';

/** Which way a metric gets better; from the registry, never from the branch. */
export const DIRECTIONS = ['higher', 'lower'] as const;
export type Direction = (typeof DIRECTIONS)[number];

const HUNDRED = parseDecimal('100')!;

/**
 * By how many per cent a metric may get worse, from the text of a budget, or why that is none. `5` allows 5 % in either direction. A sign is read as
 * that of the change itself: where higher is better, `-5` allows a fall of 5 %, too; where lower is better, it demands one, and -5 is given. Refused
 * is what is no plain decimal, and what no change could exceed, or fulfil.
 */
export function readBudget(
  text: string,
  direction: Direction,
): Decimal | { readonly why: string; readonly fix: string } {
  const value = parseDecimal(text);
  if (value === undefined) return { why: 'it is no plain decimal number', fix: 'write per cent as 5 or 2.5' };
  const allowed = direction === 'higher' && value < 0n ? -value : value;
  if (allowed > HUNDRED || (allowed === HUNDRED && direction === 'higher'))
    return {
      why: 'with it no change could ever fail',
      fix: direction === 'higher' ? 'give less than 100' : 'give at most 100',
    };
  if (allowed <= -HUNDRED) return { why: 'nothing falls that far', fix: 'give more than -100' };
  return allowed;
}

/** The same, where a budget that is none is thrown as `bad-input`. */
export function allowedWorsening(text: string, direction: Direction): Decimal {
  const read = readBudget(text, direction);
  if (typeof read === 'bigint') return read;
  throw new FlowError('bad-input', `${JSON.stringify(text.slice(0, 40))} is no budget: ${read.why}`, {
    at: 'budget_pct',
    fix: read.fix,
  });
}

/** The largest worsening that a budget allows, as a natural logarithm of a ratio that is above 1 when head is worse; below 0 where it demands better. */
export function limitOf(text: string, direction: Direction): number {
  const share = Number(decimalText(allowedWorsening(text, direction))) / 100;
  return direction === 'lower' ? Math.log1p(share) : -Math.log1p(-share);
}

/** Turns a logarithm of head over base into one that is above 0 when head is worse, and back. */
export function worse(logRatio: number, direction: Direction): number {
  return direction === 'lower' ? logRatio : -logRatio;
}
