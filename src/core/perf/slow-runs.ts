import { limitOf, worse } from './budget.ts';
import type { PerfPlan } from './judge.ts';
import { valuesOf, type MeasuredRun } from './run.ts';

/**
 * How many runs of head are worse than every run of base by more than the budget. The trimmed mean judges the typical run and is blind to these
 * when they are few; a person should see them.
 */
export function slowRuns(runs: readonly MeasuredRun[], { budgetPct, direction }: PerfPlan): number {
  const badness = (side: 'base' | 'head') => valuesOf(runs, side).map((value) => worse(Math.log(value), direction));
  const bound = Math.max(...badness('base')) + Math.max(0, limitOf(budgetPct, direction));
  return badness('head').filter((value) => value > bound).length;
}
