import { fault, type ReceiptFault, type ReceiptRule } from './receipt.ts';

/** What the formats call a run that compared nothing or did not agree. */
const REFUSED: ReadonlyMap<string, readonly [ReceiptRule, string]> = new Map([
  ['rust_only', ['rust-only', 'the C++ reference was not there: Rust was compared with nothing']],
  ['timeout', ['timeout', 'the comparison did not end']],
  ['diverged', ['diverged', 'the engines differ']],
  ['divergence', ['diverged', 'the engines differ']],
  ['mismatch', ['diverged', 'the engines differ']],
  ['xfail', ['xfail', 'an expected failure is a failure']],
  ['infrastructure_ready', ['no-measurement', 'nothing was run yet']],
]);

/** What is wrong with a `status`: anything but `ok`. That it is `ok` proves nothing. */
export function statusFault(status: unknown): ReceiptFault | undefined {
  if (status === 'ok') return undefined;
  const known = typeof status === 'string' ? REFUSED.get(status.toLowerCase()) : undefined;
  if (known !== undefined) return fault(known[0], `status ${status as string}: ${known[1]}`);
  return fault('unknown-status', `status is ${JSON.stringify(status) ?? 'missing'}, not "ok"`);
}
