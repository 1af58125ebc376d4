import { getExecOutput } from '@actions/exec';
import { FlowError } from '../../core/errors.ts';

/** What a run of the program left. */
export interface ProgramEnd {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Seconds one run may take; the largest product of a gate takes well below one. */
const LIMIT_S = 600;
/** What `timeout` exits with when it had to end what it ran: by TERM, and by KILL. */
const ENDED = [124, 137];

/**
 * Runs the CUDA program by @actions/exec and gives what it said, whatever it exited with; throws when it does not start or takes too long. It
 * gets no variable of the runner, only what a CUDA driver reads.
 */
export async function runProgram(program: string, args: readonly string[], seconds = LIMIT_S): Promise<ProgramEnd> {
  // @actions/exec ends nothing by itself.
  const argv = ['--kill-after=5', String(seconds), program, ...args];
  const options = { ignoreReturnCode: true, silent: true, env: driverEnvironment(process.env) };
  const { exitCode, stdout, stderr } = await getExecOutput('timeout', argv, options).catch((cause: Error) => {
    throw new FlowError('process', `does not start: ${cause.message}`, { at: program, cause });
  });
  if (ENDED.includes(exitCode))
    throw new FlowError('process', `was ended after ${seconds} s`, { at: program, fix: 'look whether the GPU hangs' });
  return { code: exitCode, stdout, stderr };
}

const PASSED = /^(PATH|HOME|TMPDIR|LANG|LD_LIBRARY_PATH|CUDA_\w+|NVIDIA_\w+)$/;

function driverEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value !== undefined && PASSED.test(name) ? [[name, value]] : [])),
  );
}
