import { belongsTo } from '../../core/merge-plan/belongs.ts';
import { guardVerdict, GUARD_CHECK, type Guarded, type GuardVerdict } from '../../core/merge-plan/guard.ts';
import { planMerges } from '../../core/merge-plan/plan.ts';
import { OWN_APP_SLUG, type GitHubHost } from '../github/host.ts';
import {
  branchHead,
  changedSince,
  FILES_COMPARED,
  listPulls,
  pullFiles,
  type PullRequest,
} from '../github/pull-requests.ts';
import { isChecksOff } from '../github/refusal.ts';
import { readHostContracts } from './read-contracts.ts';

/** Judges every open pull request into the default branch and writes what changed into its Check Run. */
export async function guardMerges(host: GitHubHost): Promise<Guarded[]> {
  const read = await readHostContracts(host);
  const plan = planMerges(
    read.contracts.map(({ item }) => item),
    read.owners,
  );
  const contracts = read.contracts
    .filter(({ state }) => state === 'open')
    .map(({ item, issue }) => ({ id: item.id, slug: item.slug, issue: issue.number }));
  const tip = await branchHead(host, read.base);
  const touched = new Map(read.contracts.flatMap(({ item }) => item.pulls.map((pull) => [pull.number, pull.touched])));
  const guarded: Guarded[] = [];
  for (const pull of await listPulls(host, 'open')) {
    if (pull.base.branch !== read.base) continue;
    const mine = contracts.some((contract) => belongsTo(pull, contract, true));
    const overlap = mine ? await overlapOf(host, pull, tip ?? pull.base.sha, touched) : [];
    const verdict = guardVerdict({ ...pull, overlap }, read.base, contracts, read.refused, plan);
    guarded.push({ number: pull.number, verdict, check: await writeCheck(host, pull.head.sha, verdict) });
  }
  return guarded;
}

/** Paths that base and branch both changed since they parted. */
async function overlapOf(
  host: GitHubHost,
  pull: PullRequest,
  tip: string,
  known: ReadonlyMap<number, readonly string[]>,
): Promise<string[] | undefined> {
  const changed = await changedSince(host, pull.head.sha, tip);
  if (changed.length >= FILES_COMPARED) return undefined;
  if (changed.length === 0) return [];
  const touched = new Set(known.get(pull.number) ?? (await pullFiles(host, pull.number)));
  return changed.filter((path) => touched.has(path)).sort();
}

async function writeCheck(host: GitHubHost, sha: string, verdict: GuardVerdict): Promise<Guarded['check']> {
  const conclusion = verdict.clear ? 'success' : 'failure';
  const output = { title: verdict.title, summary: verdict.summary };
  try {
    const own = (await host.listChecks(sha)).filter((run) => run.name === GUARD_CHECK && run.app === OWN_APP_SLUG);
    const newest = own.at(-1);
    const same = newest?.title === output.title && newest.summary === output.summary;
    if (newest?.conclusion === conclusion && same) return 'unchanged';
    const body = { status: 'completed', conclusion, output };
    if (newest === undefined) await host.createCheck({ name: GUARD_CHECK, head_sha: sha, ...body });
    else await host.updateCheck(newest.id, body);
    return 'written';
  } catch (error) {
    if (!isChecksOff(error)) throw error;
    return 'refused';
  }
}
