import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as ternary from 'ternary';

/** A packed matrix of zeros: the smallest valid input for the cases that damage one thing. */
const zeros = (rows = 1, cols = 256) => ternary.packI2S(new Int8Array(rows * cols), 1);

for (const [rows, cols] of /** @type {const} */ ([
  [1, 128],
  [3, 256],
  [5, 640],
])) {
  test(`ac1_i2s_unpack_returns_the_${rows}x${cols}_weights_that_were_packed`, () => {
    const weights = Int8Array.from({ length: rows * cols }, (_, i) => ((i * i) % 3) - 1);
    weights[weights.length - 1] = 1;
    const unpacked = ternary.unpackI2S(ternary.packI2S(weights, 0.75), rows, cols);
    assert.deepEqual(unpacked, { ternary: weights, scale: 0.75 });
  });
}

test('ac1_i2s_unpack_returns_the_scale_as_float32', () => {
  const packed = ternary.packI2S(new Int8Array(128), 0.1);
  assert.equal(ternary.unpackI2S(packed, 1, 128).scale, Math.fround(0.1));
});

test('ac2_i2s_gemv_sums_weight_times_activation', () => {
  const weights = new Int8Array(2 * 128);
  weights.set([1, -1, 0, 1]);
  weights[128 + 127] = -1;
  const activations = Int8Array.from({ length: 128 }, (_, k) => k - 64);
  const sums = ternary.gemvI2S(ternary.packI2S(weights, 2), 2, 128, activations);
  assert.deepEqual(sums, Int32Array.of(-64 + 63 - 61, -63));
});

for (const [name, weight, activation] of /** @type {const} */ ([
  ['plus_one_and_127', 1, 127],
  ['plus_one_and_minus_128', 1, -128],
  ['minus_one_and_127', -1, 127],
  ['minus_one_and_minus_128', -1, -128],
])) {
  test(`ac2_i2s_gemv_of_2176_times_${name}_does_not_wrap`, () => {
    const packed = ternary.packI2S(new Int8Array(2176).fill(weight), 1);
    const sums = ternary.gemvI2S(packed, 1, 2176, new Int8Array(2176).fill(activation));
    assert.deepEqual(sums, Int32Array.of(2176 * weight * activation));
  });
}

for (const [name, rows, cols, message] of /** @type {const} */ ([
  ['no_rows', 0, 256, 'rows: got 0, need a positive integer'],
  ['half_a_row', 0.5, 256, 'rows: got 0.5, need a positive integer'],
  ['no_columns', 1, 0, 'cols: got 0, need a positive multiple of 128'],
  ['a_partial_block', 2, 127, 'cols: got 127, need a positive multiple of 128'],
  ['too_few_bytes', 2, 256, 'packed: got 96 bytes, need 160 for 2 x 256'],
  ['too_many_bytes', 1, 128, 'packed: got 96 bytes, need 64 for 1 x 128'],
])) {
  test(`ac3_i2s_a_shape_with_${name}_is_refused`, () => {
    const error = { name: 'TernaryError', code: 'ERR_LENGTH', message };
    assert.throws(() => ternary.unpackI2S(zeros(), rows, cols), error);
    assert.throws(() => ternary.gemvI2S(zeros(), rows, cols, new Int8Array(cols)), error);
  });
}

for (const length of [0, 255, 257]) {
  test(`ac3_i2s_gemv_refuses_${length}_activations_for_256_columns`, () => {
    assert.throws(() => ternary.gemvI2S(zeros(), 1, 256, new Int8Array(length)), {
      name: 'TernaryError',
      code: 'ERR_LENGTH',
      message: `activations: got ${length} values, need 256`,
    });
  });
}

for (const [offset, code] of /** @type {const} */ ([
  [0, 0b11_00_00_00],
  [31, 0b00_11_00_00],
  [32, 0b00_00_11_00],
  [63, 0b00_00_00_11],
])) {
  test(`ac4_i2s_code_3_in_byte_${offset}_is_refused`, () => {
    const packed = zeros();
    packed[offset] |= code;
    const error = {
      name: 'TernaryError',
      code: 'ERR_CODE',
      message: `packed: got code 3 in byte ${offset}, need codes 0 to 2`,
    };
    assert.throws(() => ternary.unpackI2S(packed, 1, 256), error);
    assert.throws(() => ternary.gemvI2S(packed, 1, 256, new Int8Array(256)), error);
  });
}
