import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getOctokit } from '@actions/github';
import type { WorkflowRun } from '../../../../src/local/github/workflow-runs.ts';
import { R, start } from './fixture.ts';
import type { Fixture } from './fixture.ts';

let f: Fixture;
const told: WorkflowRun[] = [];
beforeAll(async () => {
  f = await start({ onDispatch: (run) => told.push(run) });
});
afterAll(() => f.close());

const flow = `${R}/actions/workflows/flow.yml`;
const dispatch = (body: object, token = f.bot) => f.api(token, 'POST', `${flow}/dispatches`, { ref: 'main', ...body });

describe('workflow_dispatch', () => {
  test('gives the run when asked, else 204; the runner gets inputs with defaults', async () => {
    expect(await dispatch({ inputs: { subject: '7' } })).toMatchObject({ status: 204, body: undefined });
    const detailed = await dispatch({ inputs: { subject: 8, seq: '2', dry: true }, return_run_details: true });
    const [first, second] = told;
    expect(detailed.body.workflow_run_id).toBe(second?.id);
    expect(first?.inputs).toEqual({ subject: '7', seq: '1', dry: 'false', size: 'small' });
    expect(second?.inputs).toEqual({ subject: '8', seq: '2', dry: 'true', size: 'small' });
    expect(Number(second?.id)).toBeGreaterThan(Number(first?.id));
    const read = await f.api(f.bot, 'GET', `${R}/actions/runs/${second?.id}`);
    expect(read.body).toMatchObject({
      name: 'Flow',
      display_title: 'Flow',
      event: 'workflow_dispatch',
      status: 'queued',
      conclusion: null,
      run_attempt: 1,
      head_branch: 'main',
      head_sha: second?.headSha,
      actor: { login: 'github-actions[bot]', type: 'Bot' },
    });
    expect(JSON.stringify(read.body)).not.toContain('inputs');
  });

  const many = Object.fromEntries(Array.from({ length: 26 }, (_, at) => [`i${at}`, 'x']));
  const refused: [string, object, number][] = [
    ['an undeclared input', { inputs: { subject: '1', agnet: 'x' } }, 422],
    ['a missing required input', { inputs: { seq: '1' } }, 422],
    ['more than 25 inputs', { inputs: many }, 422],
    ['more than 65,535 characters', { inputs: { subject: 'x'.repeat(65_535) } }, 422],
    ['a choice that is not offered', { inputs: { subject: '1', size: 'huge' } }, 422],
    ['a boolean that is none', { inputs: { subject: '1', dry: 'yes' } }, 422],
    ['a structured input', { inputs: { subject: ['1'] } }, 422],
    ['an unknown ref', { ref: 'nowhere', inputs: { subject: '1' } }, 422],
  ];
  test.each(refused)('refuses %s and starts nothing', async (_, body, status) => {
    const before = told.length;
    expect((await dispatch(body)).status).toBe(status);
    expect([told.length, f.host.runs().length]).toEqual([before, before]);
  });

  test('refuses a file that is not on the default branch or has no such trigger', async () => {
    await f.push('feat/wf', 'notes.yml', 'x\n');
    const at = (file: string) => f.api(f.bot, 'POST', `${R}/actions/workflows/${file}/dispatches`, { ref: 'main' });
    expect((await at('missing.yml')).status).toBe(404);
    const other = await at('other.yml');
    expect([other.status, other.body.message]).toEqual([422, "Workflow does not have 'workflow_dispatch' trigger"]);
  });
});

describe('the list of runs', () => {
  test('follows what the host says of them, and filters', async () => {
    await dispatch({ inputs: { subject: '9' } });
    const run = told.at(-1) as WorkflowRun;
    f.host.setRunTitle(run.id, '9/1/1 issue-creator');
    f.host.setRunStatus(run.id, 'in_progress');
    const octokit = getOctokit(f.bot, { baseUrl: f.host.url });
    const list = async (query: object) => {
      const workflow = { owner: 'acme', repo: 'demo', workflow_id: 'flow.yml' };
      const found = await octokit.rest.actions.listWorkflowRuns({ ...workflow, ...query });
      return found.data.workflow_runs.map(({ id }) => id);
    };
    expect(await list({ status: 'in_progress' })).toEqual([run.id]);
    expect(await list({ status: 'in_progress', event: 'push' })).toEqual([]);
    expect((await list({ event: 'workflow_dispatch', per_page: 1 }))[0]).toBe(run.id);
    expect(await list({ created: '>=2999-01-01' })).toEqual([]);
    expect((await list({ created: '2000-01-01..2999-01-01' })).length).toBe(told.length);
    f.host.setRunStatus(run.id, 'completed', 'failure');
    const read = await f.api(f.bot, 'GET', `${R}/actions/runs/${run.id}`);
    expect(read.body).toMatchObject({
      display_title: '9/1/1 issue-creator',
      status: 'completed',
      conclusion: 'failure',
    });
    expect(await list({ status: 'failure' })).toEqual([run.id]);
    expect(() => f.host.setRunStatus(run.id, 'completed')).toThrow(/only completed has one/);
    expect(() => f.host.setRunStatus(1, 'queued')).toThrow(/unknown/);
  });

  test('the workflows are those of the default branch', async () => {
    const all = await f.api(f.bot, 'GET', `${R}/actions/workflows`);
    expect(all.body.workflows.map((one: { path: string }) => one.path)).toEqual([
      '.github/workflows/flow.yml',
      '.github/workflows/other.yml',
    ]);
    const byId = await f.api(f.bot, 'GET', `${R}/actions/workflows/${all.body.workflows[0].id}`);
    expect(byId.body).toMatchObject({ name: 'Flow', state: 'active' });
  });
});

test('everything above agrees with the OpenAPI description of GitHub', () => {
  expect(f.host.violations).toEqual([]);
});
