import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readStatement } from '../../core/attestation/check-statement.ts';
import { FlowError } from '../../core/errors.ts';
import type { AttestAnswer } from '../../core/attestation/protocol.ts';
import type { AttestInput, Signature } from '../../flow/attest-check.ts';
import { askAttest } from '../../runtime/attest/process.ts';
import { readText } from '../../runtime/read-text.ts';

/** What the files of the action `attest` end with. */
const SUFFIX = /\.(intoto|sigstore)\.json$/;

/** Reads statements out of files and folders; signatures are checked where a trusted root is given. */
export async function readStatements(
  paths: readonly string[],
  trustedRoot: string | undefined,
  repository: string | undefined,
): Promise<AttestInput['statements']> {
  const files = paths.flatMap(filesOf);
  const read = files.map((file) => ({ file, ...readStatement(readText(file), file) }));
  const bundles = read.flatMap(({ file, bundle }) => (bundle === undefined ? [] : [{ name: file, bundle }]));
  if (trustedRoot !== undefined && bundles.length > 0 && repository === undefined)
    throw new FlowError('bad-input', 'nothing says whose signatures are meant: a statement names its own repository', {
      at: '--repo',
      fix: 'give --repo owner/name of the repository whose workflow signed',
    });
  const checked =
    trustedRoot === undefined || repository === undefined || bundles.length === 0
      ? []
      : await askAttest({
          kind: 'verify',
          trustedRoot: readText(trustedRoot),
          bundles: bundles.map((one) => ({ ...one, repository })),
        });
  const signatures = new Map(checked.map((one) => [one.name, signatureOf(one)]));
  return read.map((one) => ({
    ...one,
    signature: one.bundle === undefined ? { kind: 'none' } : (signatures.get(one.file) ?? { kind: 'unchecked' }),
  }));
}

function signatureOf(answer: AttestAnswer[number]): Signature {
  return answer.ok ? { kind: 'good', signer: answer.signer ?? '' } : { kind: 'bad', why: answer.why };
}

/** The file itself, or those of a folder that the action wrote. */
function filesOf(path: string): string[] {
  const folder = lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!folder) return [path];
  const names = readdirSync(path).filter((name) => SUFFIX.test(name));
  if (names.length === 0)
    throw new FlowError('not-found', `${path} holds no statement`, {
      at: '--bundle',
      fix: 'give the folder that the action `attest` wrote: its files end with .intoto.json or .sigstore.json',
    });
  return names.sort().map((name) => join(path, name));
}
