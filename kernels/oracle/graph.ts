/** The operators of a BitNet model by the names under which their outputs are dumped, in the order in which they run. */
export interface Operator {
  readonly name: string;
  /** What a person reads: `ffn act`. */
  readonly words: string;
  /** Outputs that it takes. `inp` is what enters the layer. */
  readonly inputs: readonly string[];
  /** The tensor of the model that it applies, without its block. */
  readonly weight?: string;
  readonly kind: 'norm' | 'linear' | 'rope' | 'attention' | 'activation' | 'add';
}

/** One layer, in order. */
export const LAYER: readonly Operator[] = [
  { name: 'norm', words: 'attn norm', inputs: ['inp'], weight: 'attn_norm', kind: 'norm' },
  { name: 'q', words: 'attn q', inputs: ['norm'], weight: 'attn_q', kind: 'linear' },
  { name: 'k', words: 'attn k', inputs: ['norm'], weight: 'attn_k', kind: 'linear' },
  { name: 'v', words: 'attn v', inputs: ['norm'], weight: 'attn_v', kind: 'linear' },
  { name: 'rope_q', words: 'rope q', inputs: ['q'], kind: 'rope' },
  { name: 'rope_k', words: 'rope k', inputs: ['k'], kind: 'rope' },
  { name: 'attn', words: 'attention', inputs: ['rope_q', 'rope_k', 'v'], kind: 'attention' },
  { name: 'sub_norm', words: 'attn sub_norm', inputs: ['attn'], weight: 'attn_sub_norm', kind: 'norm' },
  { name: 'o', words: 'attn o', inputs: ['sub_norm'], weight: 'attn_output', kind: 'linear' },
  { name: 'ffn_inp', words: 'attn residual', inputs: ['o', 'inp'], kind: 'add' },
  { name: 'ffn_norm', words: 'ffn norm', inputs: ['ffn_inp'], weight: 'ffn_norm', kind: 'norm' },
  { name: 'gate', words: 'ffn gate', inputs: ['ffn_norm'], weight: 'ffn_gate', kind: 'linear' },
  { name: 'up', words: 'ffn up', inputs: ['ffn_norm'], weight: 'ffn_up', kind: 'linear' },
  { name: 'act', words: 'ffn act', inputs: ['gate', 'up'], kind: 'activation' },
  { name: 'ffn_sub_norm', words: 'ffn sub_norm', inputs: ['act'], weight: 'ffn_sub_norm', kind: 'norm' },
  { name: 'down', words: 'ffn down', inputs: ['ffn_sub_norm'], weight: 'ffn_down', kind: 'linear' },
  { name: 'out', words: 'ffn residual', inputs: ['down', 'ffn_inp'], kind: 'add' },
];

/** Outputs of a layer that linear operators quantise; their codes can be dumped too, as `norm.codes`. */
export const QUANTIZED: readonly string[] = [
  ...new Set(LAYER.flatMap(({ kind, inputs }) => (kind === 'linear' ? inputs : []))),
];

/** What enters the first layer, and what follows the last. */
export const EMBEDDING = { name: 'embd', words: 'embedding' } as const;
export const OUTPUT_NORM = { name: 'output_norm', words: 'output norm' } as const;
export const LOGITS = { name: 'logits', words: 'logits' } as const;

/** The name under which an output of a layer is dumped: `blk.0.act`. */
export const tapName = (layer: number, operator: string): string => `blk.${layer}.${operator}`;
