import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readReceipt } from '../../../../src/core/receipts/read-receipt.ts';
import {
  HEAD,
  inferenceReceipt,
  parityBitnetCpp,
  parityReceipt,
  perToken,
  row,
  xtaskCrossval,
} from '../../../fixtures/gates/receipts.ts';

const read = (value: unknown) =>
  readReceipt(typeof value === 'string' ? value : JSON.stringify(value), 'receipt.json', HEAD);
const rules = (value: unknown): string[] => read(value).faults.map(({ rule }) => rule);
const withParity = (change: object, more: object = {}) => ({
  ...parityBitnetCpp,
  ...more,
  parity: { ...parityBitnetCpp.parity, ...change },
});
const withRows = (rows: readonly object[], more: object = {}) => ({
  ...parityReceipt,
  positions: rows.length,
  rows,
  summary: {
    ...parityReceipt.summary,
    mean_mse: rows.reduce<number>((sum, { mse }: { mse?: number }) => sum + mse!, 0) / rows.length,
  },
  ...more,
});
const withSpeed = (change: object) => ({ ...inferenceReceipt, performance_baseline: { ...change } });

describe('receipts that say something', () => {
  test.each([
    ['per-token', perToken, 3],
    ['parity-receipt', parityReceipt, 3],
    ['parity-bitnetcpp', parityBitnetCpp, 5],
    ['xtask-crossval', xtaskCrossval, 0],
    ['inference-receipt', inferenceReceipt, 1],
  ])('%s', (kind, value, comparisons) => {
    expect(read(value)).toMatchObject({ kind, faults: [], comparisons, passed: comparisons });
  });

  test('version 2 of the parity receipt, and the receipt of xtask benchmark', () => {
    const second = { ...parityReceipt, version: 2, prompt_template: 'raw', model_sha256: '6'.repeat(64) };
    expect(read(second)).toMatchObject({ faults: [], model: '6'.repeat(64) });
    const { performance_baseline: _, parity: __, model_info: ___, test_results: ____, ...rest } = inferenceReceipt;
    const bench = {
      ...rest,
      model: { path: 'm.gguf' },
      tokens_generated: 64,
      tokens_requested: 64,
      tokens_per_second: 15.61,
    };
    expect(read(bench)).toMatchObject({ faults: [], comparisons: 0, bareThroughput: 15.61 });
  });
});

