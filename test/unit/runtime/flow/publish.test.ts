import { describe, expect, test } from '@jest/globals';
import type { EndFact } from '../../../../src/core/fact.ts';
import { fold } from '../../../../src/core/fold.ts';
import { realClock } from '../../../../src/runtime/github/transport.ts';
import type { GitHubHost, Subject } from '../../../../src/runtime/github/host.ts';
import { publish, staleBeforePublication } from '../../../../src/runtime/flow/publish.ts';
import type { WriteWorld } from '../../../../src/runtime/flow/write-world.ts';
import { makeHop } from './hop.ts';

const sha = 'a'.repeat(40);
const hop = makeHop({ agent: 'pr-publisher', seq: 27, stage: 'publish', head: sha });
const end: EndFact = {
  v: 1,
  kind: 'end',
  flow: hop.flow,
  subject: hop.subject,
  seq: hop.seq,
  agent: hop.agent,
  attempt: 1,
  sha,
  status: 'pass',
  next: { type: 'NEXT', agent: 'merge-readiness' },
  summary: 'text',
};
const subject = (over: Partial<Subject> = {}): Subject => ({
  issue: { number: hop.subject, title: 'Title', body: '', open: true, author: 'a', labels: [] },
  labels: [],
  comments: [],
  base: { branch: 'main', head: hop.base },
  defaultBranch: 'main',
  commits: [{ sha, message: '' }],
  pr: undefined,
  ...over,
});

/** A host that opens a PR, or answers with a status. */
const world = (answer: number): WriteWorld => ({
  host: {
    openDraft: () =>
      answer < 300 ? Promise.resolve(7) : Promise.reject(Object.assign(new Error('no'), { status: answer })),
    readSubject: () => Promise.resolve(subject()),
  } as unknown as GitHubHost,
  log: () => undefined,
  pause: 0,
  clock: realClock,
  repository: 'https://example.invalid/a/b',
  rerun: false,
});
const open = (answer: number, at = subject(), from = end) =>
  publish(hop, from, fold([]), undefined, at, {}, world(answer));

describe('publication', () => {
  test('opens the Draft PR and puts its number into the end', async () => {
    expect(await open(201)).toEqual({ pr: 7, end: { ...end, pr: 7 } });
  });

  test('takes an open PR of its own as it is', async () => {
    const at = subject({ pr: { number: 9, draft: true, labels: [], state: 'OPEN' as const, body: '' } });
    expect(await open(500, at)).toMatchObject({ pr: 9, end: { pr: 9, status: 'pass' } });
  });

  test.each([403, 404, 422])('a refusal (%i) stops the flow with the repair in its plan', async (status) => {
    const { pr, end: stopped } = await open(status);
    expect(pr).toBeUndefined();
    expect(stopped).toMatchObject({ status: 'fail', reason: 'pr-refused', next: { type: 'FINALIZE' } });
    expect(stopped.plan).toContain('Allow Actions to create pull requests');
  });

  test('a host that stays silent fails the job: nothing is announced that is not known', async () => {
    await expect(open(503)).rejects.toMatchObject({ status: 503 });
  });

  test('I10 a head that is not the sha of the facts opens nothing: validation runs again', async () => {
    const moved = subject({ commits: [{ sha: 'b'.repeat(40), message: '' }] });
    const stale = staleBeforePublication(hop, end, moved);
    expect(stale).toMatchObject({ status: 'skipped', reason: 'stale-head', next: { agent: hop['last-validation'] } });
    expect(await open(201, moved, stale)).toEqual({ pr: undefined, end: stale });
  });
});
