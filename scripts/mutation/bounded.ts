// Ends code that does not end by itself, without the process that runs it.
import { Script } from 'node:vm';

const CALL: unique symbol = Symbol.for('bitnet-flow.mutation.call') as never;
const script = new Script(`globalThis[Symbol.for('bitnet-flow.mutation.call')]()`, { filename: 'bounded.cjs' });

/**
 * Calls a function and gives what it returns. What it does before it first waits for something is ended after so many milliseconds, and an error
 * is thrown that `isOverdue` knows; the code that was ended cannot catch it.
 */
export function within<T>(ms: number, call: () => T): T {
  (globalThis as unknown as Record<symbol, () => T>)[CALL] = call;
  return script.runInThisContext({ timeout: Math.ceil(ms) }) as T;
}

export function isOverdue(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
