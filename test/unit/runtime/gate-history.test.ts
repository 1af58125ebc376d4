import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { findGate } from '../../../src/gates/index.ts';
import { gateInputs } from '../../../src/gates/inputs.ts';
import { readHistory } from '../../../src/runtime/gate-history.ts';
import { runGate } from '../../../src/runtime/gate.ts';
import { openTree } from '../../../src/runtime/gate-tree.ts';
import { crissCross } from '../../fixtures/gates/criss-cross.ts';
import { ScratchRepository } from '../../fixtures/gates/scratch-repository.ts';
import { said } from '../../fixtures/gates/observation.ts';

const repo = new ScratchRepository();
const shas: Record<string, string> = {};
const place = { gitDir: join(repo.dir, '.git'), workTree: repo.dir };
const read = (head: string, base: string | undefined) =>
  readHistory(place, head, { sha: base, branch: undefined }, true);

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  repo.write('a.txt', 'one\ntwo\nthree\n').write('run.sh', '#!/bin/sh\n').write('gone.txt', 'x\n');
  shas['base'] = repo.commit('build: base');
  repo.git('checkout', '-q', '-b', 'work');
  repo.write('a.txt', 'one\n2\nthree\nfour').write('run.sh', '#!/bin/sh\n', 0o755).remove('gone.txt');
  repo.write('b.txt', 'diff --git a/a.txt b/a.txt\n@@ -1,2 +1,2 @@\n--- a\n+++ b\n').link('link', 'a.txt');
  shas['work'] = repo.commit('feat: work\n\nA body.\n\nSigned-off-by: A Person <person@example.invalid>');
  repo.git('checkout', '-q', 'main');
  repo.write('c.txt', 'later\n');
  shas['main'] = repo.commit('docs: later');
  repo.git('checkout', '-q', '--orphan', 'alien');
  shas['alien'] = repo.commit('feat: alien');
  repo.git('checkout', '-q', 'work');
});
afterAll(() => repo[Symbol.dispose]());

describe('the history of a branch, from a real repository', () => {
  test('commits, files with modes and sizes, and changed lines', async () => {
    const history = await read(shas['work']!, shas['main']);
    expect(history).toMatchObject({ baseHead: shas['main'], mergeBase: shas['base'], behind: 1, commitCount: 1 });
    expect(history.commits).toEqual([
      {
        sha: shas['work'],
        parents: [shas['base']],
        author: 'A Person',
        email: 'person@example.invalid',
        subject: 'feat: work',
        message: expect.stringContaining('\n\nSigned-off-by: A Person <person@example.invalid>'),
      },
    ]);
    expect(history.files.map(({ path, status, newMode, size }) => [path, status, newMode, size])).toEqual([
      ['a.txt', 'M', '100644', 16],
      ['b.txt', 'A', '100644', 55],
      ['gone.txt', 'D', '000000', undefined],
      ['link', 'A', '120000', 5],
      ['run.sh', 'M', '100755', 10],
    ]);
    expect(history.lines.get('a.txt')).toEqual([
      { removed: [{ line: 2, text: 'two' }], added: [{ line: 2, text: '2' }] },
      { removed: [], added: [{ line: 4, text: 'four' }] },
    ]);
    expect(history.lines.get('gone.txt')).toEqual([{ removed: [{ line: 1, text: 'x' }], added: [] }]);
  });

  test('a line that looks like a part of a diff is a line', async () => {
    const { lines } = await read(shas['work']!, shas['main']);
    expect(lines.get('b.txt')![0]!.added.map(({ text }) => text)).toEqual([
      'diff --git a/a.txt b/a.txt',
      '@@ -1,2 +1,2 @@',
      '--- a',
      '+++ b',
    ]);
  });

  test('A-46 attributes of the branch take no line out of sight', async () => {
    repo.git('checkout', '-q', '-b', 'hidden', shas['base']!);
    repo.write('.gitattributes', '* -diff -text binary\n*.txt diff=x filter=x\n').write('a.txt', 'one\ntwo\nhidden\n');
    const head = repo.commit('feat: hidden');
    const { lines } = await read(head, shas['base']);
    expect(lines.get('a.txt')).toEqual([
      { removed: [{ line: 3, text: 'three' }], added: [{ line: 3, text: 'hidden' }] },
    ]);
    repo.git('checkout', '-q', 'work');
  });

  test('a file that becomes a link, a binary file, a very long line', async () => {
    repo.git('checkout', '-q', '-b', 'types', shas['base']!);
    repo
      .remove('a.txt')
      .link('a.txt', 'run.sh')
      .write('bytes.bin', new Uint8Array([0, 10, 255, 10, 0]));
    const head = repo.commit('feat: types');
    const { lines, files } = await read(head, shas['base']);
    expect(files.map(({ status, path }) => `${status} ${path}`)).toEqual(['T a.txt', 'A bytes.bin']);
    expect(lines.get('a.txt')!.map(({ removed, added }) => [removed.length, added.length])).toEqual([
      [3, 0],
      [0, 1],
    ]);
    repo.git('checkout', '-q', 'work');
  });

  test('a base that is not here, and one without a common ancestor, are told', async () => {
    expect(await read(shas['work']!, 'd'.repeat(40))).toMatchObject({ baseHead: undefined, mergeBase: undefined });
    expect(await read(shas['work']!, undefined)).toMatchObject({ baseHead: undefined, baseName: 'no base' });
    expect(await read(shas['alien']!, shas['main'])).toMatchObject({ baseHead: shas['main'], mergeBase: undefined });
  });

  test('A-43 a merge that keeps one side cannot hide what it takes back of the other: two merge bases are told', async () => {
    using made = crissCross();
    const base = { sha: made.crossed, branch: undefined };
    expect(await readHistory({ gitDir: join(made.dir, '.git') }, made.evil, base, true)).toMatchObject({
      mergeBase: undefined,
      mergeBases: 2,
      files: [],
    });
    await expect(openTree(made.dir, base, false)).rejects.toThrow('several merge bases');
  });
});

