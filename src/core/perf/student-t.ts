import { bisect } from 'simple-statistics';

/** P(T <= t) of Student's t with `df` degrees of freedom (a whole number from 1 on): the finite sums in powers of a cosine. */
export function studentT(t: number, df: number): number {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(df));
  const cosine = Math.cos(angle);
  let sum = 0;
  let term = df % 2 === 0 ? 1 : cosine;
  for (let k = df % 2 === 0 ? 2 : 3; k <= df; k += 2) {
    sum += term;
    term *= (cosine * cosine * (k - 1)) / k;
  }
  const within = df % 2 === 0 ? Math.sin(angle) * sum : (2 / Math.PI) * (angle + Math.sin(angle) * sum);
  return t < 0 ? (1 - within) / 2 : (1 + within) / 2;
}

/** Above every quantile that is asked for: 1 - 1e-6 with one degree of freedom is 318,310. */
const FAR = 1e6;
const found = new Map<string, number>();

/** The t that a share `p` (0.5 to 1 - 1e-6) of Student's t lies below, to nine digits after the point. */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0.5 && p <= 1 - 1e-6) || !Number.isInteger(df) || df < 1)
    throw new RangeError(`no quantile ${p} with ${df} degrees of freedom`);
  const key = `${p} ${df}`;
  const known = found.get(key) ?? bisect((t) => studentT(t, df) - p, 0, FAR, 200, 1e-10);
  found.set(key, known);
  return known;
}
