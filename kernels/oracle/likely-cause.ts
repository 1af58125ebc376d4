import { f16FromNumber, f16ToNumber } from '../reference/float16.ts';
import { f64, type Floats } from './arithmetic.ts';
import { deviation } from './deviation.ts';
import type { Activation, Hyperparameters } from './hyperparameters.ts';
import { activate, attention, rope } from './operators.ts';

/** A diverging output, and what the reference's operator was given. */
export interface Divergence {
  /** Name of the operator, such as `act`. */
  readonly operator: string;
  readonly columns: number;
  readonly got: Floats;
  /** The operator's inputs by name. */
  readonly inputs: (name: string) => Floats;
  readonly sizes: Hyperparameters;
  readonly activation: Activation;
}

/** How near a mistake must come to what the engine has, to be named. */
const NEAR = 1e-4;

/**
 * The known mistake that makes exactly these numbers, in words; undefined when none does. A mistake is tried, not guessed: the oracle computes with
 * it and compares.
 */
export function likelyCause(divergence: Divergence): string | undefined {
  for (const [cause, make] of CAUSES[divergence.operator] ?? []) {
    const values = make(divergence);
    if (values !== undefined && deviation(divergence.got, values, divergence.columns).error <= NEAR) return cause;
  }
  return undefined;
}

type Mistake = readonly [cause: string, make: (divergence: Divergence) => Floats | undefined];

const ACT: readonly Mistake[] = [
  [
    'SiLU',
    ({ inputs, activation }) =>
      activation === 'silu' ? undefined : activate(inputs('gate'), inputs('up'), 'silu', f64),
  ],
  [
    'ReLU squared',
    ({ inputs, activation }) =>
      activation === 'relu2' ? undefined : activate(inputs('gate'), inputs('up'), 'relu2', f64),
  ],
  ['a ReLU that is not squared', ({ inputs }) => inputs('gate').map((gate, i) => Math.max(0, gate) * inputs('up')[i]!)],
  ['gate and up exchanged', ({ inputs, activation }) => activate(inputs('up'), inputs('gate'), activation, f64)],
];

const rotations = (name: 'q' | 'k'): readonly Mistake[] => [
  [
    'columns paired as 2i and 2i + 1 (NORM), not as i and i + half (NeoX)',
    (divergence) => adjacentPairs(divergence, name),
  ],
  ['positions counted from 1', (divergence) => shifted(divergence, name)],
  ['no rotation', ({ inputs }) => inputs(name)],
];

const ATTENTION: readonly Mistake[] = [
  [
    'a cache of keys and values in f16 (run the engine with an f32 cache and without flash attention)',
    ({ inputs, sizes }) => attention(inputs('rope_q'), narrowed(inputs('rope_k')), narrowed(inputs('v')), sizes, f64),
  ],
  ['query heads dealt out to key heads in turn, not in groups', ({ inputs, sizes }) => dealtOut(inputs, sizes)],
];

const CAUSES: Readonly<Record<string, readonly Mistake[]>> = {
  act: ACT,
  rope_q: rotations('q'),
  rope_k: rotations('k'),
  attn: ATTENTION,
};

const narrowed = (x: Floats): Floats => x.map((value) => f16ToNumber(f16FromNumber(value)));

const headsOf = (name: 'q' | 'k', { heads, headsKv }: Hyperparameters): number => (name === 'q' ? heads : headsKv);

/** Rotation of neighbouring columns, which is NeoX on columns in another order. */
function adjacentPairs({ inputs, sizes }: Divergence, name: 'q' | 'k'): Floats {
  const { headSize, ropeSize } = sizes;
  const half = ropeSize / 2;
  const source = (i: number): number => {
    const column = i % headSize;
    if (column >= ropeSize) return i;
    return i - column + (column < half ? 2 * column : 2 * (column - half) + 1);
  };
  const x = inputs(name);
  const turned = rope(
    x.map((_, i) => x[source(i)]!),
    headsOf(name, sizes),
    sizes,
    f64,
  );
  const y = new Float64Array(x.length);
  for (let i = 0; i < y.length; i++) y[source(i)] = turned[i]!;
  return y;
}

function shifted({ inputs, sizes, columns }: Divergence, name: 'q' | 'k'): Floats {
  const x = inputs(name);
  const later = new Float64Array(x.length + columns);
  later.set(x, columns);
  return rope(later, headsOf(name, sizes), sizes, f64).subarray(columns);
}

/** Head q with key head q modulo their number, where it should be q divided by the size of a group. */
function dealtOut(inputs: Divergence['inputs'], sizes: Hyperparameters): Floats | undefined {
  const { heads, headsKv, headSize } = sizes;
  if (headsKv === 1 || headsKv === heads) return undefined;
  const group = heads / headsKv;
  const width = heads * headSize;
  const moved = (head: number): number => (head % headsKv) * group + Math.floor(head / headsKv);
  const q = inputs('rope_q');
  const place = (i: number): number => {
    const head = Math.floor((i % width) / headSize);
    return i + (moved(head) - head) * headSize;
  };
  const dealt = new Float64Array(q.length);
  for (let i = 0; i < q.length; i++) dealt[place(i)] = q[i]!;
  const y = attention(dealt, inputs('rope_k'), inputs('v'), sizes, f64);
  return q.map((_, i) => y[place(i)]!);
}
