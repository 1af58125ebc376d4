import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FinishedHop } from '../../src/local/finished-hop.ts';
import { callsOf, makeWorld, saidBy, type World } from './flow-world.ts';

const nameOf = (hop: FinishedHop): string => hop.result.title.replace(/^\d+\//, '');
const logs = (hop: FinishedHop): string =>
  hop.result.jobs
    .flatMap((job) => job.steps)
    .flatMap((step) => (step.log === '' ? [] : [readFileSync(step.log, 'utf8')]))
    .join('\n');

describe('a flow with lost answers, an edited and a deleted Ledger, a pushed head, dead and doubled runs', () => {
  let world: World;
  let deadRun = 0;
  let pushed = '';
  /** What is lost once, after its effect, in the first hop. */
  const lose = [/^POST .*\/check-runs$/, /^POST .*\/issues\/\d+\/comments$/, /^POST .*\/dispatches$/];
  const lost = new Set<RegExp>();

  beforeAll(async () => {
    world = await makeWorld({
      onRequest: ({ method, path, token }, title) => {
        if (!/\/0\/0 start$/.test(title) || token.login !== 'github-actions[bot]') return undefined;
        const hit = lose.find((pattern) => pattern.test(`${method} ${path}`) && !lost.has(pattern));
        if (hit === undefined) return undefined;
        lost.add(hit);
        return { status: 502, after: true };
      },
      before: async (title, { ledger, api, checks, push, issue, flow }) => {
        if (title.endsWith('/2/1 spec-analyzer')) {
          const { id, body } = await ledger();
          await api('PATCH', `/issues/comments/${id}`, {
            body: body.replace('| 1 | issue-creator', '| 1 | nobody') + '\na person was here\n',
          });
        }
        if (title.endsWith('/3/1 issue-finalizer')) pushed = await push(`feat/${issue}`);
        if (title.endsWith('/5/1 spec-creator')) {
          const { id } = await ledger();
          await api('DELETE', `/issues/comments/${id}`);
          const foreign = flow.github.mintToken({ actor: 'foreign-app', permissions: { checks: 'write' } });
          const output = { title: 'x', summary: 'x', text: (await checks(pushed))[0] ? 'forged' : 'x' };
          await api(
            'POST',
            '/check-runs',
            { name: 'generative:gate:scope', head_sha: pushed, status: 'completed', conclusion: 'success', output },
            foreign,
          );
        }
        if (title.endsWith('/6/1 schema-validator') && deadRun === 0) {
          deadRun = flow.github.runs().at(-1)!.id;
          return false;
        }
        return !title.endsWith('/7/1 spec-finalizer');
      },
    });
    await world.flow.start({ subject: String(world.issue) });
  }, 180_000);
  afterAll(() => world.close());

  test('takes the hops it should, and no other', () => {
    expect(world.flow.hops.map((hop) => `${nameOf(hop)} ${hop.result.conclusion}`)).toEqual([
      '0/0 start success',
      '2/1 spec-analyzer success',
      '3/1 issue-finalizer success',
      '4/1 issue-finalizer success',
      '5/1 spec-creator success',
      '5/2 spec-creator success', // its page links to nothing: the gate is red, and another try is no better
      '6/1 schema-validator cancelled',
    ]);
  });

  test('I3 I5: lost answers leave one Ledger, one check and one run each', async () => {
    expect(lost.size).toBe(3);
    expect((await world.comments()).filter((comment) => comment.body.includes('bitnet-flow:ledger'))).toHaveLength(1);
    const { state } = await world.ledger();
    for (const sha of new Set(state.facts.map((fact) => fact.sha))) {
      const own = (await world.checks(sha))
        .filter((check) => check.app.slug === 'github-actions')
        .map((check) => check.name);
      expect(own).toEqual([...new Set(own)]);
    }
    const titles = world.flow.github.runs().map((run) => run.displayTitle);
    expect(titles).toEqual([...new Set(titles)]);
  });

  test('A-51 an edit by a person is repaired, said, and their text kept until the Ledger was deleted', async () => {
    const { state, body } = await world.ledger();
    const second = state.hops.find((hop) => hop.seq === 2)!;
    expect(second.end?.advisories).toContain('ledger repaired');
    expect(body).toContain('| 1 | issue-creator');
    expect(body).toContain('ledger repaired');
  });

  test('a pushed head ends the hop as stale, and its redo takes it', async () => {
    const { state } = await world.ledger();
    const [stale, redo] = state.hops.filter((hop) => hop.agent === 'issue-finalizer');
    expect(stale!.end).toMatchObject({ seq: 3, status: 'skipped', reason: 'stale-head', sha: pushed });
    expect(redo!.end).toMatchObject({ seq: 4, attempt: 1, status: 'pass', acs: ['AC1'] });
    expect(redo!.starts[0]).toMatchObject({ redo: 1, sha: pushed });
  });

  test('I1: a deleted Ledger is rebuilt whole from checks and the dispatch, and says so', async () => {
    const { state, body } = await world.ledger();
    expect(state.hops.map((hop) => `${hop.seq} ${hop.agent} ${hop.end?.status ?? 'open'}`)).toEqual([
      '1 issue-creator pass',
      '2 spec-analyzer pass',
      '3 issue-finalizer skipped',
      '4 issue-finalizer pass',
      '5 spec-creator fail',
      '5 spec-creator fail',
      '6 schema-validator open',
    ]);
    expect(body).toContain('ledger rebuilt');
    expect(state.acs).toEqual(['AC1']);
  });

  test('A-53 a check of a foreign app is not counted, and reported', async () => {
    const { state, body } = await world.ledger();
    expect(body).toContain('foreign-check');
    expect(state.facts.some((fact) => fact.kind === 'gate' && fact.sha === pushed)).toBe(false);
  });

  test('I2: at most one commit per hop, each with its trailer', async () => {
    const { body } = await world.api('GET', `/commits?sha=feat/${world.issue}`);
    const hops = (body as { commit: { message: string } }[]).flatMap(
      ({ commit }) => /^Flow-Hop: (.+)$/m.exec(commit.message)?.[1] ?? [],
    );
    expect(hops).toEqual([`generative/${world.issue}/5/spec-creator/1`, `generative/${world.issue}/1/issue-creator/1`]);
  });

  test('I7: no word of an agent is live in the Ledger', async () => {
    const { body } = await world.ledger();
    expect(body).toContain('fixes #&#8203;1 @&#8203;team &lt;!-- gates:end --&gt;');
    expect(body.match(/<!-- gates:end -->/g)).toHaveLength(1);
  });

  test('doubled, late and dead runs: superseded, running, duplicate, and one takeover', async () => {
    const { github } = world.flow;
    const bot = github.mintToken({ actor: 'bot', permissions: { actions: 'write' }, label: 'replay' });
    const { inputs } = github.runs().find((run) => run.id === deadRun)!;
    const last = () => world.flow.hops.at(-1)!;
    const before = await world.ledger();

    github.setRunStatus(deadRun, 'in_progress');
    await world.dispatch(inputs, bot);
    await world.flow.settle();
    expect(saidBy(last().result)).toMatch(/^superseded: /);
    await world.flow.start({ subject: String(world.issue) });
    expect(saidBy(last().result)).toMatch(/^running: /);
    await world.dispatch({ ...inputs, head: 'a'.repeat(40) }, bot);
    await world.flow.settle();
    expect(saidBy(last().result)).toMatch(/^malformed: /);
    expect(last().result.conclusion).toBe('failure');
    expect((await world.ledger()).body).toBe(before.body); // I8: nothing was written

    github.setRunStatus(deadRun, 'completed', 'cancelled');
    await world.dispatch(inputs, bot);
    await world.flow.settle();
    const { state } = await world.ledger();
    expect(state.hops.find((hop) => hop.seq === 6)!.starts).toHaveLength(2);
    expect(state.last).toMatchObject({ seq: 6, agent: 'schema-validator' });

    const after = await world.ledger();
    await world.dispatch(inputs, bot); // A-58 replay
    await world.flow.settle();
    expect(saidBy(last().result)).toMatch(/^duplicate: /);
    expect(last().result.conclusion).toBe('success');
    expect((await world.ledger()).body).toBe(after.body);
  }, 60_000);

  test('every exchange is one that GitHub describes', () => expect(world.flow.github.violations).toEqual([]));
});

describe('checks off', () => {
  let world: World;
  let resumed = false;
  beforeAll(async () => {
    const status: Record<string, number> = { '0/0 start': 403, '2/1 spec-analyzer': 404, '3/1 issue-finalizer': 422 };
    world = await makeWorld({
      onRequest: ({ method, path }, title) => {
        if (!/\/check-runs/.test(path) || method === 'GET') return undefined;
        return { status: resumed ? 410 : (status[title.replace(/^\d+\//, '')] ?? 410), body: { message: 'no' } };
      },
      before: async (title) => !title.includes('/4/'),
    });
    await world.flow.start({ subject: String(world.issue) });
  }, 120_000);
  afterAll(() => world.close());

  test('A-61 403 and 404: CHECK-SKIPPED, the Ledger alone, and the flow goes on', async () => {
    const [first, second] = world.flow.hops;
    expect([first!.result.conclusion, second!.result.conclusion]).toEqual(['success', 'success']);
    expect(logs(first!)).toContain('CHECK-SKIPPED: reason=checks-403');
    expect(logs(second!)).toContain('CHECK-SKIPPED: reason=checks-404');
    const { state, body } = await world.ledger();
    expect(state.hops[0]!.end!.advisories).toContain('CHECK-SKIPPED: reason=checks-403');
    expect(body).toContain('CHECK-SKIPPED: reason=checks-404');
  });

  test('A-61 422 is an error: the hop does not end', async () => {
    expect(world.flow.hops).toHaveLength(3);
    expect(world.flow.hops[2]!.result.conclusion).toBe('failure');
    const { state } = await world.ledger();
    expect(state.hops.find((hop) => hop.seq === 3)?.end).toBeUndefined();
  });

  test('a person resumes what broke; 410 is off as well', async () => {
    resumed = true;
    await world.flow.start({ subject: String(world.issue) });
    const hop = world.flow.hops[3]!;
    expect(hop.result.conclusion).toBe('success');
    expect(logs(hop)).toContain('CHECK-SKIPPED: reason=checks-410');
    const { state } = await world.ledger();
    expect(state.last).toMatchObject({ seq: 3, status: 'pass', acs: ['AC1'] });
  }, 60_000);

  test('a hop without gates needs no more than its budget', () => {
    const { calls, writes } = callsOf(world.flow, world.flow.hops[1]!.run.id);
    expect(calls).toBeLessThanOrEqual(10);
    expect(writes).toBeLessThanOrEqual(6);
  });
});
