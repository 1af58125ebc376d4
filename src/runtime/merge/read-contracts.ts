import { readOwners, CODEOWNERS, type OwnerRule } from '../../core/codeowners.ts';
import { contractSha256, type Contract } from '../../core/contract/contract.ts';
import { fold } from '../../core/fold.ts';
import { NO_CONTRACT } from '../../flow/contract-pin.ts';
import { findLedger } from '../../flow/find-ledger.ts';
import { issueOfPullRequest } from '../../flow/pull-request.ts';
import { FlowError } from '../../core/errors.ts';
import { belongsTo } from '../../core/merge-plan/belongs.ts';
import { compareIds, type ItemState, type PlanItem } from '../../core/merge-plan/item.ts';
import { printable } from '../../core/text.ts';
import { parseContractMarkdown } from '../contract-text.ts';
import type { GitHubHost } from '../github/host.ts';
import { listIssueTexts, listPulls, pullFiles, type IssueText, type PullRequest } from '../github/pull-requests.ts';

/** A contract on the host, with what became of it. */
export interface HostContract {
  readonly issue: IssueText;
  readonly contract: Contract;
  readonly state: ItemState;
  readonly pulls: readonly PullRequest[];
  readonly item: PlanItem;
}

/** All that decides the order of merges in a repository. */
export interface HostContracts {
  /** The branch that everything is merged into. */
  readonly base: string;
  readonly contracts: readonly HostContract[];
  /** Contracts that cannot be read, each with what is wrong. */
  readonly refused: readonly { readonly at: string; readonly why: string }[];
  /** Issues whose contract does not count: nobody with write permission stands behind it. */
  readonly untrusted: readonly string[];
  readonly owners: readonly OwnerRule[];
}

/** The label that a flow sets on the issue it was started on. */
const STARTED = /^flow:([a-z][a-z0-9-]*)$/;

/**
 * Reads the contracts of open issues and of the closed ones they depend on, their pull requests with the files that these
 * change, and the owners. A contract counts when its author may write here, or when somebody who may write approved one
 * by starting a flow on the issue; then one that was changed since blocks itself. Without `files` nobody asks what the pull requests
 * change, which is a call for each and only an order of merges needs.
 */
export async function readHostContracts(
  host: GitHubHost,
  { files = true }: { readonly files?: boolean } = {},
): Promise<HostContracts> {
  const base = await defaultBranch(host);
  const trust = new Map<string, Promise<boolean>>();
  const mayWrite = (login: string): Promise<boolean> => {
    const known = trust.get(login) ?? host.mayWrite(login);
    trust.set(login, known);
    return known;
  };
  const refused: { at: string; why: string }[] = [];
  const untrusted: string[] = [];
  const openNow = await listPulls(host, 'open');
  const read = async (issue: IssueText): Promise<ReadContract | undefined> => {
    const at = `#${issue.number}`;
    let contract: Contract | undefined;
    let why: string | undefined;
    try {
      contract = parseContractMarkdown(issue.body, at);
    } catch (error) {
      if (!(error instanceof FlowError)) throw error;
      why = printable(error.toLine(), 400);
    }
    if (contract === undefined && why === undefined && !issue.open) return undefined;
    const approved = await approvedSha(host, issue, openNow);
    if (contract === undefined && why === undefined && approved !== undefined) {
      why = `the contract of ${at} was taken out after it was approved`;
    }
    if (contract === undefined && why === undefined) return undefined;
    // What was approved once counts whoever changes it now: taking it away would free what it holds up.
    if (approved === undefined && !(await mayWrite(issue.author))) {
      untrusted.push(at);
      return undefined;
    }
    if (why !== undefined && issue.open) refused.push({ at, why });
    if (contract === undefined) return undefined;
    return { issue, contract, changed: approved !== undefined && contractSha256(contract) !== approved };
  };

  const open = await readEach(await listIssueTexts(host, 'open'), read);
  const ids = new Set(open.map(({ contract }) => contract.issue));
  const wanted = new Set(open.flatMap(({ contract }) => contract.dependsOn).filter((id) => !ids.has(id)));
  // A contract that was closed answers for those that depend on it, and for nobody else.
  const closed =
    wanted.size === 0
      ? []
      : (await readEach(await listIssueTexts(host, 'closed'), read)).filter((one) => wanted.has(one.contract.issue));

  const openPulls = await countedPulls(openNow, base, mayWrite);
  const endedPulls = await countedPulls(await listPulls(host, 'closed'), base, mayWrite);
  const contracts: HostContract[] = [];
  for (const { issue, contract, changed } of [...open, ...closed]) {
    const key = { id: contract.issue, slug: contract.slug, issue: issue.number };
    const pulls = issue.open ? openPulls.filter((pull) => belongsTo(pull, key, true)) : [];
    const merged = endedPulls.filter((pull) => pull.state === 'merged' && belongsTo(pull, key, false));
    const state = pulls.length > 0 ? 'open' : merged.length > 0 ? 'merged' : issue.open ? 'open' : 'closed';
    const touched = new Map<number, string[]>();
    if (files) for (const { number } of pulls) touched.set(number, await pullFiles(host, number));
    const item: PlanItem = {
      id: contract.issue,
      slug: contract.slug,
      state,
      dependsOn: contract.dependsOn,
      hotspots: contract.mergeHotspots,
      changed,
      at: `#${issue.number}`,
      pulls: pulls.map(({ number, head, draft }) => ({
        number,
        head: head.sha,
        draft,
        touched: touched.get(number) ?? [],
      })),
    };
    contracts.push({ issue, contract, state, pulls, item });
  }
  contracts.sort((a, b) => compareIds(a.item.id, b.item.id) || a.issue.number - b.issue.number);
  return { base, contracts, refused, untrusted, owners: await ownersAt(host, base) };
}

