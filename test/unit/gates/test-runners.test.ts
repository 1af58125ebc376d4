import { describe, expect, test } from '@jest/globals';
import { tests } from '../../../src/gates/tests.ts';
import { command, observe, reports, said, testRun } from '../../fixtures/gates/observation.ts';

const judge = (run: ReturnType<typeof command>, acs: readonly string[] = []) => {
  const result = tests.evaluate(observe([run], { acs }));
  return [result.verdict, said(result)[0]!.replace(/^[^:]+: /, '')];
};

describe('recorded runs', () => {
  test.each([
    ['libtest', 'cargo-skips', 'pass', '4/4 pass, 1 ignored, 1 skipped itself'],
    ['libtest', 'cargo-colour', 'pass', '4/4 pass, 1 ignored, 1 skipped itself'],
    ['libtest', 'cargo-filter', 'pass', '1/1 pass, 4 left out'],
    ['libtest', 'cargo-filter-none', 'fail', 'no test ran, the filter left out 5'],
    ['libtest', 'cargo-red', 'fail', '4/6 pass, 1 ignored, 1 skipped itself'],
    ['libtest', 'cargo-abort', 'fail', '4 test binaries were started, 3 left a result (exit 101)'],
    ['libtest', 'cargo-exit-0', 'fail', '4 test binaries were started, 3 left a result'],
    ['nextest', 'nextest-ok', 'pass', '3/3 pass, 1 skipped itself, 1 left out'],
    ['nextest', 'nextest-colour', 'pass', '3/3 pass, 1 skipped itself, 1 left out'],
    ['nextest', 'nextest-flaky', 'pass', '4/4 pass, 1 skipped itself, 1 flaky, 1 left out'],
    ['nextest', 'nextest-red', 'fail', '3/5 pass, 1 skipped itself, 1 left out'],
    ['nextest', 'nextest-abort', 'fail', '3/4 pass, 1 skipped itself, 1 left out'],
    ['nextest', 'nextest-exit-0', 'fail', 'tern::red ends ended its process without a result'],
    ['nextest', 'nextest-fail-fast', 'fail', '5 of 6 tests were run (exit 100)'],
    ['nextest', 'nextest-none', 'fail', 'no test ran, the filter left out 5'],
    ['nextest', 'nextest-broken', 'fail', '1 error, no test ran'],
    ['pytest', 'pytest-ok', 'pass', '4/4 pass, 2 ignored, 1 skipped itself'],
    ['pytest', 'pytest-colour', 'pass', '4/4 pass, 2 ignored, 1 skipped itself'],
    ['pytest', 'pytest-quiet', 'pass', '4/4 pass, 2 ignored, 1 skipped itself'],
    ['pytest', 'pytest-deselected', 'pass', '1/1 pass, 6 left out'],
    ['pytest', 'pytest-red', 'fail', '4/9 pass, 2 ignored, 1 skipped itself'],
    ['pytest', 'pytest-collect', 'fail', '1 error, no test ran'],
    ['pytest', 'pytest-exit-0', 'fail', 'the command wrote no JUnit report'],
    ['pytest', 'pytest-none', 'fail', 'no test ran, the filter left out 7'],
    ['junit', 'node-junit-ok', 'pass', '3/3 pass, 2 ignored'],
    ['junit', 'node-junit-red', 'fail', '3/4 pass, 2 ignored'],
    ['junit', 'vitest-ok', 'pass', '2/2 pass, 2 ignored'],
    ['junit', 'vitest-red', 'fail', '2/4 pass, 2 ignored'],
    ['junit', 'jest-junit-ok', 'pass', '2/2 pass, 1 ignored'],
    ['junit', 'jest-junit-red', 'fail', '2/3 pass, 1 ignored'],
    ['junit', 'jest-junit-todo', 'fail', '{out}/junit.xml: a suite says tests="3", its test cases say 4'],
    ['tap', 'tape-ok', 'pass', '1/1 pass'],
    ['tap', 'tape-red', 'fail', '1/2 pass'],
    ['tap', 'bats-ok', 'pass', '1/1 pass, 1 ignored'],
    ['tap', 'bats-red', 'fail', '1/2 pass, 1 ignored'],
  ] as const)('%s: %s', (parser, name, verdict, line) => {
    expect(judge(testRun(parser, name))).toEqual([verdict, line]);
  });

  test.each([
    ['libtest', 'cargo-red', ['crates/tern/tests/red.rs:4']],
    ['nextest', 'nextest-red', ['crates/tern/tests/red.rs:4']],
    [
      'pytest',
      'pytest-red',
      [
        'tests/test_red.py:17',
        'tests/test_red.py:7',
        'tests/test_red.py:13',
        'tests/test_red.py:29',
        'tests/test_red.py:32',
      ],
    ],
    ['pytest', 'pytest-collect', ['tests/test_red.py:1']],
    ['junit', 'node-junit-red', ['test/red.test.js:4']],
    ['junit', 'vitest-red', ['test/gone.test.js:2', 'test/red.test.js:2']],
    ['junit', 'jest-junit-red', ['test/red.test.js:1']],
  ] as const)('%s: %s is annotated where it failed', (parser, name, places) => {
    const notes = tests.evaluate(observe([testRun(parser, name)])).annotations;
    expect(notes.map((note) => `${note.path}:${note.start_line}`)).toEqual(places);
  });

  test.each([
    ['libtest', 'cargo-skips', 'AC1'],
    ['nextest', 'nextest-ok', 'AC1'],
    ['pytest', 'pytest-ok', 'AC1 AC2'],
    ['junit', 'node-junit-ok', 'AC1 AC2'],
    ['junit', 'vitest-ok', 'AC1 AC2'],
    ['junit', 'jest-junit-ok', 'AC1 AC2'],
    ['tap', 'bats-ok', 'AC1'],
  ] as const)('%s: %s maps %s and no more', (parser, name, met) => {
    const acs = ['AC1', 'AC2', 'AC3'];
    const result = tests.evaluate(observe([testRun(parser, name)], { acs }));
    const mapped = result.rows.filter((row) => acs.includes(row.item) && row.status === 'pass').map((row) => row.item);
    expect([result.verdict, mapped.join(' ')]).toEqual(['fail', met]);
  });

  test('a test that says it skips does not meet its criterion, and the row says so', () => {
    const { rows, verdict } = tests.evaluate(observe([testRun('libtest', 'cargo-skips')], { acs: ['AC2'] }));
    expect([verdict, rows.find((row) => row.item === 'AC2')?.detail]).toEqual([
      'fail',
      'skipped itself: ac2_i2s_model',
    ]);
  });
});

