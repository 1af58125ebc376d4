import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import { git, type GitPlace } from './git.ts';
import { gitSays } from './top.ts';

/** A commit of the repository at `top`. */
export interface CommitOf {
  readonly top: string;
  readonly sha: string;
}

/**
 * Checks a commit out into `folder`, as a runner does: files as they are committed, nothing of the work tree. It shares the objects of
 * the repository and has a git directory of its own, so that nothing that runs there reaches the repository. Paths of `from` are then taken
 * from another commit, and what only this one has below them is removed.
 */
export async function checkOut(
  { top, sha }: CommitOf,
  folder: string,
  from?: { readonly sha: string; readonly paths: readonly string[] },
): Promise<void> {
  const common = await gitSays(top, 'rev-parse', '--path-format=absolute', '--git-common-dir');
  if (common === undefined) throw new FlowError('process', 'git does not name its directory', { at: top });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const place: GitPlace = { gitDir: join(folder, '.git'), workTree: folder };
  mkdirSync(place.gitDir);
  await run(place, ['init', '--quiet']);
  mkdirSync(join(place.gitDir, 'objects', 'info'), { recursive: true });
  writeFileSync(join(place.gitDir, 'objects', 'info', 'alternates'), `${join(common, 'objects')}\n`);
  // Where history ends, so that the gates know it too.
  if (existsSync(join(common, 'shallow'))) copyFileSync(join(common, 'shallow'), join(place.gitDir, 'shallow'));
  await run(place, ['update-ref', '--no-deref', 'HEAD', sha]);
  await run(place, ['read-tree', '--reset', '-u', 'HEAD']);
  if (from === undefined || from.paths.length === 0) return;
  const literal = from.paths.map((path) => `:(literal,top)${path}`);
  await run(place, ['rm', '-r', '--quiet', '--force', '--ignore-unmatch', '--', ...literal]);
  await run(place, ['checkout', '--quiet', from.sha, '--', ...literal]);
}

async function run(place: GitPlace, args: readonly string[]): Promise<void> {
  const { code, stderr } = await git(place, args);
  if (code !== 0) throw new FlowError('process', `git ${args[0]} failed: ${stderr.slice(-400)}`, { at: place.gitDir });
}
