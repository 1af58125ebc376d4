import type { FormatOptions, TernaryFormat } from '../../../../kernels/reference/format.ts';
import type { TernaryMatrix } from '../../../../kernels/reference/ternary.ts';
import { openWasm, type WasmBackend } from '../../../../kernels/wasm/open.ts';

/** The backend; a machine without it fails the tests, for every Node that is supported has it. */
export async function opened(): Promise<WasmBackend> {
  const backend = await openWasm();
  if ('unavailable' in backend) throw new Error(backend.unavailable);
  return backend;
}

/** Products of a matrix, through the bytes of a format. */
export async function products(
  backend: WasmBackend,
  format: TernaryFormat,
  matrix: TernaryMatrix,
  options: FormatOptions,
  x: Int8Array,
  count = 1,
): Promise<Int32Array> {
  return productsOfBytes(backend, format, format.pack(matrix, options), matrix, options, x, count);
}

/** Products of packed bytes, which are freed afterwards. */
export async function productsOfBytes(
  backend: WasmBackend,
  format: TernaryFormat,
  bytes: Uint8Array,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  options: FormatOptions,
  x: Int8Array,
  count = 1,
): Promise<Int32Array> {
  const weights = await backend.load({ format, bytes, rows, columns, ...options });
  try {
    return await weights.multiply(x, count);
  } finally {
    weights.free();
  }
}
