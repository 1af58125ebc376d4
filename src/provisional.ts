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
export const agentAction = (name: string, does: string): ActionDefinition =>
  defineAction({
    name,
    kind: 'agent',
    title: `Agent ${name}`,
    description: does,
    inputs: z.object({
      hop: input.json(hopSchema, 120_000).describe('The hop as `admit` gave it.'),
      issue: input.text(100_000).describe('Title and body of the issue (JSON). Untrusted.'),
      context: input.text(100_000).default('').describe('Facts on the head and advisories (JSON). Untrusted.'),
      engine: input.name().default('command').describe('Engine that runs the prompt.'),
      command: input.text(10_000).default('').describe('Command of the engine, a JSON array of arguments.'),
      'model-key': input.text(4000).default('').describe('Key of the model, for engines that need one.'),
    }),
    outputs: { status: 'How the engine ended.' },
    permissions: { contents: 'read' },
    example: { hop: '${{ needs.admit.outputs.hop }}', issue: '${{ needs.admit.outputs.issue }}' },
  });
