// Times quantizing and packing a 512x512 matrix: node bench/run.js FILE
// FILE gets a list of { name, unit, value, range }: million weights per second, the median round.
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { packI2S, quantizeAbsmean } from '../src/index.js';

const [rows, columns, rounds] = [512, 512, 9];
const file = process.argv[2];
if (file === undefined) throw new Error('usage: node bench/run.js FILE');

const weights = Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(i * i));
const { ternary, scale } = quantizeAbsmean(weights);

/**
 * @param {string} name
 * @param {() => unknown} work handles every weight once
 */
function measure(name, work) {
  work();
  const speeds = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return weights.length / 1000 / (performance.now() - start);
  }).sort((a, b) => a - b);
  const [slowest, median, fastest] = [0, (rounds - 1) / 2, rounds - 1].map((i) => speeds[i] ?? NaN);
  return {
    name,
    unit: 'Mweights/s',
    value: median,
    range: `${slowest?.toFixed(1)} to ${fastest?.toFixed(1)}`,
  };
}

const results = [
  measure('quantizeAbsmean 512x512', () => quantizeAbsmean(weights)),
  measure('packI2S 512x512', () => packI2S(ternary, scale)),
];
writeFileSync(file, JSON.stringify(results));
