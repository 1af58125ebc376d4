import { createHash } from 'node:crypto';
import { FlowError } from '../../core/errors.ts';
import { REGISTRY_CHARS } from '../../core/gate-registry/registry.ts';
import { SHA } from '../../core/names.ts';
import { git, type GitPlace } from '../git/git.ts';

/** A registry's text with where it is from. */
export interface RegistryText {
  readonly path: string;
  readonly text: string;
  /** Undefined: from the work tree. */
  readonly commit: string | undefined;
  readonly sha256: string;
}

const PATH = /^(?![/-])(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\\0\n:]{1,400}$/;

/** Reads a registry from the base, never from the branch that it judges. Throws `not-found` when the base has none. */
export async function readBaseRegistry(place: GitPlace, base: string, path: string): Promise<RegistryText> {
  if (!PATH.test(path))
    throw new FlowError('bad-input', `${JSON.stringify(path)} is no path of the repository`, {
      at: 'registry',
      fix: 'write it from the top of the repository, without `..`',
    });
  const commit = await commitOf(place, base);
  const { code, stdout } = await git(place, ['cat-file', 'blob', `${commit}:${path}`], {
    maxBytes: 4 * REGISTRY_CHARS,
  });
  if (code === 0) return registryText(path, stdout.toString('utf8'), commit);
  throw new FlowError('not-found', `${path} is not in the base (${commit.slice(0, 12)})`, {
    at: 'registry',
    fix: 'a registry counts from the moment it is on the base branch: merge it first',
  });
}

/** Full sha of a commit that the checkout has. */
export async function commitOf(place: GitPlace, revision: string): Promise<string> {
  const { code, stdout } = await git(place, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  const sha = stdout.toString('utf8').trim();
  if (code === 0 && SHA.test(sha)) return sha;
  throw new FlowError('not-found', `${JSON.stringify(revision.slice(0, 80))} is no commit of this checkout`, {
    at: 'base',
    fix: 'check out with fetch-depth: 0, and name a commit or a ref that it has',
  });
}

export function registryText(path: string, text: string, commit: string | undefined): RegistryText {
  return { path, text, commit, sha256: createHash('sha256').update(text).digest('hex') };
}
