import { isUntouched } from '../../core/stamp.ts';
import type { Setup } from '../../core/setup.ts';
import { compileMergeGuard, compilePullRequest } from '../../generator/compile.ts';
import type { CompileInput } from '../../generator/model.ts';
import { tierWorkflows } from '../../generator/tier-set.ts';

/** A generated file: its path from the top of the repository, and its text with the generator's own first line. */
export type GeneratedFile = readonly [path: string, text: string];

/** The workflows that hold pull requests to contracts, and merges to their order; none where the repository does not want them. */
export function contractFiles({ contracts }: Setup, input: CompileInput): GeneratedFile[] {
  if (contracts !== true) return [];
  const made = [
    ['bitnet-flow-pull-request.yml', compilePullRequest],
    ['bitnet-flow-merge-guard.yml', compileMergeGuard],
  ] as const;
  return made.map(([file, compile]) => [
    `.github/workflows/${file}`,
    compile({ ...input, options: { ...input.options, file, title: 'Contracts' } }),
  ]);
}

/**
 * The workflows of a registry's tiers and what their runners are made from; none without a registry. What describes runners is made to be
 * fitted to a cluster: once a person changed such a file, it is theirs and no longer among these.
 */
export function tierFiles(
  { tiers, flow }: Setup,
  input: CompileInput,
  read: (path: string) => string | undefined,
): GeneratedFile[] {
  if (tiers === undefined) return [];
  const { repository, header } = input.options;
  const tier = { ...tiers, header, workflow: `${flow}.yml`, ...(repository === undefined ? {} : { repository }) };
  return tierWorkflows({ ...input, tier }).flatMap(({ folder, name, text }): GeneratedFile[] => {
    const path = `.github/${folder}/${name}`;
    const present = folder === 'gates' ? read(path) : undefined;
    return present === undefined || isUntouched(present) ? [[path, text]] : [];
  });
}
