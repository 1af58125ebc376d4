import type { Workflow } from './model.ts';
import { files, job, ownStep, type Context } from './steps.ts';
import { expression as $ } from './wiring.ts';

/** Minutes the job may take: it makes a handful of calls. */
const MINUTES = 12;

/** Does what people ask of a flow by comments. The text of a comment reaches no script: one expression looks at how it begins. */
export function controlWorkflow(context: Context): Workflow {
  const { options } = context;
  const control = ownStep(context, 'control', {
    ...files(context),
    paused: $('vars.BITNET_FLOW_PAUSED'),
    'current-flow': $('vars.CURRENT_FLOW'),
    workflow: options.file,
  });
  const speaks = "startsWith(github.event.comment.body, '/flow') && github.event.comment.user.type != 'Bot'";
  return {
    header: options.header,
    name: `${options.title}: control`,
    triggers: { issue_comment: { types: ['created'] } },
    // One comment of an issue after the other, and none lost.
    concurrency: { group: `bitnet-flow-control-${$('github.event.issue.number')}`, queue: options.queue },
    jobs: [job(context, { id: 'control', needs: [], if: $(speaks), timeout: MINUTES, steps: [control] })],
  };
}
