import { describe, expect, test } from '@jest/globals';
import { crossvalPicture } from '../../../../src/core/parity/crossval-picture.ts';
import type { OperatorRow } from '../../../../src/core/parity/crossval-report.ts';
import { binNames, binOf, errorBars, errorChart } from '../../../../src/core/parity/error-chart.ts';
import {
  codeShare,
  measuredRows,
  percent,
  power,
  quantizationPicture,
} from '../../../../src/core/parity/quantization-picture.ts';
import type { FormatRow, QuantizationReport } from '../../../../src/core/parity/quantization-report.ts';

const LIMITS = [0, 1e-3, 0.05, 1];

describe('a distribution of errors', () => {
  test('a bin holds what is at most its limit', () => {
    expect(binNames(LIMITS)).toEqual(['0', '≤1e-3', '≤5e-2', '≤1', '>1']);
    expect([0, 1e-9, 1e-3, 0.002, 0.05, 1, 1.001, Infinity].map((value) => binOf(LIMITS, value))).toEqual([
      0, 1, 1, 2, 2, 3, 4, 4,
    ]);
  });

  test('as a chart', () => {
    const chart = errorChart('Errors', LIMITS, [
      { name: 'ours', counts: [1, 2, 0, 0, 0] },
      { name: 'theirs', counts: [0, 0, 0, 0, 0] },
      { name: 'others', counts: [0, 0, 0, 1, 1] },
    ]);
    expect(chart.split('\n')).toEqual([
      '```mermaid',
      'xychart-beta',
      '  title "Errors"',
      '  x-axis "relative error" ["0", "≤1e-3", "≤5e-2", "≤1", ">1"]',
      '  y-axis "% of outputs" 0 --> 100',
      '  bar [33.3, 66.7, 0, 0, 0]',
      '  line [0, 0, 0, 0, 0]',
      '  line [0, 0, 0, 50, 50]',
      '```',
      '',
      'Bars: ours. Line: theirs. Line: others.',
    ]);
  });

  test('as bars of a terminal, in which nothing that is there vanishes', () => {
    expect(errorBars(LIMITS, { name: 'ours', counts: [5000, 4994, 1, 5, 0] })).toEqual([
      'ours',
      `  0       50.0 % ${'█'.repeat(20)}`,
      `  ≤1e-3   49.9 % ${'█'.repeat(20)}`,
      '  ≤5e-2   <0.1 % █',
      '  ≤1       0.1 % █',
      '  >1       0.0 %',
    ]);
    expect(errorBars([0], { name: 'one', counts: [3, 0] })).toEqual([
      'one',
      `  0      100.0 % ${'█'.repeat(40)}`,
      '  >0       0.0 %',
    ]);
  });
});

describe('the worst error of each operator', () => {
  const row = (words: string, error: number | undefined, limit: number | undefined): OperatorRow => ({
    name: words,
    words,
    layer: 0,
    ok: true,
    inputs: 'engine',
    ...(error === undefined ? {} : { error }),
    ...(limit === undefined ? {} : { limit }),
  });

  test('on a scale from 1e-9 to 1', () => {
    const operators = [
      row('norm', 1e-7, 1e-5),
      row('norm', 1e-6, 1e-4),
      row('ffn', 0, undefined),
      row('codes', undefined, 2),
      row('out', 20, 0.1),
    ];
    expect(crossvalPicture({ operators }).split('\n')).toEqual([
      '```mermaid',
      'xychart-beta horizontal',
      '  title "Worst error of each operator, as a power of ten"',
      '  x-axis ["norm", "ffn", "out"]',
      '  y-axis "log10 of the error" -9 --> 0',
      '  bar [-6.0, -9.0, 0.0]',
      '  line [-4.0, -9.0, -1.0]',
      '```',
      '',
      'Bars: the error over the largest output. Line: the limit.',
    ]);
  });
});