describe('freshness on a real repository', () => {
  const judge = async (dir: string, over: Record<string, string>) => {
    const { result } = await runGate(findGate('freshness')!, gateInputs.parse({ 'working-directory': dir, ...over }));
    return [result.verdict, ...said(result)];
  };

  test('behind, and up to date once the base is merged in', async () => {
    expect(await judge(repo.dir, { base: shas['main']! })).toEqual([
      'fail',
      `base: behind ${shas['main']!.slice(0, 7)} by 1 commit: merge ${shas['main']!.slice(0, 7)} in`,
    ]);
    repo.git('checkout', '-q', '-b', 'merged', 'work');
    repo.git('merge', '-q', '--no-edit', 'main');
    expect(await judge(repo.dir, { base: shas['main']! })).toEqual([
      'pass',
      `base: up-to-date @${shas['main']!.slice(0, 7)}`,
    ]);
    repo.git('checkout', '-q', 'work');
  });

  test('a shallow checkout says how to deepen it, and passes nothing that it cannot see', async () => {
    const shallow = repo.clone('shallow', '--depth=1', '--branch=work');
    expect(await judge(shallow, { base: shas['main']! })).toEqual([
      'fail',
      `base: ${shas['main']!.slice(0, 7)} is not in this checkout, and this checkout is shallow: check out with fetch-depth: 0`,
    ]);
    const both = repo.clone('shallow-both', '--depth=1', '--branch=work', '--no-single-branch');
    expect((await judge(both, { base: shas['main']! }))[1]).toContain('check out with fetch-depth: 0');
  });

  test('the base branch of the checkout is newer than the commit that started the run', async () => {
    const clone = repo.clone('clone', '--branch=work');
    const event = join(clone, '..', 'event.json');
    writeFileSync(
      event,
      JSON.stringify({ pull_request: { head: { sha: shas['work'] }, base: { sha: shas['base'], ref: 'main' } } }),
    );
    process.env['GITHUB_EVENT_PATH'] = event;
    try {
      expect(await judge(clone, {})).toEqual([
        'fail',
        `base: behind origin/main @${shas['main']!.slice(0, 7)} by 1 commit: merge origin/main in`,
      ]);
    } finally {
      delete process.env['GITHUB_EVENT_PATH'];
    }
  });
});
