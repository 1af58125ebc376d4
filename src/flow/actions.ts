import { z } from 'zod';
import { defineAction } from '../core/action.ts';
import { hopSchema } from '../core/hop.ts';
import { input } from '../core/input.ts';

/** Parts a patch or result is cut into: an environment string over 128 KiB cannot start a process. */
export const PATCH_PARTS = 4;
/** Characters of base64 in one part. */
export const PATCH_PART_CHARS = 100_000;

const token = input
  .secret()
  .describe('Token of the job; its permissions are the only ones used.')
  .meta({ expression: '${{ github.token }}' });
const hop = input.json(hopSchema, 120_000).describe('The hop as `admit` gave it (its output `hop`).');
const flowFile = input
  .text(400)
  .optional()
  .describe('Path of a flow file in the repository, read from the base branch. Empty: the built-in flow.');
const profile = input
  .name()
  .describe('Profile of the repository: a built-in one, or the name in `profile-file`.')
  .default('node');
const profileFile = input
  .text(400)
  .optional()
  .describe('Path of a profile in the repository, read from the base branch.');

const currentFlow = input
  .text(40)
  .optional()
  .describe('The flow that has the repository (variable `CURRENT_FLOW`); where it is another one, nothing runs.');

const paused = input
  .text(4_000)
  .optional()
  .describe(
    'Variable `BITNET_FLOW_PAUSED`: `true` pauses every flow, numbers separated by commas those subjects, and so does what is neither.',
  );

const patchParts = Object.fromEntries(
  Array.from({ length: PATCH_PARTS }, (_, i) => [
    `patch-${i + 1}`,
    input
      .text(PATCH_PART_CHARS)
      .default('')
      .describe(`Part ${i + 1} of the agent's patch, base64.`),
  ]),
);

export const admit = defineAction({
  name: 'admit',
  kind: 'flow',
  title: 'Admit a hop',
  description: 'Reads the facts of a subject and decides whether this run is a hop of its flow, and which.',
  inputs: z.object({
    token,
    flow: input.name().default('generative').describe('The flow this workflow runs.'),
    'flow-file': flowFile,
    profile,
    'profile-file': profileFile,
    subject: input
      .integer(1, 999_999_999)
      .describe('Number of the issue. Alone, it starts a flow or resumes it at its last open end.'),
    seq: input.integer(1, 80).optional().describe('Number of the hop, from the dispatching hop.'),
    attempt: input.integer(1, 3).optional().describe('Attempt of the hop, from the dispatching hop.'),
    agent: input.name().optional().describe('Agent of the hop, from the dispatching hop.'),
    head: input.sha().optional().describe('Head of the branch as the dispatching hop left it.'),
    facts: input.text(40_000).optional().describe('Newest facts, from the dispatching hop (JSON).'),
    chain: input
      .text(64)
      .optional()
      .describe('Head of the fact chain as the dispatching hop left it: tells a Ledger that changed since.'),
    ledger: input
      .text(20)
      .optional()
      .describe('Comment id of the Ledger, from the dispatching hop: tells one that is gone.'),
    repair: input.integer(1, 99).optional().describe('Which repair of the hop this is, from the sweeper.'),
    'current-flow': currentFlow,
    paused,
    resume: input
      .integer(1, 999_999_999_999_999)
      .optional()
      .describe('Id of the comment that asked to resume, from `control`; it is read again and judged.'),
    workflow: input.text(200).describe('File name of this workflow, whose runs are the hops.'),
  }),
  outputs: {
    mode: '`run`, `verify-only` (the commit is there already), `refuse` (the flow stops here), `finish` (this run recorded the hop before it was started again; only the dispatch is missing) or `ignore` (nothing is written).',
    reason: 'Why, for `refuse` and `ignore`.',
    agent: 'Agent of the hop.',
    head: 'Sha the hop starts from.',
    base: 'Sha of the base the flow is pinned on.',
    hop: 'The hop: agent, plan, allowed edges, acceptance criteria (JSON).',
    issue: 'Title and body of the issue, capped (JSON). Untrusted.',
    context: 'Facts on the head and advisories for the prompt (JSON). Untrusted.',
    known: 'The facts so far, as a machine block. Read by `router`, never by a person.',
  },
  permissions: { contents: 'read', issues: 'read', 'pull-requests': 'read', checks: 'read', actions: 'read' },
  example: { subject: '${{ inputs.subject }}', workflow: 'generative.yml' },
});

