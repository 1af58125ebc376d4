import { describe, expect, test } from '@jest/globals';
import { compileErrors, parseLibtest } from '../../../../src/core/parsers/libtest.ts';
import type { TestReport } from '../../../../src/core/testing/report.ts';

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;
/** The last line of a test binary. */
const result = (passed: number, failed = 0, ignored = 0, measured = 0, filtered = 0) =>
  `test result: ${failed === 0 ? 'ok' : 'FAILED'}. ${passed} passed; ${failed} failed; ${ignored} ignored; ${measured} measured; ${filtered} filtered out; finished in 0.00s`;
const RUNNING = '     Running unittests src/lib.rs (target/debug/deps/x-0123)';
const parse = (stdout: string, stderr = `${RUNNING}\n`) => parseLibtest(stdout, stderr, '/r');
const passing = (name: string) => ({ name: name.split('::').at(-1)!, fullName: name, status: 'pass' }) as const;

test('a run of several binaries', () => {
  const stdout = lines(
    '',
    'running 4 tests',
    'test m::a ... ok',
    'test m::b - should panic ... FAILED',
    'test c ... ignored, needs a GPU',
    'test d ... FAILED',
    '',
    'failures:',
    '',
    '---- d stdout ----',
    "thread 'd' (123) panicked at src/lib.rs:5:9:",
    'assertion failed: x',
    "thread 'm::a' panicked at src/lib.rs:7:9:",
    'caught by the test',
    '',
    'failures:',
    '    test d ... FAILED',
    '',
    result(1, 2, 1, 0, 12),
    '',
    'running 3 tests',
    'test src/lib.rs - f (line 3) ... ok',
    'test src/lib.rs - g (line 9) - compile fail ... ok',
    'test src/lib.rs - h (line 15) - compile ... ok',
    '',
    result(3, 0, 0, 0, 1),
  );
  expect(parse(stdout, `${RUNNING}\n   Doc-tests x\n`)).toStrictEqual({
    tests: [
      passing('m::a'),
      { name: 'b', fullName: 'm::b', status: 'fail' },
      { name: 'c', fullName: 'c', status: 'ignored' },
      { name: 'd', fullName: 'd', status: 'fail', path: 'src/lib.rs', line: 5, message: 'assertion failed: x' },
      passing('src/lib.rs - f (line 3)'),
      passing('src/lib.rs - g (line 9)'),
      passing('src/lib.rs - h (line 15)'),
    ],
    passed: 4,
    failed: 2,
    ignored: 1,
    filtered: 13,
    unloaded: [],
  } satisfies TestReport);
});

describe('lines that are read', () => {
  const names = (...all: readonly string[]) =>
    parse(lines('running 12 tests', ...all, result(12))).tests.map(({ fullName, status }) => `${status} ${fullName}`);
  test.each([
    ['test a ... ok', ['pass a']],
    [`test ${'x'.repeat(500)} ... ok`, [`pass ${'x'.repeat(500)}`]],
    [`test ${'x'.repeat(501)} ... ok`, []],
    ['a test b ... ok', []],
    ['test a ...ok', []],
    ['test a ... fine', []],
    ['failures:\ntest a ... ok', []],
    ['successes:\ntest a ... ok', []],
    ['no failures:\ntest a ... ok', ['pass a']],
    ['successes: all\ntest a ... ok', ['pass a']],
  ])('%j', (line, said) => {
    expect(names(line)).toEqual(said);
  });

  test.each([
    ['running 1 test', 1],
    ['running 2 tests', 1],
    ['not running 1 test', 0],
    ['running 1 test of 3', 0],
    ['running tests', 0],
  ])('%j begins a binary: %i tests', (line, tests) => {
    expect(parse(lines(line, 'test a ... ok', result(1))).tests).toHaveLength(tests);
  });

  test('a panic inside a line is none', () => {
    const stdout = lines(
      'running 1 test',
      'test a ... FAILED',
      '',
      'failures:',
      "x thread 'a' panicked at a.rs:1:2:",
      'odd',
      result(0, 1),
    );
    expect(parse(stdout).tests).toStrictEqual([{ name: 'a', fullName: 'a', status: 'fail' }]);
  });

  test('a place outside the tree is none', () => {
    const panic = (place: string) => `thread 'a' panicked at ${place}:\nodd`;
    const failed = (place: string) =>
      parse(lines('running 1 test', 'test a ... FAILED', '', 'failures:', panic(place), result(0, 1))).tests;
    const plain = { name: 'a', fullName: 'a', status: 'fail' };
    expect(failed('/rustc/library/core.rs:3:4')).toStrictEqual([plain]);
    expect(failed('/r/tests/a.rs:33:44')).toStrictEqual([{ ...plain, path: 'tests/a.rs', line: 33, message: 'odd' }]);
  });
});

