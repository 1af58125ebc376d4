import { FlowError } from '../../src/core/errors.ts';
import { halfUlp } from './float16.ts';
import { type Distance, distance } from './metrics.ts';
import type { ScaleType } from './scale-store.ts';
import { type TernaryMatrix, isZero, scaleSpans } from './ternary.ts';

/** A1: whether a decoded matrix is the reference matrix. */
export interface CodeFidelity {
  /** Share of weights whose code is the reference's. */
  readonly share: number;
  readonly wrongCodes: number;
  readonly firstWrongCode?: {
    readonly row: number;
    readonly column: number;
    readonly got: number;
    readonly wanted: number;
  };
  /** Weights, other than zeros, whose scale is not the reference's. */
  readonly wrongScales: number;
  readonly firstWrongScale?: {
    readonly row: number;
    readonly column: number;
    readonly got: number;
    readonly wanted: number;
  };
}

/**
 * Compares codes and scales. An f32 scale must have the reference's bits; one that a format keeps as f16 or bf16 may be
 * off by the half step that narrowing costs. The scale of a weight of 0 means nothing and is not compared.
 */
export function codeFidelity(got: TernaryMatrix, reference: TernaryMatrix, type: ScaleType = 'f32'): CodeFidelity {
  if (got.rows !== reference.rows || got.columns !== reference.columns) {
    const shapes = `${got.rows} x ${got.columns} weights against ${reference.rows} x ${reference.columns}`;
    throw new FlowError('bad-input', shapes, { at: 'shape' });
  }
  const { columns, codes } = reference;
  const at = (index: number) => ({ row: Math.floor(index / columns), column: index % columns });
  let wrongCodes = 0;
  let firstWrongCode: CodeFidelity['firstWrongCode'];
  for (let i = 0; i < codes.length; i++) {
    if (got.codes[i] === codes[i]) continue;
    wrongCodes++;
    firstWrongCode ??= { ...at(i), got: got.codes[i]!, wanted: codes[i]! };
  }

  let wrongScales = 0;
  let firstWrongScale: CodeFidelity['firstWrongScale'];
  for (const { start, end, got: value, wanted } of commonSpans(got, reference)) {
    if (Math.abs(value - wanted) <= halfUlp(type, wanted) || isZero(codes, start, end)) continue;
    for (let i = start; i < end; i++) if (codes[i] !== 0) wrongScales++;
    firstWrongScale ??= { ...at(start), got: value, wanted };
  }
  return {
    share: (codes.length - wrongCodes) / codes.length,
    wrongCodes,
    ...(firstWrongCode === undefined ? {} : { firstWrongCode }),
    wrongScales,
    ...(firstWrongScale === undefined ? {} : { firstWrongScale }),
  };
}

/**
 * A2: the largest difference over the largest reference, for outputs computed from the same codes. For one operator
 * and one row of activations; the reference is `referenceOutputs`.
 */
export function operatorFidelity(y: ArrayLike<number>, reference: ArrayLike<number>): number {
  return distance(y, reference).maxError;
}

/** A3: how well a quantised layer stands for the layer without quantisation. */
export interface QuantizationFidelity {
  readonly rows: number;
  readonly outputs: number;
  readonly median: number;
  readonly worst: number;
  readonly worstRow: number;
  /** For each row of activations: its accuracy and the measures behind it. */
  readonly perRow: readonly (Distance & { readonly accuracy: number })[];
}

/** Fewer rows, or fewer outputs over all rows, say too little to be judged. */
export const MIN_ROWS = 32;
export const MIN_OUTPUTS = 1000;

/**
 * Accuracy of each row of outputs against the float layer: the cosine less the deviation of the size from 1. The first
 * catches a wrong direction, the second a wrong scale, which no cosine sees.
 */
export function quantizationFidelity(
  y: ArrayLike<number>,
  reference: ArrayLike<number>,
  rows: number,
): QuantizationFidelity {
  if (y.length !== reference.length || reference.length % rows !== 0) {
    throw new FlowError('bad-input', `${y.length} outputs against ${reference.length} in ${rows} rows`, {
      at: 'outputs',
    });
  }
  if (!(rows >= MIN_ROWS && reference.length >= MIN_OUTPUTS)) {
    throw new FlowError('bad-input', `${reference.length} outputs of ${rows} rows are too few to judge`, {
      at: 'outputs',
      fix: `compare at least ${MIN_ROWS} rows and ${MIN_OUTPUTS} outputs`,
    });
  }
  const width = reference.length / rows;
  const [got, wanted] = [Float64Array.from(y), Float64Array.from(reference)];
  const perRow = Array.from({ length: rows }, (_, row) => {
    const range = [row * width, (row + 1) * width] as const;
    const measures = distance(got.subarray(...range), wanted.subarray(...range));
    return { ...measures, accuracy: accuracy(measures) };
  });
  const sorted = perRow.map((row) => row.accuracy).sort((a, b) => a - b);
  const worst = sorted[0]!;
  return {
    rows,
    outputs: reference.length,
    median: (sorted[(rows - 1) >> 1]! + sorted[rows >> 1]!) / 2,
    worst,
    worstRow: perRow.findIndex((row) => row.accuracy === worst),
    perRow,
  };
}

/** `1 - (1 - cosine) - |1 - normRatio|`. */
export function accuracy({ cosine, normRatio }: Pick<Distance, 'cosine' | 'normRatio'>): number {
  return cosine - Math.abs(1 - normRatio);
}

/** The runs in which both matrices have one scale each. */
function* commonSpans(
  got: TernaryMatrix,
  reference: TernaryMatrix,
): Generator<{ start: number; end: number; got: number; wanted: number }> {
  const [a, b] = [scaleSpans(got), scaleSpans(reference)];
  for (let i = 0, j = 0, start = 0; i < a.length && j < b.length;) {
    const end = Math.min(a[i]!.end, b[j]!.end);
    yield { start, end, got: a[i]!.value, wanted: b[j]!.value };
    if (a[i]!.end === end) i++;
    if (b[j]!.end === end) j++;
    start = end;
  }
}
