import { FlowError } from '../core/errors.ts';
import type { ParityProblem } from '../core/parity/report.ts';
import type { CodeFidelity } from '../../kernels/reference/fidelity.ts';
import type { TernaryFormat, TileSizes } from '../../kernels/reference/format.ts';
import { formats } from '../../kernels/reference/formats/index.ts';
import type { Shape, TernaryMatrix } from '../../kernels/reference/ternary.ts';

/** Tile sizes that kernels in use were built with; tried when bytes are read with the wrong ones. */
const KNOWN_TILES: readonly TileSizes[] = [256, 128, 160, 320, 64, 32].flatMap((BM) =>
  [256, 192, 128, 96, 64, 48, 32, 24].flatMap((BK) => [32, 64].map((bm) => ({ BM, BK, bm }))),
);

/** Weights up to which all known tile sizes are tried. */
const MAX_TILE_SEARCH = 1 << 22;

/** Bytes of which so few codes are wrong are the right weights, damaged. */
const DAMAGE_SHARE = 0.1;

/**
 * Why a copy of a tensor is not its reference, by name: the same weights in another layout or with other tile sizes, with the bit order mirrored,
 * with another scale, damaged, or other weights altogether. Undefined when the copies are equal.
 */
export function diagnoseCodes(
  subject: string,
  copy: {
    readonly format: TernaryFormat | undefined;
    readonly tiles: TileSizes | undefined;
    readonly bytes: Uint8Array | undefined;
  },
  reference: TernaryMatrix,
  fidelity: CodeFidelity,
): ParityProblem | undefined {
  const { wrongCodes, wrongScales, firstWrongCode, firstWrongScale } = fidelity;
  const all = reference.codes.length;
  if (wrongCodes === 0) {
    if (wrongScales === 0) return undefined;
    const { got, wanted } = firstWrongScale!;
    const factor = Number((got / wanted).toPrecision(4));
    return {
      rule: 'shifted-scale',
      subject,
      message: `all codes agree, but the scale is ${got} where the other source has ${wanted} (times ${factor})`,
      fix: 'quantise both from one source; absmean applied twice shrinks a scale by the share of non-zero weights',
    };
  }
  const other =
    copy.format === undefined || copy.bytes === undefined ? undefined : otherReading(copy.format, copy, reference);
  if (other !== undefined)
    return {
      rule: other.rule,
      subject,
      message: `${wrongCodes} of ${all} weights differ when the bytes are read as ${copy.format!.name}; read as ${other.name}, every one agrees`,
      fix: other.fix,
    };
  const { row, column, got, wanted } = firstWrongCode!;
  const first = `the first is weight (row ${row}, column ${column}): ${got} for ${wanted}`;
  return wrongCodes <= DAMAGE_SHARE * all
    ? {
        rule: 'corrupted-codes',
        subject,
        message: `${wrongCodes} of ${all} weights differ from the other source; ${first}`,
        fix: 'write or fetch the file again, and compare digests',
      }
    : {
        rule: 'other-weights',
        subject,
        message: `${wrongCodes} of ${all} weights differ from the other source, and no known layout of these bytes agrees with it; ${first}`,
        fix: 'check that both are the same tensor of the same model',
      };
}

interface Reading {
  readonly rule: 'swapped-layout' | 'wrong-tiles' | 'mirrored-bits';
  readonly name: string;
  readonly fix: string;
}

function otherReading(
  claimed: TernaryFormat,
  { bytes, tiles }: { readonly tiles: TileSizes | undefined; readonly bytes: Uint8Array | undefined },
  reference: TernaryMatrix,
): Reading | undefined {
  const agrees = (format: TernaryFormat, from: Uint8Array, options: { readonly tiles?: TileSizes }): boolean => {
    const codes = codesOf(format, from, reference, options);
    return codes !== undefined && codes.every((code, i) => code === reference.codes[i]);
  };
  for (const format of formats) {
    if (format.tiled === true || format.id === claimed.id) continue;
    if (agrees(format, bytes!, {}))
      return {
        rule: 'swapped-layout',
        name: format.id,
        fix: `name the layout ${format.id}, or pack the tensor as ${claimed.id}`,
      };
  }
  if (claimed.codeOf !== undefined && agrees(claimed, mirrored(bytes!), {}))
    return {
      rule: 'mirrored-bits',
      name: `${claimed.id} with the order of the four codes of each byte mirrored`,
      fix: 'I2_S has the first code in the high bits, TQ2_0 in the low ones: pack the tensor again',
    };
  if (reference.codes.length > MAX_TILE_SEARCH) return undefined;
  for (const format of formats.filter((one) => one.tiled === true))
    for (const other of KNOWN_TILES) {
      const { BM, BK, bm } = other;
      if (format.id === claimed.id && BM === tiles?.BM && BK === tiles.BK && bm === tiles.bm) continue;
      if (!agrees(format, bytes!, { tiles: other })) continue;
      const name = `${format.id} with BM ${BM}, BK ${BK}, bm ${bm}`;
      return {
        rule: format.id === claimed.id ? 'wrong-tiles' : 'swapped-layout',
        name,
        fix: 'state the tile sizes of the packer',
      };
    }
  return undefined;
}

/** Decoded codes; undefined when the format refuses the bytes. */
function codesOf(format: TernaryFormat, bytes: Uint8Array, shape: Shape, options: object): Int8Array | undefined {
  try {
    return format.unpackCodes(bytes, shape, options);
  } catch (error) {
    if (error instanceof FlowError && error.code !== 'bug') return undefined;
    throw error;
  }
}

/** Every byte with its four two-bit codes in the other order. */
function mirrored(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => ((byte & 3) << 6) | ((byte & 12) << 2) | ((byte >> 2) & 12) | (byte >> 6));
}
