import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { R, everything, start } from './fixture.ts';
import type { Fixture } from './fixture.ts';

let f: Fixture;
let issue: number;
let sha: string;
let pull: number;
const comments: number[] = [];

beforeAll(async () => {
  let second = 0;
  f = await start({ now: () => new Date(Date.UTC(2030, 0, 1, 0, 0, (second += 1))) });
  const made = await f.api(f.host.people.stranger, 'POST', `${R}/issues`, { title: 'T', body: 'B' });
  issue = made.body.number as number;
  for (const text of ['one', 'two', 'three']) {
    comments.push((await f.api(f.bot, 'POST', `${R}/issues/${issue}/comments`, { body: text })).body.id as number);
  }
  sha = await f.push('feat/1', 'a.txt', 'a\n', 'feat: a\n\nbody line\n\nFlow-Hop: generative/1/1/x/1');
  const opened = await f.api(f.bot, 'POST', `${R}/pulls`, { title: 'P', head: 'feat/1', base: 'main', draft: true });
  pull = opened.body.number as number;
});
afterAll(() => f.close());

const query = (fields: string) => `{ repository(owner: "acme", name: "demo") { ${fields} } }`;
async function ask(fields: string, token = f.bot) {
  const answer = await f.graphql(token, query(fields));
  expect(answer.status).toBe(200);
  return answer.body as {
    data: { repository: Record<string, never> } | null;
    errors?: { type?: string; message: string }[];
  };
}

describe('comments', () => {
  test('an edit by a person shows the editor, the time and the old text', async () => {
    const [id] = comments;
    await f.api(f.host.people.maintainer, 'PATCH', `${R}/issues/comments/${id}`, { body: 'one, edited' });
    const nodes = `nodes { databaseId body author { __typename login } editor { __typename login } lastEditedAt
      viewerDidAuthor authorAssociation url userContentEdits(first: 5) { nodes { editor { login } diff } } }`;
    const { data } = await ask(
      `issue(number: ${issue}) { title body author { login } comments(first: 2) { ${nodes} } }`,
    );
    expect(data?.repository['issue']).toMatchObject({
      title: 'T',
      body: 'B',
      author: { login: 'stranger' },
      comments: {
        nodes: [
          {
            databaseId: id,
            body: 'one, edited',
            author: { __typename: 'Bot', login: 'github-actions' },
            editor: { __typename: 'User', login: 'maintainer' },
            lastEditedAt: expect.stringMatching(/^2030-/),
            viewerDidAuthor: true,
            url: expect.stringContaining(`#issuecomment-${id}`),
            userContentEdits: {
              nodes: [
                { editor: { login: 'maintainer' }, diff: 'one, edited' },
                { editor: { login: 'github-actions' }, diff: 'one' },
              ],
            },
          },
          { body: 'two', editor: null, lastEditedAt: null, userContentEdits: { nodes: [] } },
        ],
      },
    });
  });

  test('pages go both ways', async () => {
    const read = async (page: string) => {
      const { data } = await ask(
        `issue(number: ${issue}) { comments(${page}) { totalCount nodes { databaseId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      );
      const found = (data?.repository['issue'] as unknown as { comments: Page }).comments;
      return { ids: found.nodes.map(({ databaseId }) => databaseId), ...found.pageInfo, total: found.totalCount };
    };
    interface Page {
      nodes: { databaseId: number }[];
      totalCount: number;
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    }
    const first = await read('first: 2');
    expect(first).toMatchObject({ ids: comments.slice(0, 2), hasNextPage: true, hasPreviousPage: false, total: 3 });
    const next = await read(`first: 2, after: "${first.endCursor}"`);
    expect(next).toMatchObject({ ids: comments.slice(2), hasNextPage: false, hasPreviousPage: true });
    const last = await read('last: 1');
    expect(last.ids).toEqual(comments.slice(-1));
    expect((await read(`last: 1, before: "${last.startCursor}"`)).ids).toEqual(comments.slice(1, 2));
  });

  const refused = [
    'comments { totalCount }',
    'comments(first: 101) { totalCount }',
    'comments(first: 1, after: "?") { totalCount }',
  ];
  test.each(refused)('%s is refused', async (field) => {
    expect((await ask(`issue(number: ${issue}) { ${field} }`)).errors).toHaveLength(1);
  });
});

test('commits with their trailers, checks by app, refs and files', async () => {
  const check = {
    name: 'g',
    head_sha: sha,
    conclusion: 'failure',
    external_id: 'e',
    output: { title: 't', summary: 's', text: 'facts' },
  };
  await f.api(f.bot, 'POST', `${R}/check-runs`, check);
  await f.api(f.host.mintToken({ actor: 'foreign-app', permissions: everything }), 'POST', `${R}/check-runs`, check);
  const { data } = await ask(`
    defaultBranchRef { name target { oid } }
    ref(qualifiedName: "refs/heads/feat/1") { name target { oid ... on Commit { history(first: 1) { totalCount nodes { message messageBody } }
      checkSuites(first: 5, filterBy: { appId: 15368 }) { nodes { app { databaseId slug }
        checkRuns(first: 5, filterBy: { checkType: ALL }) { nodes { name conclusion externalId text } } } } } } }
    file: object(expression: "feat/1:a.txt") { ... on Blob { text byteSize } }
    commit: object(oid: "${sha}") { __typename oid }
    none: ref(qualifiedName: "nowhere") { name }
    pullRequests(first: 5, headRefName: "feat/1", states: [OPEN]) { nodes { number isDraft headRefOid baseRefName } }`);
  expect(data?.repository).toMatchObject({
    defaultBranchRef: { name: 'main' },
    ref: {
      name: 'feat/1',
      target: {
        oid: sha,
        history: { totalCount: 2, nodes: [{ messageBody: 'body line\n\nFlow-Hop: generative/1/1/x/1' }] },
        checkSuites: {
          nodes: [
            {
              app: { databaseId: 15368, slug: 'github-actions' },
              checkRuns: { nodes: [{ name: 'g', conclusion: 'FAILURE', externalId: 'e', text: 'facts' }] },
            },
          ],
        },
      },
    },
    file: { text: 'a\n', byteSize: 2 },
    commit: { __typename: 'Commit', oid: sha },
    none: null,
    pullRequests: { nodes: [{ number: pull, isDraft: true, headRefOid: sha, baseRefName: 'main' }] },
  });
});

test('issueOrPullRequest tells which', async () => {
  const kind = async (number: number) =>
    (await ask(`issueOrPullRequest(number: ${number}) { __typename }`)).data?.repository;
  expect(await kind(issue)).toEqual({ issueOrPullRequest: { __typename: 'Issue' } });
  expect(await kind(pull)).toEqual({ issueOrPullRequest: { __typename: 'PullRequest' } });
  expect((await ask('issueOrPullRequest(number: 999) { __typename }')).errors).toMatchObject([{ type: 'NOT_FOUND' }]);
});

test('permissions hold here too', async () => {
  const contents = f.host.mintToken({ permissions: { contents: 'read' } });
  expect((await ask(`issue(number: ${issue}) { title }`, contents)).errors).toMatchObject([{ type: 'FORBIDDEN' }]);
  expect((await ask('defaultBranchRef { name }', contents)).errors).toBeUndefined();
});
