import type { DataReader } from './data-pieces.ts';
import type { GgufTensor } from './place-tensors.ts';
import {
  ByteCounts,
  FIVE_TRITS,
  FOUR_TRITS,
  PAIRS,
  TWO_BITS,
  TWO_BITS_TO_TWO,
  type ByteMeaning,
  type TernaryCounts,
} from './ternary-bytes.ts';
import { TAIL } from './tensor-types.ts';
import { tl2Codes, tl2Fits } from './tiles.ts';
import type { TileSizes } from '../reference/format.ts';

/** What was looked at in the bytes of a tensor, and what was found there. */
export interface DataCheck {
  /** `all`: every byte has a meaning; `scale`: only the scale; `none`: the bytes of this type are not known here. */
  readonly checked: 'all' | 'scale' | 'none';
  readonly weights?: TernaryCounts;
  /** Blocks whose scale is 0 and whose weights are all 0. */
  readonly zeroBlocks?: number;
  /** Whether every byte is zero. */
  readonly blank?: boolean;
}

/** Reads all bytes of a tensor; throws a GgufError where they cannot be what its type says. */
export function checkData(reader: DataReader, tensor: GgufTensor, tiles?: TileSizes): DataCheck {
  switch (tensor.type.name) {
    case 'F32':
      return floats(reader, tensor, Uint32Array, 0x7f80_0000, 0x7f_ffff);
    case 'F16':
      return floats(reader, tensor, Uint16Array, 0x7c00, 0x3ff);
    case 'BF16':
      return floats(reader, tensor, Uint16Array, 0x7f80, 0x7f);
    case 'F64':
      return doubles(reader, tensor);
    case 'I2_S':
      return codesThenScale(reader, tensor, TWO_BITS);
    case 'TL1':
      return codesThenScale(reader, tensor, PAIRS);
    case 'TL2':
      return tiles !== undefined && tensor.rows * tensor.columns <= WHOLE && tl2Fits(tensor, tiles)
        ? wholeTl2(reader, tensor, tiles)
        : scaleAlone(reader, tensor);
    case 'TQ1_0':
      return scaledBlocks(reader, tensor, TQ1_0);
    case 'TQ2_0':
      return scaledBlocks(reader, tensor, TQ2_0);
    case 'Q2_0':
      return scaledBlocks(reader, tensor, Q2_0);
    default:
      return unknownBytes(reader, tensor);
  }
}

/** Weights of a block of a type that has its scale behind all codes: I2_S has 128 in 32 bytes. */
const CODE_BLOCK = 32;

function floats(
  reader: DataReader,
  tensor: GgufTensor,
  View: typeof Uint32Array | typeof Uint16Array,
  exponent: number,
  fraction: number,
): DataCheck {
  let any = 0;
  reader.pieces(tensor.start, tensor.bytes, View.BYTES_PER_ELEMENT, (piece, offset) => {
    const words = new View(piece.buffer, 0, piece.length / View.BYTES_PER_ELEMENT);
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      any |= word;
      if ((word & exponent) === exponent)
        notFinite(
          reader,
          tensor,
          offset + at * View.BYTES_PER_ELEMENT,
          (word & fraction) !== 0,
          View.BYTES_PER_ELEMENT,
        );
    }
  });
  return { checked: 'all', blank: any === 0 };
}

function doubles(reader: DataReader, tensor: GgufTensor): DataCheck {
  let any = 0;
  reader.pieces(tensor.start, tensor.bytes, 8, (piece, offset) => {
    const words = new Uint32Array(piece.buffer, 0, piece.length / 4);
    for (let at = 1; at < words.length; at += 2) {
      const high = words[at]!;
      any |= high | words[at - 1]!;
      if ((high & 0x7ff0_0000) === 0x7ff0_0000)
        notFinite(reader, tensor, offset + (at - 1) * 4, (high & 0xf_ffff) !== 0 || words[at - 1] !== 0, 8);
    }
  });
  return { checked: 'all', blank: any === 0 };
}

function notFinite(reader: DataReader, tensor: GgufTensor, offset: number, nan: boolean, unit: number): never {
  return reader.refuse(
    'not-finite',
    offset,
    tensor,
    `element ${(offset - tensor.start) / unit}`,
    `is ${nan ? 'NaN' : 'infinite'}`,
  );
}

