import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readStatement } from '../../../src/core/attestation/check-statement.ts';
import { verifyBundles } from '../../../src/attest/verify.ts';

// Signed by `signStatements` of src/attest/sign.ts against Sigstore's own mock of its services (@sigstore/mock 0.10.0), whose keys
// were thrown away; test/fixtures/attestation/README.md tells how.
const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/attestation/${name}`, import.meta.url), 'utf8');
const [root, otherLog] = [read('trusted-root.jsonl'), read('other-log.jsonl')];
const good = read('tests.sigstore.json');
const REPOSITORY = 'https://github.com/acme/rocket';
const SIGNER = `${REPOSITORY}/.github/workflows/attest.yml@refs/heads/main`;
const verify = (bundle: string, roots = root, repository = REPOSITORY) =>
  verifyBundles([{ name: 'tests', bundle, repository }], roots)[0];

/** The bundle with its payload, or the part that `change` takes, altered. */
function altered(
  change: (bundle: { dsseEnvelope: { payload: string; signatures: { sig: string }[] } }) => void,
): string {
  const bundle = JSON.parse(good) as Parameters<typeof change>[0];
  change(bundle);
  return JSON.stringify(bundle);
}

test('a bundle that a workflow of the repository signed is good, and its signer is named', () => {
  expect(verify(good)).toEqual({ name: 'tests', ok: true, signer: SIGNER });
  expect(readStatement(good, 'f').statement.predicate.result).toBe('PASSED');
});

test('one trusted root of several is enough, on a line each or as one value over lines', () => {
  expect(verify(good, `${otherLog}${root}`)).toMatchObject({ ok: true });
  expect(verify(good, JSON.stringify(JSON.parse(root), null, 2))).toMatchObject({ ok: true });
});

test.each<[string, string, string, RegExp]>([
  [
    'a payload that was altered',
    altered(
      ({ dsseEnvelope }) =>
        (dsseEnvelope.payload = Buffer.from(
          Buffer.from(dsseEnvelope.payload, 'base64').toString().replace('PASSED', 'FAILED'),
        ).toString('base64')),
    ),
    REPOSITORY,
    /./,
  ],
  [
    'a signature that was altered',
    altered(({ dsseEnvelope }) => (dsseEnvelope.signatures[0]!.sig = Buffer.from('x'.repeat(70)).toString('base64'))),
    REPOSITORY,
    /./,
  ],
  [
    'another repository',
    read('other-repository.sigstore.json'),
    REPOSITORY,
    /signed by https:\/\/github\.com\/evil\/rocket\/\S+, not by a workflow of https:\/\/github\.com\/acme\/rocket$/,
  ],
  ['a repository whose name begins alike', good, 'https://github.com/acme/rock', /not by a workflow of/],
  ['no repository', good, '', /not by a workflow of a named repository/],
  [
    'another issuer',
    read('other-issuer.sigstore.json'),
    REPOSITORY,
    /comes from https:\/\/accounts\.example\.invalid, not from GitHub Actions/,
  ],
  ['no bundle', '{}', REPOSITORY, /./],
])('A-54 %s is refused', (_, bundle, repository, why) => {
  expect(verify(bundle, root, repository)).toEqual({ name: 'tests', ok: false, why: expect.stringMatching(why) });
});

test.each([
  ['a log that nobody trusts', otherLog],
  ['no root at all', ''],
  ['a root of nobody', '{}'],
  ['a file that is something else', '# Title\n\nWords.\n'],
  ['JSON that is no root', '{"name":"x","certificateAuthorities":[{"uri":7}]}'],
  ['null', 'null'],
])('A-54 %s: refused', (_, roots) => {
  expect(verify(good, roots)).toMatchObject({ ok: false });
});

test.each(['# Title\n', '{}', ''])('a file of roots that holds none is told as that: %j', (roots) => {
  expect(verify(good, roots)).toMatchObject({ why: expect.stringContaining('the file of trusted roots holds none') });
});
