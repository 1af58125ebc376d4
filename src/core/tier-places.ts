import { z } from 'zod';

const label = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be a plain label');

/** What a repository chooses about the tiers of its registry: where it lies, which runners, who approves, from which image. */
export const tierPlaces = {
  registry: z
    .string()
    .regex(/^(?![/.-])(?!.*(^|\/)\.{1,2}(\/|$))[A-Za-z0-9._/-]{1,200}$/, 'must be a path of the repository')
    .describe('Path of the registry of gates, from the top of the repository.'),
  runner: label.describe('Label of the runners with accelerators: the name of the runner set.'),
  environment: label.describe('Environment whose reviewers approve a run; nothing is deployed to it.'),
  image: z
    .string()
    .regex(/^[a-z0-9.-]+(\/[a-z0-9._-]+)+$/, 'must be registry/owner/name')
    .describe("Where the runner's image is pushed, without a tag."),
} as const;
