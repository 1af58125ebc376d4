import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FlowError } from '../../../../src/core/errors.ts';
import { factSchema, type Fact } from '../../../../src/core/fact.ts';
import { fold } from '../../../../src/core/fold.ts';
import { TIER_B_MARKER } from '../../../../src/core/gate-registry/comment.ts';
import { plainRow, ranRow, type GateRow } from '../../../../src/core/gate-registry/outcome.ts';
import type { RegistryGate } from '../../../../src/core/gate-registry/registry.ts';
import { makeReport } from '../../../../src/core/gate-registry/run-report.ts';
import type { Expected } from '../../../../src/core/gate-registry/tier-b.ts';
import { decodeBlock } from '../../../../src/core/ledger/block.ts';
import { renderLedger } from '../../../../src/core/ledger/render.ts';
import { tierReport, tierResolve, tierWatch } from '../../../../src/flow/tier-actions.ts';
import { GitHubHost } from '../../../../src/runtime/github/host.ts';
import { reportTier, type ReportInputs } from '../../../../src/runtime/tier/report.ts';
import { resolveTier, type ResolveInputs } from '../../../../src/runtime/tier/resolve.ts';
import { watchForRunner, type WatchInputs } from '../../../../src/runtime/tier/watch.ts';
import { IDS, openWorld, type World } from './world.ts';

let world: World;
/** Every job has a client, and a budget of calls, of its own. */
let job: () => GitHubHost;
beforeAll(async () => {
  const hops = readFileSync(new URL('../../../../workflows-templates/generative-node.yml', import.meta.url), 'utf8');
  world = await openWorld(new Map([['.github/workflows/generative.yml', hops]]));
  const token = world.github.mintToken({
    permissions: { contents: 'read', checks: 'write', pull_requests: 'write', issues: 'read', actions: 'write' },
  });
  job = () => new GitHubHost({ token, apiUrl: world.github.url, owner: 'acme', repo: 'engine' });
});
afterAll(() => world.close());

let now = 0;
const clock = { now: () => now, sleep: async (ms: number) => void (now += ms) };
const lines: string[] = [];
const log = (line: string): void => void lines.push(line);
const resolving = { clock, log, actor: 'maintainer', pause: 1 };
const resolve = (inputs: Record<string, string>, more: object = {}) =>
  resolveTier(tierResolve.inputs.parse({ token: 'x', pr: '1', bundle: 'five', ...inputs }) as ResolveInputs, {
    host: job(),
    ...resolving,
    ...more,
  });

describe('resolve', () => {
  test('fixes merge, head and base, and takes the gates from the base', async () => {
    const { outputs, summary } = await resolve({});
    expect(outputs).toMatchObject({ state: 'ready', merge: world.merge(), head: world.head(), base: world.base });
    const expected = JSON.parse(outputs.expected) as Expected;
    expect([expected.selection, expected.gates.map(({ id }) => id)]).toEqual(['five', IDS]);
    for (const id of IDS) expect(summary).toContain(`- \`${id}\``);
  });
  test('a second look takes nothing newer: the same, or stale', async () => {
    const before = { merge: world.merge(), head: world.head() };
    expect((await resolve(before)).outputs.state).toBe('ready');
    world.push('two');
    const { outputs, summary } = await resolve(before);
    expect(outputs).toEqual({ state: 'stale', merge: '', head: '', base: '', expected: '' });
    expect(summary).toContain('skipped (stale-merge-ref)');
    expect((await resolve({})).outputs.head).toBe(world.head());
  });
  test.each<[string, Record<string, string>, object, string]>([
    ['A-58 somebody without write permission', {}, { actor: 'stranger' }, 'stranger may not start tier B'],
    ['a bundle that is none', { bundle: 'fiv' }, {}, 'there is no bundle "fiv"'],
    ['a registry that the base does not have', { registry: 'other.toml' }, {}, 'other.toml is not in the base'],
    ['a pull request that is none', { pr: '9' }, {}, 'Not Found'],
  ])('%s is refused', async (_, inputs, more, message) => await expect(resolve(inputs, more)).rejects.toThrow(message));
});

