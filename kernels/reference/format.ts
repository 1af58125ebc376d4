import { FlowError } from '../../src/core/errors.ts';
import { MalformedBytes } from './malformed.ts';
import type { ScaleStore } from './scale-store.ts';
import { type Scale, type Shape, type TernaryMatrix, checkShape, ternaryMatrix } from './ternary.ts';

/** How the look-up-table formats cut a matrix: tiles of BM rows and BK columns, worked on bm rows at a time. */
export interface TileSizes {
  readonly BM: number;
  readonly BK: number;
  readonly bm: number;
}

/** Sizes of the packed bytes of one matrix. */
export interface FormatLayout {
  /** All bytes, scale and padding included. */
  readonly bytes: number;
  /** Bytes of codes and their zero padding; a scale in the tail begins here. */
  readonly codeBytes: number;
}

/** What one format is: see `defineFormat`. */
export interface FormatRules {
  /** The name used by commands and reports, such as `i2_s`. */
  readonly id: string;
  /** The name in the words of the program it comes from, such as `I2_S`. */
  readonly name: string;
  /** One sentence: who reads it and how it is laid out. */
  readonly about: string;
  /** Type number in a GGUF file, where it has one. The number alone names no layout: forks give the same one to others. */
  readonly ggmlType?: number;
  /** Whether the bytes mean nothing without tile sizes. */
  readonly tiled?: true;
  /** The codes of the weights -1, 0 and 1, where each weight has two bits of its own; the fourth code is illegal. */
  readonly codeOf?: readonly [number, number, number];
  readonly scale: ScaleStore;
  /** Throws for a shape, or tile sizes, that the format cannot hold. */
  readonly check: (shape: Shape, tiles: TileSizes) => void;
  readonly layout: (shape: Shape, tiles: TileSizes) => FormatLayout;
  /** Writes all codes into zeroed bytes. */
  readonly write: (codes: Int8Array, bytes: Uint8Array, shape: Shape, tiles: TileSizes) => void;
  /** Reads all codes; throws MalformedBytes at the first byte that no packer writes. */
  readonly read: (bytes: Uint8Array, codes: Int8Array, shape: Shape, tiles: TileSizes) => void;
}

export interface FormatOptions {
  readonly tiles?: TileSizes;
}

export interface UnpackOptions extends FormatOptions {
  /** The scales, for a format that keeps them apart from the codes. */
  readonly scale?: Scale;
}

/** A ternary weight format: sizes, and exact packing and unpacking. */
export interface TernaryFormat extends Pick<
  FormatRules,
  'id' | 'name' | 'about' | 'ggmlType' | 'tiled' | 'codeOf' | 'scale'
> {
  /** Sizes for a shape; throws for a shape that the format cannot hold. */
  layout(shape: Shape, options?: FormatOptions): FormatLayout;
  /** The scale as the format keeps it; unpacking what was packed gives exactly this. */
  storedScale(matrix: TernaryMatrix): Scale;
  pack(matrix: TernaryMatrix, options?: FormatOptions): Uint8Array;
  /** The codes alone, without a look at the scale. */
  unpackCodes(bytes: Uint8Array, shape: Shape, options?: FormatOptions): Int8Array;
  unpack(bytes: Uint8Array, shape: Shape, options?: UnpackOptions): TernaryMatrix;
}

const NO_TILES: TileSizes = { BM: 0, BK: 0, bm: 0 };

/** Makes a format out of its rules; every check that formats share happens here, so that none can leave one out. */
export function defineFormat(rules: FormatRules): TernaryFormat {
  const layout = (shape: Shape, options: FormatOptions = {}): FormatLayout => {
    checkShape(shape);
    const tiles = tilesOf(rules, options);
    rules.check(shape, tiles);
    return rules.layout(shape, tiles);
  };
  const unpackCodes = (bytes: Uint8Array, shape: Shape, options: FormatOptions = {}): Int8Array => {
    const expected = layout(shape, options).bytes;
    if (bytes.length !== expected) {
      const kind = bytes.length < expected ? 'cut short' : 'too long';
      const sizes = `${bytes.length} bytes where ${shape.rows} x ${shape.columns} weights take ${expected}`;
      throw new MalformedBytes(rules.name, Math.min(bytes.length, expected), `${kind}: ${sizes}`);
    }
    const codes = new Int8Array(shape.rows * shape.columns);
    rules.read(bytes, codes, shape, tilesOf(rules, options));
    return codes;
  };
  return {
    ...rules,
    layout,
    storedScale: (matrix) => rules.scale.stored(rules.name, matrix),
    pack: (matrix, options = {}) => {
      const { bytes: size, codeBytes } = layout(matrix, options);
      const { codes, scale } = ternaryMatrix(matrix, matrix.codes, matrix.scale);
      const stored = rules.scale.stored(rules.name, { ...matrix, codes, scale });
      const bytes = new Uint8Array(size);
      rules.write(codes, bytes, matrix, tilesOf(rules, options));
      rules.scale.write(stored, bytes, codeBytes);
      return bytes;
    },
    unpackCodes,
    unpack: (bytes, shape, options = {}) => {
      const codes = unpackCodes(bytes, shape, options);
      const { codeBytes } = layout(shape, options);
      const scale = rules.scale.read(rules.name, bytes, codeBytes, { ...shape, codes }, options.scale);
      return ternaryMatrix(shape, codes, scale);
    },
  };
}

function tilesOf(rules: FormatRules, { tiles }: FormatOptions): TileSizes {
  if (rules.tiled !== true) {
    if (tiles === undefined) return NO_TILES;
    throw new FlowError('bad-input', `${rules.name} has no tile sizes, and some were given`, {
      at: 'tiles',
      fix: 'leave them out',
    });
  }
  if (tiles === undefined) {
    throw new FlowError('bad-input', `${rules.name} bytes mean nothing without their tile sizes`, {
      at: 'tiles',
      fix: 'give BM, BK and bm of the kernel that the file was made for',
    });
  }
  for (const name of ['BM', 'BK', 'bm'] as const) {
    if (Number.isSafeInteger(tiles[name]) && tiles[name] > 0) continue;
    throw new FlowError('bad-input', `${name} is ${tiles[name]}`, {
      at: name,
      fix: `give ${name} as a whole number from 1`,
    });
  }
  return tiles;
}
