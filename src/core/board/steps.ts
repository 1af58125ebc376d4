import { blockText } from '../merge-plan/text.ts';
import type { PlanEntry } from '../merge-plan/plan.ts';
import { standingText, type GateStanding } from './standing.ts';

/** The way of a contract to the base branch. */
export const STEPS = ['issue', 'contract', 'branch', 'tier A', 'pull request', 'tier B', 'merge'] as const;
export type StepName = (typeof STEPS)[number];

/** What is known of one open contract. */
export interface BoardFacts {
  readonly id: string;
  readonly slug: string;
  /** Where its issue is: `#12`. */
  readonly at: string;
  /** Open pull requests, and how many contracts each of them is for. */
  readonly pulls: readonly { readonly number: number; readonly draft: boolean; readonly contracts: number }[];
  /** Name of its branch, with the newest commit; undefined while there is none. */
  readonly branch: { readonly name: string; readonly head: string } | undefined;
  readonly gates: readonly GateStanding[];
  /** Sha that the attestation in the pull request's text speaks of, or why it cannot be read; undefined when there is none. */
  readonly attested: { readonly sha: string } | { readonly problem: string } | undefined;
  /** Its place in the order of merges. */
  readonly entry: PlanEntry;
}

/** A contract with the step it is on: the first that is not done. */
export interface BoardRow {
  readonly id: string;
  readonly slug: string;
  readonly at: string;
  /** 1 to 7. */
  readonly step: number;
  readonly name: StepName;
  /** What has to happen, in words; empty when the contract can be merged now. */
  readonly blockedBy: readonly string[];
  readonly pull: number | undefined;
  readonly branch: string | undefined;
  readonly head: string | undefined;
}

/** The step of one contract, from facts alone. */
export function boardRow(facts: BoardFacts): BoardRow {
  const blocks = [issue, contract, branch, tierA, pullRequest, tierB, merge].map((judge) => judge(facts));
  const at = blocks.findIndex((list) => list.length > 0);
  const step = at < 0 ? STEPS.length : at + 1;
  return {
    id: facts.id,
    slug: facts.slug,
    at: facts.at,
    step,
    name: STEPS[step - 1]!,
    blockedBy: blocks[step - 1]!,
    pull: facts.pulls.length === 1 ? facts.pulls[0]!.number : undefined,
    branch: facts.branch?.name,
    head: facts.branch?.head,
  };
}

type Judge = (facts: BoardFacts) => string[];

const issue: Judge = ({ pulls }) => [
  ...(pulls.length > 1
    ? [`has ${pulls.length} open pull requests: ${pulls.map(({ number }) => `#${number}`).join(', ')}`]
    : []),
  ...pulls.flatMap(({ number, contracts }) =>
    contracts > 1 ? [`#${number} is for ${contracts} contracts at once`] : [],
  ),
];

const contract: Judge = ({ gates, entry }) => [
  ...gates.flatMap(({ id, tier }) =>
    tier === undefined ? [`requires the gate ${id}, which the registry does not have`] : [],
  ),
  ...entry.blockedBy.flatMap((block) => {
    const wrong =
      block.by === 'changed' ||
      block.by === 'cycle' ||
      block.by === 'unknown' ||
      block.by === 'closed' ||
      block.by === 'duplicate';
    return wrong ? [blockText(block)] : [];
  }),
];

const branch: Judge = ({ branch: found, at }) =>
  found === undefined ? [`has no branch: bitnet-flow worktree ${at.replace('#', '')}, or start the flow`] : [];

const tierA: Judge = (facts) => open(facts, 'a');

const pullRequest: Judge = ({ pulls, attested, branch: found }) => {
  if (pulls.length === 0) return ['has no pull request'];
  if (attested === undefined) return ['the text of its pull request holds no attestation'];
  if ('problem' in attested) return [attested.problem];
  if (attested.sha !== found?.head)
    return [`its attestation is of ${attested.sha.slice(0, 7)}, the head is ${found?.head.slice(0, 7)}`];
  return [];
};

const tierB: Judge = (facts) => open(facts, 'b');

const merge: Judge = ({ pulls, entry }) => [
  ...(pulls.some(({ draft }) => draft) ? ['its pull request is a draft'] : []),
  ...entry.blockedBy.map((block) => blockText(block)),
];

function open({ gates, branch: found }: BoardFacts, tier: 'a' | 'b'): string[] {
  const left = gates.filter((gate) => gate.tier === tier && gate.status !== 'pass');
  return left.map((gate) => standingText(gate, found?.head));
}
