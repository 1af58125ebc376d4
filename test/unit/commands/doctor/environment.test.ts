import { describe, expect, test } from '@jest/globals';
import { observeRemote } from '../../../../src/commands/doctor/observe-remote.ts';
import type { GitHubRest, RestAnswer } from '../../../../src/commands/github-rest.ts';

const setup = { version: 1, flow: 'generative', profile: 'node', actions: `acme/flow@${'a1'.repeat(20)}` } as const;

/** What is known of the environment when the host answers `answer`, and what it was asked. */
async function seen(answer: RestAnswer, tiers?: { registry: string; environment?: string }) {
  const asked: string[] = [];
  const get = (path: string): Promise<RestAnswer> => {
    if (path === '') return Promise.resolve(says({ default_branch: 'main' }));
    if (!path.startsWith('/environments/')) return Promise.resolve(says({}, 403));
    asked.push(path);
    return Promise.resolve(answer);
  };
  const rest = { get, list: get } as unknown as GitHubRest;
  const chosen = tiers === undefined ? setup : { ...setup, tiers };
  const remote = await observeRemote(rest, { repo: 'acme/rocket', top: '.', setup: chosen, paths: [] });
  return { asked, environment: 'known' in remote ? remote.known.environment : remote };
}
const says = (body: unknown, status = 200): RestAnswer => ({
  status,
  body,
  message: '',
  headers: new Map(),
});
const reviewed = {
  protection_rules: [
    { type: 'wait_timer' },
    { type: 'required_reviewers', reviewers: [{}, {}] },
    { type: 'branch_policy' },
  ],
};

describe('the environment that approves Tier B', () => {
  test.each<[string, RestAnswer, object]>([
    ['with reviewers', says(reviewed), { known: { there: true, reviewers: 2 } }],
    ['with none', says({ protection_rules: [{ type: 'wait_timer' }] }), { known: { there: true, reviewers: 0 } }],
    ['without rules', says({}), { known: { there: true, reviewers: 0 } }],
    ['that is not there', says({}, 404), { known: { there: false, reviewers: 0 } }],
    ['that may not be read', says({}, 403), { unknown: expect.stringContaining('Actions: read') }],
    [
      'of an answer that is none',
      says({ protection_rules: 7 }),
      { unknown: expect.stringContaining('not understood') },
    ],
  ])('%s', async (_, answer, expected) =>
    expect(await seen(answer, { registry: 'g.toml' })).toEqual({
      asked: ['/environments/gates'],
      environment: expected,
    }),
  );
  test('by the name that was chosen; not asked for without tiers', async () => {
    expect((await seen(says(reviewed), { registry: 'g.toml', environment: 'h200' })).asked).toEqual([
      '/environments/h200',
    ]);
    expect((await seen(says(reviewed))).asked).toEqual([]);
  });
});
