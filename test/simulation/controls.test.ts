import { describe, expect, test } from '@jest/globals';
import { CONTROLS } from './controls.ts';
import { breakControl } from './soak.ts';

const SEEDS = Array.from({ length: 60 }, (_, at) => at + 1);

describe('a defence that is taken away is missed', () => {
  test.each(CONTROLS.map(({ name, breaks }) => [name, breaks] as const))('%s breaks %s', async (name, breaks) => {
    const failure = await breakControl(name, SEEDS);
    expect(breaks).toContain(failure?.invariant);
  });
});
