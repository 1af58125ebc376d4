import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../../src/core/fact.ts';
import { fold } from '../../../../src/core/fold.ts';
import { encodeBlock } from '../../../../src/core/ledger/block.ts';
import { renderLedger } from '../../../../src/core/ledger/render.ts';
import { findLedger } from '../../../../src/flow/find-ledger.ts';
import { renderCommitMessage } from '../../../../src/flow/trailers.ts';
import { chainBefore, readOtherCopies, readState } from '../../../../src/runtime/flow/read-state.ts';
import { Door } from '../../../../src/runtime/github/door.ts';
import type { GitHubHost, HostComment, Subject } from '../../../../src/runtime/github/host.ts';
import { end, sha, start } from '../../core/facts.ts';

const AGENTS = ['issue-creator', 'spec-analyzer', 'issue-finalizer', 'spec-creator'];
const hop = (seq: number): Fact[] => [
  start({ seq, agent: AGENTS[seq - 1]!, sha: sha(seq - 1), fence: seq * 100 }),
  end({ seq, agent: AGENTS[seq - 1]!, sha: sha(seq), next: { type: 'NEXT', agent: AGENTS[seq]! } }),
];
const commit = (seq: number) => ({
  sha: sha(seq),
  message: renderCommitMessage(
    'feat: x',
    { flow: 'generative', subject: 7, seq, agent: AGENTS[seq - 1]!, attempt: 1 },
    { summary: 'x', route: { type: 'NEXT', agent: AGENTS[seq]! } },
  ),
});
const ledger = (facts: readonly Fact[]): HostComment => ({
  author: 'github-actions[bot]',
  url: '',
  created: '2026-01-01T00:00:00Z',
  edited: undefined,
  id: 3,
  body: renderLedger(fold(facts), { required: [] }),
  own: true,
  editedByOther: false,
  on: 'issue',
  number: 7,
});

/** A subject with three hops done on the branch, and the given comments; checks hold every hop, or are refused. */
function world(
  comments: readonly HostComment[],
  refused?: number,
): { host: GitHubHost; subject: Subject; reads: string[] } {
  const reads: string[] = [];
  const subject: Subject = {
    issue: { number: 7, title: 'T', body: '', open: true, author: 'a', labels: [] },
    labels: [],
    comments,
    base: { branch: 'main', head: sha('0') },
    defaultBranch: 'main',
    commits: [commit(3), commit(2), commit(1), { sha: sha('0'), message: 'feat: start' }],
    pr: undefined,
  };
  const host = {
    client: { door: new Door() },
    readSubject: () => Promise.resolve(subject),
    listChecks: (at: string) => {
      reads.push(at);
      if (refused !== undefined) return Promise.reject(Object.assign(new Error('no'), { status: refused }));
      const facts = [1, 2, 3].flatMap(hop).filter((fact) => fact.kind === 'end' && fact.sha === at);
      const text = encodeBlock(facts);
      const name = 'generative:gate:guard';
      return Promise.resolve([{ id: 1, name, conclusion: 'success', app: 'github-actions', text }]);
    },
  } as unknown as GitHubHost;
  return { host, subject, reads };
}
const files = { flow: 'generative', profile: 'node' };
const ends = (facts: readonly Fact[]): number[] => facts.flatMap((fact) => (fact.kind === 'end' ? [fact.seq] : []));

describe('I1 a Ledger that does not know the newest hops is not believed alone', () => {
  test('a Ledger as new as the branch is read, and no check', async () => {
    const { host, reads } = world([ledger([1, 2, 3].flatMap(hop))]);
    const state = await readState(7, files, host);
    expect([state.ledger.notes, reads]).toEqual([[], []]);
  });

  test('one that ends two hops before the branch does is completed from the checks', async () => {
    const { host } = world([ledger(hop(1))]);
    const state = await readState(7, files, host);
    expect(state.ledger.notes).toEqual(['ledger behind the branch']);
    expect(ends(state.checkFacts).sort()).toEqual([1, 2, 3]);
  });

  test('a repair is not told that the Ledger changed: the starts of the hop itself are no part of its chain', async () => {
    const facts = [1, 2].flatMap(hop);
    const due = { seq: 3, attempt: 1 };
    const begun = [...facts, start({ seq: 3, agent: AGENTS[2]!, sha: sha(2), fence: 300 })];
    const { host } = world([ledger(begun)]);
    const state = await readState(7, files, host, { ...due, chain: chainBefore(begun, due), ledger: '3' });
    expect(state.ledger.notes).toEqual([]);
    const old = await readState(7, files, host, { ...due, chain: chainBefore(hop(1), due), ledger: '3' });
    expect(old.ledger.notes).toContain('ledger changed since the dispatch');
  });

  test('a hop that crashed behind its push is not yet behind', async () => {
    const { host, reads } = world([ledger([1, 2].flatMap(hop))]);
    expect([(await readState(7, files, host)).ledger.notes, reads]).toEqual([[], []]);
  });

  test.each([403, 404, 410])('checks off (%i): the copies that are left have to do, and it is said', async (status) => {
    const { host } = world([{ ...ledger([1, 2, 3].flatMap(hop)), editedByOther: true }], status);
    const state = await readState(7, files, host);
    expect(state.checkFacts).toEqual([]);
    expect(state.ledger.notes).toEqual(['ledger repaired', `checks-${status}: their facts are not counted`]);
  });

  test('a first hop that died behind its push had no Ledger: none is called rebuilt', async () => {
    const { host, subject } = world([]);
    const first = { ...subject, commits: subject.commits!.slice(2) };
    const state = await readState(7, files, {
      ...host,
      readSubject: () => Promise.resolve(first),
    } as unknown as GitHubHost);
    expect([state.ledger.notes, state.ledger.trusted]).toEqual([[], false]);
    expect((await readState(7, files, host)).ledger.notes).toEqual(['ledger rebuilt']);
  });

  test('a host that fails is no answer at all', async () => {
    const { host } = world([], 502);
    await expect(readState(7, files, host)).rejects.toMatchObject({ status: 502 });
  });
});

describe('what a writer knows before it writes a whole Ledger', () => {
  const others = async (comments: readonly HostComment[], begun: boolean) => {
    const { host, subject, reads } = world(comments);
    const facts = await readOtherCopies(host, subject, findLedger('generative', 7, comments), begun);
    return { ends: ends(facts).sort(), reads: reads.length };
  };

  test('a Ledger that is there costs no call', async () => {
    expect(await others([ledger([1, 2, 3].flatMap(hop))], true)).toEqual({ ends: [], reads: 0 });
  });

  test.each<[string, readonly HostComment[]]>([
    ['deleted', []],
    ['edited', [{ ...ledger([1, 2, 3].flatMap(hop)), editedByOther: true }]],
    ['behind the branch', [ledger(hop(1))]],
  ])('one that is %s is written anew from the checks', async (_, comments) => {
    expect((await others(comments, true)).ends).toEqual([1, 2, 3]);
  });

  test('the first hop has no Ledger to miss', async () => {
    expect((await others([], false)).reads).toBe(0);
  });
});
