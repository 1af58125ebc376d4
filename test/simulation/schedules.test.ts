import { describe, expect, test } from '@jest/globals';
import { crashAt, crashName, crashPoints, goldenRun } from './crash.ts';
import { runSchedules } from './soak.ts';

describe('schedules from seeds', () => {
  test('I1 to I10 hold, nothing is stuck', async () => {
    const tally = await runSchedules(Array.from({ length: 30 }, (_, at) => at + 1));
    expect(tally.failures).toEqual([]);
    expect(tally.schedules).toBe(30);
    expect(Object.values(tally.faults).reduce((sum, count) => sum + (count ?? 0), 0)).toBeGreaterThan(100);
  });
});

describe('a crash of the golden flow', () => {
  // Every call is tried by `npm run soak -- --crash`; here calls of each job, and the one that moves the Ledger.
  test.each(['all jobs', 'failed jobs', 'sweeper'] as const)('repaired by %s leaves no trace', async (repair) => {
    const golden = await goldenRun();
    const traces: string[] = [];
    for (let at = 2; at < crashPoints(golden); at += 75) {
      for (const when of ['before', 'after'] as const) {
        const { differences, crash } = await crashAt({ at, when, repair }, golden);
        if (differences.length > 0) traces.push(`${crashName(crash)}: ${differences.join('; ')}`);
      }
    }
    expect(traces).toEqual([]);
  });
});
