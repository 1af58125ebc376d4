import { beforeAll, describe, expect, test } from '@jest/globals';
import { f32, type Floats } from '../../../../kernels/oracle/arithmetic.ts';
import { compareDump, type EngineDump, type EngineTensor } from '../../../../kernels/oracle/compare.ts';
import { LAYER } from '../../../../kernels/oracle/graph.ts';
import { logitsDistance, top1 } from '../../../../kernels/oracle/logits.ts';
import { type OracleModel, walk } from '../../../../kernels/oracle/walk.ts';
import { model } from './models.ts';

const tokens = [256, 72, 105, 33];
const sizes = { layers: 2, embedding: 128, feedForward: 128, heads: 4, headsKv: 2 };
const E = sizes.embedding;
const judge = model(sizes);

type Tensors = Map<string, Exclude<EngineTensor, { problem: string }>>;

/** What an engine that runs `oracle` would dump. */
async function run(oracle: OracleModel): Promise<Tensors> {
  const tensors: Tensors = new Map();
  await walk(oracle, {
    tokens,
    tracks: [{ arithmetic: f32(8) }],
    onOutput: ({ name, rows, columns, values }) => {
      tensors.set(name, { rows, columns, type: 'f4', values: values[0]! });
      return undefined;
    },
    onCodes: ({ name, rows, columns, activations }) => {
      tensors.set(name, { rows, columns, type: 'i1', values: activations[0]!.codes });
      return undefined;
    },
  });
  return tensors;
}

const dumpOf = (tensors: ReadonlyMap<string, EngineTensor>, more: Partial<EngineDump> = {}): EngineDump => ({
  tokens,
  layers: [0, 1],
  names: new Set(tensors.keys()),
  logits: 'all',
  tensor: (name) => tensors.get(name),
  ...more,
});
const compare = (tensors: ReadonlyMap<string, EngineTensor>, more: Partial<EngineDump> = {}, tolerance = 1e-5) =>
  compareDump(judge, dumpOf(tensors, more), { tolerance });

let sound: Tensors;
beforeAll(async () => {
  sound = await run(judge);
});
/** The sound dump with one tensor changed. */
const changed = (
  name: string,
  change: (tensor: { rows: number; columns: number; type: string; values: Floats | Int8Array }) => EngineTensor,
) =>
  new Map<string, EngineTensor>(sound).set(
    name,
    change({ ...sound.get(name)!, values: sound.get(name)!.values.slice() }),
  );
const without = (...names: string[]) => new Map([...sound].filter(([name]) => !names.includes(name)));

describe('a sound dump', () => {
  test('passes every comparison', async () => {
    const { comparisons, passed, operators, flips, endToEnd } = await compare(sound);
    expect([comparisons, passed]).toEqual([2 * (LAYER.length + 4) + 3 + 2, comparisons]);
    expect(operators.every(({ inputs, name }) => inputs === (name === 'embd' ? 'reference' : 'engine'))).toBe(true);
    expect(flips).toMatchObject({ flips: 0, codes: 2 * 4 * 4 * E, ok: true });
    expect(endToEnd?.measured?.top1).toMatchObject({ positions: 4, equal: 4, wrong: [], prefix: 4 });
    expect(endToEnd?.measured?.limits.relativeL2).toBe(1e-5);
  });

  test('with logits alone is judged end to end', async () => {
    const logits = new Map([['logits', sound.get('logits')!]]);
    expect(await compare(logits)).toMatchObject({ comparisons: 1, passed: 1, operators: [], flips: undefined });
  });

  test('with the logits of the last position alone', async () => {
    const { columns, values } = sound.get('logits')!;
    const last: EngineTensor = { rows: 1, columns, type: 'f4', values: values.slice(3 * columns) };
    const logits = new Map([['logits', last]]);
    expect(await compare(logits, { logits: 'last' })).toMatchObject({ comparisons: 1, passed: 1 });
    expect((await compare(logits)).endToEnd).toMatchObject({ ok: false, unusable: { rule: 'rows-missing' } });
  });

  test('with outputs of layers alone, compared from one to the next', async () => {
    const outs = new Map([...sound].filter(([name]) => name.endsWith('.out')));
    const { operators, comparisons, passed } = await compare(outs);
    expect([comparisons, passed]).toEqual([2, 2]);
    expect(operators.map(({ name, inputs }) => [name, inputs])).toEqual([
      ['blk.0.out', 'reference'],
      ['blk.1.out', 'reference'],
    ]);
    for (const { limit, floor } of operators) expect(limit).toBe(Math.max(1e-5, 3 * floor!));
  });

  test('of some layers, as it says', async () => {
    const first = new Map([...sound].filter(([name]) => name.startsWith('blk.1.')));
    const { comparisons, passed } = await compare(first, { layers: [1] });
    expect([comparisons, passed]).toEqual([LAYER.length + 4 + 1, LAYER.length + 4 + 1]);
  });
});

