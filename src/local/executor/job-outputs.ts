import { WorkflowError } from './errors.ts';
import type { Scope } from './expressions.ts';
import { toRecord } from './file-commands.ts';
import { render, type JobModel } from './model.ts';

/** GitHub's limit on the outputs of a job, bytes. */
const MAX_OUTPUT_BYTES = 1_048_576;

/** The outputs of a job at its end; throws a WorkflowError that names the one that is over the limit. */
export function jobOutputs(
  job: JobModel,
  scope: Scope,
  mask: (text: string) => string,
  warnings: string[],
): Record<string, string> {
  const outputs = toRecord([]);
  let bytes = 0;
  for (const [name, template] of job.outputs) {
    const value = render(template, scope);
    // GitHub drops an output that is empty or holds a secret.
    if (value === '') continue;
    if (mask(value) !== value) {
      warnings.push(`Skip output '${name}' since it may contain secret.`);
      continue;
    }
    bytes += Buffer.byteLength(value);
    if (bytes > MAX_OUTPUT_BYTES) {
      throw new WorkflowError('runner', `outputs of job "${job.id}" exceed ${MAX_OUTPUT_BYTES} bytes at "${name}"`);
    }
    outputs[name] = value;
  }
  return outputs;
}
