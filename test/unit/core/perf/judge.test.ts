import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { estimate, pairRuns } from '../../../../src/core/perf/interval.ts';
import { judgeRuns, type PerfPlan } from '../../../../src/core/perf/judge.ts';
import { errorOfLook, ERROR_RATE, looks } from '../../../../src/core/perf/looks.ts';
import { judgeSelfTest } from '../../../../src/core/perf/self-test.ts';
import { noisyRuns, runsOf } from './runs.ts';

const PLAN: PerfPlan = { budgetPct: '5', direction: 'lower', minRuns: 5, maxRuns: 20 };
const judge = (runs: Parameters<typeof judgeRuns>[0], plan: Partial<PerfPlan> = {}) =>
  judgeRuns(runs, { ...PLAN, ...plan });

describe('a verdict', () => {
  test.each([
    ['20 % slower fails a budget of 5 %', 1.2, {}, 'fail'],
    ['nothing changed passes it', 1, {}, 'pass'],
    ['20 % faster passes it', 0.8, {}, 'pass'],
    ['20 % slower passes a budget of 30 %', 1.2, { budgetPct: '30' }, 'pass'],
    ['20 % more of what is better higher passes', 1.2, { direction: 'higher' }, 'pass'],
    ['20 % less of it fails', 0.8, { direction: 'higher' }, 'fail'],
    ['20 % less of it fails a budget of -5', 0.8, { direction: 'higher', budgetPct: '-5' }, 'fail'],
  ] as const)('%s', (_, factor, plan, verdict) => {
    expect(judge(noisyRuns(5, factor), plan)).toMatchObject({ verdict, finding: { runs: 5 } });
  });

  test('a change at the budget is undecided, and inconclusive when all runs are used up', () => {
    expect(judge(noisyRuns(5, 1.05, 0.1))).toMatchObject({ verdict: 'undecided', runs: 10 });
    const judged = judge(noisyRuns(20, 1.06, 0.1));
    expect(judged).toMatchObject({ verdict: 'inconclusive', finding: { runs: 20 } });
    expect(judged).toHaveProperty('settledBy', expect.any(Number));
    if (judged.verdict === 'inconclusive') {
      expect(judged.settledBy).toBeGreaterThan(20);
      expect(judged.finding.detectable).toBeGreaterThan(0.01);
    }
  });

  test('a first look that decided is not undone by later runs', () => {
    const runs = [...noisyRuns(5, 1.2), ...noisyRuns(5, 0.5, 0.01, 2).slice(1)];
    expect(judge(runs)).toMatchObject({ verdict: 'fail', finding: { runs: 5 } });
  });

  test('a drift is not taken for a change, although base always runs first', () => {
    const drifting = Array.from({ length: 41 }, (_, i) => 100 * 1.004 ** i * (1 + 0.001 * Math.sin(i * 7.3)));
    expect(judge(runsOf(drifting), { budgetPct: '1' })).toMatchObject({ verdict: 'pass' });
    expect(judge(runsOf(drifting), { budgetPct: '0', maxRuns: 10 })).toMatchObject({ verdict: 'inconclusive' });
  });

  test('one run in ten that is ten times as long changes nothing', () => {
    const runs = noisyRuns(20, 1).map((run, i) => (i % 10 === 3 ? { ...run, value: '1000' } : run));
    expect(judge(runs, { minRuns: 10 })).toMatchObject({ verdict: 'pass' });
  });
});

test('looks are planned: the least, twice as many, the most; all errors together are the error rate', () => {
  expect(looks(10, 40)).toEqual([10, 20, 40]);
  expect(looks(5, 12)).toEqual([5, 10, 12]);
  expect(looks(8, 8)).toEqual([8]);
  expect(looks(10, 40).length * errorOfLook(10, 40)).toBeCloseTo(ERROR_RATE, 12);
});

describe('an estimate', () => {
  const values = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 25, maxLength: 61 });
  const sides = (all: readonly number[]) => {
    const odd = all.length % 2 === 1 ? all : all.slice(1);
    return [odd.filter((_, i) => i % 2 === 0), odd.filter((_, i) => i % 2 === 1)] as const;
  };
  const of = (base: readonly number[], head: readonly number[]) => estimate(pairRuns(base, head));

  test('does not change with the unit, and a factor on head moves it by exactly that', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 100, noNaN: true }), (all, factor) => {
        const [base, head] = sides(all);
        const seen = of(base, head);
        const scaled = of(
          base.map((value) => value * factor),
          head.map((value) => value * factor),
        );
        const moved = of(
          base,
          head.map((value) => value * factor),
        );
        expect(scaled.center).toBeCloseTo(seen.center, 9);
        expect(moved.center).toBeCloseTo(seen.center + Math.log(factor), 9);
        expect(moved.standardError).toBeCloseTo(seen.standardError, 9);
      }),
    );
  });

  test('does not see a drift by the same factor from run to run', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.9, max: 1.1, noNaN: true }), (step) => {
        const all = Array.from({ length: 41 }, (_, i) => 100 * step ** i);
        expect(of(...sides(all)).center).toBeCloseTo(0, 9);
      }),
    );
  });
});

describe('the self-test', () => {
  test('of a sound harness finds nothing', () => {
    for (let seed = 1; seed <= 20; seed++)
      expect(judgeSelfTest(noisyRuns(10, 1, 0.02, seed), PLAN)).toMatchObject({ ok: true });
  });
  test('finds the second folder 2 % slower', () =>
    expect(judgeSelfTest(noisyRuns(10, 1.02), PLAN)).toMatchObject({ ok: false }));
  test('passes over what is small against the budget, and with a budget of 0 over nothing', () => {
    const runs = noisyRuns(10, 1.003, 0.001);
    expect(judgeSelfTest(runs, PLAN)).toMatchObject({ ok: true });
    expect(judgeSelfTest(runs, { ...PLAN, budgetPct: '0' })).toMatchObject({ ok: false });
  });
  test('is not ok when its runs cannot be judged', () =>
    expect(judgeSelfTest(runsOf(Array<number>(11).fill(5)), PLAN)).toMatchObject({
      ok: false,
      problem: { problem: 'constant' },
    }));
});
