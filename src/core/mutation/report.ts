/**
 * What became of a mutant. `caught`: a test failed. `missed`: no test did. `timeout`: the tests did not end. `unviable`: it does not compile, or cannot
 * run at all. `ignored`: the tool was told to leave it out. `untested`: nobody got to it.
 */
export const MUTANT_STATES = ['caught', 'missed', 'timeout', 'unviable', 'ignored', 'untested'] as const;
export type MutantState = (typeof MUTANT_STATES)[number];

export interface Mutant {
  /** In the tree. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly endLine: number;
  /** What was changed, in the tool's words (`replace < with <=`). */
  readonly what: string;
  readonly state: MutantState;
}

/** A run of a mutation tool. Only one without `problem` can have a score. */
export interface MutationReport {
  /** Why the report cannot be trusted, or why the run is none. */
  readonly problem?: string;
  readonly mutants: readonly Mutant[];
  /** Part of all mutants that was asked for, as `k/n`; undefined for all. */
  readonly shard?: { readonly index: number; readonly of: number };
  /** Text of the files as the tool read them, where it says; held against the tree. */
  readonly sources?: ReadonlyMap<string, string>;
}

/** A run that cannot be trusted, with the reason. */
export function noReport(problem: string): MutationReport {
  return { problem, mutants: [] };
}

/** How many mutants there are of each state. */
export type MutationTally = Readonly<Record<MutantState | 'all', number>>;

export function tallyMutants(mutants: readonly Mutant[]): MutationTally {
  const tally = Object.fromEntries([...MUTANT_STATES, 'all'].map((key) => [key, 0])) as Record<
    MutantState | 'all',
    number
  >;
  for (const { state } of mutants) {
    tally[state]++;
    tally.all++;
  }
  return tally;
}

/** Percent of the answered mutants that were caught, rounded down; undefined when none was answered. */
export function mutationScore({ caught, missed }: MutationTally): number | undefined {
  const answered = caught + missed;
  return answered === 0 ? undefined : Math.floor((100 * caught) / answered);
}

/** How much must have been tested for a score to be one. */
export interface ScoreRules {
  /** Percent of the mutants which tests answered, of those that can be run. */
  readonly minimumShare: number;
  /** Mutants that a shard must have answered. */
  readonly minimumSample: number;
}

/** From so many mutants on, nearly all that do not compile point at the build and not at the mutants. */
const MANY = 10;

/** Why so few or such results are no score; undefined when they are one. There is at least one mutant. */
export function notScore(report: MutationReport, rules: ScoreRules): string | undefined {
  const tally = tallyMutants(report.mutants);
  const { caught, missed, timeout, unviable, ignored, untested, all } = tally;
  const answered = caught + missed;
  const every = (n: number, what: string) => (n === all ? `all ${all} mutants ${what}` : undefined);
  if (answered === 0) {
    return (
      every(timeout, 'timed out') ??
      every(unviable, 'do not compile') ??
      every(ignored, 'are left out') ??
      every(untested, 'are untested') ??
      `no test answered any of ${all} mutants`
    );
  }
  if (all >= MANY && unviable > 0.9 * all) return `${unviable} of ${all} mutants do not compile`;
  const runnable = all - unviable;
  const share = Math.floor((100 * answered) / runnable);
  if (share < rules.minimumShare)
    return `only ${share}% of ${runnable} mutants were answered by tests, at least ${rules.minimumShare}% are needed`;
  if (report.shard !== undefined && report.shard.of > 1 && answered < rules.minimumSample)
    return `a sample of ${answered} mutants, at least ${rules.minimumSample} are needed`;
  return undefined;
}
