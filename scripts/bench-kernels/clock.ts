/** The middle of a list of numbers. */
export const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? NaN;

/** Milliseconds of some work. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The median milliseconds of some work done `rounds` times, after some rounds that are not counted: compilers need to see code run. */
export async function medianOf(rounds: number, work: () => unknown): Promise<number> {
  for (let round = 0; round < Math.min(3, rounds); round++) await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(work));
  return median(times);
}

/**
 * Milliseconds of processor time of one run of some work, out of `runs` runs. On a busy machine this is what the work takes, where a clock on the
 * wall would count the waiting of long work more often than that of short work.
 */
export async function processorMs(runs: number, work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / runs;
}
