import { expect, test } from '@jest/globals';
import { inference, receiptOf, rows, speed, token } from '../../../fixtures/gates/receipt-changes.ts';
import {
  HEAD,
  inferenceReceipt,
  MODEL,
  parityBitnetCpp,
  parityReceipt,
  perToken,
  row,
  xtaskCrossval,
} from '../../../fixtures/gates/receipts.ts';

test.each<[kind: string, value: unknown, says: string]>([
  ['parity-bitnetcpp', parityBitnetCpp, 'cosine 0.99987, 4 decoded tokens equal at a rate of 1'],
  [
    'parity-bitnetcpp',
    { ...parityBitnetCpp, parity: { status: 'timeout' } },
    'status timeout: the comparison did not end',
  ],
  ['parity-bitnetcpp', { ...parityBitnetCpp, parity: null }, 'it has no `parity`'],
  ['per-token', perToken, 'logits of 3/3 positions; largest difference 4e-3'],
  ['per-token', token({ per_token_cosine_sim: [0.5, 1, 0.25] }), 'logits of 1/3 positions; largest difference 4e-3'],
  ['per-token', token({ threshold: 'x' }), 'not of its format'],
  ['parity-receipt', parityReceipt, '3/3 positions against bitnet; worst mean squared error 3e-6'],
  [
    'parity-receipt',
    rows([row(0, 2e-4, { max_abs: 0.1 }), row(1, 1e-6)]),
    '1/2 positions against bitnet; worst mean squared error 2e-4',
  ],
  ['parity-receipt', rows([]), 'it has no row: no position was compared'],
  ['parity-receipt', { ...parityReceipt, positions: -1 }, 'positions: Too small: expected number to be >=0'],
  ['inference-receipt', inferenceReceipt, '3 kernels on cpu, 16 tokens/s'],
  ['inference-receipt', speed(64, 4100, -1), '3 kernels on cpu, 0 tokens/s'],
  ['inference-receipt', { kernels: ['a'] }, 'schema_version: Invalid input: expected "1.0.0"'],
  ['xtask-crossval', xtaskCrossval, 'Rust and C++ loaded models/tiny.gguf with 38 tensors'],
  ['xtask-crossval', { ...xtaskCrossval, n_tensors: 1 }, 'Rust and C++ loaded models/tiny.gguf with 1 tensor'],
  ['xtask-crossval', { ...xtaskCrossval, n_tensors: null }, 'Rust and C++ loaded models/tiny.gguf'],
  ...(['rust_ok', 'cpp_header_ok', 'cpp_full_ok'] as const).map((part): [string, unknown, string] => [
    'xtask-crossval',
    { ...xtaskCrossval, [part]: false },
    'Rust and C++ did not both load models/tiny.gguf with 38 tensors',
  ]),
  ['xtask-crossval', { ...xtaskCrossval, xfail: 'no' }, 'not of its format'],
  ['unknown', '[]', 'it is no JSON object'],
  ['unknown', { a: 1 }, 'no receipt that is known: its keys are a'],
])('in one line: %s %#', (kind, value, says) => {
  expect(receiptOf(value)).toMatchObject({ kind, says });
});

test('the model, the commit and the bare throughput are passed on, where there are any', () => {
  const more = (value: unknown) => {
    const { kind: _, faults: __, comparisons: ___, passed: ____, says: _____, ...rest } = receiptOf(value);
    return rest;
  };
  expect(more(inferenceReceipt)).toStrictEqual({ model: MODEL });
  expect(more(inference({ model_info: undefined }))).toStrictEqual({});
  expect(more(speed(undefined, 4100, 15.6))).toStrictEqual({ model: MODEL, bareThroughput: 15.6 });
  expect(more(parityBitnetCpp)).toStrictEqual({ model: MODEL, commit: HEAD.slice(0, 12) });
  expect(more({ ...parityBitnetCpp, model_sha256: null })).toStrictEqual({ commit: HEAD.slice(0, 12) });
  expect(more(parityReceipt)).toStrictEqual({});
  expect(more({ ...parityReceipt, model_sha256: MODEL })).toStrictEqual({ model: MODEL });
  expect(more(xtaskCrossval)).toStrictEqual({ needsTests: true });
});
