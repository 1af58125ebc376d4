import type { Backend } from '../../kernels/reference/backend.ts';
import { gemv } from '../../kernels/reference/gemm.ts';
import type { TernaryMatrix } from '../../kernels/reference/ternary.ts';
import { median, medianOf, processorMs } from './clock.ts';
import type { Packed } from './matrix.ts';
import type { Peers } from './peers.ts';
import { lookingUp, unpacking } from './scalar.ts';

/** Milliseconds of processor time for one product, and how many times each is the WASM backend's in the same round. */
export interface Race {
  readonly wasmMs: number;
  readonly runners: readonly { readonly name: string; readonly ms: number; readonly ratio: number }[];
}

/** Runs of the WASM backend and of ggml in one round, so that they take about as long as one of scalar TypeScript. */
const SHORT = 25;

/** The WASM backend beside scalar TypeScript and ggml: each round has all of them, so that all see the same machine. */
export async function race(
  wasm: Backend,
  matrix: TernaryMatrix,
  packed: readonly Packed[],
  x: Int8Array,
  peers: Peers | undefined,
  rounds: number,
): Promise<Race> {
  const bytesOf = (id: string) => packed.find(({ format }) => format.id === id);
  const i2s = bytesOf('i2_s')!;
  const row = x.subarray(0, matrix.columns);
  const wanted = gemv(matrix, row);
  const scalars = [
    { name: 'TypeScript, int8 codes (gemm of the reference)', run: () => gemv(matrix, row) },
    { name: 'TypeScript, unpacks I2_S', run: () => unpacking(i2s.bytes, matrix, row) },
    { name: 'TypeScript, looks bytes up in tables', run: () => lookingUp(i2s.bytes, matrix, row) },
  ];
  for (const { name, run } of scalars) {
    for (let warm = 0; warm < 3; warm++) {
      if (!run().every((value, m) => value === wanted[m])) throw new Error(`${name} is not exact`);
    }
  }
  const { rows, columns } = matrix;
  const weights = await wasm.load({ format: i2s.format, bytes: i2s.bytes, rows, columns });
  await medianOf(100, () => weights.multiply(row, 1));

  const ggml = (['tq2_0', 'tq1_0'] as const).flatMap((type) => {
    const bytes = bytesOf(type)?.bytes;
    return peers === undefined || bytes === undefined ? [] : [{ type, bytes, peers }];
  });
  const own: number[] = [];
  const others = new Map<string, number[]>();
  const note = (name: string, ms: number): void => void others.set(name, [...(others.get(name) ?? []), ms]);
  for (let round = 0; round < rounds; round++) {
    own.push(await processorMs(SHORT, () => weights.multiply(row, 1)));
    for (const { name, run } of scalars) note(name, await processorMs(1, run));
    for (const { type, bytes, peers } of ggml)
      note(`ggml, ${type.toUpperCase()}, build ${peers.build}`, peers.ggml(type, bytes, matrix, row, SHORT));
  }
  weights.free();
  const runners = [...others].map(([name, list]) => ({
    name,
    ms: median(list),
    ratio: median(list.map((ms, round) => ms / own[round]!)),
  }));
  return { wasmMs: median(own), runners };
}
