import { describe, expect, test } from '@jest/globals';
import { rows, type Row, thresholds, told } from '../../../fixtures/gates/receipt-changes.ts';
import { MODEL, parityReceipt, row } from '../../../fixtures/gates/receipts.ts';

describe('rows of positions', () => {
  test.each<Row>([
    ['as it should be', parityReceipt, ['3/3']],
    [
      'a summary alone',
      { backend: 'bitnet', prompt: 'a', summary: { all_passed: true } },
      ['0/0', 'zero-rows: it has no row: no position was compared'],
    ],
    [
      'thresholds alone',
      { backend: 'bitnet', prompt: 'a', thresholds: {} },
      ['0/0', 'zero-rows: it has no row: no position was compared'],
    ],
    [
      'no rows',
      { backend: 'bitnet', prompt: 'a', rows: [] },
      ['0/0', 'zero-rows: it has no row: no position was compared'],
    ],
    [
      'rows that are no list',
      { backend: 'bitnet', prompt: 'a', rows: 3 },
      ['0/0', 'zero-rows: it has no row: no position was compared'],
    ],
    [
      'rows of something else',
      { prompt: 'a', rows: [1] },
      ['0/0', 'unknown-format: no receipt that is known: its keys are prompt, rows'],
    ],
    [
      'a prompt and a backend of something else',
      { prompt: 'a', backend: 'b' },
      ['0/0', 'unknown-format: no receipt that is known: its keys are prompt, backend'],
    ],
    [
      'a NaN',
      rows([row(0, 1e-6, { kl: null }), row(1, 2e-6)]),
      ['0/0', 'not-a-number: rows.0.kl is null, which is how a NaN is written'],
    ],
    [
      'a row without a backend that is named',
      { ...parityReceipt, backend: '' },
      ['0/0', 'unreadable: backend: Too small: expected string to have >=1 characters'],
    ],
    [
      'a limit of the squared error at the default within rounding',
      rows([row(0, 1e-6), row(1, 2e-6)], thresholds({ mse: 1.001e-4 })),
      ['2/2'],
    ],
    [
      'a limit of the squared error above it',
      rows([row(0, 1e-6), row(1, 2e-6)], thresholds({ mse: 1.0011e-4 })),
      ['2/2', 'loose-limit: it allows mse 0.00010011 and KL 0.1'],
    ],
    [
      'a limit of the divergence above its default',
      rows([row(0, 1e-6), row(1, 2e-6)], thresholds({ kl: 0.1002 })),
      ['2/2', 'loose-limit: it allows mse 0.0001 and KL 0.1002'],
    ],
    [
      'a least agreement below its default',
      rows([row(0, 1e-6), row(1, 2e-6)], thresholds({ topk: 0.79 })),
      ['2/2', 'loose-limit: it allows a top-k agreement of 0.79'],
    ],
    [
      'a least agreement below it within rounding',
      rows([row(0, 1e-6), row(1, 2e-6)], thresholds({ topk: 0.7995 })),
      ['2/2'],
    ],
    [
      'stricter limits count: the squared error',
      rows([row(0, 1e-6), row(1, 5e-6)], thresholds({ mse: 2e-6 })),
      [
        '1/2',
        'diverged: position 1: mse 5e-6, 2e-6 is allowed',
        'contradiction: all_passed is true, and only 1 of 2 positions are within the limits',
      ],
    ],
    [
      'stricter limits count: the divergence',
      rows([row(0, 1e-6), row(1, 2e-6)], thresholds({ kl: 1e-5 })),
      [
        '0/2',
        'diverged: position 0: KL 2e-5, 1e-5 is allowed',
        'contradiction: all_passed is true, and only 0 of 2 positions are within the limits',
      ],
    ],
    [
      'stricter limits count: the agreement',
      rows([row(0, 1e-6), row(1, 2e-6)], thresholds({ topk: 1 })),
      [
        '0/2',
        'diverged: position 0: 0.8 of the most likely tokens are shared, 1 are wanted',
        'contradiction: all_passed is true, and only 0 of 2 positions are within the limits',
      ],
    ],
    [
      'looser limits do not: the squared error',
      rows([row(0, 2e-4, { max_abs: 0.1 }), row(1, 1e-6)], thresholds({ mse: 1 })),
      [
        '1/2',
        'loose-limit: it allows mse 1 and KL 0.1',
        'diverged: position 0: mse 2e-4, 1e-4 is allowed',
        'contradiction: all_passed is true, and only 1 of 2 positions are within the limits',
      ],
    ],
    [
      'looser limits do not: the divergence',
      rows([row(0, 1e-6, { kl: 0.2 }), row(1, 2e-6)], thresholds({ kl: 1 })),
      [
        '1/2',
        'loose-limit: it allows mse 0.0001 and KL 1',
        'diverged: position 0: KL 0.2, 0.1 is allowed',
        'contradiction: all_passed is true, and only 1 of 2 positions are within the limits',
      ],
    ],
    [
      'looser limits do not: the agreement',
      rows([row(0, 1e-6, { topk_agree: 0.6, top5_cpp: [11, 22, 33, 1, 2] }), row(1, 2e-6)], thresholds({ topk: 0 })),
      [
        '1/2',
        'loose-limit: it allows a top-k agreement of 0',
        'diverged: position 0: 0.6 of the most likely tokens are shared, 0.8 are wanted',
        'contradiction: all_passed is true, and only 1 of 2 positions are within the limits',
      ],
    ],
    [
      'other counts of positions',
      { ...parityReceipt, positions: 30 },
      ['3/3', 'contradiction: it says 30 positions and has 3 rows'],
    ],
    ['a position twice', rows([row(4, 1e-6), row(4, 2e-6)]), ['2/2', 'contradiction: a position is there twice']],
    [
      'no likely tokens at all',
      rows([row(0, 1e-6, { top5_rust: [], top5_cpp: [], topk_agree: undefined }), row(1, 2e-6)]),
      [
        '1/2',
        'zero-rows: position 0: the most likely tokens of one side are missing',
        'contradiction: all_passed is true, and only 1 of 2 positions are within the limits',
      ],
    ],
    [
      'likely tokens of one side',
      rows([row(0, 1e-6), row(1, 2e-6, { top5_cpp: [] })]),
      [
        '1/2',
        'zero-rows: position 1: the most likely tokens of one side are missing',
        'contradiction: all_passed is true, and only 1 of 2 positions are within the limits',
      ],
    ],
    ['an agreement that is not stated', rows([row(0, 1e-6, { topk_agree: undefined }), row(1, 2e-6)]), ['2/2']],
    [
      'an agreement that its tokens do not give',
      rows([row(0, 1e-6), row(7, 2e-6, { topk_agree: 1 })]),
      [
        '1/2',
        'contradiction: position 7: top-k agreement 1 is stated, its tokens give 0.8',
        'contradiction: all_passed is true, and only 1 of 2 positions are within the limits',
      ],
    ],
    [
      'an error larger than the largest difference squared',
      rows([row(0, 9.02e-6, { max_abs: 0.003 }), row(1, 2e-6)]),
      [
        '1/2',
        'contradiction: position 0: mse 0.00000902 is more than the largest difference 0.003 squared',
        'contradiction: all_passed is true, and only 1 of 2 positions are within the limits',
      ],
    ],
    ['the same, within rounding', rows([row(0, 9.005e-6, { max_abs: 0.003 }), row(1, 2e-6)]), ['2/2']],
    ['an error at the limit', rows([row(0, 1e-4, { max_abs: 0.1 }), row(1, 2e-6)]), ['2/2']],
    ['a divergence at the limit', rows([row(0, 1e-6, { kl: 0.1 }), row(1, 2e-6)]), ['2/2']],
    ['a divergence that is not stated', rows([row(0, 1e-6, { kl: undefined }), row(1, 2e-6)]), ['2/2']],
    [
      'a divergence over the limit',
      rows([row(0, 1e-6, { kl: 0.5 }), row(1, 2e-6)]),
      [
        '1/2',
        'diverged: position 0: KL 0.5, 0.1 is allowed',
        'contradiction: all_passed is true, and only 1 of 2 positions are within the limits',
      ],
    ],
    [
      'few likely tokens in common',
      rows([row(0, 1e-6, { topk_agree: 0, top5_cpp: [1, 2, 3, 4, 5] }), row(1, 2e-6)]),
      [
        '1/2',
        'diverged: position 0: 0 of the most likely tokens are shared, 0.8 are wanted',
        'contradiction: all_passed is true, and only 1 of 2 positions are within the limits',
      ],
    ],
    [
      'two bad rows',
      rows([row(0, 2e-4, { max_abs: 0.1 }), row(1, 3e-4, { max_abs: 0.1 }), row(2, 1e-6)]),
      [
        '1/3',
        'diverged: position 0: mse 2e-4, 1e-4 is allowed',
        'contradiction: all_passed is true, and only 1 of 3 positions are within the limits',
      ],
    ],
    [
      'another mean',
      rows([row(0, 1e-6), row(1, 2e-6)], {}, { mean_mse: 1e-9 }),
      ['2/2', 'contradiction: mean_mse is 1e-9, the rows give 1.5e-6'],
    ],
    ['a mean within rounding', rows([row(0, 1e-6), row(1, 2e-6)], {}, { mean_mse: 1.5005e-6 }), ['2/2']],
    [
      'a summary that says no',
      rows([row(0, 1e-6), row(1, 2e-6)], {}, { all_passed: false }),
      ['2/2', 'diverged: its summary says that position ? diverges'],
    ],
    [
      'a summary that says where',
      rows([row(0, 1e-6), row(1, 2e-6)], {}, { all_passed: false, first_divergence: 0 }),
      ['2/2', 'diverged: its summary says that position 0 diverges'],
    ],
    [
      'a summary that says yes and where',
      rows([row(0, 1e-6), row(1, 2e-6)], {}, { first_divergence: 1 }),
      ['2/2', 'diverged: its summary says that position 1 diverges'],
    ],
    ['the same errors, other differences', rows([row(0, 1e-6), row(1, 1e-6, { max_abs: 0.004 })]), ['2/2']],
    ['the same differences, other errors', rows([row(0, 1e-6), row(1, 2e-6)]), ['2/2']],
    [
      'the same numbers everywhere',
      rows([row(0, 1e-6), row(1, 1e-6)]),
      ['2/2', 'constant: all 2 positions have the same numbers'],
    ],
    ['a single position', rows([row(0, 1e-6)]), ['1/1']],
    [
      'every difference 0',
      rows([row(0, 0, { max_abs: 0 }), row(1, 0, { max_abs: 0 })]),
      ['2/2', 'compared-with-itself: every difference is exactly 0: two programs do not round alike everywhere'],
    ],
    ['errors of 0 beside differences', rows([row(0, 0, { max_abs: 1e-9 }), row(1, 0, { max_abs: 2e-9 })]), ['2/2']],
    [
      'a model that is no sha256',
      rows([row(0, 1e-6), row(1, 2e-6)], { model_sha256: `${MODEL}0` }),
      ['0/0', 'unreadable: model_sha256: Invalid string: must match pattern /^[0-9a-f]{64}$/'],
    ],
    [
      'a model that is no sha256 at its begin',
      rows([row(0, 1e-6), row(1, 2e-6)], { model_sha256: `x${MODEL}` }),
      ['0/0', 'unreadable: model_sha256: Invalid string: must match pattern /^[0-9a-f]{64}$/'],
    ],
    [
      'a mocked model',
      rows([row(0, 1e-6), row(1, 2e-6)], { model: 'a Dummy.gguf' }),
      ['2/2', 'mock: model is "a Dummy.gguf"'],
    ],
  ])('%s', (_, value, said) => {
    expect(told(value)).toEqual(said);
  });
});