describe('first divergence', () => {
  const first = async (tensors: ReadonlyMap<string, EngineTensor>) => {
    // Without logits the oracle runs forced alone, in half the time.
    const { operators } = await compare(new Map([...tensors].filter(([name]) => name !== 'logits')));
    const failed = operators.filter(({ ok }) => !ok);
    return { first: failed[0], all: failed.map(({ name }) => name) };
  };

  test('an engine with SiLU: ffn act, layer 0, and no other operator of a layer', async () => {
    const found = await first(await run({ ...judge, activation: 'silu' }));
    expect(found.first).toMatchObject({ words: 'ffn act', layer: 0, inputs: 'engine' });
    expect(found.all).toEqual(['blk.0.act', 'blk.1.act']);
  });

  test.each(LAYER.map(({ name }) => name))('one wrong value in %s of layer 1 is found there', async (operator) => {
    const name = `blk.1.${operator}`;
    const found = await first(
      changed(name, (tensor) => {
        tensor.values[5] = tensor.values[5]! + 0.01 * Math.max(...tensor.values.map(Math.abs));
        return tensor;
      }),
    );
    expect(found.first).toMatchObject({ name, layer: 1, deviation: { row: 0, column: 5 } });
  });

  test('a wrong scale of one head', async () => {
    const found = await first(
      changed('blk.0.rope_k', (tensor) => ({
        ...tensor,
        values: tensor.values.map((value) => value * 1.0001) as Floats,
      })),
    );
    expect(found.first).toMatchObject({ words: 'rope k', layer: 0 });
  });

  test('positions one too far: the rotation', async () => {
    const shift = ({ columns, values, ...tensor }: { columns: number; values: Floats | Int8Array }) => ({
      rows: 4,
      type: 'f4',
      ...tensor,
      columns,
      values: Float32Array.from(values, (_, i) => values[(i + columns) % values.length]!),
    });
    expect((await first(changed('blk.0.rope_q', shift))).first).toMatchObject({ name: 'blk.0.rope_q' });
  });

  test('codes rounded down instead of to the nearest', async () => {
    const { values: x } = sound.get('blk.0.norm')!;
    const found = await first(
      changed('blk.0.norm.codes', (tensor) => {
        for (let row = 0; row < 4; row++) {
          const own = x.slice(row * E, row * E + E);
          const scale = 127 / Math.max(...own.map(Math.abs));
          own.forEach((value, i) => (tensor.values[row * E + i] = Math.floor(value * scale)));
        }
        return tensor;
      }),
    );
    expect(found.first).toMatchObject({ name: 'blk.0.norm.codes', flips: { largest: 1 } });
  });

  test('a single code that is off by 2', async () => {
    const found = await first(
      changed('blk.0.norm.codes', (tensor) => {
        tensor.values[3] = tensor.values[3]! > 0 ? tensor.values[3]! - 2 : tensor.values[3]! + 2;
        return tensor;
      }),
    );
    expect(found.first).toMatchObject({ name: 'blk.0.norm.codes', flips: { flips: 1, largest: 2 } });
  });

  test('one flip by 1 is an accident, and four of them are not', async () => {
    const flipped = (count: number) =>
      changed('blk.1.ffn_norm.codes', (tensor) => {
        for (let i = 0; i < count; i++) tensor.values[i] = tensor.values[i]! + (tensor.values[i]! > 0 ? -1 : 1);
        return tensor;
      });
    expect((await compare(flipped(1))).flips).toMatchObject({ flips: 1, ok: true });
    const four = await compare(flipped(4));
    expect(four.flips).toMatchObject({ flips: 4, ok: false });
    // The engine's gate and up were computed from other codes than it says.
    expect(four.operators.filter(({ ok }) => !ok).map(({ words }) => words)).toEqual([
      'ffn norm codes',
      'ffn gate',
      'ffn up',
    ]);
  });
});

