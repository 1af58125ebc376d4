import { parse } from 'yaml';
import { ApiProblem } from './reply.ts';

/** A workflow file as far as a dispatch needs it. */
export interface DispatchTarget {
  name: string | undefined;
  inputs: ReadonlyMap<string, InputDeclaration>;
}

interface InputDeclaration {
  required: boolean;
  fallback: string | undefined;
  type: string;
  options: readonly string[];
}

const mostInputs = 25;
const longestPayload = 65_535;

/** What a workflow file says of when it runs. */
interface Events {
  readonly name: string | undefined;
  readonly events: readonly string[];
  readonly on: unknown;
}

let last: { readonly text: string; readonly events: Events } | undefined;

/** Name and events of a workflow file. A flow dispatches one file at every hop, and a host that goes on reads them all again: the last one is kept. */
export function eventsOf(text: string): Events {
  if (last?.text !== text) last = { text, events: readEvents(text) };
  return last.events;
}

function readEvents(text: string): Events {
  const root = record(parse(text));
  const on: unknown = root['on'];
  const name = typeof root['name'] === 'string' ? root['name'] : undefined;
  return {
    name,
    events: typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : Object.keys(record(on)),
    on,
  };
}

/** Reads what a workflow file declares; a file without `workflow_dispatch` cannot be dispatched (422). */
export function readDispatchTarget(text: string): DispatchTarget {
  const { name, events, on } = eventsOf(text);
  if (!events.includes('workflow_dispatch')) {
    throw new ApiProblem(422, "Workflow does not have 'workflow_dispatch' trigger");
  }
  const declared = record(record(record(on)['workflow_dispatch'])['inputs']);
  const inputs = Object.entries(declared).map(([key, value]): [string, InputDeclaration] => {
    const input = record(value);
    const fallback = input['default'];
    const options = Array.isArray(input['options']) ? input['options'].map(String) : [];
    const type = typeof input['type'] === 'string' ? input['type'] : 'string';
    const known = fallback === undefined || fallback === null ? undefined : String(fallback);
    return [key, { required: input['required'] === true, fallback: known, type, options }];
  });
  return { name, inputs: new Map(inputs) };
}

/** Checks the inputs of a dispatch against the declaration and GitHub's limits, and fills in the defaults. */
export function resolveInputs(target: DispatchTarget, given: unknown): Record<string, string> {
  const sent = record(given);
  const keys = Object.keys(sent);
  if (keys.length > mostInputs) {
    throw new ApiProblem(422, `you may only define up to ${mostInputs} \`inputs\` for a \`workflow_dispatch\` event`);
  }
  if (JSON.stringify(sent).length > longestPayload) {
    throw new ApiProblem(422, `inputs are too large (at most ${longestPayload} characters in all)`);
  }
  const unexpected = keys.filter((key) => !target.inputs.has(key));
  if (unexpected.length > 0) throw new ApiProblem(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  const resolved: Record<string, string> = {};
  for (const [key, input] of target.inputs) {
    const value = sent[key];
    if (value !== undefined && value !== null && typeof value === 'object') {
      throw new ApiProblem(422, `Input '${key}' must be a string, a number or a boolean`);
    }
    const text = value === undefined || value === null ? input.fallback : String(value);
    if (text === undefined || (input.required && text === '')) {
      if (input.required) throw new ApiProblem(422, `Required input '${key}' not provided`);
      resolved[key] = input.type === 'boolean' ? 'false' : '';
      continue;
    }
    if (input.type === 'boolean' && text !== 'true' && text !== 'false') {
      throw new ApiProblem(422, `Provided value '${text}' for input '${key}' is not a boolean`);
    }
    if (input.type === 'choice' && !input.options.includes(text)) {
      throw new ApiProblem(422, `Provided value '${text}' for input '${key}' not in the list of allowed values`);
    }
    resolved[key] = text;
  }
  return resolved;
}

function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