describe('why a report cannot be trusted', () => {
  const A = 'test a ... ok';
  const ONE = lines('running 1 test', A, result(1));
  const NO_RESULT = 'a test binary left no result';
  test.each([
    ['nothing', '', RUNNING, 'no `test result:` line'],
    [
      'words',
      'it says test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out',
      '',
      'no `test result:` line',
    ],
    ['a binary that ended', ONE + lines('running 1 test', A), RUNNING, NO_RESULT],
    ['a binary that ended before another', lines('running 1 test', A) + ONE, RUNNING, NO_RESULT],
    ['a binary that began nothing', ONE, lines(RUNNING, RUNNING), '2 test binaries were started, 1 left a result'],
    ['a result too many', ONE + ONE, RUNNING, '1 test binaries were started, 2 results were printed'],
    [
      'doc-tests that began nothing',
      ONE,
      lines(RUNNING, '   Doc-tests x'),
      '2 test binaries were started, 1 left a result',
    ],
    [
      'doc-tests with three results',
      ONE + ONE + ONE + ONE,
      lines(RUNNING, '   Doc-tests x'),
      '2 test binaries were started, 4 results were printed',
    ],
    ['a result of nothing', lines(result(1)), RUNNING, 'a `test result:` line that no binary announced'],
    [
      'a second result',
      ONE + lines(result(1)),
      lines(RUNNING, RUNNING),
      'a `test result:` line that no binary announced',
    ],
    ['another number', lines('running 12 tests', A, result(10)), RUNNING, '12 tests were announced, 10 have a result'],
    ['too many lines', lines('running 1 test', A, A, result(1)), RUNNING, '2 lines tell of tests, 1 have a result'],
    ['too many say ok', lines('running 2 tests', A, A, result(1, 1)), RUNNING, '2 tests say ok, 1 passed'],
    [
      'the first of several',
      lines('running 2 tests', A, A, result(1, 1), 'running 3 tests', result(1), result(1)),
      lines(RUNNING, RUNNING, RUNNING),
      '2 tests say ok, 1 passed',
    ],
  ])('%s', (_, stdout, stderr, problem) => {
    expect(parse(stdout, stderr).problem).toBe(problem);
  });

  test.each([
    ['each kind counts', lines('running 10 tests', result(1, 2, 3, 4)), RUNNING],
    ['and may be more than nine', lines('running 46 tests', result(10, 11, 12, 13, 14)), RUNNING],
    ['fewer lines than tests', lines('running 2 tests', A, result(2)), RUNNING],
    ['as many lines as tests', lines('running 2 tests', A, 'test b ... FAILED', result(1, 1)), RUNNING],
    ['the lines of each binary', ONE + ONE, lines(RUNNING, RUNNING)],
    ['doc-tests with two results', ONE + ONE + ONE, lines(RUNNING, '   Doc-tests x')],
    ['words that start nothing', ONE, lines(RUNNING, 'Running x', '    Running', '   Doc-tests a b', '  x Running y')],
  ])('none: %s', (_, stdout, stderr) => {
    expect(parse(stdout, stderr)).not.toHaveProperty('problem');
  });
});

describe('a test that passed and says that it skips', () => {
  const SAYS = ['---- m::a stdout ----', 'skipping: no GPU', ''];
  const told = (...said: readonly string[]) => {
    const { tests, passed, failed, ignored } = parse(lines(...said));
    return [
      `${passed} ${failed} ${ignored}`,
      ...tests.map(({ fullName, status, selfSkip }) => [fullName, status, selfSkip].join(' ')),
    ];
  };
  test.each<[string, string[], string[]]>([
    [
      'is ignored',
      ['running 2 tests', 'test m::a ... ok', 'test b ... ok', 'successes:', ...SAYS, result(2)],
      ['1 0 1', 'm::a ignored skipping: no GPU', 'b pass '],
    ],
    [
      'not when it failed',
      ['running 2 tests', 'test m::a ... FAILED', 'test b ... ok', 'failures:', ...SAYS, result(1, 1)],
      ['1 1 0', 'm::a fail ', 'b pass '],
    ],
    [
      'not when another says it',
      ['running 1 test', 'test b ... ok', 'successes:', ...SAYS, result(1)],
      ['1 0 0', 'b pass '],
    ],
    ['not in the list of tests', ['running 1 test', ...SAYS, 'test m::a ... ok', result(1)], ['1 0 0', 'm::a pass ']],
    [
      'not before the list of tests',
      [...SAYS, 'running 1 test', 'test m::a ... ok', result(1)],
      ['1 0 0', 'm::a pass '],
    ],
    [
      'not in the list of names behind it',
      ['running 1 test', 'test b ... ok', 'successes:', '---- b stdout ----', 'x', 'successes:', '    skip', result(1)],
      ['1 0 0', 'b pass '],
    ],
    [
      'not for the test of that name in the next binary',
      [
        'running 1 test',
        'test m::a ... ok',
        'successes:',
        ...SAYS,
        result(1),
        'running 1 test',
        'test m::a ... ok',
        result(1),
      ],
      ['1 0 1', 'm::a ignored skipping: no GPU', 'm::a pass '],
    ],
    [
      'not behind the result',
      ['running 1 test', 'test b ... ok', 'successes:', '---- b stdout ----', result(1), 'skipping: no GPU'],
      ['1 0 0', 'b pass '],
    ],
    [
      'in its own part of the output',
      [
        'running 3 tests',
        'test a ... ok',
        'test b ... ok',
        'test c ... ok',
        'successes:',
        '---- a stdout ----',
        'fine',
        '---- b stdout ----',
        'one',
        'skipped: no model',
        '---- c stdout ---- more',
        result(3),
      ],
      ['2 0 1', 'a pass ', 'b ignored skipped: no model', 'c pass '],
    ],
  ])('%s', (_, said, expected) => {
    expect(told(...said)).toEqual(expected);
  });
});

