import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readJournal, runsOf, type JournalEntry } from '../../../../src/local/github/journal.ts';
import { startGitHub, type GitHubStandIn } from '../../../../src/local/github/stand-in.ts';
import { R, everything, start, type Fixture } from './fixture.ts';

let f: Fixture;
let again: GitHubStandIn | undefined;
afterEach(async () => {
  await again?.close();
  again = undefined;
  await f.close();
});

const journal = (): string => join(f.dir, 'github.journal');
const goOn = async (): Promise<GitHubStandIn> =>
  (again = await startGitHub({ dir: join(f.dir, 'work'), owner: 'acme', repo: 'demo', journal: 'go-on' }));
const effects = (): JournalEntry[] => [...readJournal(journal()).entries];

const queries = [
  `{ repository(owner: "acme", name: "demo") { issue(number: 1) { body state labels(first: 9) { nodes { name } }
     comments(first: 100) { nodes { databaseId body author { login } editor { login } createdAt } } } } }`,
];

/** Everything that a reader of the host can see. */
async function seen(host: GitHubStandIn): Promise<unknown[]> {
  const token = host.people.maintainer;
  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(host.url + path, { headers: { authorization: `Bearer ${token}` } });
    return [answer.status, await answer.json()];
  };
  const ask = async (query: string): Promise<unknown> => {
    const answer = await fetch(`${host.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    return answer.json();
  };
  const refs = (await get(`${R}/git/matching-refs/heads`)) as [number, { object: { sha: string } }[]];
  const paths = [
    ...['', '/issues?state=all', '/issues/comments', '/labels', '/pulls?state=all', '/pulls/2', '/actions/runs'],
    ...['/issues/1', '/issues/1/comments', '/issues/1/labels', '/issues/2/labels', '/actions/workflows/flow.yml/runs'],
    ...refs[1].flatMap(({ object: { sha } }) => [
      `/commits/${sha}/check-runs?filter=all`,
      `/commits/${sha}/statuses`,
      `/check-runs/1001/annotations`,
    ]),
  ];
  const all: unknown[] = [refs, host.runs()];
  for (const path of paths) all.push([path, await get(R + path)]);
  for (const query of queries) all.push(await ask(query));
  return all;
}

/** One of everything that can be done to a repository, with what is refused in between. */
async function live(): Promise<void> {
  const { maintainer, stranger } = f.host.people;
  const ok = async (token: string, method: string, path: string, body?: unknown): Promise<{ id: number }> => {
    const answer = await f.api(token, method, R + path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as { id: number };
  };
  const dispatch = (token: string, seq: string): Promise<unknown> =>
    ok(token, 'POST', '/actions/workflows/flow.yml/dispatches', { ref: 'main', inputs: { subject: '1', seq } });
  await ok(stranger, 'POST', '/issues', { title: 'an issue', body: 'as a user', labels: ['dropped'] });
  await ok(f.bot, 'POST', '/labels', { name: 'flow:x', color: 'ededed', description: 'd' });
  await ok(f.bot, 'PUT', '/issues/1/labels', { labels: ['flow:x', 'new'] });
  const one = await ok(f.bot, 'POST', '/issues/1/comments', { body: 'one' });
  const two = await ok(stranger, 'POST', '/issues/1/comments', { body: 'two' });
  await ok(f.bot, 'PATCH', `/issues/comments/${one.id}`, { body: 'one, edited' });
  await ok(maintainer, 'PATCH', `/issues/comments/${one.id}`, { body: 'one, by another' });
  await ok(f.bot, 'DELETE', `/issues/comments/${two.id}`);
  await ok(f.bot, 'POST', '/issues/1/comments', { body: 'three' });
  await ok(maintainer, 'PATCH', '/issues/1', { body: 'as a user, clearly', state: 'closed' });
  await dispatch(maintainer, '1');
  const sha = await f.push('feat/1', 'a.txt', 'a\n');
  await f.push('main', 'b.txt', 'b\n');
  await dispatch(f.bot, '2');
  const output = { title: 't', summary: 's', annotations: [1, 2].map((line) => note(line)) };
  const check = await ok(f.bot, 'POST', '/check-runs', { name: 'c', head_sha: sha, status: 'in_progress', output });
  await ok(f.bot, 'PATCH', `/check-runs/${check.id}`, { conclusion: 'success', output });
  await ok(f.bot, 'POST', `/statuses/${sha}`, { state: 'success', context: 'x' });
  await ok(f.bot, 'POST', '/pulls', { title: 'p', body: 'b', head: 'feat/1', base: 'main', draft: true });
  await ok(f.bot, 'PUT', '/issues/2/labels', { labels: ['flow:x'] });
  await f.push('feat/1', 'a.txt', 'more\n');
  await ok(f.bot, 'POST', '/git/refs', { ref: 'refs/heads/other', sha });
  await ok(f.bot, 'DELETE', '/git/refs/heads/other');
  expect((await f.api(f.bot, 'POST', `${R}/labels`, { name: 'FLOW:x', color: 'ffffff' })).status).toBe(422);
  expect((await f.api(stranger, 'PUT', `${R}/issues/1/labels`, { labels: [] })).status).toBe(403);
  const [first, second] = f.host.runs();
  f.host.setRunStatus(first!.id, 'in_progress');
  f.host.setRunTitle(first!.id, 'a title');
  f.host.setRunStatus(first!.id, 'completed', 'failure');
  f.host.rerun(first!.id);
  f.host.setRunStatus(second!.id, 'in_progress');
}
const note = (line: number) => ({
  path: 'a.txt',
  start_line: line,
  end_line: line,
  annotation_level: 'notice',
  message: 'm',
});

describe('the journal of the stand-in', () => {
  test('a stand-in that goes on is the one that died: ids, numbers, authors, editors, times, runs, checks, refs', async () => {
    f = await start({ journal: 'begin', title: ({ inputs }) => `${inputs['subject']}/${inputs['seq']}` });
    await live();
    const before = await seen(f.host);
    await f.host.close();
    const lines = readFileSync(journal(), 'utf8');
    const host = await goOn();
    expect(host.url).toBe(f.host.url);
    expect(await seen(host)).toEqual(before);
    expect(host.violations).toEqual([]);
    // Looking changes nothing, and what was refused left no line.
    expect(readFileSync(journal(), 'utf8')).toBe(lines);
    expect(lines).not.toContain('FLOW:x');
    expect(runsOf(effects()).map(({ status }) => status)).toEqual(['queued', 'in_progress']);
    expect(host.runs().map((run) => [run.runAttempt, run.displayTitle])).toEqual([
      [2, 'a title'],
      [1, '1/2'],
    ]);
    expect(new Set(host.runs().map((run) => run.headSha)).size).toBe(2);
  });

  test('the run that a comment of a person starts is one of the list, and is at work where the host died', async () => {
    const listens = { journal: 'begin', commentWorkflow: 'comment.yml' } as const;
    // A runner that takes a run at once: what it says of the run stands behind what started it.
    const onDispatch = ({ id }: { id: number }): void => f.host.setRunStatus(id, 'in_progress');
    f = await start({ ...listens, onDispatch });
    const { maintainer } = f.host.people;
    const clone = join(f.dir, 'person');
    const file = join(clone, '.github/workflows/comment.yml');
    await f.git(f.dir, 'clone', '-q', f.host.gitUrl.replace('://', `://x:${maintainer}@`), clone);
    writeFileSync(file, 'name: Control\non: { issue_comment: { types: [created] } }\njobs: {}\n');
    await f.git(clone, 'add', '-A');
    await f.git(clone, 'commit', '-qm', 'build: control');
    await f.git(clone, 'push', '-q', 'origin', 'HEAD:main');
    await f.api(maintainer, 'POST', `${R}/issues`, { title: 'an issue' });
    await f.api(f.bot, 'POST', `${R}/issues/1/comments`, { body: '/flow pause' });
    expect(f.host.runs()).toEqual([]);
    await f.api(maintainer, 'POST', `${R}/issues/1/comments`, { body: '/flow pause' });
    const before = f.host.runs();
    expect(before).toMatchObject([{ event: 'issue_comment', displayTitle: 'an issue', actor: 'maintainer' }]);
    expect(before[0]!.comment).toMatchObject({ comment: { body: '/flow pause' }, issue: { number: 1 } });
    await f.host.close();
    expect(runsOf(effects())).toEqual([{ id: before[0]!.id, status: 'in_progress' }]);
    again = await startGitHub({ dir: join(f.dir, 'work'), owner: 'acme', repo: 'demo', ...listens, journal: 'go-on' });
    expect(again.runs()).toEqual(before);
  });

  test('ids go on where they stood, and tokens of the dead host are worth nothing', async () => {
    f = await start({ journal: 'begin' });
    await live();
    await f.host.close();
    const host = await goOn();
    const token = host.mintToken({ permissions: everything, label: 'bot' });
    const post = async (with_: string) => {
      const answer = await fetch(`${host.url}${R}/issues/1/comments`, {
        method: 'POST',
        headers: { authorization: `Bearer ${with_}` },
        body: '{"body":"four"}',
      });
      return [answer.status, ((await answer.json()) as { id?: number }).id];
    };
    expect(await post(f.bot)).toEqual([401, undefined]);
    expect(await post(token)).toEqual([201, 4]);
    const url = host.gitUrl.replace('http://', `http://x-access-token:${f.bot}@`);
    const orphan = join(f.dir, 'clone-1');
    const pushed = await f.git(orphan, 'push', '-q', url, 'HEAD:refs/heads/orphan');
    expect(pushed.code).not.toBe(0);
    expect((await host.runs()).length).toBe(2);
  });

  test('a last line that was never finished does not count, and is cut off', async () => {
    f = await start({ journal: 'begin' });
    await live();
    const before = await seen(f.host);
    await f.host.close();
    const whole = readFileSync(journal(), 'utf8');
    const comment = effects().find((entry) => entry.kind === 'request' && entry.path.endsWith('/comments'))!;
    appendFileSync(journal(), JSON.stringify(comment).slice(0, -1));
    expect(await seen(await goOn())).toEqual(before);
    expect(readFileSync(journal(), 'utf8')).toBe(whole);
  });

  test('a push that landed without its line is noted as found, once', async () => {
    f = await start({ journal: 'begin' });
    const sha = await f.push('feat/1', 'a.txt', 'a\n');
    await f.host.close();
    const kept = readFileSync(journal(), 'utf8').split('\n').slice(0, -2).join('\n');
    writeFileSync(journal(), `${kept}\n`);
    await (await goOn()).close();
    expect(effects().at(-1)).toMatchObject({ kind: 'refs', found: true, moved: { 'refs/heads/feat/1': sha } });
    const count = effects().length;
    await goOn();
    expect(effects()).toHaveLength(count);
  });

  test.each([
    [
      'another version',
      (text: string) => text.replace('"v":1', '"v":2'),
      /has version 2, this program knows version 1/,
    ],
    ['another file', () => '{"name":"x"}\n', /line 1 says that it is something else/],
    ['damage in the middle', (text: string) => text.replace('\n{"kind"', '\n{"ki'), /line 2 is damaged/],
    ['nothing', () => '', /line 1 is damaged/],
    [
      'an effect that gives something else',
      (text: string) => text.replace('"number":1', '"number":7'),
      /line 3 .* cannot be repeated/,
    ],
  ])('is refused with a fix: %s', async (_, change, message) => {
    f = await start({ journal: 'begin' });
    await f.api(f.host.people.maintainer, 'POST', `${R}/issues`, { title: 'x' });
    await f.host.close();
    writeFileSync(journal(), change(readFileSync(journal(), 'utf8')));
    await expect(goOn()).rejects.toMatchObject({
      code: 'bad-input',
      at: journal(),
      fix: expect.stringContaining('npm start'),
    });
    await expect(goOn()).rejects.toThrow(message);
    again = undefined;
  });

  test('before its line an effect is not there for anyone after the crash, after it for everyone', async () => {
    for (const moment of ['before', 'after'] as const) {
      f = await start({
        journal: 'begin',
        onEffect: (at) => {
          if (at.moment === moment && at.number === 2) throw new Error('killed');
        },
      });
      await f.api(f.host.people.maintainer, 'POST', `${R}/issues`, { title: 'x' }).catch(() => undefined);
      await f.host.close();
      const host = await goOn();
      const answer = await fetch(`${host.url}${R}/issues`, {
        headers: { authorization: `Bearer ${host.people.maintainer}` },
      });
      expect((await answer.json()) as unknown[]).toHaveLength(moment === 'before' ? 0 : 1);
      await host.close();
      again = undefined;
      if (moment === 'before') await f.close();
    }
  });

  test('without a journal nothing is written', async () => {
    f = await start();
    await f.api(f.host.people.maintainer, 'POST', `${R}/issues`, { title: 'x' });
    expect(existsSync(journal())).toBe(false);
  });
});
