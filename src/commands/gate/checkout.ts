import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { committedText, type Judged } from './judged.ts';
import { differsFromLock } from './lent-packages.ts';

/** Lock files that say which packages a `node_modules` holds. */
const NODE_LOCKS = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock'] as const;

/** The `node_modules` that is lent; or what is said of one that is not, empty when there is none. */
export type Packages = { readonly folder: string } | { readonly notLent: string };

/** The installed packages of the work tree, when they are those of the commit by its lock file: then no gate needs to fetch them. */
export async function installedPackages({ top, sha }: Pick<Judged, 'top' | 'sha'>): Promise<Packages> {
  const folder = join(top, 'node_modules');
  if (!(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) return { notLent: '' };
  for (const lock of NODE_LOCKS) {
    const committed = await committedText(top, sha, lock);
    if (committed === undefined) continue;
    const why = lock.endsWith('.json')
      ? differsFromLock(committed, textOf(join(folder, '.package-lock.json')))
      : textOf(join(top, lock))?.replace(/\n$/, '') === committed
        ? undefined
        : 'the lock file here is another';
    return why === undefined ? { folder } : { notLent: `node_modules is not what ${lock} of the commit says: ${why}` };
  }
  return { notLent: 'no lock file is committed that says what is in node_modules' };
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Lends the packages to a checkout; git there does not see them. */
export function lendPackages(packages: string, folder: string): void {
  symlinkSync(packages, join(folder, 'node_modules'));
  mkdirSync(join(folder, '.git', 'info'), { recursive: true });
  writeFileSync(join(folder, '.git', 'info', 'exclude'), '/node_modules\n');
}
