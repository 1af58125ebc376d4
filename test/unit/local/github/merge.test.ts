import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startGitHub } from '../../../../src/local/github/stand-in.ts';
import { R, everything, start, type Answer, type Fixture } from './fixture.ts';

let f: Fixture;
beforeAll(async () => {
  f = await start({ journal: 'begin', settings: { required: [{ context: 'order', app: 15368 }] } });
});
afterAll(async () => {
  expect(f.host.violations).toEqual([]);
  await f.close();
});
/** Every test has branches and files of its own. */
let turn = 0;
beforeEach(() => void (turn += 1));
const named = (name: string): string => (name === 'main' ? name : `${name}-${turn}`);
const push = (branch: string, path: string, text: string, message?: string): Promise<string> =>
  f.push(named(branch), `${turn}/${path}`, text, message);

const call = (method: string, path: string, body?: unknown): Promise<Answer> =>
  f.api(f.host.people.maintainer, method, R + path, body);
const merge = (number: number, body: Record<string, unknown> = {}): Promise<Answer> =>
  call('PUT', `/pulls/${number}/merge`, body);
const check = (sha: string, conclusion: string): Promise<Answer> =>
  f.api(f.bot, 'POST', `${R}/check-runs`, { name: 'order', head_sha: sha, status: 'completed', conclusion });

/** A pull request of one file with a green required check; gives its number and head. */
async function pull(branch: string, path: string, text: string, more: object = {}): Promise<[number, string]> {
  const sha = await push(branch, path, text, `feat: ${branch}`);
  const made = await call('POST', '/pulls', { head: named(branch), base: 'main', title: `The ${branch}`, ...more });
  await check(sha, 'success');
  return [(made.body as { number: number }).number, sha];
}
const wanted = async (): Promise<number> =>
  ((await call('POST', '/issues', { title: 'Wanted' })).body as { number: number }).number;
const said = ({ status, body }: Answer): unknown[] => [status, (body as { message: string }).message];
const commit = async (revision: string) =>
  (await call('GET', `/commits/${revision}`)).body as {
    sha: string;
    commit: { message: string; tree: { sha: string } };
    parents: { sha: string }[];
  };

