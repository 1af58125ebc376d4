import { describe, expect, test } from '@jest/globals';
import {
  byOperator,
  crossvalFaults,
  crossvalLine,
  crossvalReportSchema,
  followsWeights,
  NO_WEIGHTS,
  operatorRowSchema,
  shortNumber,
  type CrossvalReport,
  type OperatorRow,
} from '../../../../src/core/parity/crossval-report.ts';

const TOLERANCE = 1e-5;
const row = (over: Partial<OperatorRow> = {}): OperatorRow => ({
  name: 'blk.0.ffn',
  words: 'ffn',
  layer: 0,
  ok: true,
  inputs: 'engine',
  error: 3e-7,
  limit: TOLERANCE,
  ...over,
});
/** A row of which these fields are not known. */
const lacking = (over: Partial<OperatorRow>, ...keys: (keyof OperatorRow)[]): OperatorRow =>
  Object.fromEntries(Object.entries(row(over)).filter(([key]) => !keys.includes(key as never))) as OperatorRow;
const distance = { relativeL2: 2e-7, kl: 1e-13, largest: 1e-6 };
const whole: NonNullable<CrossvalReport['endToEnd']> = {
  ok: true,
  engine: distance,
  floor: distance,
  limits: { relativeL2: TOLERANCE, kl: TOLERANCE },
  top1: { positions: 7, equal: 5, unsure: 2, wrong: [], prefix: 7 },
};
const product = { backend: 'wasm', tensor: 'blk.0.q', type: 'I2_S', equal: true, outputs: 4 };
const engine = { program: 'engine', positions: 7, tensors: 3, layers: 2, oracle: 'wasm' };
/** A report whose counts fit its rows. */
function report(over: Partial<CrossvalReport>): CrossvalReport {
  const all: CrossvalReport = {
    v: 1,
    measure: 'crossval',
    ok: true,
    subjects: [],
    comparisons: 0,
    passed: 0,
    backends: { used: [], notUsed: [] },
    problems: [],
    moreProblems: 0,
    warnings: [],
    tolerance: TOLERANCE,
    products: [],
    operators: [],
    moreOperators: 0,
    ...over,
  };
  const parts = [all.flips, all.endToEnd].filter((part) => part !== undefined).length;
  const comparisons = all.operators.length + all.moreOperators + all.products.length + parts;
  return { ...all, comparisons, passed: comparisons, ...over };
}
const faults = (over: Partial<CrossvalReport>) => crossvalFaults(report(over));

test.each([
  [0, '0'],
  [0.01, '0.01'],
  [0.00999, '1e-2'],
  [0.414, '0.41'],
  [12.34, '12'],
  [9999, '10000'],
  [1e4, '1e4'],
  [3.24e-7, '3.2e-7'],
  [3e-7, '3e-7'],
  [1.25e5, '1.3e5'],
])('%d is read as %s', (value, text) => expect(shortNumber(value)).toBe(text));

test('rows by operator: the worst error with its layer and limit, and what was counted', () => {
  const rows = [
    row({ words: 'norm', layer: null, error: 1e-7 }),
    row({ words: 'ffn', layer: 0, error: 1e-7, limit: 1 }),
    row({ words: 'ffn', layer: 1, error: 3e-7, limit: 2, ok: false }),
    row({ words: 'ffn', layer: 2, error: 3e-7, limit: 3 }),
    lacking({ words: 'ffn', layer: 3 }, 'error'),
    lacking({ words: 'codes', flips: 2 }, 'error'),
    lacking({ words: 'codes', flips: 3 }, 'error'),
    lacking({ words: 'none' }, 'error', 'limit'),
  ];
  const none = { worst: undefined, worstLayer: undefined, limit: undefined, flips: undefined };
  expect(byOperator(rows)).toEqual([
    {
      words: 'norm',
      comparisons: 1,
      passed: 1,
      worst: 1e-7,
      worstLayer: undefined,
      limit: TOLERANCE,
      flips: undefined,
    },
    { words: 'ffn', comparisons: 4, passed: 3, worst: 3e-7, worstLayer: 1, limit: 2, flips: undefined },
    { ...none, words: 'codes', comparisons: 2, passed: 2, flips: 5 },
    { ...none, words: 'none', comparisons: 1, passed: 1 },
  ]);
});

