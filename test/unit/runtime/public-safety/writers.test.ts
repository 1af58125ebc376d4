import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { FlowError } from '../../../../src/core/errors.ts';
import { GRAPHQL, SerialClient } from '../../../../src/runtime/github/client.ts';
import { GitHubHost } from '../../../../src/runtime/github/host.ts';
import { realClock } from '../../../../src/runtime/github/transport.ts';

const root = new URL('../../../../', import.meta.url).pathname;
const token = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
const home = ['', 'home', 'ada', 'models'].join('/');

function hostOf(answer: unknown = {}) {
  const sent: { route: string; parameters: Readonly<Record<string, unknown>> }[] = [];
  const transport = {
    request: async (route: string, parameters: Readonly<Record<string, unknown>>) => {
      sent.push({ route, parameters });
      return { status: 200, headers: {}, data: answer };
    },
  };
  const client = new SerialClient({ transport, clock: realClock, spacing: 0 });
  const host = new GitHubHost({ token: '', apiUrl: 'https://api.example', owner: 'acme', repo: 'rocket' }, client);
  return { host, client, sent };
}

/** Every method of the host that writes, with the bad text in each place that takes one. */
const WRITES: Readonly<Record<string, readonly ((host: GitHubHost, bad: string) => Promise<unknown>)[]>> = {
  createCheck: [
    (host, bad) => host.createCheck({ name: 'x', output: { title: bad } }),
    (host, bad) => host.createCheck({ name: 'x', output: { summary: `all well\n${bad}` } }),
    (host, bad) => host.createCheck({ name: 'x', output: { text: bad } }),
    (host, bad) => host.createCheck({ name: 'x', output: { annotations: [{ path: 'a.rs', message: bad }] } }),
    (host, bad) => host.createCheck({ name: 'x', external_id: bad }),
  ],
  updateCheck: [(host, bad) => host.updateCheck(1, { output: { annotations: [{ title: bad }] } })],
  createComment: [(host, bad) => host.createComment(1, bad)],
  updateComment: [(host, bad) => host.updateComment(1, bad)],
  deleteComment: [],
  updateIssueBody: [(host, bad) => host.updateIssueBody(1, bad)],
  addLabels: [(host, bad) => host.addLabels(1, ['a', bad])],
  removeLabel: [(host, bad) => host.removeLabel(1, bad)],
  createLabel: [(host, bad) => host.createLabel(bad, '', ''), (host, bad) => host.createLabel('a', '', bad)],
  openDraft: [
    (host, bad) => host.openDraft(bad, 'main', 'title', 'body'),
    (host, bad) => host.openDraft('feat/1', 'main', bad, 'body'),
    (host, bad) => host.openDraft('feat/1', 'main', 'title', bad),
  ],
  storeAttestation: [(host, bad) => host.storeAttestation({ dsseEnvelope: { payload: bad } })],
  updatePullBody: [(host, bad) => host.updatePullBody(1, bad)],
  dispatch: [(host, bad) => host.dispatch('flow.yml', 'main', { subject: '1', facts: bad })],
};

/** Methods that ask and tell nothing, by their verb; a write that is called so passes the client's door all the same. */
const READS = /^(?:(?:read|list|find)[A-Z]|(?:whoAmI|mayWrite|mergeBase)$)/;