export const sweep = defineAction({
  name: 'sweep',
  kind: 'flow',
  title: 'Sweep',
  description:
    'Finds flows that stopped, from facts and run lists alone, and dispatches the hop that is due; writes nothing else.',
  inputs: z.object({
    token,
    flow: input.name().default('generative').describe('The flow to look after.'),
    'flow-file': flowFile,
    profile,
    'profile-file': profileFile,
    workflow: input.text(200).describe('File name of the workflow whose runs are the hops.'),
    'current-flow': currentFlow,
    paused,
    subject: input.integer(1, 999_999_999).optional().describe('Number of one issue. Empty: every flow there is.'),
    grace: input
      .integer(0, 1_440)
      .default(10)
      .describe('Minutes a flow that seems to have stopped is left alone: lists of runs lag.'),
  }),
  outputs: {
    repaired: 'Subjects whose hop was dispatched, separated by commas.',
    attention: 'Subjects that need a person, separated by commas.',
  },
  permissions: { contents: 'read', issues: 'read', 'pull-requests': 'read', checks: 'read', actions: 'write' },
  example: { workflow: 'generative.yml' },
});

export const control = defineAction({
  name: 'control',
  kind: 'flow',
  title: 'Control',
  description:
    'Does what a comment asks: `/flow pause`, `/flow resume`, `/flow stop` or `/flow rebuild` by somebody with write permission, and answers it.',
  inputs: z.object({
    token,
    flow: input.name().default('generative').describe('The flow to control.'),
    'flow-file': flowFile,
    profile,
    'profile-file': profileFile,
    paused,
    'current-flow': currentFlow,
    workflow: input.text(200).describe('File name of the workflow whose runs are the hops.'),
  }),
  outputs: {
    command: '`pause`, `resume`, `stop`, `rebuild`, or empty when nothing was to do.',
    subject: 'Number of the issue of the flow.',
    done: '`yes`, the run that was dispatched, or why a Ledger was not rebuilt: `unchanged`, `running`, `nothing`.',
  },
  permissions: { contents: 'read', checks: 'read', issues: 'write', 'pull-requests': 'write', actions: 'write' },
  example: { workflow: 'generative.yml' },
});

export const handOver = defineAction({
  name: 'hand-over',
  kind: 'flow',
  title: 'Hand over',
  description: "Turns the agent's work tree and result.json into outputs that a job with write permission can check.",
  inputs: z.object({
    head: input.sha().describe('Sha the agent started from.'),
    'working-directory': input.text(400).default('.').describe('Checkout the agent worked in.'),
  }),
  outputs: {
    result: 'result.json of the agent, base64; empty when there is none.',
    ...Object.fromEntries(
      Array.from({ length: PATCH_PARTS }, (_, i) => [`patch-${i + 1}`, `Part ${i + 1} of the patch, base64.`]),
    ),
    'patch-sha256': 'sha256 of the whole patch.',
    problem:
      'Why there is no usable work: `no-result`, `timeout`, `crashed`, `not-found`, `turn-limit`, `model-error`, `bad-output`, `too-large`, `bad-path`; empty when all is well.',
    usage: 'What the engine used, as its own report counts it (JSON); empty when it reported nothing.',
  },
  permissions: {},
  example: { head: '${{ needs.admit.outputs.head }}' },
});

export const commit = defineAction({
  name: 'commit',
  kind: 'flow',
  title: 'Commit',
  description:
    "Validates the agent's result, checks the patch against the agent's write scope, and pushes it as one fast-forward commit with the flow's trailers.",
  inputs: z.object({
    token,
    hop,
    mode: z.enum(['run', 'verify-only']).default('run').describe('`verify-only`: the commit is there, push nothing.'),
    result: input.text(PATCH_PART_CHARS).default('').describe('result.json of the agent, base64.'),
    ...patchParts,
    'patch-sha256': input.text(64).default('').describe('sha256 of the whole patch.'),
    problem: input.text(40).default('').describe('Why the agent job left no usable result.'),
  }),
  outputs: {
    sha: 'Sha the gates judge: the new commit, or the head when nothing changed.',
    committed: '`true` when a commit was pushed.',
    outcome:
      '`ok`, `retry` (no valid result), `stop` (scope, route or patch refused: nothing was pushed) or `stale` (the branch moved).',
    reason:
      'Why not `ok`: `no-result`, `timeout`, `crashed`, `not-found`, `turn-limit`, `model-error`, `bad-output`, `schema`, `scope`, `bad-patch`, `public-safety` or `stale-head`.',
    facts: 'Facts of this job: the scope gate (JSON array).',
    report: 'Annotations of the scope gate (JSON).',
    result: 'The validated result (JSON, canonical); empty when invalid.',
    gates: 'Gates to run: the plan, and what the agent asked for on top, as a JSON array of names.',
  },
  permissions: { contents: 'write' },
  example: { hop: '${{ needs.admit.outputs.hop }}' },
});

