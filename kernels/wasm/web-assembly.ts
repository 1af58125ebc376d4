/** The part of the `WebAssembly` object that is used; the types of Node do not describe it. */
export interface WebAssemblyHost {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
  readonly Memory: new (limits: { initial: number; maximum: number }) => WasmMemory;
}

/** Linear memory in pages of 64 KiB; `buffer` is another object after each `grow`. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** What the module of kernels/wasm/assembly exports: addresses and sizes are bytes, a boolean is 0 or 1. */
export interface Kernels {
  rowBytes(columns: number): number;
  spreadBytes(columns: number): number;
  spread(x: number, columns: number, out: number): number;
  multiply(w: number, rows: number, columns: number, x: number, sums: number, count: number, y: number): void;
  copyI2S(bytes: number, out: number, size: number): number;
  decodeBlocks(
    bytes: number,
    out: number,
    rows: number,
    columns: number,
    block: number,
    blockBytes: number,
    first: number,
    lanes: number,
    topFirst: number,
    alphabet: number,
  ): number;
  decodeFourRows(
    bytes: number,
    out: number,
    rows: number,
    columns: number,
    neighbours: number,
    alphabet: number,
  ): number;
  decodeW2A8(bytes: number, out: number, rows: number, columns: number, alphabet: number): number;
  decodeTL1(bytes: number, out: number, rows: number, columns: number, BM: number, BK: number, bm: number): number;
  decodeTL2(bytes: number, out: number, rows: number, columns: number, BM: number, BK: number, end: number): number;
  decodeTQ1(bytes: number, out: number, rows: number, columns: number): number;
}
