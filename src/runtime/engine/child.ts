import { spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';

/** Between the polite signal and the other one. */
const GRACE_MS = 2_000;
/** For the rest of the output, once the child itself has ended. */
const DRAIN_MS = 300;

export interface ChildRequest {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** For its standard input. */
  readonly input: string;
  readonly timeoutMs: number;
  /** `stop` ends the child at once. */
  readonly onStdout: (line: string, stop: () => void) => void;
  readonly onStderr: (line: string) => void;
  /** Characters of a line that are handed over; the rest of it is dropped. */
  readonly lineChars: number;
}

/** How a child ended. */
export interface ChildEnd {
  readonly ended: 'exit' | 'timeout' | 'not-found' | 'not-started';
  readonly exitCode: number | null;
  /** One line for a person. */
  readonly detail: string;
  readonly durationMs: number;
}

/** Ends the group of every child that runs, for when this process itself is told to end: a cancelled step must leave nothing. */
const running = new Set<() => void>();
const endBySignal = (signal: NodeJS.Signals): never => {
  for (const end of running) end();
  process.exit(signal === 'SIGINT' ? 130 : 143);
};

/**
 * Runs a program without a shell. It leads a process group of its own, which is ended when it exits or its time is over, so
 * that nothing it started outlives it. Never throws: a failure is how it ended.
 */
export function runChild(request: ChildRequest): Promise<ChildEnd> {
  const started = performance.now();
  const [file, ...args] = request.argv;
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: request.cwd, detached: true, stdio: 'pipe', env: request.env });
    const endGroup = (signal: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, signal);
      } catch {
        // the group is gone already
      }
    };
    const endNow = () => endGroup('SIGKILL');
    if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endBySignal);
    running.add(endNow);

    let timedOut = false;
    let hard: NodeJS.Timeout | undefined;
    let drain: NodeJS.Timeout | undefined;
    const timer = setTimeout(() => {
      timedOut = true;
      endGroup('SIGTERM');
      hard = setTimeout(endNow, GRACE_MS);
    }, request.timeoutMs);
    const flushes = [
      lines(child.stdout, request.lineChars, (line) => request.onStdout(line, endNow)),
      lines(child.stderr, request.lineChars, request.onStderr),
    ];

    let settled = false;
    const settle = (end: Omit<ChildEnd, 'durationMs'>) => {
      if (settled) return;
      settled = true;
      for (const one of [timer, hard, drain]) clearTimeout(one); // a timer that waits keeps the whole step waiting
      endNow();
      running.delete(endNow);
      if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, endBySignal);
      for (const flush of flushes) flush();
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ ...end, durationMs: Math.round(performance.now() - started) });
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT' || error.code === 'EACCES';
      settle({ ended: missing ? 'not-found' : 'not-started', exitCode: null, detail: error.message });
    });
    child.on('exit', (exitCode, signal) => {
      endNow(); // whatever it left behind
      const ended = () => {
        const seconds = request.timeoutMs / 1000;
        if (timedOut) settle({ ended: 'timeout', exitCode, detail: `time-out after ${seconds} s` });
        else settle({ ended: 'exit', exitCode, detail: signal === null ? `exit ${exitCode}` : `signal ${signal}` });
      };
      child.on('close', ended);
      drain = setTimeout(ended, DRAIN_MS); // what left the group may hold the pipes open for ever
    });
    child.stdin.on('error', () => undefined); // a program need not read its input
    child.stdin.end(request.input);
  });
}

/** Cuts a stream into lines of at most `max` characters; gives what hands over a last line without an end. */
function lines(stream: NodeJS.ReadableStream, max: number, take: (line: string) => void): () => void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const parts = (rest + decoder.write(chunk)).split('\n');
    // A line without an end must not fill the memory: only its start is ever used.
    rest = parts.pop()!.slice(0, max);
    for (const part of parts) take(part.slice(0, max));
  });
  return () => {
    if (rest !== '') take(rest);
  };
}
