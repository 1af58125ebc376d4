import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FlowError } from '../../core/errors.ts';

/** Object directory of the checkout at `dir`, read without running git there: its configuration may be the agent's. */
export function objectDirectory(dir: string): string {
  const dotGit = join(dir, '.git');
  try {
    if (statSync(dotGit).isDirectory()) return join(dotGit, 'objects');
    // A linked work tree: `.git` is a file that names its own directory, which names the common one.
    const own = resolve(
      dir,
      readFileSync(dotGit, 'utf8')
        .replace(/^gitdir: /, '')
        .trim(),
    );
    return join(resolve(own, readFileSync(join(own, 'commondir'), 'utf8').trim()), 'objects');
  } catch (cause) {
    throw new FlowError('not-found', `${dir} is no git checkout`, {
      at: 'working-directory',
      fix: 'check the repository out before this action',
      cause,
    });
  }
}
