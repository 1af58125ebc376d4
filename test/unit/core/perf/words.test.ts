import { describe, expect, test } from '@jest/globals';
import type { FlowError } from '../../../../src/core/errors.ts';
import type { Registry, RegistryGate } from '../../../../src/core/gate-registry/registry.ts';
import { checkPlan, checkSides, gateMeasure, shellArgv, treePath } from '../../../../src/core/perf/asked.ts';
import { allowedWorsening, readBudget } from '../../../../src/core/perf/budget.ts';
import { checkRuns } from '../../../../src/core/perf/check-runs.ts';
import { readMetric } from '../../../../src/core/perf/metric.ts';
import { budgetWords, resultOf, signedPct, type PerfMeasurement } from '../../../../src/core/perf/report.ts';
import type { MeasuredRun } from '../../../../src/core/perf/run.ts';
import { perfSummary, samplesChart, verdictTitle } from '../../../../src/core/perf/summary.ts';
import { askedLines, perfLines } from '../../../../src/core/perf/terminal.ts';
import { firstGroupsWithin } from '../../../../src/runtime/perf/first-groups.ts';
import { noisyRuns, runsOf } from './runs.ts';

const said = (action: () => unknown): unknown => {
  try {
    return action();
  } catch (error) {
    return (error as FlowError).toLine();
  }
};
const gate = (id: string, more: Partial<RegistryGate>): [string, RegistryGate] => [
  id,
  { id, tier: 'b', kind: 'cmd', timeout: 60, gpus: 0, requires: [], requiresFiles: [], ...more },
];
const registry = (...gates: [string, RegistryGate][]): Registry => ({
  version: '1',
  gates: new Map(gates),
  bundles: new Map(),
});
const PERF = {
  kind: 'perf',
  timeout: 0,
  compareGate: 'gpu:bench',
  metric: 'tps',
  direction: 'higher',
  metricPattern: 'tps (.)',
} as const;
const REGISTRY = registry(
  gate('gpu:bench', { cmd: 'run it', requires: ['B', 'A'] }),
  gate('gpu:other', { cmd: 'run other', timeout: 9 }),
  gate('gpu:none', { kind: 'external' }),
  gate('perf:delta', { ...PERF, requires: ['A'] }),
  gate('perf:blind', { kind: 'perf', compareGate: 'gpu:bench', metric: 'tps' }),
  gate('perf:empty', { kind: 'perf', direction: 'lower' }),
);

describe('what a perf gate measures', () => {
  test('is what the registry says, but for what a contract wishes', () => {
    const whole = {
      gate: 'perf:delta',
      compare: 'gpu:bench',
      cmd: 'run it',
      metric: 'tps',
      pattern: 'tps (.)',
      direction: 'higher',
      timeout: 60,
      requires: ['A', 'B'],
    };
    expect(gateMeasure(REGISTRY, 'perf:delta')).toEqual(whole);
    expect(gateMeasure(REGISTRY, 'perf:delta', { compare: 'gpu:other', metric: 'ms' })).toEqual({
      ...whole,
      compare: 'gpu:other',
      cmd: 'run other',
      metric: 'ms',
      pattern: undefined,
      timeout: 9,
      requires: ['A'],
    });
  });

  const at = (id: string): string => `bad-input (gates."${id}"): `;
  test.each<[string, object, string]>([
    ['perf:x', {}, `${at('perf:x')}the registry has no such gate. Fix: name one of perf:delta, perf:blind, perf:empty`],
    [
      'gpu:none',
      {},
      `${at('gpu:none')}it is of the kind "external" and compares nothing. Fix: name a gate with kind = "perf"`,
    ],
    [
      'perf:empty',
      {},
      `${at('perf:empty')}no gate with a command is named that could be measured. Fix: set compare_gate`,
    ],
    [
      'perf:delta',
      { compare: 'gpu:none' },
      `${at('perf:delta')}no gate with a command is named that could be measured. Fix: set compare_gate`,
    ],
    [
      'perf:delta',
      { compare: 'gpu:x' },
      `${at('perf:delta')}no gate with a command is named that could be measured. Fix: set compare_gate`,
    ],
    [
      'perf:empty',
      { compare: 'gpu:bench' },
      `${at('perf:empty')}it names no metric. Fix: set metric, or name it in the contract`,
    ],
    [
      'perf:blind',
      {},
      `${at('perf:blind')}nobody says whether a higher tps is better. Fix: set direction = "higher" or "lower"`,
    ],
  ])('%s with %j is refused', (id, wishes, line) => expect(said(() => gateMeasure(REGISTRY, id, wishes))).toBe(line));
  test('without any perf gate', () =>
    expect(said(() => gateMeasure(registry(), 'perf:x'))).toBe(
      `${at('perf:x')}the registry has no such gate. Fix: add one with kind = "perf"`,
    ));
});

