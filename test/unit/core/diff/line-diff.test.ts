import { describe, expect, test } from '@jest/globals';
import { parseLineDiff } from '../../../../src/core/diff/line-diff.ts';
import type { RawDiffEntry } from '../../../../src/core/diff/raw-diff.ts';

const entry = (path: string, status: RawDiffEntry['status'] = 'M'): RawDiffEntry => ({
  status,
  oldMode: '100644',
  newMode: '100644',
  oldSha: 'a'.repeat(40),
  newSha: 'b'.repeat(40),
  path,
  validUtf8: true,
});
const diff = (...lines: string[]) => `${lines.join('\n')}\n`;
const parse = (text: string, ...entries: RawDiffEntry[]) => Object.fromEntries(parseLineDiff(text, entries));
const line = (n: number, text: string) => ({ line: n, text });

describe('changed lines', () => {
  test('each hunk has its lines, each on its own side', () => {
    const text = diff(
      'diff --git a/one b/one',
      'index 1..2 100644',
      '--- a/one',
      '+++ b/one',
      '@@ -3 +3 @@ fn main',
      '-old',
      '+new',
      '@@ -10,2 +9,0 @@',
      '-a',
      '-b',
      '@@ -20,0 +18,3 @@',
      '+x',
      '+diff --git a/fake b/fake',
      '+@@ -1 +1 @@',
      'diff --git a/two b/two',
      'Binary files differ',
      'diff --git a/three b/three',
      '@@ -0,0 +1 @@',
      '+only',
      '\\ No newline at end of file',
      '@@ -7 +8 @@',
      '-p',
      '\\ No newline at end of file',
      '+q',
    );
    expect(parse(text, entry('one'), entry('two'), entry('three'))).toEqual({
      one: [
        { removed: [line(3, 'old')], added: [line(3, 'new')] },
        { removed: [line(10, 'a'), line(11, 'b')], added: [] },
        { removed: [], added: [line(18, 'x'), line(19, 'diff --git a/fake b/fake'), line(20, '@@ -1 +1 @@')] },
      ],
      three: [
        { removed: [], added: [line(1, 'only')] },
        { removed: [line(7, 'p')], added: [line(8, 'q')] },
      ],
    });
  });

  test('a changed type is two sections of one file', () => {
    const text = diff(
      'diff --git a/l b/l',
      '@@ -1 +0,0 @@',
      '-file',
      'diff --git a/l b/l',
      '@@ -0,0 +1 @@',
      '+target',
      'diff --git a/z b/z',
      '@@ -1 +0,0 @@',
      '-z',
    );
    expect(parse(text, entry('l', 'T'), entry('z'))).toEqual({
      l: [
        { removed: [line(1, 'file')], added: [] },
        { removed: [], added: [line(1, 'target')] },
      ],
      z: [{ removed: [line(1, 'z')], added: [] }],
    });
  });

  test('4000 characters of a line are read', () => {
    const text = diff('diff --git a/one b/one', '@@ -0,0 +1,2 @@', `+${'x'.repeat(4000)}`, `+${'y'.repeat(4001)}`);
    expect(parse(text, entry('one'))['one']![0]!.added.map((each) => each.text)).toEqual([
      'x'.repeat(4000),
      'y'.repeat(4000),
    ]);
    expect(parse('')).toEqual({});
  });

  test.each<[string, string, RawDiffEntry[], string]>([
    ['more sections than files', diff('diff --git a/b b/b'), [], 'line 1 of the diff is "diff --git a/b b/b"'],
    ['fewer', '', [entry('a'), entry('b')], 'the diff has 0 sections, its list of files 2'],
    ['a hunk before any file', diff('@@ -1 +1 @@', '-a', '+b'), [entry('a')], 'line 1 of the diff is "@@ -1 +1 @@"'],
    [
      'a hunk that is too short',
      diff('diff --git', 'diff --git a/a b/a', '@@ -1,2 +1 @@', '-a', '+b'),
      [entry('a')],
      'line 5 of the diff is "+b"',
    ],
    [
      'a hunk that ends with the text',
      'diff --git a/a b/a\n@@ -1 +1 @@\n-a',
      [entry('a')],
      'line 4 of the diff is the end',
    ],
    [
      'a long line',
      diff('diff --git a/a b/a', '@@ -1 +1 @@', 'x'.repeat(81)),
      [entry('a')],
      `line 3 of the diff is "${'x'.repeat(80)}"`,
    ],
  ])('%s is a bad patch', (_, text, entries, message) => {
    expect(() => parseLineDiff(text, entries)).toThrow(expect.objectContaining({ code: 'bad-patch', message }));
  });
});
