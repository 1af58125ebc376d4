import { FlowError } from '../../src/core/errors.ts';
import { referenceOutputs } from '../reference/outputs.ts';
import { type Activations, quantizeActivations, quantizeQ8K } from '../reference/quantize-activations.ts';
import { dequantize, scaleSpans } from '../reference/ternary.ts';
import type { Arithmetic, Floats } from './arithmetic.ts';
import type { ActivationCodes } from './hyperparameters.ts';
import type { LinearWeights } from './weights.ts';

/** The input of a linear layer: floats, and the int8 codes that stand for them, where there are any. */
export interface LinearInput {
  readonly x: Floats;
  readonly activations: Activations | undefined;
}

/** What a linear layer makes of its input before it multiplies. */
export function linearInput(x: Floats, columns: number, codes: ActivationCodes): LinearInput {
  if (codes === 'none') return { x, activations: undefined };
  const narrow = x instanceof Float32Array ? x : Float32Array.from(x);
  const quantize = codes === 'int8' ? quantizeActivations : quantizeQ8K;
  return { x, activations: quantize(narrow, x.length / columns, columns) };
}

/** The same input with other codes, as an engine dumped them; the scales stay. */
export function withCodes(input: LinearInput, codes: Int8Array): LinearInput {
  if (input.activations === undefined || codes.length !== input.activations.codes.length)
    throw new FlowError('bad-input', `${codes.length} codes for an input of ${input.x.length}`, { at: 'codes' });
  return { ...input, activations: { ...input.activations, codes } };
}

/** One linear layer on the inputs of several runs, each in its own arithmetic; all integer products are one call of the backend. */
export async function linear(
  weights: LinearWeights,
  inputs: readonly LinearInput[],
  arithmetics: readonly Arithmetic[],
): Promise<Floats[]> {
  if (!('product' in weights)) {
    return inputs.map(({ x, activations }, run) =>
      floatProduct(weights.floats, weights.rows, weights.columns, dequantized(x, activations), arithmetics[run]!),
    );
  }
  const { matrix, product } = weights;
  const direct = inputs.every(({ activations }) => activations?.scale.per === 'row');
  if (!direct || matrix.scale.per === 'block') {
    const floats = inputs.some(({ activations }) => activations === undefined) ? dequantize(matrix) : undefined;
    return inputs.map(({ x, activations }, run) => {
      const arithmetic = arithmetics[run]!;
      if (activations === undefined) return floatProduct(floats!, matrix.rows, matrix.columns, x, arithmetic);
      const y = referenceOutputs(matrix, activations);
      return arithmetic.bits === 64 ? y : Float32Array.from(y);
    });
  }
  const rows = inputs.reduce((sum, { activations }) => sum + activations!.rows, 0);
  const all = new Int8Array(rows * matrix.columns);
  let at = 0;
  for (const { activations } of inputs) {
    all.set(activations!.codes, at);
    at += activations!.codes.length;
  }
  const products = await product.multiply(all, rows);
  const scales = rowScales(weights.matrix);
  let first = 0;
  return inputs.map(({ activations }, run) => {
    const { round, zeros } = arithmetics[run]!;
    const { rows: count, scale } = activations!;
    const y = zeros(count * matrix.rows);
    for (let n = 0; n < count; n++) {
      const divisor = scale.per === 'row' ? scale.divisors[n]! : 1;
      for (let m = 0; m < matrix.rows; m++) {
        const i = n * matrix.rows + m;
        y[i] = round(round(products[first + i]!) / divisor) * scales[m]!;
      }
    }
    first += count * matrix.rows;
    return y;
  });
}

/** Outputs of `rows` float weight rows for each row of `x`. */
export function floatProduct(
  weights: Float32Array,
  rows: number,
  columns: number,
  x: Floats,
  { zeros, dot }: Arithmetic,
): Floats {
  const count = x.length / columns;
  const y = zeros(count * rows);
  for (let n = 0; n < count; n++)
    for (let m = 0; m < rows; m++) y[n * rows + m] = dot(weights, m * columns, x, n * columns, columns);
  return y;
}

function dequantized(x: Floats, activations: Activations | undefined): Floats {
  if (activations === undefined) return x;
  const { codes, columns, scale } = activations;
  return Float64Array.from(codes, (code, i) =>
    scale.per === 'row'
      ? code / scale.divisors[Math.floor(i / columns)]!
      : code * scale.factors[Math.floor(i / scale.block)]!,
  );
}

function rowScales(matrix: Parameters<typeof scaleSpans>[0]): Float32Array {
  const scales = new Float32Array(matrix.rows);
  for (const { start, end, value } of scaleSpans(matrix))
    scales.fill(value, start / matrix.columns, end / matrix.columns);
  return scales;
}