/** Codes of the whole matrix, then one f32 scale. */
function codesThenScale(reader: DataReader, tensor: GgufTensor, meaning: ByteMeaning): DataCheck {
  const bytes = (tensor.rows * tensor.columns) / 4;
  const counts = new ByteCounts(meaning);
  reader.pieces(tensor.start, bytes, CODE_BLOCK, (piece, offset) => {
    counts.add(piece, 0, piece.length);
    if (counts.settle()) {
      const bad = counts.firstBad(piece, 0, piece.length);
      noCode(reader, tensor, offset + bad, piece[bad]!);
    }
    if (!counts.hadZero) return;
    const hole = zeroRun(piece, CODE_BLOCK);
    if (hole >= 0) blankBlock(reader, tensor, offset + hole, CODE_BLOCK);
  });
  checkScale(reader, tensor, tensor.start + bytes);
  return { checked: 'all', weights: total([counts]) };
}

/** Weights of a matrix that may be in memory at once, a byte each. */
const WHOLE = 1 << 26;

/** With the tiling it was packed for, every code of TL2 has a meaning. */
function wholeTl2(reader: DataReader, tensor: GgufTensor, tiles: TileSizes): DataCheck {
  const bytes = new Uint8Array(tensor.bytes);
  reader.pieces(tensor.start, tensor.bytes, 1, (piece, offset) => bytes.set(piece, offset - tensor.start));
  const codes = tl2Codes(bytes, tensor, tiles);
  if (!(codes instanceof Int8Array))
    return reader.refuse('code', tensor.start + codes.offset, tensor, `byte ${codes.offset}`, codes.reason);
  checkScale(reader, tensor, tensor.start + tensor.bytes - TAIL);
  const weights = { minus: 0, zero: 0, plus: 0, other: 0 };
  for (const code of codes) weights[code < 0 ? 'minus' : code === 0 ? 'zero' : 'plus']++;
  return { checked: 'all', weights };
}

/** Without it only the scale can be judged, and whether a piece of the triples is missing. */
function scaleAlone(reader: DataReader, tensor: GgufTensor): DataCheck {
  const triples = Math.floor((tensor.rows * (tensor.columns - 256)) / 6);
  reader.pieces(tensor.start, tensor.bytes - TAIL, CODE_BLOCK, (piece, offset) => {
    const sure = Math.max(0, Math.min(piece.length, triples - (offset - tensor.start)));
    const hole = zeroRun(piece.subarray(0, sure), HOLE);
    if (hole >= 0) blankBlock(reader, tensor, offset + hole, HOLE);
  });
  checkScale(reader, tensor, tensor.start + tensor.bytes - TAIL);
  return { checked: 'scale' };
}

/** Zero bytes in a row that no triples of trained weights have. */
const HOLE = 4096;

/** Codes of a block that mean the same, and the byte that is all weights of 0. */
interface CodeSection {
  readonly from: number;
  readonly to: number;
  readonly meaning: ByteMeaning;
  readonly zero: number;
}

/** A block that has an f16 scale of its own. */
interface BlockLayout {
  readonly bytes: number;
  /** Where in the block its scale is. */
  readonly scale: number;
  readonly sections: readonly CodeSection[];
}

const TQ1_0: BlockLayout = {
  bytes: 54,
  scale: 52,
  sections: [
    { from: 0, to: 48, meaning: FIVE_TRITS, zero: 0x80 },
    { from: 48, to: 52, meaning: FOUR_TRITS, zero: 0x7f },
  ],
};
const TQ2_0: BlockLayout = { bytes: 66, scale: 64, sections: [{ from: 0, to: 64, meaning: TWO_BITS, zero: 0x55 }] };
const Q2_0: BlockLayout = {
  bytes: 18,
  scale: 0,
  sections: [{ from: 2, to: 18, meaning: TWO_BITS_TO_TWO, zero: 0x55 }],
};