describe('a target that does not compile', () => {
  const FAILED = 'error: could not compile `x` (lib test) due to 2 previous errors';
  const UNRESOLVED = 'error[E0425]: cannot find value `a`\n  --> src/a.rs:12:34';
  test.each([
    ['nothing of the kind', UNRESOLVED, []],
    ['words inside a line', `x ${FAILED}`, []],
    ['no error', FAILED, [{ path: '', line: 1, message: 'could not compile', unresolved: false }]],
    [
      'errors',
      lines(UNRESOLVED, 'error[E0308]: mismatched types\n  --> src/b.rs:5:6', 'error: odd', FAILED),
      [
        { path: 'src/a.rs', line: 12, message: 'E0425: cannot find value `a`', unresolved: true },
        { path: 'src/b.rs', line: 5, message: 'E0308: mismatched types', unresolved: false },
        { path: '', line: 1, message: 'odd', unresolved: false },
      ],
    ],
    [
      'a name outside the tree',
      lines('error[E0425]: cannot find value `a`\n  --> /usr/a.rs:12:34', FAILED),
      [{ path: '', line: 12, message: 'E0425: cannot find value `a`', unresolved: false }],
    ],
  ])('%s', (_, stderr, unloaded) => {
    expect(compileErrors(stderr, '/r')).toStrictEqual(unloaded);
  });

  test('is why no test ran, and no problem of the report', () => {
    expect(parse('', lines(UNRESOLVED, FAILED))).toStrictEqual({
      tests: [],
      passed: 0,
      failed: 0,
      ignored: 0,
      filtered: 0,
      unloaded: [{ path: 'src/a.rs', line: 12, message: 'E0425: cannot find value `a`', unresolved: true }],
    });
  });
});

describe('one thread: the name stands before what a child process prints, the result behind it', () => {
  const read = (lines: string, end: string) => {
    const out = `running 3 tests\n${lines}${end}; 0 ignored; 0 measured; 0 filtered out; finished in 0.0s\n`;
    const { tests, problem } = parseLibtest(out, '     Running tests/it.rs (x)\n', '/r');
    return problem ?? tests.map(({ fullName, status }) => `${fullName} ${status}`).join(', ');
  };
  const OK =
    'test a ... hello\nok\ntest m::b ... ok\ntest c - should panic ... xok\n\nsuccesses:\n\nsuccesses:\n    a\n    c\n    m::b\n\n';
  const RED =
    'test a ... hello\nok\ntest m::b ... ok\ntest c ... xFAILED\n\nsuccesses:\n\nsuccesses:\n    a\n    m::b\n\nfailures:\n\n---- c stdout ----\n    a\n\n\nfailures:\n    c\n\n';
  test.each([
    ['green', OK, 'test result: ok. 3 passed; 0 failed', 'm::b pass, a pass, c pass'],
    ['red', RED, 'test result: FAILED. 2 passed; 1 failed', 'm::b pass, a pass, c fail'],
    ['numbers that do not fit', OK, 'test result: FAILED. 2 passed; 1 failed', 'm::b pass'],
    [
      'one line more',
      `test d ... \n${OK}`,
      'test result: ok. 3 passed; 0 failed',
      '4 lines tell of tests, 3 have a result',
    ],
  ])('%s', (_, lines, end, expected) => expect(read(lines, end)).toBe(expected));
});
