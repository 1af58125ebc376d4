import { describe, expect, test } from '@jest/globals';
import type { RawDiffEntry } from '../../../src/core/diff/raw-diff.ts';
import type { ScopeObservation } from '../../../src/core/gate.ts';
import { scope } from '../../../src/gates/scope.ts';
import { observe } from '../../fixtures/gates/observation.ts';

const sha = (digit: string): string => digit.repeat(40);

const file = (path: string, over: Partial<RawDiffEntry> = {}) => ({
  status: 'M' as const,
  oldMode: '100644',
  newMode: '100644',
  oldSha: sha('0'),
  newSha: sha('1'),
  path,
  validUtf8: true,
  size: 1,
  ...over,
});

const commit = (digit: string, message: string) => ({
  sha: sha(digit),
  parents: [sha('9')],
  author: 'a',
  email: 'a@example.invalid',
  subject: message.split('\n')[0]!,
  message,
});

const HELD: ScopeObservation = {
  allow: ['src/**', 'README.md'],
  deny: ['src/secret/**'],
  source: 'contract 03a, sha256 0123456789ab',
  pointers: new Set(),
  touched: new Map(),
};

function judge(files: ReturnType<typeof file>[], held: Partial<ScopeObservation> | null = {}, over: object = {}) {
  const history = {
    baseHead: sha('8'),
    baseName: 'origin/main',
    mergeBase: sha('9'),
    shallow: false,
    behind: 0,
    commits: [
      commit('a', 'feat: a\n\nFlow-Hop: generative/7/8/impl-creator/1\nFlow-Result: {}\n'),
      commit('b', 'fix: b'),
    ],
    commitCount: 2,
    files,
    lines: new Map(),
    unread: undefined,
    ...over,
  };
  return scope.evaluate(observe([], { history, ...(held === null ? {} : { scope: { ...HELD, ...held } }) }));
}

describe('a branch is held to its contract', () => {
  test('inside', () => {
    expect(judge([file('src/a.rs'), file('README.md')])).toMatchObject({
      verdict: 'pass',
      numbers: { files: 2, violations: 0 },
      evidence: [
        { key: 'scope', value: '2/2 files allowed' },
        { key: 'held to', value: HELD.source },
      ],
    });
  });

  test.each([
    ['outside', [file('docs/a.md')], 'outside-scope'],
    ['denied, which wins', [file('src/secret/a')], 'denied'],
    [
      'A-43 a rename hides nothing: the side that went is judged, too',
      [file('csrc/a', { status: 'D', newMode: '000000' }), file('src/a')],
      'outside-scope',
    ],
    ['A-44 a link', [file('src/a', { newMode: '120000' })], 'symlink'],
    ['A-45 a submodule', [file('src/a', { newMode: '160000' })], 'submodule'],
    ['A-46 a workflow', [file('.github/workflows/x.yml')], 'hard-deny'],
    ['A-47 another letter case', [file('src/A'), file('src/a')], 'case-collision'],
  ])('%s', (_, files, rule) => {
    const result = judge(files);
    expect(result.verdict).toBe('fail');
    expect(result.annotations.map(({ title }) => title)).toContain(`scope: ${rule}`);
  });

  test('A-48 content that became a pointer of Git LFS is out of sight', () => {
    const result = judge([file('src/w.bin')], { pointers: new Set(['src/w.bin']) });
    expect(result).toMatchObject({ verdict: 'fail', numbers: { violations: 1 } });
    expect(result.evidence[1]!.value).toContain('lfs-pointer');
  });

  test('A-48 a diff that is too large counts as a whole', () => {
    const files = Array.from({ length: 50_001 }, (_, i) => file(`src/${i}`));
    expect(judge(files)).toMatchObject({ verdict: 'fail', numbers: { files: 50_001, violations: 50_001 } });
  });

  test('a violation names the hop that made it, or the commit', () => {
    const touched = new Map([
      ['docs/a.md', sha('a')],
      ['docs/b.md', sha('b')],
    ]);
    const result = judge([file('docs/a.md'), file('docs/b.md'), file('docs/c.md')], { touched });
    expect(result.annotations.map(({ message }) => message.split(':')[0])).toEqual([
      'Outside the contract, by hop 8, impl-creator in aaaaaaa',
      'Outside the contract, by bbbbbbb',
      'Outside the contract',
    ]);
  });

  test.each([
    ['no scope given', judge([file('src/a')], null), 'no scope was given'],
    ['no base', judge([], {}, { mergeBase: undefined }), 'no common ancestor'],
    ['A-43 two merge bases', judge([], {}, { mergeBase: undefined, mergeBases: 2 }), '2 merge bases'],
    ['a shallow checkout', judge([], {}, { mergeBase: undefined, shallow: true }), 'fetch-depth: 0'],
  ])('nothing to judge by is no pass: %s', (_, result, word) => {
    expect(result.verdict).toBe('fail');
    expect(result.evidence[0]!.value).toContain(word);
  });
});
