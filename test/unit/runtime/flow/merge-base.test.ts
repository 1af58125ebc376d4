import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Hop } from '../../../../src/core/hop.ts';
import { commit } from '../../../../src/flow/actions.ts';
import { parseTrailers } from '../../../../src/flow/trailers.ts';
import { commitHop } from '../../../../src/runtime/flow/commit.ts';
import type { CommitOutputs } from '../../../../src/runtime/flow/commit-outcome.ts';
import { gitIn, startHost, TOKEN, type TestHost } from '../git/host.ts';
import { makeHop } from './hop.ts';

let host: TestHost;
let branches = 0;
let branch: string;
let head: string;

beforeAll(async () => {
  host = await startHost({ 'src/a.js': 'one\n', 'src/b.js': 'two\n' });
});
afterAll(() => host.close());
beforeEach(() => {
  branch = `feat/m${++branches}`;
  head = host.commit(branch, host.base, { 'src/a.js': 'mine\n' }, 'feat: mine');
});

const RESULT = { summary: 'ready', route: { type: 'NEXT', agent: 'diff-reviewer' } };
const hopOf = (merge: string): Hop =>
  makeHop({
    agent: 'pr-preparer',
    writes: ['none'],
    scope: [],
    gates: [],
    routes: [{ type: 'NEXT', agent: 'diff-reviewer' }],
    taken: [0],
    head,
    base: host.base,
    branch,
    merge,
  });

function run(hop: Hop, mode = 'run'): Promise<CommitOutputs> {
  const result = Buffer.from(JSON.stringify(RESULT)).toString('base64');
  const inputs = commit.inputs.parse({ token: TOKEN, hop: JSON.stringify(hop), mode, result });
  return commitHop(inputs, { url: host.url, scratch: mkdtempSync(join(host.dir, 's-')), log: () => undefined });
}

describe('a base that has moved', () => {
  test('is merged in by one commit on top of the branch, whose tree is what git makes of the two', async () => {
    const base = host.commit(`base${branches}`, host.base, { 'src/b.js': 'theirs\n' }, 'fix: theirs');
    const hop = hopOf(base);
    const said = await run(hop);
    expect(said).toMatchObject({ outcome: 'ok', committed: 'true' });
    expect(host.tip(branch)).toBe(said.sha);
    expect(gitIn(host.bare, 'log', '-1', '--format=%P', said.sha)).toBe(`${head} ${base}`);
    expect(gitIn(host.bare, 'show', `${said.sha}:src/a.js`)).toBe('mine');
    expect(gitIn(host.bare, 'show', `${said.sha}:src/b.js`)).toBe('theirs');
    expect(parseTrailers(gitIn(host.bare, 'log', '-1', '--format=%B', said.sha))?.hop.agent).toBe('pr-preparer');
    expect(JSON.parse(said.facts)).toMatchObject([{ gate: 'scope', status: 'pass', sha: said.sha }]);
    // A crash behind the push: the same merge is found again, and nothing is pushed.
    const again = await run(hop, 'verify-only');
    expect(again).toMatchObject({ outcome: 'ok', committed: 'false', sha: said.sha });
    expect(again.facts).toBe(said.facts);
  });

  test('that the branch holds already makes no commit', async () => {
    expect(await run(hopOf(host.base))).toMatchObject({ outcome: 'ok', committed: 'false', sha: head });
    expect(host.tip(branch)).toBe(head);
  });

  test('that conflicts stops the flow, names the file, and pushes nothing', async () => {
    const base = host.commit(`base${branches}`, host.base, { 'src/a.js': 'theirs\n' }, 'fix: theirs');
    const said = await run(hopOf(base));
    expect(said).toMatchObject({ outcome: 'stop', reason: 'merge-conflict', committed: 'false' });
    expect(said.facts).toContain('conflicts in src/a.js');
    expect(host.tip(branch)).toBe(head);
  });

  test('A-43 a merge commit with this hop’s trailers whose tree is not the merge is refused', async () => {
    const base = host.commit(`base${branches}`, host.base, { 'src/b.js': 'theirs\n' }, 'fix: theirs');
    const hop = hopOf(base);
    const { sha } = await run(hop);
    const message = gitIn(host.bare, 'log', '-1', '--format=%B', sha);
    const evil = gitIn(host.bare, 'commit-tree', `${head}^{tree}`, '-p', head, '-p', base, '-m', message);
    gitIn(host.bare, 'update-ref', `refs/heads/${branch}`, evil);
    expect(await run(hop, 'verify-only')).toMatchObject({ outcome: 'stop', reason: 'scope' });
  });
});
