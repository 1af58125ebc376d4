import type { Workflow } from './model.ts';
import { checkout, files, job, ownStep, type Context } from './steps.ts';
import { expression as $ } from './wiring.ts';

/** Minutes a job may take: a checkout with its history, and a few calls. */
const MINUTES = 30;

/**
 * Holds every pull request to the contract of its issue, on the ref that would be merged, and computes the attestation of
 * a flow's again. The job that has the branch may read only, so its result is the verdict.
 */
export function pullRequestWorkflow(context: Context): Workflow {
  const { options, flow } = context;
  // A pull request of the flow bears its label from its first hop on.
  const ofTheFlow = `contains(github.event.pull_request.labels.*.name, 'flow:${flow.flow}')`;
  const pr = $('github.event.pull_request.number');
  const held = [
    checkout(context, $('github.sha')),
    ownStep(context, 'contract', { pr }),
    ownStep(context, 'gate-scope', { contract: $('steps.contract.outputs.contract'), flow: 'contract' }),
  ];
  return {
    header: options.header,
    name: `${options.title}: pull request`,
    triggers: { pull_request: { types: ['opened', 'reopened', 'synchronize', 'edited', 'ready_for_review'] } },
    concurrency: { group: `bitnet-flow-pull-request-${pr}`, queue: false, cancel: true },
    // No job bears the name of a gate, so that a rule cannot take one for the other.
    jobs: [
      job(context, { id: 'held-to-contract', needs: [], timeout: MINUTES, steps: held }),
      job(context, {
        id: 'attested',
        needs: [],
        if: ofTheFlow,
        timeout: MINUTES,
        steps: [ownStep(context, 'attest', { pr, ...files(context) })],
      }),
    ],
  };
}
