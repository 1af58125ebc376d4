import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorld, type World } from './flow-world.ts';

describe('a host that refuses the next dispatch', () => {
  let world: World;
  let refuse = true;

  beforeAll(async () => {
    world = await makeWorld({
      onRequest: ({ method, path, token }) =>
        refuse && method === 'POST' && path.endsWith('/dispatches') && token.login === 'github-actions[bot]'
          ? { status: 403, body: { message: 'Resource not accessible by integration' } }
          : undefined,
      before: (title) => Promise.resolve(!title.endsWith('/3/1 spec-analyzer')),
    });
    await world.flow.start({ subject: String(world.issue) });
  }, 60_000);
  afterAll(() => world.close());

  test('I5: stops in needs-rework at the door of the next hop, and says what to repair', async () => {
    const { state, body } = await world.ledger();
    expect(state.last).toMatchObject({
      seq: 2,
      agent: 'spec-analyzer',
      status: 'fail',
      reason: 'dispatch-exhausted',
      next: { type: 'FINALIZE' },
    });
    expect(body).toContain('**State:** needs-rework');
    expect(body).toMatch(/- .*actions: write/);
    const { body: issue } = await world.api('GET', `/issues/${world.issue}`);
    const labels = (issue as { labels: { name: string }[] }).labels.map((label) => label.name);
    expect(labels).toEqual(expect.arrayContaining(['flow:generative', 'state:needs-rework']));
    expect(labels).not.toContain('state:in-progress');
  });

  test('goes on there when a person starts it again', async () => {
    refuse = false;
    await world.flow.start({ subject: String(world.issue) });
    const { state } = await world.ledger();
    const ends = state.hops.flatMap((hop) =>
      hop.end === undefined ? [] : [`${hop.seq} ${hop.agent} ${hop.end.status}`],
    );
    expect(ends.slice(0, 3)).toEqual(['1 issue-creator pass', '2 spec-analyzer fail', '3 spec-analyzer pass']);
  });
});
