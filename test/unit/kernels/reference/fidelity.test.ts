import { describe, expect, test } from '@jest/globals';
import { codeFidelity, operatorFidelity, quantizationFidelity } from '../../../../kernels/reference/fidelity.ts';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { gemm } from '../../../../kernels/reference/gemm.ts';
import { distance } from '../../../../kernels/reference/metrics.ts';
import { floatOutputs, referenceOutputs, scaledOutputs } from '../../../../kernels/reference/outputs.ts';
import { quantizeActivations, quantizeQ8K } from '../../../../kernels/reference/quantize-activations.ts';
import { quantizeAbsmean } from '../../../../kernels/reference/quantize-weights.ts';
import { dequantize, partScale, tensorScale } from '../../../../kernels/reference/ternary.ts';
import { tolerances, within } from '../../../../kernels/tolerances.ts';
import { gaussian } from './numbers.ts';
import { randomMatrix } from './samples.ts';

const shape = { rows: 40, columns: 512 };
const matrix = randomMatrix(shape, 21, Math.fround(0.0371));
const ROWS = 32;
const x = gaussian(5, ROWS * shape.columns);
const activations = quantizeActivations(x, ROWS, shape.columns);

describe('distance', () => {
  test('of equals', () => {
    expect(distance([3, -4, 0], [3, -4, 0])).toEqual({
      cosine: 1,
      relativeL2: 0,
      snr: Infinity,
      signAgreement: 1,
      normRatio: 1,
      maxError: 0,
    });
  });

  test('each measure by its definition', () => {
    const measured = distance([2, 0, 0, 1], [1, 0, -1, 1]);
    expect(measured.cosine).toBeCloseTo(3 / Math.sqrt(5 * 3), 12);
    expect(measured.relativeL2).toBeCloseTo(Math.sqrt(2 / 3), 12);
    expect(measured.snr).toBeCloseTo(10 * Math.log10(3 / 2), 12);
    expect(measured.signAgreement).toBe(3 / 4);
    expect(measured.normRatio).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(measured.maxError).toBe(1);
  });

  test('a zero agrees in sign with zero alone, and no output at all is no agreement', () => {
    expect(distance([0, -0, 0], [1, 0, -1])).toMatchObject({
      signAgreement: 1 / 3,
      cosine: 0,
      normRatio: 0,
      maxError: 1,
    });
  });

  test('nothing is measured against nothing', () => {
    expect(() => distance([], [])).toThrow(/no values/);
    expect(() => distance([1], [1, 2])).toThrow(/1 values where the reference has 2/);
    expect(() => distance([1, NaN], [1, 2])).toThrow(/value 1 is NaN/);
    expect(() => distance([1, 2], [Infinity, 2])).toThrow(/value 0 is Infinity/);
    expect(() => distance([1, 2], [0, 0])).toThrow(/all zeros/);
  });
});

describe('A1, codes', () => {
  test('a matrix is itself', () => {
    expect(codeFidelity(matrix, matrix)).toEqual({ share: 1, wrongCodes: 0, wrongScales: 0 });
  });

  test('one wrong code is found', () => {
    const codes = matrix.codes.slice();
    const at = 7 * shape.columns + 9;
    codes[at] = codes[at] === 1 ? 0 : 1;
    const got = codeFidelity({ ...matrix, codes }, matrix);
    expect(got).toMatchObject({
      wrongCodes: 1,
      firstWrongCode: { row: 7, column: 9, got: codes[at], wanted: matrix.codes[at] },
    });
    expect(within(tolerances.codes, got.share)).toBe(false);
  });

  test('a scale of other bits is found in f32, and forgiven up to half a step of f16', () => {
    const stored = { ...matrix, scale: formatNamed('tq2_0').storedScale(matrix) };
    const nonZero = matrix.codes.filter((code) => code !== 0).length;
    expect(codeFidelity(stored, matrix)).toMatchObject({
      share: 1,
      wrongScales: nonZero,
      firstWrongScale: { row: 0, column: 0 },
    });
    expect(codeFidelity(stored, matrix, 'f16').wrongScales).toBe(0);
    const off = { ...matrix, scale: tensorScale(0.0372) };
    expect(codeFidelity(off, matrix, 'f16').wrongScales).toBe(nonZero);
  });

  test('a wrong layout is found', () => {
    const misread = formatNamed('i2_s_arm64').unpack(formatNamed('i2_s').pack(matrix), shape);
    expect(codeFidelity(misread, matrix).share).toBeLessThan(0.6);
  });

  test('matrices of two shapes are no pair', () => {
    expect(() => codeFidelity(randomMatrix({ rows: 512, columns: 40 }, 21), matrix)).toThrow(
      /512 x 40 weights against 40 x 512/,
    );
  });
});

