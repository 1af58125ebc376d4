import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseRawDiff } from '../../../../src/core/diff/raw-diff.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const sha = 'a'.repeat(40);

describe('raw diff of a real repository', () => {
  let dir: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: dir });
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'raw-diff-'));
    git('init', '-q');
    mkdirSync(join(dir, 'csrc'));
    writeFileSync(join(dir, 'csrc/a'), 'same content\n'.repeat(20));
    writeFileSync(join(dir, 'plain'), 'x\n');
    git('add', '.');
    git('commit', '-qm', 'one');
    mkdirSync(join(dir, 'src'));
    git('mv', 'csrc/a', 'src/a');
    symlinkSync('/proc', join(dir, 'link'));
    writeFileSync(join(dir, 'new\n"line'), 'y\n');
    writeFileSync(Buffer.concat([bytes(`${dir}/`), Buffer.from([0xff, 0x41])]), 'z\n');
    rmSync(join(dir, 'plain'));
    symlinkSync('src/a', join(dir, 'plain'));
    git('add', '-A');
    git('commit', '-qm', 'two');
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('A-42 A-43 A-44 both sides of a rename, symlinks, odd names', () => {
    const entries = parseRawDiff(git('diff', '--raw', '-z', '--no-renames', '--no-abbrev', 'HEAD~1', 'HEAD'));
    expect(entries.map(({ status, newMode, path, validUtf8 }) => [status, newMode, path, validUtf8])).toEqual([
      ['D', '000000', 'csrc/a', true],
      ['A', '120000', 'link', true],
      ['A', '100644', 'new\n"line', true],
      ['T', '120000', 'plain', true],
      ['A', '100644', 'src/a', true],
      ['A', '100644', '\ufffdA', false],
    ]);
  });

  test('an empty diff has no entries', () => {
    expect(parseRawDiff(git('diff', '--raw', '-z', '--no-renames', '--no-abbrev', 'HEAD', 'HEAD'))).toEqual([]);
  });
});

test.each([
  ['a rename', `:100644 100644 ${sha} ${sha} R100\0a\0`, 'status R'],
  ['a conflict', `:100644 100644 ${sha} ${sha} U\0a\0`, 'status U'],
  ['abbreviated shas', ':100644 100644 aaaaaaa bbbbbbb M\0a\0', 'entry 1'],
  ['no final NUL', `:100644 100644 ${sha} ${sha} M\0a`, 'end with NUL'],
  ['a missing path', `:100644 100644 ${sha} ${sha} M\0`, 'middle'],
])('%s is refused', (_, text, problem) => {
  expect(() => parseRawDiff(bytes(text))).toThrow(problem);
});
