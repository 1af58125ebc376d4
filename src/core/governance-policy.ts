import { z } from 'zod';

/** Where a repository's policies lie, beside those of its profile; read from the base. */
export const POLICY_FILE = '.github/bitnet-flow/policy.yml';

const texts = z.array(z.string().min(1).max(200)).max(256);
const globs = texts.describe('Globs of the grammar of write scopes.');

/** The policies of a repository: a key that is there takes the place of the profile's setting of the same name. */
export const policySchema = z.strictObject({
  version: z.literal(1).describe('Format of this file.'),
  protected: globs.optional().describe('Globs of files that a branch changes only where the issue allows it by name.'),
  'licence-header': texts
    .min(1)
    .optional()
    .describe('Texts that each changed file of `licence-files` holds in its first lines.'),
  'licence-files': globs.optional().describe("Globs of those files; without it the code of the profile's scopes."),
  codeowners: z.boolean().optional().describe('Each changed file has an owner in CODEOWNERS.'),
  'sign-off': z.boolean().optional().describe('Each commit is signed off by its author.'),
  'sign-off-exempt': texts.optional().describe('Mail addresses of authors who need not sign off, such as bots.'),
  labels: texts.optional().describe('Labels that the issue or the pull request must have.'),
});
export type Policy = z.infer<typeof policySchema>;

/** The policy file as a gate sees it: what holds, and why it cannot be read, on the base or as the branch would have it. */
export type PolicySeen =
  { readonly policy: Policy; readonly commit: string } | { readonly unreadable: string; readonly line: number };
