import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeBlock } from '../../src/core/ledger/block.ts';
import { fold, gateKey, type Fold } from '../../src/core/fold.ts';
import { runWorkflow } from '../../src/local/executor/run-workflow.ts';
import { OWNER, startFlowRun, type FlowRun } from '../../src/local/flow-run.ts';
import { factsOf } from '../../src/local/finished-hop.ts';
import {
  agentCommand,
  chooseSample,
  controlOf,
  readIssue,
  seedRepository,
  sweepOf,
  workflowText,
} from '../../src/local/sample.ts';
import { flowState } from '../../src/core/ledger/render.ts';
import { decisionsOf } from './decisions.ts';
import { callsOf, root } from './flow-world.ts';
import { endOf } from './process-end.ts';

/** A commit by a person on the default branch; gives its sha. */
async function pushToMain(flow: FlowRun, dir: string): Promise<string> {
  const clone = join(dir, 'person');
  const basic = Buffer.from(`x-access-token:${flow.github.people.maintainer}`).toString('base64');
  const settings = [`http.extraHeader=Authorization: Basic ${basic}`, 'user.name=P', 'user.email=p@example.invalid'];
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('git', [...settings.flatMap((setting) => ['-c', setting]), ...args], { cwd: dir }))
      .stdout;
  await git('clone', '-q', flow.github.gitUrl, clone);
  writeFileSync(join(clone, 'NOTES.md'), '# Notes\n\nBy a person.\n');
  await git('-C', clone, 'add', '-A');
  await git('-C', clone, 'commit', '-q', '-m', 'docs: notes');
  await git('-C', clone, 'push', '-q', flow.github.gitUrl, 'HEAD:refs/heads/main');
  return (await git('-C', clone, 'rev-parse', 'HEAD')).trim();
}

/** The hop during which a person sets the label `flow:pause`: it ends as it would, and no other starts. */
const PAUSED_AT = 'tests-finalizer';

