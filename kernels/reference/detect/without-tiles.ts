import { FlowError } from '../../../src/core/errors.ts';
import type { TernaryFormat } from '../format.ts';
import { tl2Sections } from '../formats/tl2.ts';
import type { Shape } from '../ternary.ts';
import { lengthReason } from './length.ts';

const STRIP = 32;
const MAX_PAIR = 8;
const MAX_TRIPLE = 13;

/**
 * Judges TL1 and TL2 without their tile sizes, by what does not depend on them: the length, and which values nibbles can
 * have. For TL2 the sections depend on BK, so each BK is tried that the columns allow.
 */
export function withoutTiles(
  format: TernaryFormat,
  bytes: Uint8Array,
  shape: Shape,
): { possible: boolean; reasons: string[] } {
  const no = (reason: string) => ({ possible: false, reasons: [reason] });
  const candidates = tileColumns(format, shape);
  const [first] = candidates;
  if (first === undefined) return no(`no tile sizes fit ${shape.rows} x ${shape.columns}`);
  const length = lengthReason(bytes, first.layout.bytes);
  if (!length.fits) return no(length.reason);
  if (!candidates.some(({ BK }) => legalNibbles(format, bytes, shape, BK))) {
    return no('whatever the tile sizes, there are nibbles that no weights make');
  }
  return { possible: true, reasons: [length.reason, 'it cannot be read without BM, BK and bm'] };
}

/** The values of BK that the format allows for a shape; TL1's bytes do not depend on it, so one is enough there. */
function tileColumns(format: TernaryFormat, shape: Shape): { BK: number; layout: { bytes: number } }[] {
  const step = format.id === 'tl1' ? 8 : 24;
  const found: { BK: number; layout: { bytes: number } }[] = [];
  for (let BK = step; BK <= shape.columns && (format.id === 'tl2' || found.length === 0); BK += step) {
    try {
      found.push({ BK, layout: format.layout(shape, { tiles: { BM: STRIP, BK, bm: STRIP } }) });
    } catch (error) {
      if (!(error instanceof FlowError)) throw error;
    }
  }
  return found;
}

function legalNibbles(format: TernaryFormat, bytes: Uint8Array, shape: Shape, BK: number): boolean {
  if (format.id === 'tl1') return nibblesUpTo(bytes.subarray(0, (shape.rows * shape.columns) / 4), MAX_PAIR);
  const { signsAt, pairsAt, paddingAt, end } = tl2Sections(shape, { BM: STRIP, BK, bm: STRIP });
  return (
    nibblesUpTo(bytes.subarray(0, signsAt), MAX_TRIPLE) &&
    nibblesUpTo(bytes.subarray(pairsAt, paddingAt), MAX_PAIR) &&
    nibblesUpTo(bytes.subarray(paddingAt, end), 0)
  );
}

function nibblesUpTo(bytes: Uint8Array, largest: number): boolean {
  return bytes.every((byte) => byte >> 4 <= largest && (byte & 15) <= largest);
}
