import { cp, mkdir, symlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { CHECKOUT_DIR, loadAction, type ActionSource } from './action.ts';
import { WorkflowError } from './errors.ts';

/** The folder of the action that reports what act knows about jobs. */
const REPORT_DIR = fileURLToPath(new URL('./act-report', import.meta.url));

/**
 * Copies the actions of a run below `dir` and returns act's `--local-repository` values. A copy, because act packs the
 * whole repository folder of an action again for every step: a working tree with its node_modules would take minutes.
 * The key is the full URL: the short `owner/repo@ref` is matched only when the server's URL has no path of its own.
 */
export async function stageActions(
  uses: readonly string[],
  actions: (uses: string) => ActionSource,
  report: string,
  server: string,
  dir: string,
): Promise<string[]> {
  const repositories = new Map<string, string>();
  const copied = new Set<string>();
  const copy = async (from: string, to: string): Promise<void> => {
    if (copied.has(to)) return;
    copied.add(to);
    await mkdir(to, { recursive: true });
    await cp(from, to, { recursive: true, dereference: true });
  };
  const stage = async (name: string, source: ActionSource): Promise<void> => {
    const match = /^([\w.-]+\/[\w.-]+)((?:\/[\w.-]+)*)@([\w./-]+)$/.exec(name);
    if (match === null) throw new WorkflowError('action', `uses: ${name}: act needs owner/repo/path@ref`);
    const [, repository = '', path = '', ref = ''] = match;
    const from = 'dir' in source ? source.dir : CHECKOUT_DIR;
    const target = join(dir, `${repository}@${ref}`.replaceAll('/', '_'));
    repositories.set(`${repository}@${ref}`, target);
    if (path !== '' && !from.endsWith(path.replaceAll('/', sep))) {
      throw new WorkflowError(
        'action',
        `uses: ${name}: its folder ${from} must end in ${path.slice(1)} to run under act`,
      );
    }
    const root = path === '' ? from : from.slice(0, -path.length);
    const { main } = await loadAction(source, name);
    await copy(from, join(target, path));
    const inRoot = relative(root, main).split(sep);
    if (inRoot[0] === '..') throw new WorkflowError('action', `uses: ${name}: runs.main lies outside of ${root}`);
    // A shared bundle: the whole top folder that main lies in.
    if (relative(from, main).startsWith('..')) await copy(join(root, inRoot[0] ?? ''), join(target, inRoot[0] ?? ''));
  };
  for (const name of uses) await stage(name, actions(name));
  await stage(report, { dir: REPORT_DIR });
  return [...repositories].map(([repository, target]) => `${server}/${repository}=${target}`);
}

/** A folder whose `node` is the given binary; act runs the `node` it finds first on PATH. */
export async function stageNode(node: string, dir: string): Promise<string> {
  await mkdir(dir, { recursive: true });
  await symlink(node, join(dir, 'node'));
  return dir;
}
