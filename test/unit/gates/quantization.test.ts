import { describe, expect, test } from '@jest/globals';
import type { QuantizationReport } from '../../../src/core/parity/quantization-report.ts';
import { QUANTIZATION_LIMITS } from '../../../src/core/parity/quantization-report.ts';
import { quantization } from '../../../src/gates/quantization.ts';
import { tolerances } from '../../../kernels/tolerances.ts';
import { command, observe, said } from '../../fixtures/gates/observation.ts';

const row = (id: string, name: string): QuantizationReport['formats'][number] => ({
  id,
  name,
  tensors: 7,
  fromFile: 1,
  notHeld: [],
  tiles: [],
  weights: 1000,
  wrongCodes: 0,
  wrongScales: 0,
  operator: 6.3e-8,
  median: 0.99981,
  worst: 0.9991,
  outputs: 4096,
  cosine: 0.99999,
  relativeL2: 0.008,
  snr: 41.6,
  signs: 0.997,
  backends: [{ backend: 'wasm', decodedBy: 'wasm', products: 4352, wrong: 0, ms: 3 }],
  notComputed: [],
});
const good: QuantizationReport = {
  v: 1,
  measure: 'quantization',
  ok: true,
  subjects: ['models/tiny.gguf'],
  comparisons: 42,
  backends: {
    used: [{ id: 'wasm', device: 'SIMD' }],
    notUsed: [
      { id: 'gpujs', why: 'no GPU' },
      { id: 'cuda', why: 'no program' },
      { id: 'reference', why: 'wasm comes first' },
    ],
  },
  problems: [],
  moreProblems: 0,
  warnings: [],
  tolerance: 1e-5,
  asked: ['i2_s', 'tl1', 'tl2'],
  tensors: { all: 7, measured: 7, choice: 'all 7' },
  activations: { rows: 32, what: 'seeded' },
  formats: [row('i2_s', 'I2_S'), row('tl1', 'TL1'), row('tl2', 'TL2')],
  sources: [],
  masters: [],
  errors: { operator: [1, 90, 9, 0, 0, 0, 0, 0, 0], float: [0, 0, 0, 0, 0, 10, 60, 30, 0] },
};
const judge = (report: unknown, exitCode: number | null = 0) =>
  quantization.evaluate(
    observe([command('parity-report', typeof report === 'string' ? report : JSON.stringify(report), '', exitCode)]),
  );
/** The good report with one row changed. */
const withRow = (change: Partial<QuantizationReport['formats'][number]>): QuantizationReport => ({
  ...good,
  formats: good.formats.map((one) => (one.id === 'tl1' ? { ...one, ...change } : one)),
});

