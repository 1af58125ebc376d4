import type { Allowance } from '../core/allowance.ts';
import type { GateResult } from '../core/gate.ts';
import type { GateProfile } from '../core/profile.ts';
import { judgeSteering, steeringFiles } from '../core/steering/judge-steering.ts';
import { readFiles, type JudgedTree } from './gate-tree.ts';
import { git } from './git/git.ts';

/**
 * The verdict on a branch that steers the tools of the gate, from git objects and before anything runs: also dependencies are fetched by them, with
 * network. Undefined where there is no base, or nothing to object to.
 */
export async function steeringProblem(
  tree: JudgedTree,
  gate: GateProfile,
  allowances: readonly Allowance[],
): Promise<GateResult | undefined> {
  const paths = steeringFiles(gate, tree.changed);
  if (tree.base === undefined || paths.length === 0) return undefined;
  const [before, after, there] = await Promise.all([
    readFiles(tree, tree.base, paths),
    readFiles(tree, tree.head, paths),
    git(tree.place, ['--literal-pathspecs', 'ls-tree', '-z', '--name-only', tree.head, '--', ...paths]),
  ]);
  const plain = new Set(tree.paths);
  const present = new Set(there.stdout.toString('utf8').split('\0'));
  const files = paths.map((path) => {
    const text = plain.has(path) ? after.get(path) : undefined;
    // What is at head and no plain text: a link, a submodule, bytes.
    return { path, before: before.get(path), after: text, link: present.has(path) && text === undefined };
  });
  return judgeSteering(gate, files, allowances);
}
