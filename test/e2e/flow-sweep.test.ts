import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunTitle } from '../../src/core/run-name.ts';
import { flowState } from '../../src/core/ledger/render.ts';
import type { CrashPoint } from '../../src/local/crash.ts';
import { sweepFlows } from '../../src/runtime/flow/sweep.ts';
import { GitHubHost } from '../../src/runtime/github/host.ts';
import { realClock } from '../../src/runtime/github/transport.ts';
import { OWNER } from '../../src/local/flow-run.ts';
import { makeWorld, saidBy, type World } from './flow-world.ts';

const titles = (world: World): string[] =>
  world.flow.github
    .runs()
    .filter((run) => run.path.endsWith('/generative-node.yml'))
    .map((run) => `${run.displayTitle.replace(/^\d+\//, '')} ${run.conclusion ?? run.status}`);

/** What the sweeper says of the flows now, with no pause for lists that lag. */
async function sweepNow(world: World) {
  const { github } = world.flow;
  const token = github.mintToken({
    actor: 'bot',
    permissions: { contents: 'read', issues: 'read', pull_requests: 'read', checks: 'read', actions: 'read' },
    label: 'looking',
  });
  const host = new GitHubHost({ token, apiUrl: github.url, owner: OWNER, repo: 'demo' });
  const inputs = { token, flow: 'generative', profile: 'node', workflow: 'generative-node.yml', grace: 0 };
  return sweepFlows(inputs, { host, clock: realClock, log: () => undefined, pause: 0 });
}

describe('a flow whose runners die, one hop after the other', () => {
  const deaths = new Map<string, CrashPoint>([
    ['0/0', 'in-agent'], // a person's start: no fact is left
    ['2/1', 'before-ledger'], // its checks alone tell how it ended
    ['3/1', 'before-dispatch'],
    ['4/2', 'before-ledger'],
  ]);
  let world: World;
  let running: Awaited<ReturnType<typeof sweepNow>>['swept'] = [];
  let cancelled = false;

  beforeAll(async () => {
    world = await makeWorld({
      sweep: true,
      crash: ({ seq, attempt }: RunTitle) => {
        const point = deaths.get(`${seq}/${attempt}`);
        deaths.delete(`${seq}/${attempt}`);
        return point;
      },
      before: async (title) => {
        if (title.includes('/3/1 issue-finalizer')) running = (await sweepNow(world)).swept;
        if (!title.includes('/4/1 spec-creator') || cancelled) return true;
        cancelled = true; // a pending run that somebody cancelled: none of its jobs began
        return false;
      },
    });
    await world.flow.start({ subject: String(world.issue) });
  }, 180_000);
  afterAll(() => world.close());

  test('each hop that died is run again or gone on from, the others run once, and the flow comes to its end', async () => {
    expect(titles(world)).toEqual([
      '0/0 start cancelled',
      '1/1 issue-creator repair 1 success',
      '2/1 spec-analyzer cancelled',
      '3/1 issue-finalizer repair 1 cancelled',
      '4/1 spec-creator repair 1 cancelled',
      '4/1 spec-creator repair 2 success',
      '4/2 spec-creator cancelled',
      '5/1 schema-validator repair 1 success',
    ]);
    expect(flowState((await world.ledger()).state)).toBe('needs-rework');
  });

  test('I2 I5: every hop has one end, every commit is of another hop', async () => {
    const { state } = await world.ledger();
    expect(state.hops.every((hop) => hop.end !== undefined)).toBe(true);
    const { body } = await world.api('GET', `/commits?sha=feat/${world.issue}&per_page=100`);
    const hops = (body as { commit: { message: string } }[]).flatMap(
      ({ commit }) => /^Flow-Hop: (.+)$/m.exec(commit.message)?.[1] ?? [],
    );
    expect(hops).toEqual([...new Set(hops)]);
  });

  test('I3: one Ledger, one check of a name on a commit', async () => {
    const { state } = await world.ledger();
    for (const sha of new Set(state.facts.map((fact) => fact.sha))) {
      const names = (await world.checks(sha)).map((check) => check.name);
      expect(names).toEqual([...new Set(names)]);
    }
  });

  test('I8: a sweep writes nothing but the dispatch', () => {
    const own = new Set(world.flow.sweeps.map(({ run }) => String(run.id)));
    const writes = world.flow.github.calls.filter((call) => own.has(call.label) && call.write);
    expect(writes.length).toBe(titles(world).filter((title) => title.includes(' repair ')).length);
    for (const call of writes) expect(call.path).toMatch(/\/workflows\/generative-node\.yml\/dispatches$/);
  });

  test('a hop that runs is left alone', () => {
    expect(running).toMatchObject([{ subject: world.issue, attention: false, diagnosis: { kind: 'running' } }]);
    expect(running[0]).not.toHaveProperty('run');
  });

  test('a sweep that finds nothing to do ends well, and says how the flow stands', () => {
    const last = world.flow.sweeps.at(-1)!.result;
    expect(last.conclusion).toBe('success');
    expect(last.jobs[0]!.steps[0]!.summary).toContain('ended: needs-rework');
  });

  test('every exchange is one that GitHub describes', () => expect(world.flow.github.violations).toEqual([]));
});

describe('a hop that cannot be run', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({
      sweep: true,
      crash: ({ seq, repair }) => (seq === 2 && repair <= 2 ? 'in-agent' : undefined),
    });
    await world.flow.start({ subject: String(world.issue) });
  }, 120_000);
  afterAll(() => world.close());

  test('two repairs run it again, the third ends the flow in needs-rework (dispatch-exhausted)', async () => {
    expect(titles(world)).toEqual([
      '0/0 start success',
      '2/1 spec-analyzer cancelled',
      '2/1 spec-analyzer repair 1 cancelled',
      '2/1 spec-analyzer repair 2 cancelled',
      '2/1 spec-analyzer repair 3 success',
    ]);
    const { state, body } = await world.ledger();
    expect(state.last).toMatchObject({
      seq: 2,
      status: 'fail',
      reason: 'dispatch-exhausted',
      next: { type: 'FINALIZE' },
    });
    expect(state.last?.plan).toContain('two repairs');
    expect(body).toContain('**State:** needs-rework');
    expect(body).toMatch(/\| 2 \| spec-analyzer \|.*run died, taken over/);
  });
});

describe('a hop that cannot even be ended', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({
      sweep: true,
      crash: ({ seq, repair }) => (seq !== 2 ? undefined : repair <= 2 ? 'in-agent' : 'before-ledger'),
    });
    await world.flow.start({ subject: String(world.issue) });
  }, 120_000);
  afterAll(() => world.close());

  test('five repairs and no more; then the sweep is red and names the issue', async () => {
    expect(titles(world).filter((title) => title.startsWith('2/1'))).toHaveLength(6);
    await world.flow.sweep();
    expect(titles(world).filter((title) => title.startsWith('2/1'))).toHaveLength(6);
    const last = world.flow.sweeps.at(-1)!.result;
    expect(last.conclusion).toBe('failure');
    expect(saidBy(last)).toContain(`a person is needed on ${world.issue}`);
    expect(last.jobs[0]!.steps[0]!.outputs).toMatchObject({ attention: String(world.issue), repaired: '' });
  }, 60_000);
});
