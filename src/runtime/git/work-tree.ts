import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import { makeBareRepository } from './bare.ts';
import { objectDirectory } from './checkout.ts';
import { git } from './git.ts';

/** Bytes of a diff that are read; a patch over the limit of the parts is refused anyway. */
const DIFF_BYTES = 64 * 1024 * 1024;

const DIFF = [
  'diff-index',
  '--cached',
  '-p',
  '--binary',
  '--full-index',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

export interface WorkTreeProblem {
  readonly problem: 'too-large' | 'bad-path';
  readonly why: string;
}

/**
 * The difference between commit `head` and the files in `workTree`, new files that are not ignored included, as git's
 * binary patch. Runs nothing that the tree could bring: it works through a repository of our own at `scratch` with its
 * own index, so that the checkout's configuration, hooks, filters and text converters are never read.
 * A tree that cannot be handed over is a problem, with why; git's own failures are thrown.
 */
export async function diffWorkTree(workTree: string, head: string, scratch: string): Promise<Buffer | WorkTreeProblem> {
  const gitDir = makeBareRepository(scratch, [objectDirectory(workTree)]);
  const place = { gitDir, workTree, indexFile: join(gitDir, 'index') };
  const run = async (args: readonly string[], input: string | Uint8Array = '') => {
    const result = await git(place, ['-c', 'core.bare=false', ...args], { input, maxBytes: DIFF_BYTES });
    if (result.code !== 0) {
      throw new FlowError('process', `git ${args[0]} failed: ${result.stderr.slice(-400)}`, { at: workTree });
    }
    return result.stdout;
  };
  await run(['read-tree', '--end-of-options', head]);
  // ls-files and update-index instead of `add`: neither looks for changes inside a submodule, which would run git there.
  // Paths are latin1 here: one character a byte, so that a name that is no UTF-8 survives.
  const listed = await run(['ls-files', '-z', '--modified', '--deleted', '--others', '--exclude-standard']);
  const paths = [...new Set(listed.toString('latin1').split('\0'))].filter((path) => path !== '');
  const gone = new Set(paths.filter((path) => !isEntry(workTree, path.replace(/\/$/, ''))));
  const there = paths.filter((path) => !gone.has(path)).map((path) => path.replace(/\/$/, ''));
  const lines = (list: readonly string[]) => Buffer.from(list.map((path) => `${path}\0`).join(''), 'latin1');
  if (gone.size > 0) await run(['update-index', '-z', '--force-remove', '--stdin'], lines([...gone]));
  if (there.length > 0) {
    const args = ['-c', 'core.bare=false', 'update-index', '-z', '--add', '--replace', '--stdin'];
    const added = await git(place, args, { input: lines(there) });
    // git passes over a path it refuses, and exits 0: then the patch would be less than the work.
    const refused = /^(?:Ignoring path|error:|fatal:) .*$/m.exec(added.stderr)?.[0];
    if (added.code !== 0 || refused !== undefined) return { problem: 'bad-path', why: refused ?? added.stderr };
  }
  if (paths.length === 0) return Buffer.alloc(0);
  const diff = await git(place, ['-c', 'core.bare=false', ...DIFF, head, '--'], { maxBytes: DIFF_BYTES });
  if (diff.code === -1) return { problem: 'too-large', why: diff.stderr };
  if (diff.code !== 0)
    throw new FlowError('process', `git diff-index failed: ${diff.stderr.slice(-400)}`, { at: workTree });
  return diff.stdout;
}

/** Is there something at this path that git can hold: a file, a link, or a repository, with no link on the way to it? */
function isEntry(workTree: string, path: string): boolean {
  const parts = path.split('/');
  for (let i = 1; i <= parts.length; i++) {
    const here = Buffer.concat([Buffer.from(`${workTree}/`), Buffer.from(parts.slice(0, i).join('/'), 'latin1')]);
    const stat = lstatSync(here, { throwIfNoEntry: false });
    if (stat === undefined) return false;
    if (i < parts.length) {
      if (!stat.isDirectory()) return false;
    } else if (stat.isDirectory()) {
      return existsSync(Buffer.concat([here, Buffer.from('/.git')]));
    }
  }
  return true;
}
