import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getOctokit } from '@actions/github';
import { R, start } from './fixture.ts';
import type { Fixture } from './fixture.ts';

let f: Fixture;
beforeAll(async () => {
  f = await start();
});
afterAll(() => f.close());

const repo = { owner: 'acme', repo: 'demo' };

describe('issues and comments', () => {
  test('what the bot writes carries its identity and its app', async () => {
    const octokit = getOctokit(f.bot, { baseUrl: f.host.url });
    const issue = await octokit.rest.issues.create({ ...repo, title: 'A', body: 'text', labels: ['flow:generative'] });
    expect(issue.data.user).toMatchObject({ login: 'github-actions[bot]', id: 41898282, type: 'Bot' });
    expect(issue.data.labels).toMatchObject([{ name: 'flow:generative' }]);
    const comment = await octokit.rest.issues.createComment({ ...repo, issue_number: issue.data.number, body: 'hi' });
    expect(comment.data.performed_via_github_app).toMatchObject({ id: 15368, slug: 'github-actions' });
    const read = await octokit.rest.issues.getComment({ ...repo, comment_id: comment.data.id });
    expect(read.data).toEqual(comment.data);
  });

  test('a reader may open an issue and comment, but not label, and edits only what is theirs', async () => {
    const { stranger, maintainer } = f.host.people;
    const issue = await f.api(stranger, 'POST', `${R}/issues`, { title: 'B', labels: ['state:ready'] });
    expect([issue.status, issue.body.labels, issue.body.author_association]).toEqual([201, [], 'NONE']);
    const at = `${R}/issues/${issue.body.number}`;
    const theirs = await f.api(stranger, 'POST', `${at}/comments`, { body: 'mine' });
    const other = await f.api(maintainer, 'POST', `${at}/comments`, { body: 'not yours' });
    expect(other.body).toMatchObject({ author_association: 'MEMBER', performed_via_github_app: null });
    const path = (comment: typeof theirs) => `${R}/issues/comments/${comment.body.id}`;
    expect((await f.api(stranger, 'PATCH', path(theirs), { body: 'x' })).status).toBe(200);
    expect((await f.api(stranger, 'PATCH', path(other), { body: 'x' })).status).toBe(403);
    expect((await f.api(stranger, 'DELETE', path(other))).status).toBe(403);
    expect((await f.api(stranger, 'POST', `${at}/labels`, { labels: ['x'] })).status).toBe(403);
    expect((await f.api(maintainer, 'DELETE', path(theirs))).status).toBe(204);
    expect((await f.api(maintainer, 'GET', path(theirs))).status).toBe(404);
  });

  test('a body ends at 65,536 characters', async () => {
    const issue = await f.api(f.bot, 'POST', `${R}/issues`, { title: 'C' });
    const at = `${R}/issues/${issue.body.number}/comments`;
    expect((await f.api(f.bot, 'POST', at, { body: 'x'.repeat(65_536) })).status).toBe(201);
    const over = await f.api(f.bot, 'POST', at, { body: 'x'.repeat(65_537) });
    expect([over.status, over.body.errors[0].message]).toEqual([422, 'body is too long (maximum is 65536 characters)']);
  });

  test('lists come in pages that Link joins', async () => {
    const issue = await f.api(f.bot, 'POST', `${R}/issues`, { title: 'D' });
    const number = issue.body.number as number;
    for (let at = 1; at <= 5; at += 1) await f.api(f.bot, 'POST', `${R}/issues/${number}/comments`, { body: `c${at}` });
    const octokit = getOctokit(f.bot, { baseUrl: f.host.url });
    const list = octokit.rest.issues.listComments;
    const all = await octokit.paginate(list, { ...repo, issue_number: number, per_page: 2 });
    expect(all.map(({ body }) => body)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
    const first = await f.api(f.bot, 'GET', `${R}/issues/${number}/comments?per_page=2`);
    expect(first.headers.get('link')).toContain(`<${f.host.url}${R}/issues/${number}/comments?`);
  });

  test('labels are created once, without regard to case, and set as a whole', async () => {
    expect((await f.api(f.bot, 'POST', `${R}/labels`, { name: 'risk:high', color: 'ff0000' })).status).toBe(201);
    const again = await f.api(f.bot, 'POST', `${R}/labels`, { name: 'Risk:High' });
    expect([again.status, again.body.errors[0].code]).toEqual([422, 'already_exists']);
    const issue = await f.api(f.bot, 'POST', `${R}/issues`, { title: 'E', labels: ['a', 'b'] });
    const at = `${R}/issues/${issue.body.number}/labels`;
    const names = (labels: { name: string }[]) => labels.map(({ name }) => name).sort();
    expect(names((await f.api(f.bot, 'PUT', at, { labels: ['b', 'c'] })).body)).toEqual(['b', 'c']);
    expect(names((await f.api(f.bot, 'POST', at, { labels: ['d'] })).body)).toEqual(['b', 'c', 'd']);
    expect(names((await f.api(f.bot, 'DELETE', `${at}/b`)).body)).toEqual(['c', 'd']);
  });
});

describe('pull requests', () => {
  test('a draft follows its branch, is an issue too, and is refused where GitHub refuses', async () => {
    const sha = await f.push('feat/1', 'src/a.txt', 'one\ntwo\n');
    const draft = { title: 'feat: a', head: 'feat/1', base: 'main', body: 'text', draft: true };
    const octokit = getOctokit(f.bot, { baseUrl: f.host.url });
    const made = await octokit.rest.pulls.create({ ...repo, ...draft });
    expect(made.data).toMatchObject({ draft: true, commits: 1, additions: 2, changed_files: 1, head: { sha } });
    const listed = await octokit.rest.pulls.list({ ...repo, head: 'acme:feat/1' });
    expect(listed.data.map(({ number }) => number)).toEqual([made.data.number]);
    const again = await f.api(f.bot, 'POST', `${R}/pulls`, draft);
    expect([again.status, again.body.errors[0].message]).toEqual([
      422,
      'A pull request already exists for acme:feat/1.',
    ]);
    const empty = await f.api(f.bot, 'POST', `${R}/pulls`, { ...draft, head: 'main' });
    expect(empty.status).toBe(422);
    expect((await f.api(f.bot, 'POST', `${R}/pulls`, { ...draft, head: 'nowhere' })).status).toBe(422);

    const moved = await f.push('feat/1', 'src/b.txt', 'three\n');
    const at = `${R}/pulls/${made.data.number}`;
    expect((await f.api(f.bot, 'GET', at)).body).toMatchObject({ commits: 2, head: { sha: moved } });
    const patched = await f.api(f.bot, 'PATCH', at, { body: 'new', draft: false });
    expect(patched.body).toMatchObject({ body: 'new', draft: true });
    const issue = `${R}/issues/${made.data.number}`;
    await f.api(f.bot, 'PUT', `${issue}/labels`, { labels: ['state:ready'] });
    expect((await f.api(f.bot, 'GET', issue)).body).toMatchObject({
      pull_request: {},
      labels: [{ name: 'state:ready' }],
    });
    const labelled = await f.api(f.bot, 'GET', `${R}/issues?labels=state:ready`);
    expect(labelled.body.map((found: { number: number }) => found.number)).toEqual([made.data.number]);

    await f.api(f.bot, 'PATCH', at, { state: 'closed' });
    await f.push('feat/1', 'src/c.txt', 'four\n');
    expect((await f.api(f.bot, 'GET', at)).body).toMatchObject({ state: 'closed', head: { sha: moved } });
  });
});

test('everything above agrees with the OpenAPI description of GitHub', () => {
  expect(f.host.violations).toEqual([]);
});
