import { COMPUTED_GATES } from '../core/names.ts';
import type { ActionDefinition } from '../core/action.ts';
import { FlowError } from '../core/errors.ts';
import type { Flow } from '../core/flow.ts';
import type { Profile } from '../core/profile.ts';
import { gateJob, type DispatchInputs, type Job, type Step, type Workflow } from './model.ts';
import {
  checkout,
  ENGINE_MINUTES,
  files,
  findAction,
  job,
  ownStep,
  pick,
  upload,
  withOutputs,
  type Context,
} from './steps.ts';
import { expression as $, type Wires } from './wiring.ts';

/** Minutes a step has beyond the time-out of what it runs, to end it and say so. */
const END_MINUTES = 2;
/** Minutes that preparing a GPU runner may take: native modules and the program have five each. */
const PREPARE_MINUTES = 12;
/** Minutes a job has beyond that, for checkout and the steps around. */
const SLACK_MINUTES = 15;

/** Inputs of a dispatch. Only `subject` is for people; the others come from the hop before. */
const DISPATCH_INPUTS: DispatchInputs = {
  subject: {
    description: 'Number of the issue. Alone, it starts the flow or resumes it at its last open end.',
    required: true,
  },
  seq: { description: 'Number of the hop. Set by the hop before.', required: false },
  attempt: { description: 'Attempt of the hop. Set by the hop before.', required: false },
  agent: { description: 'Agent of the hop. Set by the hop before.', required: false },
  head: { description: 'Head of the branch. Set by the hop before.', required: false },
  facts: { description: 'Newest facts. Set by the hop before.', required: false },
  chain: { description: 'Head of the chain of facts. Set by the hop before.', required: false },
  ledger: { description: 'Comment id of the Ledger. Set by the hop before.', required: false },
  resume: { description: 'Comment id of the request to resume. Set by the control workflow.', required: false },
  repair: { description: 'Number of the repair. Set by the sweeper.', required: false },
};

interface HopContext extends Context {
  readonly gates: readonly string[];
}

/** One run is one hop: admit, agent, commit, a job per gate, write. */
export function hopWorkflow(shared: Context): Workflow {
  const { flow, options } = shared;
  const gates = builtGates(flow, shared.actions);
  const context = { ...shared, gates };
  const repair = "inputs.repair && format(' repair {0}', inputs.repair) || ''";
  return {
    header: options.header,
    name: options.title,
    // A person's start is no hop yet, so it must not read like one: runs are searched by this name.
    runName: `${$('inputs.subject')}/${$("inputs.seq || '0'")}/${$("inputs.attempt || '0'")} ${$("inputs.agent || 'start'")}${$(repair)}`,
    triggers: { workflow_dispatch: { inputs: DISPATCH_INPUTS } },
    concurrency: { group: `${flow.flow}-${$('inputs.subject')}`, queue: options.queue },
    jobs: withOutputs([
      admitJob(context),
      agentJob(context),
      commitJob(context),
      ...gates.map((gate) => gateJobOf(context, gate)),
      writeJob(context),
    ]),
  };
}

/** Gates of the flow's table that have an action, in the table's order. */
export function builtGates(flow: Flow, actions: readonly ActionDefinition[]): string[] {
  return Object.entries(flow.gates)
    .filter(([, gate]) => gate!.required !== 'never')
    .map(([name]) => name)
    .filter((name) => !COMPUTED_GATES.includes(name))
    .filter((name) => actions.some((action) => action.kind === 'gate' && action.name === `gate-${name}`));
}

function admitJob(context: HopContext): Job {
  const dispatch = Object.keys(DISPATCH_INPUTS).map((name) => [name, $(`inputs.${name}`)]);
  const own = {
    ...files(context),
    workflow: context.options.file,
    'current-flow': $('vars.CURRENT_FLOW'),
    paused: $('vars.BITNET_FLOW_PAUSED'),
  };
  const admit = ownStep(context, 'admit', { ...own, ...Object.fromEntries(dispatch) });
  return job(context, { id: 'admit', needs: [], timeout: ENGINE_MINUTES, steps: [admit], speaker: 'admit' });
}

