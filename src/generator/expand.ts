import type { ActionDefinition, Permission } from '../core/action.ts';
import type { Flow } from '../core/flow.ts';
import type { Profile } from '../core/profile.ts';
import type { Job, ResolvedOptions, Step, Workflow } from './model.ts';
import { gateJob, unknownName } from './model.ts';
import { pinOf, type Pins } from './pins.ts';
import { expression as $, wire, type Wires } from './wiring.ts';

/** Minutes a job of the engine may take: it reads and writes through the API and runs nothing of the branch. */
const ENGINE_MINUTES = 25;
/** Minutes a step of the engine may take. */
const STEP_MINUTES = 10;
/** Minutes a step has beyond the time-out of what it runs, to end it and say so. */
const END_MINUTES = 2;
/** Minutes a job has beyond that, for checkout and the steps around. */
const SLACK_MINUTES = 15;

/** Inputs of a dispatch. Only `subject` is for people; the others come from the hop before. */
const DISPATCH_INPUTS: Workflow['inputs'] = {
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
};

interface Context {
  readonly flow: Flow;
  readonly profile: Profile;
  readonly pins: Pins;
  readonly options: ResolvedOptions;
  readonly find: (name: string) => ActionDefinition;
  readonly gates: readonly string[];
}

/** Flow, profile and actions as jobs and steps; nothing is checked beyond the names that have to be found. */
export function expand(
  flow: Flow,
  profile: Profile,
  actions: readonly ActionDefinition[],
  pins: Pins,
  options: ResolvedOptions,
): Workflow {
  const names = actions.map((action) => action.name);
  const find = (name: string): ActionDefinition => {
    const action = actions.find((one) => one.name === name);
    if (action === undefined) throw unknownName('action', name, names);
    return action;
  };
  const gates = builtGates(flow, actions);
  const context = { flow, profile, pins, options, find, gates };
  return {
    header: options.header,
    name: options.title ?? `${flow.flow} flow`,
    // A person's start is no hop yet, so it must not read like one: runs are searched by this name.
    runName: `${$('inputs.subject')}/${$("inputs.seq || '0'")}/${$("inputs.attempt || '0'")} ${$("inputs.agent || 'start'")}`,
    inputs: DISPATCH_INPUTS,
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
    .filter((name) => actions.some((action) => action.kind === 'gate' && action.name === `gate-${name}`));
}

function admitJob(context: Context): Job {
  const dispatch = Object.keys(DISPATCH_INPUTS).map((name) => [name, $(`inputs.${name}`)]);
  const own = { ...files(context), workflow: context.options.file, 'current-flow': $('vars.CURRENT_FLOW') };
  const admit = ownStep(context, 'admit', { ...own, ...Object.fromEntries(dispatch) });
  return job(context, { id: 'admit', needs: [], timeout: ENGINE_MINUTES, steps: [admit], speaker: 'admit' });
}

function agentJob(context: Context): Job {
  const minutes = context.options['agent-minutes'];
  const steps = Object.keys(context.flow.agents).map((name) => ({
    ...ownStep(context, name, {
      hop: $('needs.admit.outputs.hop'),
      issue: $('needs.admit.outputs.issue'),
      context: $('needs.admit.outputs.context'),
      engine: $("vars.BITNET_FLOW_ENGINE || 'command'"),
      command: $('vars.BITNET_FLOW_COMMAND'),
      'model-key': $('secrets.BITNET_FLOW_MODEL_KEY'),
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

function commitJob(context: Context): Job {
  const definition = context.find('commit');
  const fromAgent = Object.keys(context.find('hand-over').outputs).filter((name) => name in definition.inputs.shape);
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

function gateJobOf(context: Context, gate: string): Job {
  const settings = context.profile.gates[gate as keyof Profile['gates']];
  const minutes = Math.ceil((settings?.timeout ?? 900) / 60) + END_MINUTES;
  const step = ownStep(context, `gate-${gate}`, {
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
    ...(settings?.runner === undefined ? {} : { runner: settings.runner }),
    ...(settings?.environment === undefined ? {} : { environment: settings.environment }),
    timeout: minutes + SLACK_MINUTES,
    steps: [checkout(context, $('needs.commit.outputs.sha')), { ...step, timeout: minutes }],
    speaker: `gate-${gate}`,
  });
}

function writeJob(context: Context): Job {
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
    'report-scope': $('needs.commit.outputs.report'),
    decision: $('steps.router.outputs.decision'),
    workflow: context.options.file,
  };
  const router = ownStep(context, 'router', pick(context.find('router'), wires));
  const ledger = ownStep(context, 'ledger-update', pick(context.find('ledger-update'), wires));
  return job(context, {
    id: 'write',
    needs: ['admit', 'agent', 'commit', ...context.gates.map(gateJob)],
    // Whatever failed before, or was cancelled, is what there is to write; only a hop that was not admitted writes nothing.
    if: $("always() && needs.admit.result == 'success' && needs.admit.outputs.mode != 'ignore'"),
    timeout: ENGINE_MINUTES,
    steps: [router, ledger],
  });
}

function pick(definition: ActionDefinition, wires: Wires): Wires {
  return Object.fromEntries(Object.entries(wires).filter(([name]) => name in definition.inputs.shape));
}

/** Which flow and profile, for the actions that load them. */
function files(context: Context): Wires {
  return {
    flow: context.flow.flow,
    'flow-file': context.options['flow-file'],
    profile: context.profile.profile,
    'profile-file': context.options['profile-file'],
  };
}

function ownStep(context: Context, name: string, wires: Wires): Step {
  const definition = context.find(name);
  const { repository } = context.options;
  const pin = pinOf(context.pins, repository);
  const known = definition.kind === 'flow' ? wires : pick(definition, wires);
  return {
    id: name,
    uses: `${repository}/actions/${name}@${pin.sha}`,
    version: pin.version,
    with: wire(definition, known),
    timeout: STEP_MINUTES,
    permissions: permissionsInFlow(definition),
    definition,
  };
}

/** Inside a flow a gate hands its fact to the write job and posts nothing, so that branch code has nothing to steal. */
export function permissionsInFlow(definition: ActionDefinition): Readonly<Record<string, Permission>> {
  return definition.kind === 'gate' ? { contents: 'read' } : definition.permissions;
}

function checkout(context: Context, ref: string): Step {
  const pin = pinOf(context.pins, 'actions/checkout');
  return {
    uses: `actions/checkout@${pin.sha}`,
    version: pin.version,
    with: { ref, 'fetch-depth': 0, 'persist-credentials': false },
    timeout: 5,
    permissions: { contents: 'read' },
  };
}

function job(context: Context, part: Omit<Job, 'permissions' | 'outputs' | 'runner'> & { runner?: string }): Job {
  return { runner: context.profile.runner, ...part, permissions: union(part.steps), outputs: {} };
}

function union(steps: readonly Step[]): Record<string, Permission> {
  const levels: Record<string, Permission> = {};
  for (const step of steps) {
    for (const [scope, level] of Object.entries(step.permissions)) {
      if (levels[scope] !== 'write') levels[scope] = level;
    }
  }
  return Object.fromEntries(Object.entries(levels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A job gives exactly the outputs that another one reads. */
function withOutputs(jobs: readonly Job[]): Job[] {
  const read = new Set(jobs.flatMap((one) => [one.if ?? '', ...one.steps.flatMap(texts)]).flatMap(outputsRead));
  return jobs.map((one) => {
    const names = Object.keys(one.steps.find((step) => step.id === one.speaker)?.definition?.outputs ?? {});
    const given = names.filter((name) => read.has(`${one.id}.${name}`));
    return {
      ...one,
      outputs: Object.fromEntries(given.map((name) => [name, $(`steps.${one.speaker!}.outputs.${name}`)])),
    };
  });
}

function texts(step: Step): string[] {
  return [step.if ?? '', ...Object.values(step.with).map(String)];
}

/** `job.output` for every `needs.<job>.outputs.<output>` of a text. */
export function outputsRead(text: string): string[] {
  return [...text.matchAll(/\bneeds\.([A-Za-z0-9_-]+)\.outputs\.([A-Za-z0-9_-]+)/g)].map(
    (match) => `${match[1]!}.${match[2]!}`,
  );
}
