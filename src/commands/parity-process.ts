import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../core/errors.ts';

/**
 * Runs a command of the parity entry in a process of its own, whose output is ours, and gives its exit code. From sources it is the source; from
 * the bundle it is the bundle beside it.
 */
export function runParity(root: string, command: string, options: object): Promise<number> {
  const fromSources = import.meta.url.endsWith('.ts');
  const entry = join(root, fromSources ? 'src/parity.ts' : 'dist/parity/index.js');
  if (!existsSync(entry))
    throw new FlowError('not-found', 'is not there', { at: entry, fix: 'run `npm run build` in the clone' });
  const argv = [...(fromSources ? process.execArgv : []), entry, command, JSON.stringify(options)];
  const child = spawn(process.execPath, argv, { stdio: 'inherit' });
  const end = (): void => void child.kill();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
