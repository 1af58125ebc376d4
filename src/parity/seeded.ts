import { Lcg } from '../../kernels/gguf/lcg.ts';
import { quantizeActivations, type Activations } from '../../kernels/reference/quantize-activations.ts';
import { tensorScale, type Shape, type TernaryMatrix } from '../../kernels/reference/ternary.ts';

/** A ternary matrix whose codes follow from a seed, a third of each; its scale is one that f16 and bf16 hold exactly. */
export function seededMatrix({ rows, columns }: Shape, seed: number): TernaryMatrix {
  const lcg = new Lcg(seed, 0);
  const codes = Int8Array.from({ length: rows * columns }, () => (lcg.next() % 3) - 1);
  return { rows, columns, codes, scale: tensorScale(0.0625) };
}

/** Activations that every format and backend is measured with. */
export interface Probe {
  /** Rows that accuracy is measured on. */
  readonly rows: number;
  readonly floats: Float32Array;
  readonly activations: Activations;
  /** int8 rows for exact products: those of `activations`, then `extremes` rows of 127 and of -128. */
  readonly x: Int8Array;
  readonly count: number;
}

const EXTREMES = [127, -128] as const;

/** At least 32 Gaussian rows, at least 1000 outputs; and a row of 127 and one of -128, at which sums in int16 wrap. */
export function seededProbe({ rows: outputs, columns }: Shape, seed: number): Probe {
  const rows = Math.max(32, Math.ceil(1000 / outputs));
  const lcg = new Lcg(seed, 1_000_000);
  const floats = Float32Array.from({ length: rows * columns }, () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += (lcg.next() + 0.5) / 65_536;
    return sum;
  });
  const activations = quantizeActivations(floats, rows, columns);
  const count = rows + EXTREMES.length;
  const x = new Int8Array(count * columns);
  x.set(activations.codes);
  EXTREMES.forEach((value, at) => x.fill(value, (rows + at) * columns, (rows + at + 1) * columns));
  return { rows, floats, activations, x, count };
}
