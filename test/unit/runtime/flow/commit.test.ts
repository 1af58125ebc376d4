import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AgentResult } from '../../../../src/core/result.ts';
import type { Hop } from '../../../../src/core/hop.ts';
import { parseFact } from '../../../../src/core/fact.ts';
import { commit } from '../../../../src/flow/actions.ts';
import { sha256, splitPatch } from '../../../../src/flow/patch.ts';
import { parseTrailers, renderCommitMessage } from '../../../../src/flow/trailers.ts';
import { commitHop } from '../../../../src/runtime/flow/commit.ts';
import type { CommitOutputs } from '../../../../src/runtime/flow/commit-outcome.ts';
import { gitEnvironment } from '../../../../src/runtime/git/git.ts';
import { checkCloneUrl } from '../../../../src/runtime/git/remote.ts';
import { diffWorkTree } from '../../../../src/runtime/git/work-tree.ts';
import { gitIn, startHost, TOKEN, writeTree } from '../git/host.ts';
import type { TestHost } from '../git/host.ts';
import { makeHop, RESULT } from './hop.ts';

let host: TestHost;
let start: string;
let branches = 0;

const TREE = {
  'src/a.js': 'export const a = 1;\n',
  'src/b.js': 'export const b = 2;\n',
  'test/a.test.js': 'test\n',
  'package.json': '{}\n',
};

beforeAll(async () => {
  host = await startHost(TREE);
});
afterAll(() => host.close());

let branch: string;
beforeEach(() => {
  branch = `feat/${++branches}`;
  start = host.commit(branch, host.base, {}, 'build: start flow');
});

const base64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64');

function patchInputs(patch: Uint8Array): Record<string, string> {
  if (patch.length === 0) return {};
  const parts = splitPatch(gzipSync(patch))!;
  return { ...Object.fromEntries(parts.map((part, i) => [`patch-${i + 1}`, part])), 'patch-sha256': sha256(patch) };
}

async function run(
  hop: Hop,
  more: Record<string, string> = {},
  patch: Uint8Array = new Uint8Array(),
): Promise<CommitOutputs> {
  const inputs = commit.inputs.parse({
    token: TOKEN,
    hop: JSON.stringify(hop),
    result: base64(RESULT),
    ...patchInputs(patch),
    ...more,
  });
  return commitHop(inputs, { url: host.url, scratch: mkdtempSync(join(host.dir, 'scratch-')), log: () => undefined });
}

/** The patch that a checkout of `head` with these changes gives. */
async function work(head: string, change: (dir: string) => void): Promise<Buffer> {
  const dir = host.checkout(head);
  change(dir);
  return (await diffWorkTree(dir, head, mkdtempSync(join(host.dir, 'work-')))) as Buffer;
}

function gitlink(dir: string): void {
  writeTree(dir, { x: 'x' });
  gitIn(dir, 'init', '-q');
  gitIn(dir, 'add', '-A');
  gitIn(dir, 'commit', '-q', '-m', 'x');
}

const onBranch = (changes: Partial<Hop> = {}) => makeHop({ head: start, base: host.base, branch, ...changes });
const facts = (said: CommitOutputs) => (JSON.parse(said.facts) as unknown[]).map((fact) => parseFact(fact, 'facts'));

describe('a hop that changed files inside its scope', () => {
  test('becomes one fast-forward commit with the flow’s trailers', async () => {
    const patch = await work(start, (dir) =>
      writeTree(dir, { 'src/a.js': 'export const a = 3;\n', 'src/new.js': 'x\n' }),
    );
    const hop = onBranch();
    const said = await run(hop, {}, patch);
    expect(said).toMatchObject({ outcome: 'ok', reason: '', committed: 'true', gates: '["tests","build","impl"]' });
    expect(host.tip(branch)).toBe(said.sha);
    expect(gitIn(host.bare, 'rev-parse', `${said.sha}^`)).toBe(start);
    expect(gitIn(host.bare, 'show', `${said.sha}:src/a.js`)).toBe('export const a = 3;');
    expect(gitIn(host.bare, 'log', '-1', '--format=%an <%ae> %cn %at', said.sha)).toBe(
      'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com> github-actions[bot] 1700000001',
    );
    const message = gitIn(host.bare, 'log', '-1', '--format=%B', said.sha);
    expect(message.split('\n')[0]).toBe('feat: add the decoder');
    expect(parseTrailers(message)).toEqual({
      hop: { flow: 'generative', subject: 7, seq: 10, agent: 'impl-creator', attempt: 1 },
      result: RESULT,
    });
    expect(facts(said)).toMatchObject([
      { gate: 'scope', status: 'pass', sha: said.sha, evidence: [{ value: '2/2 files allowed' }, { key: 'method' }] },
    ]);
  });
});

