import './runtime/interpreted-schemas.ts';
import { FlowError, nearest } from './core/errors.ts';
import { printable } from './core/text.ts';
import { drive } from './drivers.ts';
import { findFlowAction } from './flow-registry.ts';
import { hostFailure } from './runtime/github/host-failure.ts';
import { print, printCommand } from './runtime/runner.ts';

/** Runs an action by name. Sets the exit code and never rejects. */
export async function runAction(name: string): Promise<void> {
  process.once('uncaughtException', (error) => {
    report(error);
    process.exit(1);
  });
  try {
    await drive(await find(name));
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}

async function find(name: string) {
  const own = findFlowAction(name);
  if (own !== undefined) return own;
  const { ACTION_NAMES, findAction } = await import('./registry.ts');
  const definition = findAction(name);
  if (definition !== undefined) return definition;
  const near = nearest(name, ACTION_NAMES);
  throw new FlowError('not-found', `there is no action ${JSON.stringify(printable(name, 80))}`, {
    at: 'run',
    fix: near === undefined ? 'see actions/ for all names' : `did you mean ${near}?`,
  });
}

/** A person's error in one line; a bug says that it is ours. The stack is for debug logging, both times. */
function report(thrown: unknown): void {
  const error = hostFailure(thrown, 'action') ?? thrown;
  const known = error instanceof FlowError && error.code !== 'bug';
  const message = error instanceof Error ? error.message : String(error);
  printCommand(
    'error',
    known
      ? printable(error.toLine(), 1000)
      : `this is a bug in bitnet-flow, please report it: ${printable(message, 800)}. The stack is in the debug log (re-run with debug logging).`,
  );
  const stack = error instanceof Error ? stackOf(error) : '';
  for (const line of stack.split('\n'))
    if (line !== '') print(`::debug::${printable(line, 1000).replace(/%/g, '%25')}`);
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${stackOf(error.cause)}` : '';
  return `${error.stack ?? ''}${cause}`;
}
