import { readFileSync } from 'node:fs';
import { FlowError } from '../core/errors.ts';

/** Text of a file that a person named on the command line; a usage error when it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new FlowError('bad-input', `cannot read ${path}: ${(cause as Error).message}`, {
      at: path,
      fix: 'give the path of a file that exists',
      cause,
    });
  }
}
