import { createHash } from 'node:crypto';
import { FlowError } from '../../core/errors.ts';

/** Name of the native program, and of the file with its digest, in the format of `sha256sum`. */
export const PROGRAM = 'bitnet-flow-cuda';
export const DIGEST_FILE = `${PROGRAM}.sha256`;

/** A digest as the runner's variables and inputs hold it. */
export const SHA256 = /^[0-9a-f]{64}$/;

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The digest in the text of a digest file, which must be about the program and nothing else. */
export function parseDigestFile(text: string, at: string): string {
  const [, digest] = new RegExp(`^([0-9a-f]{64}) [ *]${PROGRAM}\\n?$`).exec(text) ?? [];
  if (digest !== undefined) return digest;
  throw new FlowError('refused', `${JSON.stringify(text.slice(0, 80))} is no digest of ${PROGRAM}`, {
    at,
    fix: `write it by \`sha256sum ${PROGRAM} > ${DIGEST_FILE}\``,
  });
}

/** Throws, naming both, when a program is not the one that is expected. */
export function checkDigest(program: Uint8Array, expected: string, from: string, source: string): string {
  const seen = sha256(program);
  if (seen === expected) return seen;
  throw new FlowError('refused', `the program has sha256 ${seen}, ${source} says ${expected}`, {
    at: from,
    fix: 'do not run it; find out who wrote it, then build it again and set the digest of that build',
  });
}
