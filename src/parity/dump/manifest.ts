import { z } from 'zod';
import { FlowError, nearest } from '../../core/errors.ts';
import { parseStrictJson } from '../../core/strict-json.ts';
import { printable } from '../../core/text.ts';
import { ARRAY_TYPES } from './array.ts';

/** The file of a dump that lists all others. */
export const MANIFEST = 'dump.json';
/** The program that a dump names when bitnet-flow made it. */
export const ORACLE_PROGRAM = 'bitnet-flow oracle';

/** Characters of a manifest: a model of 100 layers with every output takes a fifth of it. */
export const MAX_MANIFEST_CHARS = 4_194_304;

/** A file beside the manifest: no folder, no dot in front, so nothing outside can be named. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().min(1).max(200);

const tensorSchema = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(64)
      .describe('What it is: `embd`, `blk.0.q`, `blk.0.norm.codes`, `output_norm`, `logits`.'),
    file: fileName.describe('`.npy`, `.json`, or raw numbers under any other name.'),
    dtype: z.enum(ARRAY_TYPES).optional().describe('Type of raw numbers, little-endian.'),
    shape: z
      .array(z.int().min(1))
      .min(1)
      .max(4)
      .optional()
      .describe('Shape of raw numbers, the last dimension fastest.'),
    offset: z.int().min(0).optional().describe('First byte of raw numbers in the file.'),
    sha256: sha256.optional().describe('Digest of the raw numbers, or of a whole .npy or .json file.'),
  })
  .refine(
    ({ file, dtype, shape, offset }) =>
      isRaw(file) || (dtype === undefined && shape === undefined && offset === undefined),
    {
      error: 'dtype, shape and offset are for raw numbers; .npy and .json have their own',
    },
  )
  .refine(
    ({ file, dtype, shape, sha256 }) =>
      !isRaw(file) || (dtype !== undefined && shape !== undefined && sha256 !== undefined),
    {
      error: 'raw numbers need dtype, shape and sha256',
    },
  );
export type TensorEntry = z.infer<typeof tensorSchema>;

export const manifestSchema = z.strictObject({
  version: z.literal(1),
  model: z.strictObject({
    file: text.optional().describe('Name of the model file, for people.'),
    sha256: sha256
      .optional()
      .describe('Digest of the model file; when it is there it must be the model of the comparison.'),
  }),
  program: z.strictObject({ name: text, version: text.optional(), commit: text.optional(), command: text.optional() }),
  tokens: z.array(z.int().min(0)).min(1).max(4096).describe('Token ids, one sequence from position 0 on.'),
  layers: z
    .array(z.int().min(0))
    .min(1)
    .max(1024)
    .optional()
    .describe('Layers that are dumped; all, when it is left out.'),
  logits: z.enum(['all', 'last']).default('all').describe('Positions that `logits` has.'),
  tensors: z.array(tensorSchema).min(1).max(65_536),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const isRaw = (file: string): boolean => !/\.(npy|json)$/.test(file);

/** Reads a manifest for a model with these outputs. What it says twice, or what no model has, is refused by name. */
export function parseManifest(source: string, at: string, names: ReadonlySet<string>, layers: number): Manifest {
  const parsed = manifestSchema.safeParse(parseStrictJson(source, 'refused', at, MAX_MANIFEST_CHARS));
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new FlowError('refused', printable(`${path.join('.') || 'it'}: ${message}`, 300), {
      at,
      fix: 'follow docs/crossval.md, or look at a dump of `bitnet-flow crossval --make-dump`',
    });
  }
  const manifest = parsed.data;
  const seen = new Set<string>();
  for (const { name } of manifest.tensors) {
    const shown = JSON.stringify(printable(name, 64));
    if (seen.has(name)) throw new FlowError('refused', `${shown} stands there twice`, { at, fix: 'list it once' });
    seen.add(name);
    if (names.has(name)) continue;
    const near = nearest(name, names);
    throw new FlowError('refused', `${shown} is no output of this model of ${layers} layers`, {
      at,
      fix: near === undefined ? 'use the names of docs/crossval.md' : `did you mean ${near}?`,
    });
  }
  const listed = manifest.layers ?? [];
  const wrong = listed.find((layer, i) => layer >= layers || listed.indexOf(layer) !== i);
  if (wrong !== undefined)
    throw new FlowError(
      'refused',
      `layers: ${wrong} ${wrong >= layers ? `is beyond the last, ${layers - 1}` : 'stands there twice'}`,
      {
        at,
        fix: `list layers from 0 to ${layers - 1}, each once`,
      },
    );
  return manifest;
}
