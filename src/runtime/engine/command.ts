import { spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import { engineEnvironment } from './environment.ts';
import type { Engine, EngineReport, EngineRequest } from './port.ts';

/** Lines of an engine's output that reach the log; the rest is counted. */
const LOG_LINES = 2_000;
const LINE_CHARS = 1_000;
/** Between the polite signal and the other one. */
const GRACE_MS = 2_000;
/** For the rest of the output, once the engine itself has ended. */
const DRAIN_MS = 300;

/**
 * The engine that runs any argv: prompt on stdin, result.json at BITNET_FLOW_RESULT. No shell; the child leads a process
 * group of its own, which is ended when it exits or its time is over, so that nothing it started outlives it.
 */
export function commandEngine(argv: readonly [string, ...string[]]): Engine {
  return { name: 'command', run: (request) => runCommand(argv, request) };
}

function runCommand([file, ...args]: readonly [string, ...string[]], request: EngineRequest): Promise<EngineReport> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: request.cwd,
      detached: true,
      stdio: 'pipe',
      env: {
        ...engineEnvironment(process.env),
        ...request.env,
        BITNET_FLOW_AGENT: request.agent,
        BITNET_FLOW_ATTEMPT: String(request.attempt),
        BITNET_FLOW_RESULT: request.resultFile,
      },
    });
    const endGroup = (signal: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, signal);
      } catch {
        // the group is gone already
      }
    };
    let timedOut = false;
    let hard: NodeJS.Timeout | undefined;
    let drain: NodeJS.Timeout | undefined;
    const timer = setTimeout(() => {
      timedOut = true;
      endGroup('SIGTERM');
      hard = setTimeout(() => endGroup('SIGKILL'), GRACE_MS);
    }, request.timeoutMs);
    const log = cappedLines(request.log);
    for (const stream of [child.stdout, child.stderr]) log.read(stream);

    let settled = false;
    const settle = (report: Omit<EngineReport, 'durationMs'>) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      clearTimeout(hard);
      clearTimeout(drain); // a timer that waits keeps the whole step waiting
      endGroup('SIGKILL');
      log.end();
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ ...report, durationMs: Math.round(performance.now() - started) });
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT' || error.code === 'EACCES';
      settle({ outcome: missing ? 'not-found' : 'crashed', exitCode: null, detail: error.message });
    });
    child.on('exit', (exitCode, signal) => {
      endGroup('SIGKILL'); // whatever it left behind
      const ended = () => {
        if (timedOut) settle({ outcome: 'timeout', exitCode, detail: `time-out after ${request.timeoutMs / 1000} s` });
        else if (exitCode === 0) settle({ outcome: 'ok', exitCode, detail: 'exit 0' });
        else
          settle({ outcome: 'crashed', exitCode, detail: signal === null ? `exit ${exitCode}` : `signal ${signal}` });
      };
      child.on('close', ended);
      drain = setTimeout(ended, DRAIN_MS); // what left the group may hold the pipes open for ever
    });
    child.stdin.on('error', () => undefined); // an engine need not read its prompt
    child.stdin.end(request.prompt);
  });
}

/** Lines of several streams, cut in length and number; the last line says how many were left out. */
function cappedLines(log: (line: string) => void) {
  let lines = 0;
  const flushes: (() => void)[] = [];
  const emit = (line: string) => {
    lines++;
    if (lines <= LOG_LINES) log(line.slice(0, LINE_CHARS));
  };
  return {
    read: (stream: NodeJS.ReadableStream) => {
      const decoder = new StringDecoder('utf8');
      let rest = '';
      stream.on('data', (chunk: Buffer) => {
        const parts = (rest + decoder.write(chunk)).split('\n');
        // A line without an end must not fill the memory: only its start is ever shown.
        rest = parts.pop()!.slice(0, LINE_CHARS);
        parts.forEach(emit);
      });
      flushes.push(() => {
        if (rest !== '') emit(rest);
      });
    },
    end: () => {
      for (const flush of flushes) flush();
      if (lines > LOG_LINES) log(`… ${lines - LOG_LINES} more lines left out`);
    },
  };
}
