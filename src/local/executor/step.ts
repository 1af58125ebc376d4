import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Action } from './action.ts';
import { runCheckout } from './builtin.ts';
import { createCommandReader, type Annotation, type Masker } from './commands.ts';
import { stepEnvironment } from './environment.ts';
import { reason } from './errors.ts';
import { isReservedEnvironment, parseFileCommand, type Pairs } from './file-commands.ts';
import { runProcess, type ProcessEnd } from './process.ts';
import { openStepLog } from './step-log.ts';

/** Job summaries over this many bytes are dropped, as on GitHub. */
const MAX_SUMMARY_BYTES = 1_048_576;

/** What a step needs beyond the job: everything evaluated, nothing left to decide. */
export interface StepInput {
  action: Action;
  node: string;
  inputs: Readonly<Record<string, string>>;
  env: Readonly<Record<string, string>>;
  host: Readonly<Record<string, string>>;
  github: Readonly<Record<string, string>>;
  runner: Readonly<Record<string, string>>;
  extra: Readonly<Record<string, string>>;
  paths: readonly string[];
  temp: string;
  workspace: string;
  log: string;
  logCap: number;
  timeoutMs: number | undefined;
  signal: AbortSignal;
  masker: Masker;
}

/** What came out of a step's process. */
export interface StepOutput {
  ended: 'success' | 'failure' | 'cancelled';
  exitCode: number | undefined;
  annotations: Annotation[];
  outputs: Pairs;
  env: Pairs;
  paths: string[];
  summary: string;
}

const FILES = ['output', 'env', 'path', 'state', 'step_summary'] as const;

/** Runs the main of a JavaScript action as GitHub's runner does and reads what it left in its files. */
export async function runStep(step: StepInput): Promise<StepOutput> {
  const folder = join(step.temp, '_runner_file_commands');
  mkdirSync(folder, { recursive: true });
  const path = (name: string): string => join(folder, name);
  const files: Record<string, string> = { ...step.extra };
  for (const name of FILES) {
    files[`GITHUB_${name.toUpperCase()}`] = path(name);
    writeFileSync(path(name), '');
  }
  const reader = createCommandReader(step.masker);
  const log = openStepLog(step.log, step.logCap);
  const result: StepOutput = {
    ended: 'failure',
    exitCode: undefined,
    annotations: reader.annotations,
    outputs: reader.outputs,
    env: [],
    paths: [],
    summary: '',
  };
  const fail = (message: string): void => {
    result.ended = result.ended === 'cancelled' ? 'cancelled' : 'failure';
    result.annotations.push({ level: 'error', message: step.masker.apply(message) });
    log.write(step.masker.apply(`Error: ${message}`));
  };
  try {
    const env = stepEnvironment({ ...step, files });
    const { timeoutMs, signal } = step;
    const onLine = (line: string): void => log.write(reader.read(line));
    const end: ProcessEnd & { outputs?: Pairs } = step.action.builtin
      ? await runCheckout({ env, timeoutMs, signal, onLine })
      : await runProcess({
          file: step.node,
          args: [step.action.main],
          cwd: step.workspace,
          env,
          timeoutMs,
          signal,
          onLine,
        });
    result.outputs.push(...(end.outputs ?? []));
    result.exitCode = end.exitCode;
    if (end.ended === 'abort') result.ended = 'cancelled';
    else if (end.exitCode === 0 && end.ended === 'exit') result.ended = 'success';
    else if (end.ended === 'timeout') fail(`The action has timed out after ${(step.timeoutMs ?? 0) / 60_000} minutes.`);
    else if (end.ended === 'spawn-error') fail(`cannot start ${step.node} ${step.action.main}: ${end.message ?? ''}`);
    else if (end.exitCode === undefined) fail(`the process was ${end.message ?? 'ended'}`);
    // A step that wrote its files badly has failed, whatever its exit code says; what it wrote counts even if it failed.
    readFiles(path, result, fail);
    result.summary = readSummary(path('step_summary'), step.masker, fail);
  } catch (error) {
    fail(reason(error));
  } finally {
    log.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

function readFiles(path: (name: string) => string, result: StepOutput, fail: (message: string) => void): void {
  for (const name of ['output', 'env', 'state'] as const) {
    try {
      const pairs = parseFileCommand(readText(path(name)));
      const reserved = name === 'env' ? pairs.find(([key]) => isReservedEnvironment(key)) : undefined;
      if (reserved !== undefined)
        throw new Error(`Can't store ${reserved[0]} output parameter using '$GITHUB_ENV' command.`);
      if (name === 'output') result.outputs.push(...pairs);
      if (name === 'env') result.env = pairs;
    } catch (error) {
      fail(`Unable to process file command '${name}' successfully. ${reason(error)}`);
    }
  }
  result.paths = readText(path('path'))
    .split('\n')
    .filter((line) => line !== '');
}

function readSummary(path: string, masker: Masker, fail: (message: string) => void): string {
  const text = readText(path);
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_SUMMARY_BYTES) return masker.apply(text);
  fail(`$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(bytes / 1024)}k.`);
  return '';
}

// A step may have deleted the file; that reads as nothing written.
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
