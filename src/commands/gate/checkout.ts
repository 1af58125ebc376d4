import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { committedText, type Judged } from './judged.ts';

/** Lock files that say which packages a `node_modules` holds. */
const NODE_LOCKS = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock'] as const;

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
