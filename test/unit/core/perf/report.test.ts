import { describe, expect, test } from '@jest/globals';
import { compareDeltaPct, deltaPct, decimalText, parseDecimal } from '../../../../src/core/contract/decimal.ts';
import { perfMeasurementSchema, resultOf, type PerfMeasurement } from '../../../../src/core/perf/report.ts';
import { perfSummary } from '../../../../src/core/perf/summary.ts';
import { perfLines } from '../../../../src/core/perf/terminal.ts';
import { noisyRuns, runsOf } from './runs.ts';

const MEASURED: PerfMeasurement = {
  v: 1,
  gate: 'perf:baseline_delta',
  compare: 'cpu:bench',
  metric: 'cost_ms',
  budgetPct: '5',
  direction: 'lower',
  minRuns: 5,
  maxRuns: 10,
  base: { ref: 'origin/main', sha: '1'.repeat(40) },
  head: { ref: 'feature/<b>|x', sha: '2'.repeat(40) },
  machine: {
    fingerprint: 'a'.repeat(16),
    cpu: 'some processor',
    cores: 4,
    memoryGiB: 16,
    os: 'linux x64 6.8',
    isolation: 'namespace, no network',
  },
  selfTest: noisyRuns(5, 1, 0.01, 9),
  runs: noisyRuns(5, 1.2),
  seconds: 12.3,
};
const of = (change: Partial<PerfMeasurement>) => {
  const measured = { ...MEASURED, ...change };
  expect(perfMeasurementSchema.safeParse(measured).success).toBe(true);
  return { measured, result: resultOf(measured) };
};
const lines = (change: Partial<PerfMeasurement>, color = false, width = 80) => {
  const { measured, result } = of(change);
  return perfLines(measured, result, { color, width });
};

describe('a result', () => {
  test.each<[string, Partial<PerfMeasurement>, string, string]>([
    ['over the budget', {}, 'fail', 'over-budget'],
    ['within it', { runs: noisyRuns(5, 1) }, 'pass', 'within-budget'],
    ['across it', { runs: noisyRuns(10, 1.055, 0.05) }, 'inconclusive', 'noise'],
    ['no self-test', { selfTest: [] }, 'fail', 'not-interleaved'],
    ['a self-test of constants', { selfTest: runsOf(Array<number>(11).fill(5)) }, 'fail', 'constant'],
    ['a self-test that found something', { selfTest: noisyRuns(5, 1.1) }, 'fail', 'harness'],
    ['fewer runs than the next look needs', { runs: noisyRuns(7, 1.055, 0.05) }, 'fail', 'too-few'],
    ['no runs', { runs: [] }, 'fail', 'not-interleaved'],
    [
      'out of time before the first look',
      { runs: noisyRuns(3, 1.2), fault: { reason: 'time-limit', why: 'it is late', fix: 'more' } },
      'fail',
      'time-limit',
    ],
    [
      'out of time after it, in the middle of a turn',
      { runs: noisyRuns(7, 1.055, 0.05).slice(0, 14), fault: { reason: 'time-limit', why: 'it is late', fix: 'more' } },
      'inconclusive',
      'time-limit',
    ],
    [
      'a run that failed, whatever the others say',
      { runs: noisyRuns(5, 1), fault: { reason: 'run', why: 'exit 3', fix: 'repair' } },
      'fail',
      'run',
    ],
  ])('%s', (_, change, verdict, reason) => expect(of(change).result).toMatchObject({ verdict, reason }));

  test('A-37 its change is computed from its two numbers, and agrees with its verdict exactly', () => {
    for (let seed = 1; seed <= 40; seed++)
      for (const direction of ['lower', 'higher'] as const) {
        const runs = noisyRuns(5, 0.9 + seed / 200, 0.01, seed);
        const { verdict, numbers } = of({ runs, direction }).result;
        const [from, to] = [parseDecimal(numbers?.baseline ?? ''), parseDecimal(numbers?.result ?? '')];
        if (numbers === undefined || from === undefined || to === undefined) continue;
        expect(numbers.deltaPct).toBe(decimalText(deltaPct(from, to, 3)!));
        const order = compareDeltaPct(from, to, parseDecimal(direction === 'lower' ? '5' : '-5')!);
        const within = direction === 'lower' ? order! <= 0 : order! >= 0;
        if (verdict !== 'inconclusive') expect([seed, verdict]).toEqual([seed, within ? 'pass' : 'fail']);
      }
  });

  test('more runs that would settle it are told, or that none would', () => {
    expect(of({ runs: noisyRuns(10, 1.055, 0.05) }).result).toMatchObject({ settledBy: 342 });
    const close = of({ runs: noisyRuns(10, 1.05, 0.05, 4) }).result;
    expect(close.verdict).toBe('inconclusive');
    if (close.settledBy === undefined) expect(close.fix).toContain('more than 1000');
  });
});

