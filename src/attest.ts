import { text } from 'node:stream/consumers';
import type { AttestAnswer, AttestRequest } from './core/attestation/protocol.ts';
import { reason, signStatements } from './attest/sign.ts';
import { verifyBundles } from './attest/verify.ts';

// The one entry that reaches Sigstore's packages: a process of its own, so that no other bundle holds them.
try {
  const request = JSON.parse(await text(process.stdin)) as AttestRequest;
  const answer: AttestAnswer =
    request.kind === 'sign'
      ? await signStatements(request.statements)
      : verifyBundles(request.bundles, request.trustedRoot);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
} catch (error) {
  process.stderr.write(`${reason(error)}\n`);
  process.exitCode = 1;
}
