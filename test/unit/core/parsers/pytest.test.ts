import { describe, expect, test } from '@jest/globals';
import { parsePytest } from '../../../../src/core/parsers/pytest.ts';
import { reportFile, reportFiles } from './ran.ts';

const parse = (stdout: string, body: string) =>
  parsePytest(stdout, reportFiles(reportFile('junit.xml', `<testsuites>${body}</testsuites>`)), '/r');
const said = (counts: string) => `===== ${counts} in 0.12s =====\n`;
const PASS = '<testcase name="test_a" classname="t.a"/>';
const FAIL = '<testcase name="test_b" classname="t.a"><failure/></testcase>';
const BREAK = '<testcase name="test_c" classname="t.a"><error message="failed on setup"/></testcase>';
const SKIP = '<testcase name="test_d" classname="t.a"><skipped/></testcase>';
const collection = (name: string, text = '') =>
  `<testcase name="${name}" classname=""><error message="collection failure">${text}</error></testcase>`;

test('a run', () => {
  const shared = { classname: 't.a', output: '' };
  expect(
    parse(said('1 failed, 1 passed, 1 skipped, 12 deselected, 1 warning, 1 error'), PASS + FAIL + BREAK + SKIP),
  ).toStrictEqual({
    tests: [
      { ...shared, name: 'test_a', fullName: 't.a test_a', outcome: 'pass', status: 'pass' },
      { ...shared, name: 'test_b', fullName: 't.a test_b', outcome: 'failure', status: 'fail', detail: '' },
      {
        ...shared,
        name: 'test_c',
        fullName: 't.a test_c',
        outcome: 'error',
        status: 'fail',
        message: 'failed on setup',
        detail: '',
      },
      { ...shared, name: 'test_d', fullName: 't.a test_d', outcome: 'skipped', status: 'ignored' },
    ],
    passed: 1,
    failed: 2,
    ignored: 1,
    unloaded: [],
    filtered: 12,
  });
  expect(parse(said('1 passed'), PASS)).not.toHaveProperty('filtered');
});

describe('the closing line', () => {
  const NONE = 'pytest ended without its summary line';
  test.each([
    ['with its frame', said('1 passed'), undefined],
    ['without its frame', '1 passed in 0.12s\n', undefined],
    ['of a long run', '== 1 passed in 3,661.50s (1:01:01) ==\n\n', undefined],
    ['of a long run without its frame', '1 passed in 3661.50s (1:01:01)', undefined],
    ['the last of two', said('12 passed') + said('1 passed'), undefined],
    ['behind other lines', `x\n\n${said('1 passed')}a plugin\n`, undefined],
    ['40 lines from the end', `${said('1 passed')}${'x\n'.repeat(39)}`, undefined],
    ['41 lines from the end', `${said('1 passed')}${'x\n'.repeat(40)}`, NONE],
    ['400 characters', `${'='.repeat(200)} 1 passed in 0.1s ${'='.repeat(400 - 218)}`, undefined],
    ['401 characters', `${'='.repeat(200)} 1 passed in 0.1s ${'='.repeat(401 - 218)}`, NONE],
    ['none', '', NONE],
    ['half a frame', '== 1 passed in 0.12s\n', NONE],
    ['inside a line', 'x 1 passed in 0.12s\n', NONE],
    ['words behind it', '1 passed in 0.12s and more\n', NONE],
    ['no time', '1 passed in s\n', NONE],
    ['no number', 'all passed in 0.12s\n', NONE],
  ])('%s', (_, stdout, problem) => {
    expect(parse(stdout, PASS).problem).toBe(problem);
  });
});

