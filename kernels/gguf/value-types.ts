/** The value types of GGUF, by id. */
export const VALUE_TYPES = [
  'u8',
  'i8',
  'u16',
  'i16',
  'u32',
  'i32',
  'f32',
  'bool',
  'string',
  'array',
  'u64',
  'i64',
  'f64',
] as const;

export type ValueType = (typeof VALUE_TYPES)[number];

/** A type of which an array can be made; arrays of arrays are refused. */
export type ElementType = Exclude<ValueType, 'array'>;

/** A type whose values all have the same size. */
export type FixedType = Exclude<ElementType, 'string'>;

/** Bytes of one value. */
export const VALUE_BYTES: Readonly<Record<FixedType, number>> = {
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
  bool: 1,
  u64: 8,
  i64: 8,
  f64: 8,
};

/** Typed arrays for the numbers of an array; u64 and i64 stay exact. */
export const TYPED_ARRAYS = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  bool: Uint8Array,
  u64: BigUint64Array,
  i64: BigInt64Array,
  f64: Float64Array,
} as const;

export type TypedArray = InstanceType<(typeof TYPED_ARRAYS)[FixedType]>;

/** Reads one value that lies at the beginning of a view. u64 and i64 are bigint, for they can exceed 2^53. */
export function readFixed(view: DataView, type: Exclude<FixedType, 'bool'>): number | bigint {
  switch (type) {
    case 'u8':
      return view.getUint8(0);
    case 'i8':
      return view.getInt8(0);
    case 'u16':
      return view.getUint16(0, true);
    case 'i16':
      return view.getInt16(0, true);
    case 'u32':
      return view.getUint32(0, true);
    case 'i32':
      return view.getInt32(0, true);
    case 'f32':
      return view.getFloat32(0, true);
    case 'u64':
      return view.getBigUint64(0, true);
    case 'i64':
      return view.getBigInt64(0, true);
    case 'f64':
      return view.getFloat64(0, true);
  }
}
