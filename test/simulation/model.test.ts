import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GRAPHQL, SerialClient } from '../../src/runtime/github/client.ts';
import { GitHubHost } from '../../src/runtime/github/host.ts';
import { octokitTransport } from '../../src/runtime/github/octokit.ts';
import { realClock, type Transport } from '../../src/runtime/github/transport.ts';
import { start, type Fixture } from '../unit/local/github/fixture.ts';
import { answerSubject } from './github/graphql.ts';
import { GitHubModel } from './github/github.ts';
import { BOT, MAINTAINER } from './github/records.ts';

const WORKFLOW = 'flow.yml';

/** One of the two hosts that are asked the same. */
interface Side {
  readonly host: GitHubHost;
  push(branch: string, message: string): Promise<string>;
  /** A comment, or a change of one, by a person. */
  byPerson(method: 'POST' | 'PATCH', id: number, body: string): Promise<void>;
}

/** What the client makes of a common script of calls, in a form without ids, addresses and times. */
async function story(side: Side): Promise<unknown[]> {
  const { host } = side;
  const lines: unknown[] = [];
  const say = async (what: string, call: () => Promise<unknown>): Promise<unknown> => {
    try {
      const value = await call();
      lines.push([what, value]);
      return value;
    } catch (error) {
      lines.push([what, 'refused', (error as { status?: number }).status]);
      return undefined;
    }
  };
  const subject = (): Promise<unknown> => say('subject', () => host.readSubject(1, 'feat/1'));
  await subject();
  await say('no such issue', () => host.readSubject(99, 'feat/99'));
  await say('no branch, no pull request', () => host.openDraft('feat/1', 'main', 'T', 'B'));
  const sha = await side.push('feat/1', 'feat: one');
  await side.push('feat/1', 'feat: two\n\nFlow-Hop: generative/1/1/issue-creator/1');
  const { id } = await host.createComment(1, 'first');
  await host.updateComment(id, 'second');
  await say('comment', () => host.readComment(id));
  await subject();
  await side.byPerson('PATCH', id, 'third');
  await side.byPerson('POST', 1, 'mine');
  await subject();
  await host.updateComment(id, 'fourth');
  await subject();
  const output = { title: 't', summary: 's', text: 'x' };
  const check = { name: 'generative:gate:tests', status: 'completed', conclusion: 'failure', output };
  await say('unknown sha', () => host.createCheck({ ...check, head_sha: '0'.repeat(40) }));
  const first = await host.createCheck({ ...check, head_sha: sha });
  await host.createCheck({ ...check, head_sha: sha });
  await host.updateCheck(first, { status: 'completed', conclusion: 'success', output: { ...output, text: 'y' } });
  await say('a conclusion that is none', () =>
    host.updateCheck(first, { status: 'completed', conclusion: 'green', output }),
  );
  await say('too much text', () => host.updateCheck(first, { output: { ...output, text: 'x'.repeat(65_536) } }));
  await say('checks', () => host.listChecks(sha));
  await say('checks of nothing', () => host.listChecks('0'.repeat(40)));
  await host.createLabel('state:ready', '0e8a16', 'd');
  await say('a label twice', () => host.createLabel('state:ready', '0e8a16', 'd'));
  await host.addLabels(1, ['state:ready', 'flow:generative']);
  await host.removeLabel(1, 'state:ready');
  await say('a label that is not there', () => host.removeLabel(1, 'state:ready'));
  await say('draft', () => host.openDraft('feat/1', 'main', 'T', 'B'));
  await say('a second one', () => host.openDraft('feat/1', 'main', 'T', 'B'));
  await say('a new text', () => host.updatePullBody(2, 'C'));
  await host.updateIssueBody(1, 'new body');
  await subject();
  await say('issues by label', () => host.listIssues('flow:generative'));
  await say('too long', () => host.createComment(1, 'x'.repeat(65_537)));
  await host.deleteComment(id);
  await say('a comment that is gone', () => host.readComment(id));
  await say('and is written', () => host.updateComment(id, 'x'));
  await subject();
  await say('may write', async () => [await host.mayWrite('maintainer'), await host.mayWrite('stranger')]);
  const run = await host.dispatch(WORKFLOW, 'main', { subject: '1' });
  await say('no such workflow', () => host.dispatch('none.yml', 'main', { subject: '1' }));
  await say('no such branch', () => host.dispatch(WORKFLOW, 'nowhere', { subject: '1' }));
  await say('runs', () => host.listRuns(WORKFLOW));
  await say('a run', () => host.readRun(WORKFLOW, run!));
  await say('no such run', () => host.readRun(WORKFLOW, 5));
  return plain(lines) as unknown[];
}

