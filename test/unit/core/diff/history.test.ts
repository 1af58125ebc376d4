import { expect, test } from '@jest/globals';
import { incomparable, parseCommits, type History } from '../../../../src/core/diff/history.ts';

const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];

test('commits as git writes them', () => {
  const whole = [
    a,
    `tree ${b}`,
    `parent ${b}`,
    `parent ${c}`,
    'author Ada L <ada@example.org> 1 +0100',
    'committer B <b@c> 2 +0000',
  ];
  const records = [
    [...whole, '', '    one: two', '', '        code', '    last', ''],
    [b, 'author <ada@example.org> 1 +0000', '', '    author X <x@y> 1 +0000'],
    [c, 'author Ada <ada@example.org> 1 UTC', `parent ${a}`],
    [a, '', '    without a head'],
    ['not-a-sha', ''],
    [`${a}0`, ''],
  ];
  expect(parseCommits(records.map((lines) => lines.join('\n')).join('\0\n'))).toEqual([
    {
      ...{ sha: a, parents: [b, c], author: 'Ada L', email: 'ada@example.org', subject: 'one: two' },
      message: 'one: two\n\n    code\nlast\n',
    },
    {
      ...{ sha: b, parents: [], author: '', email: 'ada@example.org', subject: 'author X <x@y> 1 +0000' },
      message: 'author X <x@y> 1 +0000',
    },
    { sha: c, parents: [a], author: '', email: '', subject: '', message: '' },
    { sha: a, parents: [], author: '', email: '', subject: 'without a head', message: 'without a head' },
  ]);
  const long = parseCommits(`${a}\n\n    ${'x'.repeat(65_537)}`)[0]!;
  expect([long.message.length, parseCommits('')]).toEqual([65_536, []]);
});

test.each<[Partial<History> | undefined, string]>([
  [undefined, 'no common ancestor with the base'],
  [{ baseName: 'origin/main' }, 'no common ancestor with origin/main'],
  [{ baseName: 'origin/main', shallow: true }, 'no common ancestor with origin/main: check out with fetch-depth: 0'],
  [{ baseName: 'main', mergeBases: 1 }, 'no common ancestor with main'],
  [{ baseName: 'main', mergeBases: 2 }, '2 merge bases with main, so no diff shows all: merge main into the branch'],
])('%j cannot be compared', (history, said) => {
  expect(incomparable(history as History | undefined)).toBe(said);
});

test('the advice for a full checkout', () => {
  expect(incomparable(undefined, ': fetch it')).toBe('no common ancestor with the base: fetch it');
});
