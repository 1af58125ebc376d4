import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { data } from '@actions/expressions';

import { actionInputs, actionNames } from './action-inputs.ts';
import type { loadAction } from './action.ts';
import { createMasker, type Masker } from './commands.ts';
import { dictionary, stepsContext } from './contexts.ts';
import { githubContext, hostEnvironment, runnerContext, type RunFacts } from './environment.ts';
import { reason, WorkflowError } from './errors.ts';
import { evaluate, toDictionary, truthy, type Scope, type Status, type Value } from './expressions.ts';
import { toRecord } from './file-commands.ts';
import { jobOutputs } from './job-outputs.ts';
import { render, type JobModel, type StepModel, type Template, type Templates } from './model.ts';
import type { RunOptions } from './options.ts';
import { killMarked } from './process-tree.ts';
import type { JobResult, StepResult } from './result.ts';
import { runStep } from './step.ts';

/** GitHub's default job time-out, minutes. */
const DEFAULT_JOB_MINUTES = 360;
/** How long steps with `always()` may still run in a job that timed out, ms. */
const CANCEL_MS = 300_000;
const DEFAULT_LOG_CAP = 8 * 1024 * 1024;

/** What a job gets from the run. */
export interface JobInput {
  options: RunOptions;
  facts: RunFacts;
  loadAction: typeof loadAction;
  workflowEnv: Templates;
  permissions: Record<string, string>;
  /** Values of the contexts inputs, vars, needs and of github.event. */
  shared: { inputs: data.Dictionary; vars: data.Dictionary; needs: data.Dictionary; event: Record<string, unknown> };
  signal: AbortSignal;
  startedMs: number;
}

/** A job that runs: what is the same for all its steps, and what they change. */
interface RunningJob {
  input: JobInput;
  result: JobResult;
  folders: Folders;
  masker: Masker;
  contexts: Record<string, Value>;
  fixed: { host: Record<string, string>; github: Record<string, string>; runner: Record<string, string> };
  extra: Record<string, string>;
  limit: AbortSignal;
  env: Record<string, string>;
  paths: string[];
}

/** Runs the steps of a job in order, in a fresh workspace; never throws for what a step does. */
export async function runJob(model: JobModel, input: JobInput): Promise<JobResult> {
  const begun = performance.now();
  const result = emptyJob(model.id, input.startedMs);
  result.result = 'success';
  const masker = createMasker();
  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tracking = `bitnet-flow-${randomUUID()}`;
  try {
    const job = await openJob(model, input, { result, masker, tracking, limit: limit.signal });
    for (const [name, value] of [...input.workflowEnv, ...model.env]) job.env[name] = render(value, scope(job));
    if (model.name !== undefined) result.name = render(model.name, scope(job));
    const minutes = number(model.timeoutMinutes, scope(job), 'timeout-minutes') ?? DEFAULT_JOB_MINUTES;
    timer = setTimeout(() => {
      result.result = 'cancelled';
      result.warnings.push(`The job has exceeded the maximum execution time of ${minutes} minutes.`);
      limit.abort();
    }, minutes * 60_000);
    for (const [index, step] of model.steps.entries()) await visitStep(job, step, index);
    if (input.signal.aborted) result.result = 'cancelled';
    result.outputs = jobOutputs(model, scope(job), masker.apply, result.warnings);
  } catch (error) {
    if (result.result === 'success') result.result = 'failure';
    result.warnings.push(masker.apply(reason(error)));
  } finally {
    clearTimeout(timer);
    if (result.steps.some((step) => step.log !== '')) killMarked(`RUNNER_TRACKING_ID=${tracking}`);
  }
  result.durationMs = performance.now() - begun;
  return result;
}

/** A job of which nothing has run: skipped, until something else is known. */
export function emptyJob(id: string, startedMs: number): JobResult {
  return {
    id,
    name: id,
    result: 'skipped',
    outputs: toRecord([]),
    startedMs,
    durationMs: 0,
    steps: [],
    warnings: [],
  };
}

type Folders = Record<'root' | 'workspace' | 'temp' | 'logs' | 'tools', string>;

async function openJob(
  model: JobModel,
  input: JobInput,
  given: { result: JobResult; masker: Masker; tracking: string; limit: AbortSignal },
): Promise<RunningJob> {
  const { options, facts, shared } = input;
  const root = join(options.dir, 'jobs', model.id);
  const at = (name: string): string => join(root, name);
  const folders: Folders = { root, workspace: at('workspace'), temp: at('temp'), logs: at('logs'), tools: at('tools') };
  const eventFolder = join(folders.temp, '_github_workflow');
  for (const path of [...Object.values(folders), eventFolder]) mkdirSync(path, { recursive: true });
  const eventPath = join(eventFolder, 'event.json');
  writeFileSync(eventPath, JSON.stringify(shared.event, null, 2));

  const token = await options.mintToken(input.permissions);
  const secrets = { ...options.secrets, GITHUB_TOKEN: token };
  for (const secret of Object.values(secrets)) given.masker.add(secret);
  const github = githubContext(facts, model.id, folders.workspace);
  const runner = runnerContext(folders.temp, folders.tools);
  const { inputs, vars, needs } = shared;
  return {
    input,
    folders,
    result: given.result,
    masker: given.masker,
    limit: given.limit,
    contexts: {
      github: toDictionary({ ...github, token, event: shared.event, event_path: eventPath }),
      inputs,
      vars,
      needs,
      secrets: toDictionary(secrets),
      runner: toDictionary(runner),
    },
    fixed: { host: hostEnvironment(options.env ?? []), github, runner },
    extra: { GITHUB_EVENT_PATH: eventPath, RUNNER_TRACKING_ID: given.tracking, RUNNER_WORKSPACE: root },
    env: toRecord([]),
    paths: [],
  };
}

