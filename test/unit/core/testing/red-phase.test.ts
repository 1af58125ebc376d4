import { describe, expect, test } from '@jest/globals';
import { judgeRed } from '../../../../src/core/testing/red-phase.ts';
import type { CommandResult, GateObservation } from '../../../../src/core/gate.ts';
import { command, observe, said } from '../../../fixtures/gates/observation.ts';

const NEW = 'test/new.test.js';
/** A run of TAP: `ok name`, `not ok name`, `ok name # SKIP`. */
const run = (tree: CommandResult['tree'], points: readonly string[], over: Partial<CommandResult> = {}) => {
  const failed = points.some((point) => point.startsWith('not ok'));
  const text = `1..${points.length}\n${points.map((point, i) => point.replace(/ok /, `ok ${i + 1} - `)).join('\n')}\n`;
  return command('tap', text, '', failed ? 1 : 0, { tree, ...over });
};
const red = (old: readonly string[], head: readonly string[], over: Partial<GateObservation> = {}) =>
  judgeRed(observe([], { phase: 'red', newTests: [NEW], ...over }), [run('without-new-tests', old), run('head', head)]);
const outcome = (result: ReturnType<typeof judgeRed>) => [
  [result.verdict, result.reason].filter(Boolean).join(' '),
  ...said(result),
];

describe('the red phase', () => {
  test.each<[string, readonly string[], readonly string[], Partial<GateObservation>, string[]]>([
    [
      'every new test fails',
      ['ok a'],
      ['ok a', 'not ok ac1_b', 'not ok c'],
      {},
      ['fail red-phase', 'red: 2/2 new tests fail'],
    ],
    ['a new test passes', ['ok a'], ['ok a', 'ok b', 'not ok c'], {}, ['fail', 'red: 1/2 new tests fail']],
    [
      'an ignored new test does not count',
      ['ok a'],
      ['ok a', 'ok b # SKIP', 'not ok c'],
      {},
      ['fail red-phase', 'red: 1/1 new tests fail'],
    ],
    ['no new test ran', ['ok a'], ['ok a'], {}, ['fail', 'red: the new files hold no new test']],
    [
      'all new tests are ignored',
      ['ok a'],
      ['ok a', 'ok b # SKIP'],
      {},
      ['fail', 'red: the new files hold no new test'],
    ],
    ['no new file', ['ok a'], ['ok a', 'not ok b'], { newTests: [] }, ['fail', 'red: no new test file']],
    [
      'the old tests fail',
      ['ok a', 'not ok b'],
      ['ok a', 'not ok b', 'not ok c'],
      {},
      ['fail', 'without new tests: 1/2 pass'],
    ],
    [
      'an old test fails beside the new ones',
      ['ok a', 'ok b'],
      ['not ok a', 'ok b', 'not ok c'],
      {},
      ['fail', 'tap: 1 old test fail'],
    ],
    [
      'two old tests fail',
      ['ok a', 'ok b'],
      ['not ok a', 'not ok b', 'not ok c'],
      {},
      ['fail', 'tap: 2 old tests fail'],
    ],
    [
      'a new test with the name of an old one',
      ['ok a'],
      ['ok a', 'not ok a'],
      {},
      ['fail red-phase', 'red: 1/1 new tests fail'],
    ],
    [
      'criteria',
      ['ok a'],
      ['ok a', 'not ok ac1_b', 'not ok ac3_c'],
      { acs: ['AC1', 'AC2'] },
      ['fail red-phase', 'red: 2/2 new tests fail', 'AC: 1/2 mapped; no new test: AC2'],
    ],
  ])('%s', (_, old, head, over, expected) => expect(outcome(red(old, head, over))).toEqual(expected));

  test('its rows and numbers', () => {
    const result = red(['ok a', 'ok z'], ['ok a', 'ok z', 'ok b', 'not ok ac1_c', 'ok d # SKIP'], { acs: ['AC1'] });
    expect(result.rows).toEqual([
      { item: 'without new tests', status: 'pass', detail: '2/2 pass' },
      { item: 'new tests', status: 'fail', detail: '1/2 new tests fail' },
      { item: 'AC1', status: 'pass', detail: 'ac1_c' },
    ]);
    expect(result.numbers).toEqual({ passed: 3, failed: 1, ignored: 1, total: 4 });
    expect(result.annotations).toEqual([
      {
        path: NEW,
        start_line: 1,
        end_line: 1,
        annotation_level: 'failure',
        title: 'b',
        message: 'This new test passes before there is an implementation.',
      },
    ]);
    expect(red(['ok a'], ['ok a', 'not ok b']).rows).toEqual([
      { item: 'without new tests', status: 'pass', detail: '1/1 pass' },
      { item: 'new tests', status: 'red', detail: '1/1 new tests fail' },
    ]);
    expect(red(['ok a'], ['ok a', 'not ok b']).annotations).toEqual([]);
  });

  test('a failure says its numbers, too', () => {
    const result = red(['ok a'], ['ok a', 'not ok b'], { newTests: [] });
    expect(result).toEqual({
      verdict: 'fail',
      evidence: [{ key: 'red', value: 'no new test file' }],
      annotations: [],
      rows: [{ item: 'red', status: 'fail', detail: 'no new test file' }],
      numbers: { passed: 1, failed: 1, ignored: 0, total: 2 },
    });
  });

  test.each([
    ['head', [run('head', ['ok a'])]],
    ['without the new tests', [run('without-new-tests', ['ok a'])]],
    ['of the base', [run('base', ['ok a']), run('head', ['ok a'])]],
  ])('one run, %s, is not enough', (_, commands) => {
    const result = judgeRed(observe([], { newTests: [NEW] }), commands);
    expect(outcome(result)).toEqual(['fail', 'tap: the red phase needs two runs']);
    expect(result.numbers).toEqual({});
  });

  test('a report that cannot be read is a failure, of either run', () => {
    const observation = observe([], { newTests: [NEW] });
    const judge = (old: CommandResult, head: CommandResult) => outcome(judgeRed(observation, [old, head]));
    expect(judge(run('without-new-tests', ['ok a'], { exitCode: 3 }), run('head', ['ok a', 'not ok b']))).toEqual([
      'fail',
      'without new tests: exit 3 without a failed test',
    ]);
    expect(judge(run('without-new-tests', ['ok a']), run('head', ['ok a'], { exitCode: 3 }))).toEqual([
      'fail',
      'tap: exit 3 without a failed test',
    ]);
  });
});

