import { describe, expect, test } from '@jest/globals';
import { crossvalReportSchema, type CrossvalReport } from '../../../src/core/parity/crossval-report.ts';
import { crossval } from '../../../src/gates/crossval.ts';
import { command, observe } from '../../fixtures/gates/observation.ts';

const row = (words: string, layer: number | null, more: Partial<CrossvalReport['operators'][number]> = {}) => ({
  name: layer === null ? words : `blk.${layer}.${words}`,
  words,
  layer,
  ok: true,
  inputs: 'engine' as const,
  error: 3e-7,
  limit: 1e-5,
  floor: 1e-7,
  relativeL2: 1e-7,
  worst: { row: 0, column: 1, got: 1, wanted: 1 },
  ...more,
});
const distance = { relativeL2: 2e-7, kl: 1e-13, largest: 1e-6 };
const good: CrossvalReport = {
  v: 1,
  measure: 'crossval',
  ok: true,
  subjects: ['models/tiny.gguf', '{out}/dump'],
  comparisons: 5,
  passed: 5,
  backends: {
    used: [{ id: 'wasm', device: 'SIMD' }],
    notUsed: [
      { id: 'gpujs', why: 'no GPU' },
      { id: 'reference', why: 'wasm comes first' },
    ],
  },
  problems: [],
  moreProblems: 0,
  warnings: [],
  tolerance: 1e-5,
  model: {
    file: 'tiny.gguf',
    architecture: 'bitnet-b1.58',
    weights: 'I2_S',
    layers: 2,
    activation: 'relu2',
    codes: 'int8',
  },
  products: [{ backend: 'wasm', tensor: 'blk.0.attn_q.weight', type: 'I2_S', equal: true, outputs: 1024 }],
  engine: { program: 'engine 1.2', positions: 7, tensors: 3, layers: 2, oracle: 'wasm (SIMD)' },
  operators: [row('ffn act', 0), row('ffn act', 1)],
  moreOperators: 0,
  flips: { ok: true, codes: 10_000, flips: 1, largest: 1, limit: 1 },
  endToEnd: {
    ok: true,
    engine: distance,
    floor: distance,
    limits: { relativeL2: 1e-5, kl: 1e-5 },
    top1: { positions: 7, equal: 7, unsure: 0, wrong: [], prefix: 7 },
  },
};
const judge = (report: unknown, exitCode: number | null = 0) =>
  crossval.evaluate(
    observe([command('parity-report', typeof report === 'string' ? report : JSON.stringify(report), '', exitCode)]),
  );
const problem = {
  rule: 'divergence',
  subject: 'blk.0.ffn act',
  message: 'first divergence: ffn act, layer 0: error 0.4',
};
const line = (report: unknown, exitCode = 0) =>
  judge(report, exitCode).evidence.find(({ key }) => key === 'crossval')?.value;

