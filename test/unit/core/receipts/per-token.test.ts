import { describe, expect, test } from '@jest/globals';
import { type Row, token, told } from '../../../fixtures/gates/receipt-changes.ts';
import { perToken } from '../../../fixtures/gates/receipts.ts';

describe('logits of every position', () => {
  test.each<Row>([
    ['as it should be', perToken, ['3/3']],
    [
      'no status',
      token({ status: undefined }),
      [
        '0/0',
        'unknown-status: status is missing, not "ok"',
        'unreadable: status: Invalid input: expected string, received undefined',
      ],
    ],
    [
      'diverged',
      token({ status: 'diverged', first_divergence_token: 1 }),
      ['3/3', 'diverged: status diverged: the engines differ'],
    ],
    [
      'not of its format, and diverged',
      token({ status: 'diverged', threshold: 'x' }),
      [
        '0/0',
        'diverged: status diverged: the engines differ',
        'unreadable: threshold: Invalid input: expected number, received string',
      ],
    ],
    [
      'not of its format',
      token({ max_absolute_diff: -1 }),
      ['0/0', 'unreadable: max_absolute_diff: Too small: expected number to be >=0'],
    ],
    [
      'ok and a position that diverges, the first',
      token({ first_divergence_token: 0 }),
      ['3/3', 'diverged: status is ok, and position 0 diverges'],
    ],
    [
      'a position that is none',
      token({ first_divergence_token: -1 }),
      ['0/0', 'unreadable: first_divergence_token: Too small: expected number to be >=0'],
    ],
    [
      'no position',
      token({ per_token_cosine_sim: [], per_token_l2_dist: [] }),
      ['0/0', 'zero-rows: 0 cosines and 0 distances: no position was compared'],
    ],
    [
      'a distance less',
      token({ per_token_l2_dist: [0.021, 0.034] }),
      ['3/3', 'zero-rows: 3 cosines and 2 distances: no position was compared'],
    ],
    ['a threshold at the limit', token({ threshold: 0.99 }), ['3/3']],
    ['a threshold below it', token({ threshold: 0.9899 }), ['3/3', 'loose-limit: the threshold 0.9899 is below 0.99']],
    ['a cosine at the limit', token({ per_token_cosine_sim: [1 - 1e-4, 1, 1] }), ['3/3']],
    [
      'the first and the last too low',
      token({ per_token_cosine_sim: [0.5, 1, 0.25] }),
      ['1/3', 'diverged: position 0: cosine 0.5, 0.9999 is the least allowed'],
    ],
    ['above 1 within rounding', token({ per_token_cosine_sim: [1, 1.001, 1] }), ['3/3']],
    ['above 1', token({ per_token_cosine_sim: [1, 1.0011, 1] }), ['3/3', 'contradiction: a cosine is above 1']],
    ['one number of cosines, several of distances', token({ per_token_cosine_sim: [1, 1, 1] }), ['3/3']],
    ['several numbers of cosines, one of distances', token({ per_token_l2_dist: [0.02, 0.02, 0.02] }), ['3/3']],
    [
      'one number of everything',
      token({ per_token_cosine_sim: [1, 1, 1], per_token_l2_dist: [0.02, 0.02, 0.02] }),
      ['3/3', 'constant: all 3 positions have the same numbers'],
    ],
    [
      'one position shows nothing of constancy',
      token({ per_token_cosine_sim: [1], per_token_l2_dist: [0.02] }),
      ['1/1'],
    ],
    [
      'every distance 0',
      token({ per_token_l2_dist: [0, 0, 0] }),
      ['3/3', 'compared-with-itself: every distance is exactly 0: two programs do not round alike everywhere'],
    ],
    [
      'a difference of 0 beside distances',
      token({ max_absolute_diff: 0 }),
      [
        '3/3',
        'contradiction: the largest difference 0 does not fit the largest distance 0.034, in which it is contained',
      ],
    ],
    ['a difference as large as the distance', token({ max_absolute_diff: 0.034 }), ['3/3']],
    ['a difference larger than the distance within rounding', token({ max_absolute_diff: 0.034 * 1.0005 }), ['3/3']],
    [
      'a difference larger than the distance',
      token({ max_absolute_diff: 0.034 * 1.0011 }),
      [
        '3/3',
        'contradiction: the largest difference 0.03403740000000001 does not fit the largest distance 0.034, in which it is contained',
      ],
    ],
    [
      'an infinite number as Python writes it',
      JSON.stringify(perToken).replace('0.034', '-Infinity'),
      ['0/0', 'not-a-number: not JSON'],
    ],
    ['a number as C++ writes it', JSON.stringify(perToken).replace('0.034', 'inf'), ['0/0', 'not-a-number: not JSON']],
  ])('%s', (_, value, said) => {
    expect(told(value)).toEqual(said);
  });
});