describe('PUT /pulls/{number}/merge', () => {
  test('squashes onto the base, closes what the text closes, and keeps the shas of then', async () => {
    const issue = await wanted();
    const before = await commit('main');
    const [number, sha] = await pull('one', 'a.txt', 'a\n', { body: `Closes #${issue}` });
    expect((await call('GET', `/pulls/${number}`)).body).toMatchObject({
      mergeable: true,
      mergeable_state: 'clean',
      merged: false,
    });
    const files = (await call('GET', `/pulls/${number}/files`)).body as { filename: string; status: string }[];
    expect(files.map(({ filename, status }) => [filename, status])).toEqual([[`${turn}/a.txt`, 'added']]);

    const done = await merge(number, { merge_method: 'squash', sha });
    expect(said(done)).toEqual([200, 'Pull Request successfully merged']);
    const now = await commit('main');
    expect(now).toMatchObject({
      sha: (done.body as { sha: string }).sha,
      commit: { message: `feat: one (#${number})` },
    });
    expect(now.parents.map((parent) => parent.sha)).toEqual([before.sha]);
    expect(now.commit.tree.sha).toBe((await commit(sha)).commit.tree.sha);
    const shown = {
      state: 'closed',
      merged: true,
      merge_commit_sha: now.sha,
      merged_by: { login: 'maintainer' },
      head: { sha },
      base: { sha: before.sha },
      changed_files: 1,
    };
    expect((await call('GET', `/pulls/${number}`)).body).toMatchObject(shown);
    expect((await call('GET', `/issues/${issue}`)).body).toMatchObject({ state: 'closed' });
    expect(((await call('GET', '/pulls?state=closed')).body as { merged_at: unknown }[])[0]!.merged_at).not.toBeNull();
    expect(said(await merge(number))).toEqual([405, 'Pull Request is not mergeable']);
    expect((await call('DELETE', `/git/refs/heads/${named('one')}`)).status).toBe(204);
    expect((await call('GET', `/pulls/${number}`)).body).toMatchObject(shown);
  });

  test('a merge commit has both parents and the words given', async () => {
    const [number, sha] = await pull('one', 'a.txt', 'a\n');
    const base = await push('main', 'b.txt', 'b\n');
    const done = await merge(number, { merge_method: 'merge', commit_title: 'Title', commit_message: 'Words' });
    expect(done.status).toBe(200);
    const now = await commit('main');
    expect(now.commit.message).toBe('Title\n\nWords');
    expect(now.parents.map((parent) => parent.sha)).toEqual([base, sha]);
  });

  test('several commits are squashed under the title, with their subjects', async () => {
    await push('one', 'a.txt', 'a\n', 'feat: a');
    const [number] = await pull('one', 'b.txt', 'b\n');
    await merge(number, { merge_method: 'squash' });
    expect((await commit('main')).commit.message).toBe(`The one (#${number})\n\n* feat: a\n\n* feat: one`);
  });

  test('A-57: a head that moved is 409, and nothing is merged', async () => {
    const [number, sha] = await pull('one', 'a.txt', 'a\n');
    await push('one', 'a.txt', 'evil\n');
    expect(said(await merge(number, { sha }))).toEqual([
      409,
      'Head branch was modified. Review and try the merge again.',
    ]);
    expect((await call('GET', `/pulls/${number}`)).body).toMatchObject({ state: 'open', merged: false });
  });

  test('a conflict is 405 and shows as dirty', async () => {
    const [one, first] = await pull('one', 'a.txt', 'one\n');
    const [two, second] = await pull('two', 'a.txt', 'two\n');
    expect((await merge(one, { merge_method: 'squash', sha: first })).status).toBe(200);
    expect((await call('GET', `/pulls/${two}`)).body).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    expect(said(await merge(two, { sha: second }))).toEqual([405, 'Pull Request is not mergeable']);
  });

  test('a draft, a method that is not allowed or unknown, a closed one and none are refused', async () => {
    const [draft] = await pull('one', 'a.txt', 'a\n', { draft: true });
    expect(said(await merge(draft))).toEqual([405, 'Pull Request is still a draft']);
    const [number] = await pull('two', 'b.txt', 'b\n');
    expect(said(await merge(number, { merge_method: 'rebase' }))).toEqual([
      405,
      'Rebase merges are not allowed on this repository.',
    ]);
    expect((await merge(number, { merge_method: 'octopus' })).status).toBe(422);
    await call('PATCH', `/pulls/${number}`, { state: 'closed' });
    expect((await merge(number)).status).toBe(405);
    expect((await merge(999)).status).toBe(404);
    const reader = f.host.mintToken({ permissions: { ...everything, contents: 'read' } });
    expect((await f.api(reader, 'PUT', `${R}/pulls/${draft}/merge`, {})).status).toBe(403);
  });

  test('a required check has to be there, of the App that the rule names, and green', async () => {
    const sha = await push('one', 'a.txt', 'a\n');
    const made = await call('POST', '/pulls', { head: named('one'), base: 'main', title: 'One' });
    const number = (made.body as { number: number }).number;
    const wants = (word: string) => [
      405,
      `Repository rule violations found\n\nRequired status check "order" is ${word}.\n\n`,
    ];
    const foreign = f.host.mintToken({ actor: 'foreign-app', permissions: everything });
    const run = { name: 'order', head_sha: sha, status: 'completed', conclusion: 'success' };
    await f.api(foreign, 'POST', `${R}/check-runs`, run);
    expect(said(await merge(number))).toEqual(wants('expected'));
    await check(sha, 'failure');
    expect(said(await merge(number))).toEqual(wants('failing'));
    await check(sha, 'success');
    expect((await merge(number)).status).toBe(200);
  });

  test('is made again from the journal', async () => {
    const issue = await wanted();
    const [one, first] = await pull('one', 'a.txt', 'one\n', { body: `Fixes #${issue}` });
    await merge(one, { merge_method: 'squash', sha: first });
    const [two] = await pull('two', 'b.txt', 'two\n');
    await merge(two);
    await call('DELETE', `/git/refs/heads/${named('two')}`);
    const paths = [`/pulls/${one}`, `/pulls/${two}`, `/issues/${issue}`, '/commits?sha=main', '/pulls?state=all'];
    const seen = async (url: string, token: string) =>
      await Promise.all(
        paths.map(async (path) => {
          const answer = await fetch(url + R + path, { headers: { authorization: `Bearer ${token}` } });
          return (await answer.text()).replaceAll(url, 'URL');
        }),
      );
    const before = await seen(f.host.url, f.host.people.maintainer);
    await f.host.close();
    const again = await startGitHub({ dir: join(f.dir, 'work'), owner: 'acme', repo: 'demo', journal: 'go-on' });
    try {
      expect(await seen(again.url, again.people.maintainer)).toEqual(before);
    } finally {
      await again.close();
    }
  });
});
