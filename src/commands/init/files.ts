import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import { isUntouched } from '../../core/stamp.ts';

/**
 * What init finds of a file, and does: `create` one that is missing, `update` one of its own that became old, leave alone one that
 * `differs` because a person changed it, or `replace` it when asked to.
 */
export type FileState = 'unchanged' | 'create' | 'update' | 'differs' | 'replace';

export interface FileChange {
  readonly path: string;
  readonly state: FileState;
  readonly text: string;
}

/** What would happen to a file that has `present` and should have `planned`. */
export function fileState(present: string | undefined, planned: string, force: boolean): FileState {
  if (present === undefined) return 'create';
  if (present.replaceAll('\r\n', '\n') === planned) return 'unchanged';
  if (isUntouched(present)) return 'update';
  return force ? 'replace' : 'differs';
}

/** Text of a file below `top`, undefined when there is none; refuses what lies outside by a link, and what is no file. */
export function readBelow(top: string, path: string): string | undefined {
  const file = join(top, path);
  let parent = dirname(file);
  while (parent !== top && lstatOf(parent) === undefined) parent = dirname(parent);
  const way = relative(realpathSync(top), realpathSync(parent));
  if (lstatOf(parent)?.isFile() === true) {
    const fix = 'move it out of the way';
    throw new FlowError('refused', `${way} is a file, and ${path} lies below it`, { at: path, fix });
  }
  const found = lstatOf(file);
  if (way.split(sep)[0] === '..' || found?.isSymbolicLink() === true) {
    throw new FlowError('refused', `${path} leads out of the repository, or is a link`, {
      at: path,
      fix: 'make it a plain file below the top of the repository',
    });
  }
  if (found === undefined) return undefined;
  if (!found.isFile()) {
    throw new FlowError('refused', `${path} is not a file`, { at: path, fix: 'move it out of the way' });
  }
  return readFileSync(file, 'utf8');
}

/** Writes a file whole or not at all: a reader sees the old text or the new one. */
export function writeBelow(top: string, path: string, text: string): void {
  const file = join(top, path);
  const fresh = `${file}.${process.pid}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(fresh, text, { flag: 'wx' });
    renameSync(fresh, file);
  } catch (cause) {
    rmSync(fresh, { force: true });
    throw new FlowError('refused', `${path} cannot be written: ${(cause as Error).message}`, { at: path, cause });
  }
}

/** What stands at a path; undefined where nothing does, also because a part of the way to it is a file. */
function lstatOf(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}
