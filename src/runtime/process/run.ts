import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { LineSieve } from '../../core/line-sieve.ts';
import { LineFeed, LogDigest, OutputCapture, SievedCapture } from './capture.ts';
import type { Isolation } from './isolation.ts';

export interface RunRequest {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Wall-clock limit in milliseconds; then every process of the command is ended. */
  readonly timeoutMs: number;
  readonly network: boolean;
  readonly isolation: Isolation;
  /** The command writes a report to file descriptor 3, a pipe of its own, which no other output can get into. */
  readonly report?: boolean;
  /** What is kept of stdout, line by line; all of it, up to the limit, where there is none. */
  readonly sieve?: LineSieve | undefined;
  /** Lines for the log as they come; left out for output that is for programs. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Called every five seconds with the seconds so far. */
  readonly onProgress?: ((seconds: number) => void) | undefined;
}

export interface RunResult {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  /** The command itself could not be found by the system (ENOENT). */
  readonly notFound: boolean;
  readonly durationMs: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What came through the report's own pipe; empty without one. */
  readonly report: string;
  readonly truncated: boolean;
  readonly logSha256: string;
}

const SIGNALS: Readonly<Record<number, string>> = {
  4: 'SIGILL',
  6: 'SIGABRT',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  15: 'SIGTERM',
};
/** Ends the commands that are running; called when this process itself ends, however that comes. */
const running = new Set<() => void>();
const endRunning = () => {
  for (const end of running) end();
};
const endBySignal = (signal: NodeJS.Signals) => {
  endRunning();
  process.exit(signal === 'SIGINT' ? 130 : 143);
};

function track(end: () => void): void {
  if (running.size === 0) {
    process.on('exit', endRunning);
    process.on('SIGINT', endBySignal);
    process.on('SIGTERM', endBySignal);
  }
  running.add(end);
}

function untrack(end: () => void): void {
  running.delete(end);
  if (running.size > 0) return;
  process.off('exit', endRunning);
  process.off('SIGINT', endBySignal);
  process.off('SIGTERM', endBySignal);
}

/** How long output may still come after the command itself has ended. */
const DRAIN_MS = 2000;

/** Runs one command, never through a shell, in its own process group and isolated. Never throws; a failure is a result. */
export function runProcess(request: RunRequest): Promise<RunResult> {
  const { argv, uid } = request.isolation.wrap(request.argv, request.cwd, request.env, request.network);
  const started = performance.now();
  const stdout = request.sieve === undefined ? new OutputCapture() : new SievedCapture(request.sieve);
  const stderr = new OutputCapture();
  const report = new OutputCapture();
  const digest = new LogDigest();
  return new Promise((resolve) => {
    const child = spawn(argv[0]!, argv.slice(1), {
      cwd: request.cwd,
      env: request.env,
      stdio: ['ignore', 'pipe', 'pipe', ...(request.report === true ? (['pipe'] as const) : [])],
      detached: true,
      ...(uid === undefined ? {} : { uid, gid: uid }),
    }) as ChildProcessByStdio<null, Readable, Readable>;
    let timedOut = false;
    let notFound = false;
    let ended = false;
    const endAll = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // The group has ended.
      }
      request.isolation.reap(child.pid);
    };
    track(endAll);
    const timer = setTimeout(() => {
      timedOut = true;
      endAll();
    }, request.timeoutMs);
    const ticker = setInterval(() => request.onProgress?.(Math.round((performance.now() - started) / 1000)), 5000);

    const feeds: LineFeed[] = [];
    const pipe = child.stdio[3] as Readable | null | undefined;
    for (const [stream, capture] of [
      [child.stdout, stdout],
      [child.stderr, stderr],
      ...(pipe === null || pipe === undefined ? [] : [[pipe, report] as const]),
    ] as const) {
      const feed = request.onLine && stream !== pipe ? new LineFeed(request.onLine) : undefined;
      if (feed) feeds.push(feed);
      stream.on('data', (chunk: Buffer) => {
        digest.push(chunk);
        capture.push(chunk);
        feed?.push(chunk);
      });
      stream.on('error', () => undefined);
    }
    const finish = (exitCode: number | null, signal: string | null) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      clearInterval(ticker);
      endAll();
      untrack(endAll);
      for (const feed of feeds) feed.end();
      // The wrapper is a shell, which reports a signal as 128 + its number.
      const mapped = exitCode !== null && request.isolation.level === 'namespace' ? SIGNALS[exitCode - 128] : undefined;
      resolve({
        exitCode: mapped === undefined ? exitCode : null,
        signal: mapped ?? signal,
        timedOut,
        notFound,
        durationMs: Math.round(performance.now() - started),
        stdout: stdout.text(),
        stderr: stderr.text(),
        report: report.text(),
        truncated: stdout.truncated || stderr.truncated || report.truncated,
        logSha256: digest.hex(),
      });
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      notFound = error.code === 'ENOENT';
      finish(null, null);
    });
    child.on('exit', (code, signal) => {
      // A daemon may hold the pipes open: it is ended, and what it still writes is not waited for.
      endAll();
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        pipe?.destroy();
        finish(code, signal);
      }, DRAIN_MS).unref();
    });
    child.on('close', (code, signal) => finish(code, signal));
  });
}
