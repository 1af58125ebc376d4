import { count } from '../check-gate.ts';
import { evidence, type Evidence } from '../evidence.ts';
import type { Annotation, GateResult } from '../gate.ts';
import { annotate } from '../method-run.ts';
import { repositoryLine, type ReceiptRow, type RepositorySide } from '../receipts/repository-side.ts';

/**
 * One verdict of two sides: what a repository's own cross-validation left, and the independent check (undefined when the profile has no step for it). A
 * fault of either is a failure. It passes when either compared an engine; nothing that was compared is `skipped (no-cpp-reference)`.
 */
export function joinSides(repository: RepositorySide, independent: GateResult | undefined): GateResult {
  const compared = repository.comparisons + repository.tests > 0;
  const failed = repository.faults > 0 || independent?.verdict === 'fail';
  const passed = !failed && (compared || independent?.verdict === 'pass');
  const verdict = failed ? 'fail' : passed ? 'pass' : 'skipped';
  const reason = verdict === 'skipped' ? ('no-cpp-reference' as const) : failed ? independent?.reason : undefined;
  const bad = repository.rows.filter(({ faults }) => faults.length > 0);
  return {
    verdict,
    ...(reason === undefined ? {} : { reason }),
    evidence: [
      evidence('crossval', headline(repository, independent, failed)),
      evidence('repository', repositoryLine(repository)),
      ...receiptEvidence(repository.rows),
      ...independentEvidence(independent),
    ],
    annotations: [...bad.flatMap(annotationsOf), ...(independent?.annotations ?? [])],
    rows: [...repository.rows.flatMap(rowsOf), ...(independent?.rows ?? [])],
    ...(independent?.picture === undefined ? {} : { picture: independent.picture }),
    numbers: {
      ...independent?.numbers,
      failed: repository.faults + (independent?.numbers['failed'] ?? (independent?.verdict === 'fail' ? 1 : 0)),
      receipts: repository.rows.filter(({ kind }) => kind !== 'log').length,
      'receipt-comparisons': repository.comparisons,
      'parity-tests': repository.tests,
    },
  };
}

/** What the independent check says of itself, in its own line. */
function ownLine(independent: GateResult | undefined): string {
  if (independent === undefined) return 'no step of the profile';
  return independent.evidence.find(({ key }) => key === 'crossval')?.value ?? independent.verdict;
}

function headline(repository: RepositorySide, independent: GateResult | undefined, failed: boolean): string {
  if (failed && repository.faults > 0) return `repository: ${repositoryLine(repository)}`;
  if (failed) return `independent: ${ownLine(independent)}`;
  const { comparisons, passed, tests } = repository;
  const own =
    comparisons > 0
      ? `${passed}/${comparisons} comparisons${tests > 0 ? `, ${count(tests, 'parity test')}` : ''}`
      : tests > 0
        ? count(tests, 'parity test')
        : 'nothing compared';
  const other =
    independent?.verdict === 'pass'
      ? ownLine(independent)
      : independent === undefined
        ? 'no step of the profile'
        : `skipped (${independent.reason ?? 'nothing'})`;
  return `Rust vs C++: ${own}; independent: ${other}`;
}

function receiptEvidence(rows: readonly ReceiptRow[]): Evidence[] {
  const kinds = new Map<string, number>();
  for (const { kind } of rows) if (kind !== 'log') kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const list = [...kinds].map(([kind, n]) => `${n} ${kind}`).join(', ');
  return list === '' ? [] : [evidence('receipts', list)];
}

/** The evidence of the independent check, its headline under a name of its own. */
function independentEvidence(independent: GateResult | undefined): Evidence[] {
  const own = evidence('independent', ownLine(independent));
  return [own, ...(independent?.evidence ?? []).filter(({ key }) => key !== 'crossval')];
}

function annotationsOf({ from, faults }: ReceiptRow): Annotation[] {
  const path = /^[\w][\w./-]*$/.test(from) ? from : '.github';
  return faults.map(({ rule, message }) =>
    annotate('failure', path, 1, `crossval: ${rule}`, path === from ? message : `${from}: ${message}`),
  );
}

function rowsOf({ from, kind, faults, says }: ReceiptRow): GateResult['rows'] {
  const item = kind === 'log' ? from : `${kind} ${from}`;
  if (faults.length === 0) return [{ item, status: 'pass', detail: says }];
  return faults.map(({ rule, message }) => ({ item, status: 'fail', detail: `${rule}: ${message}` }));
}
