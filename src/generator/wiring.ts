import type { z } from 'zod';
import type { ActionDefinition } from '../core/action.ts';
import { FlowError } from '../core/errors.ts';
import { unknownName } from './model.ts';

export type Wires = Readonly<Record<string, string | number | boolean | undefined>>;

/** `${{ expression }}`. */
export function expression(text: string): string {
  return `\${{ ${text} }}`;
}

/**
 * `with:` of a step, in the order of the action's inputs. Every wire must be an input of the action and every input the action
 * cannot do without must have a wire; an undefined wire is an option that was not given.
 */
export function wire(definition: ActionDefinition, wires: Wires): Record<string, string | number | boolean> {
  const inputs = Object.keys(definition.inputs.shape);
  for (const key of Object.keys(wires)) {
    if (!inputs.includes(key)) throw unknownName(`input of ${definition.name}`, key, inputs);
  }
  return Object.fromEntries(
    inputs.flatMap((key) => {
      const value = wires[key];
      if (value !== undefined) return [[key, value]];
      if (isRequired(definition, key)) {
        throw new FlowError('bad-config', `input ${key} of ${definition.name} is required and has no wire`, {
          at: `${definition.name}.${key}`,
          fix: 'give it a value in src/generator, or a default in its definition',
        });
      }
      return [];
    }),
  );
}

function isRequired(definition: ActionDefinition, key: string): boolean {
  const field = definition.inputs.shape[key] as z.ZodType;
  return !field.safeParse(undefined).success && field.meta()?.['expression'] === undefined;
}
