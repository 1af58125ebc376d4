import { type CrossvalReport, type OperatorRow, shortNumber } from '../../core/parity/crossval-report.ts';
import type { ParityProblem } from '../../core/parity/report.ts';
import { printable } from '../../core/text.ts';
import type { Comparison, EndToEnd, OperatorComparison } from '../../../kernels/oracle/compare.ts';

/** Rows that a report holds; those that fail come first when there are more. */
const MAX_ROWS = 3000;

/** `ffn act, layer 0`. */
export const placeOf = ({ words, layer }: Pick<OperatorRow, 'words' | 'layer'>): string =>
  layer === null ? words : `${words}, layer ${layer}`;

/** The part of a report that a comparison with a dump fills. */
export function comparisonReport(
  comparison: Comparison,
): Pick<CrossvalReport, 'operators' | 'moreOperators' | 'flips' | 'endToEnd' | 'firstDivergence'> {
  const rows = comparison.operators.map(rowOf);
  const first = rows.find(({ ok }) => !ok);
  const kept =
    rows.length <= MAX_ROWS
      ? rows
      : [...rows.filter(({ ok }) => !ok), ...rows.filter(({ ok }) => ok)].slice(0, MAX_ROWS);
  return {
    operators: kept,
    moreOperators: rows.length - kept.length,
    ...(comparison.flips === undefined ? {} : { flips: comparison.flips }),
    ...(comparison.endToEnd === undefined ? {} : { endToEnd: endToEndOf(comparison.endToEnd) }),
    ...(first === undefined ? {} : { firstDivergence: placeOf(first) }),
  };
}

function rowOf(comparison: OperatorComparison): OperatorRow {
  const { name, words, layer, ok, inputs, unusable, deviation, floor, limit, flips } = comparison;
  return {
    ...{ name, words, layer: layer ?? null, ok, inputs },
    ...(unusable === undefined ? {} : { unusable: printable(unusable.problem, 400) }),
    ...(deviation === undefined
      ? {}
      : {
          error: deviation.error,
          relativeL2: deviation.relativeL2,
          worst: { row: deviation.row, column: deviation.column, got: deviation.got, wanted: deviation.wanted },
        }),
    ...(floor === undefined ? {} : { floor }),
    ...(limit === undefined ? {} : { limit }),
    ...(flips === undefined ? {} : { flips: flips.flips }),
  };
}

function endToEndOf({ ok, unusable, measured }: EndToEnd): NonNullable<CrossvalReport['endToEnd']> {
  if (unusable !== undefined) return { ok, unusable: printable(unusable.problem, 400) };
  if (measured === undefined) return { ok };
  const { engine, floor, limits, top1 } = measured;
  return { ok, engine, floor, limits, top1: { ...top1, wrong: [...top1.wrong] } };
}

/** Everything that is wrong, in the order of the operators; the first divergence comes first. */
export function comparisonProblems(
  { operators, flips, endToEnd }: Comparison,
  limits: { tolerance: number },
): ParityProblem[] {
  const problems: ParityProblem[] = [];
  for (const comparison of operators) {
    if (comparison.ok) continue;
    const { name, unusable } = comparison;
    const first = problems.length === 0 ? 'first divergence: ' : '';
    const at = `${first}${placeOf(rowOf(comparison))}`;
    problems.push(
      unusable === undefined
        ? {
            rule: comparison.flips === undefined ? 'divergence' : 'code-flips',
            subject: name,
            message: `${at}: ${told(comparison)}`,
          }
        : { rule: unusable.rule, subject: name, message: `${at}: ${unusable.problem}`, fix: FIXES[unusable.rule] },
    );
  }
  if (flips !== undefined && !flips.ok)
    problems.push({
      rule: 'code-flips',
      subject: 'codes of all layers',
      message: `${flips.flips} of ${flips.codes} int8 codes differ, by up to ${flips.largest}; ${flips.limit} may, each by 1`,
      fix: 'quantise as x * (127 / max|x|), each step in f32, half to even',
    });
  if (endToEnd !== undefined && !endToEnd.ok) problems.push(...endToEndProblems(endToEnd, limits.tolerance));
  return problems;
}

const FIXES = {
  missing: 'dump the same outputs of every layer, or list the layers that are dumped',
  shape: 'dump rows of positions, as docs/crossval.md says',
  'rows-missing': 'dump every position of the tokens',
  type: 'dump outputs as f4 or f8, and codes as i1',
  'not-finite': 'find the operator that made it; its output cannot be right',
  file: 'write the file again, as docs/crossval.md says',
  'no-reference': 'give tokens on which the model has something to say',
} as const;

function told({ deviation, limit, flips, inputs, cause }: OperatorComparison): string {
  if (flips !== undefined)
    return `${flips.flips} of ${flips.codes} codes differ, by up to ${flips.largest}; ${limit ?? 0} may, each by 1`;
  const { error, row, column, got, wanted } = deviation!;
  const of = inputs === 'engine' ? '' : `, computed from ${inputs === 'mixed' ? 'some of ' : ''}the reference's inputs`;
  const known = cause === undefined ? '' : `; it is what ${cause} gives`;
  return `error ${shortNumber(error)} over the limit ${shortNumber(limit!)}; position ${row}, value ${column} is ${got.toPrecision(7)}, not ${wanted.toPrecision(7)}${of}${known}`;
}

function endToEndProblems({ unusable, measured }: EndToEnd, tolerance: number): ParityProblem[] {
  if (unusable !== undefined || measured === undefined)
    return [
      { rule: unusable?.rule ?? 'file', subject: 'logits', message: `logits: ${unusable?.problem ?? 'not measured'}` },
    ];
  const { engine, floor, limits, top1 } = measured;
  const problems: ParityProblem[] = [];
  for (const [key, words] of [
    ['relativeL2', 'relative L2'],
    ['kl', 'KL divergence'],
  ] as const)
    if (!(engine[key] <= limits[key]))
      problems.push({
        rule: 'end-to-end',
        subject: 'logits',
        message: `logits of the whole run: ${words} ${shortNumber(engine[key])} over the limit ${shortNumber(limits[key])} (noise floor ${shortNumber(floor[key])}, tolerance ${shortNumber(tolerance)})`,
      });
  if (top1.wrong.length > 0)
    problems.push({
      rule: 'top-1',
      subject: 'logits',
      message: `another token is the most likely one at position ${top1.wrong.slice(0, 10).join(', ')}${top1.wrong.length > 10 ? ' and more' : ''}, although the reference's lead is over its noise floor`,
    });
  return problems;
}
