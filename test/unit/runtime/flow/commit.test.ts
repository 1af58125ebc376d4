import { mkdtempSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Hop } from '../../../../src/core/hop.ts';
import { parseFact } from '../../../../src/core/fact.ts';
import { commit } from '../../../../src/flow/actions.ts';
import { sha256, splitPatch } from '../../../../src/flow/patch.ts';
import { parseTrailers } from '../../../../src/flow/trailers.ts';
import { commitHop } from '../../../../src/runtime/flow/commit.ts';
import type { CommitOutputs } from '../../../../src/runtime/flow/commit.ts';
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
  return (await diffWorkTree(dir, head, mkdtempSync(join(host.dir, 'work-'))))!;
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