function scaledBlocks(reader: DataReader, tensor: GgufTensor, layout: BlockLayout): DataCheck {
  const sections = layout.sections.map((section) => ({ ...section, counts: new ByteCounts(section.meaning) }));
  let zeroBlocks = 0;
  reader.pieces(tensor.start, tensor.bytes, layout.bytes, (piece, offset) => {
    for (let block = 0; block < piece.length; block += layout.bytes) {
      for (const { counts, from, to } of sections) counts.add(piece, block + from, block + to);
      const at = block + layout.scale;
      const bits = piece[at]! | (piece[at + 1]! << 8);
      if (isGoodScale(bits)) continue;
      if (bits !== 0 || !isZeroWeights(piece, block, layout))
        badBlockScale(reader, tensor, piece, block, offset, layout);
      zeroBlocks++;
    }
    for (const { counts, from, to } of sections) {
      if (!counts.settle()) continue;
      for (let block = 0; block < piece.length; block += layout.bytes) {
        const bad = counts.firstBad(piece, block + from, block + to);
        if (bad >= 0) noCode(reader, tensor, offset + bad, piece[bad]!);
      }
    }
  });
  return { checked: 'all', weights: total(sections.map(({ counts }) => counts)), zeroBlocks };
}

const isGoodScale = (bits: number): boolean => bits < 0x8000 && (bits & 0x7c00) !== 0 && (bits & 0x7c00) !== 0x7c00;

const isZeroWeights = (piece: Uint8Array, block: number, { sections }: BlockLayout): boolean =>
  sections.every(({ from, to, zero }) => piece.subarray(block + from, block + to).every((byte) => byte === zero));

function badBlockScale(
  reader: DataReader,
  tensor: GgufTensor,
  piece: Uint8Array,
  block: number,
  offset: number,
  layout: BlockLayout,
): never {
  const start = offset + block;
  if (piece.subarray(block, block + layout.bytes).every((byte) => byte === 0))
    return blankBlock(reader, tensor, start, layout.bytes);
  const at = block + layout.scale;
  const bits = piece[at]! | (piece[at + 1]! << 8);
  const hex = `0x${bits.toString(16).padStart(4, '0')}`;
  const reason =
    (bits & 0x7c00) === 0x7c00
      ? `is ${(bits & 0x3ff) === 0 ? 'infinite' : 'NaN'} (${hex})`
      : bits === 0
        ? 'is 0 although its weights are not'
        : bits >= 0x8000
          ? `is negative (${hex})`
          : `is subnormal (${hex})`;
  return reader.refuse('scale', offset + at, tensor, `scale of block ${(start - tensor.start) / layout.bytes}`, reason);
}

function checkScale(reader: DataReader, tensor: GgufTensor, offset: number): void {
  const scale = reader.f32(offset);
  if (Number.isFinite(scale) && scale >= 2 ** -126) return;
  const reason = Number.isNaN(scale)
    ? 'is NaN'
    : !Number.isFinite(scale)
      ? 'is infinite'
      : scale === 0
        ? 'is 0'
        : scale < 0
          ? `is negative (${scale})`
          : `is subnormal (${scale})`;
  reader.refuse('scale', offset, tensor, 'scale', reason);
}

function noCode(reader: DataReader, tensor: GgufTensor, offset: number, byte: number): never {
  return reader.refuse(
    'code',
    offset,
    tensor,
    `byte ${offset - tensor.start}`,
    `0x${byte.toString(16).padStart(2, '0')} is no code of ${tensor.type.name}`,
  );
}

function blankBlock(reader: DataReader, tensor: GgufTensor, offset: number, bytes: number): never {
  return reader.refuse('zero-block', offset, tensor, `byte ${offset - tensor.start}`, `${bytes} zero bytes in a row`);
}

/** Where the first block of only zero bytes is, or -1. */
function zeroRun(piece: Uint8Array, block: number): number {
  for (let at = 0; at + block <= piece.length; at += block) {
    let any = 0;
    for (let byte = at; byte < at + block && any === 0; byte++) any = piece[byte]!;
    if (any === 0) return at;
  }
  return -1;
}

function total(all: readonly ByteCounts[]): TernaryCounts {
  const counts = { minus: 0, zero: 0, plus: 0, other: 0 };
  for (const each of all) each.addTo(counts);
  return counts;
}

/** A type without a known meaning of its bytes is read all the same, so that an unreadable file shows. */
function unknownBytes(reader: DataReader, tensor: GgufTensor): DataCheck {
  let any = 0;
  reader.pieces(tensor.start, tensor.bytes, 1, (piece) => {
    for (let at = 0; at < piece.length && any === 0; at++) any = piece[at]!;
  });
  return { checked: 'none', blank: any === 0 };
}
