/**
 * The two rounding rules of ternary quantisers, written out. `Math.round` is neither: it rounds halves up, so -2.5
 * becomes -2 and 2.5 becomes 3.
 */

/** The integer nearest to `value`; a half goes to the even neighbour (rint, torch.round, the magic-number trick). */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest < 0.5) return below;
  if (rest > 0.5) return below + 1;
  return below % 2 === 0 ? below : below + 1;
}

/** The integer nearest to `value`; a half goes away from zero (C's lroundf, Rust's round). */
export function roundHalfAway(value: number): number {
  const size = Math.abs(value);
  const below = Math.floor(size);
  const rounded = size - below < 0.5 ? below : below + 1;
  return value < 0 ? -rounded : rounded;
}
