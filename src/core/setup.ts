import { z } from 'zod';
import { NAME } from './names.ts';
import { tierPlaces } from './tier-places.ts';

/** Where `bitnet-flow init` keeps what a repository chose; everything else it writes is generated from this file. */
export const SETUP_FILE = '.github/bitnet-flow/config.yml';

/** Actions as a workflow must name them: a repository and a full commit sha. A tag or a branch can be moved by others. */
export const ACTIONS_PIN = /^([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+)@([0-9a-f]{40})$/;

/** A path from the top of the repository: no way out of it, nothing that a shell or git would read as something else. */
const PATH = /^(?!-)(?!.*(^|\/)\.{1,2}(\/|$))[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*\.ya?ml$/;
const path = z.string().regex(PATH, 'not the path of a YAML file from the top of the repository').max(400);

export const setupSchema = z.strictObject({
  version: z.literal(1).describe('Format of this file.'),
  flow: z.string().regex(NAME).default('generative').describe('The flow: a built-in one, or the name in `flow-file`.'),
  profile: z.string().regex(NAME).describe('The profile: a built-in one, or the name in `profile-file`.'),
  'flow-file': path.optional().describe('Your changes to the flow, from the top of the repository.'),
  'profile-file': path.optional().describe('Your profile, from the top of the repository.'),
  contracts: z
    .boolean()
    .optional()
    .describe('Whether pull requests are held to contracts, and merges to their order: two more workflows.'),
  tiers: z
    .strictObject({
      registry: tierPlaces.registry,
      runner: tierPlaces.runner.optional(),
      environment: tierPlaces.environment.optional(),
      image: tierPlaces.image.optional(),
    })
    .optional()
    .describe(
      'The gates of a registry of yours, in ordinary CI and on accelerators: three more workflows, and what runners are made from.',
    ),
  actions: z
    .string()
    .regex(ACTIONS_PIN, 'not owner/repository@<40-digit commit sha>')
    .refine((pin) => !isPlaceholder(pin), 'the sha of no commit: a version that is not released')
    .describe('Where the actions come from, pinned: owner/repository@<40-digit commit sha>.'),
  release: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,39}$/)
    .optional()
    .describe('The version that the pin stands for; a comment in the workflows.'),
});

/** What a repository that uses bitnet-flow chose. */
export type Setup = z.output<typeof setupSchema>;

/** Name of the environment whose reviewers approve Tier B. */
export const environmentOf = ({ tiers }: Setup): string => tiers?.environment ?? 'gates';

/** True for the pin that stands in this project until a version is released. */
export function isPlaceholder(pin: string): boolean {
  return /@0{40}$/.test(pin);
}

/** Repository and sha of a pin that `setupSchema` accepted. */
export function splitPin(pin: string): { readonly repository: string; readonly sha: string } {
  const [, repository = '', sha = ''] = ACTIONS_PIN.exec(pin) ?? [];
  return { repository, sha };
}
