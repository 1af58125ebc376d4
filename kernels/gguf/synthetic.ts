import { FlowError } from '../../src/core/errors.ts';
import { f16FromNumber } from '../reference/float16.ts';
import { Lcg } from './lcg.ts';
import { TILES_KEY } from './tiles.ts';
import { encoderNamed, type WeightEncoder } from './weight-encoders.ts';
import type { WritableModel, WritableTensor, WritableValue } from './writable.ts';

/** The sizes of a synthetic model, and what it is made from. */
export interface SyntheticOptions {
  readonly seed?: number;
  readonly layers?: number;
  readonly embedding?: number;
  readonly feedForward?: number;
  readonly heads?: number;
  readonly headsKv?: number;
  readonly vocabulary?: number;
  readonly merges?: number;
  /** How the ternary matrices are stored: the id of a format, or f32 or f16. */
  readonly format?: string;
  /** How the token embedding is stored; both hold its values exactly. */
  readonly embeddingType?: 'F32' | 'F16';
  /** The one scale of all ternary matrices. */
  readonly scale?: number;
}

/** Sizes of the model that the golden numbers are of; every format can hold its shapes. */
const TINY = {
  seed: 12_345,
  layers: 2,
  embedding: 256,
  feedForward: 512,
  heads: 4,
  headsKv: 2,
  vocabulary: 288,
  merges: 0,
  format: 'i2_s',
  embeddingType: 'F32',
  scale: 0.0625,
} as const satisfies Required<SyntheticOptions>;

type Sizes = Required<SyntheticOptions>;

/** A BitNet model whose every weight follows from the seed. Nothing is computed before its bytes are asked for. */
export function syntheticModel(options: SyntheticOptions = {}): WritableModel {
  const sizes: Sizes = { ...TINY, ...options };
  checkSizes(sizes);
  const encoder = encoderNamed(sizes.format);
  const shapes = tensorShapes(sizes);
  const matrices = shapes.flatMap(({ kind, dims }) =>
    kind === 'ternary' ? [{ columns: dims[0]!, rows: dims[1]! }] : [],
  );
  const encode = encoder.prepare(matrices);
  let drawn = 0;
  const tensors = shapes.map(({ name, kind, dims }): WritableTensor => {
    const begin = drawn;
    const count = dims.reduce((product, dim) => product * dim, 1);
    drawn += count;
    const stream = (): Lcg => new Lcg(sizes.seed, begin);
    if (kind === 'ternary') {
      const shape = { columns: dims[0]!, rows: dims[1]! };
      return { name, dims, type: encoder.type, data: () => [encode(ternary(stream(), count), shape, sizes.scale)] };
    }
    const draw =
      kind === 'embedding'
        ? (lcg: Lcg) => ((lcg.next() % 2001) - 1000) / 1024
        : (lcg: Lcg) => 1 + ((lcg.next() % 201) - 100) / 1024;
    const type = kind === 'embedding' ? sizes.embeddingType : 'F32';
    return { name, dims, type, data: () => floats(stream(), count, draw, type) };
  });
  return { metadata: metadataOf(sizes, encoder), tensors };
}

interface TensorShape {
  readonly name: string;
  readonly kind: 'embedding' | 'norm' | 'ternary';
  readonly dims: readonly number[];
}

/** All tensors in the order in which they draw from the stream. */
function tensorShapes({ layers, embedding, feedForward, heads, headsKv, vocabulary }: Sizes): TensorShape[] {
  const kv = (embedding / heads) * headsKv;
  const shapes: TensorShape[] = [{ name: 'token_embd.weight', kind: 'embedding', dims: [embedding, vocabulary] }];
  for (let layer = 0; layer < layers; layer++) {
    const add = (name: string, kind: TensorShape['kind'], ...dims: readonly number[]) =>
      shapes.push({ name: `blk.${layer}.${name}.weight`, kind, dims });
    for (const name of ['attn_norm', 'attn_sub_norm', 'ffn_norm']) add(name, 'norm', embedding);
    add('ffn_sub_norm', 'norm', feedForward);
    add('attn_q', 'ternary', embedding, embedding);
    add('attn_k', 'ternary', embedding, kv);
    add('attn_v', 'ternary', embedding, kv);
    add('attn_output', 'ternary', embedding, embedding);
    add('ffn_gate', 'ternary', embedding, feedForward);
    add('ffn_up', 'ternary', embedding, feedForward);
    add('ffn_down', 'ternary', feedForward, embedding);
  }
  shapes.push({ name: 'output_norm.weight', kind: 'norm', dims: [embedding] });
  return shapes;
}

function ternary(lcg: Lcg, count: number): Int8Array {
  const codes = new Int8Array(count);
  for (let at = 0; at < count; at++) codes[at] = (lcg.next() % 3) - 1;
  return codes;
}

/** Weights of one piece of a float tensor. */
const PIECE = 1 << 18;

function* floats(lcg: Lcg, count: number, draw: (lcg: Lcg) => number, type: 'F32' | 'F16'): Generator<Uint8Array> {
  for (let done = 0; done < count; done += PIECE) {
    const size = Math.min(PIECE, count - done);
    const piece = type === 'F32' ? new Float32Array(size) : new Uint16Array(size);
    for (let at = 0; at < size; at++) piece[at] = type === 'F32' ? draw(lcg) : f16FromNumber(draw(lcg));
    yield new Uint8Array(piece.buffer);
  }
}

