/** What a gate can say. GitHub's words for the same: success, failure, neutral. */
export const VERDICTS = ['pass', 'fail', 'skipped'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Conclusion = 'success' | 'failure' | 'neutral';

const CONCLUSIONS: Record<Verdict, Conclusion> = { pass: 'success', fail: 'failure', skipped: 'neutral' };

/** The Check Run conclusion of a verdict. */
export function toConclusion(verdict: Verdict): Conclusion {
  return CONCLUSIONS[verdict];
}

const BADNESS: Record<Verdict, number> = { pass: 0, skipped: 1, fail: 2 };

/** The worse of two verdicts (fail > skipped > pass): merging alone never turns red to green. */
export function worst(a: Verdict, b: Verdict): Verdict {
  return BADNESS[a] >= BADNESS[b] ? a : b;
}

/** Why a gate may be skipped: a closed list, each premise computed and never taken from an agent. */
export const SKIP_REASONS = [
  'missing-tool',
  'bounded-by-policy',
  'n/a-surface',
  'out-of-scope',
  'degraded-provider',
  'no-cpp-reference',
  'no-gpu-available',
  'stale-head',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Why a gate is red without its own finding: the run says so, not the tool. */
export const FAULT_REASONS = ['red-phase', 'crashed', 'timeout', 'no-fact', 'not-run'] as const;
export type FaultReason = (typeof FAULT_REASONS)[number];

/** Why a flow stopped or ended short of `complete`. */
export const END_REASONS = [
  'agent-failed',
  'no-progress',
  'partial',
  'gates-pending',
  'scope',
  'schema',
  'bad-patch',
  'public-safety',
  'contract-changed',
  'contract-refused',
  'subject-closed',
  'history-rewritten',
  'merge-conflict',
  'dispatch-exhausted',
  'pr-refused',
  'head-unstable',
  'hop-limit',
  'stopped',
] as const;
export type EndReason = (typeof END_REASONS)[number];
