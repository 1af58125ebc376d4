import { existsSync, copyFileSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import { git, type GitPlace } from '../../runtime/git/git.ts';
import { gitSays } from '../../runtime/git/top.ts';
import { committedText, type Judged } from './judged.ts';

/** Lock files that say which packages a `node_modules` holds. */
const NODE_LOCKS = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock'] as const;

/**
 * Checks the judged commit out into `folder`, as a runner does: files as they are committed, nothing of the work tree. It shares the objects of
 * the repository and has a git directory of its own, so that nothing a gate does reaches the repository.
 */
export async function checkOut({ top, sha }: Judged, folder: string): Promise<void> {
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
}

/**
 * The installed packages of the work tree, when they are those of the commit by its lock file: then no gate needs to fetch them.
 * Undefined when there are none or the lock file differs.
 */
export async function installedPackages({ top, sha }: Judged): Promise<string | undefined> {
  const folder = join(top, 'node_modules');
  if (!(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) return undefined;
  for (const lock of NODE_LOCKS) {
    const committed = await committedText(top, sha, lock);
    if (committed === undefined) continue;
    const here = existsSync(join(top, lock)) ? readFileSync(join(top, lock), 'utf8') : undefined;
    return here?.replace(/\n$/, '') === committed ? folder : undefined;
  }
  return undefined;
}

/** Lends the packages to a checkout; git there does not see them. */
export function lendPackages(packages: string, folder: string): void {
  symlinkSync(packages, join(folder, 'node_modules'));
  mkdirSync(join(folder, '.git', 'info'), { recursive: true });
  writeFileSync(join(folder, '.git', 'info', 'exclude'), '/node_modules\n');
}

async function run(place: GitPlace, args: readonly string[]): Promise<void> {
  const { code, stderr } = await git(place, args);
  if (code !== 0) throw new FlowError('process', `git ${args[0]} failed: ${stderr.slice(-400)}`, { at: place.gitDir });
}
