import { z } from 'zod';
import { shortNumber } from '../parity/crossval-report.ts';
import {
  F32_SLACK,
  fault,
  RECEIPT_LIMITS as LIMITS,
  shapeFault,
  unreadableReceipt,
  type Receipt,
  type ReceiptFault,
} from './receipt.ts';
import { statusFault } from './status.ts';

const count = z.int().min(0);
const KERNELS = { most: 10_000, longest: 128 } as const;

const throughput = { tokens_generated: count.optional(), tokens_per_second: z.number().optional() };

/** What a library and `xtask benchmark` write: the same outside, the throughput in different places. */
const schema = z.looseObject({
  schema_version: z.literal('1.0.0'),
  compute_path: z.string().max(100),
  backend: z.string().min(1).max(100),
  kernels: z.array(z.string()),
  ...throughput,
  performance_baseline: z.looseObject({ ...throughput, total_time_ms: count.optional() }).optional(),
  test_results: z
    .looseObject({ total_tests: count, passed: count, failed: count, skipped: count.nullable().optional() })
    .optional(),
  cross_validation: z
    .looseObject({ cpp_reference_available: z.boolean(), parity_tests_passed: z.boolean().nullable().optional() })
    .optional(),
  parity: z
    .strictObject({
      cpp_available: z.boolean(),
      cosine_similarity: z.number().optional(),
      exact_match_rate: z.number().optional(),
      status: z.string().max(100),
    })
    .optional(),
  model_info: z.looseObject({ sha256: z.string().optional() }).optional(),
});
type Parsed = z.infer<typeof schema>;

/** Does a value look like an inference receipt (`ci/inference.json`)? */
export const isInferenceReceipt = (value: object): boolean => 'compute_path' in value || 'kernels' in value;

/**
 * Inference receipts, schema 1.0.0: that an engine ran, with which kernels, how fast. They compare with the reference only where they have `parity`.
 */
export function readInferenceReceipt(value: object): Receipt {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const odd = shapeFault(parsed.error.issues);
    const none = Array.isArray((value as { kernels?: unknown }).kernels)
      ? []
      : [fault('empty-kernels', 'it names no kernels')];
    return { ...unreadableReceipt('inference-receipt', odd.message), faults: [...none, odd] };
  }
  const receipt = parsed.data;
  const speed = speedOf(receipt);
  const parity = parityFaults(receipt);
  const compared = receipt.parity === undefined ? 0 : 1;
  const sha = receipt.model_info?.sha256;
  return {
    kind: 'inference-receipt',
    faults: [...kernelFaults(receipt), ...speed.faults, ...testFaults(receipt), ...parity],
    comparisons: compared,
    passed: parity.length === 0 ? compared : 0,
    says: `${receipt.kernels.length} kernels on ${receipt.backend}, ${shortNumber(Math.max(0, speed.tokensPerSecond))} tokens/s`,
    ...(sha === undefined ? {} : { model: sha }),
    ...(speed.timed ? {} : { bareThroughput: speed.tokensPerSecond }),
  };
}

function kernelFaults({ kernels, compute_path: path }: Parsed): ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  if (path !== 'real') faults.push(fault('mock', `compute_path is ${JSON.stringify(path)}, not "real"`));
  if (kernels.length === 0) faults.push(fault('empty-kernels', 'no kernel ran'));
  if (kernels.some((kernel) => kernel.trim() === '')) faults.push(fault('empty-kernels', 'a kernel has no name'));
  if (kernels.length > KERNELS.most || kernels.some((kernel) => kernel.length > KERNELS.longest))
    faults.push(fault('unreadable', `over ${KERNELS.most} kernels, or a name over ${KERNELS.longest} characters`));
  return faults;
}

function speedOf(receipt: Parsed): { faults: ReceiptFault[]; tokensPerSecond: number; timed: boolean } {
  const { performance_baseline: baseline } = receipt;
  const stated = receipt.tokens_per_second ?? baseline?.tokens_per_second;
  const tokens = receipt.tokens_generated ?? baseline?.tokens_generated;
  const timed = baseline?.total_time_ms !== undefined && tokens !== undefined;
  if (stated === undefined || !(stated > 0))
    return {
      faults: [fault('zero-throughput', `${stated ?? 'no'} tokens/s: nothing was generated`)],
      tokensPerSecond: 0,
      timed,
    };
  const faults: ReceiptFault[] = [];
  if (tokens === 0) faults.push(fault('zero-throughput', `${stated} tokens/s of 0 tokens`));
  // A millisecond that was cut off may matter for a few tokens.
  const ms = baseline?.total_time_ms ?? 0;
  const slowest = timed ? (tokens * 1000) / (ms + 1) : 0;
  const fastest = timed && ms > 1 ? (tokens * 1000) / (ms - 1) : Infinity;
  if (stated < slowest * 0.9 || stated > fastest * 1.1)
    faults.push(fault('contradiction', `${stated} tokens/s, and ${tokens} tokens took ${ms} ms`));
  if (!timed && Number.isInteger(stated))
    faults.push(
      fault('constant', `${stated} tokens/s, a whole number without a duration; total_time_ms would bear it out`),
    );
  return { faults, tokensPerSecond: stated, timed };
}

function testFaults({ test_results: tests, cross_validation: cross }: Parsed): ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  if (tests !== undefined) {
    const { total_tests: total, passed, failed, skipped } = tests;
    if (failed > 0) faults.push(fault('tests-failed', `${failed} of ${total} tests failed`));
    if (passed + failed + (skipped ?? 0) !== total)
      faults.push(
        fault('contradiction', `${total} tests, and ${passed} passed, ${failed} failed, ${skipped ?? 0} skipped`),
      );
  }
  if (cross === undefined) return faults;
  if (!cross.cpp_reference_available) faults.push(fault('rust-only', 'cpp_reference_available is false'));
  if (cross.parity_tests_passed === false) faults.push(fault('tests-failed', 'parity_tests_passed is false'));
  if (cross.parity_tests_passed === true && (tests?.passed ?? 0) === 0)
    faults.push(fault('zero-parity-tests', 'parity_tests_passed is true, and no test passed'));
  return faults;
}

function parityFaults({ parity }: Parsed): ReceiptFault[] {
  if (parity === undefined) return [];
  const status = statusFault(parity.status);
  if (status !== undefined) return [status];
  const { cpp_available: cpp, cosine_similarity: cosine, exact_match_rate: rate } = parity;
  if (!cpp) return [fault('rust-only', 'status is ok, and cpp_available is false')];
  if (cosine === undefined || rate === undefined) return [fault('no-measurement', 'status is ok without a number')];
  if (!(cosine >= LIMITS.harnessCosine))
    return [fault('diverged', `cosine ${cosine} is below ${LIMITS.harnessCosine}`)];
  if (cosine > 1 + F32_SLACK) return [fault('contradiction', `cosine ${cosine} is above 1`)];
  return rate === 1 ? [] : [fault('diverged', `exact_match_rate is ${rate}, not 1`)];
}
