import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { diffWorkTree } from '../../../../src/runtime/git/work-tree.ts';
import { gitIn, startHost, writeTree } from './host.ts';
import type { TestHost } from './host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startHost({
    'a.txt': 'one\ntwo\n',
    'dir/b.txt': 'b\n',
    'dir/c.txt': 'c\n',
    '.gitignore': '*.log\ntarget/\n',
    '.gitattributes': '*.txt filter=evil diff=evil merge=evil\n*.crlf text eol=crlf\n',
  });
});
afterAll(() => host.close());

const scratch = () => mkdtempSync(join(host.dir, 'scratch-'));

/** Applies a patch to a fresh checkout and compares it with the tree it was made from. */
async function roundTrip(change: (dir: string) => void): Promise<{ patch: string; same: boolean }> {
  const dir = host.checkout(host.base);
  change(dir);
  const patch = (await diffWorkTree(dir, host.base, scratch())) as Buffer;
  const copy = host.checkout(host.base);
  const file = join(scratch(), 'patch');
  writeFileSync(file, patch);
  if (patch.length > 0) gitIn(copy, 'apply', '--index', '--binary', file);
  const tree = (path: string) => {
    gitIn(path, 'add', '-A');
    return gitIn(path, 'write-tree');
  };
  return { patch: patch.toString('latin1'), same: tree(dir) === tree(copy) };
}

describe('the patch carries the work tree, exactly', () => {
  const cases: readonly [string, (dir: string) => void][] = [
    ['nothing', () => undefined],
    ['a changed file', (dir) => writeTree(dir, { 'a.txt': 'one\n2\n' })],
    ['new files, also in new folders', (dir) => writeTree(dir, { 'n.txt': 'n', 'x/y/z.txt': 'z\n' })],
    ['a deleted file', (dir) => rmSync(join(dir, 'a.txt'))],
    ['a deleted folder', (dir) => rmSync(join(dir, 'dir'), { recursive: true })],
    ['a renamed file', (dir) => renameSync(join(dir, 'a.txt'), join(dir, 'z.txt'))],
    ['a file that became a folder', (dir) => (rmSync(join(dir, 'a.txt')), writeTree(dir, { 'a.txt/x': 'x' }))],
    ['a file that became an empty folder', (dir) => (rmSync(join(dir, 'a.txt')), mkdirSync(join(dir, 'a.txt')))],
    [
      'a folder that became a file',
      (dir) => (rmSync(join(dir, 'dir'), { recursive: true }), writeTree(dir, { dir: 'file' })),
    ],
    [
      'a folder that became a link',
      (dir) => (renameSync(join(dir, 'dir'), join(dir, 'other')), symlinkSync('other', join(dir, 'dir'))),
    ],
    [
      'a folder that became a link to other files of the same names',
      (dir) => {
        rmSync(join(dir, 'dir'), { recursive: true });
        writeTree(dir, { 'other/b.txt': 'another b\n' });
        symlinkSync('other', join(dir, 'dir'));
      },
    ],
    ['a mode', (dir) => chmodSync(join(dir, 'a.txt'), 0o755)],
    ['a link', (dir) => symlinkSync('a.txt', join(dir, 'link'))],
    [
      'binary content',
      (dir) => writeTree(dir, { bin: Buffer.from([0, 1, 2, 255, 254, 0]), 'a.txt': Buffer.from([0, 200]) }),
    ],
    ['no newline at the end', (dir) => writeTree(dir, { 'a.txt': 'one\ntwo' })],
    [
      'names with spaces, quotes, tabs and newlines',
      (dir) => writeTree(dir, { 'a b': '1', 'a"b': '2', 'a\tb': '3', 'a\nb': '4', é: '5' }),
    ],
    ['line ends that git normalises', (dir) => writeTree(dir, { 'x.crlf': 'a\r\nb\r\n' })],
  ];
  test.each(cases)('%s', async (_, change) => {
    expect((await roundTrip(change)).same).toBe(true);
  });

  test('ignored files stay out', async () => {
    const { patch } = await roundTrip((dir) => writeTree(dir, { 'x.log': 'x', 'target/y': 'y' }));
    expect(patch).toBe('');
  });

  test('what the agent committed on its own is in it too', async () => {
    const dir = host.checkout(host.base);
    writeTree(dir, { 'a.txt': 'mine\n' });
    gitIn(dir, 'commit', '-aqm', 'by the agent');
    expect(String(await diffWorkTree(dir, host.base, scratch()))).toContain('+mine');
  });

  test('a linked work tree is a checkout as well', async () => {
    const dir = host.checkout(host.base);
    const linked = join(scratch(), 'linked');
    gitIn(dir, 'worktree', 'add', '-q', '--detach', linked, host.base);
    writeTree(linked, { 'a.txt': 'mine\n' });
    expect(String(await diffWorkTree(linked, host.base, scratch()))).toContain('+mine');
  });
});

test('A-46 nothing that the tree brings is run: filters, diff drivers, hooks, monitors, submodules', async () => {
  const dir = host.checkout(host.base);
  const witness = join(host.dir, 'witness');
  const evil = `sh -c 'touch ${witness}; cat'`;
  for (const [key, value] of Object.entries({
    'filter.evil.clean': evil,
    'filter.evil.smudge': evil,
    'filter.evil.process': evil,
    'filter.evil.required': 'true',
    'diff.evil.textconv': evil,
    'diff.evil.command': evil,
    'diff.external': evil,
    'core.fsmonitor': evil,
    'core.hooksPath': join(dir, 'hooks'),
    'core.pager': evil,
    'core.sshCommand': evil,
    'core.excludesFile': join(dir, 'hide'),
  })) {
    gitIn(dir, 'config', key, value);
  }
  const sub = join(dir, 'sub');
  writeTree(sub, { x: 'x' });
  gitIn(sub, 'init', '-q');
  gitIn(sub, 'add', '-A');
  gitIn(sub, 'commit', '-qm', 'x');
  gitIn(sub, 'config', 'core.fsmonitor', evil);
  const hook = `#!/bin/sh\ntouch ${witness}\n`;
  writeTree(dir, {
    'a.txt': 'changed\n',
    hide: '*\n',
    'hooks/post-index-change*': hook,
    'hooks/pre-commit*': hook,
    '.git/hooks/post-index-change*': hook,
  });
  const patch = String(await diffWorkTree(dir, host.base, scratch()));
  expect(existsSync(witness)).toBe(false);
  expect(patch).toContain('+changed');
  expect(patch).toContain('Subproject commit');
});

describe('work that git does not take is named', () => {
  test.each([
    ['A-47 .git in another case', { 'x/.GIT/config': 'x' }],
    ['A-47 a short name of .git', { 'x/git~1': 'x' }],
  ])('%s', async (_, files) => {
    const dir = host.checkout(host.base);
    writeTree(dir, files);
    expect(await diffWorkTree(dir, host.base, scratch())).toMatchObject({
      problem: 'bad-path',
      why: expect.stringContaining('x/'),
    });
  });

  test('A-45 a repository without a commit', async () => {
    const dir = host.checkout(host.base);
    mkdirSync(join(dir, 'sub'));
    gitIn(join(dir, 'sub'), 'init', '-q');
    expect(await diffWorkTree(dir, host.base, scratch())).toMatchObject({ problem: 'bad-path' });
  });
});

test('a folder that is no checkout is the user’s error', async () => {
  await expect(diffWorkTree(scratch(), host.base, scratch())).rejects.toMatchObject({
    code: 'not-found',
    at: 'working-directory',
  });
});
