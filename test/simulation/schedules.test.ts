import { beforeAll, describe, expect, test } from '@jest/globals';
import { crashAt, crashBatches, goldenRun, type Golden } from './crash.ts';
import { runSchedules } from './soak.ts';

describe('schedules from seeds', () => {
  test('I1 to I10 hold, nothing is stuck', async () => {
    const tally = await runSchedules(Array.from({ length: 30 }, (_, at) => at + 1));
    expect(tally.failures).toEqual([]);
    expect(tally.schedules).toBe(30);
    expect(Object.values(tally.faults).reduce((sum, count) => sum + (count ?? 0), 0)).toBeGreaterThan(100);
  });
});

describe('crashes of the golden flow', () => {
  let golden: Golden;
  beforeAll(async () => {
    golden = await goldenRun();
  });

  // Every call is tried by `npm run soak -- --crash`; here each hop at one call or two, that of its Ledger among them.
  test.each(['all jobs', 'failed jobs', 'sweeper'] as const)('repaired by %s leave no trace', async (repair) => {
    for (const [when, number] of [
      ['before', 2],
      ['after', 6],
    ] as const) {
      for (const crash of crashBatches(golden, when, repair)) {
        if (crash.at[0]!.call !== number) continue;
        const { count, traces } = await crashAt(crash, golden);
        expect(traces).toEqual([]);
        expect(count).toBeGreaterThan(10);
      }
    }
  });

  test('a state that differs is felt, and told by the call', async () => {
    const [hop] = [...golden.before.keys()].slice(2);
    const at = golden.calls.filter((point) => point.call === 3 && ['1/1', hop].includes(point.hop));
    const end = { ...golden.end, branch: '' };
    const told = await crashAt({ at, when: 'after', repair: 'all jobs' }, { ...golden, end });
    expect(told.traces).toEqual([
      'after call 3 of hop 1/1, repaired by a re-run of all jobs: the branch differs at the end',
      `after call 3 of hop ${hop}, repaired by a re-run of all jobs: the branch differs at the end`,
    ]);
  });
});
