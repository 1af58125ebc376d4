// Writes a matrix as this package quantizes and packs it, so that a program that shares no code with
// it can judge the bytes: node scripts/dump-packed.js FOLDER
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packI2S, quantizeAbsmean } from '../src/index.js';

const [rows, columns] = [256, 512];
const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/dump-packed.js FOLDER');

let state = 1;
/** @returns {number} seeded, between -1 and 1 */
const next = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (state >>> 8) / 2 ** 23 - 1;
};
// Small weights more often than large ones.
const weights = Float32Array.from({ length: rows * columns }, () => next() * next());
const { ternary, scale } = quantizeAbsmean(weights);

writeFileSync(join(folder, 'w.f32'), weights);
writeFileSync(join(folder, 'w.i2_s'), packI2S(ternary, scale));
const tensor = { name: 'w', rows, columns };
const tensors = [
  // The floats with the rule that quantizes them, and the packed bytes of the same tensor.
  { ...tensor, format: 'f32', quantizer: 'absmean', file: 'w.f32' },
  { ...tensor, format: 'i2_s', file: 'w.i2_s' },
];
writeFileSync(
  join(folder, 'packed.json'),
  JSON.stringify({ v: 1, producer: 'ternary dump-packed', tensors }),
);