function agentJob(context: HopContext): Job {
  const minutes = context.options['agent-minutes'];
  const steps = Object.keys(context.flow.agents).map((name) => ({
    ...ownStep(context, name, {
      hop: $('needs.admit.outputs.hop'),
      issue: $('needs.admit.outputs.issue'),
      context: $('needs.admit.outputs.context'),
      engine: $("vars.BITNET_FLOW_ENGINE || 'command'"),
      command: $('vars.BITNET_FLOW_COMMAND'),
      'model-key': $('secrets.BITNET_FLOW_MODEL_KEY'),
      model: $('vars.BITNET_FLOW_MODEL'),
      'model-url': $('vars.BITNET_FLOW_MODEL_URL'),
      'max-turns': $('vars.BITNET_FLOW_MAX_TURNS'),
      'engine-path': $('vars.BITNET_FLOW_ENGINE_PATH'),
      timeout: minutes,
    }),
    if: $(`needs.admit.outputs.agent == '${name}'`),
    timeout: minutes + END_MINUTES,
  }));
  const handOver = ownStep(context, 'hand-over', { head: $('needs.admit.outputs.head') });
  return job(context, {
    id: 'agent',
    needs: ['admit'],
    if: $("needs.admit.outputs.mode == 'run'"),
    timeout: minutes + SLACK_MINUTES,
    steps: [checkout(context, $('needs.admit.outputs.head')), ...steps, { ...handOver, if: $('always()'), timeout: 5 }],
    speaker: 'hand-over',
  });
}

function commitJob(context: HopContext): Job {
  const definition = findAction(context, 'commit');
  const fromAgent = Object.keys(findAction(context, 'hand-over').outputs).filter(
    (name) => name in definition.inputs.shape,
  );
  const step = ownStep(context, 'commit', {
    hop: $('needs.admit.outputs.hop'),
    mode: $('needs.admit.outputs.mode'),
    ...Object.fromEntries(fromAgent.map((name) => [name, $(`needs.agent.outputs.${name}`)])),
  });
  return job(context, {
    id: 'commit',
    needs: ['admit', 'agent'],
    // Not `success()`: an agent that failed is a finding for commit, and a skipped one is a commit that is there already.
    if: $("!cancelled() && (needs.admit.outputs.mode == 'run' || needs.admit.outputs.mode == 'verify-only')"),
    timeout: ENGINE_MINUTES,
    steps: [step],
    speaker: 'commit',
  });
}

function gateJobOf(context: HopContext, gate: string): Job {
  const settings = context.profile.gates[gate as keyof Profile['gates']];
  const onGpu = settings?.gpu === true;
  const writesReports = settings?.methods.some(({ steps }) => steps.some(({ reports }) => reports !== undefined));
  const minutes = Math.ceil((settings?.timeout ?? 900) / 60) + END_MINUTES + (onGpu ? PREPARE_MINUTES : 0);
  const action = onGpu ? gpuAction(context, gate) : `gate-${gate}`;
  const step = ownStep(context, action, {
    ...(onGpu ? gpuWires(gate) : {}),
    hop: $('needs.admit.outputs.hop'),
    sha: $('needs.commit.outputs.sha'),
    base: $('needs.admit.outputs.base'),
    ...files(context),
  });
  return job(context, {
    id: gateJob(gate),
    needs: ['admit', 'commit'],
    if: $(
      `!cancelled() && needs.commit.outputs.outcome == 'ok' && contains(fromJSON(needs.commit.outputs.gates), '${gate}')`,
    ),
    ...(settings?.runner === undefined ? {} : { runner: unlessOff(onGpu, settings.runner, context.profile.runner) }),
    ...(settings?.environment === undefined ? {} : { environment: unlessOff(onGpu, settings.environment, '') }),
    timeout: minutes + SLACK_MINUTES,
    steps: [
      checkout(context, $('needs.commit.outputs.sha')),
      { ...step, timeout: minutes },
      ...(step.definition?.keeps === true && writesReports ? [uploadKept(context, action)] : []),
    ],
    speaker: action,
  });
}

