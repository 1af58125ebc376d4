import { FlowError } from '../core/errors.ts';
import { compileGlobs } from '../core/globs.ts';
import { POLICY_FILE, policySchema, type Policy, type PolicySeen } from '../core/governance-policy.ts';
import { checkYaml } from './checked-yaml.ts';
import type { JudgedTree } from './gate-tree.ts';
import { git } from './git/git.ts';
import { parseStrictYaml } from './strict-yaml.ts';

/** Reads the text of a policy file; throws `bad-config` with file, line, column and the nearest valid key. */
export function parsePolicy(text: string, file: string = POLICY_FILE): Policy {
  const yaml = parseStrictYaml(text, file, 'bad-config');
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    throw new FlowError('bad-config', 'the file is not a map', { at: `${file}:1:1`, fix: 'start with `version: 1`' });
  }
  const policy = checkYaml(policySchema, yaml.value, yaml, file, 'bad-config', (path) =>
    path[0] === 'version' ? 'write `version: 1`' : undefined,
  );
  for (const key of ['protected', 'licence-files'] as const) {
    const { line, col } = yaml.locate([key]);
    compileGlobs(policy[key] ?? [], `${file}:${line}:${col} ${key}`);
  }
  return policy;
}

/**
 * The policy file that a branch is held to: the base's, so that a branch cannot loosen it. One that the branch adds or changes holds
 * nobody yet, but must be readable. Undefined where neither has one.
 */
export async function readPolicy(tree: JudgedTree): Promise<PolicySeen | undefined> {
  const from = tree.base ?? tree.head;
  const held = await policyAt(tree, from, 'the base');
  if ((held !== undefined && 'unreadable' in held) || from === tree.head) return held;
  const proposed = await policyAt(tree, tree.head, 'the branch');
  return proposed !== undefined && 'unreadable' in proposed ? proposed : held;
}

async function policyAt(tree: JudgedTree, commit: string, whose: string): Promise<PolicySeen | undefined> {
  const unreadable = (why: string, line = 1): PolicySeen => ({ unreadable: `as ${whose} has it: ${why}`, line });
  const listed = await git(tree.place, ['ls-tree', '-z', '--full-tree', commit, '--', POLICY_FILE]);
  const entry = listed.stdout.toString('utf8');
  if (listed.code !== 0) return unreadable(`git cannot list ${commit}`);
  if (entry === '') return undefined;
  if (!/^100[0-7]{3} blob /.test(entry)) return unreadable(`${POLICY_FILE} is no plain file`);
  const { code, stdout } = await git(tree.place, ['cat-file', 'blob', `${commit}:${POLICY_FILE}`]);
  if (code !== 0) return unreadable(`git cannot read ${POLICY_FILE}`);
  try {
    return { policy: parsePolicy(stdout.toString('utf8')), commit };
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return unreadable(error.toLine(), Number(/:(\d+):\d+/.exec(error.at ?? '')?.[1] ?? 1));
  }
}
