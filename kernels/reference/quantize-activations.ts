import { FlowError } from '../../src/core/errors.ts';
import { roundHalfEven } from './rounding.ts';

/** Rows of int8 activations and what turns them back into floats. */
export interface Activations {
  readonly rows: number;
  readonly columns: number;
  readonly codes: Int8Array;
  /** An activation is its code divided by its row's value, or times its block's. */
  readonly scale:
    | { readonly per: 'row'; readonly divisors: Float32Array }
    | { readonly per: 'block'; readonly block: number; readonly factors: Float32Array };
}

/** No row's largest activation counts for less than this, so that a row of zeros has a scale. */
export const MIN_AMAX = 1e-5;
/** Activations that share a scale in llama.cpp's Q8_K. */
export const Q8_K_BLOCK = 256;

/**
 * The activations of a BitNet layer: for each row the scale 127 / max|x| as an f32, each activation times it as an f32,
 * half to even. Every step is fixed to the bit; `x / (max / 127)` is a different number.
 */
export function quantizeActivations(x: Float32Array, rows: number, columns: number): Activations {
  checkActivations(x, rows, columns);
  const codes = new Int8Array(x.length);
  const divisors = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    let amax = MIN_AMAX;
    for (let i = start; i < start + columns; i++) amax = Math.max(amax, Math.abs(x[i]!));
    const divisor = Math.fround(127 / amax);
    divisors[row] = divisor;
    for (let i = start; i < start + columns; i++) {
      codes[i] = Math.max(-128, Math.min(127, roundHalfEven(Math.fround(x[i]! * divisor))));
    }
  }
  return { rows, columns, codes, scale: { per: 'row', divisors } };
}

/**
 * Q8_K of llama.cpp, the activations of its TQ1_0 and TQ2_0 kernels: blocks of 256 in which the largest activation,
 * with its sign, becomes -127.
 */
export function quantizeQ8K(x: Float32Array, rows: number, columns: number): Activations {
  checkActivations(x, rows, columns);
  if (columns % Q8_K_BLOCK !== 0) {
    throw new FlowError('bad-input', `Q8_K needs columns in multiples of ${Q8_K_BLOCK}; columns is ${columns}`, {
      at: 'columns',
    });
  }
  const codes = new Int8Array(x.length);
  const factors = new Float32Array(x.length / Q8_K_BLOCK);
  for (let block = 0; block < factors.length; block++) {
    const start = block * Q8_K_BLOCK;
    let largest = 0;
    for (let i = start; i < start + Q8_K_BLOCK; i++) if (Math.abs(x[i]!) > Math.abs(largest)) largest = x[i]!;
    if (largest === 0) continue;
    const inverse = Math.fround(-127 / largest);
    if (!Number.isFinite(inverse)) {
      throw new FlowError('bad-input', `the largest activation of block ${block} is ${largest}, too small for Q8_K`, {
        at: `x[${start}]`,
      });
    }
    factors[block] = 1 / inverse;
    for (let i = start; i < start + Q8_K_BLOCK; i++) {
      codes[i] = Math.min(127, roundHalfEven(Math.fround(x[i]! * inverse)));
    }
  }
  return { rows, columns, codes, scale: { per: 'block', block: Q8_K_BLOCK, factors } };
}

function checkActivations(x: Float32Array, rows: number, columns: number): void {
  if (
    !Number.isSafeInteger(rows) ||
    !Number.isSafeInteger(columns) ||
    rows < 1 ||
    columns < 1 ||
    x.length !== rows * columns
  ) {
    throw new FlowError('bad-input', `${x.length} activations for ${rows} rows of ${columns}`, { at: 'activations' });
  }
  const wrong = x.findIndex((value) => !Number.isFinite(value));
  if (wrong < 0) return;
  throw new FlowError(
    'bad-input',
    `activation ${wrong % columns} of row ${Math.floor(wrong / columns)} is ${x[wrong]}`,
    {
      at: `x[${wrong}]`,
      fix: 'find the operator that made it; an int8 code would hide it',
    },
  );
}
