import { FlowError } from '../../../src/core/errors.ts';
import type { TernaryFormat, TileSizes } from '../format.ts';
import type { Shape } from '../ternary.ts';
import { lengthReason } from './length.ts';
import { type Structure, structureOf } from './structure.ts';
import { withoutTiles } from './without-tiles.ts';

/** One layout that the bytes might have, and what speaks for or against it. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  /** Whether the bytes can be this layout at all. */
  readonly possible: boolean;
  readonly reasons: readonly string[];
  /** What may be wrong with the bytes although they are, or are nearly, this layout. */
  readonly warnings: readonly string[];
  /** What the reading shows; only for a candidate that is possible and could be read. */
  readonly structure?: Structure;
}

/** Scales of trained weights lie around 0.01 to 10. */
const PLAUSIBLE_SCALE = { min: 1e-6, max: 1e3 };
/** So few illegal codes are damage to a file of this layout; in a wrong layout a tenth or more are illegal. */
const DAMAGE_SHARE = 0.001;
const PLAUSIBLE_ZEROS = { min: 0.05, max: 0.95 };

/** Judges one format by what any writer of it must have done: the shape, the length, the codes, the scale. */
export function candidateOf(format: TernaryFormat, bytes: Uint8Array, shape: Shape, tiles?: TileSizes): Candidate {
  const { id, name } = format;
  const no = (reason: string, warnings: string[] = []): Candidate => ({
    id,
    name,
    possible: false,
    reasons: [reason],
    warnings,
  });
  if (format.tiled === true && tiles === undefined) {
    const { possible, reasons } = withoutTiles(format, bytes, shape);
    return { id, name, possible, reasons, warnings: [] };
  }

  const options = format.tiled === true && tiles !== undefined ? { tiles } : {};
  let size: number;
  let codeBytes: number;
  try {
    ({ bytes: size, codeBytes } = format.layout(shape, options));
  } catch (error) {
    if (error instanceof FlowError) return no(error.message);
    throw error;
  }
  const length = lengthReason(bytes, size);
  if (!length.fits) return no(length.reason);

  const own = bytes.subarray(0, size);
  const reasons = [length.reason];
  const warnings: string[] = [];
  let codes: Int8Array;
  try {
    codes = format.unpackCodes(own, shape, options);
    if (format.scale.where !== 'apart') {
      const scale = format.scale.read(name, own, codeBytes, { ...shape, codes }, undefined);
      const [low, high] = [
        scale.values.reduce((a, b) => Math.min(a, b)),
        scale.values.reduce((a, b) => Math.max(a, b)),
      ];
      const range = low === high ? `${low}` : `${low} to ${high}`;
      reasons.push(`the ${scale.per === 'tensor' ? 'scale is' : 'block scales are'} ${range}, finite`);
      if (high !== 0 && (high < PLAUSIBLE_SCALE.min || high > PLAUSIBLE_SCALE.max)) {
        warnings.push(`read as ${name}, the scale is ${high}, which no trained weights have`);
      }
    }
  } catch (error) {
    if (error instanceof FlowError)
      return no(`${error.at}: ${error.message}`, damage(format, own.subarray(0, codeBytes)));
    throw error;
  }

  const structure = structureOf(codes, shape);
  reasons.push(
    `all codes are legal, ${percent(structure.zeroShare)} of them 0${zeroBytes(format, own.subarray(0, codeBytes), structure.zeroShare)}`,
  );
  const deviations = Math.max(0, structure.excess / structure.noise).toFixed(1);
  reasons.push(
    `rows and columns differ in their zeros by ${deviations} standard deviations more than independent weights`,
  );
  if (structure.zeroShare < PLAUSIBLE_ZEROS.min || structure.zeroShare > PLAUSIBLE_ZEROS.max) {
    warnings.push(
      `read as ${name}, ${percent(structure.zeroShare)} of the weights are 0; trained ternary weights have a third to a half`,
    );
  }
  if (id === 'tq2_0')
    reasons.push('I2_S codes copied into its blocks, where the bit order is mirrored, would look the same');
  return { id, name, possible: true, reasons, warnings, structure };
}

/** Whether bytes with illegal codes are this layout, damaged. */
function damage({ name, codeOf, scale }: TernaryFormat, codes: Uint8Array): string[] {
  if (codeOf === undefined || scale.where === 'blocks') return [];
  const illegal = [0, 1, 2, 3].find((code) => !codeOf.includes(code))!;
  const count = countCodes(codes, illegal);
  if (count === 0 || count > DAMAGE_SHARE * codes.length * 4) return [];
  const few = count === 1 ? '1 code is' : `${count} codes are`;
  return [`read as ${name}, only ${few} illegal of ${codes.length * 4}: rather damaged bytes than another layout`];
}

/** Share of bytes whose four weights are all 0 (0x55 in I2_S), beside the share that independent weights would give. */
function zeroBytes({ codeOf, scale }: TernaryFormat, codes: Uint8Array, zeroShare: number): string {
  if (codeOf === undefined || scale.where === 'blocks') return '';
  const zero = codeOf[1] * 0x55;
  const share = codes.reduce((count, byte) => count + (byte === zero ? 1 : 0), 0) / codes.length;
  const hex = `0x${zero.toString(16).padStart(2, '0')}`;
  return `; ${percent(share)} of the bytes are ${hex} (four zeros), ${percent(zeroShare ** 4)} if the four weights of a byte were independent`;
}

function countCodes(bytes: Uint8Array, code: number): number {
  let count = 0;
  for (const byte of bytes) for (let shift = 0; shift < 8; shift += 2) if (((byte >> shift) & 3) === code) count++;
  return count;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
