import { z } from 'zod';
import { defineAction } from '../core/action.ts';
import { input } from '../core/input.ts';

export const attest = defineAction({
  name: 'attest',
  kind: 'flow',
  title: 'Attest',
  description:
    "Computes a pull request's attestation again from the facts of its flow, fails where it does not hold, and writes an in-toto test-result statement for each gate, signed where the job may.",
  inputs: z.object({
    token: input
      .secret()
      .describe('Token of the job; its permissions are the only ones used.')
      .meta({ expression: '${{ github.token }}' }),
    pr: input.integer(1, 999_999_999).describe('Number of the pull request.'),
    flow: input.name().default('generative').describe('The flow that made it.'),
    'flow-file': input
      .text(400)
      .optional()
      .describe('Path of a flow file in the repository. Empty: the built-in flow.'),
    profile: input
      .name()
      .default('node')
      .describe('Profile of the repository: a built-in one, or the name in `profile-file`.'),
    'profile-file': input.text(400).optional().describe('Path of a profile in the repository.'),
    out: input.text(400).default('attestations').describe('Folder for the statements, in the workspace; it is made.'),
    sign: z
      .enum(['auto', 'never'])
      .default('auto')
      .describe(
        '`auto`: statements are signed where the job has `id-token: write`, else written unsigned, and both is said.',
      ),
  }),
  outputs: {
    verified: '`true` when the attestation is what the facts give.',
    statements: 'How many statements were written.',
    signed: 'How many of them are signed.',
    stored: 'How many signed ones the host took; needs `attestations: write`.',
    folder: 'Where the files are.',
  },
  permissions: {
    contents: 'read',
    issues: 'read',
    'pull-requests': 'read',
    checks: 'read',
    'id-token': 'write',
    attestations: 'write',
  },
  signs: true,
  alone: {
    on: 'on a pull request that a flow made; where there are no facts of a flow it fails',
    if: "contains(github.event.pull_request.labels.*.name, 'flow:generative')",
    checkout: false,
  },
  example: { pr: '${{ github.event.pull_request.number }}' },
});
