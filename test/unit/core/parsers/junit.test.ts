import { describe, expect, test } from '@jest/globals';
import { parseJunit, parseJunitRun, readJunit, reportOf, type JunitCase } from '../../../../src/core/parsers/junit.ts';
import { reportFile as file, reportFiles as files } from './ran.ts';

/** A case `a` that passed, with what is different. */
const a = (change: Partial<JunitCase> = {}): JunitCase => ({
  name: 'a',
  fullName: 'a',
  classname: '',
  output: '',
  outcome: 'pass',
  status: 'pass',
  ...change,
});
const FAILED = { outcome: 'failure', status: 'fail', detail: '' } as const;
const SKIPPED = { outcome: 'skipped', status: 'ignored' } as const;
const inSuite = (body: string) => `<testsuite>${body}</testsuite>`;
const failing = (text: string) => inSuite(`<testcase name="a"><failure>${text}</failure></testcase>`);

describe('cases', () => {
  test.each<[string, string, JunitCase[]]>([
    ['none', '<testsuites/>', []],
    ['a suite at the root', '<testsuite><testcase name="a"/></testsuite>', [a()]],
    ['a case without a name', inSuite('<testcase/>'), [a({ name: '', fullName: '' })]],
    ['class and name', inSuite('<testcase name=" a " classname=" k "/>'), [a({ fullName: 'k a', classname: 'k' })]],
    [
      'suites around it',
      '<testsuites><testsuite name="s"><testsuite name="t"><testcase name="a"/></testsuite></testsuite></testsuites>',
      [a({ fullName: 's t a' })],
    ],
    ['a suite without a name around it', '<testsuites><testsuite><testcase name="a"/></testsuite></testsuites>', [a()]],
    [
      'the class instead of the suites',
      '<testsuites><testsuite name="s"><testcase name="a" classname="k"/></testsuite></testsuites>',
      [a({ fullName: 'k a', classname: 'k' })],
    ],
    [
      'a name said twice',
      '<testsuites><testsuite name="s"><testsuite name="s"><testcase name="a"/></testsuite></testsuite></testsuites>',
      [a({ fullName: 's a' })],
    ],
    [
      'other elements',
      inSuite(
        '<properties><property name="testcase"/></properties><system-out>skipped</system-out><testcase name="a"/>',
      ),
      [a()],
    ],
    [
      'order: as they stand, suites included',
      '<testsuites><testsuite name="s"><testcase name="b"/></testsuite><testcase name="a"/></testsuites>',
      [a({ name: 'b', fullName: 's b' }), a()],
    ],
    ['failed', inSuite('<testcase name="a"><failure/></testcase>'), [a(FAILED)]],
    ['broke', inSuite('<testcase name="a"><error/></testcase>'), [a({ ...FAILED, outcome: 'error' })]],
    ['skipped', inSuite('<testcase name="a"><skipped/></testcase>'), [a(SKIPPED)]],
    [
      'failed before all else',
      inSuite('<testcase name="a" status="skipped"><skipped/><error message="e"/><failure message="f"/></testcase>'),
      [a({ ...FAILED, message: 'f' })],
    ],
    [
      'broke before skipped',
      inSuite('<testcase name="a"><skipped/><error message="e"/></testcase>'),
      [a({ ...FAILED, outcome: 'error', message: 'e' })],
    ],
    [
      'what it wrote',
      inSuite(
        '<testcase name="a"><system-out>one</system-out><properties>x</properties><system-err>two</system-err></testcase>',
      ),
      [a({ output: 'one\ntwo' })],
    ],
    [
      'says that it skips, and passed',
      inSuite('<testcase name="a"><system-out>skipping: no GPU</system-out></testcase>'),
      [a({ output: 'skipping: no GPU', status: 'ignored', selfSkip: 'skipping: no GPU' })],
    ],
    [
      'says that it skips, and failed',
      inSuite('<testcase name="a"><failure/><system-out>skipping: no GPU</system-out></testcase>'),
      [a({ ...FAILED, output: 'skipping: no GPU' })],
    ],
  ])('%s', (_, xml, cases) => {
    expect(parseJunit(xml, '/r')).toStrictEqual({ cases });
  });

  test.each([
    ['status="disabled"', 'ignored'],
    ['status="NotRun"', 'ignored'],
    ['status="skipped"', 'ignored'],
    ['status="suppressed"', 'ignored'],
    ['result="skipped"', 'ignored'],
    ['status="run" result="skipped"', 'pass'],
    ['status="unskipped"', 'pass'],
    ['status="skipped-not"', 'pass'],
    ['status=""', 'pass'],
  ])('an attribute %s: %s', (attribute, status) => {
    expect(parseJunit(inSuite(`<testcase name="a" ${attribute}/>`), '/r').cases.map((one) => one.status)).toEqual([
      status,
    ]);
  });

  test.each([
    ['a b', 'a b'],
    ['s > t > a', 'a'],
    ['m::n::a', 'a'],
    ['s ac12_sum', 'ac12_sum'],
    ['s ac123_sum', 'ac123_sum'],
    ['s ac1234_sum', 's ac1234_sum'],
    ['s ac0_sum', 's ac0_sum'],
    ['s test_ac2_sum', 'test_ac2_sum'],
    ['s best_ac2_sum', 's best_ac2_sum'],
    ['m::ac1_sum', 'ac1_sum'],
    ['ac1_sum::of', 'ac1_sum::of'],
    ['s ac1_sum of', 's ac1_sum of'],
    ['s ac1_', 'ac1_'],
    ['s mac1_sum', 's mac1_sum'],
  ])('the name alone of %j is %j', (name, alone) => {
    expect(parseJunit(inSuite(`<testcase name="${name}"/>`), '/r').cases).toStrictEqual([
      a({ name: alone, fullName: name }),
    ]);
  });

  test.each([
    ['flakyFailure', true],
    ['flakyError', true],
    ['rerunFailure', true],
    ['rerunError', true],
    ['flakyFailures', undefined],
    ['unflakyFailure', undefined],
  ])('run again: <%s>', (name, flaky) => {
    expect(parseJunit(inSuite(`<testcase name="a"><${name}/></testcase>`), '/r').cases).toStrictEqual([
      a(flaky === undefined ? {} : { flaky }),
    ]);
    expect(parseJunit(inSuite(`<testcase name="a"><${name}/><failure/></testcase>`), '/r').cases).toStrictEqual([
      a(FAILED),
    ]);
  });

  test.each([
    ['its attribute', '<failure message="one">two</failure>', 'one', 'two'],
    ['its text where that is empty', '<failure message="">two</failure>', 'two', 'two'],
    ['the first line that says something', '<error>\n \n  one  \ntwo</error>', 'one', '\n \n  one  \ntwo'],
    ['500 characters', `<failure message="${'x'.repeat(501)}"/>`, 'x'.repeat(500), ''],
  ])('the message is %s', (_, fault, message, detail) => {
    const [one] = parseJunit(inSuite(`<testcase name="a">${fault}</testcase>`), '/r').cases;
    expect([one?.message, one?.detail]).toEqual([message, detail]);
  });
});

