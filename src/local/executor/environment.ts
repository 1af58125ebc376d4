import { WorkflowError } from './errors.ts';

/** A string that execve takes, name, `=` and final NUL included: 32 pages on Linux. */
export const MAX_ENVIRONMENT_BYTES = 131_072;

/** What a run is about: the fields of the `github` context that do not change between jobs. */
export interface RunFacts {
  workflow: string;
  file: string;
  eventName: string;
  actor: string;
  repository: string;
  sha: string;
  ref: string;
  runId: string;
  runNumber: string;
  runAttempt: string;
  urls: { server: string; api: string; graphql: string };
}

/** The `github` context of a job, without `event` and `token`. */
export function githubContext(run: RunFacts, job: string, workspace: string): Record<string, string> {
  const workflowRef = `${run.repository}/${run.file}@${run.ref}`;
  return {
    event_name: run.eventName,
    actor: run.actor,
    triggering_actor: run.actor,
    repository: run.repository,
    repository_owner: run.repository.split('/')[0] ?? '',
    sha: run.sha,
    ref: run.ref,
    ref_name: run.ref.replace(/^refs\/(heads|tags)\//, ''),
    ref_type: run.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    base_ref: '',
    head_ref: '',
    run_id: run.runId,
    run_number: run.runNumber,
    run_attempt: run.runAttempt,
    retention_days: '90',
    workflow: run.workflow,
    workflow_ref: workflowRef,
    workflow_sha: run.sha,
    workspace,
    server_url: run.urls.server,
    api_url: run.urls.api,
    graphql_url: run.urls.graphql,
    job,
  };
}

/** The `runner` context of a job. */
export function runnerContext(temp: string, toolCache: string): Record<string, string> {
  const os = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? process.platform;
  const arch = { x64: 'X64', arm64: 'ARM64', ia32: 'X86', arm: 'ARM' }[process.arch as string] ?? process.arch;
  return { name: 'bitnet-flow', os, arch, temp, tool_cache: toolCache, environment: 'self-hosted', debug: '' };
}

/** The environment of one step's process. */
export interface StepEnvironment {
  /** From the host: PATH and what the options name. */
  host: Readonly<Record<string, string>>;
  /** `env` of workflow, job and step, and what earlier steps wrote to GITHUB_ENV. */
  env: Readonly<Record<string, string>>;
  inputs: Readonly<Record<string, string>>;
  github: Readonly<Record<string, string>>;
  runner: Readonly<Record<string, string>>;
  /** GITHUB_OUTPUT and the other files, GITHUB_EVENT_PATH, GITHUB_ACTION. */
  files: Readonly<Record<string, string>>;
  /** Folders that earlier steps put in front of PATH by GITHUB_PATH, newest first. */
  paths: readonly string[];
}

/** The variables of a step's process; GITHUB_* and RUNNER_* win over everything a workflow sets. Throws when one is too long to start. */
export function stepEnvironment(from: StepEnvironment): Record<string, string> {
  const result: Record<string, string> = { ...from.host, CI: 'true', ...from.env, GITHUB_ACTIONS: 'true' };
  for (const [name, value] of Object.entries(from.inputs)) result[inputVariable(name)] = value;
  for (const [name, value] of Object.entries(from.github)) result[`GITHUB_${name.toUpperCase()}`] = value;
  for (const [name, value] of Object.entries(from.runner)) {
    if (value !== '') result[`RUNNER_${name.toUpperCase()}`] = value;
  }
  Object.assign(result, from.files);
  if (from.paths.length > 0) result['PATH'] = [...from.paths, result['PATH'] ?? ''].join(':');
  for (const [name, value] of Object.entries(result)) {
    const bytes = Buffer.byteLength(name) + Buffer.byteLength(value) + 2;
    if (bytes > MAX_ENVIRONMENT_BYTES) {
      throw new WorkflowError(
        'runner',
        `${name} has ${bytes} bytes; a process cannot start with more than ${MAX_ENVIRONMENT_BYTES} in one variable: pass it in parts or as a file`,
      );
    }
  }
  return result;
}

/** The variable that carries an input, as the toolkit looks it up. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

const HOST_VARIABLES = ['PATH', 'HOME', 'LANG', 'TMPDIR'] as const;

/** What a step sees of the host: a few variables and those named; the rest of the environment stays outside. */
export function hostEnvironment(names: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of [...HOST_VARIABLES, ...names]) {
    const value = process.env[name];
    if (value !== undefined) found[name] = value;
  }
  return found;
}