describe('crossval', () => {
  test('parity: says which, within what, and how many', () => {
    expect(crossvalReportSchema.parse(good)).toEqual(good);
    const result = judge(good);
    expect(result).toMatchObject({
      verdict: 'pass',
      annotations: [],
      numbers: { comparisons: 5, passed: 5, failed: 0 },
    });
    expect(line(good)).toBe(
      'engine vs reference: parity within 1e-5; 4/4 comparisons pass; backends vs reference: 1/1 equal',
    );
    expect(result.evidence.map(({ key, value }) => `${key}: ${value}`)).toEqual(
      expect.arrayContaining([
        'computed by: method:wasm (SIMD); not gpujs: no GPU',
        'engine: engine 1.2: 3 tensors of 2 layers, 7 positions; teacher-forced, 1e-5 for single operators',
      ]),
    );
    expect(result.rows[0]).toEqual({
      item: 'ffn act',
      status: 'pass',
      detail: '2/2 within the limit; worst 3e-7 of 1e-5 in layer 0',
    });
    expect(result.picture).toContain(
      '  x-axis ["ffn act"]\n  y-axis "log10 of the error" -9 --> 0\n  bar [-6.5]\n  line [-5.0]',
    );
  });

  test('a mode of gpu.js stands where gpu.js does: why it is not on the GPU is told', () => {
    const used = [{ id: 'gpujs-webasm', device: 'webasm' }];
    const notUsed = [
      { id: 'gpujs', why: 'webgpu: not installed' },
      { id: 'cuda', why: 'no program' },
    ];
    const { evidence } = judge({ ...good, backends: { used, notUsed } });
    expect(evidence.find(({ key }) => key === 'computed by')?.value).toBe(
      'method:gpujs-webasm (webasm); not gpujs: webgpu: not installed',
    );
  });

  test('first divergence, by operator and layer', () => {
    const operators = [row('ffn act', 0, { ok: false, error: 0.4 }), row('ffn act', 1)];
    const report = {
      ...good,
      ok: false,
      passed: 4,
      operators,
      problems: [problem],
      firstDivergence: 'ffn act, layer 0',
    };
    const result = judge(report, 1);
    expect(result).toMatchObject({ verdict: 'fail', numbers: { failed: 1, 'worst-error': 0.4 } });
    expect(line(report, 1)).toBe(
      'first divergence: ffn act, layer 0; 3/4 comparisons pass; backends vs reference: 1/1 equal',
    );
    expect(result.annotations).toMatchObject([
      { path: 'models/tiny.gguf', start_line: 1, title: 'crossval: divergence' },
    ]);
  });

  test('no model is n/a-surface', () => {
    const { engine: _, model: __, flips: ___, endToEnd: ____, ...rest } = good;
    const none = { ...rest, subjects: [], comparisons: 0, passed: 0, products: [], operators: [] };
    expect(judge(none)).toMatchObject({ verdict: 'skipped', reason: 'n/a-surface' });
  });

  test('a model without an engine is no-cpp-reference, and shows what the backends said', () => {
    const { engine: _, flips: __, endToEnd: ___, ...rest } = good;
    const alone = { ...rest, subjects: ['models/tiny.gguf'], comparisons: 1, passed: 1, operators: [] };
    expect(judge(alone)).toMatchObject({ verdict: 'skipped', reason: 'no-cpp-reference' });
    expect(line(alone)).toBe('backends vs reference: 1/1 equal; no engine was compared, for no dump is named');
  });

  const without = (key: 'error' | 'limit') => {
    const { [key]: _, ...rest } = row('ffn act', 0);
    return { ...good, operators: [rest, row('ffn act', 1)] };
  };
  const endToEnd = (change: object) => ({ ...good, endToEnd: { ...good.endToEnd, ...change } });
  test.each([
    ['an empty report', '', 0, /no report/],
    ['half a report', JSON.stringify(good).slice(0, 500), 0, /not JSON/],
    ['NaN, which JSON has not', JSON.stringify(good).replace('3e-7', 'NaN'), 0, /not JSON/],
    ['a null', JSON.stringify(good).replace('"error":3e-7', '"error":null'), 0, /operators\.0\.error/],
    ['a crash', good, 134, /no measurement \(exit 134\)/],
    ['exit 1 of a report without a problem', good, 1, /disagree/],
    ['ok: true beside a problem', { ...good, problems: [problem] }, 0, /disagree/],
    [
      'a row over its limit that says ok',
      { ...good, operators: [row('ffn act', 0, { error: 1 }), row('ffn act', 1)] },
      0,
      /error 1 over the limit 1e-5/,
    ],
    [
      'a row that says it failed',
      { ...good, operators: [row('ffn act', 0, { ok: false }), row('ffn act', 1)] },
      0,
      /is reported as failed/,
    ],
    [
      'a limit that nobody stated',
      { ...good, operators: [row('ffn act', 0, { error: 0.3, limit: 0.5 }), row('ffn act', 1)] },
      0,
      /the limit 0\.5 does not follow/,
    ],
    ['a row without a number', without('error'), 0, /nothing was measured/],
    ['a row without a limit', without('limit'), 0, /there is no limit/],
    [
      'a tensor that could not be compared',
      { ...good, operators: [row('ffn act', 0, { unusable: 'value 3 is NaN' }), row('ffn act', 1)] },
      0,
      /value 3 is NaN/,
    ],
    ['zero comparisons', { ...good, comparisons: 0, passed: 0 }, 0, /0 comparisons are reported, and 5/],
    [
      'more comparisons than rows',
      { ...good, comparisons: 400, passed: 400 },
      0,
      /400 comparisons are reported, and 5/,
    ],
    ['fewer passed than made', { ...good, passed: 4 }, 0, /4 of 5 comparisons are said to pass/],
    [
      'a backend that differs',
      { ...good, products: [{ ...good.products[0], equal: false }] },
      0,
      /wasm differs from the reference/,
    ],
    ['a product of nothing', { ...good, products: [{ ...good.products[0], outputs: 0 }] }, 0, /wasm differs/],
    ['flips over the limit', { ...good, flips: { ...good.flips, flips: 2 } }, 0, /2 of 10000 int8 codes/],
    ['a flip by 2', { ...good, flips: { ...good.flips, largest: 2 } }, 0, /int8 codes flipped/],
    ['logits over the limit', endToEnd({ engine: { ...distance, relativeL2: 1 } }), 0, /logits of the whole run/],
    ['another token', endToEnd({ top1: { ...good.endToEnd!.top1, wrong: [3] } }), 0, /logits of the whole run/],
    [
      'positions that nobody looked at',
      endToEnd({ top1: { ...good.endToEnd!.top1, equal: 3 } }),
      0,
      /logits of the whole run/,
    ],
    ['logits that were not measured', { ...good, endToEnd: { ok: true } }, 0, /logits of the whole run/],
    [
      'an engine of which nothing was compared',
      (({ endToEnd: _, flips: __, ...rest }) => ({ ...rest, operators: [], comparisons: 1, passed: 1 }))(good),
      0,
      /nothing that the engine computed with a weight matrix was compared/,
    ],
    [
      'a dump of rows of the embedding, which no weight has a part in',
      (({ endToEnd: _, flips: __, ...rest }) => ({
        ...rest,
        operators: [
          row('embedding', null, { name: 'embd' }),
          row('attn norm', 0, { name: 'blk.0.norm' }),
          row('attn norm codes', 0, { name: 'blk.0.norm.codes' }),
        ],
        comparisons: 4,
        passed: 4,
      }))(good),
      0,
      /nothing that the engine computed with a weight matrix was compared/,
    ],
    [
      'a limit of logits that nobody stated',
      endToEnd({ engine: { ...distance, relativeL2: 0.3 }, limits: { relativeL2: 0.5, kl: 1e-5 } }),
      0,
      /logits of the whole run/,
    ],
    [
      'a limit of logits without a noise floor',
      (({ floor: _, ...rest }) => ({ ...good, endToEnd: rest }))(good.endToEnd!),
      0,
      /logits of the whole run/,
    ],
    ['a tolerance that says nothing', { ...good, tolerance: 0.5 }, 0, /tolerance/],
  ])('no pass for %s', (_, report, exitCode, said) => {
    const result = judge(report, exitCode);
    expect([result.verdict, result.evidence[0]!.value]).toEqual(['fail', expect.stringMatching(said)]);
  });

  test.each([
    [{ tolerance: '1e-5' }, {}, { tolerance: 1e-5, backends: 'all' }],
    [{}, { model: 'a.gguf', dump: '{out}/d' }, { model: 'a.gguf', dump: '{out}/d', tolerance: 1e-5, backends: 'all' }],
    [
      { model: 'b.gguf', activation: 'silu' },
      { model: 'a.gguf' },
      { model: 'b.gguf', activation: 'silu', tolerance: 1e-5, backends: 'all' },
    ],
  ])('inputs %j over settings %j', (given, settings, wanted) => {
    expect(crossval.parity!(settings, given)).toEqual(wanted);
  });

  test.each([
    [{ tolerance: 0 }, /tolerance is 0/],
    [{ tolerance: 0.5 }, /tolerance is 0\.5/],
    [{ activation: 'gelu' }, /activation is "gelu"/],
  ])('setting %j is refused', (settings, message) => {
    expect(() => crossval.parity!(settings, {})).toThrow(message);
  });
});
