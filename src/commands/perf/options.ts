import type { Direction } from '../../core/perf/budget.ts';

/** What the command line of `perf` says. */
export interface PerfOptions {
  readonly dir: string;
  readonly base?: string;
  readonly head: string;
  readonly gate?: string;
  readonly registry: string;
  readonly contract?: string;
  readonly metric?: string;
  readonly pattern?: string;
  readonly jsonFile?: string;
  readonly budget?: string;
  readonly direction?: Direction;
  readonly setup?: string;
  readonly build?: string;
  readonly fromBase?: readonly string[];
  readonly minRuns: number;
  readonly maxRuns: number;
  readonly warmup: number;
  readonly runTimeout: number;
  readonly buildTimeout: number;
  readonly timeLimit: number;
  readonly isolated?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}
