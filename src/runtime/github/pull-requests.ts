import { FlowError } from '../../core/errors.ts';
import type { GitHubHost } from './host.ts';
import { statusOf } from './refusal.ts';

/** An issue with its text. */
export interface IssueText {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly open: boolean;
  readonly author: string;
  readonly labels: readonly string[];
}

/** A pull request as a list shows it. */
export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** Address of its repository. */
  readonly home: string;
  readonly state: 'open' | 'merged' | 'closed';
  readonly draft: boolean;
  /** Login of its author. */
  readonly author: string;
  readonly head: {
    readonly branch: string;
    readonly sha: string;
    /** In this repository, and not in a fork. */ readonly own: boolean;
  };
  readonly base: { readonly branch: string; readonly sha: string };
}

/** What only the single pull request says. */
export interface PullDetail extends PullRequest {
  /** Null while the host is still trying. */
  readonly mergeable: boolean | null;
  /** The commit that a merged one became. */
  readonly mergeCommit: string | undefined;
}

export type MergeMethod = 'squash' | 'merge';

interface RestPull {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly html_url: string;
  readonly state: string;
  readonly draft?: boolean;
  readonly merged_at: string | null;
  readonly user: { readonly login: string } | null;
  readonly head: { readonly ref: string; readonly sha: string; readonly repo: { readonly full_name: string } | null };
  readonly base: { readonly ref: string; readonly sha: string };
  readonly mergeable?: boolean | null;
  readonly merge_commit_sha?: string | null;
}

/** Pages of a hundred that are read of one list. Open ones beyond them are an error, for nobody would know what they hold. */
const PAGES = 50;
/** The host lists this many files of a pull request and no more. */
export const FILES_LISTED = 3_000;

/** A comparison lists this many files and no more. */
export const FILES_COMPARED = 300;

/** Of what is over the newest are read: they are what something still waits for. */
const directionOf = (state: 'open' | 'closed'): string => (state === 'open' ? 'asc' : 'desc');

/** Issues without pull requests; open ones oldest first, closed ones newest first. */
export async function listIssueTexts(host: GitHubHost, state: 'open' | 'closed'): Promise<IssueText[]> {
  const query = { state, sort: 'created', direction: directionOf(state) };
  const issues = await pages(host, 'GET /repos/{owner}/{repo}/issues', query, PAGES);
  return (issues as RestIssue[]).flatMap((issue) => (issue.pull_request === undefined ? [issueText(issue)] : []));
}

interface RestIssue {
  readonly number: number;
  readonly title: string;
  readonly body?: string | null;
  readonly state: string;
  readonly user: { readonly login: string } | null;
  readonly labels: readonly (string | { readonly name?: string })[];
  readonly pull_request?: unknown;
}

function issueText(issue: RestIssue): IssueText {
  const labels = issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));
  const { number, title, body, state, user } = issue;
  return { number, title, body: body ?? '', open: state === 'open', author: user?.login ?? 'ghost', labels };
}

/** Pull requests; open ones oldest first, closed ones newest first. */
export async function listPulls(host: GitHubHost, state: 'open' | 'closed'): Promise<PullRequest[]> {
  const query = { state, sort: 'created', direction: directionOf(state) };
  const pulls = await pages(host, 'GET /repos/{owner}/{repo}/pulls', query, PAGES);
  return (pulls as RestPull[]).map((pull) => toPull(host, pull));
}

/** One pull request; undefined when there is none of that number. */
export async function readPull(host: GitHubHost, number: number): Promise<PullDetail | undefined> {
  try {
    const parameters = { pull_number: number };
    const pull = (await call(host, 'GET /repos/{owner}/{repo}/pulls/{pull_number}', parameters)) as RestPull;
    const found = toPull(host, pull);
    const mergeCommit = found.state === 'merged' ? (pull.merge_commit_sha ?? undefined) : undefined;
    return { ...found, mergeable: pull.mergeable ?? null, mergeCommit };
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

/** Paths that a pull request changes, both sides of a rename. */
export async function pullFiles(host: GitHubHost, number: number): Promise<string[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
  const files = await pages(host, route, { pull_number: number }, FILES_LISTED / 100);
  const paths = (files as { filename: string; previous_filename?: string }[]).flatMap((file) =>
    file.previous_filename === undefined ? [file.filename] : [file.previous_filename, file.filename],
  );
  return [...new Set(paths)].sort();
}

/** Merges a pull request whose head is `sha` and nothing else; gives the commit. Throws what the host refuses with. */
export async function mergePull(host: GitHubHost, number: number, sha: string, method: MergeMethod): Promise<string> {
  const parameters = { pull_number: number, sha, merge_method: method };
  const answer = await call(host, 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', parameters);
  return (answer as { sha: string }).sha;
}

/** Deletes a branch; one that is gone already is no error. */
export async function deleteBranch(host: GitHubHost, branch: string): Promise<void> {
  try {
    await call(host, 'DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ref: `heads/${branch}` });
  } catch (error) {
    if (![404, 422].includes(statusOf(error) ?? 0)) throw error;
  }
}

/** Sha that a branch has; undefined when there is none. */
export async function branchHead(host: GitHubHost, branch: string): Promise<string | undefined> {
  try {
    const answer = await call(host, 'GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: `heads/${branch}` });
    return (answer as { object: { sha: string } }).object.sha;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

/** Paths that differ between the merge base of two commits and the second. */
export async function changedSince(host: GitHubHost, from: string, to: string): Promise<string[]> {
  const answer = await call(host, 'GET /repos/{owner}/{repo}/compare/{basehead}', { basehead: `${from}...${to}` });
  const { files = [] } = answer as { files?: { filename: string; previous_filename?: string }[] };
  return files.flatMap((file) =>
    file.previous_filename === undefined ? [file.filename] : [file.previous_filename, file.filename],
  );
}

async function call(host: GitHubHost, route: string, parameters: Record<string, unknown>): Promise<unknown> {
  return await host.client.call(route, { owner: host.owner, repo: host.repo, ...parameters });
}

async function pages(
  host: GitHubHost,
  route: string,
  query: Record<string, unknown>,
  most: number,
): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let page = 1; page <= most; page++) {
    const answer = (await call(host, route, { ...query, per_page: 100, page })) as unknown[];
    found.push(...answer);
    if (answer.length < 100) return found;
  }
  if (query['state'] === 'open') {
    const what = route.replace(/^.*\//, '');
    throw new FlowError('refused', `${host.owner}/${host.repo} has more than ${most * 100 - 1} open ${what}`, {
      at: what,
      fix: 'close what is over: contracts are read from all of them, and none may be left out',
    });
  }
  return found;
}

function toPull(host: GitHubHost, pull: RestPull): PullRequest {
  const { number, title, body, draft, user, head, base } = pull;
  return {
    number,
    title,
    body: body ?? '',
    home: pull.html_url.replace(/\/pull\/[0-9]+$/, ''),
    state: pull.state === 'open' ? 'open' : pull.merged_at === null ? 'closed' : 'merged',
    draft: draft === true,
    author: user?.login ?? 'ghost',
    head: {
      branch: head.ref,
      sha: head.sha,
      own: head.repo?.full_name.toLowerCase() === `${host.owner}/${host.repo}`.toLowerCase(),
    },
    base: { branch: base.ref, sha: base.sha },
  };
}
