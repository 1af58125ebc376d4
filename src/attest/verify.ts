import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import type { AttestAnswer, BundleToCheck } from '../core/attestation/protocol.ts';
import { reason } from './sign.ts';

/** Who gives a workflow run its identity. */
const ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * Checks each bundle's signature, certificate and timestamp against the trusted roots, without any network; and that a workflow
 * of that very repository signed it. `trustedRoots`: JSON, or one JSON value a line, as `gh attestation trusted-root` prints.
 */
export function verifyBundles(bundles: readonly BundleToCheck[], trustedRoots: string): AttestAnswer {
  const roots = readRoots(trustedRoots);
  if (roots.length === 0)
    return bundles.map(({ name }) => ({
      name,
      ok: false,
      why: 'the file of trusted roots holds none: give what `gh attestation trusted-root` prints',
    }));
  const verifiers = roots.map(verifierOf);
  return bundles.map(({ name, bundle, repository }) => {
    const reasons = new Set<string>();
    for (const verifier of verifiers) {
      try {
        const { identity } = verifier.verify(toSignedEntity(bundleFromJSON(JSON.parse(bundle))));
        const [signer, issuer] = [identity?.subjectAlternativeName ?? '', identity?.extensions?.issuer ?? ''];
        if (issuer !== ISSUER)
          return {
            name,
            ok: false,
            why: `the identity of its signer comes from ${issuer || 'nowhere'}, not from GitHub Actions`,
          };
        if (repository === '' || !signer.startsWith(`${repository}/.github/workflows/`))
          return {
            name,
            ok: false,
            why: `it was signed by ${signer || 'nobody'}, not by a workflow of ${repository || 'a named repository'}`,
          };
        return { name, ok: true, signer };
      } catch (error) {
        reasons.add(reason(error));
      }
    }
    return { name, ok: false, why: [...reasons].join('; ') };
  });
}

/** The roots in a text, as one JSON value or one a line. What is none, or vouches for nobody, is left out: nothing is trusted for its sake. */
function readRoots(text: string): TrustedRoot[] {
  return [...new Set([text, ...text.split('\n')].map((part) => part.trim()))].flatMap((part) => {
    try {
      const root = TrustedRoot.fromJSON(JSON.parse(part) as unknown);
      toTrustMaterial(root); // a root whose keys cannot be read is none
      return root.certificateAuthorities.length === 0 ? [] : [root];
    } catch {
      return [];
    }
  });
}

/** Sigstore's public instance proves the time by its log, GitHub's own by a timestamp; one of them there must be. */
function verifierOf(root: TrustedRoot): Verifier {
  const logs = root.tlogs.length > 0 && root.ctlogs.length > 0;
  const thresholds = logs
    ? { ctlogThreshold: 1, tlogThreshold: 1, tsaThreshold: 0 }
    : { ctlogThreshold: 0, tlogThreshold: 0, tsaThreshold: 1 };
  return new Verifier(toTrustMaterial(root), thresholds);
}
