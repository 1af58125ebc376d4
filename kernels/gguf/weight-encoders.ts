import { FlowError, nearest } from '../../src/core/errors.ts';
import type { TileSizes } from '../reference/format.ts';
import { formatNamed } from '../reference/formats/index.ts';
import { tensorScale, type Shape } from '../reference/ternary.ts';
import { f16FromNumber } from '../reference/float16.ts';

/** Makes the bytes of one ternary matrix. */
export type EncodeWeights = (codes: Int8Array, shape: Shape, scale: number) => Uint8Array;

/** How ternary matrices are stored in a file: the type that the file names, and who packs. */
export interface WeightEncoder {
  readonly id: string;
  /** Name of the tensor type in the file. */
  readonly type: string;
  readonly architecture: string;
  /** general.file_type; undefined where no program gave the type a number. */
  readonly fileType: number | undefined;
  /** Tile sizes that fit all of these shapes, for a type that has tiles. */
  readonly tiles?: (shapes: readonly Shape[]) => TileSizes;
  readonly prepare: (shapes: readonly Shape[]) => EncodeWeights;
}

/** BitNet's own converter names its types by this architecture; upstream reads the other. */
const BITNET = 'bitnet-b1.58';
const UPSTREAM = 'bitnet';

const floats = (id: 'f32' | 'f16', fileType: number): WeightEncoder => ({
  id,
  type: id.toUpperCase(),
  architecture: UPSTREAM,
  fileType,
  prepare: () => (codes, _, scale) => {
    if (id === 'f32') return new Uint8Array(Float32Array.from(codes, (code) => code * scale + 0).buffer);
    return new Uint8Array(Uint16Array.from(codes, (code) => f16FromNumber(code * scale)).buffer);
  },
});

const packed = (
  id: string,
  type: string,
  architecture: string,
  fileType: number | undefined,
  tiles?: (shapes: readonly Shape[]) => TileSizes,
): WeightEncoder => ({
  id,
  type,
  architecture,
  fileType,
  ...(tiles === undefined ? {} : { tiles }),
  prepare: (shapes) => {
    const format = formatNamed(id);
    const options = tiles === undefined ? {} : { tiles: tiles(shapes) };
    return (codes, shape, scale) => format.pack({ ...shape, codes, scale: tensorScale(scale) }, options);
  },
});

const BM = [256, 128, 64, 32];

/** The largest row tile that divides all matrices, and the first column tile that fits them. */
function tilesFor(id: string, columnTiles: readonly number[], shapes: readonly Shape[]): TileSizes {
  const format = formatNamed(id);
  for (const rowTile of BM)
    for (const BK of columnTiles) {
      const tiles = { BM: rowTile, BK, bm: 32 };
      const fits = shapes.every((shape) => {
        try {
          format.layout(shape, { tiles });
          return true;
        } catch (error) {
          if (error instanceof FlowError) return false;
          throw error;
        }
      });
      if (fits) return tiles;
    }
  throw new FlowError(
    'bad-input',
    `no tile sizes of ${format.name} fit ${shapes.map(({ rows, columns }) => `${rows}x${columns}`).join(', ')}`,
    {
      at: 'format',
      fix: 'use sizes that are multiples of 256, or another format',
    },
  );
}

const ENCODERS: readonly WeightEncoder[] = [
  floats('f32', 0),
  floats('f16', 1),
  packed('i2_s', 'I2_S', BITNET, 40),
  packed('i2_s_arm64', 'I2_S', BITNET, 40),
  packed('i2_s_rows', 'I2_S', BITNET, 40),
  packed('tl1', 'TL1', BITNET, 38, (shapes) => tilesFor('tl1', [256, 128, 64, 32], shapes)),
  packed('tl2', 'TL2', BITNET, 39, (shapes) => tilesFor('tl2', [192, 96, 144, 48, 24], shapes)),
  packed('tq1_0', 'TQ1_0', UPSTREAM, 36),
  packed('tq2_0', 'TQ2_0', UPSTREAM, 37),
  packed('q2_0', 'Q2_0', UPSTREAM, undefined),
];

/** The ways to store ternary matrices in a file, by name. */
export const ENCODER_IDS: readonly string[] = ENCODERS.map(({ id }) => id);

/** The encoder of this name. */
export function encoderNamed(id: string): WeightEncoder {
  const found = ENCODERS.find((encoder) => encoder.id === id);
  if (found !== undefined) return found;
  const near = nearest(id, ENCODER_IDS);
  throw new FlowError('bad-input', `${JSON.stringify(id)} is no way to store weights in a GGUF file`, {
    at: 'format',
    fix: `${near === undefined ? '' : `did you mean ${near}? `}Choose one of ${ENCODER_IDS.join(', ')}`,
  });
}
