import { FlowError } from '../../src/core/errors.ts';
import type { GgufFile } from '../gguf/read.ts';

/** The activation of the feed-forward block: BitNet b1.58 squares a ReLU; engines that run it with SiLU are wrong and look plausible. */
export const ACTIVATIONS = ['relu2', 'silu'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** What a linear layer makes of its input: int8 for each row (BitNet), blocks of 256 (llama.cpp's TQ kernels), or the floats themselves. */
export const ACTIVATION_CODES = ['int8', 'q8_k', 'none'] as const;
export type ActivationCodes = (typeof ACTIVATION_CODES)[number];

/** The sizes of a BitNet model and the constants of its operators, by ggml's names. */
export interface Hyperparameters {
  readonly architecture: string;
  readonly layers: number;
  readonly embedding: number;
  readonly feedForward: number;
  readonly heads: number;
  readonly headsKv: number;
  /** Columns of one head. */
  readonly headSize: number;
  /** Columns of a head that are rotated, in pairs i and i + ropeSize / 2. */
  readonly ropeSize: number;
  readonly ropeBase: number;
  readonly epsilon: number;
  readonly vocabulary: number;
  readonly context: number;
}

/** Sizes beyond those of any model: a header that claims more is damaged, or made to harm. */
const MAX_LAYERS = 1024;
const MAX_COLUMNS = 1 << 20;

/** Reads the sizes from the header; a key that is missing, of another type or out of range is an error with its name. */
export function hyperparameters(file: GgufFile): Hyperparameters {
  const { architecture } = file;
  const value = (key: string): unknown => file.metadata.get(`${architecture}.${key}`)?.value;
  const bad = (key: string, is: string, fix: string): never => {
    throw new FlowError('bad-input', is, { at: `${file.source.name}, ${architecture}.${key}`, fix });
  };
  const whole = (key: string, max: number, fallback?: number): number => {
    const seen = value(key) ?? fallback;
    if (seen === undefined) return bad(key, 'is missing', 'write the key; the oracle guesses no size');
    if (typeof seen !== 'number' || !Number.isSafeInteger(seen) || seen < 1 || seen > max)
      return bad(key, `is ${String(seen)}`, `give a whole number from 1 to ${max}`);
    return seen;
  };
  const float = (key: string, fallback?: number): number => {
    const seen = value(key) ?? fallback;
    if (typeof seen !== 'number' || !(seen > 0) || !Number.isFinite(seen))
      return bad(
        key,
        seen === undefined ? 'is missing' : `is ${typeof seen === 'object' ? 'an array' : String(seen)}`,
        'write the key as a finite f32 above 0',
      );
    return seen;
  };
  const embedding = whole('embedding_length', MAX_COLUMNS);
  const heads = whole('attention.head_count', embedding);
  const headsKv = whole('attention.head_count_kv', heads, heads);
  if (embedding % heads !== 0)
    bad('attention.head_count', `is ${heads}, no divisor of ${embedding} columns`, 'give a divisor of the columns');
  if (heads % headsKv !== 0)
    bad('attention.head_count_kv', `is ${headsKv}, no divisor of ${heads} heads`, 'give a divisor of the heads');
  const headSize = embedding / heads;
  const ropeSize = whole('rope.dimension_count', headSize, headSize);
  if (ropeSize % 2 !== 0) bad('rope.dimension_count', `is ${ropeSize}`, 'give an even number; columns turn in pairs');
  const embd = file.tensors.find(({ name }) => name === 'token_embd.weight');
  if (embd === undefined)
    throw new FlowError('bad-input', 'has no tensor token_embd.weight', {
      at: file.source.name,
      fix: 'give a whole model; a vocabulary or an adapter cannot be run',
    });
  return {
    architecture,
    layers: whole('block_count', MAX_LAYERS),
    embedding,
    feedForward: whole('feed_forward_length', MAX_COLUMNS),
    heads,
    headsKv,
    headSize,
    ropeSize,
    ropeBase: float('rope.freq_base', 10_000),
    epsilon: float('attention.layer_norm_rms_epsilon'),
    vocabulary: embd.rows,
    context: whole('context_length', 1 << 24, 4096),
  };
}

/** The activation that a file states, or that its architecture implies; undefined where nobody can tell. */
export function statedActivation({ metadata, architecture }: GgufFile): Activation | undefined {
  const stated = metadata.get(`${architecture}.hidden_activation`)?.value;
  if (stated !== undefined) return ACTIVATIONS.find((known) => known === stated);
  return /^bitnet-(b1\.58|25)$/.test(architecture) ? 'relu2' : undefined;
}

/** What the kernels for a weight type make of activations: BitNet's own int8, Q8_K for llama.cpp's TQ types, floats for floats. */
export function usualActivationCodes({ tensors }: GgufFile): ActivationCodes {
  const type = tensors.find(({ name }) => name === 'blk.0.attn_q.weight')?.type.name ?? '';
  if (['F32', 'F16', 'BF16'].includes(type)) return 'none';
  return ['TQ1_0', 'TQ2_0', 'Q2_0'].includes(type) ? 'q8_k' : 'int8';
}
