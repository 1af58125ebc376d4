import { expect, test } from '@jest/globals';
import { parseNodeTap } from '../../../../src/core/parsers/node-tap.ts';
import type { TestReport } from '../../../../src/core/test-report.ts';

/** The counts, each test with its place and message, what did not load, and why the report cannot be trusted. */
const tell = ({ tests, passed, failed, ignored, unloaded, problem }: TestReport): string[] => [
  `${passed} passed, ${failed} failed, ${ignored} ignored`,
  ...tests.map(({ status, name, fullName, path, line, message }) =>
    [
      status,
      name,
      name === fullName ? '' : `(${fullName})`,
      path === undefined ? '' : `${path}:${line}`,
      message === undefined ? '' : `[${message.replace(/\n/g, '|')}]`,
    ]
      .filter(Boolean)
      .join(' '),
  ),
  ...unloaded.map(
    ({ path, line, message, unresolved }) => `unloaded ${path}:${line} ${unresolved ? '(unresolved) ' : ''}${message}`,
  ),
  ...(problem === undefined ? [] : [`problem: ${problem}`]),
];
/** TAP of `node --test` with its plan and its summary. */
const node = (
  body: string,
  counts: Partial<Record<'tests' | 'pass' | 'fail' | 'cancelled' | 'skipped' | 'todo', number>> = {},
) =>
  `TAP version 13\n${body}1..1\n${Object.entries({
    tests: 1,
    suites: 0,
    pass: 1,
    fail: 0,
    cancelled: 0,
    skipped: 0,
    todo: 0,
    ...counts,
  })
    .map(([key, n]) => `# ${key} ${n}\n`)
    .join('')}# duration_ms 5\n`;