describe('what a report says in one line', () => {
  const bad = { rule: 'r', subject: 's', message: 'the engine is gone' };
  test.each<[string, Partial<CrossvalReport>, string]>([
    [
      'an engine',
      { engine, operators: [row(), row()] },
      'engine vs reference: parity within 1e-5; 2/2 comparisons pass',
    ],
    [
      'an engine and backends',
      { engine, operators: [row()], products: [product, { ...product, equal: false }], passed: 2 },
      'engine vs reference: parity within 1e-5; 1/1 comparisons pass; backends vs reference: 1/2 equal',
    ],
    [
      'backends alone',
      { products: [product] },
      'backends vs reference: 1/1 equal; no engine was compared, for no dump is named',
    ],
    ['nothing', {}, '0/0 comparisons pass; no engine was compared, for no dump is named'],
    ['a problem', { problems: [bad], operators: [row()], passed: 0 }, 'the engine is gone; 0/1 comparisons pass'],
    [
      'a divergence',
      { problems: [bad], firstDivergence: 'ffn, layer 0', operators: [row()], passed: 0 },
      'first divergence: ffn, layer 0; 0/1 comparisons pass',
    ],
  ])('%s', (_, over, line) => expect(crossvalLine(report(over))).toBe(line));
});

describe('faults of a report, by its numbers', () => {
  test.each<[string, OperatorRow, string | undefined]>([
    ['good', row(), undefined],
    ['at its limit', row({ error: TOLERANCE }), undefined],
    ['over it', row({ error: 1.1e-5 }), 'error 1.1e-5 over the limit 1e-5'],
    ['without a number', lacking({}, 'error'), 'nothing was measured'],
    ['without a limit', lacking({}, 'limit'), 'there is no limit'],
    ['a limit of three floors', row({ floor: 1e-3, limit: 3e-3, error: 2e-3 }), undefined],
    [
      'a limit over three floors',
      row({ floor: 1e-3, limit: 3.1e-3 }),
      'the limit 3.1e-3 does not follow from the tolerance',
    ],
    ['a limit of three floors as they are rounded', row({ floor: 0.1, limit: 0.1 * 3 * (1 + 1e-9) }), undefined],
    ['a limit over the tolerance', row({ limit: 1.1e-5 }), 'the limit 1.1e-5 does not follow from the tolerance'],
    ['unusable', row({ unusable: 'value 3 is NaN' }), 'value 3 is NaN'],
    ['reported as failed', row({ ok: false }), 'is reported as failed'],
    ['codes at their limit', lacking({ flips: 2, limit: 2 }, 'error'), undefined],
    ['codes over it', lacking({ flips: 3, limit: 2 }, 'error'), '3 codes flipped, 2 may'],
    ['codes, reported as failed', lacking({ flips: 1, limit: 2, ok: false }, 'error'), 'is reported as failed'],
  ])('a row %s', (_, operator, fault) => {
    const passed = fault === undefined ? 1 : 0;
    expect(faults({ operators: [operator], passed })).toEqual(fault === undefined ? [] : [`ffn, layer 0: ${fault}`]);
    if (fault !== undefined)
      expect(faults({ operators: [{ ...operator, layer: null }], passed })).toEqual([`ffn: ${fault}`]);
  });

  const LOGITS = 'logits of the whole run are over their limits';
  const of = (over: object) => ({ ...whole, ...over });
  const over = { ...distance, relativeL2: 2e-5, kl: 2e-5 };
  test.each<[string, object, string[]]>([
    ['within', {}, []],
    ['at the limits', { engine: { ...distance, relativeL2: TOLERANCE, kl: TOLERANCE } }, []],
    [
      'at limits of three floors',
      { floor: { ...distance, relativeL2: 1, kl: 1 }, limits: { relativeL2: 3, kl: 3 } },
      [],
    ],
    [
      'at limits of three floors as they are rounded',
      {
        floor: { ...distance, relativeL2: 0.1, kl: 0.1 },
        limits: { relativeL2: 0.1 * 3 * (1 + 1e-9), kl: 0.1 * 3 * (1 + 1e-9) },
      },
      [],
    ],
    ['over the limit', { engine: { ...distance, relativeL2: over.relativeL2 } }, [LOGITS]],
    ['over the limit of the distributions', { engine: { ...distance, kl: over.kl } }, [LOGITS]],
    ['a limit that does not follow', { limits: { relativeL2: 2e-5, kl: TOLERANCE } }, [LOGITS]],
    ['another that does not', { limits: { relativeL2: TOLERANCE, kl: 2e-5 } }, [LOGITS]],
    ['reported as failed', { ok: false }, [LOGITS]],
    ['unusable', { unusable: 'NaN' }, [LOGITS]],
    ['without the engine', { engine: undefined }, [LOGITS]],
    ['without a floor', { floor: undefined }, [LOGITS]],
    ['without limits', { limits: undefined }, [LOGITS]],
    ['without tokens', { top1: undefined }, [LOGITS]],
    ['a wrong token', { top1: { ...whole.top1, wrong: [3] } }, [LOGITS]],
    ['no position', { top1: { positions: 0, equal: 0, unsure: 0, wrong: [], prefix: 0 } }, [LOGITS]],
    ['positions of which nothing is said', { top1: { ...whole.top1, unsure: 1 } }, [LOGITS]],
    ['none unsure', { top1: { ...whole.top1, equal: 7, unsure: 0 } }, []],
  ])('the whole run %s', (_, change, found) => {
    expect(faults({ endToEnd: of(change) as typeof whole, passed: found.length === 0 ? 1 : 0 })).toEqual(found);
  });

  const flips = { ok: true, codes: 100, flips: 1, largest: 1, limit: 1 };
  test.each<[string, Partial<CrossvalReport>, string[]]>([
    ['all is well', { engine, operators: [row()], products: [product], flips, endToEnd: whole, moreOperators: 2 }, []],
    [
      'a backend differs',
      { products: [{ ...product, equal: false }], passed: 0 },
      ['wasm differs from the reference on blk.0.q'],
    ],
    [
      'a product of nothing',
      { products: [{ ...product, outputs: 0 }], passed: 0 },
      ['wasm differs from the reference on blk.0.q'],
    ],
    ['codes over the limit', { flips: { ...flips, flips: 2 }, passed: 0 }, ['2 of 100 int8 codes flipped']],
    ['a code that flipped by two', { flips: { ...flips, largest: 2 }, passed: 0 }, ['1 of 100 int8 codes flipped']],
    [
      'codes that are reported as failed',
      { flips: { ...flips, ok: false }, passed: 0 },
      ['1 of 100 int8 codes flipped'],
    ],
    [
      'too many comparisons',
      { operators: [row()], moreOperators: 3, products: [product], flips, endToEnd: whole, comparisons: 8, passed: 8 },
      ['8 comparisons are reported, and 7 are in the report'],
    ],
    [
      'too few',
      { operators: [row()], comparisons: 0, passed: 0 },
      ['0 comparisons are reported, and 1 are in the report'],
    ],
    [
      'one that failed and is nowhere',
      { operators: [row(), row()], passed: 1 },
      ['1 of 2 comparisons are said to pass'],
    ],
    [
      'more passed than were made',
      { operators: [row({ ok: false })], passed: 2 },
      ['ffn, layer 0: is reported as failed', '2 of 1 comparisons are said to pass'],
    ],
    [
      'an engine that multiplied nothing',
      { engine, operators: [row({ name: 'embd' }), row({ name: 'blk.0.norm' })] },
      [NO_WEIGHTS],
    ],
    ['no engine', { operators: [row({ name: 'embd' })] }, []],
  ])('%s', (_, over, found) => expect(faults(over)).toEqual(found));

  test.each([
    [['embd', 'blk.0.norm', 'blk.0.norm.codes'], false],
    [['embd', 'blk.1.norm'], true],
    [[], false],
  ])('a weight matrix has a part in one of %j: %s', (names, yes) => {
    expect(followsWeights({ operators: names.map((name) => row({ name })) })).toBe(yes);
    expect(followsWeights({ operators: [], endToEnd: whole })).toBe(true);
  });
});

