import type { Tier } from '../gate-registry/registry.ts';
import { GATES } from '../names.ts';
import type { GateStanding } from './steps.ts';

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
