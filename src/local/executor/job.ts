import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { data } from '@actions/expressions';

import type { Action, loadAction } from './action.ts';
import { createMasker } from './commands.ts';
import { githubContext, runnerContext, type RunFacts } from './environment.ts';
import { reason, WorkflowError } from './errors.ts';
import { evaluate, toData, toDictionary, truthy, type Scope, type Status } from './expressions.ts';
import { toRecord } from './file-commands.ts';
import { render, type JobModel, type StepModel, type Template, type Templates } from './model.ts';
import type { RunOptions } from './options.ts';
import { killMarked } from './process-tree.ts';
import type { JobResult, StepResult } from './result.ts';
import type { Conclusion } from './schedule.ts';
import { runStep } from './step.ts';

/** GitHub's limit on the outputs of a job, bytes. */
const MAX_OUTPUT_BYTES = 1_048_576;
/** GitHub's default job time-out, minutes. */
const DEFAULT_JOB_MINUTES = 360;
/** How long steps with `always()` may still run in a job that timed out, ms. */
const CANCEL_MS = 300_000;
const DEFAULT_LOG_CAP = 8 * 1024 * 1024;
const HOST_VARIABLES = ['PATH', 'HOME', 'LANG', 'TMPDIR'] as const;

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

/** Runs the steps of a job in order, in a fresh workspace; never throws for what a step does. */
export async function runJob(job: JobModel, input: JobInput): Promise<JobResult> {
  const begun = performance.now();
  const { options, facts, shared } = input;
  const masker = createMasker();
  const result: JobResult = {
    id: job.id,
    name: job.id,
    result: 'success',
    outputs: toRecord([]),
    startedMs: input.startedMs,
    durationMs: 0,
    steps: [],
    warnings: [],
  };
  const folder = join(options.dir, 'jobs', job.id);
  const [workspace, temp, logs, toolCache] = ['workspace', 'temp', 'logs', 'tools'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  for (const path of [workspace, join(temp, '_github_workflow'), logs, toolCache]) mkdirSync(path, { recursive: true });
  const eventPath = join(temp, '_github_workflow', 'event.json');
  writeFileSync(eventPath, JSON.stringify(shared.event, null, 2));

  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // GITHUB_ACTION and the like change per step; everything else of these two is the same for the whole job.
  const tracking = `bitnet-flow-${randomUUID()}`;
  try {
    const token = await options.mintToken(input.permissions);
    const secrets = { ...options.secrets, GITHUB_TOKEN: token };
    for (const secret of Object.values(secrets)) masker.add(secret);
    const github = githubContext(facts, job.id, workspace);
    const runner = runnerContext(temp, toolCache);
    const contexts = {
      github: toDictionary({ ...github, token, event: shared.event, event_path: eventPath }),
      inputs: shared.inputs,
      vars: shared.vars,
      needs: shared.needs,
      secrets: toDictionary(secrets),
      runner: toDictionary(runner),
    };
    const scope = (
      steps: readonly StepResult[],
      env: Record<string, string>,
      status: Conclusion,
      inIf?: Status,
    ): Scope => ({
      contexts: dictionary({
        ...contexts,
        steps: stepsContext(steps),
        env: toDictionary(env),
        job: toDictionary({ status }),
      }),
      status: inIf,
    });

    let env: Record<string, string> = toRecord([]);
    for (const [name, template] of input.workflowEnv) env[name] = render(template, scope([], {}, 'success'));
    for (const [name, template] of job.env) env[name] = render(template, scope([], env, 'success'));
    if (job.name !== undefined) result.name = render(job.name, scope([], env, 'success'));
    const minutes = number(job.timeoutMinutes, scope([], env, 'success'), 'timeout-minutes') ?? DEFAULT_JOB_MINUTES;
    timer = setTimeout(() => {
      result.result = 'cancelled';
      result.warnings.push(`The job has exceeded the maximum execution time of ${minutes} minutes.`);
      limit.abort();
    }, minutes * 60_000);
    const host = hostEnvironment(options.env ?? []);
    let paths: string[] = [];

    for (const [index, step] of job.steps.entries()) {
      if (input.signal.aborted) result.result = 'cancelled';
      const started = performance.now();
      const one = emptyStep(step, index);
      result.steps.push(one);
      const before = result.steps.slice(0, index);
      const stepEnv = { ...env };
      let continueOnError = false;
      try {
        for (const [name, value] of step.env) stepEnv[name] = render(value, scope(before, env, result.result));
        const status = {
          success: result.result === 'success',
          failure: result.result === 'failure',
          cancelled: result.result === 'cancelled',
        };
        // An abort from outside ends the run: unlike a cancelled run on GitHub, not even always() starts anything more.
        const inIf = scope(before, stepEnv, result.result, status);
        if (input.signal.aborted || !truthy(evaluate(step.condition, inIf))) {
          options.onStep?.({ phase: 'end', job: job.id, index, id: one.id, uses: step.uses, result: one });
          continue;
        }
        options.onStep?.({ phase: 'start', job: job.id, index, id: one.id, uses: step.uses });
        const here = scope(before, stepEnv, result.result);
        continueOnError = step.continueOnError !== undefined && render(step.continueOnError, here) === 'true';
        const timeoutMinutes = number(step.timeoutMinutes, here, 'timeout-minutes');
        const action = await input.loadAction(options.actions(step.uses), step.uses);
        one.name = step.name === undefined ? action.name : render(step.name, here);
        one.log = join(logs, `${index + 1}-${one.id}.log`);
        const output = await runStep({
          action,
          node: options.node ?? process.execPath,
          inputs: actionInputs(step, action, here, result.warnings),
          env: stepEnv,
          host,
          github,
          runner,
          extra: {
            ...actionNames(step, one.id),
            GITHUB_EVENT_PATH: eventPath,
            RUNNER_TRACKING_ID: tracking,
            RUNNER_WORKSPACE: folder,
          },
          paths,
          temp,
          workspace,
          log: one.log,
          logCap: options.logCap ?? DEFAULT_LOG_CAP,
          timeoutMs: timeoutMinutes === undefined || timeoutMinutes === 0 ? undefined : timeoutMinutes * 60_000,
          // Once the job's own limit has passed, only the time for cleaning up is left.
          signal: limit.signal.aborted
            ? AbortSignal.any([input.signal, AbortSignal.timeout(CANCEL_MS)])
            : AbortSignal.any([input.signal, limit.signal]),
          masker,
        });
        one.outcome = output.ended;
        one.exitCode = output.exitCode;
        one.annotations = output.annotations;
        one.summary = output.summary;
        one.outputs = toRecord(output.outputs);
        env = { ...env, ...toRecord(output.env) };
        paths = [...output.paths.reverse(), ...paths];
      } catch (error) {
        one.outcome = 'failure';
        one.annotations.push({ level: 'error', message: masker.apply(reason(error)) });
      }
      one.conclusion = one.outcome === 'failure' && continueOnError ? 'success' : one.outcome;
      one.durationMs = performance.now() - started;
      if (one.conclusion === 'cancelled' || (one.conclusion === 'failure' && result.result === 'success')) {
        result.result = one.conclusion;
      }
      options.onStep?.({ phase: 'end', job: job.id, index, id: one.id, uses: step.uses, result: one });
    }
    clearTimeout(timer);
    if (input.signal.aborted) result.result = 'cancelled';
    const last = scope(result.steps, env, result.result);
    result.outputs = jobOutputs(job, last, masker.apply, result.warnings);
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

function stepsContext(steps: readonly StepResult[]): data.Dictionary {
  const named = steps.filter((step) => !step.id.startsWith('__'));
  return dictionary(
    Object.fromEntries(
      named.map(({ id, outputs, outcome, conclusion }) => [id, toDictionary({ outputs, outcome, conclusion })]),
    ),
  );
}

function dictionary(fields: Record<string, data.ExpressionData>): data.Dictionary {
  return new data.Dictionary(...Object.entries(fields).map(([key, value]) => ({ key, value })));
}

function number(template: Template | undefined, scope: Scope, key: string): number | undefined {
  if (template === undefined) return undefined;
  const text = render(template, scope);
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0) || value === Infinity) {
    throw new WorkflowError('workflow', `${key} is "${text}"; a number of minutes is expected`);
  }
  return value;
}

function actionInputs(step: StepModel, action: Action, scope: Scope, warnings: string[]): Record<string, string> {
  const given = step.with.map(([name, value]): [string, string] => [name.toLowerCase(), render(value, scope)]);
  const known = action.inputs.map((one) => one.name.toLowerCase());
  const unknown = given.map(([name]) => name).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    warnings.push(
      `${step.uses}: Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${known.join("', '")}']`,
    );
  }
  const inputs = toRecord(given);
  for (const one of action.inputs) {
    const name = one.name.toLowerCase();
    if (name in inputs) continue;
    if (one.required && one.default === undefined)
      warnings.push(`${step.uses}: required input '${one.name}' is missing`);
    inputs[name] = inputDefault(one.default ?? '', scope);
  }
  return inputs;
}

// Defaults come as text from action.yml: either one whole expression, such as ${{ github.token }}, or plain text.
function inputDefault(text: string, scope: Scope): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression.trim(), scope).coerceString(),
  );
}

function actionNames(step: StepModel, id: string): Record<string, string> {
  const [path = '', ref = ''] = step.uses.split('@');
  const repository = path.split('/').slice(0, 2).join('/');
  return {
    GITHUB_ACTION: step.id ?? `__${repository.replaceAll('/', '_')}${id}`,
    GITHUB_ACTION_REPOSITORY: repository,
    GITHUB_ACTION_REF: ref,
  };
}

function jobOutputs(
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

function hostEnvironment(names: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of [...HOST_VARIABLES, ...names]) {
    const value = process.env[name];
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** The value of `needs` for a job, from the results of the jobs it names. */
export function needsContext(needs: readonly string[], results: ReadonlyMap<string, JobResult>): data.Dictionary {
  return dictionary(
    Object.fromEntries(
      needs.flatMap((id) => {
        const found = results.get(id);
        return found === undefined ? [] : [[id, toData({ result: found.result, outputs: found.outputs })]];
      }),
    ),
  );
}