describe('a dump that cannot be compared', () => {
  test.each([
    ['NaN', 'blk.0.q', (t) => ((t.values[300] = NaN), t), 'not-finite', 'value 44 of row 2 is NaN'],
    ['infinity', 'blk.0.q', (t) => ((t.values[0] = -Infinity), t), 'not-finite', 'value 0 of row 0 is -Infinity'],
    ['a value that is none', 'blk.0.q', (t) => ((t.values[0] = 1e30), t), 'not-finite', 'value 0 of row 0 is 1.0'],
    [
      'rows that are missing',
      'blk.0.q',
      (t) => ({ ...t, rows: 3, values: t.values.slice(0, 3 * E) }),
      'rows-missing',
      '3 rows for 4',
    ],
    ['rows too many', 'blk.0.q', (t) => ({ ...t, rows: 5, columns: E }), 'shape', '5 rows for 4'],
    ['columns of another model', 'blk.0.q', (t) => ({ ...t, columns: 64 }), 'shape', 'has 64 values for each position'],
    ['integers', 'blk.0.q', (t) => ({ ...t, type: 'i4' }), 'type', 'is i4; an output is f4 or f8'],
    [
      'floats for codes',
      'blk.0.norm.codes',
      (t) => ({ ...t, type: 'f4', values: Float32Array.from(t.values) }),
      'type',
      'codes are i1',
    ],
    ['f16', 'blk.0.q', (t) => ({ ...t, type: 'f2' }), 'type', 'whose steps are 2^-11'],
    [
      'a file that cannot be read',
      'blk.0.q',
      () => ({ rule: 'file', problem: 'q.npy is cut off' }),
      'file',
      'q.npy is cut off',
    ],
  ] as [string, string, Parameters<typeof changed>[1], string, string][])(
    '%s',
    async (_, name, change, rule, problem) => {
      const { operators, comparisons, passed } = await compare(changed(name, change));
      expect(operators.find((row) => row.name === name)).toMatchObject({
        ok: false,
        unusable: { rule, problem: expect.stringContaining(problem) },
      });
      expect(passed).toBe(comparisons - 1);
    },
  );

  test('f16 with a tolerance that allows for it', async () => {
    const halves = changed('blk.0.q', (tensor) => ({ ...tensor, type: 'f2' }));
    const { comparisons, passed } = await compare(halves, {}, 1e-3);
    expect(passed).toBe(comparisons);
  });

  test('a tensor of one layer that is missing', async () => {
    const { operators } = await compare(without('blk.1.v'));
    expect(operators.filter(({ ok }) => !ok)).toMatchObject([
      {
        name: 'blk.1.v',
        unusable: { rule: 'missing', problem: 'is missing, although the dump has it of other layers' },
      },
    ]);
  });

  test('a whole layer that is missing', async () => {
    const { operators } = await compare(new Map([...sound].filter(([name]) => !name.startsWith('blk.0.'))));
    expect(operators.filter(({ ok }) => !ok)).toHaveLength(LAYER.length + 4);
  });

  test('nothing at all: no comparison, which nobody may take for a pass', async () => {
    expect(await compare(new Map())).toMatchObject({ comparisons: 0, passed: 0 });
  });

  test('NaN in the logits', async () => {
    const { endToEnd } = await compare(changed('logits', (t) => ((t.values[9] = NaN), t)));
    expect(endToEnd).toMatchObject({ ok: false, unusable: { rule: 'not-finite' } });
  });
});

describe('end to end', () => {
  test('logits shifted by a constant are another vector and the same probabilities', () => {
    const wanted = Float64Array.of(1, 2, 3, 0);
    const { relativeL2, kl, largest } = logitsDistance(
      wanted.map((value) => value + 1),
      wanted,
      4,
    );
    expect([largest, kl]).toEqual([1, expect.closeTo(0, 12)]);
    expect(relativeL2).toBeCloseTo(2 / Math.sqrt(14), 12);
  });

  test('KL of two coins', () => {
    const coin = (p: number) => Float64Array.of(Math.log(p), Math.log(1 - p));
    expect(logitsDistance(coin(0.25), coin(0.5), 2).kl).toBeCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2 / 3), 12);
  });

  test('another token counts where the reference is sure, and not within its noise', () => {
    const wanted = Float64Array.of(5, 1, 5, 4.999, 5, 1);
    const got = Float64Array.of(5, 1, 4, 5, 1, 5);
    expect(top1(got, wanted, 2, 0.01)).toEqual({ positions: 3, equal: 1, unsure: 1, wrong: [2], prefix: 1 });
  });

  test('an engine with SiLU is far beyond the noise', async () => {
    const { endToEnd } = await compare(await run({ ...judge, activation: 'silu' }));
    expect(endToEnd?.ok).toBe(false);
    expect(endToEnd?.measured?.engine.relativeL2).toBeGreaterThan(0.1);
  });
});
