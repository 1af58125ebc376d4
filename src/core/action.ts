import type { z } from 'zod';

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
  /** It needs nothing of a flow: its README shows a whole workflow, as a gate's does. */
  readonly alone?: boolean;
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
