import { z } from 'zod';

const line = (max: number) => z.string().min(1).max(max);
const size = z
  .int()
  .min(1)
  .max(2 ** 30);

/** A tensor as a program of the repository wrote it. */
export const packedTensorSchema = z.strictObject({
  name: line(200).describe('Tensors of one name are one tensor in several formats, and are compared.'),
  format: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .describe(
      'i2_s, tl1, tl2, tq1_0, tq2_0 and so on; `f32` for the weights before quantisation; `int8` for plain codes.',
    ),
  rows: size.describe('Output rows, M.'),
  columns: size.describe('Input columns, K.'),
  tiles: z
    .strictObject({ BM: size, BK: size, bm: size })
    .optional()
    .describe('Of TL1 and TL2, which mean nothing without.'),
  file: line(400).describe('Path in the folder of the manifest.'),
  offset: z
    .int()
    .min(0)
    .optional()
    .describe('First byte in the file. Without it the file is this tensor and nothing else.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe("Of the tensor's bytes."),
  scale: z
    .union([z.number().min(0), z.array(z.number().min(0)).min(1).max(1_000_000)])
    .optional()
    .describe(
      'One scale, or one for each block of equal size. Needed where the bytes hold none, compared where they do.',
    ),
  quantizer: z
    .enum(['absmean', 'absmax', 'signs'])
    .optional()
    .describe('Of `f32`: the rule that gives the codes. Then these weights are the reference of their name.'),
});
export type PackedTensor = z.infer<typeof packedTensorSchema>;

/** `packed.json`: what a program of the repository packed, so that its bytes can be judged. */
export const packedManifestSchema = z.strictObject({
  v: z.literal(1),
  producer: line(200).optional().describe('Program and version, for people.'),
  tensors: z.array(packedTensorSchema).min(1).max(1000),
});

/** The name of the manifest in `{out}`. */
export const PACKED_MANIFEST = 'packed.json';