/** Uploads the files that a gate kept, with the number of the hop's run in GitHub's own list. */
function uploadKept(context: HopContext, action: string): Step {
  const path = `steps.${action}.outputs.artefacts-path`;
  return upload(context, { if: $(`!cancelled() && ${path} != ''`), name: action, path: $(path) });
}

/** The action that runs a gate on a GPU runner. */
const GPU_ACTION = 'gpu-parity';

/** The name of that action; throws for a gate that it does not run, and without a runner to run it on. */
function gpuAction(context: HopContext, gate: string): string {
  const known = findAction(context, GPU_ACTION).inputs.shape['gate'] as {
    safeParse(value: unknown): { success: boolean };
  };
  const problem = !known.safeParse(gate).success
    ? `the gate ${gate} measures nothing that a GPU could`
    : context.profile.gates[gate as keyof Profile['gates']]?.runner === undefined
      ? 'no runner is named'
      : undefined;
  if (problem === undefined) return GPU_ACTION;
  throw new FlowError('bad-profile', `gpu is true, and ${problem}`, {
    at: `gates.${gate}.gpu`,
    fix: 'give `runner` the label of your GPU runners, or take `gpu` away',
  });
}

/** Which gate it runs, and the program and digest that a maintainer set once for the repository. */
function gpuWires(gate: string): Wires {
  return {
    gate,
    'cuda-run': $('vars.BITNET_FLOW_CUDA_RUN'),
    'cuda-sha256': $('vars.BITNET_FLOW_CUDA_SHA256'),
    'cuda-repository': $('vars.BITNET_FLOW_CUDA_REPOSITORY'),
  };
}

/** A job that no runner takes waits for a day and holds the flow: a variable sends it elsewhere without a change of the workflow. */
function unlessOff(onGpu: boolean, value: string, otherwise: string): string {
  return onGpu ? $(`vars.BITNET_FLOW_GPU != 'off' && '${quoted(value)}' || '${quoted(otherwise)}'`) : value;
}

/** Inside a string of an expression. */
function quoted(text: string): string {
  return text.replaceAll("'", "''");
}

function writeJob(context: HopContext): Job {
  const fromCommit = ['sha', 'outcome', 'reason', 'facts', 'result', 'gates'];
  const perGate = context.gates.flatMap((gate) => [
    [`fact-${gate}`, $(`needs.${gateJob(gate)}.outputs.fact`)],
    [`report-${gate}`, $(`needs.${gateJob(gate)}.outputs.report`)],
    [`job-${gate}`, $(`needs.${gateJob(gate)}.result`)],
  ]);
  const wires: Wires = {
    hop: $('needs.admit.outputs.hop'),
    mode: $('needs.admit.outputs.mode'),
    'refuse-reason': $('needs.admit.outputs.reason'),
    known: $('needs.admit.outputs.known'),
    ...files(context),
    ...Object.fromEntries(fromCommit.map((name) => [name, $(`needs.commit.outputs.${name}`)])),
    ...Object.fromEntries(perGate),
    usage: $('needs.agent.outputs.usage'),
    'report-scope': $('needs.commit.outputs.report'),
    paused: $('vars.BITNET_FLOW_PAUSED'),
    decision: $('steps.router.outputs.decision'),
    workflow: context.options.file,
  };
  const router = ownStep(context, 'router', pick(findAction(context, 'router'), wires));
  const ledger = ownStep(context, 'ledger-update', pick(findAction(context, 'ledger-update'), wires));
  return job(context, {
    id: 'write',
    needs: ['admit', 'agent', 'commit', ...context.gates.map(gateJob)],
    // Whatever failed before, or was cancelled, is what there is to write; only a hop that was not admitted writes nothing.
    if: $("always() && needs.admit.result == 'success' && needs.admit.outputs.mode != 'ignore'"),
    timeout: ENGINE_MINUTES,
    steps: [router, ledger],
  });
}
