import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { FlowError } from '../core/errors.ts';
import { readText } from '../runtime/read-text.ts';

/** A file that a generated workflow reads at run time: its path from the top of the repository, and its text now. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The file that `given` names in the repository that `out` lies in, from its top or from here. Refused when it lies
 * elsewhere: the workflow could not read it there.
 */
export function readRepositoryFile(option: string, given: string, out: string): RepositoryFile {
  const top = topOf(resolve(out));
  for (const file of [resolve(top, given), resolve(given)]) {
    const path = relative(top, file);
    if (path !== '' && !isAbsolute(path) && path.split(sep)[0] !== '..' && existsSync(file)) {
      return { path: path.split(sep).join('/'), text: readText(file) };
    }
  }
  throw new FlowError('bad-input', `there is no ${given} in ${top}`, {
    at: option,
    fix: 'give a path from the top of the repository that --out lies in',
  });
}

/** The repository that a folder lies in; the folder need not exist yet. */
function topOf(out: string): string {
  for (let dir = out; ; dir = dirname(dir)) {
    if (existsSync(join(dir, '.git'))) return dir;
    if (dirname(dir) === dir) break;
  }
  return out.endsWith(join(sep, '.github', 'workflows')) ? resolve(out, '../..') : process.cwd();
}
