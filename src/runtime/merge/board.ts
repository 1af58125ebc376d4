import { boardRow, type BoardFacts, type BoardRow, type GateStanding } from '../../core/board/steps.ts';
import { FlowError } from '../../core/errors.ts';
import { printable } from '../../core/text.ts';
import { parseAttestationMarkdown } from '../attestation-text.ts';
import type { Registry } from '../../core/gate-registry/registry.ts';
import { belongsTo, issueBranch } from '../../core/merge-plan/belongs.ts';
import { planMerges } from '../../core/merge-plan/plan.ts';
import { GATES } from '../../core/names.ts';
import { loadSoundRegistry } from '../gate-registry/load.ts';
import { OWN_APP_SLUG, type CheckRun, type GitHubHost } from '../github/host.ts';
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
  const rows: BoardRow[] = [];
  for (const one of open) {
    const { item, issue, contract, pulls } = one;
    const entry = plan.entries.find(({ id }) => id === item.id)!;
    const branch = await branchOf(host, one);
    const checks = branch === undefined ? [] : await host.listChecks(branch.head);
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
        gates: contract.gates.required.map((id) => standing(id, registry, checks)),
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

/** A gate by the newest Check Run of our own App under its name; another App's, and what is neutral, is no pass. */
function standing(id: string, registry: Registry | undefined, checks: readonly CheckRun[]): GateStanding {
  // The flow's own gates run in ordinary CI and need no entry in a registry.
  const ordinary = registry === undefined || (GATES as readonly string[]).includes(id);
  const tier = registry?.gates.get(id)?.tier ?? (ordinary ? 'a' : undefined);
  const named = (name: string): boolean => name === id || /^[a-z][a-z0-9-]*:gate:(.+)$/.exec(name)?.[1] === id;
  const newest = checks.filter(({ name, app }) => app === OWN_APP_SLUG && named(name)).at(-1);
  if (newest === undefined) return { id, tier, status: 'missing' };
  if (newest.conclusion === null) return { id, tier, status: 'pending' };
  return { id, tier, status: newest.conclusion === 'success' ? 'pass' : 'fail' };
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