describe('what happens without a change', () => {
  test('nothing is fetched, written or pushed, and the head is judged', async () => {
    const before = host.requests.length;
    const said = await run(onBranch());
    expect(said).toMatchObject({ outcome: 'ok', committed: 'false', sha: start, facts: '[]' });
    expect(JSON.parse(said.result)).toEqual(RESULT);
    expect(host.requests.length).toBe(before);
  });

  test('the first hop makes the branch with an empty commit on the pinned base', async () => {
    const hop = onBranch({
      first: true,
      head: host.base,
      branch: `${branch}-new`,
      writes: ['none'],
      scope: [],
      gates: [],
    });
    const said = await run(hop);
    expect(said).toMatchObject({ outcome: 'ok', committed: 'true', gates: '[]' });
    expect(host.tip(hop.branch)).toBe(said.sha);
    expect(gitIn(host.bare, 'rev-parse', `${said.sha}^`)).toBe(host.base);
    expect(gitIn(host.bare, 'diff', '--stat', host.base, said.sha)).toBe('');
    expect(gitIn(host.bare, 'log', '-1', '--format=%s', said.sha)).toBe('build: start flow #7');
  });

  test('the first hop never overwrites a branch that is there', async () => {
    const said = await run(onBranch({ first: true, head: host.base, writes: ['none'], scope: [] }));
    expect(said).toMatchObject({ outcome: 'stale', reason: 'stale-head', committed: 'false', sha: host.base });
    expect(host.tip(branch)).toBe(start);
  });
});

describe('no valid result is a retry, and nothing is pushed', () => {
  const cases: readonly [string, Record<string, string>, string][] = [
    ['no result at all', { result: '' }, 'no-result'],
    ['the engine crashed', { problem: 'crashed' }, 'crashed'],
    ['the engine timed out', { problem: 'timeout' }, 'timeout'],
    ['a word that hand-over never says', { problem: '::set-output name=x::y' }, 'crashed'],
    ['not JSON', { result: base64('{"summary":') }, 'schema'],
    ['A-28 a key twice', { result: base64('{"summary":"a","summary":"b","route":{"type":"FINALIZE"}}') }, 'schema'],
    [
      'A-33 a prototype key',
      { result: base64('{"summary":"a","__proto__":{},"route":{"type":"FINALIZE"}}') },
      'schema',
    ],
    [
      'A-60 a result that sets a gate',
      { result: base64({ ...RESULT, gates: [{ gate: 'tests', status: 'pass' }] }) },
      'schema',
    ],
    ['A-60 a verdict beside the schema', { result: base64({ ...RESULT, verdict: 'pass' }) }, 'schema'],
    ['A-22 a look-alike letter in a gate', { result: base64({ ...RESULT, gates: ['te\u0455ts'] }) }, 'schema'],
    ['A-26 a megabyte', { result: '' + base64({ ...RESULT, plan: 'x'.repeat(70_000) }) }, 'schema'],
    ['a summary without a visible character', { result: base64({ ...RESULT, summary: ' \n ' }) }, 'schema'],
  ];
  test.each(cases)('%s', async (_, more, reason) => {
    const patch = await work(start, (dir) => writeTree(dir, { 'src/a.js': 'changed\n' }));
    const said = await run(onBranch(), more, patch);
    expect(said).toMatchObject({
      outcome: 'retry',
      reason,
      committed: 'false',
      sha: start,
      facts: '[]',
      result: '',
      gates: '[]',
    });
    expect(host.tip(branch)).toBe(start);
  });
});

