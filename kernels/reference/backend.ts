import type { FormatOptions, TernaryFormat } from './format.ts';
import { gemm } from './gemm.ts';
import type { Shape } from './ternary.ts';

/** What can multiply ternary weights with int8 activations, in the order in which a gate prefers it. */
export const BACKENDS = ['gpujs', 'cuda', 'wasm', 'reference'] as const;
export type BackendId = (typeof BACKENDS)[number];

/** Weights as one format stores them: M rows of K columns in `format.layout(shape, options).bytes` bytes. */
export interface PackedWeights extends Shape, FormatOptions {
  readonly format: TernaryFormat;
  readonly bytes: Uint8Array;
}

/** Weights that a backend holds ready. */
export interface LoadedWeights {
  /**
   * Who decoded the bytes of the format: the backend's own code, or the reference, which handed the codes over. Only the
   * first is evidence about how the backend reads the format.
   */
  readonly decodedBy: BackendId;
  /** Exact products; `x` holds `count` rows of K int8 activations, output n * M + m is that of row n and weight row m. */
  multiply(x: Int8Array, count: number): Promise<Int32Array>;
  free(): void;
}

/** Ternary weights times int8 activations, exact in int32: every backend returns what `gemm` returns, to the last bit. */
export interface Backend {
  readonly id: BackendId;
  /** What really computes, as it says itself: `TypeScript`, `webasm`, `headlessgl: llvmpipe`, `NVIDIA H200, sm_90`. */
  readonly device: string;
  /** Throws for bytes that the format refuses, and for a shape or format that the backend cannot hold. */
  load(weights: PackedWeights): Promise<LoadedWeights>;
  close(): Promise<void>;
}

/** Why a backend cannot be used here: what is missing, and how to get it. */
export interface Unavailable {
  readonly id: BackendId;
  readonly unavailable: string;
}

/** Plain TypeScript, the truth for the others. */
export function openReference(): Backend {
  return {
    id: 'reference',
    device: 'TypeScript',
    load: async ({ format, bytes, rows, columns, tiles }) => {
      const codes = format.unpackCodes(bytes, { rows, columns }, tiles === undefined ? {} : { tiles });
      return {
        decodedBy: 'reference',
        multiply: async (x, count) => gemm({ rows, columns, codes }, x, count),
        free: () => {},
      };
    },
    close: async () => {},
  };
}
