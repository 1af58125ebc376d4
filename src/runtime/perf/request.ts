import type { PerfPlan } from '../../core/perf/judge.ts';

/** A commit by the name that a person gave it. */
export interface NamedCommit {
  readonly ref: string;
  readonly sha: string;
}

/** What is to be compared, and how. Every command is an argument list; all of them run in the tree's top folder. */
export interface ComparisonRequest extends PerfPlan {
  /** Id of the gate of a registry, and of the gate whose command is measured. */
  readonly gate?: string | undefined;
  readonly compare?: string | undefined;
  /** Top of a checkout that holds both commits; nothing in it is changed. */
  readonly repository: string;
  readonly base: NamedCommit;
  readonly head: NamedCommit;
  /** Once in each tree, with network and the settings of package registries: what fetches dependencies. */
  readonly setup?: readonly string[] | undefined;
  /** Once in each tree, without network. */
  readonly build?: readonly string[] | undefined;
  /** What is measured, without network. */
  readonly command: readonly string[];
  readonly metric: string;
  readonly pattern?: string | undefined;
  /** A JSON file that each run writes, from the top of the tree; the metric is read there. */
  readonly jsonFile?: string | undefined;
  /** Paths that head, too, has as base has them: a benchmark that head may not change. */
  readonly fromBase: readonly string[];
  /** Runs of each side that are thrown away first. */
  readonly warmup: number;
  /** Wall-clock limits in milliseconds: of one run, of setup and of build each, and of everything. */
  readonly runMs: number;
  readonly buildMs: number;
  readonly totalMs: number;
  /** Variables that the commands are given beside those of every gate. */
  readonly env: Readonly<Record<string, string>>;
  /** Folders outside of the trees that the commands may write. */
  readonly lent: readonly string[];
  /** No comparison on a host that cannot isolate the commands. */
  readonly isolated: boolean;
}

/** What is told while it runs. */
export interface ComparisonLog {
  /** A line of our own words. */
  readonly log: (line: string) => void;
  /** A run ended; `most`: how many there can be in this part. */
  readonly onRun?: ((part: 'self-test' | 'comparison', done: number, most: number) => void) | undefined;
  /** A line that setup or build wrote. */
  readonly onLine?: ((line: string) => void) | undefined;
}
