import { WorkflowError } from './errors.ts';
import type { InputModel } from './model.ts';

/** GitHub's limit on the inputs of one `workflow_dispatch`, in characters of their JSON. */
const MAX_INPUT_CHARACTERS = 65_535;

/** The inputs of a run: as strings for the event, and as the `inputs` context has them (booleans typed). */
export interface DispatchInputs {
  event: Record<string, string>;
  context: Record<string, string | boolean>;
}

/** Checks given inputs against the declared ones and fills in defaults; throws a WorkflowError with status 422, as GitHub answers. */
export function resolveInputs(
  declared: readonly InputModel[],
  given: Readonly<Record<string, string | number | boolean>>,
): DispatchInputs {
  const refuse = (message: string): never => {
    throw new WorkflowError('dispatch', message, { status: 422 });
  };
  if (declared.length > 25) refuse(`the workflow declares ${declared.length} inputs; GitHub allows 25`);
  const unknown = Object.keys(given).filter((name) => !declared.some((one) => one.name === name));
  if (unknown.length > 0) refuse(`Unexpected inputs provided: ${JSON.stringify(unknown)}`);
  const length = JSON.stringify(given).length;
  if (length > MAX_INPUT_CHARACTERS) refuse(`inputs are too large: ${length} of ${MAX_INPUT_CHARACTERS} characters`);

  const event: [string, string][] = [];
  const context: [string, string | boolean][] = [];
  for (const one of declared) {
    const value = Object.hasOwn(given, one.name) ? String(given[one.name]) : undefined;
    // GitHub takes an empty string for a missing value.
    if (one.required && one.default === undefined && (value ?? '') === '') {
      refuse(`Required input '${one.name}' not provided`);
    }
    const final = value ?? one.default ?? (one.type === 'boolean' ? 'false' : '');
    const allowed = one.type === 'boolean' ? ['true', 'false'] : one.type === 'choice' ? one.options : undefined;
    if (allowed !== undefined && !allowed.includes(final)) {
      refuse(
        `Provided value '${final}' for input '${one.name}' not in the list of allowed values: ${allowed.join(', ')}`,
      );
    }
    if (one.type === 'number' && final !== '' && !Number.isFinite(Number(final))) {
      refuse(`Provided value '${final}' for input '${one.name}' is not a number`);
    }
    event.push([one.name, final]);
    context.push([one.name, one.type === 'boolean' ? final === 'true' : final]);
  }
  return { event: Object.fromEntries(event), context: Object.fromEntries(context) };
}
