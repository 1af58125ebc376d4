import type { Backend } from '../../kernels/reference/backend.ts';
import { openBackends } from '../../src/parity/open-backends.ts';
import { medianOf, timed } from './clock.ts';
import type { Packed } from './matrix.ts';
import type { Shape } from '../../kernels/reference/ternary.ts';

/** What one backend made of one format. */
export interface Line {
  readonly backend: string;
  readonly device: string;
  readonly format: string;
  readonly decodedBy: string;
  readonly loadMs: number;
  readonly ms: number;
  /** Packed bytes of the format over the time of one product, in 10^9 bytes a second. */
  readonly packedGBs: number;
  /** Whether every output is the reference's. */
  readonly exact: boolean;
}

/** Every backend that opens here, gpu.js once for each of its modes, and why the others do not. */
export async function openAll(): Promise<{ open: readonly Backend[]; not: string[] }> {
  const { open, notUsed } = await openBackends('all');
  return { open, not: notUsed.map(({ id, unavailable }) => `${id}: ${unavailable}`) };
}

/** Loads and multiplies one format on one backend; a refusal is a line for the reader, too. */
export async function measure(
  backend: Backend,
  { format, options, bytes }: Packed,
  { rows, columns }: Shape,
  x: Int8Array,
  count: number,
  wanted: Int32Array,
  rounds: number,
): Promise<Line> {
  let weights: Awaited<ReturnType<Backend['load']>> | undefined;
  const loadMs = await timed(async () => {
    weights = await backend.load({ format, bytes, rows, columns, ...options });
  });
  const held = weights!;
  try {
    const y = await held.multiply(x, count);
    const exact = y.length === wanted.length && y.every((value, i) => value === wanted[i]);
    const ms = await medianOf(rounds, () => held.multiply(x, count));
    const packedGBs = bytes.length / ms / 1e6;
    const { id, device } = backend;
    return { backend: id, device, format: format.id, decodedBy: held.decodedBy, loadMs, ms, packedGBs, exact };
  } finally {
    held.free();
  }
}