const each = (gates: readonly string[], make: (gate: string) => [string, z.ZodType][]): Record<string, z.ZodType> =>
  Object.fromEntries(gates.flatMap(make));

/** `fact-<gate>` and `job-<gate>` for every gate that has a job: what a decision rests on. */
export function verdictInputs(gates: readonly string[]): Record<string, z.ZodType> {
  return each(gates, (gate) => [
    [`fact-${gate}`, input.text(8_000).default('').describe(`Fact of the gate ${gate} (JSON), from its job.`)],
    [`job-${gate}`, input.text(20).default('').describe(`Result of the job of ${gate}.`)],
  ]);
}

/** `report-<gate>` for every gate that has a job: what its Check Run shows. */
export function reportInputs(gates: readonly string[]): Record<string, z.ZodType> {
  return each(gates, (gate) => [
    [
      `report-${gate}`,
      input.text(PATCH_PART_CHARS).default('').describe(`Report of the gate ${gate} (JSON), from its job.`),
    ],
  ]);
}

const fromCommit = {
  sha: input.text(40).default('').describe('Sha that was judged; empty when the commit job did not end.'),
  outcome: input.text(20).default('').describe('Output `outcome` of `commit`.'),
  reason: input.text(200).default('').describe('Output `reason` of `commit`.'),
  facts: input.text(40_000).default('').describe('Output `facts` of `commit`.'),
  result: input.text(PATCH_PART_CHARS).default('').describe('Output `result` of `commit`.'),
  gates: input.text(2_000).default('').describe('Output `gates` of `commit`.'),
};

/** The router; its inputs for gate facts depend on which gates are built. */
export function router(gates: readonly string[]) {
  return defineAction({
    name: 'router',
    kind: 'flow',
    title: 'Router',
    description: 'Decides NEXT or FINALIZE from facts alone: gates first, then claims, then the forward route.',
    inputs: z.object({
      hop,
      mode: input.text(20).default('run').describe('Output `mode` of `admit`.'),
      'refuse-reason': input.text(60).default('').describe('Output `reason` of `admit` when it refused.'),
      known: input.text(PATCH_PART_CHARS).default('').describe('Output `known` of `admit`: the facts so far.'),
      ...fromCommit,
      usage: input
        .text(2_000)
        .default('')
        .describe('Output `usage` of `hand-over`. For people: nothing is decided by it.'),
      ...verdictInputs(gates),
    }),
    outputs: {
      status: '`pass`, `fail` or `skipped`: how the hop ended.',
      next: 'Agent of the next hop; empty at the end.',
      route: 'The route, for people: `NEXT -> agent` or `FINALIZE`.',
      decision: 'The decision and every fact of the hop, for `ledger-update` (JSON).',
    },
    permissions: {},
    example: { hop: '${{ needs.admit.outputs.hop }}' },
  });
}

export function ledgerUpdate(gates: readonly string[]) {
  return defineAction({
    name: 'ledger-update',
    kind: 'flow',
    title: 'Ledger update',
    description:
      'Writes what was decided: PR and labels, Check Runs, the Ledger, and the dispatch of the next hop, in that order.',
    inputs: z.object({
      token,
      hop,
      known: input.text(PATCH_PART_CHARS).default('').describe('Output `known` of `admit`: the facts so far.'),
      mode: input.text(20).default('run').describe('Output `mode` of `admit`.'),
      decision: input.text(PATCH_PART_CHARS).describe('Output `decision` of `router`.'),
      paused,
      workflow: input.text(200).describe('File name of the workflow to dispatch for the next hop.'),
      ...reportInputs(gates),
      'report-scope': input.text(PATCH_PART_CHARS).default('').describe('Output `report` of `commit`.'),
      result: fromCommit.result,
    }),
    outputs: {
      ledger: 'URL of the Ledger comment.',
      pr: 'Number of the pull request, when there is one.',
      run: 'Id of the dispatched run, when there is one.',
      state: '`in-progress`, `ready` or `needs-rework`.',
    },
    permissions: { checks: 'write', issues: 'write', 'pull-requests': 'write', actions: 'write', contents: 'write' },
    example: {
      hop: '${{ needs.admit.outputs.hop }}',
      decision: '${{ steps.router.outputs.decision }}',
      workflow: 'generative.yml',
    },
  });
}
