import { GUARD_CRON, GUARD_EVENTS } from '../core/merge-plan/guard.ts';
import type { Workflow } from './model.ts';
import { job, ownStep, type Context } from './steps.ts';
import { expression as $ } from './wiring.ts';

/** Minutes the job may take: a few calls for each open pull request. */
const MINUTES = 25;

/** Judges every open pull request by the order of merges, whenever a pull request or a contract changes. */
export function mergeGuardWorkflow(context: Context): Workflow {
  const { options } = context;
  const guard = ownStep(context, 'merge-guard', { pr: $('github.event.pull_request.number') });
  // Where everything stands, also when this pull request is blocked.
  const { registry } = options;
  const board = { ...ownStep(context, 'board', registry === undefined ? {} : { registry }), if: '!cancelled()' };
  return {
    header: options.header,
    name: `${options.title}: merge guard`,
    triggers: {
      schedule: [GUARD_CRON],
      ...GUARD_EVENTS,
      workflow_dispatch: { inputs: {} },
    },
    // Every run judges all: a newer pending one may take the place of an older.
    concurrency: { group: 'bitnet-flow-merge-guard', queue: false },
    // The job has another name than the Check Run, so that a rule cannot take one for the other.
    jobs: [job(context, { id: 'judge', needs: [], timeout: MINUTES, steps: [guard, board] })],
  };
}
