import { describe, expect, test } from '@jest/globals';
import { GOLDEN } from './agent-script.ts';
import type { Control } from './controls.ts';
import { factsOfCopies } from './copies.ts';
import { planFaults } from './faults.ts';
import { Random } from './random.ts';
import { runSchedule } from './soak.ts';

/** Agents never give a result, so that the flow stops; then a person comments, four times in turn. */
const control: Control = {
  name: 'comments',
  temper: { ...GOLDEN, failing: 1 },
  provoke: ['resume by a comment'],
  breaks: [],
};
const schedule = (seed: number, changes: Partial<Control> = {}) => {
  const plan = planFaults(new Random(seed).fork('faults'), control.provoke);
  const only = plan.flatMap(({ name, index }) => (name === 'resume by a comment' ? [index] : []));
  return runSchedule({ seed, control: { ...control, ...changes }, only });
};
const fates = (events: readonly string[]): string[] =>
  events.flatMap((line) => /its workflow (.*)$/.exec(line)?.[1] ?? []);

describe('a comment that asks a stopped flow to go on', () => {
  test('is heard, wherever its workflow and its run die, and starts one hop', async () => {
    const seen: string[] = [];
    for (const seed of [1, 2, 3]) {
      const { violations, events, repairs, github } = await schedule(seed);
      expect({ seed, violations }).toEqual({ seed, violations: [] });
      const met = fates(events);
      const resumed = factsOfCopies(github).flatMap((fact) => (fact.kind === 'start' ? (fact.resume ?? []) : []));
      expect(resumed).toHaveLength(met.length);
      expect(new Set(resumed).size).toBe(met.length);
      expect(repairs).toBe(met.filter((fate) => fate !== 'works').length);
      seen.push(...met);
    }
    expect([...new Set(seen)].sort()).toEqual(['dies before its run', 'dies unanswered', 'run dies', 'works']);
  });

  test('is lost without the sweeper, which the simulation feels', async () => {
    const { violations } = await schedule(1, { sweeper: false });
    expect(violations.map(({ invariant, what }) => `${invariant}: ${what}`)).toEqual([
      expect.stringMatching(/^stuck: comment \d+ asked the flow to go on, and nothing came of it$/),
    ]);
  });
});