describe('a plan', () => {
  const plan = { metric: 'mean_ms', budgetPct: '5', direction: 'lower', minRuns: 5, maxRuns: 5 } as const;
  test.each<[object, string | undefined]>([
    [{}, undefined],
    [{ pattern: '(x)' }, undefined],
    [
      { pattern: 'x' },
      'bad-input (pattern): it captures nothing. Fix: put the number into parentheses, as in `tps: ([0-9.]+)`',
    ],
    [{ metric: 'results.0/mean-x' }, undefined],
    [{ metric: `a${'b'.repeat(79)}` }, undefined],
    [
      { metric: `a${'b'.repeat(80)}` },
      `bad-input (metric): "a${'b'.repeat(79)}" is no name of a metric. Fix: give a name such as mean_ms, or a path in JSON such as results.0.mean`,
    ],
    [
      { metric: '_x' },
      'bad-input (metric): "_x" is no name of a metric. Fix: give a name such as mean_ms, or a path in JSON such as results.0.mean',
    ],
    [
      { metric: 'x y' },
      'bad-input (metric): "x y" is no name of a metric. Fix: give a name such as mean_ms, or a path in JSON such as results.0.mean',
    ],
    [
      { budgetPct: '900' },
      'bad-input (budget_pct): "900" is no budget: with it no change could ever fail. Fix: give at most 100',
    ],
    [{ maxRuns: 4 }, 'bad-input (max-runs): 4 runs at most are fewer than 5 at least. Fix: give at least 5'],
    [
      { pattern: '(' },
      'bad-input (pattern): it does not compile: Invalid regular expression: /(/m: Unterminated group. Fix: write a JavaScript regular expression',
    ],
  ])('%j', (more, line) => expect(said(() => checkPlan({ ...plan, ...more }))).toBe(line));

  test('its command is shell text, of which any command that fails ends it', () =>
    expect(shellArgv('a | b')).toEqual(['bash', '-euo', 'pipefail', '-c', 'a | b']));

  test.each([
    ['a/b', 'a/b'],
    ['./a/', 'a'],
    ['././a//', 'a'],
    ['a/.b/..c', 'a/.b/..c'],
  ])('the path %j is %j', (path, clean) => expect(treePath('out', path)).toBe(clean));
  test.each(['', '.', './', '/', '/a', '..', '../a', 'a/../b', 'a/./b', 'a//b', '.git', 'a/.GIT/x', 'a\0b'])(
    'A-11 %j is no path inside',
    (path) =>
      expect(said(() => treePath('out', path))).toBe(
        `bad-input (out): ${JSON.stringify(path)} is no path inside the repository. Fix: write it from the top of the repository, without \`..\``,
      ),
  );
});

test('a commit is not compared with itself', () => {
  const [one, two] = [
    { ref: 'main', sha: '1'.repeat(40) },
    { ref: 'HEAD', sha: '2'.repeat(40) },
  ];
  expect(said(() => checkSides(one, two))).toBeUndefined();
  expect(said(() => checkSides({ ...one, ref: one.sha }, one))).toContain(
    ': base and head (main) are the same commit,',
  );
  expect(said(() => checkSides(one, { ...one, ref: 'HEAD' }))).toBe(
    'bad-input (base): base (main) and head (HEAD) are the same commit, 111111111111: there is no change to judge. Fix: name the commit that the change began with',
  );
});

