import { printable } from '../text.ts';

/** The files in which a BitNet repository says that its engine agrees with the C++ reference. */
export const RECEIPT_KINDS = [
  'xtask-crossval',
  'per-token',
  'parity-receipt',
  'parity-bitnetcpp',
  'inference-receipt',
  'unknown',
] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** Why a receipt is no proof, by the name of the trick or the accident. */
export const RECEIPT_RULES = [
  'committed',
  'compared-with-itself',
  'constant',
  'contradiction',
  'cpp-failed',
  'cpp-failure-allowed',
  'diverged',
  'dry-run',
  'empty-kernels',
  'exit-code',
  'loose-limit',
  'mock',
  'no-measurement',
  'no-receipt',
  'no-sha',
  'not-a-number',
  'other-model',
  'other-sha',
  'rust-failed',
  'rust-only',
  'skipped-tests',
  'tests-failed',
  'timeout',
  'unknown-format',
  'unknown-status',
  'unreadable',
  'xfail',
  'zero-parity-tests',
  'zero-rows',
  'zero-throughput',
] as const;
export type ReceiptRule = (typeof RECEIPT_RULES)[number];

export interface ReceiptFault {
  readonly rule: ReceiptRule;
  readonly message: string;
}

/** What one receipt says by its numbers. Its own verdict (`status`, `all_passed`) is compared with them and never believed. */
export interface Receipt {
  readonly kind: ReceiptKind;
  readonly faults: readonly ReceiptFault[];
  /** Comparisons with the reference that it has numbers of, and those within their limits. */
  readonly comparisons: number;
  readonly passed: number;
  /** One line for people: what was compared, and the worst number. */
  readonly says: string;
  /** The commit it says it is of; `null` where the format has the field and nothing usable is in it. */
  readonly commit?: string | null;
  /** sha256 of the model file, where it says it. */
  readonly model?: string;
  /** It rests on tests whose count is in the log and not in the receipt. */
  readonly needsTests?: boolean;
  /** Tokens per second that no duration in the receipt bears out. */
  readonly bareThroughput?: number;
}

/**
 * Limits that a receipt is held to, whatever limit it states itself: those that the formats have by default. They are of whole models, where rounding
 * has gone through every layer; the tolerance of the independent check is of single operators.
 */
export const RECEIPT_LIMITS = {
  /** Per-token comparison: the cosine similarity of the logits of each position. */
  positionCosine: 1 - 1e-4,
  /** The parity harness: the same, of the last position. */
  harnessCosine: 0.99,
  /** No stated threshold of a cosine may lie below. */
  statedCosine: 0.99,
  /** Parity receipts, for each position: mean squared error and KL divergence at most, shared top-k tokens at least. */
  mse: 1e-4,
  kl: 0.1,
  topk: 0.8,
} as const;

/** Numbers are written as f32: what is counted again may differ in the last digits. */
export const F32_SLACK = 1e-3;

/** A receipt that cannot be read; it proves nothing. */
export function unreadableReceipt(kind: ReceiptKind, message: string, rule: ReceiptRule = 'unreadable'): Receipt {
  return { kind, faults: [fault(rule, message)], comparisons: 0, passed: 0, says: message };
}

/** A fault, its text made printable: what it quotes is of the branch. */
export function fault(rule: ReceiptRule, message: string): ReceiptFault {
  return { rule, message: printable(message, 300) };
}

/** The first problem of a value that is not of its format: `rows.0.mse: …`; a `null` where a number belongs is a NaN that JSON cannot hold. */
export function shapeFault(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): ReceiptFault {
  const [first] = issues;
  const at = first === undefined ? '' : first.path.map(String).join('.') || 'the receipt';
  const message = first?.message ?? 'not of its format';
  return /expected (number|int).*received null/i.test(message)
    ? fault('not-a-number', `${at} is null, which is how a NaN is written`)
    : fault('unreadable', `${at}: ${message}`);
}

/** True when every number of a list is one and the same; a single number shows nothing. */
export function isConstant(values: readonly number[]): boolean {
  return values.length > 1 && values.every((value) => value === values[0]);
}

/** True when two numbers are the same within f32 rounding. */
export function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= F32_SLACK * Math.max(Math.abs(a), Math.abs(b)) + 1e-12;
}

/** The largest number of a list, of any length; 0 for none. */
export function largest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}