describe('A-62, A-63: one door in front of every write to GitHub', () => {
  test('every method of the host is known here as a read or as a write', () => {
    const methods = Object.getOwnPropertyNames(GitHubHost.prototype).filter((name) => name !== 'constructor');
    expect(methods.filter((name) => !READS.test(name) && !(name in WRITES))).toEqual([]);
  });

  test.each(Object.entries(WRITES))('%s sends nothing', async (_, calls) => {
    for (const bad of [
      token,
      home,
      Buffer.from(`x ${token}`).toString('base64'),
      `${token.slice(0, 12)}\n${token.slice(12)}`,
    ]) {
      for (const call of calls) {
        const { host, sent } = hostOf();
        const error = await call(host, bad).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        expect(error).toBeInstanceOf(FlowError);
        expect((error as FlowError).code).toBe('public-safety');
        const said = JSON.stringify([(error as FlowError).toLine(), (error as FlowError).stack]);
        for (const value of [bad, token, home]) expect(said).not.toContain(value);
        expect(sent).toEqual([]);
      }
    }
  });

  test('the door is the client’s: a call that no method knows passes it, too', async () => {
    const { client, sent } = hostOf();
    for (const route of ['POST /anything', 'PUT /x', 'PATCH /x', 'DELETE /x/{name}'])
      await expect(client.call(route, { deep: [{ name: token }] })).rejects.toThrow('redacted:github-token');
    await expect(client.call(GRAPHQL, { query: 'mutation { a }', variables: { body: token } })).rejects.toThrow(
      'redacted:',
    );
    await expect(client.call(GRAPHQL, { variables: { body: token } })).rejects.toThrow('redacted:');
    expect(sent).toEqual([]);
    await client.call('GET /search', { q: token });
    expect(sent).toHaveLength(1);
  });

  test('a place that stands on the subject already may stand there again; a key may not', async () => {
    const { client, sent } = hostOf();
    client.door.stands(`it fails on ${home}/x with ${token}`);
    await client.call('PATCH /issue', { body: `it fails on ${home}/x\n\n- [x] AC1` });
    expect(sent).toHaveLength(1);
    await expect(client.call('PATCH /issue', { body: `it fails with ${token}` })).rejects.toThrow('redacted:');
  });

  test('names that the policy allows pass', async () => {
    const { host, client, sent } = hostOf({ id: 1, html_url: '' });
    client.door.allow(['/home/ada']);
    await host.createComment(1, home);
    expect(sent).toHaveLength(1);
    await expect(host.createComment(1, token)).rejects.toThrow('redacted:');
  });
});

/** The project's own sources, the embedded host aside: it plays GitHub's part. */
const sources = readdirSync(`${root}src`, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts') && !file.startsWith('local/'))
  .sort()
  .map((file) => ({ file, text: readFileSync(`${root}src/${file}`, 'utf8') }));

/** Files that import a module of a name, statically or not. */
function importersOf(name: string): string[] {
  const specifier = new RegExp(`(?:from|import\\(?)\\s*'[^']*${name}[^']*'`);
  return sources.filter(({ text }) => specifier.test(text)).map(({ file }) => file);
}

describe('no other way out', () => {
  test.each<[string, string, string[]]>([
    ['the toolkit’s client of GitHub', '(?:@actions/github|@octokit/)', ['runtime/github/octokit.ts']],
    ['the way to GitHub', '/octokit\\.ts', ['runtime/github/host.ts']],
    ['the toolkit’s requests', '/toolkit-fetch\\.ts', ['commands/github-rest.ts', 'runtime/github/octokit.ts']],
    ['signatures, which a public log keeps', '@actions/attest', ['attest/sign.ts']],
    ['the runner: summary, annotations, outputs', '@actions/core', ['runtime/runner.ts']],
  ])('%s has one importer for each door', (_, module, expected) => {
    expect(importersOf(module)).toEqual(expected);
  });

  test('a statement that must not become public is signed by nobody', async () => {
    const { signStatements } = await import('../../../../src/attest/sign.ts');
    const predicate = { evidence: [{ key: 'tests', value: `at ${home}` }] };
    const statement = { name: 'tests', subject: [], predicateType: 'x', predicate };
    await expect(signStatements([statement] as unknown as Parameters<typeof signStatements>[0])).rejects.toThrow(
      'redacted:home-path in predicate.evidence[0].value',
    );
  });

  test('only the scanner says that something was scanned', () => {
    const files = sources.filter(({ text }) => /\bas (?:unknown as )?Scanned\b/.test(text)).map(({ file }) => file);
    expect(files).toEqual(['core/public-safety/scanned.ts']);
    // A question passes unseen: what asks it must not be a write.
    expect(importersOf('/scanned\\.ts')).toEqual(expect.arrayContaining(['runtime/github/door.ts']));
    expect(sources.filter(({ text }) => /\bquestion[(<]/.test(text)).map(({ file }) => file)).toEqual([
      'core/public-safety/scanned.ts',
      'runtime/github/door.ts',
    ]);
  });

  test('the summary of a job is written in one place', () => {
    const files = sources.filter(({ text }) => /appendFileSync|addRaw\(/.test(text)).map(({ file }) => file);
    expect(files).toEqual(['runtime/runner.ts']);
  });

  test('commits are made in one place, which scans their message', () => {
    const files = sources.filter(({ text }) => text.includes("'commit-tree'")).map(({ file }) => file);
    expect(files).toEqual(['runtime/git/commit-object.ts']);
  });
});
