import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { createActLog, type ActLog } from './act-log.ts';
import { stageActions, stageNode } from './act-stage.ts';
import { actWorkflow, REPORT_USES, type Report } from './act-workflow.ts';
import { reason, WorkflowError } from './errors.ts';
import { givenEvent } from './event.ts';
import { toRecord } from './file-commands.ts';
import { parseModel, type JobModel, type WorkflowModel } from './model.ts';
import type { RunOptions } from './options.ts';
import { runProcess } from './process.ts';
import type { JobResult, RunResult, StepResult } from './result.ts';
import { previewRun } from './run-workflow.ts';
import { runConclusion, type Conclusion } from './schedule.ts';

/** The version of act this was written against; its log format and its traps change between versions. */
export const ACT_VERSION = '0.2.87';

/**
 * Runs a workflow under act in host mode and returns what runWorkflow returns, as far as act knows it: results and
 * outputs of jobs, outcomes and outputs of steps; no start times of jobs and no exit codes.
 *
 * How act 0.2.87 differs from GitHub, and what is done about it here:
 * - It ignores concurrency, permissions and environments. One token serves the run, with the union of the jobs' permissions.
 * - It reads `.actrc`, `.env`, `.secrets`, `.vars` and `.input` from where it stands and from HOME: it gets empty folders.
 * - Everything in its own environment reaches every step, and `-s NAME=VALUE` is visible to every process: secrets and
 *   vars go by files (YAML, because its dotenv reader expands `$` in values).
 * - `github.sha` comes from `SHA_REF`, not from `GITHUB_SHA`; without it act asks the git repository it stands in.
 * - actions/checkout is skipped (the working folder is copied instead) unless `--no-skip-checkout` is given; then
 *   `--local-repository actions/checkout@SHA` is honoured as for any other action.
 * - Outputs of a skipped job keep the raw text of their expressions, and its log has no job outputs: see actWorkflow.
 * - It packs the whole repository of an action again for every step: see stageActions.
 * - It starts the `node` of PATH for node20 and node24 alike: see stageNode.
 * - Defaults of dispatch inputs are not in `github.event.inputs`: the event file holds all inputs.
 * - In a heredoc of GITHUB_OUTPUT leading empty lines and carriage returns are lost.
 * - Values from GITHUB_ENV are searched for expressions again: never put untrusted text there (GitHub does not do this).
 * - Steps run on a pseudo terminal: tools may colour their output.
 * - `timeout-minutes` of a job does nothing, that of a step takes whole minutes only.
 * - A cache server is started on the outward address unless `--no-cache-server` is given.
 */
export async function runWithAct(given: RunOptions & { act?: string }): Promise<RunResult> {
  const options = { ...given, dir: resolve(given.dir) };
  const act = options.act ?? 'act';
  await checkAct(act);
  const model = parseModel(options.source, options.file);
  const { title, group } = previewRun(options);
  const dirs = await folders(options.dir);
  const { source, reports } = actWorkflow(options.source, model, (at) => join(dirs.reports, `${at}.json`));
  const args = await prepare(options, model, source, dirs);

  const log = createActLog();
  const file = createWriteStream(join(options.dir, 'act.log'));
  const end = await runProcess({
    file: act,
    args,
    cwd: dirs.work,
    env: await environment(options, dirs),
    timeoutMs: undefined,
    signal: options.signal ?? new AbortController().signal,
    onLine: (line) => {
      file.write(`${line}\n`);
      log.read(line);
    },
  });
  await new Promise((done) => file.end(done));
  if (end.ended === 'spawn-error') throw new WorkflowError('runner', `cannot start act: ${end.message ?? ''}`);
  const known = await readReports(reports, end.ended === 'abort');
  const jobs = model.jobs.map((job) => jobResult(job, known.get(job.id), log));
  if (known.size === 0 && end.ended !== 'abort') {
    const why = log.errors.join('; ') || `exit code ${String(end.exitCode)}`;
    throw new WorkflowError('runner', `act ended before it could report its jobs: ${why}; see ${options.dir}/act.log`);
  }
  return {
    title,
    concurrency: group === undefined ? undefined : { group },
    conclusion: runConclusion(jobs.map((job) => job.result)),
    jobs,
  };
}

type Folders = Record<'home' | 'cache' | 'config' | 'work' | 'reports' | 'repositories' | 'bin' | 'tmp', string>;

async function folders(dir: string): Promise<Folders> {
  const names = ['home', 'cache', 'config', 'work', 'reports', 'repositories', 'bin', 'tmp'] as const;
  const entries = names.map((name): [string, string] => [name, join(dir, 'act', name)]);
  for (const [, path] of entries) await mkdir(path, { recursive: true });
  return Object.fromEntries(entries) as Folders;
}

/** Refuses an act that is absent or of another version: its log format and its traps change between versions. */
export async function checkAct(act: string): Promise<void> {
  const found = await promisify(execFile)(act, ['--version']).then(
    ({ stdout }) => stdout.trim(),
    (error: unknown) => reason(error),
  );
  if (found === `act version ${ACT_VERSION}`) return;
  throw new WorkflowError(
    'runner',
    `the runner "${act}" must be act ${ACT_VERSION}, found: ${found}. ` +
      `Install it with: go install -tags WITHOUT_DOCKER github.com/nektos/act@v${ACT_VERSION}`,
  );
}

