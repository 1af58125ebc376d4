import { FlowError } from '../../core/errors.ts';
import { f16ToNumber } from '../../../kernels/reference/float16.ts';

/** Number types that a dump may have, by numpy's letters; all little-endian. */
export const ARRAY_TYPES = ['f2', 'f4', 'f8', 'i1', 'i4', 'i8'] as const;
export type ArrayType = (typeof ARRAY_TYPES)[number];

/** An array as a dump holds it: C order, the last dimension fastest. */
export interface DumpArray {
  readonly type: ArrayType;
  readonly shape: readonly number[];
  readonly values: Float64Array | Float32Array | Int8Array;
}

/** One array is at most so many bytes: the outputs of 1000 positions of the largest layer known fit ten times. */
export const MAX_ARRAY_BYTES = 2 ** 28;

/** Bytes of one number. */
export const widthOf = (type: ArrayType): number => Number(type.slice(1));

/** Elements of a shape; an error where it is none, or where the array would be larger than any that is read. */
export function elementsOf(shape: readonly number[], type: ArrayType, at: string): number {
  if (shape.length < 1 || shape.length > 4 || shape.some((dim) => !Number.isSafeInteger(dim) || dim < 1))
    throw new FlowError('refused', `has the shape (${shape.join(', ')})`, {
      at,
      fix: 'dump 1 to 4 dimensions above 0',
    });
  const elements = shape.reduce((product, dim) => Math.min(product * dim, Number.MAX_SAFE_INTEGER), 1);
  if (elements * widthOf(type) > MAX_ARRAY_BYTES)
    throw new FlowError('refused', `has ${shape.join(' x ')} numbers, more than ${MAX_ARRAY_BYTES} bytes`, {
      at,
      fix: 'dump a run of fewer positions',
    });
  return elements;
}

/** The numbers of little-endian bytes; 64-bit integers must be exact as doubles. */
export function decodeArray(bytes: Uint8Array, type: ArrayType, at: string): DumpArray['values'] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length / widthOf(type);
  switch (type) {
    case 'i1':
      return Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, length));
    case 'f2':
      return Float32Array.from({ length }, (_, i) => f16ToNumber(view.getUint16(2 * i, true)));
    case 'f4':
      return Float32Array.from({ length }, (_, i) => view.getFloat32(4 * i, true));
    case 'f8':
      return Float64Array.from({ length }, (_, i) => view.getFloat64(8 * i, true));
    case 'i4':
      return Float64Array.from({ length }, (_, i) => view.getInt32(4 * i, true));
    case 'i8':
      return Float64Array.from({ length }, (_, i) => {
        const value = Number(view.getBigInt64(8 * i, true));
        if (Number.isSafeInteger(value)) return value;
        throw new FlowError('refused', `element ${i} is beyond 2^53`, { at, fix: 'dump i4' });
      });
  }
}
