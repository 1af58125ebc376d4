const FACTOR = 1_664_525;
const STEP = 1_013_904_223;

/** The 32-bit linear congruential stream that synthetic weights are made from; it can begin anywhere at once. */
export class Lcg {
  private state: number;

  /** The stream of a seed after so many numbers. */
  constructor(seed: number, skipped = 0) {
    // x -> factor * x + step, applied 2^n times, is of the same form; binary digits of `skipped` choose among them.
    let factor = FACTOR;
    let step = STEP;
    this.state = seed | 0;
    for (let left = skipped; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) this.state = (Math.imul(this.state, factor) + step) | 0;
      step = (Math.imul(step, factor) + step) | 0;
      factor = Math.imul(factor, factor);
    }
  }

  /** The next number, from 0 to 65,535. */
  next(): number {
    this.state = (Math.imul(this.state, FACTOR) + STEP) | 0;
    return this.state >>> 16;
  }
}
