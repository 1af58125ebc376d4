import { FlowError } from '../core/errors.ts';
import type { TernaryFormat, TileSizes } from '../../kernels/reference/format.ts';
import { isZero, scaleSpans, type Shape, tensorScale, type TernaryMatrix } from '../../kernels/reference/ternary.ts';

/** A ternary tensor in a file: where it is, how it is stored, and its bytes when they are asked for. */
export interface TensorSource extends Shape {
  /** Its name in the model. */
  readonly tensor: string;
  /** The file, and what tells this copy from others in it. */
  readonly source: string;
  /** Undefined for codes that are not packed. */
  readonly format: TernaryFormat | undefined;
  readonly tiles: TileSizes | undefined;
  /** The packed bytes; throws what is wrong with them. Undefined for codes that are not packed. */
  readonly bytes: () => Uint8Array | undefined;
  /** Decodes the bytes; throws what is wrong with them. */
  readonly matrix: (bytes: Uint8Array | undefined) => TernaryMatrix;
}

/**
 * A matrix with one scale, of a format that repeats it for each block: blocks of zeros aside, all must be equal. A block whose scale differs is the
 * mark of a shifted scale, or of weights that no ternary training made.
 */
export function withOneScale(matrix: TernaryMatrix, subject: string): TernaryMatrix {
  if (matrix.scale.per !== 'block') return matrix;
  const counts = new Map<number, number>();
  const spans = scaleSpans(matrix).filter(({ start, end }) => !isZero(matrix.codes, start, end));
  for (const { value } of spans) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [usual = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const odd = spans.findIndex(({ value }) => value !== usual);
  if (odd >= 0) {
    const { value, start } = spans[odd]!;
    const others = spans.length - counts.get(usual)!;
    throw new FlowError(
      'refused',
      `the scale of the block at weight (row ${Math.floor(start / matrix.columns)}, column ${start % matrix.columns}) is ${value}, that of most others ${usual}; ${others} of ${spans.length} blocks differ`,
      { at: subject, fix: 'a ternary tensor has one scale: quantise it again, or compare with its source' },
    );
  }
  return { ...matrix, scale: tensorScale(usual) };
}
