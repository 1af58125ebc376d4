#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import { makeProgram } from './commands/program.ts';
import { FlowError } from './core/errors.ts';
import { visible } from './core/text.ts';
import { hostFailure } from './runtime/github/host-failure.ts';
import { ownPackage } from './runtime/own-package.ts';

/** Exit codes: 0 fine, 1 a finding or unfinished, 2 usage. */
const FINDING = 1;
const USAGE = 2;

/** What a shell says of a program that a closed pipe ended (128 + SIGPIPE). */
const PIPE_CLOSED = 141;

// A reader that has seen enough, as `| head` has, is no fault of ours; but what had no verdict yet did not pass.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? PIPE_CLOSED);
  const fix = 'make room on the disk, or write it elsewhere';
  const { message } = error;
  const line = new FlowError('process', `nothing can be written: ${message}`, { at: 'stdout', fix }).toLine();
  process.stderr.write(`${line}\n`);
  process.exit(USAGE);
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function interrupted(): AbortSignal {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  return abort.signal;
}

try {
  const own = ownPackage(fileURLToPath(import.meta.url));
  if (own === undefined)
    throw new FlowError('not-found', 'no package.json of bitnet-flow above the CLI', { fix: 'run it in a clone' });
  const program = makeProgram({
    ...own,
    color: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    print,
    interrupted,
    report: ({ ok, lines, json }, asJson = false) => {
      if (asJson) print(JSON.stringify(json, null, 2));
      else lines.forEach(print);
      process.exitCode = ok ? 0 : FINDING;
    },
  });
  await program.parseAsync();
} catch (cause) {
  const failure = hostFailure(cause);
  const error: unknown = failure ?? cause;
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else if (error instanceof FlowError && error.code !== 'bug') {
    process.stderr.write(`${visible(error.toLine())}\n`);
    // Without an answer nothing was looked at, so that nothing was found.
    process.exitCode = failure !== undefined || ['bad-input', 'not-found'].includes(error.code) ? USAGE : FINDING;
  } else throw error;
}
