import { describe, expect, test } from '@jest/globals';

import {
  ancestors,
  jobStatus,
  readyJobs,
  runConclusion,
  type Conclusion,
} from '../../../../src/local/executor/schedule.ts';

// a <- b <- c, and d on its own
const JOBS = [
  { id: 'a', needs: [] },
  { id: 'b', needs: ['a'] },
  { id: 'c', needs: ['b'] },
  { id: 'd', needs: [] },
];
const results = (text: string): Map<string, Conclusion> =>
  new Map(text.split(' ').flatMap((pair) => (pair === '' ? [] : [pair.split('=') as [string, Conclusion]])));

describe('jobStatus', () => {
  test.each([
    ['a', '', false, 'success'],
    ['b', 'a=success', false, 'success'],
    ['b', 'a=failure', false, 'failure'],
    ['b', 'a=skipped', false, 'none'],
    ['b', 'a=cancelled', false, 'none'],
    ['c', 'a=success b=success', false, 'success'],
    // A chain remembers: b ran by always(), but a was skipped or failed.
    ['c', 'a=skipped b=success', false, 'none'],
    ['c', 'a=failure b=success', false, 'failure'],
    ['c', 'a=success b=success d=failure', false, 'success'],
    ['c', 'a=failure b=failure', true, 'cancelled'],
  ])('%s after %j, cancelled %j: %s', (id, before, cancelled, expected) => {
    const status = jobStatus(id, JOBS, results(before), cancelled);
    const name = Object.entries(status).flatMap(([key, value]) => (value ? [key] : []));
    expect(name.join() || 'none').toBe(expected);
  });

  test('ancestors are transitive', () => {
    expect([...ancestors('c', JOBS)].sort()).toEqual(['a', 'b']);
  });

  test.each([
    ['', '', 'a d'],
    ['', 'a', 'd'],
    ['a=failure', 'a d', 'b'],
    ['a=success b=skipped', 'a b', 'c d'],
  ])('after %j with %j started, ready are %j', (before, started, expected) => {
    const ready = readyJobs(JOBS, results(before), new Set(started.split(' ')));
    expect(ready.map((job) => job.id).join(' ')).toBe(expected);
  });

  test.each([
    [['success', 'skipped'], 'success'],
    [['success', 'failure', 'cancelled'], 'failure'],
    [['success', 'cancelled'], 'cancelled'],
    [['skipped', 'skipped'], 'skipped'],
  ] as [Conclusion[], Conclusion][])('%j concludes %s', (jobs, expected) => {
    expect(runConclusion(jobs)).toBe(expected);
  });
});
