import { FlowError } from '../../src/core/errors.ts';
import type { GgufTensor } from '../gguf/place-tensors.ts';
import type { GgufFile } from '../gguf/read.ts';
import { tilesOf } from '../gguf/tiles.ts';
import type { Backend, LoadedWeights, PackedWeights } from '../reference/backend.ts';
import { bf16ToNumber, f16ToNumber } from '../reference/float16.ts';
import type { TileSizes } from '../reference/format.ts';
import { formatNamed } from '../reference/formats/index.ts';
import type { TernaryMatrix } from '../reference/ternary.ts';

/** A linear layer's weights: ternary codes with a product that runs on a backend, or floats. */
export type LinearWeights =
  | { readonly matrix: TernaryMatrix; readonly product: LoadedWeights }
  | { readonly floats: Float32Array; readonly rows: number; readonly columns: number };

/** A ternary tensor twice: as it is packed, and as the reference reads it. */
export interface PackedTensor {
  readonly packed: PackedWeights;
  readonly matrix: TernaryMatrix;
}

export interface WeightOptions {
  /** Multiplies ternary weights with int8 activations. */
  readonly backend: Backend;
  /** How the bytes of I2_S lie: nothing in a file says so. */
  readonly i2s?: 'i2_s' | 'i2_s_arm64' | 'i2_s_rows';
  /** Tiles of TL1 and TL2, for a file that does not say them. */
  readonly tiles?: TileSizes;
}

const FORMATS: Readonly<Record<string, string>> = {
  TL1: 'tl1',
  TL2: 'tl2',
  TQ1_0: 'tq1_0',
  TQ2_0: 'tq2_0',
  Q2_0: 'q2_0',
};

/** The weights of a model, read from its file when they are asked for, so that no more than a layer is in memory. */
export class ModelWeights {
  private readonly file: GgufFile;
  private readonly options: WeightOptions;
  private readonly byName: ReadonlyMap<string, GgufTensor>;

  constructor(file: GgufFile, options: WeightOptions) {
    this.file = file;
    this.options = options;
    this.byName = new Map(file.tensors.map((tensor) => [tensor.name, tensor]));
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** The `columns` weights of a norm. */
  norm(name: string, columns: number): Float32Array {
    return this.rows(this.tensor(name, 1, columns), 0, 1);
  }

  /** Rows `from` up to `to` of a float tensor of `columns` columns. */
  floatRows(name: string, columns: number, from: number, to: number): Float32Array {
    const tensor = this.tensor(name, undefined, columns);
    return this.rows(tensor, from, to);
  }

  /** A linear layer of `rows` outputs and `columns` inputs; whoever asks frees it. */
  async linear(name: string, rows: number, columns: number): Promise<LinearWeights> {
    const tensor = this.tensor(name, rows, columns);
    if (tensor.type.name in WIDTHS) return { floats: this.rows(tensor, 0, rows), rows, columns };
    const { packed, matrix } = this.packed(tensor);
    return { matrix, product: await this.options.backend.load(packed) };
  }

  /** A ternary tensor as the file packs it, and the codes and scales that the reference reads there. */
  packed(tensor: GgufTensor): PackedTensor {
    const { name, rows, columns, type } = tensor;
    const id = type.name === 'I2_S' ? (this.options.i2s ?? 'i2_s') : FORMATS[type.name];
    if (id === undefined)
      throw new FlowError('bad-input', `is ${type.name}, which the oracle does not read`, {
        at: `${this.file.source.name}, ${name}`,
        fix: `store it as F32, F16, BF16, I2_S, ${Object.keys(FORMATS).join(', ')}`,
      });
    const format = formatNamed(id);
    const tiles = format.tiled === true ? (this.options.tiles ?? tilesOf(this.file.metadata)) : undefined;
    const withTiles = tiles === undefined ? {} : { tiles };
    const shape = { rows, columns };
    const bytes = this.bytes(tensor, 0, format.layout(shape, withTiles).bytes);
    return { packed: { format, bytes, ...shape, ...withTiles }, matrix: format.unpack(bytes, shape, withTiles) };
  }

  private tensor(name: string, rows: number | undefined, columns: number): GgufTensor {
    const at = `${this.file.source.name}, ${name}`;
    const found = this.byName.get(name);
    if (found === undefined)
      throw new FlowError('bad-input', 'is not in the file', { at, fix: 'give the whole model of a BitNet b1.58' });
    if (found.columns !== columns || (rows !== undefined && found.rows !== rows))
      throw new FlowError(
        'bad-input',
        `is ${found.rows} x ${found.columns}; by the header's sizes it would be ${rows ?? found.rows} x ${columns}`,
        { at, fix: 'convert the model again; its header and its tensors disagree' },
      );
    return found;
  }

  private rows(tensor: GgufTensor, from: number, to: number): Float32Array {
    const { name, type, columns } = tensor;
    const width = WIDTHS[type.name];
    const at = `${this.file.source.name}, ${name}`;
    if (width === undefined)
      throw new FlowError('bad-input', `is ${type.name}; the oracle reads it as F32, F16 or BF16`, {
        at,
        fix: 'convert the model with this tensor as floats',
      });
    const bytes = this.bytes(tensor, from * columns * width, (to - from) * columns * width);
    const floats = widened(bytes, type.name);
    const wrong = floats.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0)
      throw new FlowError('bad-input', `weight ${from * columns + wrong} is ${floats[wrong]}`, {
        at,
        fix: 'convert the tensor again: NaN and infinity are no weights',
      });
    return floats;
  }

  private bytes(tensor: GgufTensor, from: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    this.file.source.read(bytes, tensor.start + from);
    return bytes;
  }
}

/** Bytes of a float of each type. */
const WIDTHS: Readonly<Record<string, number>> = { F32: 4, F16: 2, BF16: 2 };

function widened(bytes: Uint8Array, type: string): Float32Array {
  if (type === 'F32') return new Float32Array(bytes.buffer);
  const table = tableOf(type === 'F16' ? 'F16' : 'BF16');
  const halves = new Uint16Array(bytes.buffer);
  const floats = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) floats[i] = table[halves[i]!]!;
  return floats;
}

const tables: Partial<Record<'F16' | 'BF16', Float32Array>> = {};

/** Every value of a 16-bit float: an embedding has hundreds of millions of them. */
function tableOf(type: 'F16' | 'BF16'): Float32Array {
  const toNumber = type === 'F16' ? f16ToNumber : bf16ToNumber;
  return (tables[type] ??= Float32Array.from({ length: 1 << 16 }, (_, bits) => toNumber(bits)));
}
