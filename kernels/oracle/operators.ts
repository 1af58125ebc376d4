import type { Arithmetic, Floats } from './arithmetic.ts';
import type { Activation, Hyperparameters } from './hyperparameters.ts';

/** RMSNorm of each row of `weight.length` columns. In f32 as ggml has it: squares summed in doubles, the mean narrowed, the weight last. */
export function rmsNorm(x: Floats, weight: Float32Array, epsilon: number, { round, zeros }: Arithmetic): Floats {
  const columns = weight.length;
  const y = zeros(x.length);
  for (let start = 0; start < x.length; start += columns) {
    let squares = 0;
    for (let i = 0; i < columns; i++) squares += x[start + i]! ** 2;
    const mean = round(squares / columns);
    const factor = round(1 / round(Math.sqrt(round(mean + epsilon))));
    for (let i = 0; i < columns; i++) y[start + i] = round(x[start + i]! * factor) * weight[i]!;
  }
  return y;
}

/**
 * Rotates each head of each row by its position (NeoX: column i turns with column i + ropeSize / 2). In f32 the angles are made as engines make
 * them, by multiplying along the columns; that costs about 2^-22 of the position.
 */
export function rope(
  x: Floats,
  heads: number,
  { headSize, ropeSize, ropeBase }: Hyperparameters,
  { bits, round, zeros }: Arithmetic,
): Floats {
  const y = zeros(x.length);
  y.set(x);
  const columns = heads * headSize;
  const half = ropeSize / 2;
  const step = round(ropeBase ** (-2 / ropeSize));
  for (let position = 0; position * columns < x.length; position++) {
    let angle = position;
    for (let i = 0; i < half; i++) {
      if (bits === 64) angle = position * ropeBase ** ((-2 * i) / ropeSize);
      const [cos, sin] = [round(Math.cos(angle)), round(Math.sin(angle))];
      for (let head = 0; head < heads; head++) {
        const at = position * columns + head * headSize + i;
        const [a, b] = [x[at]!, x[at + half]!];
        y[at] = round(a * cos) - round(b * sin);
        y[at + half] = round(a * sin) + round(b * cos);
      }
      angle = round(angle * step);
    }
  }
  return y;
}

/** Causal attention: each query head with the key and value head of its group, scores over the root of the head's size. Rows are positions. */
export function attention(
  q: Floats,
  k: Floats,
  v: Floats,
  { heads, headsKv, headSize }: Hyperparameters,
  { round, zeros, dot }: Arithmetic,
): Floats {
  const columns = heads * headSize;
  const columnsKv = headsKv * headSize;
  const positions = q.length / columns;
  const scale = round(1 / Math.sqrt(headSize));
  const y = zeros(q.length);
  const weights = zeros(positions);
  const column = zeros(positions);
  for (let head = 0; head < heads; head++) {
    const kv = Math.floor(head / (heads / headsKv)) * headSize;
    for (let position = 0; position < positions; position++) {
      const query = position * columns + head * headSize;
      let largest = -Infinity;
      for (let seen = 0; seen <= position; seen++) {
        const score = round(dot(q, query, k, seen * columnsKv + kv, headSize) * scale);
        weights[seen] = score;
        largest = Math.max(largest, score);
      }
      let sum = 0;
      for (let seen = 0; seen <= position; seen++) {
        weights[seen] = Math.exp(round(weights[seen]! - largest));
        sum = round(sum + weights[seen]!);
      }
      for (let seen = 0; seen <= position; seen++) weights[seen] = weights[seen]! / sum;
      for (let i = 0; i < headSize; i++) {
        for (let seen = 0; seen <= position; seen++) column[seen] = v[seen * columnsKv + kv + i]!;
        y[query + i] = dot(weights, 0, column, 0, position + 1);
      }
    }
  }
  return y;
}

/** The gate through its activation, times `up`. */
export function activate(gate: Floats, up: Floats, activation: Activation, { round, zeros }: Arithmetic): Floats {
  const y = zeros(gate.length);
  for (let i = 0; i < y.length; i++) {
    const x = gate[i]!;
    const active = activation === 'relu2' ? round(Math.max(0, x) ** 2) : round(x / round(1 + round(Math.exp(-x))));
    y[i] = active * up[i]!;
  }
  return y;
}

/** The residual connection. */
export function add(a: Floats, b: Floats, { zeros }: Arithmetic): Floats {
  const y = zeros(a.length);
  for (let i = 0; i < y.length; i++) y[i] = a[i]! + b[i]!;
  return y;
}
