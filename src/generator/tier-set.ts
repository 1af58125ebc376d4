import { tierFiles } from './tier-files.ts';
import { resolveTierOptions } from './tier-options.ts';
import { compileTierA, compileTierB, type TierInput } from './tier-workflows.ts';

/** One generated file of a registry's tiers. */
export interface TierFile {
  /** Below `.github`: workflows, or what the runners are made from. */
  readonly folder: 'workflows' | 'gates';
  readonly name: string;
  readonly text: string;
  /** What the page of starter workflows shows. */
  readonly shown?: {
    readonly name: string;
    readonly description: string;
    readonly iconName: string;
    readonly categories: readonly string[];
  };
}

/** Everything that the tiers of a registry need in a repository. Pure: the same input gives the same bytes. */
export function tierWorkflows(input: TierInput): readonly TierFile[] {
  const around = tierFiles(resolveTierOptions(input.tier), input.pins);
  const categories = ['Continuous integration', 'Testing'];
  return [
    {
      folder: 'workflows',
      name: 'tier-a.yml',
      text: compileTierA(input),
      shown: {
        name: 'Tier A gates',
        description: "Runs every tier A gate of the repository's registry on each pull request.",
        iconName: 'octicon checklist',
        categories,
      },
    },
    {
      folder: 'workflows',
      name: 'tier-b.yml',
      text: compileTierB(input),
      shown: {
        name: 'Tier B gates',
        description:
          'Runs a bundle of gates on accelerators: approved, on the merge of a pull request, one run at a time, told in one comment.',
        iconName: 'octicon server',
        categories,
      },
    },
    ...[...around].map(([name, text]): TierFile => {
      if (!name.endsWith('image.yml')) return { folder: 'gates', name, text };
      const shown = {
        name: 'Runner image of the gates',
        description: 'Builds the image of the Tier B runners when its own files change.',
        iconName: 'octicon container',
        categories,
      };
      return { folder: 'workflows', name, text, shown };
    }),
  ];
}