interface ReadContract {
  readonly issue: IssueText;
  readonly contract: Contract;
  readonly changed: boolean;
}

/** The sha256 of the contract that the facts of the issue's flow pin; undefined where no flow was started or none is pinned. */
async function approvedSha(
  host: GitHubHost,
  issue: IssueText,
  pulls: readonly PullRequest[],
): Promise<string | undefined> {
  const [flow] = issue.labels.flatMap((label) => STARTED.exec(label)?.[1] ?? []);
  if (flow === undefined) return undefined;
  // The Ledger may have moved to the pull request, which is found by its branch.
  const own = pulls.find(({ head, body }) => head.own && issueOfPullRequest(body) === issue.number);
  const { comments } = await host.readSubject(issue.number, own?.head.branch ?? `feat/${issue.number}`);
  const pinned = fold(findLedger(flow, issue.number, comments).facts).contract;
  return pinned === NO_CONTRACT ? undefined : pinned;
}

/** The branch that is merged into, and that workflows run from. */
async function defaultBranch(host: GitHubHost): Promise<string> {
  const answer = await host.client.call('GET /repos/{owner}/{repo}', { owner: host.owner, repo: host.repo });
  return (answer as { default_branch: string }).default_branch;
}

/** Pull requests into the base by people who may write: from a branch here, or by their permission. */
async function countedPulls(
  pulls: readonly PullRequest[],
  base: string,
  mayWrite: (login: string) => Promise<boolean>,
): Promise<PullRequest[]> {
  const counted: PullRequest[] = [];
  for (const pull of pulls) {
    if (pull.base.branch === base && (pull.head.own || (await mayWrite(pull.author)))) counted.push(pull);
  }
  return counted;
}

async function ownersAt(host: GitHubHost, branch: string): Promise<OwnerRule[]> {
  for (const path of CODEOWNERS) {
    const text = await host.readFile(path, branch);
    if (text !== undefined) return readOwners(text);
  }
  return [];
}

async function readEach<T, R>(all: readonly T[], read: (one: T) => Promise<R | undefined>): Promise<R[]> {
  const found: R[] = [];
  for (const one of all) {
    const value = await read(one);
    if (value !== undefined) found.push(value);
  }
  return found;
}
