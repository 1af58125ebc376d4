import { FlowError } from '../../src/core/errors.ts';

/** Output rows (ggml's ne1, written M) and input columns (ne0, written K) of a weight matrix. */
export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The scales of a matrix: one for all of it, one for each part (a run of whole rows, as in fused q, k, v), or one for
 * each block of `block` weights counted row by row. A weight is its code times its scale.
 */
export type Scale =
  | { readonly per: 'tensor'; readonly values: Float32Array }
  | { readonly per: 'part'; readonly values: Float32Array; readonly rowEnds: readonly number[] }
  | { readonly per: 'block'; readonly values: Float32Array; readonly block: number };

/** The one internal form of every format: a code of -1, 0 or 1 for each weight, row by row, and the scales. */
export interface TernaryMatrix extends Shape {
  readonly codes: Int8Array;
  readonly scale: Scale;
}

/** The run of weights, counted row by row, for which one scale holds. */
export interface ScaleSpan {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** So that a bit number of any layout fits 32 bits. */
const MAX_WEIGHTS = 2 ** 30;
/** A subnormal scale is a misread integer, and what backends compute with it depends on whether they flush it to 0. */
const MIN_NORMAL_F32 = 2 ** -126;

/** One scale for the whole matrix. */
export function tensorScale(value: number): Scale {
  return { per: 'tensor', values: Float32Array.of(value) };
}

/** One scale for each part; `rows` are the rows of each part, top to bottom. */
export function partScale(values: readonly number[], rows: readonly number[]): Scale {
  let end = 0;
  return { per: 'part', values: Float32Array.from(values), rowEnds: rows.map((count) => (end += count)) };
}

/** A matrix of checked shape, codes and scales. */
export function ternaryMatrix(shape: Shape, codes: Int8Array, scale: Scale): TernaryMatrix {
  checkShape(shape);
  const { rows, columns } = shape;
  if (codes.length !== rows * columns) {
    throw new FlowError('bad-input', `${codes.length} codes for ${rows} x ${columns} weights`, {
      at: 'codes',
      fix: `pass ${rows * columns} codes, row by row`,
    });
  }
  const wrong = codes.findIndex((code) => code < -1 || code > 1);
  if (wrong >= 0) {
    throw new FlowError(
      'bad-input',
      `weight ${place(shape, wrong)} has code ${codes[wrong]}; a ternary code is -1, 0 or 1`,
      {
        at: `codes[${wrong}]`,
      },
    );
  }
  const matrix = { rows, columns, codes, scale };
  checkScale(matrix);
  return matrix;
}

/** Throws unless rows and columns are whole, positive, and their product is one that an array can hold. */
export function checkShape({ rows, columns }: Shape): void {
  for (const [name, value] of [
    ['rows', rows],
    ['columns', columns],
  ] as const) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new FlowError('bad-input', `${name} is ${value}`, {
        at: name,
        fix: `give ${name} as a whole number from 1`,
      });
    }
  }
  if (rows * columns >= MAX_WEIGHTS) {
    throw new FlowError(
      'bad-input',
      `${rows} x ${columns} weights are more than the ${MAX_WEIGHTS - 1} that one matrix can hold`,
      {
        at: 'shape',
        fix: 'split the matrix by rows',
      },
    );
  }
}

/** The spans of a matrix's scales, in the order of the weights. */
export function scaleSpans({ rows, columns, scale }: Omit<TernaryMatrix, 'codes'>): ScaleSpan[] {
  const count = rows * columns;
  const ends = spanEnds(scale, count, columns);
  return ends.map((end, index) => ({ start: index === 0 ? 0 : ends[index - 1]!, end, value: scale.values[index]! }));
}

/** The weights as floats: each code times its scale, exact in f32. */
export function dequantize(matrix: TernaryMatrix): Float32Array {
  const weights = new Float32Array(matrix.codes.length);
  for (const { start, end, value } of scaleSpans(matrix)) {
    for (let i = start; i < end; i++) weights[i] = matrix.codes[i]! * value;
  }
  return weights;
}

/** `(row 3, column 17)` for a weight counted row by row. */
export function place({ columns }: Shape, index: number): string {
  return `(row ${Math.floor(index / columns)}, column ${index % columns})`;
}

function spanEnds(scale: Scale, count: number, columns: number): number[] {
  switch (scale.per) {
    case 'tensor':
      return [count];
    case 'part':
      return scale.rowEnds.map((end) => end * columns);
    case 'block':
      return Array.from({ length: Math.ceil(count / scale.block) }, (_, i) => (i + 1) * scale.block);
  }
}

/** A scale is finite, at least 0, and 0 only where every code is 0; the spans cover the matrix exactly. */
function checkScale(matrix: TernaryMatrix): void {
  const { rows, columns, codes, scale } = matrix;
  const ends = spanEnds(scale, rows * columns, columns);
  const ascending = ends.every((end, i) => Number.isSafeInteger(end) && end > (i === 0 ? 0 : ends[i - 1]!));
  if (ends.length !== scale.values.length || !ascending || ends.at(-1) !== rows * columns) {
    throw new FlowError(
      'bad-input',
      `${scale.values.length} scales per ${scale.per} do not cover ${rows} x ${columns} weights`,
      {
        at: 'scale',
        fix: 'give one scale for each span, and spans that end at the last weight',
      },
    );
  }
  for (const [index, { start, end, value }] of scaleSpans(matrix).entries()) {
    const problem = scaleProblem(value, () => isZero(codes, start, end));
    if (problem !== undefined) {
      throw new FlowError('bad-input', `scale ${index} ${problem}`, { at: `scale.values[${index}]` });
    }
  }
}

/** What is wrong with a scale as it is meant to be multiplied by codes; undefined when nothing is. */
export function scaleProblem(value: number, codesAreZero: () => boolean): string | undefined {
  if (Number.isNaN(value)) return 'is NaN';
  if (!Number.isFinite(value)) return 'is infinite';
  if (value < 0) return `is negative (${value})`;
  if (value !== 0 && value < MIN_NORMAL_F32) return `is subnormal (${value})`;
  if (value === 0 && !codesAreZero()) return 'is 0 for weights whose codes are not all 0';
  return undefined;
}

/** Whether all codes from `start` up to `end` are 0. */
export function isZero(codes: Int8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (codes[i] !== 0) return false;
  return true;
}