describe('gate-quantization decides from the report alone', () => {
  test('a mode of gpu.js stands where gpu.js does: what comes after it is not told', () => {
    const used = [{ id: 'gpujs-webasm', device: 'webasm' }];
    const notUsed = [
      { id: 'gpujs', why: 'webgpu: not installed' },
      { id: 'cuda', why: 'no program' },
    ];
    expect(said(judge({ ...good, backends: { used, notUsed } })).at(-1)).toBe(
      'computed by: method:gpujs-webasm (webasm); not gpujs: webgpu: not installed',
    );
  });

  test('all formats right: the line says what is measured, by what, and why nothing better was used', () => {
    const result = judge(good);
    expect(result.verdict).toBe('pass');
    expect(said(result)).toEqual([
      'quantization: I2S: 100%, TL1: 100%, TL2: 100% accuracy (A1, share of weights decoded to the reference code)',
      'against floats: A3 99.98% median, 99.91% worst row; 99 %, 97 % wanted',
      'operators: A2 6.3e-8 within 1e-5; integer products equal',
      'tensors: all 7; one source, packed here into the other formats',
      'computed by: method:wasm (SIMD); not gpujs: no GPU; not cuda: no program',
    ]);
    expect(result.numbers).toEqual({
      accuracy: 99.981,
      worst: 99.91,
      'operator-error': 6.3e-8,
      'wrong-codes': 0,
      tensors: 7,
      failed: 0,
    });
    expect(result.picture).toContain('xychart-beta');
    expect(result.picture).toContain('| TL1 | wasm | wasm | 4352 | 0, exact | 3.0 ms |');
  });

  test('a backend says the format, a format the number: nothing less than all is 100 %', () => {
    const result = judge(withRow({ weights: 1_000_000, wrongCodes: 1 }));
    expect(result.verdict).toBe('fail');
    expect(said(result)[0]).toBe('quantization: TL1: 1 wrong codes');
    expect(said(result)[1]).toContain('TL1: 99.99%');
  });

  test('of a failure the first words are the problem, and the line of the operators is what was computed', () => {
    const wrong = judge(
      withRow({ operator: 0.5, backends: [{ backend: 'wasm', decodedBy: 'wasm', products: 4352, wrong: 3, ms: 3 }] }),
    );
    expect(said(wrong)).toEqual([
      expect.stringMatching(/^quantization: 2 problems, first TL1: outputs are off by /),
      expect.stringMatching(/^measured: I2S: 100%, TL1: 100%/),
      expect.anything(),
      'operators: A2 5.0e-1 over 1e-5; 3 of 13056 integer products wrong',
      expect.anything(),
      expect.anything(),
    ]);
    expect(said(judge({ ...good, ok: false, problems: [problem] }, 1))[0]).toMatch(
      /^quantization: truncated: models\/tiny\.gguf: /,
    );
  });

  const problem = { rule: 'truncated', subject: 'models/tiny.gguf', message: 'byte 9: the file ends', fix: 'fetch it' };
  test.each([
    ['a wrong code', withRow({ wrongCodes: 1 }), /1 wrong codes/],
    ['a wrong scale', withRow({ wrongScales: 3 }), /3 weights with a wrong scale/],
    ['an operator over the tolerance', withRow({ operator: 1.1e-5 }), /off by 1.1e-5, over 1e-5/],
    ['a low median', withRow({ median: 0.98999 }), /98.99% is below 99%/],
    ['a low worst row', withRow({ worst: 0.9699 }), /96.99% is below 97%/],
    ['no output', withRow({ outputs: 0 }), /no output was measured/],
    ['no weights', withRow({ weights: 0 }), /no output was measured/],
    ['no backend', withRow({ backends: [] }), /no backend computed it/],
    ['a wrong product', withRow({ backends: [{ ...good.formats[0]!.backends[0]!, wrong: 2 }] }), /2 wrong products/],
    ['no product', withRow({ backends: [{ ...good.formats[0]!.backends[0]!, products: 0 }] }), /computed nothing/],
    ['a format that was not measured', { ...good, formats: good.formats.slice(0, 2) }, /tl2 was not measured/],
    [
      'a format that cannot hold the shape',
      withRow({ tensors: 0, notHeld: [{ shape: '3x5', why: 'rows must divide' }] }),
      /TL1 cannot hold 3x5: rows must divide/,
    ],
    ['zero comparisons', { ...good, comparisons: 0 }, /nothing was compared/],
    ['no tensor', { ...good, tensors: { all: 7, measured: 0, choice: 'none' } }, /nothing was compared/],
    ['nobody computed', { ...good, backends: { used: [], notUsed: [] } }, /no backend computed anything/],
    [
      'another source with other codes',
      {
        ...good,
        sources: [
          {
            tensor: 'q',
            source: 'b.gguf',
            format: 'TL1',
            against: 'a.gguf',
            weights: 9,
            wrongCodes: 4,
            wrongScales: 0,
          },
        ],
      },
      /b.gguf, q is not its other source/,
    ],
  ])('%s fails although the report calls itself fine', (_, report, message) => {
    const result = judge(report);
    expect(result.verdict).toBe('fail');
    expect(said(result).join('\n')).toMatch(message);
    expect(result.numbers['failed']).toBeGreaterThan(0);
    expect(result.annotations[0]).toMatchObject({
      annotation_level: 'failure',
      path: 'models/tiny.gguf',
      start_line: 1,
    });
  });

  test('a problem is an annotation on its file, by name, with the fix', () => {
    const result = judge({ ...good, ok: false, problems: [problem] }, 1);
    expect(result.verdict).toBe('fail');
    expect(result.annotations).toEqual([
      expect.objectContaining({
        path: 'models/tiny.gguf',
        start_line: 1,
        title: 'quantization: truncated',
        message: 'models/tiny.gguf: byte 9: the file ends. Fix: fetch it',
      }),
    ]);
  });

  test.each([
    ['nothing', '', 0, /no report/],
    ['garbage', 'accuracy 100 %', 0, /not JSON/],
    ['half a report', JSON.stringify(good).slice(0, 500), 0, /not JSON/],
    ['a NaN', { ...good, formats: [{ ...good.formats[0], median: null }] }, 0, /median/],
    ['a share above 1', { ...good, formats: [{ ...good.formats[0], signs: 1.1 }] }, 0, /signs/],
    ['exit 0 and a problem', { ...good, problems: [problem] }, 0, /disagree/],
    ['exit 1 and none', good, 1, /disagree/],
    ['exit 2', good, 2, /no measurement/],
    ['a signal', good, null, /no exit code/],
  ])('%s is a failure', (_, report, code, message) => {
    const result = judge(report, code);
    expect(result.verdict).toBe('fail');
    expect(said(result).join('\n')).toMatch(message);
  });

  test('nothing to judge is a skip that says so, and no pass', () => {
    const nothing = {
      ...good,
      subjects: [],
      comparisons: 0,
      formats: [],
      tensors: { all: 0, measured: 0, choice: '-' },
    };
    expect(judge(nothing)).toMatchObject({ verdict: 'skipped', reason: 'n/a-surface' });
  });

  test('what other sources call themselves cannot break out of the summary', () => {
    const evil = 'x | y <!-- @all ```\n## 1';
    const result = judge({ ...good, masters: [{ tensor: evil, cosine: 1, relativeL2: 0, signs: 1, accuracy: 1 }] });
    expect(result.picture).not.toMatch(/<!--|@all|^## /m);
  });
});

describe('what gate-quantization asks for', () => {
  const ask = (settings = {}, given = {}) => quantization.parity!(settings, given);
  test('defaults, names in every spelling, and inputs before settings', () => {
    expect(ask()).toEqual({
      model: [],
      formats: ['i2_s', 'tl1', 'tl2'],
      tolerance: 1e-5,
      all: false,
      backends: 'first',
    });
    expect(
      ask(
        { model: ['models/*.gguf'], tolerance: 1e-6, formats: 'I2S, TL1' },
        { model: 'a.gguf, b.gguf', formats: 'I2_S,i2s tq2_0', all: true, tiles: '256,128,32' },
      ),
    ).toEqual({
      model: ['a.gguf', 'b.gguf'],
      formats: ['i2_s', 'tq2_0'],
      tolerance: 1e-6,
      all: true,
      backends: 'first',
      tiles: '256,128,32',
    });
  });

  test.each([
    [{ tolerance: 'loose' }],
    [{ tolerance: 0 }],
    [{ tolerance: -1 }],
    [{ tolerance: 'NaN' }],
    [{ tolerance: 0.5 }],
  ])('%j is refused', (settings) => {
    expect(() => ask(settings)).toThrow(/tolerance is/);
  });

  test('its limits are those of kernels/tolerances.ts', () => {
    expect(QUANTIZATION_LIMITS).toEqual({
      codes: tolerances.codes.limit,
      scales: tolerances.scales.limit,
      operator: tolerances.operator.limit,
      median: tolerances.quantizationMedian.limit,
      worst: tolerances.quantizationWorst.limit,
    });
  });
});
