import { nearest } from '../errors.ts';

export const SEVERITIES = ['error', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where in a registry: table, key, position in a list. */
export type KeyPath = readonly (string | number)[];

/** One thing that is wrong with a registry. `code` is stable; people and scripts match on it. */
export interface Finding {
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly path: KeyPath;
  readonly message: string;
  readonly fix: string;
}

/** A finding with the line it stands on, from 1. */
export interface PlacedFinding extends Finding {
  readonly line: number;
}

/** Every code there is, each with what it stands for. docs/gate-registry.md has a row for each. */
export const FINDING_CODES = {
  'unknown-key': 'a table or key that the shape does not have',
  'missing-key': 'a key that the shape demands',
  'bad-value': 'a value of another type or out of its range',
  'bad-id': 'a gate id or bundle name outside the grammar',
  'unknown-version': 'a version of the shape that is not known',
  'too-many': 'more gates or bundles than are read',
  'bad-timeout': 'no time-out, or one of 0, for a gate that starts a command',
  'kind-mismatch': 'a key that does not belong to the kind of the gate',
  'gpu-in-tier-a': 'tier A with GPUs: ordinary CI has none',
  'vacuous-command': 'a command that passes without doing anything',
  'swallowed-exit': 'a command whose failure is not seen',
  'lists-only': 'a command that lists or builds and runs nothing',
  'broken-shell': 'shell text that bash cannot parse',
  'hidden-characters': 'characters that are not seen',
  'missing-file': 'a path of requires_files that is not in the tree',
  'bad-path': 'a path that leaves the tree, or is written in another form than git shows it',
  'reserved-env': 'a variable that no gate may ask for',
  'env-not-required': 'a variable of the command that `requires` does not name',
  'gpus-differ': 'a number of processes that is not the number of GPUs',
  'unknown-compare-gate': 'a compare_gate that is no gate',
  'bad-compare-gate': 'a compare_gate that has no command to measure',
  'no-direction': 'a metric of which nobody says whether higher or lower is better',
  'bad-pattern': 'a regular expression that does not compile, captures nothing or can never match',
  'unknown-gate': 'an id in a bundle that is no gate',
  'repeated-gate': 'an id that stands twice in a bundle; it runs once',
  'empty-bundle': 'a bundle without a gate',
  'unreachable-gate': 'a gate that no tier or bundle ever runs',
} as const satisfies Readonly<Record<string, string>>;
export type FindingCode = keyof typeof FINDING_CODES;

/** `did you mean X?` when a known name is near, else the whole list. */
export function suggest(word: string, known: readonly string[], otherwise?: string): string {
  const near = nearest(word, known);
  if (near !== undefined) return `did you mean ${JSON.stringify(near)}?`;
  if (otherwise !== undefined) return otherwise;
  return known.length === 0 ? 'there is none' : `use one of: ${known.slice(0, 20).join(', ')}`;
}

/** Puts each finding on its line, errors and warnings mixed, in the order of the file. */
export function placeFindings(findings: readonly Finding[], locate: (path: KeyPath) => number): PlacedFinding[] {
  return findings
    .map((finding) => ({ ...finding, line: locate(finding.path) }))
    .sort((a, b) => a.line - b.line || (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1));
}

export function errorsOf<T extends Finding>(findings: readonly T[]): T[] {
  return findings.filter(({ severity }) => severity === 'error');
}
