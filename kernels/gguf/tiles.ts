import { FlowError } from '../../src/core/errors.ts';
import type { TileSizes } from '../reference/format.ts';
import { tl2 } from '../reference/formats/tl2.ts';
import { MalformedBytes } from '../reference/malformed.ts';
import { GgufArray } from './array-value.ts';
import type { Metadata } from './metadata.ts';
import type { Shape } from '../reference/ternary.ts';

/** Key of our writer under which the tile sizes BM, BK and bm of TL1 and TL2 stand. */
export const TILES_KEY = 'bitnet_flow.tiles';

/** The tile sizes that a file says, when it does. */
export function tilesOf(metadata: Metadata): TileSizes | undefined {
  const value = metadata.get(TILES_KEY)?.value;
  if (!(value instanceof GgufArray) || value.type !== 'i32' || value.length !== 3) return undefined;
  const [BM = 0, BK = 0, bm = 0] = Array.from(value.numbers(), Number);
  return { BM, BK, bm };
}

/** Whether TL2 with these tiles can hold a matrix. */
export function tl2Fits(shape: Shape, tiles: TileSizes): boolean {
  try {
    tl2.layout(shape, { tiles });
    return true;
  } catch (error) {
    if (error instanceof FlowError) return false;
    throw error;
  }
}

/** The codes of a TL2 matrix, or the first byte that no packer writes. */
export function tl2Codes(
  bytes: Uint8Array,
  shape: Shape,
  tiles: TileSizes,
): Int8Array | { readonly offset: number; readonly reason: string } {
  try {
    return tl2.unpackCodes(bytes, shape, { tiles });
  } catch (error) {
    if (error instanceof MalformedBytes) return { offset: error.offset, reason: error.message };
    throw error;
  }
}
