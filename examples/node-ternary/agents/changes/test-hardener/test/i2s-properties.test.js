import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as ternary from 'ternary';

/**
 * A reproducible stream of integers in [0, 65535].
 * @param {number} seed
 */
function stream(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
}

const next = stream(2024);
const cases = Array.from({ length: 12 }, () => {
  const rows = 1 + (next() % 6);
  const cols = 128 * (1 + (next() % 9));
  const weights = Int8Array.from({ length: rows * cols }, () => (next() % 3) - 1);
  const activations = Int8Array.from({ length: cols }, () => (next() % 256) - 128);
  return { rows, cols, weights, activations, packed: ternary.packI2S(weights, 0.5) };
});

test('ac1_i2s_unpack_inverts_pack_for_random_shapes', (t) => {
  t.diagnostic(`cases: ${cases.length}`);
  for (const { rows, cols, weights, packed } of cases) {
    const unpacked = ternary.unpackI2S(packed, rows, cols);
    assert.deepEqual(unpacked.ternary, weights, `${rows} x ${cols}`);
    assert.deepEqual(ternary.packI2S(unpacked.ternary, unpacked.scale), packed);
  }
});

test('ac1_i2s_unpack_reads_a_view_that_does_not_start_its_buffer', () => {
  const { rows, cols, weights, packed } = cases[0];
  const buffer = new Uint8Array(packed.length + 7).fill(0xff);
  buffer.set(packed, 3);
  const view = buffer.subarray(3, 3 + packed.length);
  assert.deepEqual(ternary.unpackI2S(view, rows, cols), { ternary: weights, scale: 0.5 });
});

test('ac2_i2s_gemv_equals_the_sum_over_bigints', (t) => {
  t.diagnostic(`cases: ${cases.length}`);
  for (const { rows, cols, weights, activations, packed } of cases) {
    const expected = Array.from({ length: rows }, (_, row) => {
      let sum = 0n;
      activations.forEach((activation, k) => {
        sum += BigInt(weights[row * cols + k]) * BigInt(activation);
      });
      return Number(sum);
    });
    const sums = ternary.gemvI2S(packed, rows, cols, activations);
    assert.deepEqual([...sums], expected, `${rows} x ${cols}`);
  }
});

test('ac2_i2s_gemv_reads_each_column_at_its_own_place', () => {
  for (let k = 0; k < 256; k++) {
    const weights = new Int8Array(256);
    weights[k] = -1;
    const activations = new Int8Array(256);
    activations[k] = 101;
    const sums = ternary.gemvI2S(ternary.packI2S(weights, 1), 1, 256, activations);
    assert.deepEqual([...sums], [-101], `column ${k}`);
  }
});

test('ac2_i2s_gemv_is_odd_in_the_weights', (t) => {
  t.diagnostic(`cases: ${cases.length}`);
  for (const { rows, cols, weights, activations, packed } of cases) {
    const negated = ternary.packI2S(
      weights.map((weight) => -weight),
      0.5,
    );
    assert.deepEqual(
      ternary.gemvI2S(negated, rows, cols, activations),
      ternary.gemvI2S(packed, rows, cols, activations).map((sum) => -sum),
    );
  }
});

test('ac3_i2s_more_columns_than_int32_can_sum_are_refused', () => {
  const message = 'cols: got 16777216, need at most 16777088';
  const error = { name: 'TernaryError', code: 'ERR_LENGTH', message };
  assert.throws(() => ternary.unpackI2S(new Uint8Array(64), 1, 2 ** 24), error);
  assert.throws(() => ternary.gemvI2S(new Uint8Array(64), 1, 2 ** 24, new Int8Array(1)), error);
});

test('ac3_i2s_a_file_that_is_cut_anywhere_is_refused', () => {
  const packed = ternary.packI2S(new Int8Array(128), 1);
  for (let length = 0; length < packed.length; length++) {
    assert.throws(() => ternary.unpackI2S(packed.subarray(0, length), 1, 128), {
      name: 'TernaryError',
      message: `packed: got ${length} bytes, need 64 for 1 x 128`,
    });
  }
});

test('ac4_i2s_code_3_is_refused_at_each_of_its_places', () => {
  for (let byte = 0; byte < 64; byte++) {
    for (const shift of [0, 2, 4, 6]) {
      const packed = ternary.packI2S(new Int8Array(256), 1);
      packed[byte] |= 3 << shift;
      const error = { code: 'ERR_CODE', message: new RegExp(`in byte ${byte},`) };
      assert.throws(() => ternary.unpackI2S(packed, 2, 128), error);
      assert.throws(() => ternary.gemvI2S(packed, 2, 128, new Int8Array(128)), error);
    }
  }
});

for (const [name, scale] of /** @type {const} */ ([
  ['zero', 0],
  ['minus_zero', -0],
  ['minus_one', -1],
  ['nan', NaN],
  ['infinity', Infinity],
])) {
  test(`ac4_i2s_a_scale_of_${name}_is_refused_with_its_byte_offset`, () => {
    const packed = ternary.packI2S(new Int8Array(128), 1);
    new DataView(packed.buffer).setFloat32(32, scale, true);
    const error = { code: 'ERR_SCALE', message: /^packed: got scale .* in byte 32,/ };
    assert.throws(() => ternary.unpackI2S(packed, 1, 128), error);
    assert.throws(() => ternary.gemvI2S(packed, 1, 128, new Int8Array(128)), error);
  });
}