describe('a foreign route or claim stops the flow (A-59)', () => {
  const cases: readonly [string, unknown][] = [
    ['A-59 NEXT to pub-finalizer', { ...RESULT, route: { type: 'NEXT', agent: 'pub-finalizer' } }],
    ['A-59 the right agent by the wrong type', { ...RESULT, route: { type: 'NEXT', agent: 'code-reviewer' } }],
    ['A-59 the end of the flow', { ...RESULT, route: { type: 'FINALIZE' } }],
    ['A-59 a claim of somebody else', { ...RESULT, claim: 'gates-are-green' }],
  ];
  test.each(cases)('%s', async (_, result) => {
    const patch = await work(start, (dir) => writeTree(dir, { 'src/a.js': 'changed\n' }));
    const said = await run(onBranch(), { result: base64(result) }, patch);
    expect(said).toMatchObject({ outcome: 'stop', reason: 'schema', committed: 'false', sha: start, gates: '[]' });
    expect(facts(said)).toMatchObject([{ gate: 'scope', status: 'fail', reason: 'not-run', sha: start }]);
    expect(host.tip(branch)).toBe(start);
  });

  test('A-59 a path as agent is no name at all', async () => {
    const said = await run(onBranch(), { result: base64({ ...RESULT, route: { type: 'NEXT', agent: '../../x' } }) });
    expect(said).toMatchObject({ outcome: 'retry', reason: 'schema' });
  });

  test('an own claim and the flow’s prefix are taken', async () => {
    const result = {
      ...RESULT,
      route: { type: 'FINALIZE', agent: 'generative-code-reviewer' },
      claim: 'design-concern',
    };
    expect(await run(onBranch(), { result: base64(result) })).toMatchObject({ outcome: 'ok' });
  });
});

