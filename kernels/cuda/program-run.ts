import { FlowError } from '../../src/core/errors.ts';

/** How a program ended. */
export interface ProgramRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, without a shell; when `signal` aborts, the program is ended. Rejects when it cannot be started. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  options: { readonly signal: AbortSignal },
) => Promise<ProgramRun>;

/** Runs the program with a limit; an end by the limit and a failure to start are errors that name the program. */
export async function ask(
  run: RunProgram,
  program: string,
  args: readonly string[],
  timeoutMs: number,
): Promise<ProgramRun> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      stop.abort();
      const fix = 'end what else uses the device, or give timeoutMs';
      reject(new FlowError('process', `${program} ${args[0]} did not end in ${timeoutMs} ms`, { at: 'cuda', fix }));
    }, timeoutMs);
  });
  const failed = (error: unknown): never => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FlowError('process', `${program} could not be run: ${reason}`, {
      at: 'program',
      fix: 'build it with npm run build:cuda',
      cause: error,
    });
  };
  try {
    return await Promise.race([run(program, args, { signal: stop.signal }).catch(failed), limit]);
  } finally {
    clearTimeout(timer);
  }
}