describe('A2, operators', () => {
  const reference = referenceOutputs(matrix, activations);

  test('the reference is the product of the floats', () => {
    if (activations.scale.per !== 'row') throw new Error('one scale for each row');
    const { divisors } = activations.scale;
    const floats = Float32Array.from(activations.codes, (code, i) => code / divisors[Math.floor(i / shape.columns)]!);
    expect(operatorFidelity(floatOutputs(dequantize(matrix), shape, floats, ROWS), reference)).toBeLessThan(1e-6);
    const products = gemm(matrix, activations.codes, ROWS);
    expect(reference[45]).toBe((products[45]! * matrix.scale.values[0]!) / divisors[1]!);
  });

  test('both orders of scaling are within 2 ulp of it and of each other', () => {
    const [a, b] = [
      scaledOutputs(matrix, activations, 'divide-then-multiply'),
      scaledOutputs(matrix, activations, 'multiply-by-quotient'),
    ];
    expect(a).not.toEqual(b);
    for (let i = 0; i < a.length; i++) {
      for (const value of [a[i]!, b[i]!]) {
        expect(Math.abs(value - reference[i]!)).toBeLessThanOrEqual(2.4e-7 * Math.abs(reference[i]!));
      }
    }
    expect(within(tolerances.operator, operatorFidelity(a, reference))).toBe(true);
  });

  test('one row of scales too far is outside', () => {
    const wrong = scaledOutputs(
      { ...matrix, scale: partScale([matrix.scale.values[0]! * 1.001, matrix.scale.values[0]!], [20, 20]) },
      activations,
      'divide-then-multiply',
    );
    expect(within(tolerances.operator, operatorFidelity(wrong, reference))).toBe(false);
  });

  test('parts and blocks of weights, blocks of activations: each scale where it belongs', () => {
    const fused = { ...matrix, scale: partScale([0.5, 0.25], [10, 30]) };
    const unfused = referenceOutputs({ ...matrix, scale: tensorScale(0.25) }, activations);
    const fusedOutputs = referenceOutputs(fused, activations);
    unfused.forEach((value, i) => expect(fusedOutputs[i]).toBe(i % 40 < 10 ? 2 * value : value));

    const blocks = { ...matrix, scale: { per: 'block', block: 256, values: gaussian(3, 80).map(Math.abs) } } as const;
    const q8k = quantizeQ8K(x, ROWS, shape.columns);
    if (q8k.scale.per !== 'block') throw new Error('one scale for each block');
    const { factors } = q8k.scale;
    const floats = Float32Array.from(q8k.codes, (code, i) => code * factors[Math.floor(i / 256)]!);
    expect(
      operatorFidelity(referenceOutputs(blocks, q8k), floatOutputs(dequantize(blocks), shape, floats, ROWS)),
    ).toBeLessThan(1e-6);
    expect(() => scaledOutputs(blocks, activations, 'divide-then-multiply')).toThrow(/scaled once/);
    expect(() => scaledOutputs(matrix, q8k, 'divide-then-multiply')).toThrow(/scaled once/);
    expect(() => referenceOutputs(randomMatrix({ rows: 1, columns: 64 }, 1), activations)).toThrow(
      /rows of 512 activations/,
    );
  });
});

