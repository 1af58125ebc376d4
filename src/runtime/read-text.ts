import { readFileSync } from 'node:fs';
import { FlowError } from '../core/errors.ts';
import { utf8Text } from '../core/utf8.ts';

/** What the usual faults of reading mean to a person; the system's own words are kept for the others. */
const FAULTS: Readonly<Record<string, readonly [problem: string, fix: string]>> = {
  ENOENT: ['does not exist', 'give the path of a file that exists'],
  EISDIR: ['is a folder', 'give the path of a file'],
  ENOTDIR: ['lies below something that is no folder', 'give the path of a file that exists'],
  EACCES: ['may not be read', 'give yourself permission to read it'],
};

/** Text of a file that a person named; a usage error when it cannot be read or is not UTF-8. */
export function readText(path: string): string {
  const refuse = (problem: string, fix: string, cause?: unknown): never => {
    throw new FlowError('bad-input', `${JSON.stringify(path)} ${problem}`, { at: path, fix, cause });
  };
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    const [problem, fix] = FAULTS[code] ?? [`cannot be read: ${message}`, 'give the path of a file that can be read'];
    return refuse(problem, fix, cause);
  }
  return utf8Text(bytes) ?? refuse('is not UTF-8 text', 'save it as UTF-8');
}
