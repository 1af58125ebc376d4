/** What a comparison must reach, and why that number. */
export interface Tolerance {
  /** What is measured; a row of docs/numerics.md. */
  readonly measure: string;
  readonly rule: 'exactly' | 'at most' | 'at least';
  readonly limit: number;
  readonly reason: string;
}

/** Every limit of the two numeric gates. */
export const tolerances = {
  codes: {
    measure: 'A1: share of weights whose code is the reference code',
    rule: 'exactly',
    limit: 1,
    reason: 'every format holds a ternary matrix without loss, so one wrong code is a wrong layout or damaged bytes',
  },
  scales: {
    measure: 'A1: weights with a scale other than the reference scale, as narrowed to the type the format stores',
    rule: 'exactly',
    limit: 0,
    reason: 'a scale is copied or narrowed once; nothing else may happen to it',
  },
  integers: {
    measure: 'largest difference of an integer product from the reference',
    rule: 'exactly',
    limit: 0,
    reason:
      'a sum of codes times int8 fits an int32 and is exact in any order; a difference is an overflow, a truncation or a wrong layout',
  },
  operator: {
    measure: 'A2: largest difference of a float output, over the largest reference output, on the same codes',
    rule: 'at most',
    limit: 1e-5,
    reason:
      'after an exact product two f32 roundings are left (2.4e-7); normalisation, softmax and the output head reach 3e-7 to 1.2e-6, so 1e-5 leaves room for another order of summation and none for an error',
  },
  quantizationMedian: {
    measure: 'A3: median accuracy of the rows against the layer in floats',
    rule: 'at least',
    limit: 0.99,
    reason:
      'with exact ternary weights, int8 activations cost 0.0002 (Gaussian) to 0.007 (an outlier of 50 times the spread); a scale estimated twice costs 0.33',
  },
  quantizationWorst: {
    measure: 'A3: accuracy of the worst row against the layer in floats',
    rule: 'at least',
    limit: 0.97,
    reason:
      'an outlier takes the int8 steps of its whole row: the worst of 32 rows reached 0.987 with one of 50 times the spread, and sound models have such rows',
  },
  flippedCodes: {
    measure:
      'share of int8 activations of a layer, fed the reference input, that differ from the reference, each by exactly 1',
    rule: 'at most',
    limit: 1e-4,
    reason:
      'a float that differs in its last bits can fall on the other side of a half; more than a few such flips are not rounding',
  },
  shallowModel: {
    measure: 'relative L2 of the logits of a model of at most 2 layers, f32 cache',
    rule: 'at most',
    limit: 1e-5,
    reason: 'measured 1.7e-7 to 3.1e-7; no flip happens yet in so few layers',
  },
  deepModel: {
    measure:
      "divergence of a deep model's logits over the noise floor, which is the reference run in f32 against itself in f64",
    rule: 'at most',
    limit: 3,
    reason:
      'a flipped int8 code cascades through the layers: a correct model differs from itself by 3.6 to 4.9 % at 30 layers, so no absolute limit can be both honest and strict',
  },
} as const satisfies Record<string, Tolerance>;

/** Whether a measured value is within a tolerance; a NaN never is. */
export function within({ rule, limit }: Tolerance, value: number): boolean {
  switch (rule) {
    case 'exactly':
      return value === limit;
    case 'at most':
      return value <= limit;
    case 'at least':
      return value >= limit;
  }
}