test.each([
  ['5%', 'lower', 'it is no plain decimal number', 'write per cent as 5 or 2.5'],
  ['100.1', 'lower', 'with it no change could ever fail', 'give at most 100'],
  ['100', 'higher', 'with it no change could ever fail', 'give less than 100'],
  ['-100', 'higher', 'with it no change could ever fail', 'give less than 100'],
  ['-100', 'lower', 'nothing falls that far', 'give more than -100'],
] as const)('A-37 a budget of %s, %s is better', (text, direction, why, fix) => {
  expect(readBudget(text, direction)).toEqual({ why, fix });
  expect(said(() => allowedWorsening(text, direction))).toBe(
    `bad-input (budget_pct): ${JSON.stringify(text)} is no budget: ${why}. Fix: ${fix}`,
  );
});
test('a budget that is a novel is cut', () =>
  expect(said(() => allowedWorsening('x'.repeat(50), 'lower'))).toContain(`"${'x'.repeat(40)}" is no budget`));
test.each([
  ['99.999999999', 'higher', 99_999_999_999n],
  ['-99.999999999', 'lower', -99_999_999_999n],
  ['0', 'higher', 0n],
] as const)('a budget of %s, %s is better, is one', (text, direction, value) =>
  expect(readBudget(text, direction)).toBe(value),
);

describe('runs that cannot be judged are told with what to do', () => {
  const GOOD = noisyRuns(5, 1);
  const swapped = (at: number, change: Partial<MeasuredRun>) =>
    GOOD.map((run, i) => (i === at ? { ...run, ...change } : run));
  test.each<[readonly MeasuredRun[], number, object]>([
    [
      swapped(3, { value: 'NaN' }),
      5,
      {
        problem: 'not-a-number',
        why: 'run 4 (head) measured "NaN", which is no plain decimal number',
        fix: 'print it as 12.345',
      },
    ],
    [
      swapped(2, { value: 'x'.repeat(50) }),
      5,
      {
        problem: 'not-a-number',
        why: `run 3 (base) measured "${'x'.repeat(40)}", which is no plain decimal number`,
        fix: 'print it as 12.345',
      },
    ],
    [
      swapped(0, { value: '0.0' }),
      5,
      {
        problem: 'not-positive',
        why: 'run 1 (base) measured "0.0"; nothing is a share of zero',
        fix: 'measure what takes time',
      },
    ],
    [
      swapped(0, { value: '0.00099' }),
      5,
      {
        problem: 'too-small',
        why: 'run 1 (base) measured "0.00099"; below 0.001 digits are lost',
        fix: 'use a smaller unit',
      },
    ],
    [
      swapped(3, { side: 'base' }),
      5,
      {
        problem: 'not-interleaved',
        why: 'the runs are not base, head, base, …, base: run 4 breaks the order',
        fix: 'let the harness run both sides in turns, and base once more at the end',
      },
    ],
    [
      GOOD.slice(0, 10),
      5,
      {
        problem: 'not-interleaved',
        why: 'the runs are not base, head, base, …, base: run 11 breaks the order',
        fix: 'let the harness run both sides in turns, and base once more at the end',
      },
    ],
    [
      GOOD,
      6,
      { problem: 'too-few', why: '5 runs of head, and 6 are asked for', fix: 'let every run end, or ask for fewer' },
    ],
    [
      GOOD.slice(0, 9),
      1,
      { problem: 'too-few', why: '4 runs of head, and 5 are asked for', fix: 'let every run end, or ask for fewer' },
    ],
    [
      swapped(3, { unit: 's' }),
      5,
      {
        problem: 'unit',
        why: 'the runs have different units: "ms", "s"',
        fix: 'measure in one unit; when head changes it, change base first',
      },
    ],
    [
      swapped(3, { machine: 'b'.repeat(16) }),
      5,
      {
        problem: 'machine',
        why: 'the runs come from different machines, by their fingerprints',
        fix: 'take all runs on one machine, in one go',
      },
    ],
    [
      GOOD.map((run) => (run.side === 'head' ? { ...run, value: '42.0' } : run)),
      5,
      {
        problem: 'constant',
        why: 'all 5 runs of head measured 42: a constant, no measurement',
        fix: 'print what was measured, with all its digits',
      },
    ],
    [
      GOOD.map((run, i) => (run.side === 'head' ? { ...run, value: GOOD[i + 1]!.value } : run)),
      5,
      {
        problem: 'copied',
        why: 'every number of head is one of base beside it, digit by digit',
        fix: 'measure head; two measurements are never that equal',
      },
    ],
    [
      runsOf(Array.from({ length: 41 }, (_, i) => (i === 8 || i === 9 ? 101 : i % 2 === 0 ? 100 : 102))),
      5,
      {
        problem: 'too-coarse',
        why: 'most comparisons of head with base give the very same number, so their noise cannot be seen',
        fix: 'print more digits, or measure longer',
      },
    ],
  ])('case %#', (runs, asked, problem) => expect(checkRuns(runs, asked)).toEqual(problem));
  test('the least value that keeps its digits is taken', () =>
    expect(checkRuns(swapped(2, { value: '0.001' }), 5)?.problem).not.toBe('too-small'));
});

