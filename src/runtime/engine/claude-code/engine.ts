import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cappedLog, LOG_CHARS } from '../capped-log.ts';
import { runChild } from '../child.ts';
import type { Engine, EngineReport, EngineRequest } from '../port.ts';
import { claudeCodeArguments } from './arguments.ts';
import { claudeCodeEnvironment, OWN_FOLDERS } from './environment.ts';
import { findProgram, installClaudeCode } from './install.ts';
import { ClaudeCodeReport, REPORT_LINE_CHARS } from './report.ts';

export interface ClaudeCodeSettings {
  readonly modelKey: string;
  readonly maxTurns: number;
  /** A model's name; undefined: the program's own choice. */
  readonly model?: string | undefined;
  /** Address of the model's service; undefined: the vendor's own. */
  readonly modelUrl?: string | undefined;
  /** The program, as a path or a name on PATH; undefined: the pinned version is installed for this run. */
  readonly program?: string | undefined;
  /** How often a request that failed is tried again. */
  readonly retries?: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Tried for about a minute: a service that is overloaded for longer costs an attempt of the hop. */
const RETRIES = 7;

/**
 * The engine that drives Claude Code without a person: file tools only, on the checkout only, writing only where the hop
 * may write. The result is what the program reports as structured output; the agent writes no file for it.
 */
export function claudeCodeEngine(settings: ClaudeCodeSettings): Engine {
  return {
    name: 'claude-code',
    prompt: {
      tools:
        'Your tools read, search and, where you may write, edit files of the checkout. There is no shell and no network: you ' +
        'cannot run anything. Where the guidance above says to run something, reason about it instead; the gates run it after ' +
        'you, and a further attempt is told what they found.',
      handOver: 'Give one JSON object to the tool StructuredOutput, once, as the last thing you do.',
    },
    run: (request) => runClaudeCode(settings, request),
  };
}

async function runClaudeCode(settings: ClaudeCodeSettings, request: EngineRequest): Promise<EngineReport> {
  const env = settings.env ?? process.env;
  const { scratch, scope } = request;
  const program =
    settings.program === undefined
      ? await installClaudeCode(join(scratch, 'program'), env)
      : findProgram(settings.program, env['PATH'] ?? '');
  if ('problem' in program) return { outcome: 'not-found', exitCode: null, detail: program.problem, durationMs: 0 };
  for (const folder of OWN_FOLDERS) mkdirSync(join(scratch, folder), { recursive: true, mode: 0o700 });
  const cwd = realpathSync(request.cwd);
  const log = cappedLog(request.log);
  const report = new ClaudeCodeReport(cwd, scope, log.write);
  const child = await runChild({
    argv: [program.file, ...claudeCodeArguments({ cwd, scope, maxTurns: settings.maxTurns, model: settings.model })],
    cwd,
    env: claudeCodeEnvironment(env, scratch, {
      modelKey: settings.modelKey,
      modelUrl: settings.modelUrl,
      retries: settings.retries ?? RETRIES,
    }),
    input: request.prompt,
    timeoutMs: request.timeoutMs,
    onStdout: (line, stop) => {
      if (report.line(line) !== undefined) stop();
    },
    onStderr: (line) => report.complaint(line.slice(0, LOG_CHARS)),
    lineChars: REPORT_LINE_CHARS,
  });
  log.end();
  const { result, ...ended } = report.end(child);
  if (result !== undefined) writeFileSync(request.resultFile, `${result}\n`);
  return ended;
}
