import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as ternary from 'ternary';

const fixture = JSON.parse(readFileSync(new URL('./fixtures/i2s.json', import.meta.url), 'utf8'));

/**
 * The stream that the fixture describes: weights first, then activations.
 * @param {{ rows: number, cols: number, seed: number }} shape
 */
function generate({ rows, cols, seed }) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
  return {
    weights: Int8Array.from({ length: rows * cols }, () => (next() % 3) - 1),
    activations: Int8Array.from({ length: cols }, () => (next() % 255) - 127),
  };
}

for (const { rows, cols, seed, scale, sha256, packed: hex, int_dot: sums } of fixture.cases) {
  const { weights, activations } = generate({ rows, cols, seed });
  const packed = ternary.packI2S(weights, scale);

  test(`ac1_i2s_golden_${rows}x${cols}_unpacks_the_recorded_bytes`, () => {
    const blocks = packed.subarray(0, (rows * cols) / 4);
    assert.equal(createHash('sha256').update(blocks).digest('hex'), sha256);
    if (hex !== undefined) packed.set(Buffer.from(hex, 'hex'));
    assert.deepEqual(ternary.unpackI2S(packed, rows, cols), { ternary: weights, scale });
  });

  test(`ac2_i2s_golden_${rows}x${cols}_gives_the_recorded_sums`, () => {
    assert.deepEqual([...ternary.gemvI2S(packed, rows, cols, activations)], sums);
  });
}
