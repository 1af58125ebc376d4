import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ReportFolders } from './gate-reports.ts';
import { findUp } from './gate-tree.ts';
import { findExecutable } from './process/environment.ts';

/** argv with every place holder filled in; undefined when a tool it names is not there. */
export function resolveArgv(
  argv: readonly string[],
  workTree: string,
  path: string,
  file?: string,
  folders?: ReportFolders,
): string[] | undefined {
  const words: string[] = [];
  for (const [i, word] of argv.entries()) {
    const bin = /^\{bin:(.+)\}$/.exec(word);
    const resolved =
      bin !== null
        ? findBin(bin[1]!, workTree)
        : word === '{node}'
          ? (findExecutable('node', path) ?? process.execPath)
          : word === '{file}'
            ? file
            : i === 0
              ? findExecutable(word, path)
              : folders === undefined
                ? word
                : fillFolders(word, folders);
    if (resolved === undefined) return undefined;
    words.push(resolved);
  }
  return words;
}

/** A word with `{out}` and `{target}` filled in. */
export function fillFolders(word: string, { out, target }: ReportFolders): string {
  return word.replaceAll('{out}', out).replaceAll('{target}', target);
}

/**
 * The script of a JavaScript bin in the nearest node_modules; a launcher that is no script is looked through. One that lies above the
 * repository belongs to another project: it counts only when the package.json of this one asks for its package.
 */
export function findBin(name: string, workTree: string): string | undefined {
  const link = findUp(workTree, join('node_modules', '.bin', name));
  if (link === undefined) return undefined;
  const file = realpathSync(link);
  if (!existsSync(join(workTree, 'node_modules', '.bin', name)) && !asksFor(workTree, file)) return undefined;
  const start = readFileSync(file, 'utf8').slice(0, 4000);
  if (!/^#!.*\bsh\b/.test(start)) return file;
  const inner = /"\$basedir\/([^"]+\.[cm]?js)"/.exec(start)?.[1];
  return inner === undefined ? undefined : join(dirname(link), inner);
}

/** Whether the package.json of a tree names the package that a file belongs to. */
function asksFor(workTree: string, file: string): boolean {
  const manifest = findUp(dirname(file), 'package.json');
  if (manifest === undefined) return false;
  try {
    const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown };
    const own = JSON.parse(readFileSync(join(workTree, 'package.json'), 'utf8')) as Record<string, unknown>;
    const lists = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
    return typeof name === 'string' && lists.some((list) => Object.hasOwn((own[list] ?? {}) as object, name));
  } catch {
    return false;
  }
}

/** Whether a package resolves from a tree. */
export function resolves(name: string, workTree: string): boolean {
  try {
    createRequire(join(workTree, 'package.json')).resolve(`${name}/package.json`);
    return true;
  } catch {
    return existsSync(findUp(workTree, join('node_modules', name, 'package.json')) ?? '');
  }
}
