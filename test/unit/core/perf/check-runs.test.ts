import { describe, expect, test } from '@jest/globals';
import { checkRuns } from '../../../../src/core/perf/check-runs.ts';
import { judgeRuns } from '../../../../src/core/perf/judge.ts';
import type { MeasuredRun } from '../../../../src/core/perf/run.ts';
import { noisyRuns, runsOf } from './runs.ts';

const GOOD = noisyRuns(5, 1);
const swapped = (at: number, change: Partial<MeasuredRun>) =>
  GOOD.map((run, i) => (i === at ? { ...run, ...change } : run));

test('good runs have no problem', () => expect(checkRuns(GOOD, 5)).toBeUndefined());

describe('runs that prove nothing fail, each with its reason', () => {
  test.each([
    ['A-36 NaN', swapped(3, { value: 'NaN' }), 'not-a-number'],
    ['A-36 Infinity', swapped(3, { value: 'Infinity' }), 'not-a-number'],
    ['A-36 1e999', swapped(3, { value: '1e999' }), 'not-a-number'],
    ['A-36 nothing', swapped(3, { value: '' }), 'not-a-number'],
    ['A-37 a negative baseline', swapped(2, { value: '-3' }), 'not-a-number'],
    ['A-37 a baseline of 0', swapped(2, { value: '0' }), 'not-positive'],
    ['A-37 a baseline of 0.000', swapped(2, { value: '0.000' }), 'not-positive'],
    ['a value whose digits would be lost', swapped(2, { value: '0.0000012' }), 'too-small'],
    ['fewer runs than asked for', GOOD.slice(0, 9), 'too-few'],
    ['no runs', [], 'not-interleaved'],
    ['no run of base at the end', GOOD.slice(0, 10), 'not-interleaved'],
    ['all of base first', [...GOOD].sort((a, b) => a.side.localeCompare(b.side)), 'not-interleaved'],
    ['another unit', swapped(3, { unit: 's' }), 'unit'],
    ['another machine', swapped(3, { machine: 'b'.repeat(16) }), 'machine'],
    [
      'a constant in place of a measurement',
      GOOD.map((run) => (run.side === 'head' ? { ...run, value: '42.000' } : run)),
      'constant',
    ],
    ['a constant of base', GOOD.map((run) => (run.side === 'base' ? { ...run, value: '42' } : run)), 'constant'],
    [
      'digits of base copied to head',
      GOOD.map((run, i) => (run.side === 'head' ? { ...run, value: GOOD[i - 1]!.value } : run)),
      'copied',
    ],
    ['the same ratio in every pair', runsOf([100, 120, 100, 120, 100, 120, 100, 120, 100, 120, 100]), 'constant'],
    [
      'a clock of two ticks',
      runsOf(Array.from({ length: 41 }, (_, i) => (i === 8 || i === 9 ? 101 : i % 2 === 0 ? 100 : 102))),
      'too-coarse',
    ],
  ] as const)('%s', (_, runs, problem) => {
    expect(checkRuns(runs, 5)).toMatchObject({ problem, why: expect.any(String), fix: expect.any(String) });
    const plan = { budgetPct: '50', direction: 'lower', minRuns: 5, maxRuns: 20 } as const;
    expect(judgeRuns(runs, plan)).toMatchObject({ verdict: 'fail', problem: { problem } });
  });
});
