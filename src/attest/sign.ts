import { attest } from '@actions/attest';
import { refuseUnsafe } from '../core/public-safety/refuse.ts';
import type { AttestAnswer, AttestStatement } from '../core/attestation/protocol.ts';

/**
 * Signs statements with the identity of the workflow run, through Sigstore. When one cannot be signed the next ones are not
 * tried: the reason is the same, and every try costs the host time.
 */
export async function signStatements(statements: readonly AttestStatement[]): Promise<AttestAnswer> {
  // What is signed stands in a public log for ever, so it passes the same door as every other write.
  for (const { name, subject, predicate } of statements) refuseUnsafe(`statement ${name}`, { subject, predicate });
  const answers: AttestAnswer[number][] = [];
  let failed: string | undefined;
  for (const { name, subject, predicateType, predicate } of statements) {
    if (failed === undefined) {
      try {
        const subjects = subject.map((one) => ({ name: one.name, digest: { ...one.digest } }));
        // It is stored by whoever asked: what is signed is not lost when storing is not permitted.
        const { bundle } = await attest({ subjects, predicateType, predicate, token: '', skipWrite: true });
        answers.push({ name, ok: true, bundle });
        continue;
      } catch (error) {
        failed = reason(error);
      }
    }
    answers.push({ name, ok: false, why: failed });
  }
  return answers;
}

/** The innermost message: the outer ones say only that something failed. */
export function reason(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  return inner instanceof Error ? inner.message : String(inner);
}