describe('the form of a report', () => {
  const model = { file: 'f', architecture: 'a', weights: 'w', layers: 1, activation: 'relu2', codes: 'int8' };
  const accepts = (over: object) => crossvalReportSchema.safeParse({ ...report({}), ...over }).success;

  test.each<[string, object, boolean]>([
    ['a model', { model }, true],
    ['with silu and codes of q8_k', { model: { ...model, activation: 'silu', codes: 'q8_k' } }, true],
    ['without codes', { model: { ...model, codes: 'none' } }, true],
    ['another activation', { model: { ...model, activation: '' } }, false],
    ['other codes', { model: { ...model, codes: '' } }, false],
    ['a tolerance of 0.01', { tolerance: 0.01 }, true],
    ['a larger one', { tolerance: 0.011 }, false],
    ['none', { tolerance: 0 }, false],
    ['200 products', { products: Array(200).fill(product) }, true],
    ['201 products', { products: Array(201).fill(product) }, false],
    ['a negative number of comparisons', { comparisons: -1 }, false],
    ['half a comparison', { comparisons: 0.5 }, false],
    ['3000 operators', { operators: Array(3000).fill(row()) }, true],
    ['3001 operators', { operators: Array(3001).fill(row()) }, false],
  ])('%s', (_, over, yes) => expect(accepts(over)).toBe(yes));

  test.each<[string, object, boolean]>([
    ['inputs of the reference', { inputs: 'reference' }, true],
    ['mixed inputs', { inputs: 'mixed' }, true],
    ['no word for the inputs', { inputs: '' }, false],
    ['a negative error', { error: -1e-9 }, false],
    ['no error at all', { error: 0 }, true],
    ['a name of 64', { name: 'n'.repeat(64) }, true],
    ['a name of 65', { name: 'n'.repeat(65) }, false],
    ['no name', { name: '' }, false],
    ['words of 41', { words: 'n'.repeat(41) }, false],
    ['a key too many', { verdict: 'pass' }, false],
  ])('a row with %s', (_, over, yes) => expect(operatorRowSchema.safeParse({ ...row(), ...over }).success).toBe(yes));
});
