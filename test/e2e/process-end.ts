import { execFile } from 'node:child_process';

/** How a process ended, and all that it said. */
export interface End {
  /** -1 for one that a signal ended or that did not start. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in an environment of exactly `env` and waits for its end, whatever its exit code. */
export function endOf(
  file: string,
  argv: readonly string[],
  options: { readonly cwd?: string; readonly env: NodeJS.ProcessEnv; readonly timeout?: number },
): Promise<End> {
  return new Promise((resolve) =>
    execFile(file, argv, { maxBuffer: 1 << 26, ...options, encoding: 'utf8' }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr }),
    ),
  );
}