const told = (stdout: string): string[] => tell(parseNodeTap(stdout, '/r'));
type Row = readonly [name: string, stdout: string, told: readonly string[]];
test.each<Row>([
  [
    'a test',
    node("# Subtest: a\nok 1 - a\n  ---\n  duration_ms: 1\n  type: 'test'\n  location: '/r/a.test.js:3:7'\n  ...\n"),
    ['1 passed, 0 failed, 0 ignored', 'pass a a.test.js:3'],
  ],
  [
    'a failure',
    node(
      "not ok 1 - a \\# b \\\\ c\n  ---\n  location: 'file:///r/b c.js:12:34'\n  error: |-\n    one\n    two\n  error: 'again'\n  nested:\n    error: 'deep'\n  ...\n",
      { pass: 0, fail: 1 },
    ),
    ['0 passed, 1 failed, 0 ignored', 'fail a # b \\ c b c.js:12 [one|two]'],
  ],
  [
    'a failure with an error in quotes',
    node('not ok 1 - a\n  ---\n  error: "odd"\n  code: x\n  ...\n', { pass: 0, fail: 1 }),
    ['0 passed, 1 failed, 0 ignored', 'fail a [odd]'],
  ],
  [
    'what is skipped and what is to be done',
    node('ok 1 - a # SKIP\nok 2 - b # SKIP why\nnot ok 3 - c # TODO\nok 4 - d # other\n', { tests: 4 }),
    ['1 passed, 0 failed, 3 ignored', 'ignored a', 'ignored b', 'ignored c', 'pass d # other'],
  ],
  [
    'suites',
    node(
      "    ok 1 - a\n        ok 1 - b\n    ok 2 - inner\n      ---\n      type: 'suite'\n      ...\n    1..2\nok 1 - outer\n  ---\n  type: 'suite'\n  ...\nok 2 - c\n",
      { tests: 3 },
    ),
    ['3 passed, 0 failed, 0 ignored', 'pass a (outer > a)', 'pass b (outer > inner > b)', 'pass c'],
  ],
  [
    'a file without tests',
    node('ok 1 - /r/test/a.js\nok 2 - test/b.test.ts\nok 3 - c\n', { tests: 3 }),
    ['1 passed, 0 failed, 0 ignored', 'pass c'],
  ],
  [
    'a file that does not load',
    node(
      "# SyntaxError: odd\n#     at x\nnot ok 1 - /r/test/a.js\n  ---\n  exitCode: 1\n  error: 'test failed'\n  ...\nnot ok 2 - b.mjs\n  ---\n  exitCode: 1\n  error: 'test failed'\n  ...\nnot ok 3 - c.cts\n",
      { tests: 3, pass: 0, fail: 3 },
    ),
    [
      '0 passed, 3 failed, 0 ignored',
      'unloaded test/a.js:1 SyntaxError: odd',
      'unloaded b.mjs:1 test failed',
      'unloaded c.cts:1 did not load',
    ],
  ],
  [
    'a name that does not exist',
    node(
      "# ReferenceError: f is not defined\nnot ok 1 - a.js\n  ---\n  exitCode: 1\n  ...\n# Error [ERR_MODULE_NOT_FOUND]: Cannot find module 'x'\nnot ok 2 - b.js\n  ---\n  exitCode: 0\n  ...\n# SyntaxError: The requested module './x' does not provide an export named 'y'\nnot ok 3 - c.js\n# Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: x\nnot ok 4 - d.js\n",
      { tests: 4, pass: 0, fail: 4 },
    ),
    [
      '0 passed, 4 failed, 0 ignored',
      'unloaded a.js:1 (unresolved) ReferenceError: f is not defined',
      "unloaded b.js:1 Error [ERR_MODULE_NOT_FOUND]: Cannot find module 'x'",
      "unloaded c.js:1 (unresolved) SyntaxError: The requested module './x' does not provide an export named 'y'",
      'unloaded d.js:1 (unresolved) Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: x',
    ],
  ],
  [
    'a file in a suite is a test',
    node('    ok 1 - a.js\nok 1 - b\n', { tests: 2 }),
    ['2 passed, 0 failed, 0 ignored', 'pass a.js (b > a.js)', 'pass b'],
  ],
  [
    'other counts',
    node('ok 1 - a\n', { tests: 12 }),
    ['1 passed, 0 failed, 0 ignored', 'pass a', 'problem: the summary counts 12 tests, the report holds 1'],
  ],
  [
    'failures that the points do not have',
    node('ok 1 - a\n', { cancelled: 1 }),
    ['1 passed, 0 failed, 0 ignored', 'pass a', 'problem: the summary counts failures that the report does not hold'],
  ],
  ['nothing', ' \n', ['0 passed, 0 failed, 0 ignored', 'problem: nothing on stdout where TAP belongs']],
  [
    'words before',
    `hello ${'x'.repeat(80)}\n${node('ok 1 - a\n')}`,
    [
      '0 passed, 0 failed, 0 ignored',
      'problem: stdout begins with "hello xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…", not with the TAP version',
    ],
  ],
  ['version 14', node('ok 1 - a\n').replace('13', '14'), ['1 passed, 0 failed, 0 ignored', 'pass a']],
  [
    'version 15',
    node('ok 1 - a\n').replace('13', '15'),
    ['0 passed, 0 failed, 0 ignored', 'problem: stdout begins with "TAP version 15", not with the TAP version'],
  ],
  [
    'no plan',
    'TAP version 13\nok 1 - a\nthe end\n\n',
    ['0 passed, 0 failed, 0 ignored', 'problem: no TAP plan, the last line is "the end"'],
  ],
  [
    'no summary',
    'TAP version 13\nok 1 - a\n1..1\n# tests 1\n# pass 1\n x # fail 0\n# fail 0 x\n',
    ['0 passed, 0 failed, 0 ignored', 'problem: the summary has no `fail` line'],
  ],
  ['a plan that a test printed', node('1..7\n# tests 99\nok 1 - a\n'), ['1 passed, 0 failed, 0 ignored', 'pass a']],
  ['a point behind the plan', node('ok 1 - a\n') + 'ok 2 - b\n', ['1 passed, 0 failed, 0 ignored', 'pass a']],
  ['an open block', node("ok 1 - a\n  ---\n  type: 'test'\n"), ['1 passed, 0 failed, 0 ignored', 'pass a']],
])('%s', (_, stdout, report) => {
  expect(told(stdout)).toEqual(report);
});