describe('A3, quantisation', () => {
  const floats = floatOutputs(dequantize(matrix), shape, x, ROWS);
  const judged = (y: ArrayLike<number>) => quantizationFidelity(y, floats, ROWS);
  const passes = ({ median, worst }: { median: number; worst: number }) =>
    within(tolerances.quantizationMedian, median) && within(tolerances.quantizationWorst, worst);

  test('int8 activations on exact ternary weights pass', () => {
    const result = judged(referenceOutputs(matrix, activations));
    expect(passes(result)).toBe(true);
    expect(result).toMatchObject({ rows: 32, outputs: 1280 });
    expect(result.perRow[result.worstRow]!.accuracy).toBe(result.worst);
    expect(result.worst).toBeLessThanOrEqual(result.median);
  });

  test('every format gives one and the same number', () => {
    const results = ['i2_s', 'i2_s_arm64', 'i2_s_rows', 'tl1', 'tl2'].map((id) => {
      const options =
        { tl1: { tiles: { BM: 32, BK: 128, bm: 32 } }, tl2: { tiles: { BM: 32, BK: 192, bm: 32 } } }[id] ?? {};
      const tall = randomMatrix({ rows: 64, columns: 512 }, 21, matrix.scale.values[0]!);
      const format = formatNamed(id);
      const back = format.unpack(format.pack(tall, options), tall, options);
      return quantizationFidelity(
        referenceOutputs(back, activations),
        floatOutputs(dequantize(tall), tall, x, ROWS),
        ROWS,
      ).median;
    });
    expect(new Set(results).size).toBe(1);
  });

  test('a scale a third too small fails, though every cosine is 1', () => {
    const result = judged(floats.map((value) => value * 0.666));
    expect(result.perRow.every((row) => row.cosine > 0.999999)).toBe(true);
    expect(result.median).toBeCloseTo(0.666, 6);
    expect(passes(result)).toBe(false);
  });

  test.each([
    [0.991, true],
    [0.989, false],
  ])('a scale of %d times the right one: %s, by the median alone', (factor, passing) => {
    const result = judged(floats.map((value) => value * factor));
    expect(within(tolerances.quantizationWorst, result.worst)).toBe(true);
    expect(passes(result)).toBe(passing);
  });

  test.each([
    [0.971, true],
    [0.969, false],
  ])('one row of %d times the right size: %s, by the worst alone', (factor, passing) => {
    const result = judged(floats.map((value, i) => (i < 40 ? value * factor : value)));
    expect(within(tolerances.quantizationMedian, result.median)).toBe(true);
    expect(passes(result)).toBe(passing);
  });

  test('a wrong layout fails, though every size is right', () => {
    const misread = formatNamed('i2_s_arm64').unpack(formatNamed('i2_s').pack(matrix), shape);
    expect(passes(judged(referenceOutputs(misread, activations)))).toBe(false);
  });

  test('float weights cannot pass: no ternary matrix is near them', () => {
    const weights = gaussian(9, shape.rows * shape.columns);
    const quantized = quantizeAbsmean(weights, shape);
    const result = quantizationFidelity(
      referenceOutputs(quantized, activations),
      floatOutputs(weights, shape, x, ROWS),
      ROWS,
    );
    expect(result.median).toBeLessThan(0.9);
  });

  test('one bad row fails by the worst, not by the median', () => {
    const y = floats.map((value, i) => (i < 40 ? -value : value));
    expect(judged(y)).toMatchObject({ worstRow: 0, median: expect.closeTo(1) });
    expect(passes(judged(y))).toBe(false);
  });

  test('too little, or a NaN, is never a pass', () => {
    expect(() => quantizationFidelity(floats.subarray(0, 31 * 40), floats.subarray(0, 31 * 40), 31)).toThrow(
      /too few to judge/,
    );
    expect(() => quantizationFidelity(floats.subarray(0, 320), floats.subarray(0, 320), 32)).toThrow(
      /320 outputs of 32 rows are too few/,
    );
    expect(() => quantizationFidelity(floats, floats, 33)).toThrow(/in 33 rows/);
    expect(() => judged(floats.map((value, i) => (i === 99 ? NaN : value)))).toThrow(/is NaN/);
    for (const tolerance of Object.values(tolerances)) expect(within(tolerance, NaN)).toBe(false);
  });
});
