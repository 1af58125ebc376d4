import { FlowError } from '../core/errors.ts';
import type { Flow } from '../core/flow.ts';
import { checkName } from '../core/names.ts';
import type { Job, Step, Workflow } from './model.ts';
import { outputsRead } from './steps.ts';

/** GitHub's limit for the inputs of `workflow_dispatch`. */
const MAX_INPUTS = 25;
/** Bytes of one workflow file. Ours; GitHub silently stops starting files of 512,000 bytes. */
const MAX_BYTES = 60 * 1024;
/** Characters of one string with an expression; GitHub's limit. */
const MAX_EXPRESSION = 21_000;

/** Five fields of digits and the signs between them. */
const CRON = /^[0-9*,/-]+( [0-9*,/-]+){4}$/;

/** Refuses a workflow that GitHub, or this project's own rules, would not accept. */
export function check(workflow: Workflow, flow: Flow): void {
  if (Object.values(workflow.triggers).every((trigger) => trigger === undefined))
    fail('on', 'nothing starts the workflow');
  for (const cron of workflow.triggers.schedule ?? []) {
    if (!CRON.test(cron)) fail('schedule', `${JSON.stringify(cron)} is no cron line of five fields`);
  }
  const inputs = Object.keys(workflow.triggers.workflow_dispatch?.inputs ?? {});
  if (inputs.length > MAX_INPUTS) fail('inputs', `${inputs.length} dispatch inputs, at most ${MAX_INPUTS}`);
  unique(
    'job',
    workflow.jobs.map((job) => job.id),
  );
  const checks = new Set(Object.keys(flow.gates).flatMap((gate) => [gate, checkName(flow.flow, gate)]));
  for (const job of workflow.jobs) {
    if (checks.has(job.id))
      fail(job.id, `job ${job.id} bears the name of a gate; anyone could mistake one for the other`);
    checkJob(job, workflow);
  }
}

function checkJob(job: Job, workflow: Workflow): void {
  unique(
    `step id of ${job.id}`,
    job.steps.flatMap((step) => step.id ?? []),
  );
  const before = workflow.jobs.slice(0, workflow.jobs.indexOf(job));
  for (const need of job.needs) {
    if (!before.some((one) => one.id === need)) fail(job.id, `needs ${need}, which is no job before it`);
  }
  for (const text of [job.if ?? '', ...job.steps.flatMap(texts)]) {
    if (text.length > MAX_EXPRESSION && text.includes('${{')) {
      fail(job.id, `a string with an expression has ${text.length} characters, at most ${MAX_EXPRESSION}`);
    }
    for (const read of outputsRead(text)) checkRead(job, read, before);
  }
  job.steps.forEach((step, index) => {
    checkPin(job, step);
    for (const text of texts(step)) checkStepReads(job, text, job.steps.slice(0, index));
  });
}

function checkRead(job: Job, read: string, before: readonly Job[]): void {
  const [id = '', output = ''] = read.split('.');
  if (!job.needs.includes(id)) fail(job.id, `reads an output of ${id} without needing it`);
  const outputs = before.find((one) => one.id === id)?.outputs ?? {};
  if (!Object.hasOwn(outputs, output))
    fail(job.id, `reads ${output} of ${id}, which gives ${Object.keys(outputs).join(', ')}`);
}

function checkStepReads(job: Job, text: string, before: readonly Step[]): void {
  for (const [, id = '', output = ''] of text.matchAll(/\bsteps\.([A-Za-z0-9_-]+)\.outputs\.([A-Za-z0-9_-]+)/g)) {
    const step = before.find((one) => one.id === id);
    if (step === undefined) fail(job.id, `reads an output of step ${id}, which is none before it`);
    if (step.definition !== undefined && !Object.hasOwn(step.definition.outputs, output)) {
      fail(job.id, `reads ${output} of ${id}, which gives ${Object.keys(step.definition.outputs).join(', ')}`);
    }
  }
}

function checkPin(job: Job, step: Step): void {
  if (!/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_./-]+@[0-9a-f]{40}$/.test(step.uses))
    fail(job.id, `${step.uses} is not pinned to a full sha`);
}

function texts(step: Step): string[] {
  return [step.if ?? '', ...Object.values(step.with).map(String)];
}

/** Refuses a file that is too large. */
export function checkSize(text: string): void {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) fail('file', `the workflow has ${bytes} bytes, at most ${MAX_BYTES}`);
}

/** Refuses two workflows of one file name. */
export function checkFiles(files: readonly string[]): void {
  unique('file', files);
}

function unique(what: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) fail(twice, `${what} ${twice} stands there twice`);
}

function fail(at: string, message: string): never {
  throw new FlowError('bad-config', message, {
    at,
    fix: 'change the flow, the profile or the options it is compiled from',
  });
}
