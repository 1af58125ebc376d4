import type { ActionDefinition, Permission } from '../core/action.ts';
import type { Flow } from '../core/flow.ts';
import type { Profile } from '../core/profile.ts';
import type { Job, ResolvedOptions, Step } from './model.ts';
import { unknownName } from './model.ts';
import { pinOf, type Pins } from './pins.ts';
import { expression as $, wire, type Wires } from './wiring.ts';

/** Minutes a job of the engine may take: it reads and writes through the API and runs nothing of the branch. */
export const ENGINE_MINUTES = 25;
/** Minutes a step of the engine may take. */
const STEP_MINUTES = 10;

/** What every workflow of a flow is made from. */
export interface Context {
  readonly flow: Flow;
  readonly profile: Profile;
  readonly actions: readonly ActionDefinition[];
  readonly pins: Pins;
  readonly options: ResolvedOptions;
}

/** The action of a name; throws with the nearest one. */
export function findAction(context: Context, name: string): ActionDefinition {
  const action = context.actions.find((one) => one.name === name);
  if (action !== undefined) return action;
  throw unknownName(
    'action',
    name,
    context.actions.map((one) => one.name),
  );
}

/** The wires that are inputs of the action. */
export function pick(definition: ActionDefinition, wires: Wires): Wires {
  return Object.fromEntries(Object.entries(wires).filter(([name]) => name in definition.inputs.shape));
}

/** Which flow and profile, for the actions that load them. */
export function files(context: Context): Wires {
  return {
    flow: context.flow.flow,
    'flow-file': context.options['flow-file'],
    profile: context.profile.profile,
    'profile-file': context.options['profile-file'],
  };
}

/** A step that uses an action of this project. */
export function ownStep(context: Context, name: string, wires: Wires): Step {
  const definition = findAction(context, name);
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
  if (definition.kind === 'gate') return { contents: 'read' };
  if (definition.kind === 'composite') return { actions: 'read', contents: 'read' };
  return definition.permissions;
}

/** A checkout of the branch, without a credential left behind. */
export function checkout(context: Context, ref: string): Step {
  const pin = pinOf(context.pins, 'actions/checkout');
  return {
    uses: `actions/checkout@${pin.sha}`,
    version: pin.version,
    with: { ref, 'fetch-depth': 0, 'persist-credentials': false },
    timeout: 5,
    permissions: { contents: 'read' },
  };
}

/** An upload of files that a person will want to have for a month. */
export function upload(
  { pins }: Pick<Context, 'pins'>,
  { if: condition, name, path }: { readonly if: string; readonly name: string; readonly path: string },
): Step {
  const pin = pinOf(pins, 'actions/upload-artifact');
  return {
    if: condition,
    uses: `actions/upload-artifact@${pin.sha}`,
    version: pin.version,
    with: { name, path, 'if-no-files-found': 'error', 'retention-days': 30 },
    timeout: 5,
    permissions: {},
  };
}

/** A job with the union of what its steps need. */
export function job(
  context: Context,
  part: Omit<Job, 'permissions' | 'outputs' | 'runner'> & { runner?: string },
): Job {
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
export function withOutputs(jobs: readonly Job[]): Job[] {
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
