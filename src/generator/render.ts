import { commented, yamlText } from '../core/yaml-text.ts';
import type { Job, Step, Workflow } from './model.ts';

/** A workflow as YAML text. The same model gives the same bytes. */
export function render(workflow: Workflow): string {
  return `# ${workflow.header}\n${yamlText({
    name: workflow.name,
    'run-name': workflow.runName,
    on: { workflow_dispatch: { inputs: inputs(workflow) } },
    permissions: {},
    concurrency: {
      group: workflow.concurrency.group,
      ...(workflow.concurrency.queue ? { queue: 'max' } : { 'cancel-in-progress': false }),
    },
    jobs: Object.fromEntries(workflow.jobs.map((job) => [job.id, jobValue(job)])),
  })}`;
}

function inputs(workflow: Workflow) {
  return Object.fromEntries(
    Object.entries(workflow.inputs).map(([name, input]) => [name, { ...input, type: 'string' }]),
  );
}

function jobValue(job: Job) {
  return {
    needs: job.needs.length === 0 ? undefined : job.needs,
    if: job.if,
    'runs-on': job.runner,
    environment: job.environment,
    'timeout-minutes': job.timeout,
    permissions: job.permissions,
    outputs: Object.keys(job.outputs).length === 0 ? undefined : job.outputs,
    steps: job.steps.map(stepValue),
  };
}

function stepValue(step: Step) {
  return {
    id: step.id,
    name: step.name,
    if: step.if,
    uses: commented(step.uses, step.version),
    'timeout-minutes': step.timeout,
    with: Object.keys(step.with).length === 0 ? undefined : step.with,
  };
}