describe('a metric that cannot be read', () => {
  const of = (stdout: string, source = {}) => readMetric({ stdout }, { metric: 'a.b', ...source }, firstGroupsWithin());
  const long = 'x'.repeat(2001);
  test.each<[string, object, object]>([
    ['nothing', {}, { problem: 'no a.b in the output' }],
    ['a.b: 1\na.b: 2', {}, { problem: '`a.b: value` stands on 2 lines' }],
    ['a.b: 1e3', {}, { problem: 'a.b is "1e3", which is no plain decimal number above zero' }],
    [
      `a.b: ${'9'.repeat(50)}`,
      {},
      { problem: `a.b is "${'9'.repeat(40)}", which is no plain decimal number above zero` },
    ],
    ['a.b: 1 <ms>', {}, { problem: 'the unit of a.b is "<ms>", which is none' }],
    [`a.b: 1 ${'m'.repeat(21)}`, {}, { problem: `the unit of a.b is "${'m'.repeat(21)}", which is none` }],
    [`a.b: 1 ${'m'.repeat(20)}`, {}, { value: '1', unit: 'm'.repeat(20) }],
    ['a.b = 1.5 tok/s^2', {}, { value: '1.5', unit: 'tok/s^2' }],
    ['  a.b:2 ', {}, { value: '2', unit: '' }],
    ['a.b 2', {}, { problem: 'no a.b in the output' }],
    ['a.b: 2 ms or so', {}, { problem: '"a.b: 2 ms or so" is not `a.b: value unit`' }],
    ['a.b:', {}, { problem: '"a.b:" is not `a.b: value unit`' }],
    ['a.b: 2 ms or so\na.b: 3 ms', {}, { value: '3', unit: 'ms' }],
    [`a.b: 1${' '.repeat(2000)}2`, {}, { problem: 'no a.b in the output' }],
    ['{"a":{"b":3,"unit":"ms"},"unit":"s"}', {}, { value: '3', unit: 'ms' }],
    ['{"a":{"b":3}}', {}, { value: '3', unit: '' }],
    ['{"a":{"b":[3]}}', {}, { problem: 'a.b in the last line of JSON is neither a number nor its text' }],
    ['{"a":3}', {}, { problem: 'the last line of JSON holds no a.b' }],
    ['{"a":null}', {}, { problem: 'the last line of JSON holds no a.b' }],
    ['{"a":', {}, { problem: 'no a.b in the output' }],
    ['"a":1}', {}, { problem: 'no a.b in the output' }],
    ['{"a":{"b":1,"b":2}}', {}, { problem: 'the last line of JSON cannot be read: key "b" appears twice' }],
    ['x 1\ny\nx 2', { pattern: 'x (.)' }, { problem: 'the pattern matches on 2 lines' }],
    ['y', { pattern: 'x (.)' }, { problem: 'no a.b in the output' }],
    ['x', { pattern: 'x(.)?' }, { problem: 'a.b is "", which is no plain decimal number above zero' }],
    [`1${long}`, { pattern: '^(1)' }, { problem: 'no a.b in the output' }],
    [`1${long.slice(2)}\n`, { pattern: '^(1)' }, { value: '1', unit: '' }],
  ])('case %#: %.40j', (stdout, source, read) => expect(of(stdout, source)).toEqual(read));

  test('a file that was asked for is the only place', () => {
    const file = (text: string | undefined) =>
      readMetric({ stdout: 'a.b: 1', file: { name: 'o.json', text } }, { metric: 'a.b' }, firstGroupsWithin());
    expect(file(undefined)).toEqual({ problem: 'the run wrote no o.json' });
    expect(file('{"a":{"b":2}}')).toEqual({ value: '2', unit: '' });
    expect(file('{}')).toEqual({ problem: 'o.json holds no a.b' });
    expect(file('5')).toEqual({ problem: 'o.json holds no a.b' });
  });
});

