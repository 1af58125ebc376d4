import { commented, yamlText } from '../core/yaml-text.ts';
import type { DispatchInputs, Job, Step, Triggers, Workflow } from './model.ts';

/** A workflow as YAML text. The same model gives the same bytes. */
export function render(workflow: Workflow): string {
  return `# ${workflow.header}\n${yamlText({
    name: workflow.name,
    'run-name': workflow.runName,
    on: triggers(workflow.triggers),
    permissions: {},
    concurrency: concurrency(workflow.concurrency),
    jobs: Object.fromEntries(workflow.jobs.map((job) => [job.id, jobValue(job)])),
  })}`;
}

function concurrency(one: Workflow['concurrency']) {
  if (one === undefined) return undefined;
  const { group, queue, cancel = false } = one;
  return { group, ...(queue ? { queue: 'max' } : { 'cancel-in-progress': cancel }) };
}

function triggers({ workflow_dispatch: dispatch, schedule, issue_comment: comment, pull_request, issues }: Triggers) {
  return {
    schedule: schedule?.map((cron) => ({ cron })),
    issue_comment: comment === undefined ? undefined : { types: comment.types },
    pull_request,
    issues,
    workflow_dispatch: dispatch === undefined ? undefined : dispatchValue(dispatch.inputs),
  };
}

/** Without inputs the trigger is its bare name. */
function dispatchValue(declared: DispatchInputs) {
  return Object.keys(declared).length === 0 ? {} : { inputs: inputs(declared) };
}

function inputs(declared: DispatchInputs) {
  return Object.fromEntries(Object.entries(declared).map(([name, input]) => [name, { ...input, type: 'string' }]));
}

function jobValue(job: Job) {
  return {
    needs: job.needs.length === 0 ? undefined : job.needs,
    if: job.if,
    'runs-on': job.runner,
    environment: job.environment,
    concurrency: concurrency(job.concurrency),
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
