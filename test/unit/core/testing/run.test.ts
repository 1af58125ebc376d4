import { describe, expect, test } from '@jest/globals';
import type { CommandResult } from '../../../../src/core/gate.ts';
import { PARSERS } from '../../../../src/core/profile.ts';
import { failures, readRuns, runLabel, unloadedNotes } from '../../../../src/core/testing/run.ts';
import type { TestReport } from '../../../../src/core/testing/report.ts';
import { command } from '../../../fixtures/gates/observation.ts';

const tap = (points: readonly string[], over: Partial<CommandResult> = {}) =>
  command(
    'tap',
    `1..${points.length}\n${points.map((point, i) => point.replace(/ok /, `ok ${i + 1} - `)).join('\n')}\n`,
    '',
    0,
    over,
  );
const problem = (...commands: CommandResult[]) => readRuns(commands).problem;
const libtest = (filtered: number) =>
  command(
    'libtest',
    `\nrunning 0 tests\n\ntest result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; ${filtered} filtered out; finished in 0.00s\n\n`,
    '     Running tests/a.rs (target/debug/deps/a-0123456789abcdef)\n',
    0,
  );

describe('a run of tests', () => {
  test('several commands are one report', () => {
    const two = [tap(['ok a', 'ok b # SKIP']), tap(['not ok c', 'ok d'], { exitCode: 1 })];
    const { tests, ...rest } = readRuns(two);
    expect(tests.map(({ name, status }) => `${name} ${status}`)).toEqual(['a pass', 'b ignored', 'c fail', 'd pass']);
    expect(rest).toEqual({ passed: 2, failed: 1, ignored: 1, filtered: 0, unloaded: [] });
  });

  test.each<[string, CommandResult, string | undefined]>([
    ['all pass', tap(['ok a']), undefined],
    ['a failure with exit 1', tap(['not ok a'], { exitCode: 1 }), undefined],
    ['a failure with exit 0', tap(['not ok a']), 'exit 0 with failed tests'],
    ['exit 1 without a failure', tap(['ok a'], { exitCode: 1 }), 'exit 1 without a failed test'],
    ['no exit code', tap(['ok a'], { exitCode: null }), 'exit null without a failed test'],
    ['cut output', tap(['ok a'], { truncated: true }), 'output over the limit, the counts cannot be trusted'],
  ])('%s', (_, run, expected) => expect(problem(run)).toBe(expected));

  test('an unreadable report says how its run ended', () => {
    const bare = (over: Partial<CommandResult>) => problem(command('tap', '', '', 0, over));
    const plain = bare({})!;
    expect(plain).not.toContain('(');
    expect(bare({ exitCode: 2 })).toBe(`${plain} (exit 2)`);
    expect(bare({ truncated: true })).toBe(`${plain} (output over the limit)`);
    expect(bare({ exitCode: 2, truncated: true })).toBe(`${plain} (exit 2, output over the limit)`);
    expect(problem(tap(['ok a']), command('tap', '', '', 2))).toBe(`${plain} (exit 2)`);
  });

  test('tests that a filter left out are counted, and named where nothing else explains the exit code', () => {
    expect(readRuns([libtest(3), libtest(4)]).filtered).toBe(7);
    const with4 = { ...libtest(3), exitCode: 4 };
    expect(problem(with4)).toBe('no test ran, the filter left out 3');
    expect(problem({ ...libtest(0), exitCode: 4 })).toBe('exit 4 without a failed test');
    const some = libtest(3)
      .stdout.replace('running 0 tests\n', 'running 1 test\ntest a ... ok\n')
      .replace('0 passed', '1 passed');
    expect(problem({ ...with4, stdout: some })).toBe('exit 4 without a failed test');
  });

  test('a parser of something else reads no tests', () => {
    const readers = ['libtest', 'node-tap', 'nextest', 'pytest', 'junit', 'tap'];
    for (const parser of PARSERS.filter((name) => !readers.includes(name)))
      expect(readRuns([command(parser, 'x', '', 0)])).toEqual({
        problem: `the parser ${parser} does not read tests`,
        tests: [],
        passed: 0,
        failed: 0,
        ignored: 0,
        filtered: 0,
        unloaded: [],
      });
    for (const parser of readers) expect(problem(command(parser as 'tap', 'x', '', 0))).not.toContain('does not read');
  });

  test.each([
    ['libtest', 'cargo test'],
    ['node-tap', 'node --test'],
    ['nextest', 'cargo nextest'],
    ['pytest', 'pytest'],
    ['tap', 'unit'],
  ] as const)('the evidence calls one of %s %s', (parser, label) => {
    expect(runLabel([command(parser, '', '', 0, { step: 'unit' }), command('junit', '', '', 0)])).toBe(label);
  });

  test('failures and files that did not load are annotated where they lie', () => {
    const note = { start_line: 1, end_line: 1, annotation_level: 'failure', message: 'failed' };
    const one: TestReport['tests'][number] = { name: 'a', fullName: 's > a', status: 'fail' };
    const report: TestReport = {
      tests: [
        { ...one, path: 'a.js' },
        { ...one, path: 'b.js', line: 7, message: 'no' },
        one,
        { ...one, status: 'pass', path: 'c.js' },
      ],
      passed: 1,
      failed: 3,
      ignored: 0,
      unloaded: [
        { path: 'd.js', line: 3, message: 'SyntaxError', unresolved: false },
        { path: '', line: 1, message: 'could not compile', unresolved: false },
      ],
    };
    expect(failures(report)).toEqual([
      { ...note, path: 'a.js', title: 's > a' },
      { ...note, path: 'b.js', title: 's > a', start_line: 7, end_line: 7, message: 'no' },
    ]);
    expect(unloadedNotes(report, 'warning')).toEqual([
      {
        path: 'd.js',
        start_line: 3,
        end_line: 3,
        annotation_level: 'warning',
        title: 'does not load',
        message: 'SyntaxError',
      },
    ]);
  });
});