describe('the summary and the report', () => {
  const teardown = '<testcase name="test_a" classname="t.a"><error message="failed on teardown"/></testcase>';
  test.each([
    ['11 failed', FAIL.repeat(11), undefined],
    ['2 errors', BREAK + BREAK, undefined],
    ['1 skipped, 2 xfailed', SKIP.repeat(3), undefined],
    ['1 passed, 2 xpassed', PASS.repeat(3), undefined],
    ['1 passed, 1 error', teardown, undefined],
    ['1 error', teardown, undefined],
    ['1 failed', PASS, 'the summary counts 1 failed, the report holds 0'],
    ['1 passed', PASS + FAIL, 'the summary counts 0 failed, the report holds 1'],
    ['1 passed, 2 errors', PASS + BREAK, 'the summary counts 2 errors, the report holds 1'],
    ['1 passed', PASS + SKIP, 'the summary counts 0 skipped, the report holds 1'],
    ['2 passed', PASS, 'the summary counts 2 passed, the report holds 1'],
    ['1 passed', PASS + PASS, 'the summary counts 1 passed, the report holds 2'],
    ['3 passed, 1 error', PASS + BREAK, 'the summary counts 3 passed, the report holds 1'],
    ['1 warning', PASS, 'the summary counts 0 passed, the report holds 1'],
  ])('%s', (counts, body, problem) => {
    expect(parse(said(counts), body).problem).toBe(problem);
  });

  test('a report that cannot be read comes first', () => {
    expect(parsePytest('', new Map(), '/r').problem).toBe('the command wrote no JUnit report');
  });
});

describe('two entries of one name', () => {
  const teardown = BREAK.replace('setup', 'teardown');
  const named = (name: string, classname: string) => `<testcase name="${name}" classname="${classname}"/>`;
  const told = (counts: string, body: string) =>
    parse(said(counts), body).tests.map(({ fullName, status, message }) => [status, fullName, message].join(' '));
  test.each<[string, string, string, string[]]>([
    [
      'failed, and broke in its teardown: the failure is told',
      '1 failed, 1 error',
      FAIL.replace('<failure/>', '<failure message="x"/>') + teardown.replace('test_c', 'test_b'),
      ['fail t.a test_b x'],
    ],
    [
      'passed, and broke in its teardown',
      '1 passed, 1 error',
      PASS + teardown.replace('test_c', 'test_a'),
      ['fail t.a test_a failed on teardown'],
    ],
    ['one name in two classes', '2 passed', named('c a', 'b') + named('a', 'b c'), ['pass b c a ', 'pass b c a ']],
  ])('%s', (_, counts, body, tests) => {
    expect(told(counts, body)).toEqual(tests);
  });
});

describe('a file that does not load', () => {
  test.each([
    [
      'a module that is not there',
      collection(
        't.sub.test_x',
        "t/sub/test_x.py:3: in &lt;module&gt;\nE   ModuleNotFoundError: No module named 'y'\nE   more",
      ),
      { path: 't/sub/test_x.py', line: 3, message: "ModuleNotFoundError: No module named 'y'", unresolved: true },
    ],
    [
      'no place',
      collection('t.sub.test_x', 'E   SyntaxError: invalid syntax'),
      { path: 't/sub/test_x.py', line: 1, message: 'SyntaxError: invalid syntax', unresolved: false },
    ],
    [
      'no words',
      collection('test_x'),
      { path: 'test_x.py', line: 1, message: 'collection failure', unresolved: false },
    ],
    [
      'words that only look so',
      collection('test_x', 'xE   NameError: name'),
      { path: 'test_x.py', line: 1, message: 'collection failure', unresolved: false },
    ],
  ])('%s', (_, body, unloaded) => {
    expect(parse(said('1 error'), body)).toStrictEqual({
      tests: [],
      passed: 0,
      failed: 0,
      ignored: 0,
      unloaded: [unloaded],
    });
  });

  test.each([
    ["ImportError: cannot import name 'b' from 'a'", true],
    ["NameError: name 'x' is not defined", true],
    ["AttributeError: module 'a' has no attribute 'b'", true],
    ['ImportError: libx.so: cannot open shared object file', false],
    ["AttributeError: 'int' object has no attribute 'b'", false],
    ['MyNameError: name', false],
  ])('%s: a name that does not exist %p', (words, unresolved) => {
    const { unloaded } = parse(said('1 error'), collection('test_x', `E   ${words}`));
    expect(unloaded.map((one) => one.unresolved)).toEqual([unresolved]);
  });

  test.each([
    ['a failure', '1 failed', '<testcase name="x" classname=""><failure message="collection failure"/></testcase>'],
    ['of a class', '1 error', '<testcase name="x" classname="t"><error message="collection failure"/></testcase>'],
    ['another message', '1 error', '<testcase name="x" classname=""><error message="failed on setup"/></testcase>'],
  ])('not %s', (_, counts, body) => {
    const { tests, unloaded } = parse(said(counts), body);
    expect([tests.length, unloaded]).toEqual([1, []]);
  });
});