describe('ways to fake parity', () => {
  test.each<[string, unknown, string]>([
    [
      'rust_only: there was no reference',
      withParity({ status: 'rust_only', cpp_available: false, cosine_similarity: null, exact_match_rate: null }),
      'rust-only',
    ],
    ['ok without a reference', withParity({ cpp_available: false }), 'rust-only'],
    [
      'a time-out',
      withParity({ status: 'timeout', timeout_seconds: 120, cosine_similarity: null, exact_match_rate: null }),
      'timeout',
    ],
    ['a mismatch', withParity({ status: 'mismatch' }), 'diverged'],
    ['ok with a low cosine', withParity({ cosine_similarity: 0.91 }), 'diverged'],
    ['ok with other tokens', withParity({ exact_match_rate: 0.75 }), 'diverged'],
    ['ok with a first divergence', withParity({ first_divergence_step: 2 }), 'diverged'],
    ['ok with a cosine that is NaN', withParity({ cosine_similarity: null }), 'not-a-number'],
    ['a status nobody knows', withParity({ status: 'fine' }), 'unknown-status'],
    ['a key nobody knows in what is judged', withParity({ tolerance: 1 }), 'unreadable'],
    ['no token decoded', { ...parityBitnetCpp, rust: { ...parityBitnetCpp.rust, decoded_tokens: [] } }, 'zero-rows'],
    [
      'tokenizers that differ',
      { ...parityBitnetCpp, tokenization: { rust_token_count: 5, cpp_token_count: 6, tokens_match: true } },
      'diverged',
    ],
    [
      'a harness that is not there yet',
      { commit: HEAD, model_path: 'm.gguf', status: 'infrastructure_ready' },
      'no-measurement',
    ],
    ['a receipt without a sha', { ...parityBitnetCpp, commit: 'unknown' }, 'no-sha'],
    ['a receipt whose sha was left out', { ...parityBitnetCpp, commit: undefined }, 'no-sha'],
    ['a receipt of another sha', { ...parityBitnetCpp, commit: 'b'.repeat(40) }, 'other-sha'],
    ['an expected failure of C++', { ...xtaskCrossval, cpp_full_ok: false, xfail: true }, 'xfail'],
    ['xfail beside a success', { ...xtaskCrossval, xfail: true }, 'xfail'],
    ['C++ that read no header', { ...xtaskCrossval, cpp_header_ok: false }, 'cpp-failed'],
    ['Rust that loaded nothing', { ...xtaskCrossval, rust_ok: false }, 'rust-failed'],
    ['a model of 224 bytes without tensors', { ...xtaskCrossval, n_tensors: 0 }, 'zero-rows'],
    ['tensors that nobody counted', { ...xtaskCrossval, n_tensors: null }, 'no-measurement'],
    ['status diverged', { ...perToken, status: 'diverged', first_divergence_token: 1 }, 'diverged'],
    ['ok with a low cosine at a position', { ...perToken, per_token_cosine_sim: [1, 0.9998, 1] }, 'diverged'],
    [
      'ok without a position',
      { ...perToken, per_token_cosine_sim: [], per_token_l2_dist: [], max_absolute_diff: 0 },
      'zero-rows',
    ],
    [
      'A-36 NaN, which the comparison takes for equal',
      { ...perToken, per_token_cosine_sim: [1, null, 1] },
      'not-a-number',
    ],
    ['A-36 NaN as Python writes it', JSON.stringify(perToken).replace('0.034', 'NaN'), 'not-a-number'],
    [
      'an engine against itself',
      { ...perToken, per_token_cosine_sim: [1, 1, 1], per_token_l2_dist: [0, 0, 0], max_absolute_diff: 0 },
      'compared-with-itself',
    ],
    [
      'a constant for every position',
      { ...perToken, per_token_cosine_sim: [0.99999, 0.99999, 0.99999], per_token_l2_dist: [0.01, 0.01, 0.01] },
      'constant',
    ],
    ['a difference larger than the distance', { ...perToken, max_absolute_diff: 3 }, 'contradiction'],
    ['a threshold turned down', { ...perToken, threshold: 0.5 }, 'loose-limit'],
    ['no rows, and the default summary', { ...parityReceipt, positions: 0, rows: [] }, 'zero-rows'],
    ['rows left out', { ...parityReceipt, rows: undefined }, 'zero-rows'],
    ['a row over the squared error', withRows([row(0, 2e-4, { max_abs: 0.1 }), row(1, 1e-6)]), 'diverged'],
    [
      'a row over the divergence, which the summary does not look at',
      withRows([row(0, 1e-6, { kl: 0.5 }), row(1, 2e-6)]),
      'diverged',
    ],
    [
      'a row with other likely tokens',
      withRows([row(0, 1e-6, { top5_cpp: [1, 2, 3, 4, 5], topk_agree: 0 }), row(1, 2e-6)]),
      'diverged',
    ],
    [
      'an agreement that its tokens do not give',
      withRows([row(0, 1e-6, { topk_agree: 1 }), row(1, 2e-6)]),
      'contradiction',
    ],
    ['likely tokens of one side only', withRows([row(0, 1e-6, { top5_cpp: [] }), row(1, 2e-6)]), 'zero-rows'],
    ['an error larger than its largest difference', withRows([row(0, 9e-5), row(1, 1e-6)]), 'contradiction'],
    ['thresholds turned up', { ...parityReceipt, thresholds: { mse: 1, kl: 0.1, topk: 0.8 } }, 'loose-limit'],
    ['a top-k threshold turned down', { ...parityReceipt, thresholds: { mse: 1e-4, kl: 0.1, topk: 0 } }, 'loose-limit'],
    [
      'a mean that the rows do not give',
      { ...parityReceipt, summary: { all_passed: true, mean_mse: 1e-9 } },
      'contradiction',
    ],
    ['more positions than rows', { ...parityReceipt, positions: 30 }, 'contradiction'],
    ['one row many times', withRows([row(0, 1e-6), row(0, 2e-6)]), 'contradiction'],
    ['the same numbers in every row', withRows([row(0, 1e-6), row(1, 1e-6)]), 'constant'],
    [
      'an engine against itself, in rows',
      withRows([row(0, 0, { max_abs: 0 }), row(1, 0, { max_abs: 0 })]),
      'compared-with-itself',
    ],
    ['A-36 a NaN in a row', withRows([row(0, 1e-6, { kl: null }), row(1, 2e-6)]), 'not-a-number'],
    ['mock kernels', { ...inferenceReceipt, kernels: ['mock_inference'] }, 'mock'],
    ['a mock path', { ...inferenceReceipt, compute_path: 'mock' }, 'mock'],
    ['a note that says stub', { ...xtaskCrossval, notes: 'C++ side is a stub' }, 'mock'],
    ['no kernels', { ...inferenceReceipt, kernels: [] }, 'empty-kernels'],
    ['kernels without names', { ...inferenceReceipt, kernels: ['i2s_gemv', ' '] }, 'empty-kernels'],
    ['kernels left out', { ...inferenceReceipt, kernels: undefined }, 'empty-kernels'],
    ['0 tokens/s', withSpeed({ tokens_generated: 64, total_time_ms: 4100, tokens_per_second: 0 }), 'zero-throughput'],
    ['no throughput', withSpeed({}), 'zero-throughput'],
    ['throughput of no tokens', withSpeed({ tokens_generated: 0, tokens_per_second: 15.61 }), 'zero-throughput'],
    ['a constant for a throughput', withSpeed({ tokens_generated: 64, tokens_per_second: 200 }), 'constant'],
    [
      'a throughput that its duration does not give',
      withSpeed({ tokens_generated: 64, total_time_ms: 4100, tokens_per_second: 31.2 }),
      'contradiction',
    ],
    ['failed tests', { ...inferenceReceipt, test_results: { total_tests: 3, passed: 2, failed: 1 } }, 'tests-failed'],
    [
      'tests that do not add up',
      { ...inferenceReceipt, test_results: { total_tests: 30, passed: 3, failed: 0 } },
      'contradiction',
    ],
    [
      'parity tests passed, none of them',
      {
        ...inferenceReceipt,
        test_results: { total_tests: 0, passed: 0, failed: 0 },
        cross_validation: { cpp_reference_available: true, parity_tests_passed: true },
      },
      'zero-parity-tests',
    ],
    [
      'inference that was rust_only',
      { ...inferenceReceipt, parity: { cpp_available: false, status: 'rust_only' } },
      'rust-only',
    ],
    [
      'inference parity without a number',
      { ...inferenceReceipt, parity: { cpp_available: true, status: 'ok' } },
      'no-measurement',
    ],
    ['another schema', { ...inferenceReceipt, schema_version: '9.0.0' }, 'unreadable'],
    [
      'A-28 a key twice',
      JSON.stringify(perToken).replace('"status":"ok"', '"status":"diverged","status":"ok"'),
      'unreadable',
    ],
    ['half a receipt', JSON.stringify(parityReceipt).slice(0, 300), 'unreadable'],
    ['nothing', '', 'unreadable'],
    ['a list', '[]', 'unreadable'],
    ['something else', { ok: true }, 'unknown-format'],
  ])('%s', (_, value, rule) => {
    expect(rules(value)).toContain(rule);
  });

  test('a prompt may say mock, what was run may not', () => {
    expect(rules({ ...parityReceipt, prompt: 'what is a mock?' })).toEqual([]);
    expect(rules({ ...parityReceipt, model: 'mock.gguf' })).toEqual(['mock']);
  });
});