describe('a report alone is not believed', () => {
  const run = (parser: 'nextest' | 'pytest' | 'junit', name: string, edit: (xml: string) => string) => {
    const whole = testRun(parser, name);
    const { text } = [...whole.reports.values()][0]!;
    const edited = edit(text!);
    expect(edited).not.toBe(text);
    return judge({ ...whole, reports: reports(edited) });
  };

  test.each([
    [
      'nextest',
      'nextest-ok',
      'a case is left out',
      (xml: string) => xml.replace(/<testcase name="refuses"[^]*?<\/testcase>/, ''),
      /says tests="3", its test cases say 2/,
    ],
    [
      'nextest',
      'nextest-ok',
      'a case is left out and the numbers are mended',
      (xml: string) =>
        xml
          .replace(/<testcase name="refuses"[^]*?<\/testcase>/, '')
          .replace('tests="4"', 'tests="3"')
          .replace('tests="3" skipped="0" errors', 'tests="2" skipped="0" errors'),
      /the summary counts 4 tests, the report holds 3/,
    ],
    [
      'pytest',
      'pytest-ok',
      'a skipped test has become a passed one',
      (xml: string) =>
        xml.replace(/<skipped type="pytest.skip".*?<\/skipped>/, '').replace('skipped="2"', 'skipped="1"'),
      /counts 2 skipped, the report holds 1/,
    ],
    [
      'junit',
      'vitest-ok',
      'a number is no number',
      (xml: string) => xml.replace('tests="4"', 'tests="many"'),
      /says tests="many"/,
    ],
    [
      'junit',
      'node-junit-red',
      'the failure is taken out',
      (xml: string) => xml.replace(/<failure[^]*?<\/failure>/, ''),
      /says failures="1"/,
    ],
  ] as const)('%s: %s: %s', (parser, name, _, edit, reason) => {
    const [verdict, line] = run(parser, name, edit);
    expect(verdict).toBe('fail');
    expect(line).toMatch(reason);
  });

  test.each(['nextest', 'pytest', 'junit'] as const)('%s: no report, a refused one, a binary one', (parser) => {
    const name = { nextest: 'nextest-ok', pytest: 'pytest-ok', junit: 'vitest-ok' }[parser];
    const file = { path: '{out}/junit.xml', bytes: 1, sha256: '' };
    const fails = (list: object[]) =>
      judge(testRun(parser, name, { reports: new Map(list.map((one, i) => [String(i), { ...file, ...one }])) }));
    expect(fails([])).toEqual(['fail', 'the command wrote no JUnit report']);
    expect(fails([{ refused: 'a symbolic link' }])).toEqual(['fail', '{out}/junit.xml: a symbolic link']);
    expect(fails([{}])).toEqual(['fail', '{out}/junit.xml: not text']);
  });

  test('the summary of the runner is missing', () => {
    const cut = (text: string) => text.replace(/^ *Summary.*$/m, '').replace(/^=+ \d.*$/m, '');
    for (const [parser, name] of [
      ['nextest', 'nextest-ok'],
      ['pytest', 'pytest-ok'],
    ] as const) {
      const whole = testRun(parser, name);
      const [verdict, line] = judge({ ...whole, stdout: cut(whole.stdout), stderr: cut(whole.stderr) });
      expect(verdict).toBe('fail');
      expect(line).toMatch(/ended without its .?[sS]ummary/);
    }
  });

  test('several reports are summed', () => {
    const [one] = [...testRun('junit', 'vitest-ok').reports.values()];
    const both = new Map([
      ['a', { ...one!, path: 'a' }],
      ['b', { ...one!, path: 'b' }],
    ]);
    expect(judge(testRun('junit', 'vitest-ok', { reports: both }))).toEqual(['pass', '4/4 pass, 4 ignored']);
  });
});

