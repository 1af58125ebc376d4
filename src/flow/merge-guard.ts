import { z } from 'zod';
import { defineAction } from '../core/action.ts';
import { input } from '../core/input.ts';
import { GUARD_CRON, GUARD_EVENTS } from '../core/merge-plan/guard.ts';

export const mergeGuard = defineAction({
  name: 'merge-guard',
  kind: 'flow',
  title: 'Merge guard',
  description:
    'Keeps a pull request from being merged before what its contract depends on: the Check Run `merge-guard`, judged again with every merge.',
  inputs: z.object({
    token: input
      .secret()
      .describe('Token of the job; its permissions are the only ones used.')
      .meta({ expression: '${{ github.token }}' }),
    pr: input
      .integer(1, 999_999_999)
      .optional()
      .describe(
        'Number of one pull request: the job fails when it is blocked. The others are judged too. Empty: the job fails for none.',
      ),
  }),
  outputs: {
    clear: 'Pull requests that nothing blocks, separated by commas.',
    blocked: 'Pull requests that wait for something, separated by commas.',
    title: 'What the Check Run of `pr` says.',
  },
  permissions: { contents: 'read', issues: 'read', 'pull-requests': 'read', checks: 'write' },
  alone: {
    events: { schedule: [{ cron: GUARD_CRON }], ...GUARD_EVENTS },
    concurrency: 'merge-guard',
    job: 'judge',
    checkout: false,
  },
  example: { pr: '${{ github.event.pull_request.number }}' },
});
