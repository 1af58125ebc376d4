import type { Tier } from '../gate-registry/registry.ts';
import { GATES } from '../names.ts';

/** One gate that a contract requires, as it stands on the newest commit. */
export interface GateStanding {
  readonly id: string;
  /** Undefined where the repository has a registry and this gate is not in it. */
  readonly tier: 'a' | 'b' | undefined;
  /** `missing`: nothing of it was seen on this commit; `skipped`: it says that it did not judge. */
  readonly status: 'pass' | 'fail' | 'skipped' | 'pending' | 'missing';
}

/** A Check Run of this project's own App, as the host tells it; runs come oldest first. */
export interface SeenCheck {
  readonly name: string;
  /** Null while it runs. */
  readonly conclusion: string | null;
}

/**
 * How a gate stands by its Check Runs: `tests`, or `generative:gate:tests` of a flow. Of each name the newest counts, and of several names the
 * worst: a job that somebody called `tests` does not hide the flow's own red one. `tierOf` is undefined where there is no registry. Pure.
 */
export function gateStanding(
  id: string,
  tierOf: ((id: string) => Tier | undefined) | undefined,
  checks: readonly SeenCheck[],
): GateStanding {
  // The flow's own gates run in ordinary CI and need no entry in a registry.
  const ordinary = tierOf === undefined || (GATES as readonly string[]).includes(id);
  const tier = tierOf?.(id) ?? (ordinary ? 'a' : undefined);
  const newest = new Map<string, string | null>();
  for (const { name, conclusion } of checks)
    if (name === id || /^[a-z][a-z0-9-]*:gate:(.+)$/.exec(name)?.[1] === id) newest.set(name, conclusion);
  const seen = [...newest.values()].map(statusOf);
  const status = WORST_FIRST.find((one) => seen.includes(one)) ?? 'missing';
  return { id, tier, status };
}

const WORST_FIRST = ['fail', 'pending', 'skipped', 'pass'] as const;

function statusOf(conclusion: string | null): (typeof WORST_FIRST)[number] {
  if (conclusion === null) return 'pending';
  if (conclusion === 'success') return 'pass';
  return conclusion === 'neutral' || conclusion === 'skipped' ? 'skipped' : 'fail';
}

const WORDS = {
  fail: 'failed',
  skipped: 'was skipped',
  pending: 'is not done',
  missing: 'was not run',
  pass: 'passed',
} as const;

/** How a gate stands on a commit, as half a sentence. */
export function standingText({ id, status }: Pick<GateStanding, 'id' | 'status'>, head: string | undefined): string {
  return `${id} ${WORDS[status]} on ${head?.slice(0, 7) ?? 'the branch'}`;
}