const MEASURED: PerfMeasurement = {
  v: 1,
  gate: 'perf:`x`',
  metric: 'cost_ms',
  budgetPct: '5',
  direction: 'lower',
  minRuns: 5,
  maxRuns: 10,
  base: { ref: 'origin/main', sha: '1'.repeat(40) },
  head: { ref: 'topic', sha: '2'.repeat(40) },
  machine: { fingerprint: 'a'.repeat(16), cpu: 'c', cores: 4, memoryGiB: 16, os: 'o', isolation: 'none' },
  selfTest: noisyRuns(5, 1, 0.01, 9),
  runs: noisyRuns(5, 1.2),
  seconds: 12.3,
};
const result = (change: Partial<PerfMeasurement> = {}) => resultOf({ ...MEASURED, ...change });

/** 12 or 13 of base, 13 or 14 of head: 11 of base and 10 of head, in turns. */
const wholeNumbers = '13 13 12 13 13 14 12 13 13 13 12 14 13 13 12 13 13 13 12 13 13'.split(' ');

describe('a result in words', () => {
  const late = { reason: 'time-limit', why: 'it is late', fix: 'take more time' } as const;
  test.each<[string, Partial<PerfMeasurement>, string, string]>([
    [
      'a pass',
      { runs: noisyRuns(5, 1) },
      'cost_ms changes by −0.04 %, between −1.37 % and +1.30 % with 95 % confidence (5 runs of each; lower is better): it stays within the budget, for the budget allows at most +5 %.',
      '',
    ],
    [
      'a fault',
      { fault: { reason: 'run', why: 'run 1 ended with 3', fix: 'repair it' } },
      'Run 1 ended with 3.',
      'repair it',
    ],
    [
      'a fault with its own end',
      { fault: { reason: 'run', why: 'broken!', fix: 'repair it' } },
      'Broken!',
      'repair it',
    ],
    [
      'no self-test',
      { selfTest: [] },
      'Base was measured against itself first: the runs are not base, head, base, …, base: run 1 breaks the order. Nothing is said of head.',
      'let the harness run both sides in turns, and base once more at the end',
    ],
    ['no self-test for want of time', { selfTest: [], fault: late }, 'It is late.', 'take more time'],
    ['too few runs for want of time', { runs: noisyRuns(3, 1.2), fault: late }, 'It is late.', 'take more time'],
    [
      'runs that are no measurement',
      { runs: runsOf(Array<number>(11).fill(5)) },
      'All 6 runs of base measured 5: a constant, no measurement. Nothing was compared.',
      'print what was measured, with all its digits',
    ],
    [
      'runs that ended early',
      { runs: noisyRuns(7, 1.055, 0.05) },
      'Only 5 runs of head were taken, and the next look is at 10.',
      'let every run end',
    ],
  ])('%s', (_, change, words, fix) => {
    const found = result(change);
    expect([found.words, found.fix]).toEqual([words, fix]);
  });

  test('a harness that found something says how much of the budget it is', () => {
    const selfTest = noisyRuns(5, 1.1);
    expect(result({ selfTest }).words).toMatch(
      /^The harness failed its self-test, so nothing is said of head: base differs from itself by \+\d+\.\d+ % \(\+[\d.]+ % to \+[\d.]+ % with 99 % confidence\), 19\d % of the budget\.$/,
    );
    expect(result({ selfTest }).fix).toBe(
      'end what else runs on the machine, fix its clock rate, or let the command not depend on the folder it runs in',
    );
    expect(result({ selfTest, budgetPct: '0' }).words).toMatch(/ with 99 % confidence\)\.$/);
    expect(result({ selfTest, fault: late }).reason).toBe('harness');
  });

  test('what nobody can tell says what would', () => {
    const noisy = { runs: noisyRuns(10, 1.055, 0.05) };
    expect(result(noisy).words).toMatch(
      /^cost_ms changes by \+[\d.]+ %, .*, and the budget allows at most \+5 %, which lies inside that range: this noise cannot tell\. In 80 of 100 cases 10 runs of each find a change that is [\d.]+ % beyond the budget\.$/,
    );
    expect(result(noisy).fix).toBe(
      'about 332 more runs of each side would settle it (342 in all), or a quieter machine',
    );
    const cut = result({ runs: noisyRuns(7, 1.055, 0.05), fault: late });
    expect(cut.words).toMatch(/^It is late\. cost_ms changes by /);
    // Nobody has looked at all the runs, so that nothing is said of how many there would have to be.
    expect(cut.fix).toBe('take more time');
    expect(cut).not.toHaveProperty('settledBy');
  });

  test('runs that were taken because the first could not tell are told', () => {
    expect(result({ runs: noisyRuns(10, 1.055, 0.05) }).words).toContain('(10 runs of each, for 5 could not tell; ');
    expect(result().words).toContain('(5 runs of each; ');
  });

  test('a few slow runs turn no pass, but are told', () => {
    const slowed = (...at: number[]) =>
      noisyRuns(10, 1).map((run, i) => (at.includes(i) ? { ...run, value: '150.5' } : run));
    const plan = { minRuns: 10, budgetPct: '30', selfTest: noisyRuns(10, 1, 0.01, 9) };
    const told =
      ' But 2 of the 10 runs of head are worse than every run of base by more than the budget: the typical run is judged, and rare slow ones are not.';
    expect(result({ ...plan, runs: slowed(3, 9) })).toMatchObject({
      verdict: 'pass',
      words: expect.stringContaining(told),
    });
    expect(result({ ...plan, runs: slowed(3) }).words).not.toContain('But ');
    expect(result({ ...plan, runs: slowed(3, 4, 9) }).words).not.toContain('But ');
    expect(result({ ...plan, runs: slowed(3, 9), direction: 'higher' }).words).not.toContain('But ');
  });

  test('whole numbers that rounding may have moved across the budget need more digits, not more runs', () => {
    const found = result({ runs: runsOf(wholeNumbers) });
    expect(found).toMatchObject({ verdict: 'inconclusive', reason: 'noise' });
    expect(found.words).toContain(' Rounding alone makes the range 7.69 % wider on each side. ');
    expect(found.fix).toBe('print more digits, or measure longer: no number of runs shows what rounding hides');
  });

  test.each([
    [undefined, ''],
    [0, ''],
    [1, ' Head lacks a commit of base, which counts here as head’s change'],
    [12, ' Head lacks 12 commits of base, which counts here as head’s change'],
  ])('where head lacks %p commits of base', (lacks, words) => {
    const found = result(lacks === undefined ? {} : { lacks });
    expect(found.words.replace("'", '’').includes('Head lacks')).toBe(words !== '');
    expect(found.words.replace("'", '’')).toContain(words);
  });

  test.each([
    [0, '±0.00 %'],
    [0.004, '±0.00 %'],
    [0.005, '+0.01 %'],
    [-1.234, '−1.23 %'],
    [9.994, '+9.99 %'],
    [10, '+10.0 %'],
    [-123.45, '−123.5 %'],
  ])('a change of %d is %s', (value, text) => expect(signedPct(value)).toBe(text));

  test.each([
    ['5', 'lower', 'at most +5 %'],
    ['-5', 'lower', 'at most −5 %'],
    ['5', 'higher', 'at least −5 %'],
    ['-5', 'higher', 'at least −5 %'],
  ] as const)('a budget of %s, %s is better, is %s', (budgetPct, direction, text) =>
    expect(budgetWords({ budgetPct, direction })).toBe(text),
  );
});