describe('any text gives a verdict', () => {
  const known = [perToken, parityReceipt, parityBitnetCpp, xtaskCrossval, inferenceReceipt].map((value) =>
    JSON.stringify(value),
  );

  test('a receipt cut anywhere proves nothing', () => {
    for (const text of known)
      for (let end = 0; end < text.length; end += 7) expect(read(text.slice(0, end)).faults).not.toEqual([]);
  });

  test('a receipt without any one of its required parts is never better than with it', () => {
    const optional = new Set([
      'timestamp',
      'platform',
      'gguf_version_detected',
      'n_kv',
      'data_offset',
      'file_size',
      'model_sha256',
      'test_results',
      'model_info',
      'environment',
      'deterministic',
      'corrections',
      'template',
      'prompt',
      'tokenizer',
      'validation',
      'quant',
      'parity',
    ]);
    for (const text of known) {
      const value = JSON.parse(text) as Record<string, unknown>;
      for (const key of Object.keys(value)) {
        const { [key]: _, ...rest } = value;
        const receipt = read(rest);
        if (!optional.has(key)) expect([key, receipt.faults.length > 0]).toEqual([key, true]);
        else expect(receipt.comparisons).toBeLessThanOrEqual(read(value).comparisons);
      }
    }
  });

  test('random values and random changes: no throw, and no pass without a comparison that is within its limits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.json(), fc.nat(), (text, noise, at) => {
        const cut = at % text.length;
        for (const candidate of [noise, text.slice(0, cut) + noise + text.slice(cut)]) {
          const receipt = read(candidate);
          expect(receipt.passed).toBeLessThanOrEqual(receipt.comparisons);
          if (receipt.kind === 'unknown') expect(receipt.faults).not.toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
