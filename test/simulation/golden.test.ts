import { describe, expect, test } from '@jest/globals';
import { Simulation } from './simulation.ts';

describe('the golden flow in the simulation', () => {
  test('29 hops of the real code on the model of GitHub end ready, and no invariant is broken', async () => {
    const outcome = await new Simulation({ seed: 1, calm: true }).run();
    expect(outcome.violations).toEqual([]);
    expect([outcome.state, outcome.hops]).toEqual(['ready', 29]);
  });

  test('an equal seed gives an equal run, call by call', async () => {
    const run = () => new Simulation({ seed: 11, trace: true }).run();
    const [first, second] = [await run(), await run()];
    expect(second.events).toEqual(first.events);
    expect(second.ledger).toBe(first.ledger);
  });
});
