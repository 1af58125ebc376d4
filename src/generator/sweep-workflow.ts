import type { Workflow } from './model.ts';
import { ENGINE_MINUTES, files, job, ownStep, type Context } from './steps.ts';
import { expression as $ } from './wiring.ts';

/** Every quarter of an hour, away from the full hour, when hosts are busiest and drop what is scheduled. */
const CRON = '7,22,37,52 * * * *';

/** Finds the flows that stopped and dispatches the hop that is due; one run at a time. */
export function sweepWorkflow(context: Context): Workflow {
  const { flow, options } = context;
  const sweep = ownStep(context, 'sweep', {
    ...files(context),
    workflow: options.file,
    'current-flow': $('vars.CURRENT_FLOW'),
    paused: $('vars.BITNET_FLOW_PAUSED'),
    subject: $('inputs.subject'),
    grace: $("inputs.grace || '10'"),
  });
  return {
    header: options.header,
    name: `${options.title}: sweeper`,
    triggers: {
      schedule: [CRON],
      workflow_dispatch: {
        inputs: {
          subject: { description: 'Number of one issue; without it, every flow of the repository.', required: false },
          grace: {
            description: 'Minutes a flow that seems to have stopped is left alone; without it, 10.',
            required: false,
          },
        },
      },
    },
    // A newer sweep sees all that an older pending one would have seen, so that one may be replaced.
    concurrency: { group: `bitnet-flow-sweep-${flow.flow}`, queue: false },
    jobs: [job(context, { id: 'sweep', needs: [], timeout: ENGINE_MINUTES, steps: [sweep] })],
  };
}