describe('watch', () => {
  const watch = (seen: object) => {
    Object.assign(world.job, seen);
    world.asked.length = 0;
    now = 0;
    return watchForRunner(tierWatch.inputs.parse({ token: 'x', minutes: '20' }) as WatchInputs, {
      host: job(),
      clock,
      log,
      run: 77,
      pause: 60_000,
    });
  };
  test('a job that a runner took is left alone', async () => {
    expect(await watch({ status: 'in_progress', runner_id: 1, runner_name: 'x' })).toBe('taken');
    expect(await watch({ status: 'completed', runner_id: null, runner_name: null })).toBe('ended');
    expect(world.asked).toEqual(['GET /actions/runs/77/jobs']);
  });
  test('a job that stays queued ends its run after the minutes, and not before', async () => {
    expect(await watch({ status: 'queued', runner_id: 0, runner_name: '' })).toBe('no-runner');
    expect(now).toBe(20 * 60_000);
    expect(world.asked.at(-1)).toBe('POST /actions/runs/77/cancel');
    expect(lines.at(-1)).toContain('degraded-provider');
  });
  /** A host whose every answer is given by the minute. */
  const answering = (asked: string[], look: (minute: number) => unknown) => {
    now = 0;
    const call = (route: string): Promise<unknown> => {
      asked.push(route.split('/').at(-1)!);
      if (route.endsWith('/cancel')) return Promise.resolve({});
      const said = look(Math.floor(now / 60_000));
      return said instanceof Error
        ? Promise.reject(said)
        : Promise.resolve({ jobs: [{ name: 'gates', ...(said as object) }] });
    };
    const host = { owner: 'acme', repo: 'engine', client: { call } } as unknown as GitHubHost;
    const inputs = tierWatch.inputs.parse({ token: 'x', minutes: '20' }) as WatchInputs;
    return watchForRunner(inputs, { host, clock, log, run: 77, pause: 60_000 });
  };
  test('a host that fails for a while neither ends the wait early nor begins it again', async () => {
    const asked: string[] = [];
    const broken = Object.assign(new Error('Bad gateway'), { status: 502 });
    const queued = { status: 'queued', runner_id: 0, runner_name: '' };
    const end = answering(asked, (minute) => (minute % 3 === 2 ? broken : queued));
    expect([await end, now / 60_000, asked.at(-1)]).toEqual(['no-runner', 21, 'cancel']);
  });
  test('calls that are used up end the watch, which says so', async () => {
    const used = new FlowError('host', 'this job has made its 400 calls', {});
    const asked: string[] = [];
    await expect(answering(asked, (minute) => (minute < 5 ? { status: 'waiting' } : used))).rejects.toThrow(
      'its 400 calls',
    );
    // One that is not queued yet is looked at every third time.
    expect([asked.length, now / 60_000]).toEqual([3, 6]);
  });
  test('a job that waits for another run is not queued, and the watch itself ends', async () => {
    expect(await watch({ status: 'pending', runner_id: 0, runner_name: '' })).toBe('no-runner');
    expect(world.asked.some((one) => one.endsWith('/cancel'))).toBe(false);
    expect(now).toBeLessThan(6 * 3_600_000);
  });
});

