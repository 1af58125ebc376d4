import { describe, expect, test } from '@jest/globals';
import { distinct, type Finding } from '../../../../src/core/parsers/findings.ts';
import { isUnresolvedName, parseRustcErrors } from '../../../../src/core/parsers/rustc.ts';
import { selfSkip } from '../../../../src/core/parsers/self-skip.ts';
import { parseTap } from '../../../../src/core/parsers/tap.ts';

/** The points of a run, its counts, and why it cannot be trusted. */
const told = (stdout: string): string[] => {
  const { tests, passed, failed, ignored, problem } = parseTap(stdout);
  return [
    `${passed} passed, ${failed} failed, ${ignored} ignored`,
    ...tests.map(({ status, name, fullName }) => `${status} ${name}${name === fullName ? '' : ` (${fullName})`}`),
    ...(problem === undefined ? [] : [`problem: ${problem}`]),
  ];
};
type Row = readonly [name: string, stdout: string, told: readonly string[]];
describe('TAP', () => {
  test.each<Row>([
    [
      'points',
      '1..4\nok 1 - a\nnot ok 2 - b\nok 3\nok - d\n',
      ['3 passed, 1 failed, 0 ignored', 'pass a', 'fail b', 'pass ', 'pass d'],
    ],
    ['a plan behind them', 'ok 1 a\n1..1 # done\n', ['1 passed, 0 failed, 0 ignored', 'pass a']],
    [
      'more than nine points',
      `${Array.from({ length: 12 }, (_, i) => `ok ${i + 1}`).join('\n')}\n1..12   # all\n`,
      [
        '12 passed, 0 failed, 0 ignored',
        'pass ',
        'pass ',
        'pass ',
        'pass ',
        'pass ',
        'pass ',
        'pass ',
        'pass ',
        'pass ',
        'pass ',
        'pass ',
        'pass ',
      ],
    ],
    [
      'directives',
      '1..6\nok 1 - a # SKIP later\nok 2 b #skip\nnot ok 3 - c # TODO\nok 4 - d #   skipped: x\nnot ok 5 - e # SKIP\nok 6 - f # todos\n',
      ['1 passed, 1 failed, 4 ignored', 'ignored a', 'ignored b', 'ignored c', 'ignored d', 'fail e', 'pass f # todos'],
    ],
    [
      'escapes',
      '1..2\nok 1 - a \\# SKIP b\nok 2 - c \\\\ d\n',
      ['2 passed, 0 failed, 0 ignored', 'pass a # SKIP b', 'pass c \\ d'],
    ],
    [
      'a directive of a word inside',
      '1..1\nok 1 - a # no skip\n',
      ['1 passed, 0 failed, 0 ignored', 'pass a # no skip'],
    ],
    [
      'a block of a point',
      '1..1\nok 1 - a\n  ---\n  ok: 1\nok 2\n  ...\n',
      ['1 passed, 0 failed, 0 ignored', 'pass a'],
    ],
    ['a block of no point', '1..1\n  ---\nok 1 - a\n', ['1 passed, 0 failed, 0 ignored', 'pass a']],
    [
      'an open block',
      '1..1\nok 1\n  ---\n',
      ['1 passed, 0 failed, 0 ignored', 'pass ', 'problem: the output ends inside a diagnostic block'],
    ],
    [
      'given up',
      'ok 1\nBail out! no disk\n1..1\n',
      ['1 passed, 0 failed, 0 ignored', 'pass ', 'problem: the run was given up: no disk'],
    ],
    [
      'given up without a reason',
      'ok 1\nbail out!\n1..1\n',
      ['1 passed, 0 failed, 0 ignored', 'pass ', 'problem: the run was given up: without a reason'],
    ],
    ['words about giving up', '1..1\nok 1\nI say Bail out!\n', ['1 passed, 0 failed, 0 ignored', 'pass ']],
    ['two plans', '1..1\nok 1\n1..1\n', ['1 passed, 0 failed, 0 ignored', 'pass ', 'problem: two plans']],
    ['no plan', 'ok 1\n', ['1 passed, 0 failed, 0 ignored', 'pass ', 'problem: no TAP plan']],
    [
      'another plan',
      '1..3\nok 1\n',
      ['1 passed, 0 failed, 0 ignored', 'pass ', 'problem: the plan says 3 points, there are 1'],
    ],
    [
      'another number',
      '1..2\nok 1\nok 3\n',
      ['2 passed, 0 failed, 0 ignored', 'pass ', 'pass ', 'problem: point 3 stands where 2 belongs'],
    ],
    [
      'lines that only look so',
      '1..1\nokay 1\n ok 1\n x1..2\n1..2x\nok 1 - a\n',
      ['1 passed, 0 failed, 0 ignored', 'pass a'],
    ],
  ])('%s', (_, stdout, said) => {
    expect(told(stdout)).toEqual(said);
  });
});

