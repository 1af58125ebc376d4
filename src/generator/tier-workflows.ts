import type { ActionDefinition } from '../core/action.ts';
import type { Flow } from '../core/flow.ts';
import type { Profile } from '../core/profile.ts';
import { check, checkSize } from './check.ts';
import { resolveOptions, type Job, type Step, type Workflow } from './model.ts';
import type { Pins } from './pins.ts';
import { render } from './render.ts';
import { checkout, job, ownStep, upload, withOutputs, type Context } from './steps.ts';
import { resolveTierOptions, type TierOptions, type ResolvedTier } from './tier-options.ts';
import { expression as $ } from './wiring.ts';

/** What the workflows of a registry are made from. */
export interface TierInput {
  readonly flow: Flow;
  /** Its runner is the one of the jobs that run nothing of the branch. */
  readonly profile: Profile;
  readonly actions: readonly ActionDefinition[];
  readonly pins: Pins;
  readonly tier: TierOptions;
}

/** Minutes of a job that only talks to the host. */
const TALK_MINUTES = 15;
/** Minutes of the job that watches: it also waits while another run has the runner. */
const WATCH_MINUTES = 345;

/** The Tier B workflow as text: resolve, approve, run on the accelerator, report. */
export function compileTierB(input: TierInput): string {
  return compiled(input, tierBWorkflow);
}

/** The Tier A workflow as text: every gate of tier a, on every pull request, in ordinary CI. */
export function compileTierA(input: TierInput): string {
  return compiled(input, tierAWorkflow);
}

function compiled(
  { flow, profile, actions, pins, tier }: TierInput,
  expand: (context: Context, tier: ResolvedTier) => Workflow,
): string {
  const resolved = resolveTierOptions(tier);
  const options = resolveOptions(
    { file: 'tier-b.yml', header: resolved.header, queue: resolved.queue, repository: resolved.repository },
    flow,
  );
  const workflow = expand({ flow, profile, actions, pins, options }, resolved);
  check(workflow, flow);
  const text = render(workflow);
  checkSize(text);
  return text;
}

function tierAWorkflow(context: Context, tier: ResolvedTier): Workflow {
  const run = ownStep(context, 'gate-registry', {
    registry: tier.registry,
    base: $('github.event.pull_request.base.sha'),
    tier: 'a',
  });
  const gates = job(context, {
    id: 'tier-a',
    needs: [],
    timeout: tier['tier-a-minutes'],
    steps: [checkout(context, $('github.sha')), { ...run, timeout: tier['tier-a-minutes'] - 5 }],
  });
  return {
    header: tier.header,
    name: 'Tier A',
    triggers: { pull_request: { types: ['opened', 'synchronize', 'reopened', 'ready_for_review'] } },
    concurrency: { group: `tier-a-${$('github.event.pull_request.number')}`, queue: false, cancel: true },
    jobs: [gates],
  };
}

function tierBWorkflow(context: Context, tier: ResolvedTier): Workflow {
  const { registry, environment, runner } = tier;
  const pr = $('inputs.pr_number');
  const asked = { bundle: $('inputs.bundle'), 'single-gate': $('inputs.single_gate') };
  const of = (id: string, output: string): string => $(`needs.${id}.outputs.${output}`);

  const resolve = job(context, {
    id: 'resolve',
    needs: [],
    timeout: TALK_MINUTES,
    steps: [ownStep(context, 'tier-resolve', { pr, registry, ...asked })],
    speaker: 'tier-resolve',
  });
  // The approval is asked for here, by a job that looks again and runs nothing of the branch; what was approved is what runs.
  const approve = job(context, {
    id: 'approve',
    needs: ['resolve'],
    environment,
    timeout: TALK_MINUTES,
    steps: [
      ownStep(context, 'tier-resolve', {
        pr,
        registry,
        ...asked,
        merge: of('resolve', 'merge'),
        head: of('resolve', 'head'),
      }),
    ],
    speaker: 'tier-resolve',
  });
  const ready = `needs.approve.outputs.state == 'ready'`;
  const run = ownStep(context, 'gate-registry', {
    registry,
    base: of('resolve', 'base'),
    sha: of('resolve', 'merge'),
    ...asked,
    tier: 'b',
    'baseline-ref': $('inputs.baseline_ref'),
    isolation: tier.isolation,
    'hand-over': true,
  });
  const gates = job(context, {
    id: 'gates',
    needs: ['resolve', 'approve'],
    if: $(ready),
    runner,
    // One at a time: an accelerator is not shared, and what a run measures no other may disturb.
    concurrency: { group: 'bitnet-flow-tier-b', queue: context.options.queue },
    timeout: tier.minutes,
    steps: [checkout(context, of('resolve', 'merge')), { ...run, timeout: tier.minutes - 10 }],
    speaker: 'gate-registry',
  });
  const watch = job(context, {
    id: 'watch',
    needs: ['approve'],
    if: $(ready),
    timeout: WATCH_MINUTES,
    steps: [
      {
        ...ownStep(context, 'tier-watch', { job: 'gates', minutes: tier['runner-minutes'] }),
        timeout: WATCH_MINUTES - 5,
      },
    ],
  });
  const report = job(context, {
    id: 'report',
    needs: ['resolve', 'approve', 'gates'],
    if: $("always() && needs.resolve.result == 'success'"),
    timeout: TALK_MINUTES,
    steps: [
      ownStep(context, 'tier-report', {
        pr,
        merge: of('resolve', 'merge'),
        head: of('resolve', 'head'),
        base: of('resolve', 'base'),
        expected: of('resolve', 'expected'),
        state: of('approve', 'state'),
        job: $('needs.gates.result'),
        'job-name': 'gates',
        results: of('gates', 'results'),
        flow: context.flow.flow,
        workflow: tier.workflow,
        environment,
      }),
      artefact(context),
    ],
  });
  return {
    header: tier.header,
    name: 'Tier B',
    runName: `Tier B of #${pr}: ${$('inputs.single_gate || inputs.bundle')}`,
    triggers: {
      workflow_dispatch: {
        inputs: {
          pr_number: { description: 'Number of the pull request; its merge with the base is judged.', required: true },
          bundle: { description: 'Bundle of the registry to run.', required: false },
          single_gate: { description: 'Or one gate, by its id.', required: false },
          baseline_ref: { description: 'What perf gates compare with. Empty: the base.', required: false },
        },
      },
    },
    jobs: withOutputs([resolve, approve, gates, watch, report]) as Job[],
  };
}

function artefact(context: Context): Step {
  const path = 'steps.tier-report.outputs.report-path';
  return upload(context, { if: $(`always() && ${path} != ''`), name: 'tier-b', path: $(path) });
}
