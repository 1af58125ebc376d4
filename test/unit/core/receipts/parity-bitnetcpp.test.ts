import { describe, expect, test } from '@jest/globals';
import { harness, type Row, rust, tokenization, told } from '../../../fixtures/gates/receipt-changes.ts';
import { HEAD, MODEL, parityBitnetCpp } from '../../../fixtures/gates/receipts.ts';

describe('the parity harness', () => {
  test.each<Row>([
    ['as it should be', parityBitnetCpp, ['5/5']],
    [
      'no measurement of its own: an early version',
      { commit: HEAD, model_path: 'm.gguf', status: 'ok' },
      ['0/0', 'no-measurement: it has no `parity`: nothing was compared'],
    ],
    [
      'an early version that timed out',
      { model_path: 'm.gguf', status: 'timeout' },
      ['0/0', 'timeout: status timeout: the comparison did not end'],
    ],
    ['parity is null', { model_path: 'm.gguf', parity: null }, ['0/0', 'unknown-status: status is missing, not "ok"']],
    ['a status nobody knows', harness({ status: 'fine' }), ['0/0', 'unknown-status: status is "fine", not "ok"']],
    ['no status', harness({ status: undefined }), ['0/0', 'unknown-status: status is missing, not "ok"']],
    ['a status that is no text', harness({ status: 1 }), ['0/0', 'unknown-status: status is 1, not "ok"']],
    [
      'the words of the formats, in any case',
      harness({ status: 'RUST_ONLY' }),
      ['0/0', 'rust-only: status RUST_ONLY: the C++ reference was not there: Rust was compared with nothing'],
    ],
    ['timeout', harness({ status: 'timeout' }), ['0/0', 'timeout: status timeout: the comparison did not end']],
    ['diverged', harness({ status: 'diverged' }), ['0/0', 'diverged: status diverged: the engines differ']],
    ['divergence', harness({ status: 'divergence' }), ['0/0', 'diverged: status divergence: the engines differ']],
    ['mismatch', harness({ status: 'mismatch' }), ['0/0', 'diverged: status mismatch: the engines differ']],
    ['xfail', harness({ status: 'xfail' }), ['0/0', 'xfail: status xfail: an expected failure is a failure']],
    [
      'infrastructure_ready',
      harness({ status: 'infrastructure_ready' }),
      ['0/0', 'no-measurement: status infrastructure_ready: nothing was run yet'],
    ],
    ['no reference', harness({ cpp_available: false }), ['0/5', 'rust-only: status is ok, and cpp_available is false']],
    ['nothing decoded', rust({ decoded_tokens: [] }), ['0/1', 'zero-rows: no token was decoded']],
    ['no step made', rust({ decoded_tokens: [], n_steps: 0 }), ['0/1', 'zero-rows: no token was decoded']],
    [
      'more tokens than steps',
      rust({ n_steps: 3 }),
      ['0/5', 'contradiction: more tokens were decoded than steps made'],
    ],
    [
      'no step, and tokens',
      rust({ n_steps: 0 }),
      ['0/5', 'zero-rows: no token was decoded', 'contradiction: more tokens were decoded than steps made'],
    ],
    ['as many steps as tokens is right, and more', rust({ n_steps: 5 }), ['5/5']],
    ['empty logits', rust({ logits_dim: 0 }), ['0/5', 'zero-rows: the logits are empty']],
    ['a cosine at the limit', harness({ cosine_similarity: 0.99 }), ['5/5']],
    ['a cosine below it', harness({ cosine_similarity: 0.9899 }), ['0/5', 'diverged: cosine 0.9899 is below 0.99']],
    ['a cosine above 1 within rounding', harness({ cosine_similarity: 1.001 }), ['5/5']],
    ['a cosine above 1', harness({ cosine_similarity: 1.0011 }), ['0/5', 'contradiction: cosine 1.0011 is above 1']],
    ['its own word against the cosine', harness({ cosine_ok: false }), ['0/5', 'diverged: cosine_ok is false']],
    ['other tokens', harness({ exact_match_rate: 0.75 }), ['0/5', 'diverged: exact_match_rate is 0.75, not 1']],
    [
      'a first divergence',
      harness({ first_divergence_step: 2 }),
      ['0/5', 'diverged: status is ok, and step 2 diverges'],
    ],
    [
      'a first divergence at the first step',
      harness({ first_divergence_step: 0 }),
      ['0/5', 'diverged: status is ok, and step 0 diverges'],
    ],
    ['a prompt without a token', tokenization(0, 0), ['0/5', 'zero-rows: the prompt has no token']],
    ['other counts of tokens', tokenization(5, 6), ['0/5', 'diverged: the prompt has 5 tokens in Rust, 6 in C++']],
    [
      'equal counts that do not match',
      tokenization(5, 5, false),
      ['0/5', 'diverged: the prompt has 5 tokens in Rust, 5 in C++'],
    ],
    [
      'a NaN',
      harness({ cosine_similarity: null }),
      ['0/0', 'not-a-number: parity.cosine_similarity is null, which is how a NaN is written'],
    ],
    ['a key nobody knows', harness({ tolerance: 1 }), ['0/0', 'unreadable: parity: Unrecognized key: "tolerance"']],
    [
      'tokens that are no counts',
      rust({ decoded_tokens: [-1] }),
      ['0/0', 'unreadable: rust.decoded_tokens.0: Too small: expected number to be >=0'],
    ],
    [
      'a model that is no sha256',
      { ...parityBitnetCpp, model_sha256: `${MODEL}0` },
      ['0/0', 'unreadable: model_sha256: Invalid string: must match pattern /^[0-9a-f]{64}$/'],
    ],
    [
      'a model that is no sha256 at its begin',
      { ...parityBitnetCpp, model_sha256: `x${MODEL}` },
      ['0/0', 'unreadable: model_sha256: Invalid string: must match pattern /^[0-9a-f]{64}$/'],
    ],
    [
      'no commit',
      { ...parityBitnetCpp, commit: 'unknown' },
      ['5/5', 'no-sha: its commit is none; set GIT_COMMIT for the command to {sha}'],
    ],
    [
      'a commit of six digits',
      { ...parityBitnetCpp, commit: HEAD.slice(0, 6) },
      ['5/5', 'no-sha: its commit is none; set GIT_COMMIT for the command to {sha}'],
    ],
    [
      'a commit of 41 digits',
      { ...parityBitnetCpp, commit: `${HEAD}a` },
      ['5/5', 'no-sha: its commit is none; set GIT_COMMIT for the command to {sha}'],
    ],
    [
      'a commit with more before it',
      { ...parityBitnetCpp, commit: `g${HEAD.slice(0, 7)}` },
      ['5/5', 'no-sha: its commit is none; set GIT_COMMIT for the command to {sha}'],
    ],
    [
      'a commit that is a number',
      { ...parityBitnetCpp, commit: 1111111 },
      [
        '0/0',
        'unreadable: commit: Invalid input: expected string, received number',
        'no-sha: its commit is none; set GIT_COMMIT for the command to {sha}',
      ],
    ],
    ['a commit of seven digits is this one', { ...parityBitnetCpp, commit: HEAD.slice(0, 7) }, ['5/5']],
    [
      'another commit',
      { ...parityBitnetCpp, commit: 'b'.repeat(40) },
      ['5/5', 'other-sha: it is of commit bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, not of aaaaaaaaaaaa'],
    ],
    [
      'a mock',
      { ...parityBitnetCpp, quant: { i2s_flavor: 'a stubbed one' } },
      ['5/5', 'mock: quant.i2s_flavor is "a stubbed one"'],
    ],
  ])('%s', (_, value, said) => {
    expect(told(value)).toEqual(said);
  });
});
