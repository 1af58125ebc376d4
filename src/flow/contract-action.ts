import { z } from 'zod';
import { defineAction } from '../core/action.ts';
import { canonicalContract, contractSha256, type Contract } from '../core/contract/contract.ts';
import { input } from '../core/input.ts';

/** The action that reads a contract in any workflow. */
export const contractAction = defineAction({
  name: 'contract',
  kind: 'flow',
  title: 'Contract',
  description:
    'Reads the contract of an issue, a pull request or a file strictly and gives what it says; fails with place and fix when it is refused.',
  inputs: z.object({
    token: input
      .secret()
      .describe('Token of the job; its permissions are the only ones used.')
      .meta({ expression: '${{ github.token }}' }),
    issue: input
      .integer(1, 999_999_999)
      .optional()
      .describe(
        'Number of the issue, whoever wrote it. Give this, `pr` or `file`; where anybody may open issues, with `approved-sha256`.',
      ),
    pr: input
      .integer(1, 999_999_999)
      .optional()
      .describe(
        'Number of an open pull request: the contract of the issue that it is the work of. Only that of an author who may write counts, or one that was approved.',
      ),
    file: input
      .text(400)
      .optional()
      .describe(
        'Path of a file: YAML, or Markdown with one block. Alone it needs a checkout before it; on a pull request the branch can change its own contract there.',
      ),
    'approved-sha256': input
      .text(64)
      .regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits, as the output sha256 or `bitnet-flow contract hash` gives them')
      .optional()
      .describe('The contract that was approved: any other one fails. Empty: whatever stands there.'),
  }),
  outputs: {
    sha256: 'sha256 of the canonical form: what an approval pins.',
    id: 'Id of the issue, as the contract says it.',
    slug: 'Short name of the work.',
    kind: '`feature`, `bugfix`, `perf`, `refactor` or `docs`.',
    risk: '`hot`, `warm` or `cold`.',
    complexity: '`S`, `M` or `L`.',
    allow: 'Globs that the change may touch, as a JSON array.',
    deny: 'Globs that stay denied, as a JSON array.',
    'depends-on': 'Ids of issues that are merged before, as a JSON array.',
    'gates-required': 'Gates that must pass besides those that are required anyway, as a JSON array.',
    contract: 'The whole contract in its canonical form (JSON), which gate-scope reads.',
  },
  permissions: { contents: 'read', issues: 'read', 'pull-requests': 'read' },
  alone: { checkout: false },
  example: { pr: '${{ github.event.pull_request.number }}' },
});

/** What the action gives: its outputs, or why there are none, for a contract that is not the approved one binds nobody. */
export function contractOutputs(
  contract: Contract,
  from: string,
  approved: string | undefined,
):
  | { readonly outputs: Record<keyof (typeof contractAction)['outputs'], string> }
  | { readonly outputs?: undefined; readonly problem: string } {
  const { issue, slug, kind, risk, complexity, scope, dependsOn, gates } = contract;
  const sha256 = contractSha256(contract);
  if (approved !== undefined && approved !== sha256) {
    return {
      problem: `the contract of ${from} is ${sha256}, and approved was ${approved}. Fix: approve it, or put it back`,
    };
  }
  return {
    outputs: {
      sha256,
      id: issue,
      slug,
      kind,
      risk,
      complexity,
      allow: JSON.stringify(scope.allow),
      deny: JSON.stringify(scope.deny),
      'depends-on': JSON.stringify(dependsOn),
      'gates-required': JSON.stringify(gates.required),
      contract: canonicalContract(contract),
    },
  };
}
