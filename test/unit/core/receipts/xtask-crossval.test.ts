import { describe, expect, test } from '@jest/globals';
import { type Row, told } from '../../../fixtures/gates/receipt-changes.ts';
import { xtaskCrossval } from '../../../fixtures/gates/receipts.ts';

describe('who could load the model', () => {
  test.each<Row>([
    ['as it should be', xtaskCrossval, ['0/0']],
    [
      'C++ failed, as expected',
      { ...xtaskCrossval, cpp_full_ok: false, xfail: true },
      [
        '0/0',
        'xfail: xfail is not false: C++ failed, and the failure was allowed',
        'cpp-failed: C++ did not run the model',
      ],
    ],
    ['C++ failed', { ...xtaskCrossval, cpp_full_ok: false }, ['0/0', 'cpp-failed: C++ did not run the model']],
    [
      'C++ read no header',
      { ...xtaskCrossval, cpp_header_ok: false },
      ['0/0', 'cpp-failed: C++ did not read the header of the model'],
    ],
    ['Rust failed', { ...xtaskCrossval, rust_ok: false }, ['0/0', 'rust-failed: Rust could not load the model']],
    [
      'no tensors',
      { ...xtaskCrossval, n_tensors: 0 },
      ['0/0', 'zero-rows: the model has no tensor: nothing can be computed with it'],
    ],
    [
      'nobody counted them',
      { ...xtaskCrossval, n_tensors: null },
      ['0/0', 'no-measurement: it does not say how many tensors the model has'],
    ],
    [
      'not of its format',
      { ...xtaskCrossval, xfail: 'no' },
      [
        '0/0',
        'xfail: xfail is not false: C++ failed, and the failure was allowed',
        'unreadable: xfail: Invalid input: expected boolean, received string',
      ],
    ],
    ['half of its keys', { rust_ok: true }, ['0/0', 'unknown-format: no receipt that is known: its keys are rust_ok']],
  ])('%s', (_, value, said) => {
    expect(told(value)).toEqual(said);
  });
});