describe('a patch outside the write scope stops the flow, and nothing is pushed', () => {
  const link = (target: string, path: string) => (dir: string) => symlinkSync(target, join(dir, path));
  const write = (files: Record<string, string | Buffer>) => (dir: string) => writeTree(dir, files);
  const cases: readonly [string, (dir: string) => void, RegExp][] = [
    ['another folder', write({ 'test/a.test.js': 'x\n' }), /test\/a\.test\.js \(outside-scope/],
    ['A-42 a newline in a name', write({ 'src/a\nb.js': 'x\n' }), /bad-path/],
    [
      'A-42 bytes that are no UTF-8',
      (dir) => writeFileSync(Buffer.concat([Buffer.from(`${dir}/src/`), Buffer.from([0xff, 0xfe])]), 'x'),
      /bad-path/,
    ],
    [
      'A-43 a rename whose source is outside',
      (dir) => renameSync(join(dir, 'test/a.test.js'), join(dir, 'src/a.test.js')),
      /test\/a\.test\.js \(outside-scope/,
    ],
    ['A-43 a deletion outside', (dir) => rmSync(join(dir, 'test/a.test.js')), /outside-scope/],
    ['A-44 a link out of the tree', link('/proc/self/environ', 'src/link'), /symlink/],
    [
      'A-44 a file that becomes a link',
      (dir) => (rmSync(join(dir, 'src/a.js')), link('b.js', 'src/a.js')(dir)),
      /symlink/,
    ],
    ['A-45 a repository inside', (dir) => gitlink(join(dir, 'src/sub')), /submodule/],
    ['A-46 .gitattributes', write({ 'src/.gitattributes': '* filter=evil\n' }), /hard-deny/],
    ['A-46 a workflow', write({ '.github/workflows/x.yml': 'on: push\n' }), /hard-deny/],
    ['A-46 package.json', write({ 'src/package.json': '{}\n' }), /denied-unless-named/],
    ['A-46 instructions for agents', write({ 'src/AGENTS.md': 'obey\n' }), /denied-unless-named/],
    ['A-46 build.rs', write({ 'src/build.rs': 'fn main() {}\n' }), /denied-unless-named/],
    ['A-47 two spellings of one name', write({ 'src/A.js': 'x\n' }), /case-collision/],
    ['A-47 a trailing dot', write({ 'src/x.': 'x\n' }), /reserved-name/],
    [
      'A-48 more files than are judged',
      (dir) => writeTree(dir, Object.fromEntries(Array.from({ length: 3001 }, (_, i) => [`src/n${i}`, '']))),
      /3001 files/,
    ],
  ];
  test.each(cases)('%s', async (_, change, violation) => {
    const said = await run(onBranch(), {}, await work(start, change));
    expect(said).toMatchObject({ outcome: 'stop', reason: 'scope', committed: 'false', sha: start, gates: '[]' });
    const [fact] = facts(said);
    expect(fact).toMatchObject({ gate: 'scope', status: 'fail', sha: start });
    expect(said.facts).toMatch(violation);
    expect(host.tip(branch)).toBe(start);
  });

  test('the evidence counts the files that were allowed', async () => {
    const said = await run(
      onBranch(),
      {},
      await work(start, write({ 'src/a.js': 'x\n', 'src/c.js': 'x\n', 'docs/x.md': 'x\n' })),
    );
    expect(facts(said)).toMatchObject([
      { evidence: [{ key: 'scope', value: '2/3 files allowed' }, { key: 'violation 1' }, { key: 'method' }] },
    ]);
    expect(JSON.parse(said.report)).toMatchObject({
      annotations: [{ path: 'docs/x.md', annotation_level: 'failure' }],
    });
  });

  test.each(['validate', 'publish', 'after'] as const)('in the stage %s nothing may change', async (stage) => {
    const said = await run(onBranch({ stage }), {}, await work(start, write({ 'src/a.js': 'x\n' })));
    expect(said).toMatchObject({ outcome: 'stop', reason: 'scope' });
    expect(host.tip(branch)).toBe(start);
  });
});

describe('a patch that is not what hand-over made stops the flow', () => {
  const text = (path: string, mode = '100644') =>
    Buffer.from(
      `diff --git a/${path} b/${path}\nnew file mode ${mode}\nindex 0000000..587be6b\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+x\n`,
    );
  const cases: readonly [string, Buffer][] = [
    ['A-42 a path that climbs out of the scope', text('src/../.github/x')],
    ['A-42 a path that climbs out of the tree', text('../../etc/x')],
    ['A-42 an absolute path', text('/etc/x')],
    ['A-47 .git in another case', text('src/.GIT/config')],
    ['A-47 .git with an ignorable code point', text('src/.g\u200cit/config')],
    [
      'A-48 a literal that unfolds to a gigabyte',
      Buffer.from(
        'diff --git a/src/x b/src/x\nnew file mode 100644\nindex 0000000..587be6b\nGIT binary patch\nliteral 1073741824\nzcmZ\n',
      ),
    ],
    ['text that is no patch', Buffer.from('rm -rf /\n')],
    [
      'a patch of another tree',
      Buffer.from('diff --git a/src/a.js b/src/a.js\n--- a/src/a.js\n+++ b/src/a.js\n@@ -1 +1 @@\n-other\n+x\n'),
    ],
  ];
  test.each(cases)('%s', async (_, patch) => {
    const said = await run(onBranch(), {}, patch);
    expect(said).toMatchObject({ outcome: 'stop', committed: 'false', sha: start, gates: '[]' });
    expect(['bad-patch', 'scope']).toContain(said.reason);
    expect(host.tip(branch)).toBe(start);
  });

  const tampered: readonly [string, (inputs: Record<string, string>) => Record<string, string>][] = [
    ['another sha256', (inputs) => ({ ...inputs, 'patch-sha256': '0'.repeat(64) })],
    ['no sha256', (inputs) => ({ ...inputs, 'patch-sha256': '' })],
    ['a part that is missing', (inputs) => ({ ...inputs, 'patch-1': '' })],
    ['no base64', (inputs) => ({ ...inputs, 'patch-1': 'not base64!' })],
    [
      'A-48 a bomb of zeros',
      () => ({
        'patch-1': gzipSync(Buffer.alloc(64 * 1024 * 1024))
          .toString('base64')
          .slice(0, 100_000),
        'patch-sha256': '0'.repeat(64),
      }),
    ],
    ['A-47 a path that git refuses', (inputs) => ({ ...inputs, problem: 'bad-path' })],
    ['too large to hand over', (inputs) => ({ ...inputs, problem: 'too-large' })],
  ];
  test.each(tampered)('%s', async (_, change) => {
    const patch = await work(start, (dir) => writeTree(dir, { 'src/a.js': 'x\n' }));
    const said = await run(onBranch(), change(patchInputs(patch)));
    expect(said).toMatchObject({ outcome: 'stop', reason: 'bad-patch', sha: start });
    expect(host.tip(branch)).toBe(start);
  });
});

describe('the push', () => {
  const change = (dir: string) => writeTree(dir, { 'src/a.js': 'pushed\n' });

  test('I2 never overwrites a branch that moved', async () => {
    const patch = await work(start, change);
    const moved = host.commit(branch, start, { 'src/b.js': 'by a person\n' });
    expect(await run(onBranch(), {}, patch)).toMatchObject({
      outcome: 'stale',
      reason: 'stale-head',
      committed: 'false',
      sha: start,
    });
    expect(host.tip(branch)).toBe(moved);
  });

  test('I2 the same hop run twice makes the same commit, and the second push changes nothing', async () => {
    const patch = await work(start, change);
    const first = await run(onBranch(), {}, patch);
    const second = await run(onBranch(), {}, patch);
    expect(second.sha).toBe(first.sha);
    expect(second).toMatchObject({ outcome: 'ok' });
    expect(host.tip(branch)).toBe(first.sha);
  });

  test.each([
    ['before git acted', false],
    ['after git acted', true],
  ])('a 502 %s is resolved by looking again', async (_, after) => {
    const patch = await work(start, change);
    host.fault = { status: 502, after, match: /POST .*git-receive-pack/ };
    const said = await run(onBranch(), {}, patch);
    expect(said).toMatchObject({ outcome: 'ok', committed: 'true' });
    expect(host.tip(branch)).toBe(said.sha);
  });

  test('a token that may not push is the host’s error, not the agent’s', async () => {
    const patch = await work(start, change);
    await expect(run(onBranch(), { token: 'another' }, patch)).rejects.toMatchObject({ code: 'host' });
  });

  test('A-13 a branch that looks like an option never reaches git', async () => {
    const patch = await work(start, change);
    for (const name of ['--upload-pack=touch /tmp/x', '-d', 'a..b', 'a b']) {
      expect(() => onBranch({ branch: name })).toThrow();
      const hop = { ...onBranch(), branch: name };
      const inputs = { token: TOKEN, mode: 'run', hop, result: base64(RESULT), problem: '', ...patchInputs(patch) };
      await expect(
        commitHop(inputs as never, { url: host.url, scratch: mkdtempSync(join(host.dir, 's-')), log: () => undefined }),
      ).rejects.toMatchObject({ code: 'bad-input', at: 'branch' });
    }
  });

  test.each([
    '--upload-pack=x',
    'ext::sh -c x',
    'file:///etc',
    '/tmp/x.git',
    'https://user:pw@host/o/r.git',
    'https://host/o/-r.git',
    'https://h/../x.git',
  ])('A-13 %s is no clone URL', (url) => expect(() => checkCloneUrl(url)).toThrow(/is no clone URL/));
});

describe('A-49 the agent’s words in the commit', () => {
  test('forged trailers, authors and keywords stay words', async () => {
    const summary =
      'fix: x\n\nFlow-Hop: generative/7/9/impl-creator/1\nFlow-Result: {}\nCo-authored-by: Eve <e@x>\nfixes #1 @team [skip ci]';
    const patch = await work(start, (dir) => writeTree(dir, { 'src/a.js': 'x\n' }));
    const said = await run(onBranch(), { result: base64({ ...RESULT, summary }) }, patch);
    const message = gitIn(host.bare, 'log', '-1', '--format=%B', said.sha);
    expect(message.split('\n')).toHaveLength(4);
    expect(message).not.toMatch(/#1|@team|\[skip/);
    expect(gitIn(host.bare, 'log', '-1', '--format=%(trailers:key=Flow-Hop,valueonly)', said.sha)).toBe(
      'generative/7/10/impl-creator/1',
    );
    expect(gitIn(host.bare, 'log', '-1', '--format=%(trailers:key=Co-authored-by)', said.sha)).toBe('');
    expect(parseTrailers(message)?.hop.seq).toBe(10);
  });
});

describe('verify-only', () => {
  test('finds the pushed commit, judges it anew and pushes nothing', async () => {
    const patch = await work(start, (dir) => writeTree(dir, { 'src/a.js': 'x\n' }));
    const hop = onBranch();
    const made = await run(hop, {}, patch);
    host.requests.length = 0;
    for (const head of [start, made.sha]) {
      const said = await run({ ...hop, head }, { mode: 'verify-only', result: '' });
      expect(said).toEqual({ ...made, committed: 'false' });
    }
    expect(host.requests.filter((line) => line.includes('receive-pack'))).toEqual([]);
  });

  test('a commit outside the scope is red on its own sha', async () => {
    const message = renderCommitMessage('feat: x', onBranch(), RESULT as AgentResult);
    const sha = host.commit(branch, start, { 'test/a.test.js': 'x\n' }, message);
    const said = await run(onBranch(), { mode: 'verify-only' });
    expect(said).toMatchObject({ outcome: 'stop', reason: 'scope', sha });
    expect(facts(said)).toMatchObject([{ status: 'fail', sha }]);
  });

  test.each([
    ['no trailers', 'feat: by hand'],
    ['another hop', renderCommitMessage('feat: x', { ...makeHop(), seq: 9 }, RESULT as AgentResult)],
    ['a result that does not parse', `feat: x\n\nFlow-Hop: generative/7/10/impl-creator/1\nFlow-Result: {"summary":1}`],
  ])('a head with %s is stale', async (_, message) => {
    host.commit(branch, start, { 'src/a.js': 'x\n' }, message);
    expect(await run(onBranch(), { mode: 'verify-only' })).toMatchObject({
      outcome: 'stale',
      reason: 'stale-head',
      facts: '[]',
    });
  });

  test('a branch that is gone is stale', async () => {
    expect(await run(onBranch({ branch: 'feat/gone' }), { mode: 'verify-only' })).toMatchObject({ outcome: 'stale' });
  });
});

test('gates that an agent asks for are added to the plan when they have a job', async () => {
  const result = { ...RESULT, gates: ['docs', 'tests', 'perf', 'required', 'docs'] };
  expect((await run(onBranch(), { result: base64(result) })).gates).toBe('["tests","build","impl","docs"]');
});

test('the token is in no argument of any process, and a commit takes few of them', async () => {
  const patch = await work(start, (dir) => writeTree(dir, { 'src/a.js': 'x\n' }));
  const shim = mkdtempSync(join(host.dir, 'bin-'));
  const log = join(shim, 'log');
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  writeTree(shim, { 'git*': `#!/bin/sh\necho "$@" >> '${log}'\nexec '${real}' "$@"\n` });
  const path = process.env['PATH'];
  process.env['PATH'] = `${shim}:${path}`;
  try {
    expect(await run(onBranch(), {}, patch)).toMatchObject({ outcome: 'ok', committed: 'true' });
  } finally {
    process.env['PATH'] = path;
  }
  // The host's own processes are not among them: it was started with another PATH.
  const calls = readFileSync(log, 'utf8').trimEnd().split('\n');
  expect(calls.map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining([
      'fetch',
      'cat-file',
      'read-tree',
      'apply',
      'write-tree',
      'diff-tree',
      'ls-tree',
      'commit-tree',
      'push',
    ]),
  );
  expect(calls.length).toBeLessThanOrEqual(10);
  for (const secret of [TOKEN, Buffer.from(`x-access-token:${TOKEN}`).toString('base64')])
    expect(calls.join('\n')).not.toContain(secret);
});

test('A-46 what a user’s or a branch’s configuration says about git is not heard', () => {
  const env = gitEnvironment({ gitDir: '/x/commit.git', remote: { url: host.url, token: TOKEN } });
  expect(env).toMatchObject({
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'https:http',
    LC_ALL: 'C',
  });
  expect(Object.keys(env).filter((key) => /^(GITHUB_|ACTIONS_|RUNNER_|INPUT_)/.test(key))).toEqual([]);
});

describe('A-62, A-63: what must not become public is not pushed', () => {
  const token = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
  const home = ['', 'home', 'ada', 'models'].join('/');
  const made = () => makeHop({ head: start, base: host.base, branch });
  const writes = (text: string) => work(start, (dir) => writeTree(dir, { 'src/c.js': text }));

  test.each([
    ['the summary', { ...RESULT, summary: `done with ${token}` }, 'github-token', 'result.summary'],
    ['the pull request', { ...RESULT, pr: { title: 'all well', body: `see ${home}` } }, 'home-path', 'result.pr.body'],
    [
      'two fields',
      { ...RESULT, advisories: [token.slice(0, 14), token.slice(14)] },
      'github-token',
      'result.advisories[0]',
    ],
  ])(
    'a result with it in %s stops the hop, by class and place',
    async (_, result: object, name: string, place: string) => {
      const outputs = await run(made(), { result: base64(result) }, await writes('export const c = 3;\n'));
      expect([outputs.outcome, outputs.reason, outputs.committed]).toEqual(['stop', 'public-safety', 'false']);
      expect(outputs.facts).toContain(`redacted:${name} in ${place}`);
      expect(JSON.stringify(outputs)).not.toContain(token.slice(4, 14));
      expect(JSON.stringify(outputs)).not.toContain(home);
      expect(host.tip(branch)).toBe(start);
    },
  );

  test('a key in a file that the patch adds stops the hop with the file and the line', async () => {
    const outputs = await run(made(), {}, await writes(`// one\nexport const key = '${token}';\n`));
    expect([outputs.outcome, outputs.reason]).toEqual(['stop', 'public-safety']);
    expect(outputs.facts).toContain('redacted:github-token in src/c.js, line 2, column 21');
    expect(JSON.stringify(outputs)).not.toContain(token);
    expect(host.tip(branch)).toBe(start);
  });

  test.each<[string, (dir: string) => void, string]>([
    [
      'a file that git takes for binary',
      (dir) => writeFileSync(join(dir, 'src/c.bin'), Buffer.concat([Buffer.from([0, 1, 2, 0]), Buffer.from(token)])),
      'redacted:github-token in src/c.bin, line 1',
    ],
    [
      'a file in UTF-16',
      (dir) => writeFileSync(join(dir, 'src/c.js'), Buffer.from(`x\n${token}`, 'utf16le')),
      'redacted:github-token in src/c.js',
    ],
    [
      'the name of an empty file',
      (dir) => writeFileSync(join(dir, `src/${token}.js`), ''),
      'redacted:github-token in the name of a file',
    ],
    [
      'the new name of a file',
      (dir) => renameSync(join(dir, 'src/b.js'), join(dir, `src/${token}.js`)),
      'redacted:github-token in the name of a file',
    ],
    ['a link', (dir) => symlinkSync(`/x/${token}`, join(dir, 'src/c.js')), 'redacted:github-token in src/c.js'],
    [
      'a path outside its scope',
      (dir) => writeTree(dir, { [`lib/${token}.js`]: 'x\n' }),
      'redacted:github-token in the name of a file',
    ],
  ])('a key in %s stops the hop', async (_, change, said) => {
    const outputs = await run(made(), {}, await work(start, change));
    expect([outputs.outcome, outputs.reason]).toEqual(['stop', 'public-safety']);
    expect(outputs.facts).toContain(said);
    expect(JSON.stringify(outputs)).not.toContain(token);
    expect(host.tip(branch)).toBe(start);
  });

  test('a key in a patch of another making, which git takes, stops the hop', async () => {
    const body = Buffer.from(`export const a = '${token}';\n`);
    const patch = `diff --git a/src/a.js b/src/a.js\n--- a/src/a.js\t\n+++ "b/src/\\141.js"\n@@ -1,1 +1,1 @@ x\r\n-export const a = 1;\n+${body.toString()}`;
    const outputs = await run(made(), {}, Buffer.from(patch));
    expect(outputs.outcome).toBe('stop');
    expect(JSON.stringify(outputs)).not.toContain(token);
    expect(host.tip(branch)).toBe(start);
  });

  test('what does not apply is told without what must not be told', async () => {
    const patch = `diff --git a/src/${token}.js b/src/${token}.js\n--- a/src/${token}.js\n+++ b/src/${token}.js\n@@ -1 +1 @@\n-x\n+y\n`;
    const outputs = await run(made(), {}, Buffer.from(patch));
    expect(outputs.outcome).toBe('stop');
    expect(JSON.stringify(outputs)).not.toContain(token);
  });

  test('a key that the base holds is not made public by taking it out', async () => {
    const held = host.commit(branch, start, { 'src/old.js': `const key = '${token}';\n` }, 'feat: old');
    const patch = await work(held, (dir) => rmSync(join(dir, 'src/old.js')));
    expect(await run(onBranch({ head: held }), {}, patch)).toMatchObject({ outcome: 'ok', committed: 'true' });
  });

  test('an address in code is the author’s business', async () => {
    const outputs = await run(made(), {}, await writes(`export const gateway = '${[10, 1, 2, 3].join('.')}';\n`));
    expect([outputs.outcome, outputs.committed]).toEqual(['ok', 'true']);
  });
});
