import { describe, expect, test } from '@jest/globals';
import { f32, f64 } from '../../../../kernels/oracle/arithmetic.ts';
import { LAYER, QUANTIZED } from '../../../../kernels/oracle/graph.ts';
import { bufferSource } from '../../../../kernels/gguf/byte-source.ts';
import { ggufBytes } from '../../../../kernels/gguf/encode.ts';
import { readGguf } from '../../../../kernels/gguf/read.ts';
import { syntheticModel } from '../../../../kernels/gguf/synthetic.ts';
import { openModel } from '../../../../kernels/oracle/open-model.ts';
import { type Backend, openReference } from '../../../../kernels/reference/backend.ts';
import { model, outputs, SMALL } from './models.ts';

const tracks = [{ arithmetic: f64 }, { arithmetic: f32(8) }];
const tokens = [256, 72, 105];

describe('a run', () => {
  test('tells of every output, in order and with its shape', async () => {
    const all = await outputs(model({ ...SMALL, layers: 2 }), tokens, tracks);
    const names = [0, 1].flatMap((layer) => LAYER.map(({ name }) => `blk.${layer}.${name}`));
    expect([...all.keys()]).toEqual(['embd', ...names, 'output_norm', 'logits']);
    expect(all.get('blk.1.k')).toMatchObject({ layer: 1, rows: 3, columns: 128, inputs: 'own' });
    expect(all.get('blk.0.act')).toMatchObject({ layer: 0, rows: 3, columns: 256, words: 'ffn act' });
    expect(all.get('logits')).toMatchObject({ rows: 3, columns: 288, layer: undefined });
  });

  test('a token that comes later changes nothing before it', async () => {
    const [one, other] = await Promise.all(
      [65, 66].map(async (last) => (await outputs(model(SMALL), [...tokens, last], tracks)).get('logits')!),
    );
    const before = (values: typeof one) => values!.values.map((all) => all.slice(0, 3 * 288));
    expect(before(one)).toEqual(before(other));
  });

  test('forced tracks go on with what they are given; the others do not', async () => {
    const forced = [{ arithmetic: f64, forced: true }, { arithmetic: f64 }];
    const all = await outputs(model(SMALL), tokens, forced, {});
    const seen: string[] = [];
    let after: readonly ArrayLike<number>[] = [];
    await outputs(model(SMALL), tokens, forced, {
      onOutput: (output) => {
        if (output.name === 'blk.0.ffn_norm') return output.values[0]!.map((value) => value * 2);
        if (output.name === 'blk.0.gate') after = output.values;
        if (output.inputs !== 'own') seen.push(`${output.name} ${output.inputs}`);
        return undefined;
      },
    });
    const own = all.get('blk.0.gate')!.values[0]!;
    expect(after[1]).toEqual(own);
    Array.from(own).forEach((value, i) => expect(after[0]![i]).toBeCloseTo(value * 2, 5));
    expect(seen).toEqual(['blk.0.gate given', 'blk.0.up given']);
  });

  test('codes are told of, and can be given', async () => {
    const names: string[] = [];
    const gates: (readonly ArrayLike<number>[])[] = [];
    await outputs(model(SMALL), tokens, [{ arithmetic: f64, forced: true }], {
      onCodes: (codes) => {
        names.push(codes.name);
        return codes.name === 'blk.0.ffn_norm.codes' ? new Int8Array(codes.rows * codes.columns) : undefined;
      },
      onOutput: ({ name, values }) => {
        if (name === 'blk.0.gate') gates.push(values);
        return undefined;
      },
    });
    expect(names).toEqual(QUANTIZED.map((name) => `blk.0.${name}.codes`));
    expect(new Set(gates[0]![0] as Float64Array)).toEqual(new Set([0]));
  });

  test('asks the backend for all products of a layer at once, and frees what it loaded', async () => {
    const reference = openReference();
    let [loaded, freed] = [0, 0];
    const counts: number[] = [];
    const backend: Backend = {
      ...reference,
      load: async (weights) => {
        loaded++;
        const inner = await reference.load(weights);
        return {
          ...inner,
          multiply: (x, count) => {
            counts.push(count);
            return inner.multiply(x, count);
          },
          free: () => void freed++,
        };
      },
    };
    await outputs(model(SMALL, { backend }), tokens, tracks);
    expect([loaded, freed, counts]).toEqual([7, 7, Array.from({ length: 7 }, () => 6)]);
  });
});

describe('refused', () => {
  test.each([
    ['no tokens', [], /0 tokens for a context of 4096/],
    ['a token beyond the vocabulary', [256, 288], /token 1 is 288; the vocabulary has 288/],
    ['a token that is no whole number', [1.5], /token 0 is 1\.5/],
    ['too many tokens', Array.from({ length: 4097 }, () => 1), /4097 tokens for a context of 4096/],
  ])('%s', async (_, bad, message) => {
    await expect(outputs(model(SMALL), bad, tracks)).rejects.toThrow(message);
  });

  /** A synthetic model with metadata or tensors changed. */
  const changed = (change: (made: ReturnType<typeof syntheticModel>) => ReturnType<typeof syntheticModel>) =>
    readGguf(bufferSource(ggufBytes(change(syntheticModel({ ...SMALL, format: 'f32' })))));
  const withKey = (key: string, value: number) =>
    changed((made) => ({
      ...made,
      metadata: [...made.metadata].map(([name, old]) => [name, name === key ? { type: 'u32', value } : old] as const),
    }));
  const backend = openReference();

  test.each([
    ['bitnet.attention.head_count', 3, /is 3, no divisor of 256 columns/],
    ['bitnet.attention.head_count_kv', 3, /is 3, no divisor of 4 heads/],
    ['bitnet.rope.dimension_count', 63, /is 63/],
    ['bitnet.block_count', 2 ** 31, /is 2147483648/],
  ])('%s = %d', (key, value, message) => {
    expect(() => openModel(withKey(key, value), { backend })).toThrow(message);
  });

  test('a layer more than the file has', async () => {
    const oracle = openModel(withKey('bitnet.block_count', 2), { backend });
    await expect(outputs(oracle, tokens, tracks)).rejects.toMatchObject({
      at: 'buffer, blk.1.attn_norm.weight',
      message: 'is not in the file',
    });
  });

  test('a shape that the header does not say', async () => {
    const oracle = openModel(withKey('bitnet.feed_forward_length', 512), { backend });
    await expect(outputs(oracle, tokens, tracks)).rejects.toThrow(
      /is 256 x 256; by the header's sizes it would be 512 x 256/,
    );
  });

  test('A-67: a weight that is NaN', async () => {
    const file = changed((made) => ({
      ...made,
      tensors: made.tensors.map((tensor) =>
        tensor.name === 'output_norm.weight'
          ? {
              ...tensor,
              data: () => [new Uint8Array(Float32Array.from({ length: 256 }, (_, i) => (i === 7 ? NaN : 1)).buffer)],
            }
          : tensor,
      ),
    }));
    await expect(outputs(openModel(file, { backend }), tokens, tracks)).rejects.toThrow('weight 7 is NaN');
  });

  test('an activation that nobody states', () => {
    const file = changed((made) => ({
      ...made,
      metadata: [...made.metadata].filter(([key]) => !key.endsWith('hidden_activation')),
    }));
    expect(() => openModel(file, { backend })).toThrow(/does not say which activation/);
    expect(openModel(file, { backend, activation: 'silu' }).activation).toBe('silu');
  });
});
