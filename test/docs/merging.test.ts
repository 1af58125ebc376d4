import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FlowError } from '../../src/core/errors.ts';
import { worktreeCommand } from '../../src/commands/board/worktree.ts';
import { planCommand } from '../../src/commands/merge/plan.ts';
import { blocksOf, root } from './page.ts';

test('docs/merging.md shows what its command prints', async () => {
  const [command, shown] = blocksOf('docs/merging.md');
  expect(command!.text).toBe('bitnet-flow merge plan --from examples/contracts\n');
  const { ok, lines } = await planCommand({ from: join(root, 'examples/contracts') });
  expect(ok).toBe(true);
  expect(`${lines.join('\n')}\n`.replace(join(root, 'examples'), 'examples')).toBe(shown!.text);
});

test('what is merged already is left out, and an id that no file has is refused', async () => {
  const { json } = await planCommand({ from: join(root, 'examples/contracts'), merged: ['01', '03a'] });
  expect((json as { entries: { id: string }[] }).entries.map(({ id }) => id)).toEqual(['02', '09']);
  const unknown = planCommand({ from: join(root, 'examples/contracts'), merged: ['1'] });
  await expect(unknown).rejects.toThrow('no contract in');
  await expect(planCommand({ from: join(root, 'nowhere') })).rejects.toMatchObject({ code: 'bad-input', at: '--from' });
  await expect(planCommand({ from: join(root, 'actions') })).rejects.toThrow('holds no .yml');
});

describe('a work tree', () => {
  let dir: string;
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', join(dir, 'rocket'), '-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      encoding: 'utf8',
    }).trim();
  beforeAll(() => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), "it's work trees ")));
    execFileSync('git', ['init', '-q', '-b', 'main', join(dir, 'rocket')]);
    git('commit', '-q', '--allow-empty', '-m', 'feat: start');
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const make = (from: string) =>
    worktreeCommand(undefined, { contract: join(root, 'examples/contracts/03a-rope.yml'), dir: from });

  test('docs/board.md: it lies beside the repository, on the branch of the contract; a second one is refused', async () => {
    const { ok, json } = await make(join(dir, 'rocket'));
    const path = join(dir, 'rocket-worktrees', 'issue-03a-rope-scaling');
    expect(ok).toBe(true);
    expect(json).toMatchObject({ branch: 'issue/03a-rope-scaling', path, head: git('rev-parse', 'main') });
    expect(git('-C', path, 'branch', '--show-current')).toBe('issue/03a-rope-scaling');
    // From inside a work tree the next one lies beside it, and not in it.
    const again = await make(path).catch((error: unknown) => error as FlowError);
    expect(again).toMatchObject({ message: expect.stringContaining('issue/03a-rope-scaling is there already') });
    git('worktree', 'remove', path);
    // The hint is a command as it stands, whatever the folder is called.
    const { fix } = await make(join(dir, 'rocket')).then(
      () => ({ fix: '' }),
      (error: unknown) => error as FlowError,
    );
    execFileSync('bash', ['-c', fix!.slice(fix!.indexOf('else: ') + 6)], { stdio: 'ignore' });
    expect(git('-C', path, 'branch', '--show-current')).toBe('issue/03a-rope-scaling');
    git('worktree', 'remove', path);
    git('branch', '-D', 'issue/03a-rope-scaling');
    expect((await make(join(dir, 'rocket'))).ok).toBe(true);
    expect(existsSync(path)).toBe(true);
  });

  test.each(['feat/$(id)', 'feat/a;b', '../x', '-x', '', '1e3'])(
    'A-2, A-3, A-13: %j is no issue, and nothing is asked or made',
    async (subject) => {
      const asked = worktreeCommand(subject, { dir: join(dir, 'rocket') });
      await expect(asked).rejects.toMatchObject({ code: 'bad-input', at: 'issue' });
    },
  );

  test('outside a repository', async () => {
    await expect(make(dir)).rejects.toThrow('is no git repository');
  });
});
