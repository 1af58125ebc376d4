import { FlowError } from '../../src/core/errors.ts';
import type { Activations } from '../reference/quantize-activations.ts';
import type { Arithmetic, Floats } from './arithmetic.ts';
import { EMBEDDING, LAYER, LOGITS, type Operator, OUTPUT_NORM, QUANTIZED, tapName } from './graph.ts';
import type { Activation, ActivationCodes, Hyperparameters } from './hyperparameters.ts';
import { floatProduct, linear, type LinearInput, linearInput, withCodes } from './linear.ts';
import { activate, add, attention, rmsNorm, rope } from './operators.ts';
import type { ModelWeights } from './weights.ts';

/** A model as the oracle runs it. */
export interface OracleModel {
  readonly sizes: Hyperparameters;
  readonly weights: ModelWeights;
  readonly activation: Activation;
  readonly codes: ActivationCodes;
}

/** One of the runs that go through the model side by side; a forced one goes on with what it is given instead of its own outputs. */
export interface Track {
  readonly arithmetic: Arithmetic;
  readonly forced?: boolean;
}

/** One output of an operator, in every track. */
export interface Output {
  /** `blk.0.act`, `logits`. */
  readonly name: string;
  readonly words: string;
  readonly layer: number | undefined;
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly Floats[];
  /** Where the forced tracks had the operator's inputs from. */
  readonly inputs: 'given' | 'own' | 'both';
}

/** The int8 codes that linear operators make of an output. */
export interface CodesOutput extends Omit<Output, 'values' | 'inputs'> {
  readonly activations: readonly Activations[];
}

export interface WalkOptions {
  readonly tokens: readonly number[];
  readonly tracks: readonly Track[];
  /** Positions whose logits are computed. */
  readonly logits?: 'all' | 'last' | 'none';
  /** Sees every output, in order; what it returns, forced tracks go on with. */
  readonly onOutput: (output: Output) => Floats | undefined;
  /** Sees the codes of an output; what it returns, forced tracks multiply with. */
  readonly onCodes?: (codes: CodesOutput) => Int8Array | undefined;
  /** Hears how many operators of all are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Logits of all tracks stay in memory together; more of them are asked for in several runs. */
export const MAX_LOGITS = 2 ** 23;

/** Runs tokens through a model, a layer at a time, in several tracks at once. */
export async function walk(model: OracleModel, options: WalkOptions): Promise<void> {
  checkTokens(model.sizes, options);
  await new Walk(model, options).run();
}

class Walk {
  private readonly model: OracleModel;
  private readonly options: WalkOptions;
  private readonly positions: number;
  private readonly steps: number;
  private done = 0;
  /** Outputs that the operators of the current layer can take, for each track. */
  private values = new Map<string, readonly Floats[]>();
  private given = new Set<string>();
  private codes = new Map<string, readonly LinearInput[]>();

  constructor(model: OracleModel, options: WalkOptions) {
    this.model = model;
    this.options = options;
    this.positions = options.tokens.length;
    this.steps = model.sizes.layers * LAYER.length + 3;
  }

  async run(): Promise<void> {
    const { sizes } = this.model;
    this.emit('inp', { ...EMBEDDING, layer: undefined, columns: sizes.embedding, values: this.embed() }, []);
    for (let layer = 0; layer < sizes.layers; layer++) {
      for (const operator of LAYER) {
        const values = await this.compute(operator, layer);
        const columns = values[0]!.length / this.positions;
        const name = tapName(layer, operator.name);
        this.emit(operator.name, { name, words: operator.words, layer, columns, values }, operator.inputs);
        if (QUANTIZED.includes(operator.name)) this.quantize(operator, layer, columns);
      }
      this.next();
    }
    const { epsilon, embedding } = sizes;
    const weight = this.model.weights.norm('output_norm.weight', embedding);
    const normed = this.each((arithmetic, [x]) => rmsNorm(x!, weight, epsilon, arithmetic), ['inp']);
    this.emit('normed', { ...OUTPUT_NORM, layer: undefined, columns: embedding, values: normed }, ['inp']);
    if (this.options.logits !== 'none')
      this.emit('logits', { ...LOGITS, layer: undefined, columns: sizes.vocabulary, values: this.head() }, ['normed']);
  }

  /** Tells of an output and keeps it, or what is given in its place. */
  private emit(key: string, output: Omit<Output, 'rows' | 'inputs'>, inputs: readonly string[]): void {
    const { tracks, onOutput, onProgress } = this.options;
    const from = inputs.filter((name) => this.given.has(name)).length;
    const replaced = onOutput({
      ...output,
      rows: output.values[0]!.length / output.columns,
      inputs: from === 0 ? 'own' : from === inputs.length ? 'given' : 'both',
    });
    this.values.set(
      key,
      replaced === undefined
        ? output.values
        : output.values.map((own, track) => (tracks[track]!.forced === true ? own.map((_, i) => replaced[i]!) : own)),
    );
    if (replaced !== undefined) this.given.add(key);
    onProgress?.(++this.done, this.steps);
  }

  /** The output of a layer enters the next one, and all else is forgotten. */
  private next(): void {
    const out = this.values.get('out')!;
    const given = this.given.has('out');
    this.values = new Map([['inp', out]]);
    this.given = new Set(given ? ['inp'] : []);
    this.codes = new Map();
  }

