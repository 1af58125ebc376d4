import { z } from 'zod';
import { NAME } from '../names.ts';
import { MAX_TOLERANCE, parityReport } from './report.ts';

/** What the gate demands; the reasons stand in kernels/tolerances.ts, whose numbers these are. */
export const QUANTIZATION_LIMITS = {
  /** A1: share of right codes. */
  codes: 1,
  /** A1: weights with a wrong scale. */
  scales: 0,
  /** A2, when nobody states another. */
  operator: 1e-5,
  /** A3: median and worst row. */
  median: 0.99,
  worst: 0.97,
} as const;

/** Formats that a gate measures when nobody says which: those of BitNet's own kernels. */
export const DEFAULT_FORMATS: readonly string[] = ['i2_s', 'tl1', 'tl2'];

const line = (max: number) => z.string().min(1).max(max);
const share = z.number().min(0).max(1);
const count = z.int().min(0);
const error = z.number().min(0);

/** One format on one backend: integers against the reference, over all tensors. */
export const backendRowSchema = z.strictObject({
  backend: z.string().regex(NAME),
  /** Who decoded the bytes: only the backend's own code says something about how the backend reads the format. */
  decodedBy: z.string().regex(NAME),
  products: count,
  wrong: count,
  /** Milliseconds of all products. */
  ms: z.number().min(0),
});
export type BackendRow = z.infer<typeof backendRowSchema>;

/** One format over all tensors that it was measured on; worst values, not means. */
export const formatRowSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]{1,40}$/),
  name: line(40),
  /** Tensors that were measured, and of them those whose bytes came from a file; the others were packed here. */
  tensors: count,
  fromFile: count,
  /** Shapes that the format cannot hold, with the reason. */
  notHeld: z.array(z.strictObject({ shape: line(40), why: line(300) })).max(50),
  /** Tile sizes by shape, for formats that have them. */
  tiles: z.array(z.strictObject({ shape: line(40), tiles: line(60) })).max(50),
  weights: count,
  wrongCodes: count,
  wrongScales: count,
  /** A2: largest difference over the largest reference output. */
  operator: error,
  /** A3. */
  median: z.number().max(1),
  worst: z.number().max(1),
  outputs: count,
  cosine: z.number().min(-1).max(1),
  relativeL2: error,
  /** Decibels; `infinite` when there is no difference. */
  snr: z.union([z.number(), z.literal('infinite')]),
  signs: share,
  backends: z.array(backendRowSchema).max(8),
  /** Backends that have no kernel for the format or for a shape. */
  notComputed: z.array(z.strictObject({ backend: z.string().regex(NAME), why: line(300) })).max(50),
});
export type FormatRow = z.infer<typeof formatRowSchema>;

/** How many errors fall into each bin: the first is exactly 0, the others up to their limit, the last above all limits. */
export const ERROR_BINS = [0, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2] as const;
const histogram = z.array(count).length(ERROR_BINS.length + 1);

/** The report of the measurement `quantization`. */
export const quantizationReportSchema = parityReport('quantization', {
  tolerance: z.number().positive().max(MAX_TOLERANCE),
  /** The formats that were asked for. */
  asked: z
    .array(z.string().regex(/^[a-z0-9_]{1,40}$/))
    .min(1)
    .max(20),
  /** Ternary tensors there are, and of them those that were measured, and how they were chosen. */
  tensors: z.strictObject({ all: count, measured: count, choice: line(300) }),
  activations: z.strictObject({ rows: count, what: line(200) }),
  formats: z.array(formatRowSchema).max(20),
  /** Tensors of one source whose codes were compared with the same tensor of another. */
  sources: z
    .array(
      z.strictObject({
        tensor: line(200),
        source: line(300),
        format: line(40),
        against: line(300),
        weights: count,
        wrongCodes: count,
        wrongScales: count,
      }),
    )
    .max(1000),
  /** Against the weights before quantisation, for information: no limit holds there. */
  masters: z
    .array(
      z.strictObject({
        tensor: line(200),
        cosine: z.number().min(-1).max(1),
        relativeL2: error,
        signs: share,
        accuracy: z.number().max(1),
      }),
    )
    .max(1000),
  errors: z.strictObject({ operator: histogram, float: histogram }),
});
export type QuantizationReport = z.infer<typeof quantizationReportSchema>;
