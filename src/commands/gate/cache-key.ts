import { createHash } from 'node:crypto';
import type { GateDefinition } from '../../core/gate.ts';
import type { Profile } from '../../core/profile.ts';
import { compileGlobs } from '../../core/globs.ts';

/** Everything that a verdict of a gate depends on, by value or by digest. Two equal ones have one verdict. */
export interface GateInputsSeen {
  readonly gate: string;
  /** sha256 of the program that judges, and what runs it. */
  readonly engine: string;
  readonly node: string;
  readonly platform: string;
  readonly flow: string;
  /** Labels and exceptions that were given, for a gate that has such inputs. */
  readonly told: readonly string[];
  /** sha256 of the whole profile. */
  readonly profile: string;
  /** The commit's tree, or sha256 of what the gate reads of it. */
  readonly head: string;
  /** The same of the base; empty without one. */
  readonly base: string;
  /** Commits, for a gate that reads the history. */
  readonly history: readonly string[];
  /** argv of each step, the file it starts with its digest, and the version it says. */
  readonly tools: readonly string[];
  /** sha256 of what is installed in `node_modules`, when that is lent; else empty. */
  readonly packages: string;
  /** sha256 of what is installed for Python, when a command is one of it; else empty. */
  readonly python: string;
  /** sha256 of the variables and settings of the host that commands see. */
  readonly host: string;
}

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** The key of a verdict: 64 hexadecimal digits, over the inputs in a fixed order. */
export function cacheKey(seen: GateInputsSeen): string {
  const ordered = Object.entries(seen).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(['bitnet-flow gate 1', ordered]));
}

/** Gates whose verdict depends on what no key can hold: a database elsewhere, chance, how fast this machine is now. */
const NEVER: ReadonlySet<string> = new Set(['security', 'fuzz', 'benchmarks', 'perf']);

/** Why a verdict of the gate is never kept; undefined when it may be. */
export function neverKept(gate: GateDefinition): string | undefined {
  if (gate.parity !== undefined) return 'it measures on this machine';
  return NEVER.has(gate.name) ? 'it depends on more than the commit' : undefined;
}

/** Does the gate start commands under this profile? Then it may read the whole tree. */
export function runsCommands(gate: GateDefinition, profile: Profile): boolean {
  return gate.collect.commands && (profile.gates[gate.name]?.methods.length ?? 0) > 0;
}

/** One entry of `git ls-tree -r -z`: `mode type sha<TAB>path`. */
export type TreeEntry = string;

/**
 * What a gate without commands sees of a tree: the names of all files, and mode and digest of those that it reads. So a change in code leaves
 * the verdict about a specification as it is.
 */
export function digestOfRead(gate: GateDefinition, profile: Profile, entries: readonly TreeEntry[]): string {
  const globs = [...gate.collect.files(profile), ...(gate.collect.always ?? [])];
  const { matches } = compileGlobs(globs);
  const seen = entries.map((entry) => {
    const path = entry.slice(entry.indexOf('\t') + 1);
    return matches(path) ? entry : `${entry.slice(0, 6)}\t${path}`;
  });
  return sha256(seen.join('\0'));
}