describe('TAP of any producer', () => {
  const tap = (text: string, exitCode = 0) => judge(command('tap', text, '', exitCode));
  test.each([
    ['plan last', 'TAP version 14\nok 1 - a\nok 2 - b\n1..2\n', 'pass', '2/2 pass'],
    ['without numbers', '1..2\nok a\nok b\n', 'pass', '2/2 pass'],
    [
      'subtests count through their point',
      '1..1\n# Subtest: x\n    ok 1 - y\n    1..1\nok 1 - x\n',
      'pass',
      '1/1 pass',
    ],
    [
      'skip and todo are ignored',
      '1..3\nok 1 a\nok 2 b # SKIP no\nnot ok 3 c # TODO later\n',
      'pass',
      '1/1 pass, 2 ignored',
    ],
    ['an escaped number sign is no directive', '1..1\nok 1 a \\# SKIP me\n', 'pass', '1/1 pass'],
    ['nothing', '', 'fail', 'no TAP plan'],
    ['an empty plan', '1..0 # SKIP all\n', 'fail', 'no test ran'],
    ['all skipped', '1..1\nok 1 # skip\n', 'fail', 'no test ran, 1 ignored'],
    ['too few points', '1..3\nok 1\nok 2\n', 'fail', 'the plan says 3 points, there are 2'],
    ['a point twice', '1..2\nok 1\nok 1\n', 'fail', 'point 1 stands where 2 belongs'],
    ['two plans', '1..1\nok 1\n1..1\n', 'fail', 'two plans'],
    ['given up', '1..1\nok 1\nBail out! no disk\n', 'fail', 'the run was given up: no disk'],
    ['a failure hides in a skip', '1..1\nnot ok 1 a # SKIP\n', 'fail', 'exit 0 with failed tests'],
    [
      'cut off in a diagnostic',
      '1..1\nok 1\n  ---\n  message: x\n',
      'fail',
      'the output ends inside a diagnostic block',
    ],
  ])('%s', (_, text, verdict, line) => {
    expect(tap(text)).toEqual([verdict, line]);
  });
});