async function prepare(options: RunOptions, model: WorkflowModel, source: string, dirs: Folders): Promise<string[]> {
  const at = (name: string): string => join(options.dir, 'act', name);
  const token = await options.mintToken(unionOfPermissions(model));
  await writeFile(at('workflow.yml'), source);
  await writeFile(at('event.json'), JSON.stringify(givenEvent(options, model).payload));
  // JSON is YAML, and act reads a file by its suffix.
  await writeFile(at('secrets.yml'), JSON.stringify({ ...options.secrets, GITHUB_TOKEN: token }), { mode: 0o600 });
  await writeFile(at('vars.yml'), JSON.stringify(options.vars));
  const uses = [...new Set(model.jobs.flatMap((job) => job.steps.map((step) => step.uses)))];
  const repositories = await stageActions(
    uses,
    (name) => options.actions(name),
    REPORT_USES,
    options.urls.server,
    dirs.repositories,
  );
  const env = {
    HOME: process.env['HOME'] ?? dirs.home,
    GITHUB_REPOSITORY: options.repository,
    GITHUB_REPOSITORY_OWNER: options.repository.split('/')[0] ?? '',
    GITHUB_REF: options.ref,
    SHA_REF: options.sha,
    GITHUB_RUN_ID: String(options.runId),
    GITHUB_RUN_NUMBER: String(options.runNumber ?? 1),
    GITHUB_RUN_ATTEMPT: String(options.runAttempt ?? 1),
    GITHUB_TRIGGERING_ACTOR: options.event.actor,
    GITHUB_SERVER_URL: options.urls.server,
    GITHUB_API_URL: options.urls.api,
    GITHUB_GRAPHQL_URL: options.urls.graphql,
  };
  return [
    options.event.name,
    ...['-W', at('workflow.yml'), '-e', at('event.json'), '-a', options.event.actor],
    ...['-P', 'ubuntu-latest=-self-hosted', '-C', dirs.work],
    ...['--secret-file', at('secrets.yml'), '--var-file', at('vars.yml')],
    ...['--action-cache-path', join(dirs.cache, 'actions'), '--no-cache-server', '--no-skip-checkout', '--json'],
    ...['--rm', '--concurrent-jobs', String(options.parallel ?? 0)],
    ...repositories.flatMap((one) => ['--local-repository', one]),
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ];
}

async function environment(options: RunOptions, dirs: Folders): Promise<Record<string, string>> {
  const bin = await stageNode(options.node ?? process.execPath, dirs.bin);
  const result: Record<string, string> = {
    PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    HOME: dirs.home,
    XDG_CACHE_HOME: dirs.cache,
    XDG_CONFIG_HOME: dirs.config,
    TMPDIR: process.env['TMPDIR'] ?? dirs.tmp,
  };
  for (const name of ['LANG', ...(options.env ?? [])]) {
    const value = process.env[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function unionOfPermissions(model: WorkflowModel): Record<string, string> {
  const rank = ['none', 'read', 'write'];
  const union: Record<string, string> = {};
  for (const permissions of [model.permissions, ...model.jobs.map((job) => job.permissions)]) {
    for (const [scope, level] of Object.entries(permissions ?? {})) {
      if (rank.indexOf(level) > rank.indexOf(union[scope] ?? 'none')) union[scope] = level;
    }
  }
  return union;
}

interface Known {
  result: Conclusion;
  outputs: Record<string, string>;
}

async function readReports(reports: readonly Report[], aborted: boolean): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const report of reports) {
    let inputs: Record<string, string>;
    try {
      inputs = JSON.parse(await readFile(report.file, 'utf8')) as Record<string, string>;
    } catch {
      if (aborted) known.set(report.job, { result: 'cancelled', outputs: {} });
      continue;
    }
    const result = inputs['INPUT_RESULT'];
    const outputs = report.outputs.map((name, at): [string, string] => [name, inputs[`INPUT_O${at}`] ?? '']);
    known.set(report.job, {
      result: result === 'success' || result === 'skipped' ? result : 'failure',
      outputs: toRecord(outputs.filter(([, value]) => value !== '')),
    });
  }
  return known;
}

function jobResult(job: JobModel, known: Known | undefined, log: ActLog): JobResult {
  const steps = job.steps.map((step, at): StepResult => {
    // act names a step without an id by its position.
    const found = log.step(job.id, step.id ?? String(at));
    const outcome = found?.outcome ?? 'skipped';
    return {
      id: step.id ?? `__${at + 1}`,
      uses: step.uses,
      name: step.name !== undefined && 'literal' in step.name ? step.name.literal : step.uses,
      outcome,
      conclusion: outcome === 'failure' && found?.continued === true ? 'success' : outcome,
      outputs: found?.outputs ?? toRecord([]),
      exitCode: undefined,
      durationMs: found?.durationMs ?? 0,
      annotations: found?.annotations ?? [],
      summary: found?.summary ?? '',
      log: found?.lines.join('\n') ?? '',
    };
  });
  return {
    id: job.id,
    name: job.name !== undefined && 'literal' in job.name ? job.name.literal : job.id,
    result: known?.result ?? 'failure',
    outputs: known?.outputs ?? toRecord([]),
    startedMs: 0,
    durationMs: steps.reduce((sum, step) => sum + step.durationMs, 0),
    steps: known?.result === 'skipped' ? [] : steps,
    warnings: known === undefined ? ['act did not report this job'] : [],
  };
}
