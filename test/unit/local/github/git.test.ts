import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { R, authorised, start, write } from './fixture.ts';
import type { Fixture } from './fixture.ts';

let f: Fixture;
let clone: string;
beforeAll(async () => {
  f = await start();
  clone = join(f.dir, 'clone');
  await f.git(f.dir, 'clone', '-q', authorised(f.host, f.bot), clone);
});
afterAll(() => f.close());

async function commit(path: string, text: string, message = 'feat: x'): Promise<string> {
  await write(join(clone, path), text);
  await f.git(clone, 'add', '.');
  await f.git(clone, 'commit', '-qm', message);
  return (await f.git(clone, 'rev-parse', 'HEAD')).stdout.trim();
}

describe('smart HTTP', () => {
  test('anyone may clone, with or without .git, and fetch a single sha', async () => {
    const bare = await f.git(f.dir, 'ls-remote', f.host.gitUrl);
    const short = await f.git(f.dir, 'ls-remote', f.host.gitUrl.replace(/\.git$/, ''));
    expect([bare.code, bare.stdout]).toEqual([0, short.stdout]);
    const head = bare.stdout.slice(0, 40);
    const fetched = await f.git(clone, 'fetch', '-q', '--depth=1', f.host.gitUrl, head);
    expect(fetched.code).toBe(0);
  });

  test('a push with contents: write shows at once in refs, commits and comparison', async () => {
    await f.git(clone, 'checkout', '-qb', 'feat/1');
    const sha = await commit('src/a b.txt', 'one\n', 'feat: a\n\nFlow-Hop: generative/1/1/x/1');
    expect((await f.git(clone, 'push', '-q', 'origin', 'feat/1')).code).toBe(0);
    expect((await f.api(f.bot, 'GET', `${R}/git/ref/heads%2Ffeat%2F1`)).body.object.sha).toBe(sha);
    const read = await f.api(f.bot, 'GET', `${R}/git/commits/${sha}`);
    expect(read.body).toMatchObject({ message: 'feat: a\n\nFlow-Hop: generative/1/1/x/1', author: { name: 'Test' } });
    const compared = await f.api(f.bot, 'GET', `${R}/compare/main...feat/1`);
    expect(compared.body).toMatchObject({
      status: 'ahead',
      ahead_by: 1,
      files: [{ filename: 'src/a b.txt', status: 'added', additions: 1 }],
    });
    expect((await f.api(f.bot, 'GET', `${R}/commits/feat/1`)).body).toMatchObject({ sha, stats: { total: 1 } });
    expect((await f.api(f.bot, 'GET', `${R}/commits?sha=feat/1`)).body).toHaveLength(2);
    expect((await f.api(f.bot, 'GET', `${R}/branches/feat/1`)).body.commit.sha).toBe(sha);
    const file = await f.api(f.bot, 'GET', `${R}/contents/src/a%20b.txt?ref=feat/1`);
    expect(Buffer.from(file.body.content as string, 'base64').toString()).toBe('one\n');
    const tree = await f.api(f.bot, 'GET', `${R}/git/trees/${sha}?recursive=1`);
    const row = tree.body.tree.find((entry: { path: string }) => entry.path === 'src/a b.txt');
    expect((await f.api(f.bot, 'GET', `${R}/git/blobs/${row.sha}`)).body.size).toBe(4);
  });

  test('history is not rewritten', async () => {
    await f.git(clone, 'commit', '-q', '--amend', '-m', 'feat: rewritten');
    const pushed = await f.git(clone, 'push', '-qf', 'origin', 'feat/1');
    expect([pushed.code, pushed.stderr]).toEqual([1, expect.stringContaining('non-fast-forward')]);
  });

  const readers = ['', 'read', 'stranger', 'unknown'];
  test.each(readers)('a push by %p is refused', async (who) => {
    const read = f.host.mintToken({ permissions: { contents: 'read' } });
    const tokens: Record<string, string> = { read, stranger: f.host.people.stranger, unknown: 'ghs_unknown' };
    const address = who === '' ? f.host.gitUrl : authorised(f.host, tokens[who] ?? '');
    const pushed = await f.git(clone, 'push', '-q', address, `HEAD:refs/heads/by-${who || 'nobody'}`);
    expect(pushed.code).not.toBe(0);
    expect((await f.api(f.bot, 'GET', `${R}/git/matching-refs/heads/by-`)).body).toEqual([]);
  });

  test('an Actions token cannot push a workflow file; a person can, and what main has is no change', async () => {
    await f.git(clone, 'checkout', '-qb', 'feat/workflow', 'origin/main');
    await commit('.github/workflows/evil.yml', 'on: push\n');
    const pushed = await f.git(clone, 'push', '-q', 'origin', 'feat/workflow');
    expect([pushed.code, pushed.stderr]).toEqual([1, expect.stringContaining('without `workflows` permission')]);
    const person = authorised(f.host, f.host.people.maintainer);
    expect((await f.git(clone, 'push', '-q', person, 'feat/workflow:main')).code).toBe(0);
    expect((await f.git(clone, 'push', '-q', 'origin', 'feat/workflow')).code).toBe(0);
  });
});

describe('refs', () => {
  test('are created if absent and move forward only', async () => {
    const main = (await f.api(f.bot, 'GET', `${R}/git/ref/heads/main`)).body.object.sha as string;
    const first = (await f.api(f.bot, 'GET', `${R}/git/commits/${main}`)).body.parents[0].sha as string;
    const make = (sha: string) => f.api(f.bot, 'POST', `${R}/git/refs`, { ref: 'refs/heads/made', sha });
    const racing = await Promise.all([make(first), make(first), make(first)]);
    expect(racing.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    const move = (sha: string, force = false) => f.api(f.bot, 'PATCH', `${R}/git/refs/heads/made`, { sha, force });
    expect((await move(main)).status).toBe(200);
    const back = await move(first);
    expect([back.status, back.body.message]).toEqual([422, 'Update is not a fast forward']);
    expect((await move(first, true)).status).toBe(200);
    expect((await move('f'.repeat(40))).status).toBe(422);
    expect((await f.api(f.bot, 'DELETE', `${R}/git/refs/heads/made`)).status).toBe(204);
    expect((await f.api(f.bot, 'GET', `${R}/git/ref/heads/made`)).status).toBe(404);
  });

  const wrong = ['heads/x', 'refs/x', 'refs/heads/a..b', 'refs/heads/a b', 'refs/heads/-/.lock', 'refs/heads/a\nb'];
  test.each(wrong)('refuse the name %j', async (ref) => {
    const sha = (await f.api(f.bot, 'GET', `${R}/git/ref/heads/main`)).body.object.sha as string;
    expect((await f.api(f.bot, 'POST', `${R}/git/refs`, { ref, sha })).status).toBe(422);
  });

  const revisions = ['main^', 'main~1', '--all', 'main@{0}', 'main\nmain', ':README.md'];
  test.each(revisions)('are names, never the revision %j', async (revision) => {
    const path = `${R}/git/ref/heads/${encodeURIComponent(revision)}`;
    expect((await f.api(f.bot, 'GET', path)).status).toBe(404);
  });
});

test('everything above agrees with the OpenAPI description of GitHub', () => {
  expect(f.host.violations).toEqual([]);
});
