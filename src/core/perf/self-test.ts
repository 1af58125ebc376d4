import { checkRuns, type FoundProblem } from './check-runs.ts';
import { limitOf } from './budget.ts';
import { pairRuns, estimate, interval, type Interval } from './interval.ts';
import type { PerfPlan } from './judge.ts';
import { resolutionOf } from './resolution.ts';
import { valuesOf, type MeasuredRun } from './run.ts';

/** Chance that a sound harness finds a difference of the base to itself, on each side. */
const SELF_TEST_ERROR = 0.005;

/** A difference that is a smaller part of the budget than this cannot turn a verdict and is only told. */
const RELEVANT = 0.1;

export type SelfTest =
  | { readonly ok: boolean; readonly difference: number; readonly interval: Interval }
  | { readonly ok: false; readonly problem: FoundProblem };

/**
 * Judges the base against itself, built twice in two folders: what differs here is the harness or the machine. It finds a difference when the
 * 99 % interval leaves zero out and the difference is more than a tenth of the budget. Then nothing can be said of the head.
 */
export function judgeSelfTest(runs: readonly MeasuredRun[], plan: PerfPlan): SelfTest {
  const problem = checkRuns(runs, plan.minRuns);
  if (problem !== undefined) return { ok: false, problem };
  const [base, again] = [valuesOf(runs, 'base'), valuesOf(runs, 'head')];
  const seen = { ...estimate(pairRuns(base, again)), resolution: resolutionOf(base, again) };
  const range = interval(seen, SELF_TEST_ERROR);
  const apart = range.low > 0 || range.high < 0;
  const relevant = Math.abs(seen.center) > RELEVANT * Math.abs(limitOf(plan.budgetPct, plan.direction));
  return { ok: !(apart && relevant), difference: seen.center, interval: range };
}
