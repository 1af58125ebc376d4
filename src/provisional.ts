// Stands in for src/gates and src/agents until they are there.
import { z } from 'zod';
import { defineAction, type ActionDefinition } from './core/action.ts';
import { hopSchema } from './core/hop.ts';
import { input } from './core/input.ts';

const token = input
  .secret()
  .describe('Token of the job; its permissions are the only ones used.')
  .meta({ expression: '${{ github.token }}' });
export const gateAction = (name: string): ActionDefinition =>
  defineAction({
    name: `gate-${name}`,
    kind: 'gate',
    title: `Gate ${name}`,
    description: `Judges ${name}.`,
    inputs: z.object({
      token,
      sha: input
        .sha()
        .optional()
        .describe('Commit to judge. Empty: the head of the pull request, else the sha of the run.'),
      base: input.sha().optional().describe('Commit it is compared with.'),
      hop: input
        .json(hopSchema, 120_000)
        .optional()
        .describe('The hop, inside a flow. Empty: the gate works alone and posts its own Check Run.'),
      profile: input.name().default('node').describe('Profile of the repository.'),
      'profile-file': input.text(400).optional().describe('Path of a profile in the repository.'),
    }),
    outputs: {
      verdict: '`pass`, `fail` or `skipped`.',
      evidence: 'Evidence, one line.',
      'report-path': 'Path of the report.',
      fact: 'The fact of the gate (JSON), inside a flow.',
      report: 'Annotations and rows (JSON), inside a flow.',
    },
    permissions: { contents: 'read', checks: 'write' },
    example: { profile: 'node' },
  });
