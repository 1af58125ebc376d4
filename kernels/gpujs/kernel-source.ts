import { DIGITS_PER_WORD } from './digits.ts';

const DIGIT = (digit: number): string => `
    high = Math.floor(rest * 0.25);
    sum += (rest - high * 4.0) * x[this.thread.y][first + ${digit}];
    rest = high;`;

/**
 * The kernel, as the text that gpu.js translates: for weight row `thread.x`, activation row `thread.y` and tile `thread.z` the sum of digit times
 * activation. Constants: `w`, the words of a panel, and `tile`, the words of a tile; `x` holds one number for each digit. All of it is
 * exact in f32, see panels.ts. Both arrays have two dimensions: a single index computed in the kernel would be an f32 and wrong beyond 2^24.
 */
export const PRODUCT_KERNEL = `function product(x) {
  let sum = 0.0;
  let high = 0.0;
  for (let i = 0; i < this.constants.tile; i++) {
    const word = this.thread.z * this.constants.tile + i;
    const first = word * ${DIGITS_PER_WORD};
    let rest = this.constants.w[this.thread.x][word];${Array.from({ length: DIGITS_PER_WORD }, (_, i) => DIGIT(i)).join('')}
  }
  return sum;
}`;