/** Without what each host names in its own way: ids and shas by their order, no addresses, no times. */
function plain(value: unknown): unknown {
  const names = new Map<string, string>();
  const named = (kind: string, text: string): string => {
    if (!names.has(kind + text)) names.set(kind + text, `${kind}${names.size}`);
    return names.get(kind + text)!;
  };
  const walk = (at: unknown, key: string): unknown => {
    if (Array.isArray(at)) return at.map((item) => walk(item, key));
    if (typeof at === 'string' && /^[0-9a-f]{40}$/.test(at)) return named('sha', at);
    if (key === 'id') return named('id', String(at));
    if (typeof at !== 'object' || at === null) return at;
    return Object.fromEntries(
      Object.entries(at)
        .filter(([name]) => !['url', 'at', 'created', 'updated', 'title', 'status'].includes(name))
        .map(([name, item]) => [name, walk(item, name)]),
    );
  };
  return walk(value, '');
}

function modelSide(): Side {
  const github = new GitHubModel({
    now: () => Date.UTC(2026, 0, 1),
    workflows: { [WORKFLOW]: () => 'Flow' },
    issue: { title: 'Add it', body: 'body' },
  });
  const transport: Transport = {
    request: (route, parameters) =>
      new Promise((resolve) => {
        const data =
          route === GRAPHQL
            ? answerSubject(github, BOT, parameters['variables'] as Record<string, unknown>)
            : github.request(BOT, route, parameters);
        resolve({ status: 200, headers: {}, data });
      }),
  };
  const options = { token: '', apiUrl: 'https://github.example', owner: 'owner', repo: 'demo' };
  return {
    host: new GitHubHost(options, new SerialClient({ transport, clock: realClock, spacing: 0 })),
    push: (branch, message) => {
      const tip = github.git.tip(branch);
      const commit = github.git.write([tip ?? github.git.tip('main')!], message, `${message}\n`);
      github.git.push(branch, commit, tip);
      return Promise.resolve(commit.sha);
    },
    byPerson: (method, id, body) => {
      const post = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
      const patch = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
      const parameters = { issue_number: id, comment_id: id, body };
      github.request(MAINTAINER, `${method} ${method === 'POST' ? post : patch}`, parameters);
      return Promise.resolve();
    },
  };
}

describe('the model of GitHub and the embedded GitHub', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await start();
    await fixture.api(fixture.host.people.maintainer, 'POST', '/repos/acme/demo/issues', {
      title: 'Add it',
      body: 'body',
    });
  });
  afterAll(() => fixture.close());

  test('tell the client the same story', async () => {
    const { host, bot } = fixture;
    let files = 0;
    const options = { token: bot, apiUrl: host.url, owner: 'acme', repo: 'demo' };
    const embedded: Side = {
      host: new GitHubHost(
        options,
        new SerialClient({ transport: octokitTransport(bot, host.url), clock: realClock, spacing: 0 }),
      ),
      push: (branch, message) => fixture.push(branch, `f${++files}.txt`, 'x\n', message),
      byPerson: async (method, id, body) => {
        const path =
          method === 'POST' ? `/repos/acme/demo/issues/${id}/comments` : `/repos/acme/demo/issues/comments/${id}`;
        await fixture.api(host.people.maintainer, method, path, { body });
      },
    };
    expect(await story(modelSide())).toEqual(await story(embedded));
  });
});