function scope(job: RunningJob, env = job.env, status?: Status): Scope {
  const contexts = {
    ...job.contexts,
    steps: stepsContext(job.result.steps),
    env: toDictionary(env),
    job: toDictionary({ status: job.result.result }),
  };
  return { contexts: dictionary(contexts), status };
}

async function visitStep(job: RunningJob, step: StepModel, index: number): Promise<void> {
  const { result, input, masker } = job;
  const { options, signal } = input;
  if (signal.aborted) result.result = 'cancelled';
  const begun = performance.now();
  const one = emptyStep(step, index);
  const event = { job: result.id, index, id: one.id, uses: step.uses };
  let continueOnError = false;
  try {
    const env = { ...job.env };
    for (const [name, value] of step.env) env[name] = render(value, scope(job));
    const status = {
      success: result.result === 'success',
      failure: result.result === 'failure',
      cancelled: result.result === 'cancelled',
    };
    // An abort from outside ends the run: unlike a cancelled run on GitHub, not even always() starts anything more.
    if (!signal.aborted && truthy(evaluate(step.condition, scope(job, env, status)))) {
      options.onStep?.({ phase: 'start', ...event });
      const here = scope(job, env);
      continueOnError = step.continueOnError !== undefined && render(step.continueOnError, here) === 'true';
      await performStep(job, step, one, here, env, `${index + 1}-${one.id}.log`);
    }
  } catch (error) {
    one.outcome = 'failure';
    one.annotations.push({ level: 'error', message: masker.apply(reason(error)) });
  }
  one.conclusion = one.outcome === 'failure' && continueOnError ? 'success' : one.outcome;
  if (one.outcome !== 'skipped') one.durationMs = performance.now() - begun;
  if (one.conclusion === 'cancelled' || (one.conclusion === 'failure' && result.result === 'success')) {
    result.result = one.conclusion;
  }
  result.steps.push(one);
  options.onStep?.({ phase: 'end', ...event, result: one });
}

async function performStep(
  job: RunningJob,
  step: StepModel,
  one: StepResult,
  here: Scope,
  env: Record<string, string>,
  log: string,
): Promise<void> {
  const { input, folders, limit } = job;
  const { options } = input;
  const minutes = number(step.timeoutMinutes, here, 'timeout-minutes') ?? 0;
  const action = await input.loadAction(options.actions(step.uses), step.uses);
  one.name = step.name === undefined ? action.name : render(step.name, here);
  one.log = join(folders.logs, log);
  const output = await runStep({
    ...job.fixed,
    action,
    node: options.node ?? process.execPath,
    inputs: actionInputs(step, action, here, job.result.warnings),
    env,
    extra: { ...job.extra, ...actionNames(step, one.id) },
    paths: job.paths,
    temp: folders.temp,
    workspace: folders.workspace,
    log: one.log,
    logCap: options.logCap ?? DEFAULT_LOG_CAP,
    timeoutMs: minutes === 0 ? undefined : minutes * 60_000,
    // Once the job's own limit has passed, only the time for cleaning up is left.
    signal: AbortSignal.any([input.signal, limit.aborted ? AbortSignal.timeout(CANCEL_MS) : limit]),
    masker: job.masker,
  });
  one.outcome = output.ended;
  one.exitCode = output.exitCode;
  one.annotations = output.annotations;
  one.summary = output.summary;
  one.outputs = toRecord(output.outputs);
  job.env = { ...job.env, ...toRecord(output.env) };
  job.paths = [...output.paths.reverse(), ...job.paths];
}

function emptyStep(step: StepModel, index: number): StepResult {
  return {
    id: step.id ?? `__${index + 1}`,
    uses: step.uses,
    name: step.name !== undefined && 'literal' in step.name ? step.name.literal : step.uses,
    outcome: 'skipped',
    conclusion: 'skipped',
    outputs: toRecord([]),
    exitCode: undefined,
    durationMs: 0,
    annotations: [],
    summary: '',
    log: '',
  };
}

function number(template: Template | undefined, given: Scope, key: string): number | undefined {
  if (template === undefined) return undefined;
  const text = render(template, given);
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0) || value === Infinity) {
    throw new WorkflowError('workflow', `${key} is "${text}"; a number of minutes is expected`);
  }
  return value;
}
