import { z } from 'zod';
import { defineAction } from '../core/action.ts';
import { input } from '../core/input.ts';

/** The action that shows the board in the summary of a job. */
export const boardAction = defineAction({
  name: 'board',
  kind: 'flow',
  title: 'Board',
  description:
    'Shows every open contract with the step it is on and what blocks it, as a table in the job summary and as JSON.',
  inputs: z.object({
    token: input
      .secret()
      .describe('Token of the job; its permissions are the only ones used.')
      .meta({ expression: '${{ github.token }}' }),
    registry: input
      .text(400)
      .default('configs/gates/gates.toml')
      .describe('Registry of gates on the default branch; where there is none, contracts ask for no gate of it.'),
  }),
  outputs: {
    rows: 'The board as a JSON array: id, slug, step, name, blockedBy, pull, branch, head.',
    ready: 'Ids of the contracts that can be merged now, as a JSON array.',
  },
  permissions: { contents: 'read', issues: 'read', 'pull-requests': 'read', checks: 'read' },
  alone: { events: { workflow_dispatch: {} }, checkout: false },
  example: {},
});
