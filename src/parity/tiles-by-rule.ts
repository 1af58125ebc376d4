import { FlowError } from '../core/errors.ts';
import type { FormatOptions, TernaryFormat, TileSizes } from '../../kernels/reference/format.ts';
import type { Shape } from '../../kernels/reference/ternary.ts';

const ROW_TILES = [256, 128, 64, 32];
const COLUMN_TILES: Readonly<Record<string, readonly number[]>> = {
  tl1: [256, 128, 64, 32, 16],
  tl2: [192, 96, 144, 48, 24],
};

/** How a format holds a shape, or why it cannot. */
export type Held = { readonly options: FormatOptions } | { readonly why: string };

/**
 * Whether a format holds a shape. TL1 and TL2 need tile sizes, which no shape implies: the given ones, or else by rule the largest row tile of 256,
 * 128, 64, 32 and then the first column tile that divides, with bm 32.
 */
export function holds(format: TernaryFormat, shape: Shape, given?: TileSizes): Held {
  if (format.tiled !== true) return fits(format, shape, {});
  if (given !== undefined) return fits(format, shape, { tiles: given });
  let why = '';
  for (const BM of ROW_TILES)
    for (const BK of COLUMN_TILES[format.id] ?? []) {
      const held = fits(format, shape, { tiles: { BM, BK, bm: 32 } });
      if ('options' in held) return held;
      why = held.why;
    }
  return { why: `no tile sizes fit; with the smallest: ${why}` };
}

/** `BM 256, BK 128, bm 32`. */
export function tilesText({ BM, BK, bm }: TileSizes): string {
  return `BM ${BM}, BK ${BK}, bm ${bm}`;
}

/** `2560x6912`. */
export function shapeText({ rows, columns }: Shape): string {
  return `${rows}x${columns}`;
}

function fits(format: TernaryFormat, shape: Shape, options: FormatOptions): Held {
  try {
    format.layout(shape, options);
    return { options };
  } catch (error) {
    if (error instanceof FlowError) return { why: error.message };
    throw error;
  }
}