describe('in a job summary', () => {
  const list = (runs: readonly MeasuredRun[], side: string): string =>
    runs.flatMap((run) => (run.side === side ? [run.value] : [])).join(', ');
  test('all of it', () => {
    const found = result();
    const { runs, selfTest } = MEASURED;
    expect(perfSummary(MEASURED, found)).toBe(`### \`perf:x\`: ❌ fail (over-budget)

${found.words}

What to do: make head faster, or agree on another budget in the contract.

|  | Base origin/main | Head topic | Change |
|---|---|---|---|
| Commit | \`111111111111\` | \`222222222222\` |  |
| cost_ms (ms), median | 100.14 | 120.53 | +20.0 % |
| Spread of the middle half | 0.3 % | 1.4 % | +18.4 % to +21.6 % (95 %) |
| Runs | 6 | 5 |  |
| Budget |  |  | at most +5 %, lower is better |
| Detectable beyond the budget |  |  | 1.20 % |
| Self-test: base against itself |  |  | +0.89 %, −0.22 % to +2.01 % (99 %) |
| Machine | \`aaaaaaaaaaaaaaaa\` | 4 cores | isolation: none |

${samplesChart(runs)}

<details><summary>Every run</summary>

Base: ${list(runs, 'base')}

Head: ${list(runs, 'head')}

</details>

<details><summary>Every run of the self-test</summary>

Base: ${list(selfTest, 'base')}

Head: ${list(selfTest, 'head')}

</details>
`);
  });

  test('a base that is named by its sha alone is named once', () => {
    const base = { ref: '1'.repeat(40), sha: '1'.repeat(40) };
    const measured = { ...MEASURED, base };
    expect(perfSummary(measured, resultOf(measured))).toContain('|  | Base | Head topic | Change |');
    expect(askedLines(measured)).toContain('base    111111111111');
  });

  test('of what never ran', () => {
    const fault = { reason: 'build', why: 'no compiler', fix: 'install one' } as const;
    const { gate: _, ...byHand } = MEASURED;
    const measured = { ...byHand, runs: [], selfTest: [], fault };
    expect(perfSummary(measured, resultOf(measured))).toBe(`### Performance: ❌ fail (build)

No compiler.

What to do: install one.

|  | Base origin/main | Head topic | Change |
|---|---|---|---|
| Commit | \`111111111111\` | \`222222222222\` |  |
| cost_ms, median | - | - | not judged |
| Spread of the middle half | - | - |  |
| Runs | 0 | 0 |  |
| Budget |  |  | at most +5 %, lower is better |
| Machine | \`aaaaaaaaaaaaaaaa\` | 4 cores | isolation: none |
`);
  });

  test('a chart of runs', () => {
    expect(samplesChart(runsOf([10, 20, 11, 21, 30]))).toBe(`\`\`\`mermaid
xychart-beta
  title "Runs in their order"
  x-axis "comparison" 1 --> 2
  y-axis "measured" 9 --> 31
  line [10, 11]
  line [20, 21]
\`\`\`

First line: base. Second line: head.`);
    expect(samplesChart(runsOf([0.5, 0.5, 0.5]))).toContain('y-axis "measured" 0 --> 1.5');
  });

  test.each([
    ['pass', '✅ pass (noise)'],
    ['fail', '❌ fail (noise)'],
    ['inconclusive', '❔ inconclusive (noise)'],
  ] as const)('%s', (verdict, title) => expect(verdictTitle({ verdict, reason: 'noise' })).toBe(title));
});

