/** The whole part of `a / b` for whole numbers from 0 to 2^31 - 1: an index computation, without a call for each weight. */
export function quotient(a: number, b: number): number {
  return (a / b) | 0;
}
