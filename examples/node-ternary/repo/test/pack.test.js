import assert from 'node:assert/strict';
import { test } from 'node:test';
import { I2S_BLOCK, I2S_BLOCK_BYTES, I2S_TAIL_BYTES, packI2S } from 'ternary';

test('pack: zeros give 0x55 and the scale lies behind the blocks', () => {
  const packed = packI2S(new Int8Array(2 * I2S_BLOCK), 0.5);
  assert.equal(packed.length, 2 * I2S_BLOCK_BYTES + I2S_TAIL_BYTES);
  assert.ok(packed.subarray(0, 64).every((byte) => byte === 0x55));
  assert.deepEqual([...packed.subarray(64, 68)], [0x00, 0x00, 0x00, 0x3f]);
  assert.ok(packed.subarray(68).every((byte) => byte === 0));
});

test('pack: a lone +1 shows which byte and which bits hold a weight', () => {
  for (const [i, byte, value] of /** @type {const} */ ([
    [0, 0, 0b10_01_01_01],
    [31, 31, 0b10_01_01_01],
    [32, 0, 0b01_10_01_01],
    [95, 31, 0b01_01_10_01],
    [127, 31, 0b01_01_01_10],
    [128, 32, 0b10_01_01_01],
  ])) {
    const ternary = new Int8Array(2 * I2S_BLOCK);
    ternary[i] = 1;
    const packed = packI2S(ternary, 1).subarray(0, 64);
    assert.equal(packed[byte], value, `weight ${i}`);
    assert.equal(packed.filter((other) => other !== 0x55).length, 1, `weight ${i}`);
  }
});

test('pack: code 3 is never written', () => {
  const ternary = Int8Array.from({ length: 1024 }, (_, i) => ((i * 7) % 3) - 1);
  for (const byte of packI2S(ternary, 1).subarray(0, 256)) {
    assert.equal(byte & (byte >> 1) & 0x55, 0);
  }
});

for (const [name, ternary, scale, code] of /** @type {const} */ ([
  ['a partial block', new Int8Array(127), 1, 'ERR_LENGTH'],
  ['no weights', new Int8Array(0), 1, 'ERR_LENGTH'],
  ['a weight of 2', new Int8Array(128).fill(2), 1, 'ERR_VALUE'],
  ['a weight of -2', new Int8Array(128).fill(-2), 1, 'ERR_VALUE'],
  ['a zero scale', new Int8Array(128), 0, 'ERR_SCALE'],
  ['a scale of NaN', new Int8Array(128), NaN, 'ERR_SCALE'],
  ['a scale beyond float32', new Int8Array(128), 1e39, 'ERR_SCALE'],
])) {
  test(`pack: refuses ${name}`, () => {
    assert.throws(() => packI2S(ternary, scale), { name: 'TernaryError', code });
  });
}
