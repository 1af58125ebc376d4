import type { ParityProblem } from '../core/parity/report.ts';
import { openFile, type FileSource } from '../../kernels/gguf/byte-source.ts';
import { quoted } from '../../kernels/gguf/metadata.ts';
import type { GgufTensor } from '../../kernels/gguf/place-tensors.ts';
import type { GgufFile } from '../../kernels/gguf/read.ts';
import { tilesOf } from '../../kernels/gguf/tiles.ts';
import { validateGguf } from '../../kernels/gguf/validate.ts';
import { f16ToNumber, bf16ToNumber } from '../../kernels/reference/float16.ts';
import type { TileSizes } from '../../kernels/reference/format.ts';
import { formatNamed } from '../../kernels/reference/formats/index.ts';
import type { Progress } from './progress.ts';
import { problemOf } from './problem-of.ts';
import { type TensorSource, withOneScale } from './tensor-source.ts';

/** Tensor types of ternary weights, and the format of their bytes. */
const FORMAT_OF: Readonly<Record<string, string>> = {
  I2_S: 'i2_s',
  TL1: 'tl1',
  TL2: 'tl2',
  TQ1_0: 'tq1_0',
  TQ2_0: 'tq2_0',
  Q2_0: 'q2_0',
};

/** A model file that was opened and judged whole. */
export interface ModelFile {
  readonly name: string;
  readonly architecture: string;
  /** Its ternary tensors that are sound, in the order of the file. */
  readonly tensors: readonly TensorSource[];
  readonly problems: readonly ParityProblem[];
  readonly warnings: readonly string[];
  /** The weights of a tensor of floats; undefined when there is none of that name, shape and kind. */
  readonly floats: (tensor: string, rows: number, columns: number) => Float32Array | undefined;
  readonly close: () => void;
}

/** Opens a model strictly: every refusal is a problem by name, every finding a warning. `tiles` stand for those that a file does not say. */
export function openModel(path: string, name: string, tiles: TileSizes | undefined, progress: Progress): ModelFile {
  const source = openFile(path);
  try {
    const { file, refusals, moreRefusals, findings } = validateGguf(source, {
      onProgress: (done, all) => progress.at(done, all),
    });
    const problems = refusals.map((refusal) => problemOf(refusal, name));
    if (moreRefusals > 0)
      problems.push({ rule: 'more-refusals', subject: name, message: `${moreRefusals} more tensors are refused` });
    const warnings = findings.map(({ rule, message }) => `${name}: ${rule}: ${message}`);
    const sound = (file?.tensors ?? []).filter(
      (tensor) => !refusals.some(({ field }) => field.startsWith(`${quoted(tensor.name)},`)),
    );
    const ownTiles = file === undefined ? undefined : (tilesOf(file.metadata) ?? tiles);
    return {
      name,
      architecture: file?.architecture ?? '?',
      tensors: sound.flatMap((tensor) => ternarySource(source, name, tensor, ownTiles)),
      problems,
      warnings,
      floats: (tensor, rows, columns) => floatsOf(source, file, tensor, rows, columns),
      close: source.close,
    };
  } catch (error) {
    source.close();
    throw error;
  }
}

function ternarySource(
  source: FileSource,
  name: string,
  tensor: GgufTensor,
  tiles: TileSizes | undefined,
): TensorSource[] {
  const id = FORMAT_OF[tensor.type.name];
  if (id === undefined) return [];
  const format = formatNamed(id);
  const shape = { rows: tensor.rows, columns: tensor.columns };
  const own = format.tiled === true ? tiles : undefined;
  return [
    {
      tensor: tensor.name,
      source: name,
      ...shape,
      format,
      tiles: own,
      bytes: () => bytesOf(source, tensor),
      matrix: (bytes) =>
        withOneScale(format.unpack(bytes!, shape, own === undefined ? {} : { tiles: own }), `${name}, ${tensor.name}`),
    },
  ];
}

function bytesOf(source: FileSource, { start, bytes }: GgufTensor): Uint8Array {
  const all = new Uint8Array(bytes);
  source.read(all, start);
  return all;
}

function floatsOf(
  source: FileSource,
  file: GgufFile | undefined,
  name: string,
  rows: number,
  columns: number,
): Float32Array | undefined {
  const tensor = file?.tensors.find((one) => one.name === name && one.rows === rows && one.columns === columns);
  if (tensor === undefined) return undefined;
  const { buffer } = bytesOf(source, tensor);
  switch (tensor.type.name) {
    case 'F32':
      return new Float32Array(buffer);
    case 'F16':
      return Float32Array.from(new Uint16Array(buffer), f16ToNumber);
    case 'BF16':
      return Float32Array.from(new Uint16Array(buffer), bf16ToNumber);
    default:
      return undefined;
  }
}
