import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quantizeAbsmean } from 'ternary';

test('absmean: the scale is the mean magnitude and large weights saturate', () => {
  const { ternary, scale } = quantizeAbsmean(Float32Array.of(4, -4, 0.5, -0.5, 0, 3));
  assert.equal(scale, 2);
  assert.deepEqual([...ternary], [1, -1, 0, 0, 0, 1]);
});

test('absmean: a tie rounds to the even code', () => {
  // mean |w| is 1, so 0.5 lies exactly between the codes 0 and 1.
  const { ternary } = quantizeAbsmean(Float32Array.of(0.5, -0.5, 1.5, -1.5));
  assert.deepEqual([...ternary], [0, 0, 1, -1]);
});

test('absmean: zeros keep a positive scale', () => {
  const { ternary, scale } = quantizeAbsmean(new Float32Array(4));
  assert.deepEqual([...ternary], [0, 0, 0, 0]);
  assert.equal(scale, Math.fround(1e-5));
});

test('absmean: negating the weights negates the codes', () => {
  const weights = Float32Array.from({ length: 257 }, (_, i) => Math.sin(i * i));
  const straight = quantizeAbsmean(weights);
  const negated = quantizeAbsmean(weights.map((weight) => -weight));
  assert.equal(negated.scale, straight.scale);
  assert.deepEqual(
    negated.ternary,
    straight.ternary.map((code) => -code),
  );
});

for (const [name, weights, code] of /** @type {const} */ ([
  ['no weights', [], 'ERR_LENGTH'],
  ['NaN', [1, NaN], 'ERR_VALUE'],
  ['infinity', [-Infinity], 'ERR_VALUE'],
])) {
  test(`absmean: refuses ${name}`, () => {
    assert.throws(() => quantizeAbsmean(Float32Array.from(weights)), {
      name: 'TernaryError',
      code,
    });
  });
}
