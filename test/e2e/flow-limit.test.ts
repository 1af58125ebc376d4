import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { flowState } from '../../src/core/ledger/render.ts';
import { makeWorld, type World } from './flow-world.ts';

/** The hour of the host ends so many calls after the flow began: enough for some hops, not for all. */
const CALLS = 85;

describe('a flow that meets the hourly limit of the host', () => {
  const hourly = { limit: CALLS, resetAt: Date.UTC(2090, 0, 1, 12) };
  let world: World;
  let begun: number;
  let refused = 0;

  beforeAll(async () => {
    world = await makeWorld({
      hourly,
      onRequest: ({ method, path }, title) => {
        const first = title.endsWith('/0/0 start') && method === 'POST' && path.endsWith('/check-runs');
        if (!first || refused++ > 0) return undefined;
        return { status: 429, headers: { 'retry-after': '1' }, body: { message: 'slow down' } };
      },
    });
    await world.flow.start({ subject: String(world.issue) });
    begun = world.flow.hops.length;
  }, 120_000);
  afterAll(() => world.close());

  const logs = (index: number): string =>
    world.flow.hops
      .at(index)!
      .result.jobs.flatMap((job) => job.steps)
      .flatMap((step) => (step.log === '' ? [] : [readFileSync(step.log, 'utf8')]))
      .join('\n');

  test('stops between two hops, loses nothing, and says until when', async () => {
    const { state, body } = await world.ledger();
    expect(begun).toBeGreaterThan(1);
    expect(world.flow.hops.every((hop) => hop.result.conclusion === 'success')).toBe(true);
    expect(flowState(state)).toBe('in-progress');
    expect(state.hops).toHaveLength(begun);
    expect(state.last?.until).toBe('2090-01-01T12:00:00Z');
    expect(body).toContain(`**Next:** ${state.last?.next.agent}, not before 2090-01-01T12:00:00Z: the host takes few`);
    expect(logs(-1)).toContain('the next hop waits until 2090-01-01T12:00:00Z');
  });

  test('a refusal with Retry-After is waited for, and said', async () => {
    expect(refused).toBeGreaterThan(1);
    expect(logs(0)).toContain(
      'waiting 1.0 s before POST /repos/{owner}/{repo}/check-runs again: the host said Retry-After',
    );
  });

  test('a hop that begins within the hour writes nothing and says until when', async () => {
    const before = (await world.ledger()).body;
    await world.flow.start({ subject: String(world.issue) });
    expect(world.flow.hops).toHaveLength(begun + 1);
    expect(world.flow.hops.at(-1)!.result.conclusion).toBe('success');
    expect(logs(-1)).toContain('waits until 2090-01-01T12:00:00Z');
    expect((await world.ledger()).body).toBe(before);
  });

  test('goes on where it stood in the next hour', async () => {
    hourly.limit = 5000;
    await world.flow.start({ subject: String(world.issue) });
    const { state, body } = await world.ledger();
    expect(state.hops[begun]!.agent).toBe(state.hops[begun - 1]!.end!.next.agent);
    expect(state.hops.length).toBeGreaterThan(begun + 1);
    expect(body).not.toContain('not before');
  }, 120_000);
});
