import { printable } from '../text.ts';
import { errorsOf, type PlacedFinding } from './finding.ts';
import { uniqueIds, type Registry, type RegistryGate } from './registry.ts';

/** A registry as a table for a terminal: a line for each gate, then its bundles. */
export function listRegistry(registry: Registry): string[] {
  const head = ['GATE', 'TIER', 'KIND', 'GPUS', 'TIME', 'NEEDS', 'RUN BY'];
  const rows = [...registry.gates.values()].map((gate) => [
    gate.id,
    gate.tier,
    gate.kind,
    gate.gpus === 0 ? '-' : String(gate.gpus),
    gate.timeout === 0 ? '-' : `${gate.timeout} s`,
    needsOf(gate),
    runBy(gate, registry).join(', ') || 'nothing',
  ]);
  const bundles = [...registry.bundles].map(([name, ids]) => `  ${name}: ${uniqueIds(ids).join(', ')}`);
  return [
    ...columns([head, ...rows]).map((line) => `  ${line}`),
    '',
    ...(bundles.length === 0 ? ['  no bundles'] : bundles),
  ];
}

/** What a runner must have: variables by name, and how many files. */
function needsOf({ requires, requiresFiles }: RegistryGate): string {
  const files =
    requiresFiles.length === 0
      ? []
      : [requiresFiles.length === 1 ? requiresFiles[0]! : `${requiresFiles.length} files`];
  return [...requires, ...files].join(' ') || '-';
}

/** The bundles that hold a gate; tier A is run whole. */
export function runBy(gate: RegistryGate, registry: Registry): string[] {
  const bundles = [...registry.bundles].flatMap(([name, ids]) => (ids.includes(gate.id) ? [name] : []));
  return gate.tier === 'a' ? ['tier a', ...bundles] : bundles;
}

/** Findings as lines that name the place, what is wrong and what to do. */
export function listFindings(file: string, findings: readonly PlacedFinding[]): string[] {
  const lines = findings.flatMap(({ line, severity, code, message, fix }) => [
    `${file}:${line}: ${severity} ${code}: ${printable(message, 400)}`,
    `    fix: ${printable(fix, 400)}`,
  ]);
  return [...lines, findingsSummary(findings)];
}

/** `2 errors, 1 warning`, or that there is nothing to say. */
export function findingsSummary(findings: readonly PlacedFinding[]): string {
  const errors = errorsOf(findings).length;
  const warnings = findings.length - errors;
  if (findings.length === 0) return 'no findings';
  return [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ].join(', ');
}

/** `1 gate`, `2 gates`. */
export const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** Rows of texts as lines whose columns begin under each other; the last column is as long as it is. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
}
