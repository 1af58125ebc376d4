import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as ternary from 'ternary';

test('ac1_i2s_unpack_returns_what_was_packed', () => {
  const weights = Int8Array.from({ length: 3 * 256 }, (_, i) => ((i * i) % 3) - 1);
  const unpacked = ternary.unpackI2S(ternary.packI2S(weights, 0.75), 3, 256);
  assert.deepEqual(unpacked, { ternary: weights, scale: 0.75 });
});

test('ac2_i2s_gemv_sums_weight_times_activation', () => {
  const weights = new Int8Array(2 * 128);
  weights.set([1, -1, 0, 1]);
  weights[128 + 127] = -1;
  const activations = Int8Array.from({ length: 128 }, (_, k) => k - 64);
  const packed = ternary.packI2S(weights, 2);
  // Row 0: -64 + 63 + 0 - 61. Row 1: -(127 - 64).
  assert.deepEqual(ternary.gemvI2S(packed, 2, 128, activations), Int32Array.of(-64 + 63 - 61, -63));
});

test('ac2_i2s_gemv_does_not_wrap_at_2176_columns', () => {
  const packed = ternary.packI2S(new Int8Array(2176).fill(1), 1);
  const sums = ternary.gemvI2S(packed, 1, 2176, new Int8Array(2176).fill(127));
  assert.deepEqual(sums, Int32Array.of(2176 * 127));
});

test('ac3_i2s_unpack_refuses_a_shape_that_does_not_fit', () => {
  const packed = ternary.packI2S(new Int8Array(256), 1);
  const error = { name: 'TernaryError', code: 'ERR_LENGTH' };
  assert.throws(() => ternary.unpackI2S(packed, 2, 127), { ...error, message: /^cols: got 127/ });
  assert.throws(() => ternary.unpackI2S(packed, 2, 0), { ...error, message: /^cols: got 0/ });
  assert.throws(() => ternary.unpackI2S(packed, 0, 128), { ...error, message: /^rows: got 0/ });
  assert.throws(() => ternary.unpackI2S(packed, 1, 128), { ...error, message: /^packed: got 96/ });
});

test('ac3_i2s_gemv_refuses_activations_that_do_not_fit', () => {
  const packed = ternary.packI2S(new Int8Array(256), 1);
  for (const length of [0, 255, 257]) {
    assert.throws(() => ternary.gemvI2S(packed, 1, 256, new Int8Array(length)), {
      name: 'TernaryError',
      code: 'ERR_LENGTH',
      message: `activations: got ${length} values, need 256`,
    });
  }
});

test('ac4_i2s_code_3_is_refused_with_its_byte_offset', () => {
  const packed = ternary.packI2S(new Int8Array(256), 1);
  packed[37] |= 0b1100;
  const error = { name: 'TernaryError', code: 'ERR_CODE', message: /code 3 in byte 37\b/ };
  assert.throws(() => ternary.unpackI2S(packed, 1, 256), error);
  assert.throws(() => ternary.gemvI2S(packed, 1, 256, new Int8Array(256)), error);
});