function checkSizes(sizes: Sizes): void {
  const whole = ['layers', 'embedding', 'feedForward', 'heads', 'headsKv', 'vocabulary'] as const;
  for (const name of whole)
    if (!(Number.isSafeInteger(sizes[name]) && sizes[name] > 0)) bad(name, sizes[name], 'above 0');
  if (!(Number.isSafeInteger(sizes.merges) && sizes.merges >= 0)) bad('merges', sizes.merges, 'of 0 or more');
  if (!(Number.isInteger(sizes.seed) && sizes.seed >= 0 && sizes.seed < 2 ** 32)) bad('seed', sizes.seed, 'below 2^32');
  if (sizes.embedding % sizes.heads !== 0 || (sizes.embedding / sizes.heads) % 2 !== 0)
    throw new FlowError(
      'bad-input',
      `${sizes.embedding} columns do not divide into ${sizes.heads} heads of even size`,
      {
        at: 'heads',
        fix: 'choose a number of heads that divides the embedding',
      },
    );
  if (sizes.heads % sizes.headsKv !== 0)
    throw new FlowError('bad-input', `${sizes.heads} heads do not divide over ${sizes.headsKv} key and value heads`, {
      at: 'heads-kv',
      fix: 'choose a divisor of the heads',
    });
  if (sizes.vocabulary < BYTES + SPECIALS.length)
    throw new FlowError(
      'bad-input',
      `${sizes.vocabulary} tokens are fewer than all bytes and ${SPECIALS.length} more`,
      {
        at: 'vocabulary',
        fix: `give at least ${BYTES + SPECIALS.length}`,
      },
    );
}

function bad(name: string, value: number, range: string): never {
  throw new FlowError('bad-input', `is ${value}`, { at: name, fix: `give a whole number ${range}` });
}

const BYTES = 256;
const SPECIALS = ['<|begin_of_text|>', '<|end_of_text|>', '<|eot_id|>'];

function metadataOf(sizes: Sizes, { architecture, fileType, tiles }: WeightEncoder): [string, WritableValue][] {
  const u32 = (value: number): WritableValue => ({ type: 'u32', value });
  const text = (value: string): WritableValue => ({ type: 'string', value });
  const strings = (value: readonly string[]): WritableValue => ({ type: 'array', elements: 'string', value });
  const numbers = (elements: 'f32' | 'i32', value: readonly number[]): WritableValue => ({
    type: 'array',
    elements,
    value,
  });
  const tokens = tokenTexts(sizes.vocabulary);
  const own = (key: string, value: WritableValue): [string, WritableValue] => [`${architecture}.${key}`, value];
  const chosen = tiles?.(
    tensorShapes(sizes).flatMap(({ kind, dims }) =>
      kind === 'ternary' ? [{ columns: dims[0]!, rows: dims[1]! }] : [],
    ),
  );
  return [
    ['general.architecture', text(architecture)],
    ['general.name', text(`synthetic BitNet, seed ${sizes.seed}`)],
    ...(fileType === undefined ? [] : [['general.file_type', u32(fileType)] as [string, WritableValue]]),
    ['general.quantization_version', u32(2)],
    own('vocab_size', u32(sizes.vocabulary)),
    own('context_length', u32(4096)),
    own('embedding_length', u32(sizes.embedding)),
    own('block_count', u32(sizes.layers)),
    own('feed_forward_length', u32(sizes.feedForward)),
    own('rope.dimension_count', u32(sizes.embedding / sizes.heads)),
    own('attention.head_count', u32(sizes.heads)),
    own('attention.head_count_kv', u32(sizes.headsKv)),
    own('attention.layer_norm_rms_epsilon', { type: 'f32', value: 1e-5 }),
    own('rope.freq_base', { type: 'f32', value: 500_000 }),
    own('hidden_activation', text('relu2')),
    // No program knows this key; without it the bytes of TL1 and TL2 mean nothing.
    ...(chosen === undefined
      ? []
      : [[TILES_KEY, numbers('i32', [chosen.BM, chosen.BK, chosen.bm])] as [string, WritableValue]]),
    ['tokenizer.ggml.model', text('gpt2')],
    ['tokenizer.ggml.pre', text('llama-bpe')],
    ['tokenizer.ggml.tokens', strings(tokens)],
    [
      'tokenizer.ggml.scores',
      numbers(
        'f32',
        Array.from(tokens, () => 0),
      ),
    ],
    [
      'tokenizer.ggml.token_type',
      numbers(
        'i32',
        Array.from(tokens, (_, at) => (at >= BYTES && at < BYTES + SPECIALS.length ? 3 : 1)),
      ),
    ],
    ['tokenizer.ggml.merges', strings(mergeTexts(sizes.merges))],
    ['tokenizer.ggml.bos_token_id', u32(BYTES)],
    ['tokenizer.ggml.eos_token_id', u32(BYTES + 1)],
    ['tokenizer.ggml.add_bos_token', { type: 'bool', value: true }],
  ];
}

/** The visible character that byte-level BPE writes for each byte. */
function byteTexts(): string[] {
  const visible = (byte: number): boolean => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let next = 256;
  return Array.from({ length: BYTES }, (_, byte) => String.fromCodePoint(visible(byte) ? byte : next++));
}

function tokenTexts(count: number): string[] {
  const tokens = [...byteTexts(), ...SPECIALS];
  for (let at = tokens.length; at < count; at++) tokens.push(`Ġword${at}`);
  return tokens;
}

/** Pairs that make no token of the vocabulary, so that splitting text does not depend on them. */
function mergeTexts(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `Ġw ${at.toString(36)}`);
}