describe('where a test failed', () => {
  const place = (xml: string) => parseJunit(xml, '/r').cases.map(({ path, line }) => [path, line])[0];
  test.each([
    ['at f (/r/src/a.ts:12:3)', 'src/a.ts', 12],
    ['assert\nsrc/a.rs:3:4', 'src/a.rs', 3],
    ['file:///r/b.mts:7', 'b.mts', 7],
    ['./b.PY:7', 'b.PY', 7],
    ['/usr/lib/x.py:1\n/r/node_modules/x/y.js:2\n/r/b.py:33', 'b.py', 33],
    ['src/a.ts:1234567', 'src/a.ts', 1234567],
    ['a.c:1 b.c:2', 'a.c', 1],
    [`${' '.repeat(19_989)}src/a.ts:3`, 'src/a.ts', 3],
    ['src/a.ts:12345678', undefined, undefined],
    ['src/a.ts:3rd', undefined, undefined],
    ['src/a.html5:3', undefined, undefined],
    ['src/a.abcde:3', undefined, undefined],
    ['src/a:3', undefined, undefined],
    ['/usr/lib/x.py:1', undefined, undefined],
    [`${' '.repeat(19_990)}src/a.ts:3`, undefined, undefined],
  ])('%j', (text, path, line) => {
    expect(place(failing(text))).toEqual([path, line]);
  });

  test.each([
    ['the message comes first', '<testcase><failure message="a.py:1">b.py:2</failure></testcase>', 'a.py', 1],
    ['an attribute, its lines from 0', '<testcase file="t/a.py" line="4"/>', 't/a.py', 5],
    ['an attribute without a line', '<testcase file="/r/t/a.py"/>', 't/a.py', 1],
    ['an attribute beside a place', '<testcase file="t/a.py"><error>b.py:2</error></testcase>', 'b.py', 2],
    ['an attribute outside the tree', '<testcase file="/usr/a.py" line="4"/>', undefined, undefined],
    ['nothing', '<testcase line="4"/>', undefined, undefined],
    ['what a passing test wrote', '<testcase><system-out>b.py:2</system-out></testcase>', undefined, undefined],
  ])('%s', (_, xml, path, line) => {
    expect(place(inSuite(xml))).toEqual([path, line]);
  });
});

