import { describe, expect, test } from '@jest/globals';
import { readAllowances } from '../../../src/core/allowance.ts';
import { ownersOf, readOwners } from '../../../src/core/codeowners.ts';
import type { GateObservation } from '../../../src/core/gate.ts';
import { governance } from '../../../src/gates/governance.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';
import { branch, type Branch } from '../../fixtures/gates/branch.ts';
import { said } from '../../fixtures/gates/observation.ts';

const node = loadProfile('node');
type Settings = Record<string, string | boolean | string[]>;
const judge = (settings: Settings, spec: Branch, over: Partial<GateObservation> = {}) => {
  const profile = { ...node, gates: { ...node.gates, governance: { methods: [], timeout: 60, settings } } };
  const result = governance.evaluate(branch(spec, { profile, ...over }));
  return [result.verdict, ...said(result)];
};
const header = (text: string): Branch => ({ after: { 'src/a.js': text } });
const signed = (message: string, over = {}): Branch => ({ commits: [{ message, ...over }] });

describe('policies', () => {
  test.each<[string, Settings, Branch, string]>([
    [
      'a header',
      { 'licence-header': 'SPDX-License-Identifier: MIT' },
      header('// SPDX-License-Identifier: MIT\n'),
      'pass',
    ],
    ['no header', { 'licence-header': 'SPDX-License-Identifier: MIT' }, header('a\n'), 'fail'],
    [
      'a header far below',
      { 'licence-header': 'SPDX-License-Identifier: MIT' },
      header(`${'\n'.repeat(20)}// SPDX-License-Identifier: MIT\n`),
      'fail',
    ],
    [
      'a file that nobody could read',
      { 'licence-header': 'MIT' },
      { modes: { 'src/a.js': ['000000', '100644'] } },
      'fail',
    ],
    [
      'owners',
      { codeowners: true },
      { before: { CODEOWNERS: '* @me\n' }, after: { CODEOWNERS: '* @me\n', 'src/a.js': '' } },
      'pass',
    ],
    [
      'no owner',
      { codeowners: true },
      { before: { CODEOWNERS: '/docs/ @me\n' }, after: { CODEOWNERS: '/docs/ @me\n', 'src/a.js': 'a' } },
      'fail',
    ],
    ['no file of owners', { codeowners: true }, header('a'), 'fail'],
    [
      'A-69 owners that the branch brings along',
      { codeowners: true },
      { after: { CODEOWNERS: '* @me\n', 'src/a.js': 'a' } },
      'fail',
    ],
    ['signed off', { 'sign-off': true }, signed('feat: a\n\nSigned-off-by: A Person <person@example.invalid>'), 'pass'],
    ['not signed off', { 'sign-off': true }, signed('feat: a'), 'fail'],
    [
      'signed off by somebody else',
      { 'sign-off': true },
      signed('feat: a\n\nSigned-off-by: B <b@example.invalid>'),
      'fail',
    ],
    [
      'an author who need not',
      { 'sign-off': true, 'sign-off-exempt': ['person@example.invalid'] },
      signed('feat: a'),
      'pass',
    ],
    [
      'a protected file',
      { protected: ['LICENSE*'] },
      { before: { LICENSE: 'MIT\n' }, after: { LICENSE: 'mine\n' } },
      'fail',
    ],
    ['a protected file that goes', { protected: ['LICENSE*'] }, { before: { LICENSE: 'MIT\n' } }, 'fail'],
    [
      'a protected file as it was',
      { protected: ['LICENSE*'] },
      { before: { LICENSE: 'MIT\n' }, after: { LICENSE: 'MIT\n', a: 'b' } },
      'pass',
    ],
    ['labels that nobody knows', { labels: ['ready'] }, {}, 'fail'],
    ['no base', { protected: ['LICENSE*'] }, { history: { mergeBase: undefined } }, 'fail'],
    ['no policy', {}, header('a'), 'skipped'],
  ])('%s', (_, settings, spec, verdict) => {
    expect(judge(settings, spec)[0]).toBe(verdict);
  });

  test('labels, an allowance, and what is said', () => {
    expect(judge({ labels: ['ready'] }, {}, { labels: ['ready'] })).toEqual([
      'pass',
      'governance: clear',
      'policies: labels',
    ]);
    expect(judge({ labels: ['ready'] }, {}, { labels: [] })).toEqual([
      'fail',
      'governance: 1 violation',
      'policies: labels',
      'labels: the label ready is missing',
    ]);
    const changed: Branch = { before: { LICENSE: 'MIT\n' }, after: { LICENSE: 'MIT 2026\n' } };
    const allowances = readAllowances('Allow: LICENSE because the year is over');
    expect(judge({ protected: ['LICENSE*'] }, changed, { allowances })[0]).toBe('pass');
  });
});

test.each([
  ['*', 'a/b.js', true],
  ['*.js', 'a/b.js', true],
  ['/docs/', 'docs/a/b.md', true],
  ['/docs/', 'a/docs/b.md', false],
  ['docs/', 'a/docs/b.md', true],
  ['docs/*', 'docs/a.md', true],
  ['docs/*', 'docs/a/b.md', false],
  ['apps/**/test', 'apps/x/y/test/a.js', true],
  ['/a.js', 'b/a.js', false],
  ['a.b', 'axb', false],
])('CODEOWNERS: %s and %s', (pattern, path, covered) => {
  expect(ownersOf(readOwners(`${pattern} @me`), path).length > 0).toBe(covered);
  expect(ownersOf(readOwners(`${pattern} @me\n${pattern}`), path)).toEqual([]);
});
