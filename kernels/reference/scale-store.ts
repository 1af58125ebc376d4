import { FlowError } from '../../src/core/errors.ts';
import { bf16FromNumber, bf16ToNumber, f16FromNumber, f16ToNumber } from './float16.ts';
import { MalformedBytes } from './malformed.ts';
import { type Scale, type Shape, type TernaryMatrix, isZero, scaleProblem, scaleSpans } from './ternary.ts';

export type ScaleType = 'f32' | 'f16' | 'bf16';

/** Where a format keeps its scales, and what it makes of them. */
export interface ScaleStore {
  readonly where: 'tail' | 'blocks' | 'apart';
  readonly type: ScaleType;
  /** The scale of `matrix` as the format keeps it: rounded to its type, cut into its spans. Throws where it cannot hold it. */
  readonly stored: (format: string, matrix: TernaryMatrix) => Scale;
  readonly write: (scale: Scale, bytes: Uint8Array, codeBytes: number) => void;
  /** The scale in `bytes`, checked against the codes; `given` is the scale of a format that keeps it apart. */
  readonly read: (
    format: string,
    bytes: Uint8Array,
    codeBytes: number,
    codes: CodesOf,
    given: Scale | undefined,
  ) => Scale;
}

interface CodesOf extends Shape {
  readonly codes: Int8Array;
}

/** Bytes behind the codes of I2_S, TL1 and TL2: an f32 and 28 bytes that have no meaning. */
export const TAIL_BYTES = 32;

/** One f32 right behind the codes. The 28 bytes after it are not looked at: ggml's quantiser leaves them uninitialised. */
export const tailScale: ScaleStore = {
  where: 'tail',
  type: 'f32',
  stored: (format, { scale }) => {
    if (scale.per === 'tensor') return scale;
    throw new FlowError(
      'bad-input',
      `${format} keeps one scale; this matrix has ${scale.values.length} per ${scale.per}`,
      {
        at: 'scale',
        fix: 'pack each part as a matrix of its own',
      },
    );
  },
  write: (scale, bytes, codeBytes) => viewOf(bytes).setFloat32(codeBytes, scale.values[0]!, true),
  read: (format, bytes, codeBytes, { codes }) => {
    const value = viewOf(bytes).getFloat32(codeBytes, true);
    const problem = scaleProblem(value, () => isZero(codes, 0, codes.length));
    if (problem !== undefined) throw new MalformedBytes(format, codeBytes, `the scale ${problem}`);
    return { per: 'tensor', values: Float32Array.of(value) };
  },
};

/** An f16 inside each block of `block` weights; `at` is its byte in block number i. A block of zeros has the scale 0. */
export function blockScale(block: number, at: (index: number) => number): ScaleStore {
  return {
    where: 'blocks',
    type: 'f16',
    stored: (format, matrix) => {
      const scale = perBlock(format, matrix, block);
      for (let i = 0; i < scale.values.length; i++) {
        const zero = isZero(matrix.codes, i * block, (i + 1) * block);
        scale.values[i] = zero ? 0 : narrowed(format, 'f16', scale.values[i]!, `scale of block ${i}`);
      }
      return scale;
    },
    write: (scale, bytes) => {
      const view = viewOf(bytes);
      scale.values.forEach((value, i) => view.setUint16(at(i), f16FromNumber(value), true));
    },
    read: (format, bytes, _, { codes }) => {
      const view = viewOf(bytes);
      const values = new Float32Array(codes.length / block);
      for (let i = 0; i < values.length; i++) {
        const value = f16ToNumber(view.getUint16(at(i), true));
        const problem = scaleProblem(value, () => isZero(codes, i * block, (i + 1) * block));
        if (problem !== undefined) throw new MalformedBytes(format, at(i), `the scale of block ${i} ${problem}`);
        values[i] = value;
      }
      return { per: 'block', values, block };
    },
  };
}

/** Scales kept outside the bytes of the codes, brought into the format's form by `shape`. */
export function scaleApart(type: ScaleType, shape: (format: string, matrix: TernaryMatrix) => Scale): ScaleStore {
  const stored = (format: string, matrix: TernaryMatrix): Scale => {
    const scale = shape(format, matrix);
    return { ...scale, values: scale.values.map((value, i) => narrowed(format, type, value, `scale ${i}`)) };
  };
  return {
    where: 'apart',
    type,
    stored,
    write: () => undefined,
    read: (format, _bytes, _codeBytes, codes, given) => {
      if (given !== undefined) return given;
      throw new FlowError('bad-input', `${format} keeps its scales apart from the codes, and none were given`, {
        at: 'scale',
        fix: `pass the scales that belong to these ${codes.rows} x ${codes.columns} weights`,
      });
    },
  };
}

/** The scale of `matrix` as one value for each block of `block` weights, still in f32. */
export function perBlock(format: string, matrix: TernaryMatrix, block: number): Scale & { readonly per: 'block' } {
  const count = matrix.rows * matrix.columns;
  const values = new Float32Array(count / block);
  for (const { start, end, value } of scaleSpans(matrix)) {
    if (start % block !== 0 || end % block !== 0) {
      throw new FlowError(
        'bad-input',
        `${format} keeps a scale for each ${block} weights; here one ends at weight ${end}`,
        {
          at: 'scale',
          fix: `give scales whose spans are multiples of ${block} weights`,
        },
      );
    }
    values.fill(value, start / block, end / block);
  }
  return { per: 'block', values, block };
}

function narrowed(format: string, type: ScaleType, value: number, what: string): number {
  if (type === 'f32') return value;
  const rounded = type === 'f16' ? f16ToNumber(f16FromNumber(value)) : bf16ToNumber(bf16FromNumber(value));
  if (Number.isFinite(rounded) && (rounded !== 0 || value === 0)) return rounded;
  throw new FlowError('bad-input', `${format} stores scales as ${type}, which turns ${value} into ${rounded}`, {
    at: what,
    fix: 'use a format with f32 scales for this matrix',
  });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
