import { spawn } from 'node:child_process';
import type { Signature } from './git-objects.ts';
import type { Repository } from './repository.ts';

/** The tree that git makes of two commits, without a work tree; or the paths in conflict. */
export async function mergeTree(
  repository: Repository,
  base: string,
  head: string,
): Promise<{ tree: string } | { conflicts: string[] }> {
  const merged = await repository.git('merge-tree', '--write-tree', '--name-only', '--no-messages', base, head);
  const [tree = '', ...paths] = merged.stdout.trim().split('\n');
  if (merged.code === 0) return { tree };
  if (merged.code === 1) return { conflicts: paths };
  throw new Error(`git merge-tree failed (exit ${merged.code}): ${merged.stderr.slice(0, 400)}`);
}

/** Writes a commit object; its sha follows from what it holds. */
export async function writeCommit(
  repository: Repository,
  commit: { tree: string; parents: readonly string[]; author: Signature; committer: Signature; message: string },
): Promise<string> {
  const line = ({ name, email, date }: Signature): string => `${name} <${email}> ${Date.parse(date) / 1000} +0000`;
  const text = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${line(commit.author)}`,
    `committer ${line(commit.committer)}`,
    '',
    `${commit.message.trimEnd()}\n`,
  ].join('\n');
  return await new Promise((resolve, reject) => {
    const args = ['--git-dir', repository.bare, 'hash-object', '-t', 'commit', '-w', '--stdin'];
    const git = spawn('git', args, { env: repository.env, stdio: ['pipe', 'pipe', 'ignore'] });
    let sha = '';
    git.stdout.on('data', (chunk: Buffer) => (sha += chunk.toString('latin1')));
    git.on('error', reject);
    git.on('close', (code) => (code === 0 ? resolve(sha.trim()) : reject(new Error(`git hash-object: exit ${code}`))));
    git.stdin.end(text);
  });
}
