import { FlowError } from '../core/errors.ts';
import type { ParityProblem } from '../core/parity/report.ts';
import { GgufError, RULES } from '../../kernels/gguf/refusal.ts';
import { MalformedBytes } from '../../kernels/reference/malformed.ts';

/** Words of a refusal that say which kind of damage it is; the first that fits names it. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\bNaN\b/, 'nan'],
  [/infinite/, 'infinite'],
  [/sha256/, 'sha256'],
  [/too long/, 'wrong-size'],
  [/cut short|file ends|ends here/, 'truncated'],
  [/blocks differ|the scale in the bytes/, 'shifted-scale'],
  [/scale/, 'bad-scale'],
];

/** A rule of the reader that names the kind by itself. */
const OF_RULES: Readonly<Record<string, string>> = {
  'past-end': 'truncated',
  changed: 'truncated',
  code: 'illegal-code',
  'zero-block': 'missing-bytes',
};

/** What a reader refused, by name. Anything but a user's error is a bug and thrown on. */
export function problemOf(error: unknown, subject: string): ParityProblem {
  if (!(error instanceof FlowError) || error.code === 'bug') throw error;
  const words = KINDS.find(([pattern]) => pattern.test(error.message))?.[1];
  if (error instanceof GgufError) {
    const rule = words === 'nan' || words === 'infinite' ? words : (OF_RULES[error.rule] ?? error.rule);
    return {
      rule,
      subject,
      message: `byte ${error.offset}, ${error.field}: ${error.reason}`,
      fix: RULES[error.rule],
    };
  }
  const rule = words ?? (error instanceof MalformedBytes ? 'illegal-code' : error.code);
  // The subject is the file as it was asked for; where it lies on this machine says no more.
  const place = error.at === undefined || error.at.endsWith(subject) ? '' : `${error.at}: `;
  return { rule, subject, message: `${place}${error.message}`, ...(error.fix === undefined ? {} : { fix: error.fix }) };
}
