import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

import { createActionLoader } from './action.ts';
import { dictionary, needsContext } from './contexts.ts';
import { givenEvent } from './event.ts';
import { githubContext, type RunFacts } from './environment.ts';
import { reason, WorkflowError } from './errors.ts';
import { evaluate, toDictionary, truthy, type Scope, type Value } from './expressions.ts';
import { emptyJob, runJob } from './job.ts';
import { parseModel, render, type JobModel, type Template } from './model.ts';
import type { RunOptions } from './options.ts';
import type { JobResult, RunResult } from './result.ts';
import { jobStatus, readyJobs, runConclusion, type Conclusion } from './schedule.ts';

/** The token of a job in a workflow that says nothing about permissions: GitHub's restricted default. */
const DEFAULT_PERMISSIONS = { contents: 'read', packages: 'read' };

/**
 * Runs a workflow as its event would, jobs in parallel as far as their needs allow, every step a process of
 * its own. Throws a WorkflowError, before anything runs, for a file or inputs that GitHub or this executor refuses.
 */
export async function runWorkflow(given: RunOptions): Promise<RunResult> {
  const begun = performance.now();
  const options = { ...given, dir: resolve(given.dir) };
  const model = parseModel(options.source, options.file);
  const { inputs, payload: event } = givenEvent(options, model);
  const used = new Set(model.jobs.flatMap((job) => job.steps.map((step) => step.uses)));
  for (const uses of used) resolvable(options, uses);

  // A workspace is fresh, or nothing that a step finds in it can be relied on.
  if (existsSync(join(options.dir, 'jobs'))) {
    throw new WorkflowError('runner', `${options.dir} holds an earlier run; give every run a folder of its own`);
  }
  const load = createActionLoader();
  const facts = runFacts(options, model.name);
  const shared = { inputs: toDictionary(inputs), vars: toDictionary(options.vars), event };
  const github = toDictionary({ ...githubContext(facts, '', ''), event });
  const { title, group } = previewRun(options);
  const result: RunResult = {
    title,
    concurrency: group === undefined ? undefined : { group },
    conclusion: 'success',
    jobs: [],
  };

  // A callback or the disk may fail while jobs run: nothing may outlive the run then.
  const broken = new AbortController();
  const signal = AbortSignal.any([broken.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const results = new Map<string, JobResult>();
  const conclusions = new Map<string, Conclusion>();
  const started = new Set<string>();
  const running = new Set<Promise<void>>();
  const parallel = Math.max(1, options.parallel ?? availableParallelism());
  const finish = (job: JobResult): void => {
    results.set(job.id, job);
    conclusions.set(job.id, job.result);
    options.onJob?.({ phase: 'end', job: job.id, result: job });
  };
  const start = async (job: JobModel): Promise<void> => {
    const startedMs = performance.now() - begun;
    const ended = (conclusion: Conclusion, warnings: string[] = []): void =>
      finish({ ...emptyJob(job.id, startedMs), result: conclusion, warnings });
    if (signal.aborted) return ended('cancelled');
    const needs = needsContext(job.needs, results);
    try {
      const scope = scopeOf({ github, inputs: shared.inputs, vars: shared.vars, needs });
      scope.status = jobStatus(job.id, model.jobs, conclusions, signal.aborted);
      if (!truthy(evaluate(job.condition, scope))) return ended('skipped');
    } catch (error) {
      return ended('failure', [reason(error)]);
    }
    options.onJob?.({ phase: 'start', job: job.id });
    const permissions = job.permissions ?? model.permissions ?? DEFAULT_PERMISSIONS;
    finish(
      await runJob(job, {
        options,
        facts,
        loadAction: load,
        workflowEnv: model.env,
        permissions,
        shared: { ...shared, needs },
        signal,
        startedMs,
      }),
    );
  };

  try {
    while (results.size < model.jobs.length) {
      for (const job of readyJobs(model.jobs, conclusions, started)) {
        if (running.size >= parallel) break;
        started.add(job.id);
        const run: Promise<void> = start(job).finally(() => running.delete(run));
        running.add(run);
      }
      await Promise.race(running);
    }
  } catch (error) {
    broken.abort();
    await Promise.allSettled(running);
    throw error;
  }
  result.jobs = model.jobs.flatMap((job) => results.get(job.id) ?? []);
  result.conclusion = runConclusion(result.jobs.map((job) => job.result));
  return result;
}

/** The title and concurrency group a dispatch gets, before it runs. */
export function previewRun(options: RunOptions): { title: string; group: string | undefined } {
  const model = parseModel(options.source, options.file);
  const { inputs, payload: event } = givenEvent(options, model);
  const github = toDictionary({ ...githubContext(runFacts(options, model.name), '', ''), event });
  const scope = scopeOf({ github, inputs: toDictionary(inputs), vars: toDictionary(options.vars) });
  const title = text(model.runName, scope)?.trim() ?? '';
  return { title: title === '' ? model.name : title, group: text(model.group, scope) };
}

function resolvable(options: RunOptions, uses: string): void {
  try {
    options.actions(uses);
  } catch (error) {
    throw new WorkflowError('action', `uses: ${uses}: ${reason(error)}`, { cause: error });
  }
}

function runFacts(options: RunOptions, workflow: string): RunFacts {
  const { file, repository, sha, ref, urls } = options;
  return {
    workflow,
    file,
    eventName: options.event.name,
    actor: options.event.actor,
    repository,
    sha,
    ref,
    urls,
    runId: String(options.runId),
    runNumber: String(options.runNumber ?? 1),
    runAttempt: String(options.runAttempt ?? 1),
  };
}

function text(template: Template | undefined, scope: Scope): string | undefined {
  return template === undefined ? undefined : render(template, scope);
}

function scopeOf(contexts: Record<string, Value>): Scope {
  return { contexts: dictionary(contexts) };
}
