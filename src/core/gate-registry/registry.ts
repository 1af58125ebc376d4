import { REGISTRY_GATE } from '../names.ts';

/** Tier A runs in ordinary CI; tier B on the accelerators of a maintainer, behind an approval. */
export const TIERS = ['a', 'b'] as const;
export type Tier = (typeof TIERS)[number];

/** `cmd` runs a shell string, `perf` compares a `cmd` gate with the base, `external` is done elsewhere and attested. */
export const KINDS = ['cmd', 'perf', 'external'] as const;
export type Kind = (typeof KINDS)[number];

export const DIRECTIONS = ['higher', 'lower'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** One gate of a registry, as its table says it. */
export interface RegistryGate {
  readonly id: string;
  readonly tier: Tier;
  readonly kind: Kind;
  /** Shell text for `bash -euo pipefail`; absent for `perf` and `external`. */
  readonly cmd?: string;
  /** Wall-clock seconds; 0 where the gate starts no command of its own. */
  readonly timeout: number;
  /** GPUs that the runner must have. */
  readonly gpus: number;
  /** Names of variables that the runner must set. */
  readonly requires: readonly string[];
  /** Paths that the judged tree must hold. */
  readonly requiresFiles: readonly string[];
  readonly note?: string;
  /** Of a `perf` gate: the gate whose command is measured, the metric, and which way is better. */
  readonly compareGate?: string;
  readonly metric?: string;
  readonly direction?: Direction;
  /** Regular expression whose first group is the metric in the command's output; without it, how the perf runner reads it by name. */
  readonly metricPattern?: string;
}

/** A registry whose shape is right; what is wrong with its content is a finding. */
export interface Registry {
  readonly version: string;
  readonly target?: string;
  /** In the order of the file. */
  readonly gates: ReadonlyMap<string, RegistryGate>;
  /** Gate ids as they are written: unknown ones and repetitions included. */
  readonly bundles: ReadonlyMap<string, readonly string[]>;
}

/** The one version of the shape that is known. */
export const REGISTRY_VERSION = '1';
/** Characters of a registry's text. */
export const REGISTRY_CHARS = 256 * 1024;
export const MAX_GATES = 500;
export const MAX_BUNDLES = 100;
export const MAX_CMD_CHARS = 8_000;
/** A day; GitHub ends a self-hosted job after five, an unanswered runner request after one. */
export const MAX_TIMEOUT_S = 86_400;
export const MAX_GPUS = 64;

export const GATE_ID = REGISTRY_GATE;
export const BUNDLE_NAME = /^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/;
export const ENV_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/;

/**
 * Variables that no gate may ask for: those of the runner, which hold its tokens and command files, those that make a shell, a
 * loader or an interpreter run code, and those that a gate has private values of.
 */
export const RESERVED_ENV =
  /^(?:(?:GITHUB|ACTIONS|RUNNER|INPUT|LD|DYLD|BITNET_FLOW|GIT)_.*|PATH|HOME|TMPDIR|SHELL|IFS|ENV|BASH_ENV|BASHOPTS|SHELLOPTS|PS4|PROMPT_COMMAND|NODE_OPTIONS|PYTHONSTARTUP|PERL5OPT|RUBYOPT|CARGO_HOME|CARGO_TARGET_DIR)$/;

/** The ids of a bundle once each, in their order. */
export function uniqueIds(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