describe('in a terminal', () => {
  test('what is asked, before anything runs', () => {
    expect(askedLines(MEASURED)).toEqual([
      'gate    perf:`x`',
      'metric  cost_ms, lower is better, budget at most +5 %',
      'base    111111111111 origin/main',
      'head    222222222222 topic',
      'runs    5 of each, up to 10 while they cannot tell',
    ]);
    const { gate: _, ...byHand } = MEASURED;
    expect(askedLines(byHand)[0]).toMatch(/^metric /);
  });

  test('a verdict without runs, in each colour', () => {
    const none = { ...MEASURED, runs: runsOf([1, 2]), selfTest: [] };
    const words = 'Words.';
    const of = (verdict: 'pass' | 'fail' | 'inconclusive', color: boolean, fix = '') =>
      perfLines(none, { verdict, reason: 'noise', words, fix }, { color, width: 80 });
    const machine = 'machine    aaaaaaaaaaaaaaaa, 4 cores; isolation: none; 12.3 s';
    expect(of('fail', false, 'repair it')).toEqual([machine, '', '✗ fail (noise)', '  Words.', '  Fix: repair it.']);
    expect(of('pass', true)).toEqual([machine, '', '\u001b[32m✓ pass\u001b[0m (noise)', '  Words.']);
    expect(of('inconclusive', true)).toEqual([machine, '', '\u001b[33m? inconclusive\u001b[0m (noise)', '  Words.']);
  });
});
