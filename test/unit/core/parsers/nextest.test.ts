import { describe, expect, test } from '@jest/globals';
import { parseNextest } from '../../../../src/core/parsers/nextest.ts';
import { reportFile, reportFiles } from './ran.ts';

const PASS = '<testcase name="m::a" classname="k"/>';
const FAIL = '<testcase name="b" classname="k"><failure/></testcase>';
const parse = (summary: string, body: string) =>
  parseNextest(summary, reportFiles(reportFile('junit.xml', `<testsuites>${body}</testsuites>`)), '/r');
/** The line that nextest ends with. */
const said = (counts: string) => `     Summary [   0.123s] ${counts}\n`;

test('a run', () => {
  expect(parse(said('2 tests run: 1 passed (1 slow), 1 failed, 13 skipped'), PASS + FAIL)).toStrictEqual({
    tests: [
      { name: 'a', fullName: 'k m::a', classname: 'k', output: '', outcome: 'pass', status: 'pass' },
      { name: 'b', fullName: 'k b', classname: 'k', output: '', outcome: 'failure', status: 'fail', detail: '' },
    ],
    passed: 1,
    failed: 1,
    ignored: 0,
    unloaded: [],
    filtered: 13,
  });
  expect(parse(said('1 test run: 1 passed'), PASS)).not.toHaveProperty('filtered');
});

describe('what failed counts by its own words', () => {
  test.each([
    ['12 tests run: 11 passed, 1 failed', PASS.repeat(11) + FAIL],
    ['11 tests run: 0 passed, 11 timed out', FAIL.repeat(11)],
    ['1 test run: 0 passed, 1 exec failed', FAIL],
    ['3 tests run: 1 passed, 1 failed, 1 timed out, 0 skipped', PASS + FAIL + FAIL],
    ['2 tests run: 1 passed (1 leaky), 1 failed (1 due to being leaky), 2 skipped', PASS + FAIL],
    ['1 test run: 1 passed (2 slow, 1 flaky), 5 skipped (2 slow)', PASS],
  ])('%s', (counts, body) => {
    expect(parse(said(counts), body)).not.toHaveProperty('problem');
  });
});

describe('why a report cannot be trusted', () => {
  const NO_SUMMARY = 'nextest ended without its `Summary` line';
  test.each([
    ['no summary', '', PASS, NO_SUMMARY],
    ['a summary of another form', `x${said('1 test run: 1 passed')}`, PASS, NO_SUMMARY],
    ['words behind it', said('1 test run: 1 passed and more'), PASS, NO_SUMMARY],
    ['not all of them', said('1/12 tests run: 1 passed, 0 skipped'), PASS, '1 of 12 tests were run'],
    [
      'the last of two',
      said('1 test run: 1 passed') + said('21 tests run: 1 passed'),
      PASS,
      'the summary counts 21 tests, the report holds 1',
    ],
    [
      'a failure that the report does not hold',
      said('2 tests run: 1 passed, 1 failed'),
      PASS + PASS,
      'the summary counts 1 passed and 1 failed, the report holds 2 and 0',
    ],
    [
      'a failure that the summary does not hold',
      said('2 tests run: 1 passed, 0 failed'),
      PASS + FAIL,
      'the summary counts 1 passed and 0 failed, the report holds 1 and 1',
    ],
    [
      'more passed than there are',
      said('2 tests run: 2 passed, 1 failed'),
      PASS + FAIL,
      'the summary counts 2 passed and 1 failed, the report holds 1 and 1',
    ],
  ])('%s', (_, stderr, body, problem) => {
    expect(parse(stderr, body).problem).toBe(problem);
  });

  test('a report that cannot be read comes before the summary', () => {
    expect(parseNextest('', new Map(), '/r')).toStrictEqual({
      problem: 'the command wrote no JUnit report',
      tests: [],
      passed: 0,
      failed: 0,
      ignored: 0,
      unloaded: [],
    });
  });

  const HARNESS = 'running 1 test\ntest a ... ';
  test.each([
    [
      'a test that ended its process',
      PASS.replace('/>', `><system-out>${HARNESS}</system-out></testcase>`),
      'k m::a ended its process without a result',
    ],
    [
      'its result inside a line',
      `<testcase name="a"><system-out>${HARNESS}test result: ok. 1 passed; 0 failed</system-out></testcase>`,
      'a ended its process without a result',
    ],
    [
      'a test with its result',
      `<testcase name="a"><system-out>${HARNESS}ok\ntest result: ok. 1 passed; 0 failed; 0 ignored</system-out></testcase>`,
      undefined,
    ],
    ['a program that is no harness', '<testcase name="a"><system-out>fine</system-out></testcase>', undefined],
  ])('%s', (_, body, problem) => {
    expect(parse(said('1 test run: 1 passed'), body).problem).toBe(problem);
  });

  test('a failed test needs no result of its harness', () => {
    const body = `<testcase name="a"><failure/><system-out>${HARNESS}</system-out></testcase>`;
    expect(parse(said('1 test run: 0 passed, 1 failed'), body)).not.toHaveProperty('problem');
  });
});

test('a target that does not compile runs no test', () => {
  const stderr = 'error[E0425]: cannot find value `a`\n  --> src/a.rs:12:34\nerror: could not compile `x`\n';
  expect(parseNextest(stderr, new Map(), '/r')).toStrictEqual({
    tests: [],
    passed: 0,
    failed: 0,
    ignored: 0,
    unloaded: [{ path: 'src/a.rs', line: 12, message: 'E0425: cannot find value `a`', unresolved: true }],
  });
});
