import { checkout, CheckoutError, type RunGit } from './checkout/checkout.mjs';
import type { Pairs } from './file-commands.ts';
import { runProcess, type ProcessEnd } from './process.ts';

/** What a built-in action is given, as its process would be. */
export interface BuiltinInput {
  env: Readonly<Record<string, string>>;
  timeoutMs: number | undefined;
  signal: AbortSignal;
  onLine(line: string): void;
}

/** Git ended by the step's limit or an abort, and with it the step. */
class CutOff extends Error {
  readonly end: ProcessEnd;
  constructor(end: ProcessEnd) {
    super(`git was ended by ${end.ended}`);
    this.end = end;
  }
}

/**
 * Runs the checkout within this process: only its git processes are started, each in a group of its own, with the limits of the step.
 * A process between would cost more than all it does. Its error is a command in the log, as an action's would be.
 */
export async function runCheckout(input: BuiltinInput): Promise<ProcessEnd & { outputs: Pairs }> {
  const deadline = input.timeoutMs === undefined ? undefined : performance.now() + input.timeoutMs;
  const git: RunGit = async (args, { cwd, env }) => {
    const lines: string[] = [];
    const end = await runProcess({
      file: 'git',
      args,
      cwd,
      env,
      timeoutMs: deadline === undefined ? undefined : Math.max(0, deadline - performance.now()),
      signal: input.signal,
      onLine: (line) => lines.push(line),
    });
    if (end.ended === 'timeout' || end.ended === 'abort') throw new CutOff(end);
    if (end.message !== undefined) lines.push(end.message);
    return { code: end.exitCode ?? -1, text: lines.join('\n') };
  };
  try {
    const outputs = Object.entries(await checkout({ env: input.env, git, print: input.onLine }));
    return { exitCode: 0, ended: 'exit', message: undefined, outputs };
  } catch (error) {
    if (error instanceof CutOff) return { ...error.end, outputs: [] };
    if (!(error instanceof CheckoutError)) throw error;
    input.onLine(`::error::${escapeData(error.message)}`);
    return { exitCode: 1, ended: 'exit', message: undefined, outputs: [] };
  }
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
