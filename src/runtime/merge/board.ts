import { gateStanding } from '../../core/board/standing.ts';
import { boardRow, type BoardFacts, type BoardRow } from '../../core/board/steps.ts';
import { FlowError } from '../../core/errors.ts';
import { printable } from '../../core/text.ts';
import { parseAttestationMarkdown } from '../attestation-text.ts';
import { belongsTo, issueBranch } from '../../core/merge-plan/belongs.ts';
import { planMerges } from '../../core/merge-plan/plan.ts';
import { loadSoundRegistry } from '../gate-registry/load.ts';
import { OWN_APP_SLUG, type GitHubHost } from '../github/host.ts';
import { branchHead, type PullRequest } from '../github/pull-requests.ts';
import { readHostContracts, type HostContract, type HostContracts } from './read-contracts.ts';

/** The board of a repository, with what was not counted. */
export interface Board extends Pick<HostContracts, 'refused' | 'untrusted'> {
  readonly rows: readonly BoardRow[];
}

/** Reads where every open contract stands: its branch, its checks, its pull request, its place in the order of merges. */
export async function readBoard(host: GitHubHost, registryFile: string): Promise<Board> {
  const read = await readHostContracts(host);
  const open = read.contracts.filter(({ state }) => state === 'open');
  const plan = planMerges(
    read.contracts.map(({ item }) => item),
    read.owners,
  );
  const text = open.length === 0 ? undefined : await host.readFile(registryFile, read.base);
  const registry = text === undefined ? undefined : loadSoundRegistry(text, registryFile, undefined).registry;
  const tierOf = registry === undefined ? undefined : (id: string) => registry.gates.get(id)?.tier;
  const rows: BoardRow[] = [];
  for (const one of open) {
    const { item, issue, contract, pulls } = one;
    const entry = plan.entries.find(({ id }) => id === item.id)!;
    const branch = await branchOf(host, one);
    const checks = branch === undefined ? [] : await host.listChecks(branch.head);
    // Another App's check is no pass of ours.
    const own = checks.filter(({ app }) => app === OWN_APP_SLUG);
    rows.push(
      boardRow({
        id: item.id,
        slug: item.slug,
        at: `#${issue.number}`,
        pulls: pulls.map((pull) => ({
          number: pull.number,
          draft: pull.draft,
          contracts: open.filter((other) => belongsTo(pull, keyOf(other), true)).length,
        })),
        branch,
        gates: contract.gates.required.map((id) => gateStanding(id, tierOf, own)),
        attested: attestedSha(pulls.length === 1 ? pulls[0] : undefined),
        entry,
      }),
    );
  }
  return { rows, refused: read.refused, untrusted: read.untrusted };
}

function keyOf({ item, issue }: HostContract) {
  return { id: item.id, slug: item.slug, issue: issue.number };
}

/** The branch of its pull request, else the one that is named after it. */
async function branchOf(host: GitHubHost, { item, pulls }: HostContract) {
  const [pull] = pulls;
  if (pull !== undefined) return { name: pull.head.branch, head: pull.head.sha };
  const name = issueBranch(item.id, item.slug);
  const head = await branchHead(host, name);
  return head === undefined ? undefined : { name, head };
}

/** The commit that a pull request's attestation speaks of; whether the rest of it holds, `attest verify` computes. */
function attestedSha(pull: PullRequest | undefined): BoardFacts['attested'] {
  if (pull === undefined) return undefined;
  try {
    const found = parseAttestationMarkdown(pull.body, `#${pull.number}`);
    return found === undefined ? undefined : { sha: found.prSha };
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return { problem: printable(error.toLine(), 300) };
  }
}
