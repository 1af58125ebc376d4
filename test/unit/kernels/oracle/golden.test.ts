import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { f32, f64 } from '../../../../kernels/oracle/arithmetic.ts';
import type { Activation, ActivationCodes } from '../../../../kernels/oracle/hyperparameters.ts';
import { syntheticModel } from '../../../../kernels/gguf/synthetic.ts';
import { distance } from '../../../../kernels/reference/metrics.ts';
import { model, outputs } from './models.ts';

interface Run {
  readonly name: string;
  readonly activation: Activation;
  readonly act_quant: string;
  readonly logits_last: readonly number[];
  readonly argmax_per_pos: readonly number[];
  readonly logits_sum_per_pos: readonly number[];
}
const golden = JSON.parse(
  readFileSync(new URL('../../../fixtures/kernels/tiny_model.json', import.meta.url), 'utf8'),
) as { model: { n_vocab: number; tensor_sha256_f32le: Record<string, string> }; tokens: number[]; runs: Run[] };
const vocabulary = golden.model.n_vocab;

/** Which file and which switch each golden run is of, and how near a correct program must come. */
const CASES: readonly [run: number, format: string, codes: ActivationCodes, limit: number][] = [
  [0, 'f32', 'none', 5e-7],
  [1, 'tq2_0', 'q8_k', 3e-7],
  [2, 'i2_s', 'int8', 1e-7],
  [2, 'tl2', 'int8', 1e-7],
  [3, 'i2_s', 'none', 1e-7],
];

describe('logits of the tiny model', () => {
  test('the model is the golden one', () => {
    const { tensors } = syntheticModel({ format: 'f32' });
    const hashes = tensors.map(({ name, data }) => {
      const hash = createHash('sha256');
      for (const piece of data()) hash.update(piece);
      return [name, hash.digest('hex')];
    });
    expect(Object.fromEntries(hashes)).toEqual(golden.model.tensor_sha256_f32le);
  });

  test.each(CASES)('run %i from a file in %s, activations %s, to %d', async (index, format, codes, limit) => {
    const run = golden.runs[index]!;
    const oracle = model({ format }, { activation: run.activation, codes });
    const { values } = (await outputs(oracle, golden.tokens, [{ arithmetic: f64 }, { arithmetic: f32(8) }])).get(
      'logits',
    )!;
    const [double, single] = values;
    const last = (golden.tokens.length - 1) * vocabulary;
    expect(distance(double!.subarray(last), run.logits_last).relativeL2).toBeLessThan(limit);
    expect(distance(single!.subarray(last), run.logits_last).relativeL2).toBeLessThan(1e-6);
    golden.tokens.forEach((_, position) => {
      const row = double!.subarray(position * vocabulary, (position + 1) * vocabulary);
      expect(row.indexOf(Math.max(...row))).toBe(run.argmax_per_pos[position]);
      const sum = Array.from(row).reduce((all, value) => all + value, 0);
      expect(Math.abs(sum - run.logits_sum_per_pos[position]!)).toBeLessThan(1e-3);
    });
  });

  test.each([
    ['ReLU squared for SiLU', 0, { activation: 'relu2', codes: 'none' }, 0.1],
    ['int8 for Q8_K', 1, { activation: 'silu', codes: 'int8' }, 5e-3],
    ['floats for int8', 2, { activation: 'relu2', codes: 'none' }, 5e-3],
  ] as const)('a wrong choice shows: %s', async (_, index, options, least) => {
    const run = golden.runs[index]!;
    const oracle = model({ format: index === 0 ? 'f32' : 'tq2_0' }, options);
    const { values } = (await outputs(oracle, golden.tokens, [{ arithmetic: f64 }], { logits: 'last' })).get('logits')!;
    expect(values[0]!.length).toBe(vocabulary);
    expect(distance(values[0]!, run.logits_last).relativeL2).toBeGreaterThan(least);
  });
});
