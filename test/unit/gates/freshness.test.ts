import { expect, test } from '@jest/globals';
import { NO_BASE, type History } from '../../../src/core/diff/history.ts';
import { freshness } from '../../../src/gates/freshness.ts';
import { observe, said } from '../../fixtures/gates/observation.ts';

const [BASE, OLD] = ['b'.repeat(40), 'c'.repeat(40)];
const history = (over: Partial<History>): History => ({
  baseHead: BASE,
  baseName: 'origin/main',
  mergeBase: BASE,
  shallow: false,
  behind: 0,
  commits: [],
  commitCount: 2,
  files: [],
  lines: new Map(),
  unread: undefined,
  ...over,
});

test.each<[string, Partial<History>, string, string]>([
  ['up to date', {}, 'pass', 'base: up-to-date @bbbbbbb'],
  ['up to date in a shallow checkout that reaches the base', { shallow: true }, 'pass', 'base: up-to-date @bbbbbbb'],
  [
    'behind',
    { mergeBase: OLD, behind: 3 },
    'fail',
    'base: behind origin/main @bbbbbbb by 3 commits: merge origin/main in',
  ],
  [
    'behind in a shallow checkout',
    { mergeBase: OLD, behind: 1, shallow: true },
    'fail',
    'base: behind origin/main @bbbbbbb by at least 1 commit: merge origin/main in',
  ],
  [
    'unrelated histories',
    { mergeBase: undefined, behind: undefined },
    'fail',
    'base: no common ancestor with origin/main @bbbbbbb: unrelated histories',
  ],
  [
    'no common ancestor in a shallow checkout',
    { mergeBase: undefined, behind: undefined, shallow: true },
    'fail',
    'base: no common ancestor with origin/main @bbbbbbb, and this checkout is shallow: check out with fetch-depth: 0',
  ],
  [
    'a base that is not here',
    { baseHead: undefined, mergeBase: undefined, behind: undefined },
    'fail',
    'base: origin/main is not in this checkout: set `with: { base: … }` or check the base branch out, too',
  ],
  [
    'no base at all',
    { baseHead: undefined, baseName: NO_BASE, mergeBase: undefined, behind: undefined },
    'fail',
    'base: no base to compare with: name one as `base`',
  ],
  [
    'a merge base that is not the base, and nothing counted',
    { mergeBase: OLD, behind: 0 },
    'fail',
    'base: merge base ccccccc is not origin/main @bbbbbbb',
  ],
])('%s', (_, over, verdict, line) => {
  const result = freshness.evaluate(observe([], { history: history(over) }));
  expect([result.verdict, said(result)]).toEqual([verdict, [line]]);
});

test('a history that was not read is no pass', () => {
  expect(freshness.evaluate(observe([])).verdict).toBe('fail');
});
