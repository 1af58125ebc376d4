import { describe, expect, test } from '@jest/globals';
import { changedSource, languageOf, newLines } from '../../../../src/core/hygiene/source.ts';
import { commitPrefixes, conflictMarkers, judgeTree } from '../../../../src/core/hygiene/tree.ts';
import type { ChangedFile } from '../../../../src/core/diff/history.ts';

const file = (newMode: string, oldMode: string, size?: number): ChangedFile =>
  ({ path: 'a', newMode, oldMode, ...(size === undefined ? {} : { size }) }) as ChangedFile;
const limits = { maxBytes: 2048, large: () => false, executable: () => false };
const told = (one: ChangedFile, first?: string, over: Partial<typeof limits> = {}) =>
  judgeTree([one], { ...limits, ...over }, () => first).map(
    ({ rule, level, path, line, names, message }) => `${rule} ${level} ${path}:${line} [${names.join()}]: ${message}`,
  );

describe('modes and sizes', () => {
  test.each<[string, ChangedFile, string | undefined, string[]]>([
    ['a file that is gone', file('000000', '120000'), undefined, []],
    ['a new link', file('120000', '000000'), undefined, ['symlink failure a:1 []: a symbolic link']],
    ['a file that became a link', file('120000', '100644'), undefined, ['symlink failure a:1 []: a symbolic link']],
    ['a link that was one', file('120000', '120000'), undefined, []],
    ['a new submodule', file('160000', '000000'), undefined, ['symlink failure a:1 []: a submodule']],
    ['a submodule that was one', file('160000', '160000'), undefined, []],
    ['an executable script', file('100755', '100644', 1), '#!/bin/sh', []],
    [
      'an executable text',
      file('100755', '000000', 1),
      ' #!/bin/sh',
      ['executable failure a:1 []: executable, without an interpreter line'],
    ],
    [
      'an executable of no text',
      file('100755', '000000', 1),
      undefined,
      ['executable failure a:1 []: executable, without an interpreter line'],
    ],
    ['an executable that was one', file('100755', '100755', 1), undefined, []],
    ['as large as the limit', file('100644', '000000', 2048), undefined, []],
    [
      'a byte more',
      file('100644', '000000', 2049),
      undefined,
      ['large-file failure a:1 []: 3 KiB, the limit is 2 KiB'],
    ],
    [
      'a blob that is not here',
      file('100644', '000000'),
      undefined,
      ['unread-diff failure a:1 []: its blob is not in this checkout'],
    ],
    [
      'executable and large',
      file('100755', '000000', 9000),
      undefined,
      [
        'executable failure a:1 []: executable, without an interpreter line',
        'large-file failure a:1 []: 9 KiB, the limit is 2 KiB',
      ],
    ],
  ])('%s', (_, one, first, said) => {
    expect(told(one, first)).toEqual(said);
  });

  test('the profile may name files', () => {
    expect(told(file('100644', '000000', 9000), undefined, { large: () => true })).toEqual([]);
    expect(told(file('100755', '000000', 1), undefined, { executable: () => true })).toEqual([]);
  });
});

const added = (...lines: readonly string[]) =>
  changedSource('a', [{ removed: [], added: lines.map((text, i) => ({ line: i + 1, text })) }], undefined, undefined);

test.each<[string[], string[]]>([
  [
    ['<<<<<<< HEAD', '=======', '>>>>>>> main'],
    ['1: <<<<<<< HEAD', '3: >>>>>>> main', '2: ======='],
  ],
  [
    ['|||||||', '=======  '],
    ['1: |||||||', '2: ======='],
  ],
  [['======='], []],
  [['<<<<<<<< a', '<<<<<< a', ' <<<<<<< a', '<<<<<<<a'], []],
  [['>>>>>>>', '========', ' ======='], ['1: >>>>>>>']],
])('a merge that was not finished: %j', (lines, said) => {
  const found = conflictMarkers(added(...lines));
  expect(found.map(({ line, message }) => `${line}: ${message}`.trim())).toEqual(
    said.map((one) => one.replace(': ', ': a merge was not finished: ')),
  );
  for (const one of found)
    expect(one).toMatchObject({ rule: 'conflict-marker', level: 'failure', path: 'a', names: [] });
});

test('a long marker is cut', () => {
  expect(conflictMarkers(added(`<<<<<<< ${'x'.repeat(50)}`))[0]!.message).toBe(
    `a merge was not finished: <<<<<<< ${'x'.repeat(32)}`,
  );
});

describe('first lines of commits', () => {
  const said = (subject: string, parents = ['p']) =>
    commitPrefixes([{ sha: '0123456789', subject, parents, author: '', email: '', message: '' }], ['feat', 'fix']).map(
      ({ rule, level, path, line, names, message }) => `${rule} ${level} ${path}:${line} [${names.join()}]: ${message}`,
    );
  test.each(['feat: a', 'fix(core): a', 'fix(a/b_c. d-e): a', 'feat!: a', 'feat(x)!: a'])('%s', (subject) => {
    expect(said(subject)).toEqual([]);
  });
  test.each([
    'chore: a',
    'feat:a',
    'feat: ',
    'Feat: a',
    ' feat: a',
    'feat(): a',
    'feat(a: b',
    'feat!!: a',
    'a feat: b',
    '',
  ])('not %j', (subject) => {
    expect(said(subject)).toEqual([
      `commit-prefix failure :1 []: 0123456 begins with ${JSON.stringify(subject)}, not with feat: fix:`,
    ]);
  });
  test('a merge says it by its parents; a long line is cut', () => {
    expect(said('Merge', ['a', 'b'])).toEqual([]);
    expect(said('Merge', [])).toHaveLength(1);
    expect(said('x'.repeat(50))[0]).toContain(`"${'x'.repeat(40)}"`);
  });
});

test.each([
  ['rust', ['a.rs']],
  ['js', ['a.js', 'a.ts', 'a.mjs', 'a.cts', 'a.jsx', 'a.tsx']],
  ['python', ['a.py', 'a.pyi']],
  ['other', ['a.rs.txt', 'a.json', 'a.ajs', 'ars', 'a.pyx', 'a.js.map', 'py']],
] as const)('%s is told by the name', (language, paths) => {
  expect(paths.map(languageOf)).toEqual(paths.map(() => language));
});

test('code is masked where the file was read, and where its line is that of the change', () => {
  const source = changedSource(
    'a.js',
    [
      {
        removed: [{ line: 1, text: 'f("a")' }],
        added: [
          { line: 2, text: 'g("b")' },
          { line: 3, text: 'h("c")' },
        ],
      },
    ],
    'f("a")',
    'x\ng("b")\nh("c") // cut',
  );
  expect(source.removed).toEqual([{ line: 1, text: 'f("a")', code: 'f(   )' }]);
  expect(source.added).toEqual([
    { line: 2, text: 'g("b")', code: 'g(   )' },
    { line: 3, text: 'h("c")', code: 'h("c")' },
  ]);
  expect(source).toMatchObject({ before: 'f(   )', after: 'x\ng(   )\nh(   )       ', language: 'js' });
});

test('a line that was only moved is not new, as often as it was there', () => {
  const line = (text: string) => ({ line: 1, text });
  const source = changedSource(
    'a.js',
    [
      {
        removed: [line(' a'), line('a '), line('b')],
        added: [line('a'), line('  b'), line('a'), line('a'), line('c')],
      },
    ],
    undefined,
    undefined,
  );
  expect(newLines(source).map(({ text }) => text)).toEqual(['a', 'c']);
});