describe('numbers that a suite says', () => {
  const PASS = '<testcase name="a"/>';
  const FAIL = '<testcase name="b"><failure/></testcase>';
  const BREAK = '<testcase name="c"><error/></testcase>';
  const SKIP = '<testcase name="d"><skipped/></testcase>';
  const suite = (numbers: string, body: string) => `<testsuite name="s" ${numbers}>${body}</testsuite>`;
  test.each([
    ['all of them', suite('tests="4" failures="1" errors="1" skipped="1"', PASS + FAIL + BREAK + SKIP)],
    ['those below a suite', suite('tests="3" failures="2"', suite('tests="3" failures="2"', FAIL + FAIL + PASS))],
    [
      'what is directly in it, suites included',
      suite('tests="3"', PASS + suite('tests="2"', PASS + PASS) + suite('', PASS)),
    ],
    ['failed suites, each by its own cases', suite('failures="1"', suite('', FAIL + FAIL) + suite('', PASS))],
    ['failures directly in it and failed suites', suite('failures="2"', FAIL + suite('', FAIL + FAIL))],
    ['a suite that broke counts as failed', suite('failures="1"', suite('errors="1"', BREAK))],
    ['a suite that skips does not', suite('failures="0" skipped="1"', suite('', SKIP))],
    ['what is skipped directly in it', suite('skipped="1"', SKIP + suite('', SKIP))],
    ['nine digits', suite('tests="000000001"', PASS)],
    ['none', suite('', FAIL)],
  ])('fit: %s', (_, xml) => {
    expect(parseJunit(xml, '/r').problem).toBeUndefined();
  });

  test.each([
    [suite('tests="1"', PASS + PASS), 'a suite says tests="1", its test cases say 2'],
    [suite('tests="3"', suite('', PASS + PASS)), 'a suite says tests="3", its test cases say 2'],
    [suite('failures="0"', FAIL), 'a suite says failures="0", its test cases say 1'],
    [suite('failures="1"', PASS + suite('', PASS)), 'a suite says failures="1", its test cases say 0'],
    [suite('errors="1"', FAIL), 'a suite says errors="1", its test cases say 0'],
    [suite('skipped="0"', SKIP), 'a suite says skipped="0", its test cases say 1'],
    [suite('tests="1.0"', PASS), 'a suite says tests="1.0", its test cases say 1'],
    [suite('tests="a1"', PASS), 'a suite says tests="a1", its test cases say 1'],
    [suite('tests=""', ''), 'a suite says tests="", its test cases say 0'],
    [suite('tests="0000000001"', PASS), 'a suite says tests="0000000001", its test cases say 1'],
    [suite(`tests="${'9'.repeat(21)}"`, PASS), `a suite says tests="${'9'.repeat(20)}", its test cases say 1`],
    [suite('tests="1"', suite('tests="2"', PASS)), 'a suite says tests="2", its test cases say 1'],
  ])('do not fit: %s', (xml, problem) => {
    expect(parseJunit(xml, '/r')).toStrictEqual({ problem, cases: [] });
  });
});

describe('reports', () => {
  const ONE = inSuite('<testcase name="a"/>');
  test.each([
    ['none', [], { problem: 'the command wrote no JUnit report', cases: [] }],
    ['two', [file('x.xml', ONE), file('y.xml', ONE)], { cases: [a(), a()] }],
    ['refused', [file('x.xml', ONE, 'a link')], { problem: 'x.xml: a link', cases: [] }],
    ['not text', [file('x.xml')], { problem: 'x.xml: not text', cases: [] }],
    ['not well-formed', [file('x.xml', '')], { problem: 'x.xml: there is no element at line 1', cases: [] }],
    [
      'another document',
      [file('x.xml', `<${'h'.repeat(41)}/>`)],
      { problem: `x.xml: the root element is <${'h'.repeat(40)}>, not <testsuites>`, cases: [] },
    ],
  ] as const)('%s', (_, all, report) => {
    expect(readJunit(files(...all), '/r')).toStrictEqual(report);
  });

  test('a run is counted by its cases', () => {
    const xml = inSuite(
      '<testcase name="a"/><testcase name="b"><failure/></testcase><testcase name="c"><skipped/></testcase>',
    );
    const cases = [a(), a({ name: 'b', fullName: 'b', ...FAILED }), a({ name: 'c', fullName: 'c', ...SKIPPED })];
    const report = { tests: cases, passed: 1, failed: 1, ignored: 1, unloaded: [] };
    expect(parseJunitRun(files(file('x.xml', xml)), '/r')).toStrictEqual(report);
    expect(reportOf(cases, 'odd')).toStrictEqual({ problem: 'odd', ...report });
  });
});
