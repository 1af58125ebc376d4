import type { PackedWeights } from '../reference/backend.ts';
import type { TileSizes } from '../reference/format.ts';
import type { Kernels } from './web-assembly.ts';

/** Decodes bytes at one address into rows at another; returns -1, or the offset of the first byte that holds no ternary weight. */
export type Decode = (
  kernels: Kernels,
  bytes: number,
  out: number,
  weights: PackedWeights & { readonly codeBytes: number },
) => number;

/** What each two-bit code means, code 3 in the top byte: the weight plus 1, or ff for none. */
const ZERO_TO_TWO = 0xff020100;
const ONE_TO_THREE = 0x020100ff;
const TWOS_COMPLEMENT = 0x00ff0201;

interface Blocks {
  /** Weights and bytes of a block, and where in it the codes begin. */
  readonly block: number;
  readonly blockBytes: number;
  readonly first: number;
  /** Bytes of a group, each of which has four weights that lie so many columns apart. */
  readonly lanes: number;
  readonly order: 'top bits first' | 'low bits first';
  readonly alphabet: number;
}

const blocks = (layout: Blocks): Decode => {
  const { block, blockBytes, first, lanes, order, alphabet } = layout;
  const topFirst = order === 'top bits first' ? 1 : 0;
  return (kernels, bytes, out, { rows, columns }) =>
    kernels.decodeBlocks(bytes, out, rows, columns, block, blockBytes, first, lanes, topFirst, alphabet);
};

const i2sBlocks = blocks({
  block: 128,
  blockBytes: 32,
  first: 0,
  lanes: 32,
  order: 'top bits first',
  alphabet: ZERO_TO_TWO,
});

/** The decoder of each format; every one is the module's own. */
export const decoders: Readonly<Record<string, Decode>> = {
  i2_s: (kernels, bytes, out, weights) =>
    kernels.copyI2S(bytes, out, weights.codeBytes) === 1 ? -1 : i2sBlocks(kernels, bytes, out, weights),
  i2_s_arm64: blocks({
    block: 64,
    blockBytes: 16,
    first: 0,
    lanes: 16,
    order: 'top bits first',
    alphabet: ZERO_TO_TWO,
  }),
  i2_s_rows: (kernels, bytes, out, { rows, columns }) =>
    kernels.decodeFourRows(bytes, out, rows, columns, 1, ZERO_TO_TWO),
  tl1: (kernels, bytes, out, { rows, columns, tiles }) => {
    const { BM, BK, bm } = tiles as TileSizes;
    return kernels.decodeTL1(bytes, out, rows, columns, BM, BK, bm);
  },
  tl2: (kernels, bytes, out, { rows, columns, tiles, codeBytes }) => {
    const { BM, BK } = tiles as TileSizes;
    return kernels.decodeTL2(bytes, out, rows, columns, BM, BK, codeBytes);
  },
  tq1_0: (kernels, bytes, out, { rows, columns }) => kernels.decodeTQ1(bytes, out, rows, columns),
  tq2_0: blocks({ block: 256, blockBytes: 66, first: 0, lanes: 32, order: 'low bits first', alphabet: ZERO_TO_TWO }),
  q2_0: blocks({ block: 64, blockBytes: 18, first: 2, lanes: 1, order: 'low bits first', alphabet: ZERO_TO_TWO }),
  hf_u8: (kernels, bytes, out, { rows, columns }) => kernels.decodeFourRows(bytes, out, rows, columns, 0, ZERO_TO_TWO),
  w2a8: (kernels, bytes, out, { rows, columns }) => kernels.decodeW2A8(bytes, out, rows, columns, ONE_TO_THREE),
  bitnetrs_i2s32: blocks({
    block: 32,
    blockBytes: 8,
    first: 0,
    lanes: 1,
    order: 'low bits first',
    alphabet: ONE_TO_THREE,
  }),
  bitnetrs_cpu_i2s32: blocks({
    block: 32,
    blockBytes: 8,
    first: 0,
    lanes: 1,
    order: 'low bits first',
    alphabet: TWOS_COMPLEMENT,
  }),
};
