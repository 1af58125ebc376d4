import { z } from 'zod';
import { shortNumber } from '../parity/crossval-report.ts';
import {
  F32_SLACK,
  fault,
  isClose,
  isConstant,
  largest,
  RECEIPT_LIMITS as LIMITS,
  shapeFault,
  unreadableReceipt,
  type Receipt,
  type ReceiptFault,
} from './receipt.ts';

const count = z.int().min(0);
const measured = z.number().min(0);
const tokens = z.array(count).max(100);
/** Rounding may put a divergence a little below 0. */
const divergence = z.number().min(-F32_SLACK);

const rowSchema = z.strictObject({
  pos: count,
  mse: measured,
  max_abs: measured,
  kl: divergence.optional(),
  topk_agree: z.number().min(0).max(1).optional(),
  top5_rust: tokens,
  top5_cpp: tokens,
});
type Row = z.infer<typeof rowSchema>;

const schema = z.strictObject({
  version: z.union([z.literal(1), z.literal(2)]),
  timestamp: z.string().max(100),
  model: z.string().max(4096),
  backend: z.string().min(1).max(100),
  prompt: z.string(),
  positions: count,
  thresholds: z.strictObject({ mse: measured, kl: measured, topk: z.number() }),
  rows: z.array(rowSchema).max(100_000),
  summary: z.strictObject({
    all_passed: z.boolean(),
    first_divergence: count.optional(),
    mean_mse: measured,
    mean_kl: divergence.optional(),
  }),
  tokenizer_authority: z.looseObject({}).optional(),
  prompt_template: z.string().optional(),
  determinism_seed: count.optional(),
  model_sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** Does a value look like a parity receipt? One without rows has the default summary, which says that all passed. */
export const isParityReceipt = (value: object): boolean =>
  'backend' in value && 'prompt' in value && ('rows' in value || 'thresholds' in value || 'summary' in value);

/**
 * Parity receipts, versions 1 and 2: a row of numbers for each position. The summary looks at the squared error alone; here each row is held to every
 * limit, and the summary must be what the rows give.
 */
export function readParityReceipt(value: object): Receipt {
  const { rows } = value as { rows?: unknown };
  if (!Array.isArray(rows) || rows.length === 0)
    return unreadableReceipt('parity-receipt', 'it has no row: no position was compared', 'zero-rows');
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const odd = shapeFault(parsed.error.issues);
    return { ...unreadableReceipt('parity-receipt', odd.message), faults: [odd] };
  }
  const receipt = parsed.data;
  const good = receipt.rows.filter((row) => rowFault(row, receipt.thresholds) === undefined).length;
  const worst = largest(receipt.rows.map(({ mse }) => mse));
  return {
    kind: 'parity-receipt',
    faults: [...rowFaults(receipt), ...summaryFaults(receipt, good), ...oddNumbers(receipt.rows)],
    comparisons: receipt.rows.length,
    passed: good,
    says: `${good}/${receipt.rows.length} positions against ${receipt.backend}; worst mean squared error ${shortNumber(worst)}`,
    ...(receipt.model_sha256 === undefined ? {} : { model: receipt.model_sha256 }),
  };
}

type Parsed = z.infer<typeof schema>;

function rowFaults({ rows, thresholds, positions }: Parsed): ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  if (thresholds.mse > LIMITS.mse * (1 + F32_SLACK) || thresholds.kl > LIMITS.kl * (1 + F32_SLACK))
    faults.push(fault('loose-limit', `it allows mse ${thresholds.mse} and KL ${thresholds.kl}`));
  if (thresholds.topk < LIMITS.topk * (1 - F32_SLACK))
    faults.push(fault('loose-limit', `it allows a top-k agreement of ${thresholds.topk}`));
  if (positions !== rows.length)
    faults.push(fault('contradiction', `it says ${positions} positions and has ${rows.length} rows`));
  if (new Set(rows.map(({ pos }) => pos)).size !== rows.length)
    faults.push(fault('contradiction', 'a position is there twice'));
  const bad = rows.find((row) => rowFault(row, thresholds) !== undefined);
  if (bad !== undefined) faults.push(rowFault(bad, thresholds)!);
  return faults;
}

/** What is wrong with a row by its numbers; the stricter of our limit and its own counts. */
function rowFault(row: Row, stated: Parsed['thresholds']): ReceiptFault | undefined {
  const limits = {
    mse: Math.min(stated.mse, LIMITS.mse),
    kl: Math.min(stated.kl, LIMITS.kl),
    topk: Math.max(stated.topk, LIMITS.topk),
  };
  const at = `position ${row.pos}`;
  if (row.top5_rust.length === 0 || row.top5_rust.length !== row.top5_cpp.length)
    return fault('zero-rows', `${at}: the most likely tokens of one side are missing`);
  const shared = row.top5_rust.filter((token) => row.top5_cpp.includes(token)).length / row.top5_rust.length;
  if (row.topk_agree !== undefined && Math.abs(row.topk_agree - shared) > F32_SLACK)
    return fault('contradiction', `${at}: top-k agreement ${row.topk_agree} is stated, its tokens give ${shared}`);
  if (row.mse > row.max_abs ** 2 * (1 + F32_SLACK) + 1e-30)
    return fault('contradiction', `${at}: mse ${row.mse} is more than the largest difference ${row.max_abs} squared`);
  if (!(row.mse <= limits.mse))
    return fault('diverged', `${at}: mse ${shortNumber(row.mse)}, ${shortNumber(limits.mse)} is allowed`);
  if (row.kl !== undefined && !(row.kl <= limits.kl))
    return fault('diverged', `${at}: KL ${shortNumber(row.kl)}, ${shortNumber(limits.kl)} is allowed`);
  if (shared < limits.topk - F32_SLACK)
    return fault('diverged', `${at}: ${shared} of the most likely tokens are shared, ${limits.topk} are wanted`);
  return undefined;
}

function summaryFaults({ rows, summary }: Parsed, good: number): ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  const mean = rows.reduce((sum, { mse }) => sum + mse, 0) / rows.length;
  if (!isClose(mean, summary.mean_mse))
    faults.push(fault('contradiction', `mean_mse is ${summary.mean_mse}, the rows give ${shortNumber(mean)}`));
  if (!summary.all_passed || summary.first_divergence !== undefined)
    faults.push(fault('diverged', `its summary says that position ${summary.first_divergence ?? '?'} diverges`));
  else if (good < rows.length)
    faults.push(
      fault('contradiction', `all_passed is true, and only ${good} of ${rows.length} positions are within the limits`),
    );
  return faults;
}

function oddNumbers(rows: readonly Row[]): ReceiptFault[] {
  const errors = rows.map(({ mse }) => mse);
  const differences = rows.map(({ max_abs }) => max_abs);
  if (largest(errors) === 0 && largest(differences) === 0)
    return [fault('compared-with-itself', 'every difference is exactly 0: two programs do not round alike everywhere')];
  if (isConstant(errors) && isConstant(differences))
    return [fault('constant', `all ${rows.length} positions have the same numbers`)];
  return [];
}
