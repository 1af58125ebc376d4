import { LEAST_RUNS } from './looks.ts';
import { pairRuns, estimate } from './interval.ts';
import { isCoarse, stepOf } from './resolution.ts';
import { READING, valuesOf, type MeasuredRun } from './run.ts';

/** Why runs cannot be judged. Each is a failure, never a pass and never inconclusive. */
export const RUN_PROBLEMS = [
  'not-a-number',
  'not-positive',
  'too-small',
  'not-interleaved',
  'too-few',
  'unit',
  'machine',
  'copied',
  'constant',
  'too-coarse',
] as const;
export type RunProblem = (typeof RUN_PROBLEMS)[number];

export interface FoundProblem {
  readonly problem: RunProblem;
  /** What was seen, and what to do; a sentence each. */
  readonly why: string;
  readonly fix: string;
}

/** A value below it would keep fewer than six digits in the report. */
const LEAST_VALUE = 0.001;

/** What is wrong with runs that are to be judged; `asked` is the number of head runs. Undefined when nothing is. */
export function checkRuns(runs: readonly MeasuredRun[], asked: number): FoundProblem | undefined {
  return checkEach(runs) ?? checkOrder(runs, asked) ?? checkAlike(runs) ?? checkMeasured(runs);
}

function checkEach(runs: readonly MeasuredRun[]): FoundProblem | undefined {
  for (const [i, { side, value }] of runs.entries()) {
    const said = `run ${i + 1} (${side}) measured ${JSON.stringify(value.slice(0, 40))}`;
    if (!READING.test(value))
      return { problem: 'not-a-number', why: `${said}, which is no plain decimal number`, fix: 'print it as 12.345' };
    if (Number(value) === 0)
      return { problem: 'not-positive', why: `${said}; nothing is a share of zero`, fix: 'measure what takes time' };
    if (Number(value) < LEAST_VALUE)
      return { problem: 'too-small', why: `${said}; below ${LEAST_VALUE} digits are lost`, fix: 'use a smaller unit' };
  }
  return undefined;
}

function checkOrder(runs: readonly MeasuredRun[], asked: number): FoundProblem | undefined {
  const wrong = runs.findIndex(({ side }, i) => side !== (i % 2 === 0 ? 'base' : 'head'));
  if (wrong >= 0 || runs.length % 2 === 0)
    return {
      problem: 'not-interleaved',
      why: `the runs are not base, head, base, …, base: run ${(wrong < 0 ? runs.length : wrong) + 1} breaks the order`,
      fix: 'let the harness run both sides in turns, and base once more at the end',
    };
  const heads = (runs.length - 1) / 2;
  if (heads < Math.max(asked, LEAST_RUNS))
    return {
      problem: 'too-few',
      why: `${heads} runs of head, and ${Math.max(asked, LEAST_RUNS)} are asked for`,
      fix: 'let every run end, or ask for fewer',
    };
  return undefined;
}

function checkAlike(runs: readonly MeasuredRun[]): FoundProblem | undefined {
  const units = [...new Set(runs.map(({ unit }) => unit))];
  if (units.length > 1)
    return {
      problem: 'unit',
      why: `the runs have different units: ${units.map((unit) => JSON.stringify(unit)).join(', ')}`,
      fix: 'measure in one unit; when head changes it, change base first',
    };
  if (new Set(runs.map(({ machine }) => machine)).size > 1)
    return {
      problem: 'machine',
      why: 'the runs come from different machines, by their fingerprints',
      fix: 'take all runs on one machine, in one go',
    };
  return undefined;
}

function checkMeasured(runs: readonly MeasuredRun[]): FoundProblem | undefined {
  const sides = { base: valuesOf(runs, 'base'), head: valuesOf(runs, 'head') };
  for (const side of ['base', 'head'] as const) {
    const values = sides[side];
    if (values.every((value) => value === values[0]))
      return {
        problem: 'constant',
        why: `all ${values.length} runs of ${side} measured ${values[0]}: a constant, no measurement`,
        fix: 'print what was measured, with all its digits',
      };
  }
  const same = sides.head.every((value, i) => value === sides.base[i] || value === sides.base[i + 1]);
  // Of whole milliseconds, two are often equal by chance.
  if (same && isCoarse(sides.base, sides.head))
    return {
      problem: 'too-coarse',
      why: `the numbers come in steps of ${stepOf([...sides.base, ...sides.head])}, and every one of head is one of base beside it`,
      fix: 'print more digits, or measure longer',
    };
  if (same)
    return {
      problem: 'copied',
      why: 'every number of head is one of base beside it, digit by digit',
      fix: 'measure head; two measurements are never that equal',
    };
  const { standardError } = estimate(pairRuns(sides.base, sides.head));
  // Equal steps leave rounding errors in place of zeros.
  if (standardError < 1e-12)
    return {
      problem: 'too-coarse',
      why: 'most comparisons of head with base give the very same number, so their noise cannot be seen',
      fix: 'print more digits, or measure longer',
    };
  return undefined;
}
