import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { findExecutable } from '../process/environment.ts';

/** A display that OpenGL can be asked on, or why there is none. */
export interface Display {
  readonly said: string;
  readonly display?: string;
  /** The server that was started for it. */
  readonly pid?: number;
}

const START_MS = 10_000;

/** The runner's own X display, or a virtual one that is started and outlives this process. */
export async function openDisplay(env: NodeJS.ProcessEnv): Promise<Display> {
  const own = env['DISPLAY'];
  if (own !== undefined && own !== '') return { display: own, said: `the runner's own, ${own}` };
  const xvfb = findExecutable('Xvfb', env['PATH'] ?? '');
  if (xvfb === undefined)
    return { said: 'none, and Xvfb is not on PATH (package xvfb): OpenGL without a display is left out' };
  // The server picks a free number and writes it to the descriptor.
  const argv = ['-displayfd', '3', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'];
  const child = spawn(xvfb, argv, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await firstLine(child.stdio[3] as Readable, child);
  if (number === undefined) {
    child.kill();
    return { said: `none: Xvfb did not start in ${START_MS / 1000} s` };
  }
  (child.stdio[3] as Readable).destroy();
  child.unref();
  return { display: `:${number}`, said: `Xvfb on :${number}`, pid: child.pid! };
}

function firstLine(
  stream: Readable,
  child: { once(event: string, hear: () => void): void },
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = setTimeout(() => resolve(undefined), START_MS);
    const give = (text: string | undefined): void => {
      clearTimeout(end);
      resolve(text);
    };
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const line = /^(\d{1,5})\n/.exec(text)?.[1];
      if (line !== undefined) give(line);
    });
    child.once('error', () => give(undefined));
    child.once('exit', () => give(undefined));
  });
}
