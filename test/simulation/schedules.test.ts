import { beforeAll, describe, expect, test } from '@jest/globals';
import { crashAt, crashName, crashPoints, goldenRun } from './crash.ts';
import type { Outcome } from './simulation.ts';
import { runSchedules } from './soak.ts';

describe('schedules from seeds', () => {
  test('I1 to I10 hold, nothing is stuck', async () => {
    const tally = await runSchedules(Array.from({ length: 12 }, (_, at) => at + 1));
    expect(tally.failures).toEqual([]);
    expect(tally.schedules).toBe(12);
    expect(Object.values(tally.faults).reduce((sum, count) => sum + (count ?? 0), 0)).toBeGreaterThan(40);
  });
});

describe('a crash of the golden flow', () => {
  let golden: Outcome;
  beforeAll(async () => {
    golden = await goldenRun();
  });

  // Every call is tried by `npm run soak -- --crash`; here some, early and late, each before and after.
  test.each(['all jobs', 'failed jobs', 'sweeper'] as const)('repaired by %s leaves no trace', async (repair) => {
    const traces: string[] = [];
    for (let at = 2; at < crashPoints(golden); at += 150) {
      for (const when of ['before', 'after'] as const) {
        const { differences, crash } = await crashAt({ at, when, repair }, golden);
        if (differences.length > 0) traces.push(`${crashName(crash)}: ${differences.join('; ')}`);
      }
    }
    expect(traces).toEqual([]);
  });
});
