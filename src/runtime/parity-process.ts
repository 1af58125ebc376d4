import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FlowError } from '../core/errors.ts';
import type { Isolation } from './process/isolation.ts';
import { runProcess, type RunResult } from './process/run.ts';

/**
 * The parity entry is our own program and is not isolated: a GPU, a display and the cache of the host are behind sockets and devices that a
 * namespace hides. It treats what it reads as untrusted, runs nothing of the tree, and gets no token of the job.
 */
const OWN: Isolation = { level: 'env-only', offline: false, wrap: (argv) => ({ argv }), reap: () => undefined };

/** The action's inputs, keys and tokens (the cache's own aside), and the files by which a step speaks to the runner. */
const WITHHELD =
  /^INPUT_|^GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$|^NODE_OPTIONS$|(?<!^ACTIONS_RUNTIME_|^BITNET_FLOW_CUDA_)TOKEN$|(KEY|SECRET|PASSWORD)$/i;

/** The environment of the parity entry. */
export function parityEnvironment(from: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(from).flatMap(([name, value]) =>
      value === undefined || WITHHELD.test(name) ? [] : [[name, value]],
    ),
  );
}

/** What starts the parity entry: Node, its flags, and the entry last. From sources it is the source, from the bundle the bundle beside it. */
export function parityCommand(): readonly string[] {
  const here = fileURLToPath(import.meta.url);
  const fromSources = here.endsWith('.ts');
  const entry = fromSources ? join(dirname(here), '../parity.ts') : join(dirname(here), 'parity', 'index.js');
  if (!existsSync(entry))
    throw new FlowError('not-found', 'the program that measures is not there', {
      at: entry,
      fix: 'use the action at a released version, or run `npm run build` in the clone',
    });
  return [process.execPath, ...(fromSources ? ['--import', 'tsx'] : []), entry];
}

/** Starts the parity entry with a measurement and what it is asked for; the report is what it writes to its own pipe. */
export function runParityProcess(
  measure: readonly string[],
  asked: object,
  { timeoutMs, onLine }: { readonly timeoutMs: number; readonly onLine: (line: string) => void },
): Promise<RunResult> {
  const command = parityCommand();
  return runProcess({
    argv: [...command, 'gate', JSON.stringify({ measure, asked })],
    cwd: dirname(command.at(-1)!),
    env: parityEnvironment(process.env),
    timeoutMs,
    network: true,
    isolation: OWN,
    report: true,
    onLine,
  });
}