/** A run of node --test; each file that did not load with what it wrote. */
const loading = (
  tree: CommandResult['tree'],
  files: Readonly<Record<string, string>>,
  names: readonly string[] = [],
) => {
  const failed = Object.entries(files);
  const all = names.length + failed.length;
  const lines = [
    'TAP version 13',
    ...names.map((name, i) => `ok ${i + 1} - ${name}`),
    ...failed.flatMap(([path, wrote], i) => [`# ${wrote}`, `not ok ${names.length + i + 1} - ${path}`]),
    `1..${all}`,
    ...[`tests ${all}`, 'suites 0', `pass ${names.length}`, `fail ${failed.length}`].map((line) => `# ${line}`),
    ...['cancelled 0', 'skipped 0', 'todo 0'].map((line) => `# ${line}`),
  ];
  return command('node-tap', `${lines.join('\n')}\n`, '', failed.length > 0 ? 1 : 0, { tree });
};
const ABSENT = "Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/repo/src/new.js'";
const declare = (...names: string[]) => names.map((name) => `test('${name}', () => assert.equal(f(), 1));\n`).join('');

describe('files that do not load in the red phase', () => {
  const OTHER = 'test/other.test.js';
  const judge = (
    head: CommandResult,
    over: Partial<GateObservation> = {},
    old = loading('without-new-tests', {}, ['a']),
  ) => judgeRed(observe([], { phase: 'red', newTests: [NEW, OTHER], ...over }), [old, head]);

  test('for want of the API count by the names in their source, but for those that were there', () => {
    const files = new Map([
      [NEW, declare('ac1_b', 'c', 'was')],
      [OTHER, declare('d')],
    ]);
    const before = new Map([[NEW, declare('was')]]);
    const one = judge(loading('head', { [NEW]: ABSENT }, ['a']), { files, before, acs: ['AC1'] });
    expect(outcome(one)).toEqual(['fail red-phase', 'red: 2/2 new tests fail', 'AC: 1/1 mapped']);
    expect(one.numbers).toEqual({ passed: 1, failed: 1, ignored: 0, total: 2 });
    const two = judge(loading('head', { [NEW]: ABSENT, [OTHER]: ABSENT }, ['a', 'e']), { files, before });
    expect(outcome(two)).toEqual(['fail', 'red: 3/4 new tests fail']);
    // Of a run in which nothing else ran, every new file counts, for none was asked.
    expect(outcome(judge(loading('head', { [NEW]: ABSENT }), { files, before }))).toEqual([
      'fail red-phase',
      'red: 3/3 new tests fail',
    ]);
    expect(outcome(judge(loading('head', { [NEW]: ABSENT })))).toEqual(['fail', 'red: the new files hold no new test']);
  });

  test('for another reason, or that are old, are errors', () => {
    const alien = judge(loading('head', { [NEW]: ABSENT, 'test/old.test.js': ABSENT }, ['a']));
    expect(outcome(alien)).toEqual(['fail', 'node --test: 1 error that no missing API explains']);
    expect(alien.annotations).toEqual([
      {
        path: 'test/old.test.js',
        start_line: 1,
        end_line: 1,
        annotation_level: 'failure',
        title: 'does not load',
        message: ABSENT,
      },
    ]);
    const both = judge(loading('head', { [NEW]: 'SyntaxError: Unexpected token', 'test/old.test.js': ABSENT }, ['a']));
    expect(outcome(both)).toEqual(['fail', 'node --test: 2 errors that no missing API explains']);
  });

  test('without the new tests are failures, each with its place', () => {
    const old = loading('without-new-tests', { 'test/old.test.js': 'SyntaxError: Unexpected token' }, ['a']);
    const result = judge(loading('head', { [NEW]: ABSENT }, ['a']), {}, old);
    expect(outcome(result)).toEqual(['fail', 'without new tests: 1/2 pass']);
    expect(result.annotations.map(({ path, annotation_level, message }) => [path, annotation_level, message])).toEqual([
      ['test/old.test.js', 'failure', 'SyntaxError: Unexpected token'],
    ]);
  });
});
