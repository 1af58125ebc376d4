import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

import { reason } from './errors.ts';
import { descendants, killProcesses, signalGroup } from './process-tree.ts';

/** How a process ended; `exitCode` is undefined unless it exited by itself. */
export interface ProcessEnd {
  exitCode: number | undefined;
  ended: 'exit' | 'timeout' | 'abort' | 'spawn-error';
  message: string | undefined;
}

/** What to run; `signal` aborts it, `timeoutMs` undefined means no limit of its own. */
export interface ProcessOptions {
  file: string;
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  timeoutMs: number | undefined;
  signal: AbortSignal;
  onLine(line: string): void;
}

/** Time between the polite signal and SIGKILL, ms: an action must be able to end tools it put into groups of their own. */
const GRACE_MS = 1_000;
/** Time to wait for pipes that outlive the process, ms. */
const DRAIN_MS = 500;
/** A line longer than this is handed on in pieces, so that output without a newline does not fill the memory. */
const MAX_LINE = 1_048_576;

/** Runs a process in a group of its own until it, and everything below it, has ended. Never throws for what the process does. */
export async function runProcess(options: ProcessOptions): Promise<ProcessEnd> {
  let child: ChildProcess;
  try {
    child = spawn(options.file, options.args, {
      cwd: options.cwd,
      env: { ...options.env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    return { exitCode: undefined, ended: 'spawn-error', message: reason(error) };
  }
  const drained = Promise.all([readLines(child.stdout, options.onLine), readLines(child.stderr, options.onLine)]);
  let why: 'timeout' | 'abort' | undefined;
  let killer: NodeJS.Timeout | undefined;
  const stop = (cause: 'timeout' | 'abort'): void => {
    if (why !== undefined || child.pid === undefined) return;
    why = cause;
    const pid = child.pid;
    const below = descendants(pid);
    signalGroup(pid, 'SIGTERM');
    killer = setTimeout(() => {
      const late = descendants(pid);
      signalGroup(pid, 'SIGKILL');
      killProcesses([...below, ...late]);
    }, GRACE_MS);
    // Descendants in groups of their own are ended even if the parent goes at once.
    child.once('exit', () => killProcesses(below));
  };
  const onAbort = (): void => stop('abort');
  const timer = options.timeoutMs === undefined ? undefined : setTimeout(() => stop('timeout'), options.timeoutMs);
  options.signal.addEventListener('abort', onAbort, { once: true });
  if (options.signal.aborted) onAbort();
  try {
    const end = await new Promise<ProcessEnd>((resolve) => {
      child.once('error', (error) => resolve({ exitCode: undefined, ended: 'spawn-error', message: reason(error) }));
      child.once('exit', (code, signal) => {
        const message = signal === null ? undefined : `ended by ${signal}`;
        resolve({ exitCode: code ?? undefined, ended: why ?? 'exit', message });
      });
    });
    // What is left of the group would hold the pipes open, and nothing a step starts may outlive it.
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    await Promise.race([drained, pause(DRAIN_MS)]);
    return end;
  } finally {
    clearTimeout(timer);
    clearTimeout(killer);
    options.signal.removeEventListener('abort', onAbort);
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

function readLines(stream: Readable | null, onLine: (line: string) => void): Promise<void> {
  if (stream === null) return Promise.resolve();
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string): void => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
    if (rest.length > MAX_LINE) {
      onLine(rest);
      rest = '';
    }
  };
  return new Promise((resolve) => {
    stream.on('data', (chunk: Buffer) => take(decoder.write(chunk)));
    const end = (): void => {
      if (rest !== '') onLine(rest);
      rest = '';
      resolve();
    };
    stream.once('end', end);
    stream.once('close', end);
    stream.once('error', end);
  });
}
