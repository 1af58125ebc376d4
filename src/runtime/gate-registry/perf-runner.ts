import type { Evidence } from '../../core/evidence.ts';
import type { RegistryGate } from '../../core/gate-registry/registry.ts';

/** What a gate of the kind `perf` asks for. */
export interface PerfRequest {
  /** The `perf` gate: metric, direction, pattern. */
  readonly gate: RegistryGate;
  /** The gate whose command is measured. */
  readonly compare: RegistryGate;
  /** Checkout of the head; the base gets a worktree of its own. */
  readonly workTree: string;
  /** What the head is compared with, as a person named it; undefined: the base of the run. */
  readonly baselineRef: string | undefined;
  /** Sha of the base that the registry was read from; undefined for a look at a work tree. */
  readonly base: string | undefined;
  /** Percent of the contract's budget, as decimal text; undefined when nobody gave one. */
  readonly budgetPct: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** No measurement on a host that cannot isolate the commands. */
  readonly isolated: boolean;
  readonly log: (line: string) => void;
}

export interface PerfAnswer {
  readonly outcome: 'pass' | 'fail' | 'inconclusive';
  /** In one line. */
  readonly why: string;
  readonly provenance: readonly Evidence[];
  /** Markdown of our own making for the job summary. */
  readonly picture?: string;
}

/** Runs base and head in turn and judges the difference. Undefined: this version has none, and a perf gate is then a fail. */
export type PerfRunner = (request: PerfRequest) => Promise<PerfAnswer>;
