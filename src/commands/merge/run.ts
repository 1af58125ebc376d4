import { FlowError } from '../../core/errors.ts';
import { closedBy, partOf } from '../../core/merge-plan/belongs.ts';
import { checkMerge } from '../../core/merge-plan/merge-check.ts';
import { mergeRefusal } from '../../core/merge-plan/merge-refusal.ts';
import { planMerges } from '../../core/merge-plan/plan.ts';
import { SHA } from '../../core/names.ts';
import { printable } from '../../core/text.ts';
import { hostError, type GitHubHost } from '../../runtime/github/host.ts';
import {
  branchHead,
  changedSince,
  deleteBranch,
  FILES_COMPARED,
  mergePull,
  pullFiles,
  readPull,
  type MergeMethod,
  type PullDetail,
} from '../../runtime/github/pull-requests.ts';
import { statusOf } from '../../runtime/github/refusal.ts';
import { inspectMerge } from '../../runtime/merge/inspect-merge.ts';
import { readHostContracts } from '../../runtime/merge/read-contracts.ts';
import { withRequiredGates } from '../../runtime/merge/required-gates.ts';
import { hostTarget, openHost, type HostFlags } from '../host.ts';
import { mergeCommand } from './plan.ts';

export interface RunOptions extends HostFlags {
  readonly pr: string;
  readonly head: string;
  readonly mergeCommit?: boolean;
  readonly keepBranch?: boolean;
  readonly json?: boolean;
}

/** Merges one pull request in its turn, as the head that was looked at, and checks the tree that came of it. */
export async function runCommand(
  options: RunOptions,
): Promise<{ ok: boolean; lines: readonly string[]; json: unknown }> {
  const [number, head] = [numberOf(options.pr), shaOf(options.head)];
  const target = hostTarget(options);
  const host = await openHost(options, target);
  const method: MergeMethod = options.mergeCommit === true ? 'merge' : 'squash';
  const pull = await readPull(host, number);
  if (pull === undefined)
    throw new FlowError('not-found', `there is no pull request #${number}`, {
      at: '--pr',
      fix: 'see `bitnet-flow merge plan`',
    });
  const { base, plan, refused } = await readPlan(host);
  const named = [...closedBy(pull), ...partOf(pull.body)].map((issue) => `#${issue}`);
  const at = (await branchHead(host, base)) ?? pull.base.sha;
  const changed = pull.state === 'open' ? await changedSince(host, head, at) : [];
  const refusal = mergeRefusal(
    {
      number,
      state: pull.state,
      draft: pull.draft,
      head: pull.head.sha,
      mergeable: pull.mergeable,
      touched: pull.state === 'open' ? await pullFiles(host, number) : [],
      unreadable: refused.map(({ at: issue }) => issue).filter((issue) => named.includes(issue)),
    },
    head,
    plan,
    { branch: base, changed, complete: changed.length < FILES_COMPARED },
  );
  if (refusal !== undefined) throw new FlowError('refused', refusal.message, { at: '--pr', fix: refusal.fix });

  const commit = await merge(host, pull, head, method);
  const url = target.apiUrl;
  const wrong = await inspectMerge({ url: await cloneUrl(host), token: target.token }, { commit, head, base, method })
    .then(checkMerge)
    .catch((error: unknown) => [`the tree could not be checked: ${printable((error as Error).message, 300)}`]);
  const branch = await tidy(host, pull, head, options.keepBranch === true || wrong.length > 0);
  const after = await readPlan(host);
  const where = options.repo === undefined ? '' : ` --repo ${options.repo}`;
  const next = after.plan.entries.filter(({ ready }) => ready).map((entry) => entry.pull!);
  const words = method === 'squash' ? 'squashed' : 'as a merge commit';
  return {
    ok: wrong.length === 0,
    lines: [
      `#${number} is merged into ${base}, ${words}: ${commit}`,
      ...(wrong.length === 0
        ? [`  its tree is what git makes of the base and ${head.slice(0, 12)}`]
        : [
            '',
            'THE MERGE IS NOT WHAT WAS LOOKED AT',
            ...wrong.map((line) => `  ${line}`),
            '  look at it before anything else is merged; the branch stays',
            '',
          ]),
      `  ${branch}`,
      ...(next.length === 0 ? [] : ['next', ...next.map((one) => `  ${mergeCommand(one.number, one.head, where)}`)]),
    ],
    json: { number, base, commit, method, head, wrong, branch, next, api: url },
  };
}

async function readPlan(host: GitHubHost) {
  const { base, contracts, owners, refused } = await readHostContracts(host);
  return { base, refused, plan: planMerges(await withRequiredGates(host, contracts), owners) };
}

/** Asks for the merge of this very head. An answer that was lost is looked up, never guessed. */
async function merge(host: GitHubHost, pull: PullDetail, head: string, method: MergeMethod): Promise<string> {
  const it = `#${pull.number}`;
  try {
    return await mergePull(host, pull.number, head, method);
  } catch (error) {
    const now = await readPull(host, pull.number);
    if (now?.mergeCommit !== undefined && now.head.sha === head) return now.mergeCommit;
    const said = printable((error as Error).message, 300);
    if (statusOf(error) === 409) {
      throw new FlowError('stale', `the head of ${it} moved while it was merged: ${said}`, {
        at: '--head',
        fix: `look at what came; its head is ${now?.head.sha ?? 'gone'} now`,
        cause: error,
      });
    }
    if (statusOf(error) === 405) {
      throw new FlowError('refused', `the host does not merge ${it}: ${said}`, {
        at: '--pr',
        fix: 'see the checks and the conflicts on its page; bring the branch up to date and run it again',
        cause: error,
      });
    }
    throw hostError(error, `merging ${it}`);
  }
}

async function tidy(host: GitHubHost, pull: PullDetail, head: string, keep: boolean): Promise<string> {
  const { branch, own } = pull.head;
  if (!own) return `the branch ${branch} is in a fork and stays`;
  if (keep) return `the branch ${branch} stays`;
  const now = await branchHead(host, branch);
  if (now === undefined) return `the branch ${branch} is gone`;
  if (now !== head) return `the branch ${branch} has commits that were not merged, and stays`;
  await deleteBranch(host, branch);
  return `the branch ${branch} is deleted`;
}

async function cloneUrl(host: GitHubHost): Promise<string> {
  const answer = await host.client.call('GET /repos/{owner}/{repo}', { owner: host.owner, repo: host.repo });
  return (answer as { clone_url: string }).clone_url;
}

function numberOf(text: string): number {
  if (/^[1-9][0-9]{0,8}$/.test(text)) return Number(text);
  throw new FlowError('bad-input', `${JSON.stringify(text.slice(0, 40))} is no number of a pull request`, {
    at: '--pr',
    fix: 'give its number, for instance 12',
  });
}

function shaOf(text: string): string {
  if (SHA.test(text)) return text;
  throw new FlowError('bad-input', `${JSON.stringify(text.slice(0, 60))} is no full commit sha`, {
    at: '--head',
    fix: 'give all 40 digits: `bitnet-flow merge plan` prints the command for what can be merged',
  });
}
