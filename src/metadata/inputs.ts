import type { z } from 'zod';
import type { ActionDefinition } from '../core/action.ts';
import { FlowError } from '../core/errors.ts';

/** An input as action.yml and the README show it. `default` is text; an expression stays one. */
export interface InputDoc {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly default?: string;
}

/** Reads an action's inputs out of its zod schema; throws when one has no description. */
export function describeInputs(definition: ActionDefinition): InputDoc[] {
  return Object.entries(definition.inputs.shape).map(([name, field]) =>
    describe(definition.name, name, field as z.ZodType),
  );
}

function describe(action: string, name: string, field: z.ZodType): InputDoc {
  const layers = [...unwrap(field)];
  const description = layers.map((layer) => layer.description).find((text) => text !== undefined && text !== '');
  if (description === undefined) throw undescribed(action, `input ${name}`, '.describe(…) on its schema');
  const value = expressionOf(layers) ?? defaultOf(layers);
  const required = value === undefined && !field.safeParse(undefined).success;
  return { name, description, required, ...(value === undefined || value === '' ? {} : { default: value }) };
}

/** The schema and what it wraps: a description may stand before or behind `.default()` and `.optional()`. */
function* unwrap(field: z.ZodType): Generator<z.ZodType> {
  for (let layer: z.ZodType | undefined = field; layer !== undefined;) {
    yield layer;
    const def = layer.def as { innerType?: z.ZodType; in?: z.ZodType };
    layer = def.innerType ?? def.in;
  }
}

function expressionOf(layers: readonly z.ZodType[]): string | undefined {
  for (const layer of layers) {
    const expression = layer.meta()?.['expression'];
    if (typeof expression === 'string') return expression;
  }
  return undefined;
}

function defaultOf(layers: readonly z.ZodType[]): string | undefined {
  for (const layer of layers) {
    const def = layer.def as { type: string; defaultValue?: unknown };
    if (def.type !== 'default' && def.type !== 'prefault') continue;
    const value = def.defaultValue;
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  }
  return undefined;
}

/** The error for anything that metadata needs and does not find. */
export function undescribed(action: string, what: string, fix: string): FlowError {
  return new FlowError('bad-config', `action ${action}: ${what} has no description`, { at: action, fix: `add ${fix}` });
}
