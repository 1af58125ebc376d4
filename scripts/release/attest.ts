import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ReleaseError } from './git.ts';

/** A file that an attestation speaks of. */
export interface Subject {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

/** GitHub takes at most this many subjects in one attestation. */
const MOST_SUBJECTS = 1024;

/** What is beside the mirrors: the tool itself, and what it starts. */
const TOOL = ['dist/cli', 'dist/parity'];

/** Every file of the mirrors, of the CLI and of what it starts, each content once: what is in all mirrors bears its name without a folder. */
export function subjectsOf(sums: string, root: string): Subject[] {
  const names = new Map<string, string[]>();
  for (const line of sums.trimEnd().split('\n')) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (sha256 === undefined || path === undefined)
      throw new ReleaseError(`SHA256SUMS has the line ${JSON.stringify(line)}`);
    names.set(sha256, [...(names.get(sha256) ?? []), path]);
  }
  for (const folder of TOOL.filter((path) => existsSync(join(root, path)))) {
    for (const file of readdirSync(join(root, folder)).sort()) {
      const sha256 = createHash('sha256')
        .update(readFileSync(join(root, folder, file)))
        .digest('hex');
      if (!names.has(sha256)) names.set(sha256, [`${folder}/${file}`]);
    }
  }
  const subjects = [...names].map(([sha256, paths]) => ({
    name: paths.length === 1 ? paths[0]! : paths[0]!.replace(/^[^/]+\//, ''),
    digest: { sha256 },
  }));
  if (subjects.length > MOST_SUBJECTS)
    throw new ReleaseError(`${subjects.length} files are more than one attestation can name (${MOST_SUBJECTS})`);
  return subjects;
}

/** The part of @actions/attest that is used. */
interface Attester {
  attestProvenance(options: { subjects: readonly Subject[]; token: string }): Promise<{ attestationID?: string }>;
}

/**
 * Signs build provenance for the subjects with the identity of the workflow run, and stores it with the repository. The package
 * has a folder and a lockfile of its own, because only this one step needs it.
 */
export async function attest(root: string, subjects: readonly Subject[], token: string): Promise<string> {
  const entry = join(root, 'scripts/release/attest/node_modules/@actions/attest/lib/index.js');
  if (!existsSync(entry))
    throw new ReleaseError('@actions/attest is not installed: npm ci --ignore-scripts --prefix scripts/release/attest');
  if (!process.env['ACTIONS_ID_TOKEN_REQUEST_URL'])
    throw new ReleaseError('there is no identity to sign with: run this in a workflow whose job has `id-token: write`');
  const { attestProvenance } = (await import(pathToFileURL(entry).href)) as Attester;
  const { attestationID } = await attestProvenance({ subjects, token });
  if (attestationID === undefined)
    throw new ReleaseError('the host stored no attestation: the job needs `attestations: write`');
  return `https://github.com/${process.env['GITHUB_REPOSITORY'] ?? ''}/attestations/${attestationID}`;
}
