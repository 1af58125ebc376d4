import { count } from '../check-gate.ts';
import type { CommandResult } from '../gate.ts';
import { logFaults, loggedTests } from './parity-log.ts';
import { printedJson } from './printed-json.ts';
import { readReceipt } from './read-receipt.ts';
import { fault, unreadableReceipt, type Receipt, type ReceiptFault, type ReceiptKind } from './receipt.ts';

/** Most receipts that are read; a repository has a handful. */
const MOST_RECEIPTS = 500;

/** One receipt, or the log of a command, with what is wrong with it. */
export interface ReceiptRow {
  /** Path of the file, or `stdout of STEP`. */
  readonly from: string;
  readonly kind: ReceiptKind | 'log';
  readonly faults: readonly ReceiptFault[];
  readonly says: string;
}

/** What a repository's own cross-validation comes to. */
export interface RepositorySide {
  readonly rows: readonly ReceiptRow[];
  /** Comparisons with the C++ reference, and those within their limits, over all receipts; tests of parity apart. */
  readonly comparisons: number;
  readonly passed: number;
  readonly tests: number;
  readonly faults: number;
}

interface Found {
  readonly from: string;
  readonly receipt: Receipt;
}

/**
 * Judges what the commands of the parser `crossval-receipts` left: files that they wrote, and JSON that they printed.
 * A receipt belongs to `head` because a command wrote it there; one that names a commit must name that one. `tracked` is the text of committed files.
 */
export function repositorySide(
  steps: readonly CommandResult[],
  head: string,
  tracked: ReadonlyMap<string, string>,
): RepositorySide {
  const rows: ReceiptRow[] = [];
  const found: Found[] = [];
  let tests = 0;
  for (const step of steps) {
    const own = receiptsOf(step, head, tracked);
    found.push(...own);
    const logged = loggedTests(step.stdout, step.stderr);
    tests += logged.passed;
    const log = stepFaults(step, own, logged.faults, logged.passed);
    for (const { from, receipt } of own)
      rows.push({ from, kind: receipt.kind, faults: receipt.faults, says: receipt.says });
    if (log.length > 0) rows.push({ from: `log of ${step.step}`, kind: 'log', faults: log, says: '' });
  }
  rows.push(...modelRow(found));
  const sum = (of: (receipt: Receipt) => number): number => found.reduce((all, { receipt }) => all + of(receipt), 0);
  return {
    rows,
    comparisons: sum(({ comparisons }) => comparisons),
    passed: sum(({ passed }) => passed),
    tests,
    faults: rows.reduce((all, { faults }) => all + faults.length, 0),
  };
}

function receiptsOf(step: CommandResult, head: string, tracked: ReadonlyMap<string, string>): Found[] {
  const files = [...step.reports.values()].slice(0, MOST_RECEIPTS).map(({ path, text, refused }): Found => {
    if (text === undefined) return { from: path, receipt: unreadableReceipt('unknown', refused ?? 'it is no text') };
    return { from: path, receipt: againstCommitted(readReceipt(text, path, head), text, tracked.get(path), head) };
  });
  const printed = printedJson(step.stdout);
  const from = `stdout of ${step.step}`;
  // A line of a log may be JSON, too: one that is of no kind of receipt is no receipt.
  const texts = printed.texts
    .map((text): Found => ({ from, receipt: readReceipt(text, from, head) }))
    .filter(({ receipt }) => receipt.faults[0]?.rule !== 'unknown-format');
  const cut = step.truncated || printed.open;
  return cut && (printed.open || texts.length > 0)
    ? [
        ...files,
        ...texts,
        { from, receipt: unreadableReceipt('unknown', 'the output is cut: a receipt in it has no end') },
      ]
    : [...files, ...texts];
}

/** A copy of what is committed tells of another run; so does a throughput that has not moved by a digit. */
function againstCommitted(receipt: Receipt, text: string, committed: string | undefined, head: string): Receipt {
  if (committed === undefined) return receipt;
  const add = (odd: ReceiptFault): Receipt => ({ ...receipt, faults: [...receipt.faults, odd] });
  if (committed.trim() === text.trim())
    return add(fault('committed', 'it is, word for word, the one that is committed'));
  const before = readReceipt(committed, 'committed', head).bareThroughput;
  if (receipt.bareThroughput !== undefined && receipt.bareThroughput > 0 && before === receipt.bareThroughput)
    return add(fault('constant', `${before} tokens/s to the last digit, as in the one that is committed`));
  return receipt;
}

function stepFaults(
  step: CommandResult,
  own: readonly Found[],
  logged: readonly ReceiptFault[],
  tests: number,
): ReceiptFault[] {
  const faults = [...logFaults(step.stdout), ...logFaults(step.stderr), ...logged];
  if (step.exitCode !== 0) faults.push(fault('exit-code', `${step.step} ended with exit ${step.exitCode}`));
  if (own.length === 0) faults.push(fault('no-receipt', `${step.step} wrote no receipt and printed none`));
  if (step.reports.size > MOST_RECEIPTS)
    faults.push(fault('unreadable', `${step.reports.size} receipts, ${MOST_RECEIPTS} are read`));
  if (tests === 0 && own.some(({ receipt }) => receipt.needsTests === true))
    faults.push(fault('zero-parity-tests', 'its report counts only beside tests of parity, and its log has none'));
  const seen = new Set<string>();
  return faults.filter(({ rule }) => !seen.has(rule) && seen.add(rule));
}

/** Receipts of different model files cannot speak of one engine. */
function modelRow(found: readonly Found[]): ReceiptRow[] {
  const models = [...new Set(found.flatMap(({ receipt: { model } }) => (model === undefined ? [] : [model])))];
  if (models.length < 2) return [];
  const odd = fault(
    'other-model',
    `the receipts are of ${models.length} model files: ${models.map((sha) => sha.slice(0, 12)).join(', ')}`,
  );
  return [{ from: 'receipts', kind: 'log', faults: [odd], says: '' }];
}

/** `Rust vs C++: 12/12 comparisons within their limits; 3 parity tests pass`. */
export function repositoryLine({ rows, comparisons, passed, tests, faults }: RepositorySide): string {
  const first = rows.find((row) => row.faults.length > 0);
  if (first !== undefined) {
    const { rule, message } = first.faults[0]!;
    return `${faults === 1 ? '' : `${count(faults, 'fault')}, first `}${rule}: ${first.from}: ${message}`;
  }
  const made =
    comparisons === 0 ? 'no number of a comparison' : `${passed}/${comparisons} comparisons within their limits`;
  return `Rust vs C++: ${made}${tests === 0 ? '' : `; ${count(tests, 'parity test')} pass`}`;
}
