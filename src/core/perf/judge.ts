import { checkRuns, type FoundProblem } from './check-runs.ts';
import { limitOf, worse, type Direction } from './budget.ts';
import { runsFor, pairRuns, detectable, estimate, interval, type Estimate, type Interval } from './interval.ts';
import { errorOfLook, looks } from './looks.ts';
import { resolutionOf } from './resolution.ts';
import { valuesOf, type MeasuredRun } from './run.ts';

/** What is asked: the budget, and how many runs may answer. */
export interface PerfPlan {
  /** Decimal text, in per cent. */
  readonly budgetPct: string;
  readonly direction: Direction;
  /** Runs of head before the first look, and at most. */
  readonly minRuns: number;
  readonly maxRuns: number;
}

export type PerfVerdict = 'pass' | 'fail' | 'inconclusive';

/** What the runs say of the change. Logarithms of a ratio that is above 1 when head is worse. */
export interface Finding {
  /** Runs of head that it rests on. */
  readonly runs: number;
  readonly worsening: number;
  readonly interval: Interval;
  /** The distance from the budget that the most runs, with this noise, find in 80 of 100 cases. */
  readonly detectable: number;
  /** The part of the interval on each side that comes from rounding; 0 where it averages out. */
  readonly resolution: number;
}

export type Judgement =
  /** The interval lies within the budget, or beyond it. */
  | { readonly verdict: 'pass' | 'fail'; readonly finding: Finding }
  /** It lies across. `settledBy`: runs of head that would settle it; undefined above a thousand. */
  | { readonly verdict: 'inconclusive'; readonly finding: Finding; readonly settledBy: number | undefined }
  | { readonly verdict: 'fail'; readonly problem: FoundProblem }
  /** Not decided, and more runs are allowed: take as many as `runs` of head in all, and judge again. */
  | { readonly verdict: 'undecided'; readonly finding: Finding; readonly runs: number };

/** Runs beyond which no advice is given: the change is as good as the budget itself. */
const MOST_ADVISED = 1000;

/**
 * Judges base against head. With a limit for the worsening, `fail`: the whole interval lies above it; `pass`: it lies at or below it; else it is
 * undecided, and inconclusive when all runs are used up. Runs are looked at in planned numbers alone, from the first look on, and the first look
 * that decides counts, so that looking often makes no error likelier.
 */
export function judgeRuns(runs: readonly MeasuredRun[], plan: PerfPlan): Judgement {
  const { minRuns, maxRuns, direction } = plan;
  const limit = limitOf(plan.budgetPct, direction);
  const problem = checkRuns(runs, minRuns);
  if (problem !== undefined) return { verdict: 'fail', problem };
  const [base, head] = [valuesOf(runs, 'base'), valuesOf(runs, 'head')];
  const pairs = pairRuns(base, head);
  const alpha = errorOfLook(minRuns, maxRuns);
  let open: { readonly finding: Finding; readonly seen: Estimate } | undefined;
  for (const count of looks(minRuns, maxRuns)) {
    if (2 * count > pairs.length) return { verdict: 'undecided', finding: open!.finding, runs: count };
    const resolution = resolutionOf(base.slice(0, count + 1), head.slice(0, count));
    const seen = { ...estimate(pairs.slice(0, 2 * count).map((ratio) => worse(ratio, direction))), resolution };
    const range = interval(seen, alpha);
    const finding: Finding = {
      runs: count,
      worsening: seen.center,
      interval: range,
      detectable: detectable(seen, maxRuns, alpha),
      resolution,
    };
    if (range.low > limit) return { verdict: 'fail', finding };
    if (range.high <= limit) return { verdict: 'pass', finding };
    open = { finding, seen };
  }
  const { finding, seen } = open!;
  const settledBy = runsFor(seen, Math.abs(seen.center - limit), alpha, MOST_ADVISED);
  return { verdict: 'inconclusive', finding, settledBy };
}
