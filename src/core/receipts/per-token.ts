import { z } from 'zod';
import { shortNumber } from '../parity/crossval-report.ts';
import {
  F32_SLACK,
  fault,
  isConstant,
  largest,
  RECEIPT_LIMITS as LIMITS,
  shapeFault,
  type Receipt,
  type ReceiptFault,
} from './receipt.ts';
import { statusFault } from './status.ts';

const schema = z.strictObject({
  first_divergence_token: z.int().min(0).nullable(),
  per_token_cosine_sim: z.array(z.number()).max(100_000),
  per_token_l2_dist: z.array(z.number().min(0)).max(100_000),
  max_absolute_diff: z.number().min(0),
  threshold: z.number(),
  status: z.string().max(100),
});

/** Does a value look like what `crossval-per-token --format json` prints? */
export const isPerToken = (value: object): boolean => 'per_token_cosine_sim' in value;

/**
 * Logits of every position, as `crossval-per-token` prints them. The command ends with 0 when the engines diverge, and calls no position and a NaN
 * `ok`: each position is judged again by its numbers.
 */
export function readPerToken(value: object): Receipt {
  const parsed = schema.safeParse(value);
  const status = statusFault((value as { status?: unknown }).status);
  if (!parsed.success)
    return {
      kind: 'per-token',
      faults: [...(status === undefined ? [] : [status]), shapeFault(parsed.error.issues)],
      comparisons: 0,
      passed: 0,
      says: 'not of its format',
    };
  const { per_token_cosine_sim: cosines, per_token_l2_dist: distances, threshold } = parsed.data;
  const faults: ReceiptFault[] = status === undefined ? [] : [status];
  if (cosines.length === 0 || distances.length !== cosines.length)
    faults.push(
      fault('zero-rows', `${cosines.length} cosines and ${distances.length} distances: no position was compared`),
    );
  if (threshold < LIMITS.statedCosine)
    faults.push(fault('loose-limit', `the threshold ${threshold} is below ${LIMITS.statedCosine}`));
  const low = cosines.findIndex((cosine) => !(cosine >= LIMITS.positionCosine));
  if (low >= 0)
    faults.push(
      fault('diverged', `position ${low}: cosine ${cosines[low]!}, ${LIMITS.positionCosine} is the least allowed`),
    );
  if (cosines.some((cosine) => cosine > 1 + F32_SLACK)) faults.push(fault('contradiction', 'a cosine is above 1'));
  if (parsed.data.first_divergence_token !== null && status === undefined)
    faults.push(fault('diverged', `status is ok, and position ${parsed.data.first_divergence_token} diverges`));
  faults.push(...oddNumbers(cosines, distances, parsed.data.max_absolute_diff));
  const passed = cosines.filter((cosine) => cosine >= LIMITS.positionCosine).length;
  return {
    kind: 'per-token',
    faults,
    comparisons: cosines.length,
    passed,
    says: `logits of ${passed}/${cosines.length} positions; largest difference ${shortNumber(parsed.data.max_absolute_diff)}`,
  };
}

function oddNumbers(cosines: readonly number[], distances: readonly number[], difference: number): ReceiptFault[] {
  if (distances.length === 0) return [];
  const farthest = largest(distances);
  if (farthest === 0)
    return [fault('compared-with-itself', 'every distance is exactly 0: two programs do not round alike everywhere')];
  if (isConstant(cosines) && isConstant(distances))
    return [fault('constant', `all ${cosines.length} positions have the same numbers`)];
  if (difference === 0 || difference > farthest * (1 + F32_SLACK))
    return [
      fault(
        'contradiction',
        `the largest difference ${difference} does not fit the largest distance ${farthest}, in which it is contained`,
      ),
    ];
  return [];
}
