import type { z } from 'zod';
import type { YamlValue } from './yaml-text.ts';

export const ACTION_KINDS = ['agent', 'gate', 'flow', 'composite'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export type Permission = 'read' | 'write';

/** One phase of a composite action: a step of the runner's own, so that each has a name, a time and a log that can be folded. */
export interface CompositeStep {
  readonly id: string;
  readonly name: string;
  /** Runs also after a phase that failed. */
  readonly always?: boolean;
  /** The inputs that it is given. */
  readonly inputs: readonly string[];
  /** Variables from what earlier phases said. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The workflow around an action that needs no flow, where it is another one than a gate's. */
export interface Alone {
  /** On what it works, behind "It works in any workflow, as below". */
  readonly on?: string;
  /** Its events; without them it runs on pull requests. */
  readonly events?: { readonly [key: string]: YamlValue };
  /** Group of runs of which one goes at a time. */
  readonly concurrency?: string;
  /** Name of the job, where the action's own is that of the Check Run: a rule could take one for the other. */
  readonly job?: string;
  /** When its job runs; without it always. */
  readonly if?: string;
  /** Whether it reads a checkout; it does unless it says so. */
  readonly checkout?: false;
}

/**
 * The one definition of an action. action.yml, README, stub, README table and JSON Schema are made from it.
 *
 * Every field of `inputs` is a zod schema over the *string* the runner gives (an absent or empty input is undefined),
 * with `.describe()`; `.meta({ expression: '${{ github.token }}' })` becomes the default in action.yml.
 */
export interface ActionDefinition {
  readonly name: string;
  readonly kind: ActionKind;
  readonly title: string;
  readonly description: string;
  readonly inputs: z.ZodObject;
  readonly outputs: Readonly<Record<string, string>>;
  /** The least GITHUB_TOKEN permissions of a job that uses it alone. */
  readonly permissions: Readonly<Record<string, Permission>>;
  /** `with:` of the example in its README. */
  readonly example: Readonly<Record<string, string>>;
  /** It expects no steps of a flow before it: its README shows a whole workflow, as a gate's does. */
  readonly alone?: true | Alone;
  /** It starts the parity entry, which its mirror must hold. */
  readonly measures?: boolean;
  /** Its output `artefacts-path` may name files that a workflow uploads. */
  readonly keeps?: boolean;
  /** It starts the entry that signs, which its mirror must hold. */
  readonly signs?: boolean;
  /** Phases of a composite action, and which of them gives each output; without an entry the phase `gate` does. */
  readonly steps?: readonly CompositeStep[];
  readonly outputsOf?: Readonly<Record<string, string>>;
}

export function defineAction<T extends ActionDefinition>(definition: T): T {
  return definition;
}
