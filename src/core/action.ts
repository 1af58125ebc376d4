import type { z } from 'zod';

export const ACTION_KINDS = ['agent', 'gate', 'flow'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export type Permission = 'read' | 'write';

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
}

export function defineAction<T extends ActionDefinition>(definition: T): T {
  return definition;
}
