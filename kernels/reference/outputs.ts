import { FlowError } from '../../src/core/errors.ts';
import { gemm } from './gemm.ts';
import type { Activations } from './quantize-activations.ts';
import { type Shape, type TernaryMatrix, scaleSpans } from './ternary.ts';

/** The two orders in which kernels apply the scales; they differ by at most 2 ulp of the f32. */
export type ScalingOrder = 'divide-then-multiply' | 'multiply-by-quotient';

/**
 * Float outputs of a layer in f32 steps, as a kernel computes them: the exact integer product, then the scales in one
 * of two orders. For weights with one scale for each row and activations with one for each row.
 */
export function scaledOutputs(matrix: TernaryMatrix, activations: Activations, order: ScalingOrder): Float32Array {
  const { scale } = activations;
  if (scale.per !== 'row' || matrix.scale.per === 'block') {
    throw new FlowError(
      'bad-input',
      'an output is scaled once, which takes one scale for each row of weights and of activations',
      {
        at: 'scale',
        fix: 'use referenceOutputs for blocks',
      },
    );
  }
  const products = gemm(matrix, activations.codes, activations.rows);
  const weightScales = rowScales(matrix);
  return Float32Array.from(products, (product, i) => {
    const weight = weightScales[i % matrix.rows]!;
    const divisor = scale.divisors[Math.floor(i / matrix.rows)]!;
    const value = Math.fround(product);
    return order === 'divide-then-multiply'
      ? Math.fround(value / divisor) * weight
      : value * Math.fround(weight / divisor);
  });
}

/**
 * Outputs in f64: the weights as floats times the activations as floats, for any scales. Between two changes of a scale
 * the products are summed as integers, exact; what is left are a few f64 roundings.
 */
export function referenceOutputs(matrix: TernaryMatrix, activations: Activations): Float64Array {
  const { rows, columns, codes } = matrix;
  if (activations.columns !== columns) {
    throw new FlowError('bad-input', `rows of ${activations.columns} activations for rows of ${columns} weights`, {
      at: 'columns',
    });
  }
  const spans = scaleSpans(matrix);
  const y = new Float64Array(activations.rows * rows);
  for (let n = 0; n < activations.rows; n++) {
    let span = 0;
    for (let m = 0; m < rows; m++) {
      let total = 0;
      for (let k = 0; k < columns;) {
        while (spans[span]!.end <= m * columns + k) span++;
        const run = activationRun(activations, n, k);
        const end = Math.min(columns, spans[span]!.end - m * columns, run.end);
        let sum = 0;
        for (; k < end; k++) sum += codes[m * columns + k]! * activations.codes[n * columns + k]!;
        total += (sum * spans[span]!.value * run.factor) / run.divisor;
      }
      y[n * rows + m] = total;
    }
  }
  return y;
}

/** Outputs in f64 of weights and activations that are floats: what a layer computes without any quantisation. */
export function floatOutputs(
  weights: Float32Array,
  { rows, columns }: Shape,
  x: Float32Array,
  count: number,
): Float64Array {
  if (weights.length !== rows * columns || x.length !== count * columns) {
    throw new FlowError(
      'bad-input',
      `${weights.length} weights and ${x.length} activations for ${rows} x ${columns} and ${count} rows`,
      {
        at: 'shape',
      },
    );
  }
  const y = new Float64Array(count * rows);
  for (let n = 0; n < count; n++) {
    for (let m = 0; m < rows; m++) {
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += weights[m * columns + k]! * x[n * columns + k]!;
      y[n * rows + m] = sum;
    }
  }
  return y;
}

function activationRun(
  activations: Activations,
  row: number,
  column: number,
): { end: number; factor: number; divisor: number } {
  const { scale, columns } = activations;
  if (scale.per === 'row') return { end: columns, factor: 1, divisor: scale.divisors[row]! };
  const index = Math.floor(column / scale.block);
  return { end: (index + 1) * scale.block, factor: scale.factors[row * (columns / scale.block) + index]!, divisor: 1 };
}

function rowScales(matrix: TernaryMatrix): Float32Array {
  const scales = new Float32Array(matrix.rows);
  for (const { start, end, value } of scaleSpans(matrix))
    scales.fill(value, start / matrix.columns, end / matrix.columns);
  return scales;
}
