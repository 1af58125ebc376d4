/** A number in [0, 1) at each call. */
export type Random = () => number;

/** Mulberry32: small, fast and the same everywhere. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const exponential = (random: Random): number => -Math.log(1 - random());

/** Student's t as a normal number over the root of a chi-square. */
function studentT(random: Random, df: number): number {
  let squares = 0;
  for (let i = 0; i < df; i++) squares += normal(random) ** 2;
  return normal(random) / Math.sqrt(squares / df);
}

/** Noise of so many runs one after the other, as natural logarithms of their times. */
export type Noise = (count: number, random: Random) => number[];

const each =
  (draw: (random: Random) => number): Noise =>
  (count, random) =>
    Array.from({ length: count }, () => draw(random));

/** Each number remembers a share of the one before; the spread stays 2 %. */
const remembering =
  (share: number): Noise =>
  (count, random) => {
    let state = 0.02 * normal(random);
    return Array.from(
      { length: count },
      () => (state = share * state + Math.sqrt(1 - share * share) * 0.02 * normal(random)),
    );
  };

const steady = each((random) => 0.005 * normal(random));
const plus =
  (noise: Noise, course: (run: number, count: number) => number): Noise =>
  (count, random) =>
    noise(count, random).map((value, run) => value + course(run, count));

/** Noises by name. What a machine that measures can do, and three that are worse than what one should. */
export const NOISES = {
  'normal, 2 %': each((random) => 0.02 * normal(random)),
  'lognormal, a long tail of slow runs': each((random) => Math.log(1 + 0.05 * Math.exp(normal(random)))),
  'heavy tails (t, 3 degrees), 2 %': each((random) => 0.02 * studentT(random, 3)),
  'heavier tails (t, 2 degrees), 2 %': each((random) => 0.02 * studentT(random, 2)),
  '0.5 %, one run in 20 up to twice as long': each(
    (random) => 0.005 * normal(random) + (random() < 0.05 ? 0.5 * exponential(random) : 0),
  ),
  'two speeds 10 % apart, 0.5 %': each((random) => 0.005 * normal(random) + (random() < 0.3 ? 0.1 : 0)),
  'drift, 0.5 % slower each run': plus(steady, (run) => 0.005 * run),
  'warming up by 20 %': plus(steady, (run) => 0.2 * (1 - Math.exp(-run / 20))),
  'a step of 10 % in the middle': plus(steady, (run, count) => (run > count / 3 ? 0.1 : 0)),
  'autocorrelated 0.5, 2 %': remembering(0.5),
  'autocorrelated 0.9, 2 %': remembering(0.9),
  'random walk, 0.5 % a run': (count, random) => {
    let state = 0;
    return Array.from({ length: count }, () => (state += 0.005 * normal(random)));
  },
} as const satisfies Readonly<Record<string, Noise>>;

/** Beyond what is promised: named with their numbers, so that nobody has to find out. */
export const BEYOND = {
  'autocorrelated −0.3, 2 %': remembering(-0.3),
  'autocorrelated −0.6, 2 %': remembering(-0.6),
  '0.5 %, one run in 7 up to twice as long': each(
    (random) => 0.005 * normal(random) + (random() < 0.15 ? 0.5 * exponential(random) : 0),
  ),
} as const satisfies Readonly<Record<string, Noise>>;
