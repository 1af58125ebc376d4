import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../../src/core/fact.ts';
import { fold } from '../../../../src/core/fold.ts';
import { decodeBlock } from '../../../../src/core/ledger/block.ts';
import { renderLedger } from '../../../../src/core/ledger/render.ts';
import { findLedger } from '../../../../src/flow/find-ledger.ts';
import type { GitHubHost, Subject } from '../../../../src/runtime/github/host.ts';
import { realClock } from '../../../../src/runtime/github/transport.ts';
import { finishHop } from '../../../../src/runtime/flow/finish-hop.ts';
import { routeHop, type RouterInputs } from '../../../../src/runtime/flow/router.ts';
import { encodeBlock } from '../../../../src/core/ledger/block.ts';
import { end, gate, sha, start } from '../../core/facts.ts';
import { makeHop } from './hop.ts';

const hop = makeHop({ seq: 1, agent: 'issue-creator', fence: 100, head: sha(0), base: sha(0) });
const own: Fact[] = [start(), gate({ gate: 'scope' }), end()];
const nextStart = start({ seq: 2, agent: 'spec-analyzer', fence: 200 });
const next = '7/2/1 spec-analyzer';

/** The end of a run that died behind its Ledger, on a host that writes down what is asked of it. */
async function finish(world: {
  readonly facts?: readonly Fact[];
  readonly runs?: readonly { id: number; title: string }[];
  readonly deleted?: boolean;
  readonly paused?: boolean;
  readonly refused?: number;
}): Promise<{ asked: string[]; starts: number[]; body: string }> {
  const facts = world.facts ?? own;
  const view = {
    repository: 'https://example.invalid/a/b',
    required: hop.required,
    criteria: new Map<string, string>(),
  };
  const asked: string[] = [];
  let body = world.deleted === true ? '' : renderLedger(fold(facts), view);
  const comment = { id: 3, body, own: true, editedByOther: false, on: 'issue' as const, number: 7 };
  const subject = {
    issue: { number: 7, title: 't', body: '', open: true, author: 'a', labels: [] },
    labels: [],
    comments: body === '' ? [] : [comment],
    defaultBranch: 'main',
    pr: undefined,
  } as unknown as Subject;
  const host = {
    listRuns: () => (asked.push('list'), Promise.resolve(world.runs ?? [])),
    dispatch: () => {
      asked.push('dispatch');
      return world.refused === undefined
        ? Promise.resolve(200)
        : Promise.reject(Object.assign(new Error('no'), { status: world.refused }));
    },
    createComment: (_: number, text: string) => (
      asked.push('create'),
      (body = text),
      Promise.resolve({ id: 9, url: 'u' })
    ),
    updateComment: (_: number, text: string) => (asked.push('update'), (body = text), Promise.resolve()),
    readComment: () => Promise.resolve({ body, url: 'u' }),
    readSubject: () => Promise.resolve(subject),
    createLabel: () => Promise.resolve(),
    addLabels: () => Promise.resolve(),
    removeLabel: () => Promise.resolve(),
  } as unknown as GitHubHost;
  const found = findLedger('generative', 7, subject.comments as never);
  await finishHop(
    {
      hop,
      facts: own,
      end: end(),
      before: facts,
      found,
      subject,
      hold: world.paused === true ? { kind: 'pause', by: ['label'] } : undefined,
      workflow: 'flow.yml',
      sealed: (fact) => fact,
    },
    { host, clock: realClock, log: () => undefined, pause: 0, repository: view.repository, rerun: true },
  );
  const state = fold(decodeBlock(body)?.facts ?? []);
  return { asked, starts: state.hops.find((one) => one.seq === 2)?.starts.map((fact) => fact.fence) ?? [], body };
}

describe('a run that died behind its Ledger and was started again', () => {
  test.each<[string, Parameters<typeof finish>[0], string[], number[]]>([
    ['nothing was dispatched: it dispatches and records', {}, ['list', 'dispatch', 'update'], [200]],
    [
      'I5 the next run is there, without a record: it records it, and dispatches none',
      { runs: [{ id: 150, title: next }] },
      ['list', 'update'],
      [150],
    ],
    [
      'a run of that title from before this hop is not it',
      { runs: [{ id: 90, title: next }] },
      ['list', 'dispatch', 'update'],
      [200],
    ],
    ['the start is on record: nothing at all', { facts: [...own, nextStart] }, [], [200]],
    ['a pause holds the dispatch back', { paused: true }, [], []],
    [
      'I1 the Ledger was deleted since: it is written first',
      { deleted: true },
      ['create', 'list', 'dispatch', 'update'],
      [200],
    ],
  ])('%s', async (_, world, asked, starts) => {
    const done = await finish(world);
    expect([done.asked, done.starts]).toEqual([asked, starts]);
  });

  test('a host that refuses the dispatch ends the flow at that door', async () => {
    const { asked, body } = await finish({ refused: 403 });
    expect(asked.slice(0, 2)).toEqual(['list', 'dispatch']);
    expect(fold(decodeBlock(body)!.facts).last).toMatchObject({ seq: 2, reason: 'dispatch-exhausted' });
  });
});

describe('the router of such a run', () => {
  const route = (known: readonly Fact[]) =>
    routeHop({ hop, mode: 'finish', known: encodeBlock(known) } as unknown as RouterInputs);

  test('gives the decision that is on record, and says that it is', () => {
    const { outputs } = route([...own, start({ fence: 90 })]);
    expect(outputs).toMatchObject({ status: 'pass', next: 'spec-analyzer' });
    expect(JSON.parse(outputs.decision)).toMatchObject({ facts: own, finish: true });
  });

  test('a hop that is not on record is a bug, and no decision', () => {
    expect(() => route([start()])).toThrow('hop 1.1 is not on record');
  });
});
