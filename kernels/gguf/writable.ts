import { FlowError } from '../../src/core/errors.ts';
import { tensorType } from './tensor-types.ts';
import type { ElementType, FixedType } from './value-types.ts';

/** A value to write. Numbers of u64 and i64 are bigint. */
export type WritableValue =
  | { readonly type: Exclude<FixedType, 'bool' | 'u64' | 'i64'>; readonly value: number }
  | { readonly type: 'u64' | 'i64'; readonly value: bigint }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'array'; readonly elements: ElementType; readonly value: ArrayLike<WritableElement> };

/** An element of an array; a string may be raw bytes, for some tokens are pieces of characters. */
export type WritableElement = number | bigint | boolean | string | Uint8Array;

/** A tensor to write. */
export interface WritableTensor {
  readonly name: string;
  /** Name of a storage type, such as `I2_S`. */
  readonly type: string;
  /** Fastest first: columns, rows, and so on. */
  readonly dims: readonly number[];
  /** The bytes in file order, in pieces of any size; asked for once. */
  readonly data: () => Iterable<Uint8Array>;
}

/** A file to write. Its alignment is the key general.alignment, or 32. */
export interface WritableModel {
  readonly version?: 2 | 3;
  readonly metadata: Iterable<readonly [key: string, value: WritableValue]>;
  readonly tensors: readonly WritableTensor[];
}

/** Bytes of a tensor of this type and shape; an error where the shape is not whole blocks. */
export function tensorBytes({ name, type, dims }: Omit<WritableTensor, 'data'>): number {
  const at = `tensor ${JSON.stringify(name)}`;
  const found = tensorType(type);
  if (found === undefined)
    throw new FlowError('bad-input', `${JSON.stringify(type)} is no type of tensors`, {
      at,
      fix: 'use a name like I2_S',
    });
  const whole = dims.length >= 1 && dims.length <= 4 && dims.every((dim) => Number.isSafeInteger(dim) && dim > 0);
  if (!whole)
    throw new FlowError('bad-input', `has the shape [${dims.join(', ')}]`, { at, fix: 'give 1 to 4 sizes above 0' });
  const [columns = 0, ...others] = dims;
  if (columns % found.block !== 0)
    throw new FlowError('bad-input', `${type} has blocks of ${found.block} weights; a row has ${columns}`, {
      at,
      fix: 'a row must be whole blocks',
    });
  return found.size(
    others.reduce((product, dim) => product * dim, 1),
    columns,
  );
}
