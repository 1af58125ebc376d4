import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { FlowError } from '../core/errors.ts';
import { packedManifestSchema, type PackedTensor } from '../core/parity/packed-manifest.ts';
import { parseStrictJson } from '../core/strict-json.ts';
import { formatNamed } from '../../kernels/reference/formats/index.ts';
import { quantizeAbsmax, quantizeAbsmean, quantizeSigns } from '../../kernels/reference/quantize-weights.ts';
import { type Scale, scaleSpans, tensorScale, ternaryMatrix } from '../../kernels/reference/ternary.ts';
import { type TensorSource, withOneScale } from './tensor-source.ts';

/** What a manifest lists: packed tensors, and weights before quantisation. */
export interface PackedFolder {
  readonly producer: string | undefined;
  readonly tensors: readonly TensorSource[];
  /** Weights before quantisation, by tensor; those with a quantiser are among `tensors`, too. */
  readonly floats: ReadonlyMap<string, () => Float32Array>;
}

const MAX_MANIFEST = 1024 * 1024;
const QUANTIZERS = { absmean: quantizeAbsmean, absmax: quantizeAbsmax, signs: quantizeSigns } as const;

/**
 * Reads the manifest of packed tensors at `path`; undefined when there is none. Everything in it is untrusted: files are regular files below the
 * manifest's folder, sizes follow from the format and shape, and digests are compared.
 */
export function readPackedFolder(path: string): PackedFolder | undefined {
  if (!existsSync(path)) return undefined;
  const folder = realpathSync(dirname(path));
  const file = regularFile(folder, path.slice(dirname(path).length + 1));
  if (statSync(file).size > MAX_MANIFEST) refuse(path, `has over ${MAX_MANIFEST} bytes`, 'list fewer tensors');
  const value = parseStrictJson(readFileSync(file, 'utf8'), 'bad-input', path, MAX_MANIFEST);
  const parsed = packedManifestSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return refuse(path, `${issue.path.join('.') || 'manifest'}: ${issue.message}`, 'see docs/gate-quantization.md');
  }
  const { tensors, producer } = parsed.data;
  const floats = new Map<string, () => Float32Array>();
  for (const tensor of tensors)
    if (tensor.format === 'f32') floats.set(tensor.name, () => floatsOf(bytesOf(folder, tensor, sizeOf(tensor))));
  return { producer, tensors: tensors.flatMap((tensor) => sourceOf(folder, tensor)), floats };
}

function sourceOf(folder: string, tensor: PackedTensor): TensorSource[] {
  const { name, format: id, rows, columns, tiles, quantizer } = tensor;
  if (id === 'f32' && quantizer === undefined) return [];
  const shape = { rows, columns };
  const source = `${tensor.file} (${id}${quantizer === undefined ? '' : `, ${quantizer}`})`;
  const common = { tensor: name, source, ...shape, tiles, bytes: () => bytesOf(folder, tensor, sizeOf(tensor)) };
  if (id === 'f32')
    return [{ ...common, format: undefined, matrix: (bytes) => QUANTIZERS[quantizer!](floatsOf(bytes!), shape) }];
  if (id === 'int8') {
    const given = needScale(tensor, scaleOf(tensor));
    return [{ ...common, format: undefined, matrix: (bytes) => ternaryMatrix(shape, new Int8Array(bytes!), given) }];
  }
  const format = formatNamed(id);
  const options = tiles === undefined ? {} : { tiles };
  return [
    {
      ...common,
      format,
      matrix: (bytes) => {
        const given = scaleOf(tensor);
        const apart = format.scale.where === 'apart' ? { scale: needScale(tensor, given) } : {};
        const matrix = withOneScale(format.unpack(bytes!, shape, { ...options, ...apart }), source);
        if (given !== undefined && given.per === 'tensor' && matrix.scale.per === 'tensor') {
          const [said, stored] = [given.values[0]!, scaleSpans(matrix)[0]!.value];
          if (format.scale.type === 'f32' && said !== stored)
            refuse(source, `the scale in the bytes is ${stored}, in the manifest ${said}`, 'write one of them anew');
        }
        return matrix;
      },
    },
  ];
}

function sizeOf({ format, rows, columns, tiles }: PackedTensor): number {
  if (format === 'f32') return rows * columns * 4;
  if (format === 'int8') return rows * columns;
  return formatNamed(format).layout({ rows, columns }, tiles === undefined ? {} : { tiles }).bytes;
}

function scaleOf({ scale, rows, columns }: PackedTensor): Scale | undefined {
  if (scale === undefined) return undefined;
  if (typeof scale === 'number') return tensorScale(scale);
  if (scale.length === 1) return tensorScale(scale[0]!);
  return { per: 'block', values: Float32Array.from(scale), block: (rows * columns) / scale.length };
}

function needScale(tensor: PackedTensor, scale: Scale | undefined): Scale {
  if (scale !== undefined) return scale;
  return refuse(
    `${tensor.file} (${tensor.format})`,
    'has no scale, and its bytes hold none',
    'give `scale` in the manifest',
  );
}

function bytesOf(
  folder: string,
  { file, offset, sha256, format, rows, columns }: PackedTensor,
  size: number,
): Uint8Array {
  const path = regularFile(folder, file);
  const fd = openSync(path, 'r');
  try {
    const has = fstatSync(fd).size;
    const from = offset ?? 0;
    const what = `${format} of ${rows} x ${columns}`;
    if (offset === undefined && has > size)
      refuse(file, `is too long: ${has} bytes where ${what} takes ${size}`, 'give `offset`, or check format and shape');
    if (from + size > has)
      refuse(
        file,
        `is cut short: ${what} takes ${size} bytes from byte ${from}, the file has ${has}`,
        'write it whole',
      );
    const bytes = new Uint8Array(size);
    for (let done = 0; done < size;) {
      const got = readSync(fd, bytes, done, size - done, from + done);
      if (got === 0) refuse(file, `is cut short while it is read, at byte ${from + done}`, 'let nobody write to it');
      done += got;
    }
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== undefined && digest !== sha256)
      refuse(
        file,
        `the sha256 of its bytes is ${digest}, in the manifest ${sha256}`,
        'write file and manifest together',
      );
    return bytes;
  } finally {
    closeSync(fd);
  }
}

/** A regular file below `folder`, links resolved. */
function regularFile(folder: string, path: string): string {
  let file: string;
  try {
    file = realpathSync(join(folder, path));
  } catch {
    return refuse(path, 'is not there', 'write every file that the manifest names');
  }
  if (!file.startsWith(folder + sep))
    refuse(path, 'lies outside the folder of the manifest', 'keep all files below it');
  if (!statSync(file).isFile()) refuse(path, 'is no regular file', 'write a plain file');
  return file;
}

function floatsOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

function refuse(at: string, message: string, fix: string): never {
  throw new FlowError('refused', message, { at, fix });
}