describe('report', () => {
  const gate = (id: string): RegistryGate => ({
    id,
    tier: 'b',
    kind: id === 'demo:external' ? 'external' : 'cmd',
    timeout: 9,
    gpus: 0,
    requires: [],
    requiresFiles: [],
  });
  const rows: GateRow[] = [
    ranRow(gate('demo:pass'), { outcome: 'pass', why: 'exit 0; pytest: 4 passed' }, [{ key: 'exit', value: '0' }]),
    ranRow(gate('demo:fail'), { outcome: 'fail', reason: 'exit', why: 'exit 1' }, [{ key: 'exit', value: '1' }]),
    ranRow(gate('demo:hang'), { outcome: 'fail', reason: 'timeout', why: 'timeout after 1 s' }, []),
    plainRow(gate('demo:env'), 'fail', 'missing-env', 'missing env: DEMO_DATA_ROOT'),
    plainRow(gate('demo:external'), 'pending', 'external', 'not attested; note: by hand'),
  ];
  const report = async (more: Record<string, string> = {}, results: readonly GateRow[] | null = rows) => {
    const { outputs } = await resolve({});
    const { merge, head, base, expected } = outputs;
    const { registry } = JSON.parse(expected) as Expected;
    const left =
      results === null
        ? ''
        : JSON.stringify(
            makeReport({
              registry: { ...registry, commit: base },
              selection: 'five',
              sha: merge,
              gpus: [],
              rows: [...results],
            }),
          );
    const inputs = tierReport.inputs.parse({
      token: 'x',
      pr: '1',
      merge,
      head,
      base,
      expected,
      state: 'ready',
      job: 'success',
      results: left,
      ...more,
    }) as ReportInputs;
    const runUrl = 'https://github.example/acme/engine/actions/runs/77';
    return await reportTier(inputs, { host: job(), clock, log, pause: 1, run: 77, runUrl, workflowSha: world.base });
  };
  const comments = async (mark = TIER_B_MARKER) =>
    ((await world.api('/issues/1/comments')) as { id: number; body: string; user: { login: string } }[]).filter(
      ({ body }) => body.includes(mark),
    );
  const checks = async () =>
    (
      (await world.api(`/commits/${world.head()}/check-runs`)) as {
        check_runs: { name: string; conclusion: string; output: { text: string } }[];
      }
    ).check_runs;

  test('writes one comment and a check for each gate that ran; a second time it edits them', async () => {
    const first = await report();
    expect(first.report.verdict).toBe('fail');
    expect(first.facts).toEqual([]);
    expect((await checks()).map(({ name, conclusion }) => `${name} ${conclusion}`).sort()).toEqual([
      'generative:gate:demo:fail failure',
      'generative:gate:demo:hang failure',
      'generative:gate:demo:pass success',
    ]);
    const [comment, ...more] = await comments();
    expect(more).toEqual([]);
    expect(comment!.body).toContain('| `demo:env` | ❌ fail (missing-env) | missing env: DEMO');
    expect(comment!.body).toContain('no flow knows this pull request');
    const again = await report({ job: 'failure' });
    expect(again.comment).toBe(first.comment);
    const [edited, ...none] = await comments();
    expect([edited!.body.includes('the job left a pass and ended failure'), none]).toEqual([true, []]);
    expect(await checks()).toHaveLength(3);
  });

  test('A-50 a comment by somebody else that begins like ours is left alone', async () => {
    const before = (await comments()).length;
    const headers = { authorization: `Bearer ${world.github.people.stranger}`, 'content-type': 'application/json' };
    await fetch(`${world.github.url}/repos/acme/engine/issues/1/comments`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ body: `${TIER_B_MARKER}\nall pass` }),
    });
    await report();
    const now = await comments();
    expect([now.length, now.find(({ user }) => user.login === 'stranger')!.body]).toEqual([
      before + 1,
      `${TIER_B_MARKER}\nall pass`,
    ]);
  });

  test('no runner came: every row says so, nothing is written as a verdict', async () => {
    Object.assign(world.job, { status: 'completed', runner_id: 0, runner_name: '' });
    const { report: told } = await report({ job: 'cancelled' }, null);
    // An empty output is what such a job leaves.
    expect(told.rows.map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual(
      IDS.map(() => 'skipped degraded-provider'),
    );
    expect(told.verdict).toBe('pending');
  });

  test('removes the deployment records of its own environment and account', async () => {
    world.asked.length = 0;
    await report({ environment: 'gates' });
    expect(world.asked.filter((one) => !one.startsWith('GET'))).toEqual([
      'POST /deployments/5/statuses',
      'DELETE /deployments/5',
    ]);
  });

  test('with a flow on the pull request what ran becomes facts, in the Check Runs and for the hop that is due', async () => {
    const hop = { v: 1, flow: 'generative', subject: 3, seq: 1, agent: 'issue-creator', attempt: 1 };
    const known = [
      { ...hop, kind: 'start', sha: world.base, base: world.base, branch: 'feat/faster', fence: 1 },
      {
        ...hop,
        kind: 'end',
        sha: world.head(),
        status: 'pass',
        next: { type: 'NEXT', agent: 'spec-analyzer' },
        summary: 'done',
      },
    ].map((fact) => factSchema.parse(fact));
    await job().createComment(1, renderLedger(fold(known), { required: [] }));
    const { facts, summary } = await report();
    expect(facts.map(({ gate, status, sha, seq }) => [gate, status, sha === world.head(), seq])).toEqual([
      ['demo:pass', 'pass', true, 1],
      ['demo:fail', 'fail', true, 1],
      ['demo:hang', 'fail', true, 1],
    ]);
    expect(summary).not.toContain('no flow knows');
    const texts = new Map(
      (await checks()).map(({ name, output }) => [name, decodeBlock(output.text)?.facts as readonly Fact[]]),
    );
    expect(texts.get('generative:gate:demo:hang')).toEqual([
      expect.objectContaining({ gate: 'demo:hang', reason: 'timeout' }),
    ]);
    // The fold takes them, and nothing of the flow's own decisions changes.
    const state = fold([...known, ...facts]);
    expect([state.head, state.last?.seq, state.gates.get(`demo:fail@${world.head()}`)?.status]).toEqual([
      world.head(),
      1,
      'fail',
    ]);
  });

  test.each([
    ['a hop that is due', { status: 'pass', next: { type: 'NEXT', agent: 'spec-analyzer' } }, 'spec-analyzer'],
    [
      'a flow that waits for them',
      { status: 'fail', reason: 'gates-pending', next: { type: 'FINALIZE' } },
      'issue-creator',
    ],
    ['nobody, where the flow is over', { status: 'fail', reason: 'partial', next: { type: 'FINALIZE' } }, undefined],
  ])('the facts go to %s', async (_, ended, agent) => {
    const hop = { v: 1, flow: 'generative', subject: 4, seq: 1, agent: 'issue-creator', attempt: 1 };
    const known = [
      { ...hop, kind: 'start', sha: world.base, base: world.base, branch: 'feat/faster', fence: 1 },
      { ...hop, kind: 'end', sha: world.head(), summary: 'done', ...ended },
    ].map((fact) => factSchema.parse(fact));
    const ledger = (await comments('bitnet-flow:ledger'))[0]!;
    await job().updateComment(ledger.id, renderLedger(fold(known), { required: [] }));
    const before = world.github.runs().length;
    const { dispatched, facts, summary } = await report({ workflow: 'generative.yml' });
    const runs = world.github.runs().slice(before);
    if (agent === undefined) {
      expect([runs, dispatched]).toEqual([[], undefined]);
      expect(summary).toContain('no hop of #4 is due');
      return;
    }
    expect(runs.map(({ id, inputs }) => [id, inputs['subject'], inputs['seq'], inputs['agent']])).toEqual([
      [dispatched, '4', '2', agent],
    ]);
    expect(decodeBlock(runs[0]!.inputs['facts']!)!.facts).toEqual(expect.arrayContaining([...facts]));
  });

  test('A-51 a Ledger that somebody else edited makes no facts and starts no hop', async () => {
    const [ledger] = await comments('bitnet-flow:ledger');
    const authorization = `Bearer ${world.github.people.maintainer}`;
    const edited = await fetch(`${world.github.url}/repos/acme/engine/issues/comments/${ledger!.id}`, {
      method: 'PATCH',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ body: `${ledger!.body}\n` }),
    });
    expect(edited.status).toBe(200);
    const before = world.github.runs().length;
    const { facts, dispatched, summary } = await report({ workflow: 'generative.yml' });
    expect([facts, dispatched, world.github.runs().length]).toEqual([[], undefined, before]);
    expect(summary).toContain('somebody edited the Ledger');
  });
});

test('what the stand-in serves was asked for as GitHub describes it', () =>
  expect(world.github.violations).toEqual([]));
