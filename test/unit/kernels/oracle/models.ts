import { bufferSource } from '../../../../kernels/gguf/byte-source.ts';
import { ggufBytes } from '../../../../kernels/gguf/encode.ts';
import { readGguf } from '../../../../kernels/gguf/read.ts';
import { syntheticModel, type SyntheticOptions } from '../../../../kernels/gguf/synthetic.ts';
import { type ModelOptions, openModel } from '../../../../kernels/oracle/open-model.ts';
import { type Output, type OracleModel, type Track, walk, type WalkOptions } from '../../../../kernels/oracle/walk.ts';
import { openReference } from '../../../../kernels/reference/backend.ts';

/** The smallest model that every format can hold. */
export const SMALL: SyntheticOptions = { layers: 1, embedding: 256, feedForward: 256, heads: 4, headsKv: 2 };

/** A synthetic model in memory, opened. */
export function model(sizes: SyntheticOptions, options: Partial<ModelOptions> = {}): OracleModel {
  return openModel(readGguf(bufferSource(ggufBytes(syntheticModel(sizes)))), {
    backend: openReference(),
    ...options,
  });
}

/** All outputs of a run by name. */
export async function outputs(
  oracle: OracleModel,
  tokens: readonly number[],
  tracks: readonly Track[],
  options: Partial<WalkOptions> = {},
): Promise<Map<string, Output>> {
  const all = new Map<string, Output>();
  await walk(oracle, {
    tokens,
    tracks,
    onOutput: (output) => {
      all.set(output.name, output);
      return undefined;
    },
    ...options,
  });
  return all;
}
