import { realpathSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { withoutWorkFolders, type WorkFolder } from '../../core/public-safety/work-folders.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Folders of the runner by the variable that names them, and what is written for each. */
const NAMED: readonly (readonly [variable: string, as: string])[] = [
  ['GITHUB_WORKSPACE', ''],
  ['RUNNER_TEMP', '$RUNNER_TEMP'],
  ['RUNNER_TOOL_CACHE', '$RUNNER_TOOL_CACHE'],
  ['GITHUB_ACTION_PATH', '$GITHUB_ACTION_PATH'],
  ['HOME', '~'],
];

/** A name shorter than this, or without a digit, may be a word. */
const OWN_NAME = /^(?=.*\d).{8,}$/;

/**
 * The folders of this machine that tools print, as they are given and as they really are, and the machine's own name. `workspace` is what is written
 * for the checkout: nothing, so that paths are relative, or a name where they are relative to another folder.
 */
export function machineFolders(env: Variables, workspace = '', more: readonly WorkFolder[] = []): WorkFolder[] {
  const named = NAMED.flatMap(([name, as]): WorkFolder[] => {
    const path = env[name];
    return path === undefined ? [] : [{ path, as: as === '' ? workspace : as }];
  });
  const all = [...more, ...named, { path: homedir(), as: '~' }].flatMap(({ path, as }) =>
    [...new Set([trimmed(path), trimmed(real(path))])].map((own) => ({ path: own, as })),
  );
  const seen = new Set<string>();
  const folders = all.filter(
    ({ path }) => path.startsWith('/') && path.length > 1 && !seen.has(path) && seen.add(path),
  );
  const name = hostname();
  return OWN_NAME.test(name) ? [...folders, { path: name, as: '(host)' }] : folders;
}

/** A text of this machine as it may be read elsewhere. */
export function withoutMachine(text: string): string {
  return withoutWorkFolders(text, machineFolders(process.env));
}

const trimmed = (path: string): string => path.replace(/\/+$/, '');

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // not there: then nothing prints it
  }
}
