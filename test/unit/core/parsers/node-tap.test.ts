import { expect, test } from '@jest/globals';
import { parseNodeTap } from '../../../../src/core/parsers/node-tap.ts';
import type { TestReport } from '../../../../src/core/testing/report.ts';

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
  [
    'names that only look like files',
    node('ok 1 - /r/my tests/a.js\nok 2 - reads a.js\nok 3 - a.js works\nok 4 - a.json\nok 5\n', { tests: 5 }),
    ['4 passed, 0 failed, 0 ignored', 'pass reads a.js', 'pass a.js works', 'pass a.json', 'pass'],
  ],
  [
    'a file that tells on an indented line why it does not load, tests of other files before it',
    node('  # SyntaxError: odd\n    ok 1 - sub\nnot ok 1 - a.js\n', { tests: 2, fail: 1 }),
    ['1 passed, 1 failed, 0 ignored', 'pass sub (a.js > sub)', 'unloaded a.js:1 SyntaxError: odd'],
  ],
  [
    'words that are no comment of a file',
    node(
      'xxERR_MODULE_NOT_FOUND\nx # ERR_MODULE_NOT_FOUND\n# Subtest: ERR_MODULE_NOT_FOUND\n    # Subtest: ERR_MODULE_NOT_FOUND\nnot ok 1 - a.js\n',
      { fail: 1 },
    ),
    ['0 passed, 1 failed, 0 ignored', 'unloaded a.js:1 did not load'],
  ],
  [
    'a file that tells in its block why it does not load',
    node(
      "not ok 1 - a.js\n  ---\n  error: 'ReferenceError: foo is not defined'\n  ...\nnot ok 2 - b.js\n  ---\n  error: |-\n    first\n    TypeError: odd\n    more\n  ...\n# x TypeError: odd\n# x ReferenceError: f is not defined\nnot ok 3 - c.js\n  ---\n  error: 'test failed'\n  ...\n#   ReferenceError: foo is not defined\nnot ok 4 - d.js\n",
      { tests: 4, fail: 4 },
    ),
    [
      '0 passed, 4 failed, 0 ignored',
      'unloaded a.js:1 (unresolved) ReferenceError: foo is not defined',
      'unloaded b.js:1 TypeError: odd',
      'unloaded c.js:1 test failed',
      'unloaded d.js:1 (unresolved) did not load',
    ],
  ],
  [
    'a plan and points inside lines',
    `${node('x ok 1 - b\nok 1 - a\n')} 1..9\n1..9 x\n`,
    ['1 passed, 0 failed, 0 ignored', 'pass a'],
  ],
  [
    'a line of the summary in front of the plan',
    'TAP version 13\nok 1 - a\n# fail 0\n1..1\n# tests 1\n# pass 1\n',
    ['0 passed, 0 failed, 0 ignored', 'problem: the summary has no `fail` line'],
  ],
  [
    'a failure that no point has',
    node('ok 1 - a\n', { fail: 1 }),
    ['1 passed, 0 failed, 0 ignored', 'pass a', 'problem: the summary counts failures that the report does not hold'],
  ],
  [
    'a failure and a file that does not load',
    node('not ok 1 - a\nnot ok 2 - b.js\n', { tests: 2, fail: 2 }),
    ['0 passed, 2 failed, 0 ignored', 'fail a', 'unloaded b.js:1 did not load'],
  ],
  [
    'the message of a test that passed',
    node('ok 1 - a\n  ---\n  error: odd\n  ...\n'),
    ['1 passed, 0 failed, 0 ignored', 'pass a'],
  ],
  [
    'a version with more around it',
    node('ok 1 - a\n').replace('13', '134'),
    ['0 passed, 0 failed, 0 ignored', 'problem: stdout begins with "TAP version 134", not with the TAP version'],
  ],
  [
    'a version inside a line',
    `x${node('ok 1 - a\n')}`,
    ['0 passed, 0 failed, 0 ignored', 'problem: stdout begins with "xTAP version 13", not with the TAP version'],
  ],
  ...(
    [
      ["nested:\n    error: 'deep'\n  error: 'real'", 'real'],
      ["x  error: 'odd'\n  error: 'real'", 'real'],
      ['error: |\n    one\n    two', 'one|two'],
      ['error: a |-\n    one', 'a |-'],
      ['error: |-x\n    one', '|-x'],
      [`error: |-\n${'    x\n'.repeat(13)}`.trimEnd(), Array.from({ length: 12 }, () => 'x').join('|')],
      ["error: it is 'odd'", "it is 'odd'"],
      ["error: 'odd' it is", "'odd' it is"],
      ['error: it is "odd"', 'it is "odd"'],
      ['error: "odd" it is', '"odd" it is'],
      ["error: 'odd'\n  location: '/r/a.js:3:7x'", 'odd'],
      ["error: 'odd'\n  location: '/usr/a.js:3:7'", 'odd'],
    ] as const
  ).map(([fields, message]): Row => [
    `fields: ${JSON.stringify(fields)}`,
    node(`not ok 1 - a\n  ---\n  ${fields}\n  ...\n`, { fail: 1 }),
    ['0 passed, 1 failed, 0 ignored', `fail a [${message}]`],
  ]),
  [
    'an open block of text',
    node('not ok 1 - a\n  ---\n  error: |-\n    one\n', { fail: 1 }),
    ['0 passed, 1 failed, 0 ignored', 'fail a [one]'],
  ],
])('%s', (_, stdout, report) => {
  expect(told(stdout)).toEqual(report);
});

test('a report holds what was said and nothing else', () => {
  expect(parseNodeTap(node('ok 1 - a\nnot ok 2 - b\n', { tests: 2, fail: 1 }), '/r')).toStrictEqual({
    tests: [
      { name: 'a', fullName: 'a', status: 'pass' },
      { name: 'b', fullName: 'b', status: 'fail' },
    ],
    passed: 1,
    failed: 1,
    ignored: 0,
    unloaded: [],
  });
});
