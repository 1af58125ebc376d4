import { median } from 'simple-statistics';
import { limitOf } from '../../src/core/perf/budget.ts';
import { pairRuns, detectable, estimate } from '../../src/core/perf/interval.ts';
import { judgeRuns, type Judgement, type PerfPlan } from '../../src/core/perf/judge.ts';
import { errorOfLook } from '../../src/core/perf/looks.ts';
import type { MeasuredRun } from '../../src/core/perf/run.ts';
import { judgeSelfTest } from '../../src/core/perf/self-test.ts';
import { seeded, type Noise, type Random } from './noise.ts';

/** What a simulation found for one noise; shares from 0 to 1. */
export interface Calibration {
  /** The change is 0 and the budget is 0: how often the head was called slower. */
  readonly falseAlarms: number;
  /** The change is the budget itself: how often it was called within, which is wrong half of the time at most. */
  readonly falsePasses: number;
  /** The base against itself: how often it was called different. */
  readonly selfTestAlarms: number;
  /** Median of the detectable effect that runs told, in per cent. */
  readonly detectablePct: number;
  /** A change of twice that beyond the budget: how often the head was called slower. */
  readonly found: number;
  /** Runs of head until a change of twice the detectable effect was decided, on average. */
  readonly runs: number;
}

/** The usual plan, with a budget that leaves no room: a change of nothing lies on its edge. */
const PLAN: PerfPlan = { budgetPct: '0', direction: 'lower', minRuns: 10, maxRuns: 40 };

/** Simulates `repeats` comparisons under a noise. The same seed gives the same numbers. */
export function calibrate(noise: Noise, repeats: number, seed: number, plan: PerfPlan = PLAN): Calibration {
  const random = seeded(seed);
  const limit = limitOf(plan.budgetPct, plan.direction);
  const alpha = errorOfLook(plan.minRuns, plan.maxRuns);
  const detectables: number[] = [];
  const at = { fail: 0, pass: 0, alarm: 0 };
  for (let i = 0; i < repeats; i++) {
    const values = draw(noise, plan, limit, random);
    const { verdict } = sequential(values, plan);
    if (verdict === 'fail') at.fail++;
    if (verdict === 'pass') at.pass++;
    detectables.push(detectable(estimate(pairRuns(...sides(values))), plan.maxRuns, alpha));
    const again = asRuns(draw(noise, plan, 0, random).slice(0, 2 * plan.minRuns + 1));
    if (!judgeSelfTest(again, plan).ok) at.alarm++;
  }
  const effect = median(detectables);
  let found = 0;
  let runs = 0;
  for (let i = 0; i < repeats; i++) {
    const judged = sequential(draw(noise, plan, limit + 2 * effect, random), plan);
    if (judged.verdict === 'fail') found++;
    runs += 'finding' in judged ? judged.finding.runs : 0;
  }
  return {
    falseAlarms: at.fail / repeats,
    falsePasses: at.pass / repeats,
    selfTestAlarms: at.alarm / repeats,
    detectablePct: 100 * Math.expm1(effect),
    found: found / repeats,
    runs: runs / repeats,
  };
}

/** Times of runs in their order, base first and last; those of head are longer by `effect`, a logarithm. */
function draw(noise: Noise, { maxRuns }: PerfPlan, effect: number, random: Random): number[] {
  return noise(2 * maxRuns + 1, random).map((value, i) => 100 * Math.exp(value + (i % 2 === 0 ? 0 : effect)));
}

function sides(values: readonly number[]): [number[], number[]] {
  return [values.filter((_, i) => i % 2 === 0), values.filter((_, i) => i % 2 === 1)];
}

/** As the harness does it: a first lot of runs, and more only while nothing is decided. */
function sequential(values: readonly number[], plan: PerfPlan): Judgement {
  let count = plan.minRuns;
  for (;;) {
    const judged = judgeRuns(asRuns(values.slice(0, 2 * count + 1)), plan);
    if (judged.verdict !== 'undecided') return judged;
    count = judged.runs;
  }
}

function asRuns(values: readonly number[]): MeasuredRun[] {
  return values.map((value, i) => ({
    side: i % 2 === 0 ? 'base' : 'head',
    value: value.toFixed(9),
    unit: 'ms',
    machine: '0'.repeat(16),
    ms: value,
  }));
}