  private quantize({ name, words }: Operator, layer: number, columns: number): void {
    const inputs = this.values.get(name)!.map((x) => linearInput(x, columns, this.model.codes));
    const activations = inputs.flatMap((input) => (input.activations === undefined ? [] : [input.activations]));
    const replaced =
      activations.length === 0
        ? undefined
        : this.options.onCodes?.({
            name: `${tapName(layer, name)}.codes`,
            words: `${words} codes`,
            layer,
            rows: this.positions,
            columns,
            activations,
          });
    this.codes.set(
      name,
      replaced === undefined
        ? inputs
        : inputs.map((input, track) =>
            this.options.tracks[track]!.forced === true ? withCodes(input, replaced) : input,
          ),
    );
  }

  private async compute({ name, kind, inputs, weight }: Operator, layer: number): Promise<readonly Floats[]> {
    const { sizes, weights, activation } = this.model;
    const tensor = `blk.${layer}.${weight}.weight`;
    switch (kind) {
      case 'norm': {
        const columns = this.values.get(inputs[0]!)![0]!.length / this.positions;
        const norm = weights.norm(tensor, columns);
        return this.each((arithmetic, [x]) => rmsNorm(x!, norm, sizes.epsilon, arithmetic), inputs);
      }
      case 'linear': {
        const columns = this.values.get(inputs[0]!)![0]!.length / this.positions;
        const loaded = await weights.linear(tensor, outputsOf(name, sizes), columns);
        try {
          return await linear(
            loaded,
            this.codes.get(inputs[0]!)!,
            this.options.tracks.map(({ arithmetic }) => arithmetic),
          );
        } finally {
          if ('product' in loaded) loaded.product.free();
        }
      }
      case 'rope': {
        const heads = name === 'rope_q' ? sizes.heads : sizes.headsKv;
        return this.each((arithmetic, [x]) => rope(x!, heads, sizes, arithmetic), inputs);
      }
      case 'attention':
        return this.each((arithmetic, [q, k, v]) => attention(q!, k!, v!, sizes, arithmetic), inputs);
      case 'activation':
        return this.each((arithmetic, [gate, up]) => activate(gate!, up!, activation, arithmetic), inputs);
      case 'add':
        return this.each((arithmetic, [a, b]) => add(a!, b!, arithmetic), inputs);
    }
  }

  private each(operator: (arithmetic: Arithmetic, inputs: Floats[]) => Floats, names: readonly string[]): Floats[] {
    const inputs = names.map((name) => this.values.get(name)!);
    return this.options.tracks.map(({ arithmetic }, track) =>
      operator(
        arithmetic,
        inputs.map((values) => values[track]!),
      ),
    );
  }

  private embed(): Floats[] {
    const { sizes, weights } = this.model;
    const rows = this.options.tokens.map((token) =>
      weights.floatRows('token_embd.weight', sizes.embedding, token, token + 1),
    );
    return this.options.tracks.map(({ arithmetic }) => {
      const x = arithmetic.zeros(this.positions * sizes.embedding);
      rows.forEach((row, position) => x.set(row, position * sizes.embedding));
      return x;
    });
  }

  /** The output head, which is the embedding unless the file has one of its own; read in tiles of rows. */
  private head(): Floats[] {
    const { sizes, weights } = this.model;
    const { vocabulary, embedding } = sizes;
    const first = this.options.logits === 'last' ? this.positions - 1 : 0;
    const count = this.positions - first;
    const name = weights.has('output.weight') ? 'output.weight' : 'token_embd.weight';
    const inputs = this.values.get('normed')!.map((x) => x.subarray(first * embedding));
    const logits = this.options.tracks.map(({ arithmetic }) => arithmetic.zeros(count * vocabulary));
    for (let from = 0; from < vocabulary; from += HEAD_TILE) {
      const to = Math.min(vocabulary, from + HEAD_TILE);
      const tile = weights.floatRows(name, embedding, from, to);
      this.options.tracks.forEach(({ arithmetic }, track) => {
        const y = floatProduct(tile, to - from, embedding, inputs[track]!, arithmetic);
        for (let n = 0; n < count; n++)
          logits[track]!.set(y.subarray(n * (to - from), (n + 1) * (to - from)), n * vocabulary + from);
      });
    }
    return logits;
  }
}

const HEAD_TILE = 2048;

function outputsOf(name: string, { embedding, feedForward, headsKv, headSize }: Hyperparameters): number {
  if (name === 'k' || name === 'v') return headsKv * headSize;
  return name === 'gate' || name === 'up' ? feedForward : embedding;
}

function checkTokens({ vocabulary, context }: Hyperparameters, { tokens, logits = 'all' }: WalkOptions): void {
  if (tokens.length < 1 || tokens.length > context)
    throw new FlowError('bad-input', `${tokens.length} tokens for a context of ${context}`, {
      at: 'tokens',
      fix: `give 1 to ${context} tokens`,
    });
  const wrong = tokens.findIndex((token) => !Number.isSafeInteger(token) || token < 0 || token >= vocabulary);
  if (wrong >= 0)
    throw new FlowError('bad-input', `token ${wrong} is ${tokens[wrong]}; the vocabulary has ${vocabulary}`, {
      at: `tokens[${wrong}]`,
      fix: `give ids from 0 to ${vocabulary - 1}`,
    });
  if (logits === 'all' && tokens.length * vocabulary > MAX_LOGITS)
    throw new FlowError(
      'bad-input',
      `${tokens.length} tokens have ${tokens.length * vocabulary} logits; ${MAX_LOGITS} fit`,
      {
        at: 'tokens',
        fix: `give at most ${Math.floor(MAX_LOGITS / vocabulary)} tokens, or the logits of the last position alone`,
      },
    );
}
