/** Fewest head runs that are judged. */
export const LEAST_RUNS = 5;
/** Most head runs that can be asked for. */
export const MOST_RUNS = 1000;

/** Chance to call a change worse, or fine, that is just the other, over all looks together. */
export const ERROR_RATE = 0.025;

/** When the runs are looked at, in runs of head: `min`, then twice as many each time, and at last `max`. */
export function looks(min: number, max: number): number[] {
  const counts: number[] = [];
  for (let n = min; n < max; n *= 2) counts.push(n);
  return [...counts, max];
}

/**
 * The error that one look may make: all looks together make at most their sum, however much they depend on each other. (Boundaries made for
 * dependent looks would be a little narrower, but hold for noise of the normal distribution and many runs only.)
 */
export function errorOfLook(min: number, max: number): number {
  return ERROR_RATE / looks(min, max).length;
}