describe('in a terminal', () => {
  test('runs, change, budget and verdict', () => {
    expect(lines({}).join('\n')).toBe(`base  :⁝  ·
      ░┃──┤
head                                                                   · ·   · :
                                                                       ├─░░░░┃░░
      99.8516                                                         121.188 ms

delta │                ┃                                            ══════●═════
      ● +20.0 % (+18.4 % to +21.6 %)   │ no change   ┃ budget +5.00 %

self-test  base against itself: +0.89 % (−0.22 % to +2.01 %)
machine    aaaaaaaaaaaaaaaa, 4 cores; isolation: namespace, no network; 12.3 s

✗ fail (over-budget)
  cost_ms changes by +20.0 %, between +18.4 % and +21.6 % with 95 % confidence
  (5 runs of each; lower is better): it is worse than the budget, for the budget
  allows at most +5 %.
  Fix: make head faster, or agree on another budget in the contract.`);
  });

  test.each([80, 40, 200])('it keeps to %d columns, except for its own sentences', (width) => {
    for (const change of [
      {},
      { runs: noisyRuns(10, 1.055, 0.5, 3) },
      { direction: 'higher', budgetPct: '-10' } as const,
    ])
      for (const line of lines(change, false, width).filter((each) => /^(base|head|delta) /.test(each)))
        expect([...line].length).toBeLessThanOrEqual(width);
    for (const line of lines({ runs: noisyRuns(10, 1.055, 0.05) })) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test('it has colour only where it is asked for', () => {
    expect(lines({}).join('')).not.toContain('\u001b');
    expect(lines({}, true).join('')).toContain('\u001b[31m');
  });

  test('a fault shows what is there', () => {
    const fault = { reason: 'run', why: 'run 1 of head ended with exit 3\u001b[31m', fix: 'repair it' } as const;
    const text = lines({ runs: [], fault }).join('\n');
    expect(text).toContain('✗ fail (run)');
    expect(text).not.toContain('\u001b');
  });
});

describe('in a job summary', () => {
  test('verdict, table, chart and every run', () => {
    const { measured, result } = of({});
    const text = perfSummary(measured, result);
    expect(text).toContain('### `perf:baseline_delta`: ❌ fail (over-budget)');
    expect(text).toContain('| cost_ms (ms), median | 100.14 | 120.53 | +20.0 % |');
    expect(text).toMatch(/```mermaid\nxychart-beta\n {2}title "Runs in their order"\n/);
    expect(text.match(/^ {2}line \[(-?[\d.]+(, )?){5}\]$/gm)).toHaveLength(2);
    for (const run of measured.runs) expect(text).toContain(run.value);
    // Every row has the columns of the head, whatever a branch is called.
    for (const row of text.split('\n').filter((line) => line.startsWith('|')))
      expect(row.replaceAll('\\|', '').match(/\|/g)).toHaveLength(5);
    expect(text).not.toContain('<b>');
  });

  test('without runs there is no chart', () => {
    const { measured, result } = of({ runs: [], selfTest: [] });
    expect(perfSummary(measured, result)).not.toContain('mermaid');
  });

  test('runs that are all the same draw a chart, too', () => {
    const { measured, result } = of({ runs: runsOf(Array<number>(11).fill(5)) });
    expect(result.reason).toBe('constant');
    expect(perfSummary(measured, result)).toContain('y-axis "measured" 4 --> 6');
  });
});
