import { valueOf, type Constants } from './arithmetic.ts';
import { classify, type Bound, type Looser } from './bounds.ts';
import { operandAt, operandBefore } from './operand.ts';

/** What an assertion compares: `left` without the factors that were taken over to the other side. */
interface Comparison {
  readonly left: string;
  readonly looser: Looser;
  readonly limit: string;
  /** The limit stands in front of the operator. */
  readonly flipped: boolean;
}

const OPERATOR = /(?<=\s)(<=|>=|<|>)(?=\s)/g;
const FACTOR = /^(.*\S)\s*([*/])\s*([-+.\d][\w.+-]*)$/;
const LEADING = /^([-+.\d][\w.+-]*)\s*\*\s*(\S.*)$/;
const NUMERIC = /^[-+]?[.\d][\w.+-]*$/;

/**
 * The limits of an assertion's comparisons with names and expressions, for what a pair of numbers does not tell: a name that stands for a
 * larger number, a limit times a factor. `constants` gives the values of names.
 */
export function comparedBounds(code: string, constants: Constants): (Bound & { readonly literal: boolean })[] {
  return comparisonsOf(code).map(({ left, looser, limit, flipped }) => {
    const value = valueOf(limit, constants);
    const number = NUMERIC.test(limit);
    const words = limit.match(/[A-Za-z_$][\w$]*/g) ?? [];
    const bounds = number || !Number.isNaN(value) || words.some((word) => classify(word).kind !== 'plain');
    const key = `against ${looser} ${left.replace(/\s+/g, '')}`;
    return {
      key,
      name: 'assertion',
      kind: bounds ? 'sure' : 'plain',
      looser,
      value,
      text: limit,
      literal: number && !flipped,
    };
  });
}

function comparisonsOf(code: string): Comparison[] {
  return [...code.matchAll(OPERATOR)].flatMap(({ 0: operator, index }): Comparison[] => {
    const left = operandBefore(code, index);
    const right = operandAt(code, index + operator.length);
    if (left === '' || right === '') return [];
    const up = operator.startsWith('<');
    // `1e-5 > error` says the same as `error < 1e-5`.
    return NUMERIC.test(left) && !NUMERIC.test(right)
      ? [{ ...scaled(right, left, up ? 'down' : 'up'), flipped: true }]
      : [{ ...scaled(left, right, up ? 'up' : 'down'), flipped: false }];
  });
}

/** `error * 0.001 < LIMIT` is a limit 1,000 times as large. */
function scaled(left: string, limit: string, looser: Looser): Omit<Comparison, 'flipped'> {
  const behind = FACTOR.exec(left);
  if (behind !== null) {
    const [, rest, operator, factor] = behind;
    return { left: rest!, looser, limit: `${limit} ${operator === '*' ? '/' : '*'} ${factor}` };
  }
  const front = LEADING.exec(left);
  return front === null ? { left, looser, limit } : { left: front[2]!, looser, limit: `${limit} / ${front[1]}` };
}
