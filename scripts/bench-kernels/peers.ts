import { call, type Ggml, installGgml, variants } from '../ggml-program.ts';
import { median } from './clock.ts';
import type { Shape } from '../../kernels/reference/ternary.ts';

/** Outside measures of the same run: ggml's kernel, and how fast this machine reads memory. */
export interface Peers {
  /** Milliseconds of a product by ggml's kernel for a type, one thread, the activations' quantisation apart. */
  ggml(type: 'tq1_0' | 'tq2_0', bytes: Uint8Array, shape: Shape, x: Int8Array, rounds: number): number;
  /** 10^9 bytes a second that one thread reads, from `bytes` bytes of memory over and over. */
  readGBs(bytes: number, rounds: number): number;
  /** Which build of ggml's kernels it is. */
  readonly build: string;
}

/** The peers, or why there are none. */
export function openPeers(): Peers | { readonly problem: string } {
  const ggml: Ggml | { problem: string } = installGgml();
  if ('problem' in ggml) return ggml;
  const build = variants(ggml)[0]!;
  const nanoseconds = (output: Buffer): number => median(output.toString().trim().split('\n').map(Number));
  return {
    build,
    ggml: (type, bytes, { rows, columns }, x, rounds) => {
      const floats = Float32Array.from(x.subarray(0, columns));
      const input = Buffer.concat([bytes, new Uint8Array(floats.buffer)]);
      return nanoseconds(call(ggml, ['time', type, build, rows, columns, rounds], input)) / 1e6;
    },
    readGBs: (bytes, rounds) => bytes / nanoseconds(call(ggml, ['read', bytes, rounds])),
  };
}