describe('what a quantisation measured', () => {
  test.each([
    [1, '100%'],
    [0.99999, '99.99%'],
    [0.5, '50%'],
    [0.98765, '98.76%'],
    [0, '0%'],
  ])('a share of %d is %s', (share, text) => expect(percent(share)).toBe(text));

  test.each([
    [0, '0'],
    [3.14e-7, '3.1e-7'],
    [1e-5, '1e-5'],
    [0.9995e-5, '1e-5'],
    [1.0005e-5, '1e-5'],
    [0.999e-5, '1.0e-5'],
    [1.001e-5, '1.0e-5'],
    [2, '2.0e+0'],
  ])('an error of %d is %s', (value, text) => expect(power(value)).toBe(text));

  const format: FormatRow = {
    id: 'i2_s',
    name: 'I2_S',
    tensors: 2,
    fromFile: 1,
    notHeld: [],
    tiles: [],
    weights: 200,
    wrongCodes: 1,
    wrongScales: 0,
    operator: 3e-7,
    median: 0.999,
    worst: 0.98,
    outputs: 64,
    cosine: 0.999987,
    relativeL2: 0.0042,
    snr: 47.25,
    signs: 0.75,
    backends: [
      { backend: 'wasm', decodedBy: 'wasm', products: 4, wrong: 0, ms: 1.25 },
      { backend: 'gpujs', decodedBy: 'reference', products: 4, wrong: 3, ms: 20 },
    ],
    notComputed: [],
  };
  const report: QuantizationReport = {
    v: 1,
    measure: 'quantization',
    ok: true,
    subjects: ['a.gguf'],
    comparisons: 8,
    backends: { used: [], notUsed: [] },
    problems: [],
    moreProblems: 0,
    warnings: [],
    tolerance: 1e-5,
    asked: ['i2_s', 'tl1', 'tl2'],
    tensors: { all: 2, measured: 2, choice: 'all' },
    activations: { rows: 4, what: 'normal' },
    formats: [
      format,
      {
        ...format,
        id: 'tl1',
        name: 'TL|1',
        snr: 'infinite',
        backends: [],
        tiles: [{ shape: '128x256', tiles: 'BM 64' }],
      },
      { ...format, id: 'tl2', name: 'TL2', tensors: 0 },
    ],
    sources: [],
    masters: [],
    errors: { operator: [4, 0, 0, 0, 0, 0, 0, 0, 0], float: [0, 0, 0, 0, 0, 0, 2, 2, 0] },
  };

  test('a format without a tensor was not measured, and no weight has the right code in it', () => {
    expect(measuredRows(report).map(({ name }) => name)).toEqual(['I2_S', 'TL|1']);
    expect(codeShare(format)).toBe(0.995);
    expect(codeShare({ ...format, weights: 0 })).toBe(0);
  });

  test('as tables and a chart', () => {
    const chart = [
      '```mermaid',
      'xychart-beta',
      '  title "Errors of the outputs, over the largest output of their row"',
      '  x-axis "relative error" ["0", "≤1e-8", "≤1e-7", "≤1e-6", "≤1e-5", "≤1e-4", "≤1e-3", "≤1e-2", ">1e-2"]',
      '  y-axis "% of outputs" 0 --> 100',
      '  bar [100, 0, 0, 0, 0, 0, 0, 0, 0]',
      '  line [0, 0, 0, 0, 0, 0, 50, 50, 0]',
      '```',
      '',
      'Bars: against float64 on the same codes (A2). Line: against the layer in floats (A3), which int8 activations cost.',
    ];
    expect(quantizationPicture(report).split('\n')).toEqual([
      '| Format | Codes (A1) | Operator error (A2) | Accuracy (A3) | Worst row | Cosine | Relative L2 | SNR | Signs agree |',
      '|---|---|---|---|---|---|---|---|---|',
      '| I2_S | 99.5% | 3.0e-7 | 99.9% | 98% | 0.99999 | 4.2e-3 | 47.3 dB | 75% |',
      '| TL\\|1 | 99.5% | 3.0e-7 | 99.9% | 98% | 0.99999 | 4.2e-3 | ∞ | 75% |',
      '',
      '| Format | Backend | Bytes decoded by | Products | Different | Time |',
      '|---|---|---|---|---|---|',
      '| I2_S | wasm | wasm | 4 | 0, exact | 1.3 ms |',
      '| I2_S | gpujs | reference | 4 | 3 | 20.0 ms |',
      '',
      'TL\\|1 of 128x256: BM 64. ',
      '',
      ...chart,
    ]);
  });

  test('with the weights before quantisation, the first twenty of them', () => {
    const masters = Array.from({ length: 21 }, (_, i) => ({
      tensor: `blk.${i}`,
      cosine: 0.9,
      relativeL2: 0.4567,
      signs: 0.5,
      accuracy: 0.25,
    }));
    const text = quantizationPicture({ ...report, masters }).split('\n');
    const head = text.indexOf(
      '| Against the weights before quantisation (not judged) | Accuracy | Cosine | Relative L2 | Signs agree |',
    );
    expect(text[head - 1]).toBe('');
    expect(text.slice(head + 1, head + 3)).toEqual([
      '|---|---|---|---|---|',
      '| blk.0 | 25% | 0.90000 | 0.457 | 50% |',
    ]);
    expect(text.slice(head + 2)).toHaveLength(20);
  });
});