test('a line of 10,000 characters is read, a longer one is none', () => {
  expect(told(`1..1\nok 1 ${'x'.repeat(9_995)}\n`)).toEqual([
    '1 passed, 0 failed, 0 ignored',
    `pass ${'x'.repeat(9_995)}`,
  ]);
  expect(told(`1..1\nok 1 ${'x'.repeat(9_996)}\n`)).toEqual([
    '0 passed, 0 failed, 0 ignored',
    'problem: the plan says 1 points, there are 0',
  ]);
});

describe('a test that says that it skips', () => {
  test.each([
    'skipping: no GPU',
    'Skipped',
    '  ## SKIP no model ##',
    '⏭️  Skipping test',
    'this test was skipped',
    'tests of parity are skipped now',
    'no model, skipping this test',
    'skipping the tests',
    'so skipped test',
    'skip x 3',
    'skip',
  ])('%s', (line) => {
    expect(selfSkip(`one\n${line}\ntwo`)).toBe(line.replace(/^[^\p{L}]+/u, '').trim());
  });
  test.each([
    'skipping 3 of 4 rows',
    'skipped  12',
    'no rows skipped',
    'skips nothing',
    'a protest is skippable',
    'we skip',
    '',
  ])('not %j', (line) => {
    expect(selfSkip(line)).toBeUndefined();
  });
});

test('errors of rustc in words for people', () => {
  const text =
    'error[E0425]: cannot find value `a`\n  --> src/a.rs:12:34\n   |\nerror: expected `;`\n     --> /r/src/b.rs:5:6\nerror: could not compile `x`\nerror: aborting due to 2 previous errors\nerror: 12 targets failed:\nerror: command `a b` exited with code 1\nerror: no place\nx error: inside\nerror: the command said that it could not compile\nwarning: w\n';
  expect(parseRustcErrors(text, '/r')).toEqual([
    { code: 'E0425', message: 'cannot find value `a`', path: 'src/a.rs', line: 12 },
    { code: undefined, message: 'expected `;`', path: 'src/b.rs', line: 5 },
    { code: undefined, message: 'no place', path: undefined, line: 1 },
    { code: undefined, message: 'the command said that it could not compile', path: undefined, line: 1 },
  ]);
});

test('names that do not exist', () => {
  const codes = [
    'E0405',
    'E0407',
    'E0412',
    'E0422',
    'E0423',
    'E0425',
    'E0432',
    'E0433',
    'E0437',
    'E0438',
    'E0531',
    'E0576',
    'E0583',
    'E0599',
    'E0609',
  ];
  expect(codes.filter((code) => !isUnresolvedName(code))).toEqual([]);
  expect(['E0308', '', undefined].map(isUnresolvedName)).toEqual([false, false, false]);
});

test('a line of 2,000 characters may say that it skips, a longer one says nothing; blanks behind it are none of its words', () => {
  expect(selfSkip(`skip ${'x'.repeat(1_995)}`)).toBe(`skip ${'x'.repeat(1_995)}`);
  expect(selfSkip(`skip ${'x'.repeat(1_996)}`)).toBeUndefined();
  expect(selfSkip('skipped: no GPU  ')).toBe('skipped: no GPU');
  expect(selfSkip('it is skipping  the tests')).toBeUndefined();
  expect(selfSkip('it is skipping thetests')).toBeUndefined();
});

test('equal findings count once, the first of them', () => {
  const one: Finding = { level: 'error', path: 'a.rs', line: 1, endLine: 1, code: '1x', message: 'm' };
  const others: Finding[] = [
    { ...one, line: 11, code: 'x' },
    { ...one, path: 'b.rs' },
    { ...one, message: 'n' },
    { ...one, path: undefined },
  ];
  expect(distinct([one, ...others, { ...one, level: 'warning', endLine: 2 }])).toEqual([one, ...others]);
});
