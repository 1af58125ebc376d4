import { describe, expect, test } from '@jest/globals';
import { inference, parity, type Row, speed, tests, told } from '../../../fixtures/gates/receipt-changes.ts';
import { inferenceReceipt } from '../../../fixtures/gates/receipts.ts';

describe('an engine that ran', () => {
  test.each<Row>([
    ['as it should be', inferenceReceipt, ['1/1']],
    ['compared with nothing', inference({ parity: undefined }), ['0/0']],
    [
      'kernels alone tell what it is',
      { kernels: ['a'] },
      ['0/0', 'unreadable: schema_version: Invalid input: expected "1.0.0"'],
    ],
    [
      'no kernels',
      inference({ kernels: undefined }),
      [
        '0/0',
        'empty-kernels: it names no kernels',
        'unreadable: kernels: Invalid input: expected array, received undefined',
      ],
    ],
    [
      'kernels that are no texts',
      inference({ kernels: [1] }),
      ['0/0', 'unreadable: kernels.0: Invalid input: expected string, received number'],
    ],
    ['no kernel', inference({ kernels: [] }), ['1/1', 'empty-kernels: no kernel ran']],
    [
      'a kernel without a name',
      inference({ kernels: ['i2s_gemv', ' '] }),
      ['1/1', 'empty-kernels: a kernel has no name'],
    ],
    [
      '10,000 kernels with names of 128 characters',
      inference({ kernels: Array.from({ length: 10_000 }, () => 'k'.repeat(128)) }),
      ['1/1'],
    ],
    [
      'a kernel more',
      inference({ kernels: Array.from({ length: 10_001 }, () => 'k') }),
      ['1/1', 'unreadable: over 10000 kernels, or a name over 128 characters'],
    ],
    [
      'a character more',
      inference({ kernels: ['i2s_gemv', 'k'.repeat(129)] }),
      ['1/1', 'unreadable: over 10000 kernels, or a name over 128 characters'],
    ],
    [
      'a path that is not real',
      inference({ compute_path: 'hybrid' }),
      ['1/1', 'mock: compute_path is "hybrid", not "real"'],
    ],
    ['no throughput', speed(64, 4100, undefined), ['1/1', 'zero-throughput: no tokens/s: nothing was generated']],
    [
      'no baseline',
      inference({ performance_baseline: undefined }),
      ['1/1', 'zero-throughput: no tokens/s: nothing was generated'],
    ],
    ['0 tokens/s', speed(64, 4100, 0), ['1/1', 'zero-throughput: 0 tokens/s: nothing was generated']],
    ['fewer than 0 tokens/s', speed(64, 4100, -1), ['1/1', 'zero-throughput: -1 tokens/s: nothing was generated']],
    [
      'tokens/s of no tokens',
      speed(0, 4100, 15.6),
      ['1/1', 'zero-throughput: 15.6 tokens/s of 0 tokens', 'contradiction: 15.6 tokens/s, and 0 tokens took 4100 ms'],
    ],
    [
      'a whole number without a duration',
      speed(64, undefined, 200),
      ['1/1', 'constant: 200 tokens/s, a whole number without a duration; total_time_ms would bear it out'],
    ],
    ['a whole number with a duration', speed(64, 4000, 16), ['1/1']],
    [
      'a whole number whose tokens are not told',
      speed(undefined, 4100, 200),
      ['1/1', 'constant: 200 tokens/s, a whole number without a duration; total_time_ms would bear it out'],
    ],
    ['a tenth slower than the duration gives', speed(64, 4099, 14.05), ['1/1']],
    ['slower than that', speed(64, 4099, 14.04), ['1/1', 'contradiction: 14.04 tokens/s, and 64 tokens took 4099 ms']],
    ['a tenth faster than the duration gives', speed(64, 4101, 17.16), ['1/1']],
    ['faster than that', speed(64, 4101, 17.18), ['1/1', 'contradiction: 17.18 tokens/s, and 64 tokens took 4101 ms']],
    ['tokens of a millisecond', speed(64, 1, 1_000_000), ['1/1']],
    [
      'tokens of two milliseconds',
      speed(64, 2, 1_000_000),
      ['1/1', 'contradiction: 1000000 tokens/s, and 64 tokens took 2 ms'],
    ],
    [
      'the throughput of xtask benchmark',
      inference({ performance_baseline: undefined, tokens_generated: 64, tokens_per_second: 15.61 }),
      ['1/1'],
    ],
    ['failed tests', inference({ test_results: tests(3, 2, 1) }), ['1/1', 'tests-failed: 1 of 3 tests failed']],
    ['skipped tests', inference({ test_results: tests(5, 3, 0, 2) }), ['1/1']],
    [
      'tests that do not add up',
      inference({ test_results: tests(30, 3, 1, 2) }),
      ['1/1', 'tests-failed: 1 of 30 tests failed', 'contradiction: 30 tests, and 3 passed, 1 failed, 2 skipped'],
    ],
    [
      'the same, and nobody says how many were skipped',
      inference({ test_results: tests(30, 3, 0, null) }),
      ['1/1', 'contradiction: 30 tests, and 3 passed, 0 failed, 0 skipped'],
    ],
    [
      'tests that are no counts',
      inference({ test_results: tests(-1, 3, 0) }),
      ['0/0', 'unreadable: test_results.total_tests: Too small: expected number to be >=0'],
    ],
    [
      'no reference in the tests',
      inference({ cross_validation: { cpp_reference_available: false } }),
      ['1/1', 'rust-only: cpp_reference_available is false'],
    ],
    [
      'a reference in the tests',
      inference({ cross_validation: { cpp_reference_available: true, parity_tests_passed: null } }),
      ['1/1'],
    ],
    [
      'parity tests that failed',
      inference({ cross_validation: { cpp_reference_available: true, parity_tests_passed: false } }),
      ['1/1', 'tests-failed: parity_tests_passed is false'],
    ],
    [
      'parity tests that passed',
      inference({ cross_validation: { cpp_reference_available: true, parity_tests_passed: true } }),
      ['1/1'],
    ],
    [
      'parity tests that passed, and none',
      inference({
        test_results: undefined,
        cross_validation: { cpp_reference_available: true, parity_tests_passed: true },
      }),
      ['1/1', 'zero-parity-tests: parity_tests_passed is true, and no test passed'],
    ],
    [
      'a reference that nobody names',
      inference({ cross_validation: { cpp_reference_available: 1 } }),
      ['0/0', 'unreadable: cross_validation.cpp_reference_available: Invalid input: expected boolean, received number'],
    ],
    [
      'parity of another status',
      parity({ status: 'rust_only' }),
      ['0/1', 'rust-only: status rust_only: the C++ reference was not there: Rust was compared with nothing'],
    ],
    [
      'parity without a reference',
      parity({ cpp_available: false }),
      ['0/1', 'rust-only: status is ok, and cpp_available is false'],
    ],
    [
      'parity without a cosine',
      parity({ cosine_similarity: undefined }),
      ['0/1', 'no-measurement: status is ok without a number'],
    ],
    [
      'parity without a rate',
      parity({ exact_match_rate: undefined }),
      ['0/1', 'no-measurement: status is ok without a number'],
    ],
    ['a cosine at the limit', parity({ cosine_similarity: 0.99 }), ['1/1']],
    ['a cosine below it', parity({ cosine_similarity: 0.9899 }), ['0/1', 'diverged: cosine 0.9899 is below 0.99']],
    ['a cosine above 1 within rounding', parity({ cosine_similarity: 1.001 }), ['1/1']],
    ['a cosine above 1', parity({ cosine_similarity: 1.0011 }), ['0/1', 'contradiction: cosine 1.0011 is above 1']],
    ['other tokens', parity({ exact_match_rate: 0.5 }), ['0/1', 'diverged: exact_match_rate is 0.5, not 1']],
    ['a key nobody knows', parity({ note: 1 }), ['0/0', 'unreadable: parity: Unrecognized key: "note"']],
    [
      'another schema',
      inference({ schema_version: '2.0.0' }),
      ['0/0', 'unreadable: schema_version: Invalid input: expected "1.0.0"'],
    ],
    [
      'a sha that is no text',
      inference({ model_info: { sha256: 1 } }),
      ['0/0', 'unreadable: model_info.sha256: Invalid input: expected string, received number'],
    ],
    [
      'tokens that are no number',
      inference({ performance_baseline: { tokens_per_second: 'many' } }),
      ['0/0', 'unreadable: performance_baseline.tokens_per_second: Invalid input: expected number, received string'],
    ],
    [
      'a duration that is none',
      speed(64, -1, 15.6),
      ['0/0', 'unreadable: performance_baseline.total_time_ms: Too small: expected number to be >=0'],
    ],
    [
      'two mocks are one fault',
      inference({ backend: 'mock', kernels: ['fabricated_kernel', 'MOCKED'] }),
      ['1/1', 'mock: kernels.1 is "MOCKED"'],
    ],
    ['words that only begin alike', inference({ backend: 'stubborn', kernels: ['mockingbird'] }), ['1/1']],
  ])('%s', (_, value, said) => {
    expect(told(value)).toEqual(said);
  });
});