describe('the Node sample, from the issue to the Draft PR, paused and resumed on its way', () => {
  let flow: FlowRun;
  let dir = '';
  let state: Fold;
  let repo = '';
  let moved = '';
  let issue = 0;
  let title = '';
  let still = { hops: 0, sweeps: 0, ledger: '' };
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(`${repo}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${flow.github.people.maintainer}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  const ledgerOn = async (number: number): Promise<{ id: number; body: string }> => {
    const comments = (await get(`/issues/${number}/comments`)) as { id: number; body: string }[];
    const ledger = comments.filter((comment) => comment.body.startsWith('<!-- bitnet-flow:ledger flow='));
    expect(ledger).toHaveLength(1);
    return ledger[0]!;
  };
  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${repo}${path}`, {
      headers: { authorization: `Bearer ${flow.github.people.maintainer}` },
    });
    return answer.json();
  };

  beforeAll(async () => {
    // Below the clone, so that the sample's tools resolve.
    mkdirSync(join(root, '.bitnet-flow'), { recursive: true });
    dir = mkdtempSync(join(root, '.bitnet-flow/happy-'));
    const { sample } = chooseSample('node-ternary');
    flow = await startFlowRun({
      root,
      dir,
      repo: sample.folder,
      seed: seedRepository(root, sample, dir),
      workflow: { file: sample.workflow, text: workflowText(root, sample) },
      control: controlOf(root, sample),
      sweep: sweepOf(root, sample),
      onStart: (started) => (title = started),
      onRequest: async ({ method, path, token }) => {
        // The last thing an admission asks for: what happens now, it has not seen.
        const admitted = method === 'GET' && path.endsWith(`/${sample.workflow}/runs`) && token.login.endsWith('[bot]');
        if (!admitted || !title.endsWith(` ${PAUSED_AT}`) || still.hops !== 0) return undefined;
        still = { ...still, hops: -1 };
        await post(`/issues/${issue}/labels`, { labels: ['flow:pause'] });
        return undefined;
      },
      vars: { BITNET_FLOW_ENGINE: 'command', BITNET_FLOW_COMMAND: JSON.stringify(agentCommand(root, sample)) },
      // A person's commit lands on main just before the hop that prepares the PR.
      execute: async (run) => {
        if (run.event.inputs['agent'] === 'pr-preparer') moved = await pushToMain(flow, dir);
        return runWorkflow(run);
      },
    });
    repo = `${flow.github.url}/repos/${OWNER}/${sample.folder}`;
    ({ number: issue } = (await post('/issues', readIssue(root, sample))) as { number: number });
    await flow.start({ subject: String(issue) });
    still = { hops: flow.hops.length, sweeps: flow.sweeps.length, ledger: (await ledgerOn(issue)).body };
    await post(`/issues/${issue}/comments`, { body: '/flow resume\n\nI have read what it has so far.' });
    await flow.goOn();
    const [pull] = (await get('/pulls?state=open')) as { number: number }[];
    state = fold(decodeBlock((await ledgerOn(pull?.number ?? issue)).body)!.facts);
  }, 400_000);
  afterAll(async () => {
    await flow.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('29 hops, each a successful run of the workflow, and the flow is ready', () => {
    expect(flow.hops.map((hop) => hop.result.conclusion)).toEqual(Array.from({ length: 29 }, () => 'success'));
    expect(flowState(state)).toBe('ready');
  });

  test('it stood still while it was paused: the Ledger said so, and the sweeper left it alone', () => {
    const { seq } = state.facts.find((fact) => fact.agent === PAUSED_AT)!;
    expect(still).toMatchObject({ hops: seq, sweeps: 1 });
    expect(still.ledger).toContain('**State:** in-progress');
    expect(still.ledger).toContain(`**Paused:** after hop ${seq}, by the label \`flow:pause\`.`);
  });

  test('a comment resumed it, and it came to the same gates and decisions as a flow that nobody disturbed', () => {
    expect(flow.controls.map(({ result }) => result.conclusion)).toEqual(['success']);
    const resumed = state.facts.filter((fact) => fact.kind === 'start' && fact.resume !== undefined);
    expect(resumed).toHaveLength(1);
    // From `facts.json` of `npm start -- --sample node-ternary`, where no base moved and so no merge was to be judged.
    const undisturbed = readFileSync(join(root, 'test/golden/decisions/node-ternary.txt'), 'utf8');
    expect(decisionsOf(state.facts).replace('24.1 pr-preparer: scope pass\n', '')).toBe(undisturbed);
  });

  test('I10: what is published rests on gates of the published head', async () => {
    const [pull] = (await get('/pulls?state=open')) as {
      draft: boolean;
      head: { sha: string };
      labels: { name: string }[];
    }[];
    expect(pull!.draft).toBe(true);
    expect(pull!.labels.map((label) => label.name).sort()).toEqual(['flow:generative', 'state:ready']);
    for (const gate of ['spec', 'format', 'clippy', 'tests', 'build', 'docs', 'required']) {
      expect(state.gates.get(gateKey(gate, pull!.head.sha))?.status).toBe('pass');
    }
  });

  test('the base that moved is merged in, the flow is pinned on it, and the published head holds both', async () => {
    const merge = state.facts.find((fact) => fact.kind === 'end' && fact.agent === 'pr-preparer')!.sha;
    const { parents } = (await get(`/git/commits/${merge}`)) as { parents: { sha: string }[] };
    expect(parents.map((parent) => parent.sha).at(1)).toBe(moved);
    expect(state.base).toBe(moved);
    expect(state.gates.get(gateKey('scope', merge))?.status).toBe('pass');
    expect(state.head).toBe(merge);
  });

  test('I3: one canonical check per name and sha', async () => {
    for (const sha of new Set(state.facts.map((fact) => fact.sha))) {
      const { check_runs: runs } = (await get(`/commits/${sha}/check-runs?filter=all&per_page=100`)) as {
        check_runs: { name: string }[];
      };
      const names = runs.map((run) => run.name);
      expect(names).toEqual([...new Set(names)]);
    }
  });

  test('calls per hop stay within the budget', () => {
    const over = flow.hops.flatMap((hop) => {
      const { calls, writes } = callsOf(flow, hop.run.id);
      const facts = factsOf(hop);
      const gates = Math.max(1, facts.filter((fact) => fact.kind === 'gate').length);
      const end = facts.find((fact) => fact.kind === 'end')!;
      // The comment that resumed a hop is read again, and its author's permission asked for.
      const resumed = facts.some((fact) => fact.kind === 'start' && fact.resume !== undefined) ? 2 : 0;
      // The end of a flow swaps the label of its state, on the issue and on the PR: one call to put it on, one to take it off.
      const swapped = end.next.agent === undefined ? 1 : 0;
      // A profile of the repository's own is read from the base, in one call.
      const ownProfile = 1;
      const [most, mostWrites] = [10 + (gates - 1) + resumed + swapped + ownProfile, 6 + (gates - 1)];
      return calls > most || writes > mostWrites
        ? [`${end.agent}: ${calls}/${most} calls, ${writes}/${mostWrites} writes, ${gates} gates`]
        : [];
    });
    expect(over).toEqual([]);
  });

  test('I1 `/flow rebuild` on the pull request makes the deleted Ledger anew, byte for byte', async () => {
    const [pull] = (await get('/pulls?state=open')) as { number: number }[];
    const before = await ledgerOn(pull!.number);
    await fetch(`${repo}/issues/comments/${before.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${flow.github.people.maintainer}` },
    });
    await post(`/issues/${pull!.number}/comments`, { body: '/flow rebuild' });
    await flow.settle();
    const after = await ledgerOn(pull!.number);
    expect(after.id).not.toBe(before.id);
    expect(after.body).toBe(before.body);
  }, 60_000);

  test('every exchange is one that GitHub describes', () => expect(flow.github.violations).toEqual([]));

  test('attest verify: the attestation in its text is what the facts give, and A-54 a forged one is named', async () => {
    const [pull] = (await get('/pulls?state=open')) as { number: number; body: string; head: { sha: string } }[];
    const verify = async (...more: string[]): Promise<{ code: number; stdout: string }> => {
      const { sample } = chooseSample('node-ternary');
      const host = { GITHUB_API_URL: flow.github.url, GITHUB_REPOSITORY: `${OWNER}/${sample.folder}` };
      const env = { PATH: process.env['PATH'], GITHUB_TOKEN: flow.github.people.maintainer, ...host };
      const argv = [join(root, 'dist/cli/index.js'), 'attest', 'verify', '--pr', String(pull!.number), ...more];
      const { code, stdout, stderr } = await endOf(process.execPath, argv, { env, timeout: 50_000 });
      return { code, stdout: stdout + stderr };
    };
    const honest = await verify();
    expect(honest.stdout).not.toContain('WRONG');
    expect(honest.stdout).toContain(`ok     pr_sha is the head ${pull!.head.sha.slice(0, 7)}\n`);
    expect(honest.stdout).toContain(`ok     baseline_sha is the merge base ${moved.slice(0, 7)}\n`);
    expect(honest.stdout).toContain('ok     every fact is of a commit of the branch');
    expect(honest.code).toBe(0);
    // The action: a statement for each gate that was judged on the head, unsigned because this job has no identity.
    const { sample: used } = chooseSample('node-ternary');
    const output = join(dir, 'output');
    for (const file of [output, join(dir, 'summary.md')]) writeFileSync(file, '');
    const runner = { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: join(dir, 'summary.md'), GITHUB_WORKSPACE: dir };
    const asked = {
      INPUT_PR: String(pull!.number),
      INPUT_TOKEN: flow.github.people.maintainer,
      INPUT_OUT: 'statements',
    };
    const where = { GITHUB_API_URL: flow.github.url, GITHUB_SERVER_URL: flow.github.url };
    const env = {
      ...runner,
      ...asked,
      ...where,
      PATH: process.env['PATH'],
      GITHUB_REPOSITORY: `${OWNER}/${used.folder}`,
    };
    const done = await promisify(execFile)(process.execPath, [join(root, 'dist/attest.js')], { env, timeout: 50_000 });
    expect(done.stdout).toMatch(/tests: unsigned, the job has no `id-token: write`/);
    expect(readFileSync(output, 'utf8')).toMatch(/verified<<(\S+)\ntrue\n\1[^]*signed<<(\S+)\n0\n\2/);
    expect(readFileSync(join(dir, 'summary.md'), 'utf8')).toContain('| tests | PASSED | **unsigned** |');
    const index = JSON.parse(readFileSync(join(dir, 'statements/index.json'), 'utf8')) as { gates: { gate: string }[] };
    expect(index.gates.map(({ gate }) => gate)).toEqual(expect.arrayContaining(['tests', 'build', 'required']));
    const held = await verify('--bundle', join(dir, 'statements'));
    expect([held.code, held.stdout.includes('WRONG')]).toEqual([0, false]);
    await fetch(`${repo}/pulls/${pull!.number}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${flow.github.people.maintainer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ body: pull!.body.replace('tier_b: []', 'tier_b: [benchmarks]').replace(/\n/g, '\r\n') }),
    });
    const forged = await verify();
    expect(forged.stdout).toMatch(/WRONG {2}gates_passed\.tier_b: benchmarks /);
    expect(forged.code).toBe(1);
  });
});
