import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getOctokit } from '@actions/github';
import { R, everything, start } from './fixture.ts';
import type { Fixture } from './fixture.ts';

let f: Fixture;
let sha: string;
beforeAll(async () => {
  f = await start();
  sha = await f.push('feat/checks', 'a.txt', 'a\n');
});
afterAll(() => f.close());

const note = (line: number) => ({
  path: 'a.txt',
  start_line: line,
  end_line: line,
  annotation_level: 'warning',
  message: `m${line}`,
});
const notes = (count: number) => Array.from({ length: count }, (_, at) => note(at + 1));
const completed = (name: string, more: object = {}) => ({
  name,
  head_sha: sha,
  status: 'completed',
  conclusion: 'success',
  output: { title: 't', summary: 's' },
  ...more,
});

describe('check runs', () => {
  test('carry the app of their writer; a foreign one is told apart and cannot be changed', async () => {
    const foreign = f.host.mintToken({ actor: 'foreign-app', permissions: everything });
    const name = 'generative:gate:tests';
    const ours = await f.api(
      f.bot,
      'POST',
      `${R}/check-runs`,
      completed(name, { conclusion: 'failure', external_id: 'x1' }),
    );
    const theirs = await f.api(foreign, 'POST', `${R}/check-runs`, completed(name));
    expect(ours.body).toMatchObject({ app: { id: 15368, slug: 'github-actions' }, external_id: 'x1' });
    const octokit = getOctokit(f.bot, { baseUrl: f.host.url });
    const query = { owner: 'acme', repo: 'demo', ref: sha, check_name: name };
    const both = await octokit.rest.checks.listForRef(query);
    expect(both.data.check_runs.map(({ app }) => app?.slug).sort()).toEqual(['github-actions', 'other-ci']);
    const mine = await octokit.rest.checks.listForRef({ ...query, app_id: 15368 });
    expect(mine.data.check_runs.map(({ id }) => id)).toEqual([ours.body.id]);
    expect((await f.api(f.bot, 'PATCH', `${R}/check-runs/${theirs.body.id}`, { name: 'x' })).status).toBe(403);
    expect((await f.api(f.host.people.maintainer, 'POST', `${R}/check-runs`, completed(name))).status).toBe(403);
  });

  test('filter=latest keeps the newest per name, filter=all keeps each', async () => {
    for (const conclusion of ['failure', 'success']) {
      await f.api(f.bot, 'POST', `${R}/check-runs`, completed('twice', { conclusion }));
    }
    const list = async (filter: string) => {
      const found = await f.api(f.bot, 'GET', `${R}/commits/${sha}/check-runs?check_name=twice&filter=${filter}`);
      return found.body.check_runs.map((run: { conclusion: string }) => run.conclusion);
    };
    expect(await list('latest')).toEqual(['success']);
    expect(await list('all')).toEqual(['success', 'failure']);
  });

  test('a PATCH replaces the output and adds its annotations', async () => {
    const output = { title: 't', summary: 's', text: 'facts', annotations: notes(50) };
    const run = await f.api(f.bot, 'POST', `${R}/check-runs`, completed('notes', { output }));
    const at = `${R}/check-runs/${run.body.id}`;
    const patched = await f.api(f.bot, 'PATCH', at, { output: { title: 'n', summary: 'n', annotations: notes(7) } });
    expect(patched.body.output).toMatchObject({ title: 'n', text: null, annotations_count: 57 });
    const second = await f.api(f.bot, 'GET', `${at}/annotations?per_page=50&page=2`);
    expect(second.body.map((one: { message: string }) => one.message)).toEqual([
      'm1',
      'm2',
      'm3',
      'm4',
      'm5',
      'm6',
      'm7',
    ]);
  });

  const refused: [string, object][] = [
    ['a sha that is not in the repository', { head_sha: 'a'.repeat(40) }],
    ['a name instead of a sha', { head_sha: 'main' }],
    ['more than 50 annotations', { output: { title: 't', summary: 's', annotations: notes(51) } }],
    ['a summary over 65,535 characters', { output: { title: 't', summary: 'x'.repeat(65_536) } }],
    ['a text over 65,535 characters', { output: { title: 't', summary: 's', text: 'x'.repeat(65_536) } }],
    ['an output without a summary', { output: { title: 't' } }],
    ['completed without a conclusion', { conclusion: undefined }],
    ['an unknown conclusion', { conclusion: 'passed' }],
  ];
  test.each(refused)('refuse %s with 422 and keep nothing', async (_, wrong) => {
    const name = `refused ${_}`;
    expect((await f.api(f.bot, 'POST', `${R}/check-runs`, completed(name, wrong))).status).toBe(422);
    const list = await f.api(f.bot, 'GET', `${R}/commits/${sha}/check-runs?check_name=${encodeURIComponent(name)}`);
    expect(list.body.total_count).toBe(0);
  });

  test('a refused PATCH changes nothing', async () => {
    const run = await f.api(f.bot, 'POST', `${R}/check-runs`, completed('kept'));
    const at = `${R}/check-runs/${run.body.id}`;
    const wrong = { name: 'other', output: { title: 't', summary: 's', annotations: notes(51) } };
    expect((await f.api(f.bot, 'PATCH', at, wrong)).status).toBe(422);
    expect((await f.api(f.bot, 'GET', at)).body).toEqual(run.body);
  });
});

test('commit statuses: all of them, and the newest per context combined', async () => {
  const post = (context: string, state: string) => f.api(f.bot, 'POST', `${R}/statuses/${sha}`, { context, state });
  for (const [context, state] of [
    ['a', 'failure'],
    ['a', 'success'],
    ['b', 'success'],
  ] as const) {
    expect((await post(context, state)).status).toBe(201);
  }
  expect((await f.api(f.bot, 'GET', `${R}/commits/${sha}/statuses`)).body).toHaveLength(3);
  const combined = await f.api(f.bot, 'GET', `${R}/commits/feat/checks/status`);
  expect(combined.body).toMatchObject({ state: 'success', total_count: 2, sha });
  expect((await post('c', 'done')).status).toBe(422);
});

test('everything above agrees with the OpenAPI description of GitHub', () => {
  expect(f.host.violations).toEqual([]);
});
