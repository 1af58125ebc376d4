import { canonicalJson, digest } from '../canonical.ts';
import { count } from '../check-gate.ts';
import { evidence, PROVENANCE_KEYS, type Evidence } from '../evidence.ts';
import type { Machine } from '../machine.ts';
import { measuredText, type Measured } from './report.ts';

/** Values that a fact holds; it must keep room for where they come from. */
const SHOWN = 16;

/**
 * The baseline as a fact keeps it: each value with its unit, and the machine that it is true on. Over 16 benchmarks the rest stands in the report and
 * in the digest of all values.
 */
export function baselineEvidence(measured: readonly Measured[], fingerprint: string, machine: Machine): Evidence[] {
  const shown = measured.slice(0, SHOWN);
  const all = digest(canonicalJson(measured.map(({ name, unit, value }) => ({ name, unit, value }))), 16);
  const { cpu, cores, memoryGiB, os } = machine;
  return [
    ...shown.map((one, i) =>
      evidence(evidenceKey(one.name), `${measuredText(one)}${i === shown.length - 1 ? '; baseline established' : ''}`),
    ),
    ...(measured.length > SHOWN
      ? [evidence('benchmarks', `${measured.length} measured, ${SHOWN} of them here, all: ${all}`)]
      : []),
    evidence('machine', `${fingerprint}: ${cpu}, ${count(cores, 'core')}, ${memoryGiB} GiB, ${os}`),
  ];
}

/** Words that mean something else in evidence: a benchmark of that name gets another key. */
const TAKEN: ReadonlySet<string> = new Set([...PROVENANCE_KEYS, 'benchmarks', 'machine']);

/** The key of a benchmark: its name where that is one, else what can be kept of it with six digits of its digest. */
export function evidenceKey(name: string): string {
  const own = /^[A-Za-z0-9][A-Za-z0-9 ._+/-]{0,39}$/.test(name) && !TAKEN.has(name) && !/^(?:AC\d|changed )/.test(name);
  if (own) return name;
  const kept = name
    .replace(/[^A-Za-z0-9 ._+/-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 32)
    .trim();
  return `${kept === '' ? 'benchmark' : kept} ${digest(name, 6)}`;
}
