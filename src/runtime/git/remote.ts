import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import { BRANCH, SHA } from '../../core/names.ts';
import { git } from './git.ts';
import type { GitPlace, GitResult } from './git.ts';

/** A repository of our own together with where it fetches from and pushes to. */
export type RemotePlace = GitPlace & Required<Pick<GitPlace, 'remote'>>;

const CLONE_URL =
  /^https?:\/\/[A-Za-z0-9.:[\]-]+(\/[A-Za-z0-9_~][A-Za-z0-9._~-]*)*\/[A-Za-z0-9_.][A-Za-z0-9._-]*\.git$/;

/** The clone URL of a repository; refuses what git could read as an option, a path or credentials. */
export function checkCloneUrl(url: string): string {
  if (CLONE_URL.test(url) && URL.canParse(url)) return url;
  throw new FlowError('bad-input', `${JSON.stringify(url.slice(0, 100))} is no clone URL`, {
    at: 'GITHUB_SERVER_URL',
    fix: 'run this in a workflow, where the runner sets GITHUB_SERVER_URL and GITHUB_REPOSITORY',
  });
}

function checkRef(branch: string): string {
  if (BRANCH.test(branch)) return `refs/heads/${branch}`;
  throw new FlowError('bad-input', `${JSON.stringify(branch.slice(0, 80))} is no plain branch name`, { at: 'branch' });
}

function checkSha(sha: string): string {
  if (SHA.test(sha)) return sha;
  throw new FlowError('bad-input', `${JSON.stringify(sha.slice(0, 80))} is no commit sha`, { at: 'sha' });
}

const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
  '--no-recurse-submodules',
];

/** Fetches one commit with its tree; false when the host does not have it (any more). */
export async function fetchCommit(place: RemotePlace, sha: string): Promise<boolean> {
  const result = await git(place, [...FETCH, '--depth=1', '--end-of-options', place.remote.url, checkSha(sha)]);
  if (result.code === 0) return true;
  if (/not our ref|unadvertised object/.test(result.stderr)) return false;
  throw hostError('fetch', result);
}

/** Git's word for all of a history: it also completes a repository that was fetched shallow. */
const ALL = '--depth=2147483647';

/** Fetches commits with all that lies behind them. */
export async function fetchHistory(place: RemotePlace, shas: readonly string[]): Promise<void> {
  const result = await git(place, [...FETCH, ALL, '--end-of-options', place.remote.url, ...shas.map(checkSha)]);
  if (result.code !== 0) throw hostError('fetch', result);
}

/** Fetches the tip of a branch with its parents and returns its sha; undefined when there is no such branch. */
export async function fetchTip(place: RemotePlace, branch: string): Promise<string | undefined> {
  const refspec = `+${checkRef(branch)}:refs/heads/tip`;
  const result = await git(place, [...FETCH, '--depth=2', '--end-of-options', place.remote.url, refspec]);
  if (result.code === 0) return readFileSync(join(place.gitDir, 'refs', 'heads', 'tip'), 'utf8').trim();
  if (/couldn't find remote ref/.test(result.stderr)) return undefined;
  throw hostError('fetch', result);
}

/** The sha a branch has on the host, undefined when it has none. */
export async function remoteTip(place: RemotePlace, branch: string): Promise<string | undefined> {
  const ref = checkRef(branch);
  const result = await git(place, ['ls-remote', '--quiet', '--end-of-options', place.remote.url, ref]);
  if (result.code !== 0) throw hostError('ls-remote', result);
  const line = result.stdout
    .toString('utf8')
    .split('\n')
    .find((entry) => entry.endsWith(`\t${ref}`));
  return line?.slice(0, 40);
}

/**
 * Moves a branch from `expected` (undefined: it must not exist) to `sha`, a descendant. The host compares and swaps, so
 * a branch that moved is never overwritten: `moved`. An answer lost on the way is resolved by looking again.
 */
export async function pushFastForward(
  place: RemotePlace,
  branch: string,
  sha: string,
  expected: string | undefined,
): Promise<'pushed' | 'moved'> {
  const ref = checkRef(branch);
  const lease = `--force-with-lease=${ref}:${expected === undefined ? '' : checkSha(expected)}`;
  const args = [
    'push',
    '--quiet',
    '--no-verify',
    '--porcelain',
    lease,
    '--end-of-options',
    place.remote.url,
    `${checkSha(sha)}:${ref}`,
  ];
  let result = await git(place, args);
  for (let again = 0; result.code !== 0; again++) {
    const tip = await remoteTip(place, branch);
    if (tip === sha) return 'pushed';
    if (tip !== expected) return 'moved';
    if (again > 0) throw hostError('push', result);
    result = await git(place, args);
  }
  return 'pushed';
}

function hostError(what: string, result: GitResult): FlowError {
  const told = result.stderr.replace(/\s+/g, ' ').slice(-400);
  return new FlowError('host', `git ${what} failed (exit ${result.code}): ${told}`, {
    at: what,
    fix: 'check that the job has `contents: write` and that no rule forbids the push',
  });
}
