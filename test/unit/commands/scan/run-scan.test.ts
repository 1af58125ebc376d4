import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runScan, type ScanFlags } from '../../../../src/commands/scan/run-scan.ts';
import { addedLines } from '../../../../src/core/public-safety/added-lines.ts';

const token = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
const home = ['', 'home', 'ada'].join('/');
let dir: string;
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: dir, encoding: 'utf8' });
const write = (name: string, text: string): void => writeFileSync(join(dir, name), text);
const scan = (file: string | undefined, flags: Partial<ScanFlags> = {}) => runScan(file, { allow: [], dir, ...flags });

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'scan-'));
  git('init', '-q', '-b', 'main');
  // What a person may have configured changes nothing.
  git('config', 'diff.noprefix', 'true');
  git('config', 'color.ui', 'always');
  write('a.txt', 'one\ntwo\nthree\n');
  git('add', '-A');
  git('commit', '-qm', 'first');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a file by line and column, and no value', async () => {
  write('note.txt', `one\nsee ${home}/x and ${token}\n`);
  const { ok, lines } = await scan(join(dir, 'note.txt'));
  rmSync(join(dir, 'note.txt'));
  expect(ok).toBe(false);
  expect(lines[0]).toMatch(/note\.txt:2:5: redacted:home-path$/);
  expect(lines[1]).toMatch(/note\.txt:2:21: redacted:github-token$/);
  expect(lines.join('\n')).not.toContain(token);
});

describe('A-62 what is staged, and what was committed', () => {
  test('the added lines alone, with their numbers in the new file', async () => {
    write('a.txt', `one\ntwo\n${home}\nthree\n++ ${home} looks like a head\n`);
    git('add', '-A');
    const { lines } = await scan(undefined, { staged: true });
    expect(lines.slice(0, 2)).toEqual(['a.txt:3:1: redacted:home-path', 'a.txt:5:4: redacted:home-path']);
    expect((await scan(undefined, { staged: true, allow: [home] })).ok).toBe(true);
    expect((await scan(undefined, { staged: true, secrets: true })).lines).toEqual([
      'nothing private in the index, 2 added lines of 1 file',
    ]);
    git('reset', '-q', '--hard');
  });

  test('a key that a later commit takes out again is found, and so is one in a message', async () => {
    write('a.txt', `one\n${token}\n`);
    git('commit', '-qam', 'second');
    write('a.txt', 'one\n');
    git('commit', '-qam', `third ${token}`);
    const { ok, lines } = await scan(undefined, { range: 'HEAD~2..HEAD' });
    expect(ok).toBe(false);
    expect(lines[0]).toMatch(/^message of [0-9a-f]+:1:7: redacted:github-token$/);
    expect(lines[1]).toBe('a.txt:2:1: redacted:github-token');
  });
});

describe('a wrong command line', () => {
  test.each<[string | undefined, Partial<ScanFlags>, string]>([
    [undefined, {}, 'one thing is scanned at a time'],
    ['-', { staged: true }, 'one thing is scanned at a time'],
    ['nowhere.txt', {}, 'cannot read nowhere.txt'],
    [undefined, { range: 'main' }, 'is no range of commits'],
    [undefined, { range: '--output=x..y' }, 'is no range of commits'],
    [undefined, { range: 'nowhere..HEAD' }, 'git log gave no diff'],
    [undefined, { staged: true, allow: ['*'] }, '"*"'],
  ])('%s %j', async (file, flags, said) => {
    await expect(scan(file, flags)).rejects.toThrow(said);
  });
});

test('a diff tells which files it makes, also empty ones, and not those that it takes away', () => {
  const diff = [
    'diff --git a/a b.txt b/a b.txt\nnew file mode 100644\nindex 0000000..e69de29',
    'diff --git a/old b/old\ndeleted file mode 100644\nindex 1..0\n--- a/old\n+++ /dev/null\n@@ -1 +0,0 @@\n-x',
    'diff --git "a/\\303\\244.js" "b/\\303\\244.js"\nold mode 100644\nnew mode 100755\n',
  ].join('\n');
  expect(addedLines(diff)).toEqual([
    { path: 'a b.txt', lines: [] },
    { path: '\\303\\244.js', lines: [] },
  ]);
});

test('a diff is read by the counts of its hunks', () => {
  const diff =
    'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n-old\n+++ b/y\n+@@ -1 +1 @@\n@@ -9,0 +11 @@ f\n+z\n';
  expect(addedLines(diff)).toEqual([
    {
      path: 'x',
      lines: [
        { number: 1, text: '++ b/y' },
        { number: 2, text: '@@ -1 +1 @@' },
        { number: 11, text: 'z' },
      ],
    },
  ]);
});
