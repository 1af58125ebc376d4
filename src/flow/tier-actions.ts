import { z } from 'zod';
import { defineAction } from '../core/action.ts';
import { TIERS } from '../core/gate-registry/registry.ts';
import { input } from '../core/input.ts';

const token = input
  .secret()
  .describe('Token of the job; its permissions are the only ones used.')
  .meta({ expression: '${{ github.token }}' });
const registry = input
  .text(400)
  .default('gates.toml')
  .describe('Path of the registry in the repository. It is read from the base, never from the branch.');
const bundle = input.text(60).optional().describe('Bundle of the registry to run.');
const singleGate = input.text(60).optional().describe('One gate of the registry to run, by its id.');
const pr = input.integer(1, 999_999_999).describe('Number of the pull request.');
const baselineRef = input.branch().optional().describe('What perf gates compare with. Empty: the base.');
/** Characters of rows that a job hands to the next; a job's outputs and the environment of a step are bounded. */
export const RESULT_CHARS = 100_000;

/** Runs gates of a registry on a checkout. */
export const gateRegistry = defineAction({
  name: 'gate-registry',
  kind: 'flow',
  title: 'Gates of a registry',
  description:
    "Runs gates of the repository's own registry, by bundle, id or tier: preflight of all, wall-clock limits, isolation, a row for each.",
  inputs: z.object({
    registry,
    base: input
      .sha()
      .optional()
      .describe(
        'Commit that the registry is read from. Empty: the base of the pull request that the workflow runs for.',
      ),
    bundle,
    'single-gate': singleGate,
    tier: z
      .enum(TIERS)
      .optional()
      .describe('Alone: `a` runs every gate of tier a. With a bundle: gates of the other tier are left out.'),
    sha: input.sha().optional().describe('Commit that the checkout must be at; another one is refused.'),
    'baseline-ref': baselineRef,
    'budget-pct': input
      .text(30)
      .optional()
      .describe('Budget of perf gates in percent, as the contract has it; a decimal number.'),
    isolation: z
      .enum(['preferred', 'required'])
      .default('preferred')
      .describe('`required`: a gate that this host cannot isolate is a fail.'),
    'hand-over': input
      .boolean()
      .default(false)
      .describe('`true`: the rows are outputs for a job that judges them, and the step ends with 0.'),
    'working-directory': input.text(400).default('.').describe('The checkout.'),
  }),
  outputs: {
    verdict: '`pass`: every gate passed; `fail`: one failed; `pending`: anything else, which is no pass.',
    evidence: 'How many gates said what, in one line.',
    results: 'The report with a row for each gate (JSON).',
    'report-path': 'The same report as a file.',
    passed: 'Gates that passed.',
    failed: 'Gates that failed.',
    open: 'Gates that are pending or were skipped.',
  },
  permissions: { contents: 'read' },
  alone: true,
  example: { registry: 'configs/gates/gates.toml', tier: 'a' },
});

const merge = input.sha().optional();

/** Fixes what a run of tier B judges. */
export const tierResolve = defineAction({
  name: 'tier-resolve',
  kind: 'flow',
  title: 'Resolve a Tier B run',
  description:
    'Resolves the merge ref of a pull request to one sha and reads from its base which gates are to run; after an approval it looks again.',
  inputs: z.object({
    token,
    pr,
    registry,
    bundle,
    'single-gate': singleGate,
    merge: merge.describe('The sha of an earlier look: nothing is resolved anew, only compared.'),
    head: input.sha().optional().describe('Head of the pull request at that look.'),
  }),
  outputs: {
    state: '`ready`, or `stale` when the pull request moved since the earlier look.',
    merge: 'Sha of the merge commit that is judged.',
    head: 'Head of the pull request.',
    base: 'Base of that merge: what the registry is read from.',
    expected: 'The gates that must have a row (JSON).',
  },
  permissions: { contents: 'read', 'pull-requests': 'read' },
  example: { pr: '${{ inputs.pr_number }}', bundle: '${{ inputs.bundle }}', registry: 'configs/gates/gates.toml' },
});

/** Ends a run that no runner takes. */
export const tierWatch = defineAction({
  name: 'tier-watch',
  kind: 'flow',
  title: 'Watch for a runner',
  description: 'Waits until a runner takes a job of this run, and ends the run when none comes in time.',
  inputs: z.object({
    token,
    job: input.text(100).default('gates').describe('Name of the job that is waited for.'),
    minutes: input.integer(1, 300).default(20).describe('Minutes that the job may be queued.'),
  }),
  outputs: { outcome: '`taken`, `ended`, or `no-runner`: then the run was cancelled.' },
  permissions: { actions: 'write' },
  example: { minutes: '20' },
});

/** Tells what a run of tier B found. */
export const tierReport = defineAction({
  name: 'tier-report',
  kind: 'flow',
  title: 'Report a Tier B run',
  description:
    'Judges the rows of a Tier B run against what was to run, and tells it: job summary, one comment on the pull request, Check Runs, facts for the flow.',
  inputs: z.object({
    token,
    pr,
    merge: input.text(40).default('').describe('Output `merge` of `tier-resolve`.'),
    head: input.text(40).default('').describe('Output `head` of `tier-resolve`.'),
    base: input.text(40).default('').describe('Output `base` of `tier-resolve`.'),
    expected: input.text(RESULT_CHARS).default('').describe('Output `expected` of `tier-resolve`.'),
    state: input
      .text(20)
      .default('')
      .describe('Output `state` of the look after the approval; empty when nobody approved.'),
    job: input.text(20).default('').describe('Result of the job that ran the gates.'),
    'job-name': input.text(100).default('gates').describe('Name of that job, to see whether a runner took it.'),
    results: input.text(RESULT_CHARS).default('').describe('Output `results` of `gate-registry`.'),
    flow: input.name().default('generative').describe('The flow whose facts the results become.'),
    'flow-file': input
      .text(400)
      .optional()
      .describe('Path of a flow file in the repository. Empty: the built-in flow.'),
    workflow: input
      .text(200)
      .optional()
      .describe(
        'File of the workflow whose runs are the hops: a hop that is due gets the facts. Empty: none is dispatched.',
      ),
    environment: input
      .text(255)
      .optional()
      .describe('Environment of the approval: the deployment records that it left for this run are removed.'),
  }),
  outputs: {
    verdict: '`pass`, `fail` or `pending`.',
    facts: 'Facts of the gates that ran (JSON); `[]` when no flow knows the pull request.',
    comment: 'URL of the comment.',
    'report-path': 'The report as a file, for an artefact.',
    run: 'Id of the hop that was dispatched with the facts, if one was due.',
  },
  permissions: {
    actions: 'write',
    checks: 'write',
    contents: 'read',
    deployments: 'write',
    issues: 'read',
    'pull-requests': 'write',
  },
  example: { pr: '${{ inputs.pr_number }}', results: '${{ needs.gates.outputs.results }}' },
});

/** The actions of a registry and its tiers, in the order in which a run uses them. */
export const TIER_ACTIONS = [gateRegistry, tierResolve, tierWatch, tierReport] as const;
