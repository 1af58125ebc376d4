import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../src/core/fact.ts';
import { holdOf, type Hold } from '../../../src/core/hold.ts';
import { hopSchema } from '../../../src/core/hop.ts';
import { admit, type Admission, type Snapshot } from '../../../src/flow/admit.ts';
import type { ResumeComment } from '../../../src/flow/resume.ts';
import { end, sha, start } from '../core/facts.ts';
import { BUILT, flow, profile } from './hops.ts';

const [BASE, FIRST] = [sha('0'), sha(1)];
const due: Fact[] = [start({ sha: BASE }), end({ sha: FIRST })];
const stopped: Fact[] = [
  ...due,
  start({ seq: 2, agent: 'spec-analyzer', sha: FIRST, fence: 101 }),
  end({
    seq: 2,
    agent: 'spec-analyzer',
    sha: FIRST,
    status: 'fail',
    reason: 'stopped',
    next: { type: 'FINALIZE' },
    seen: 50,
  }),
];
const complete: Fact[] = [due[0]!, end({ sha: FIRST, next: { type: 'FINALIZE' } })];
const pause = holdOf(7, ['flow:pause'], undefined)!;
const stop: Hold = { kind: 'stop', by: ['label'] };
const bot = { login: 'github-actions[bot]', ownBot: true, mayWrite: true };
const person = { login: 'maintainer', ownBot: false, mayWrite: true };
const outsider = { login: 'x', ownBot: false, mayWrite: false };
const announced = { subject: 7, seq: 2, attempt: 1, agent: 'spec-analyzer', head: FIRST, facts: [] };
const alone = { subject: 7, seq: undefined, attempt: undefined, agent: undefined, facts: [] };
const repaired = { ...alone, seq: 3, attempt: 1, agent: 'spec-analyzer', repair: 1 };
const asked = { ...alone, resume: 51 };
const comment: ResumeComment = {
  id: 51,
  body: '/flow resume',
  author: 'maintainer',
  mayWrite: true,
  edited: false,
  here: true,
};

function snapshot(changes: Partial<Snapshot> & { facts?: readonly Fact[] } = {}): Snapshot {
  const { facts = due, ...rest } = changes;
  return {
    currentFlow: undefined,
    flow,
    profile,
    built: BUILT,
    dispatch: announced,
    actor: bot,
    run: 200,
    rerun: false,
    issue: { open: true },
    ledger: {
      place: { on: 'issue', number: 7, comment: 3 },
      facts,
      trusted: true,
      body: 'x',
      duplicates: [],
      notes: [],
    },
    checkFacts: [],
    base: { branch: 'main', head: BASE },
    commits: [
      { sha: FIRST, hop: 'generative/7/1/issue-creator/1' },
      { sha: BASE, hop: undefined },
    ],
    runs: [],
    criteria: new Map(),
    pr: undefined,
    ...rest,
  };
}

function said(admission: Admission): string {
  if (admission.mode === 'ignore') return `ignore ${admission.reason} ${admission.exit}`;
  const { seq, attempt, agent } = admission.hop;
  return [admission.mode, admission.reason, `${seq}.${attempt} ${agent}`].filter(Boolean).join(' ');
}

const alive = [{ id: 150, title: '7/2/1 spec-analyzer', alive: true }];

describe('what a person put in the way is looked at when everything else says run', () => {
  test.each<[string, Parameters<typeof snapshot>[0], string]>([
    ['nothing in the way', {}, 'run 2.1 spec-analyzer'],
    ['paused', { hold: pause }, 'ignore paused 0'],
    ['paused, and a person starts it', { hold: pause, actor: person, dispatch: alone }, 'ignore paused 0'],
    [
      'paused before it began',
      { hold: pause, facts: [], commits: undefined, actor: person, dispatch: alone },
      'ignore paused 0',
    ],
    ['stopped', { hold: stop }, 'refuse stopped 2.1 spec-analyzer'],
    [
      'stopped, its commit there already',
      { hold: stop, commits: [{ sha: sha(2), hop: 'generative/7/2/spec-analyzer/1' }, ...snapshot().commits!] },
      'refuse stopped 2.1 spec-analyzer',
    ],
    ['stopped comes before a closed issue', { hold: stop, issue: { open: false } }, 'refuse stopped 2.1 spec-analyzer'],
    ['a stop is recorded once', { hold: stop, facts: stopped, actor: person, dispatch: alone }, 'ignore paused 0'],
    ['I8 A-58 an outsider under a stop writes nothing', { hold: stop, actor: outsider }, 'ignore unauthorised 1'],
    [
      'I8 A-58 a hop that is not due under a stop writes nothing',
      { hold: stop, dispatch: { ...announced, seq: 9 } },
      'ignore malformed 1',
    ],
    [
      'I8 a duplicate under a stop writes nothing',
      { hold: stop, dispatch: { ...announced, seq: 1, agent: 'issue-creator', head: BASE } },
      'ignore duplicate 0',
    ],
    ['I8 a second run under a stop writes nothing', { hold: stop, runs: alive }, 'ignore superseded 0'],
    [
      'I8 a complete flow under a stop stays complete',
      { hold: stop, facts: complete, dispatch: alone },
      'ignore ended 0',
    ],
    [
      'a malformed dispatch under a pause is still said',
      { hold: pause, dispatch: { ...announced, seq: 9 } },
      'ignore malformed 1',
    ],
    ['an outsider under a pause is still said', { hold: pause, actor: outsider }, 'ignore unauthorised 1'],
  ])('%s', (_, changes, expected) => expect(said(admit(snapshot(changes)))).toBe(expected));

  test('the message says which hop waits and what lets it go on', () => {
    const admission = admit(snapshot({ hold: pause }));
    expect(admission).toMatchObject({
      message:
        'hop 2.1 spec-analyzer waits, paused by the label `flow:pause`. Comment `/flow resume`, or remove the label.',
    });
  });
});

describe('a comment that asks to resume', () => {
  test.each<[string, Parameters<typeof snapshot>[0], string]>([
    [
      'takes a paused flow on at the hop that is due',
      { dispatch: asked, resumeComment: comment },
      'run 2.1 spec-analyzer',
    ],
    [
      'takes a stopped flow on at its last open end',
      { dispatch: asked, resumeComment: comment, facts: stopped },
      'run 3.1 spec-analyzer',
    ],
    ['without it the bot lifts no end', { dispatch: alone, facts: stopped }, 'ignore ended 0'],
    ['a person needs none', { dispatch: alone, actor: person, facts: stopped }, 'run 3.1 spec-analyzer'],
    [
      'A-58 a forged number lifts nothing',
      { dispatch: asked, resumeComment: undefined, facts: stopped },
      'ignore unauthorised 1',
    ],
    [
      'A-58 a forged number starts nothing that is due either',
      { dispatch: asked, resumeComment: undefined },
      'ignore unauthorised 1',
    ],
    [
      'A-58 an outsider\u2019s comment lifts nothing',
      { dispatch: asked, resumeComment: { ...comment, mayWrite: false }, facts: stopped },
      'ignore unauthorised 1',
    ],
    [
      'A-58 an old comment lifts nothing',
      { dispatch: { ...alone, resume: 49 }, resumeComment: { ...comment, id: 49 }, facts: stopped },
      'ignore unauthorised 1',
    ],
    [
      'A-58 beside a hop it is malformed',
      { dispatch: { ...announced, resume: 51 }, resumeComment: comment },
      'ignore malformed 1',
    ],
    [
      'A-58 a repair of another hop than the comment lets begin',
      { dispatch: { ...repaired, seq: 4, resume: 51 }, resumeComment: comment, facts: stopped },
      'ignore malformed 1',
    ],
    [
      'a repair by the sweeper names its hop',
      { dispatch: { ...repaired, resume: 51 }, resumeComment: comment, facts: stopped },
      'run 3.1 spec-analyzer',
    ],
    [
      'the third repair ends the flow once more',
      { dispatch: { ...repaired, repair: 3, resume: 51 }, resumeComment: comment, facts: stopped },
      'refuse dispatch-exhausted 3.1 spec-analyzer',
    ],
    [
      'A-58 a repair by a comment that lifts nothing',
      { dispatch: { ...repaired, resume: 51 }, resumeComment: { ...comment, mayWrite: false }, facts: stopped },
      'ignore unauthorised 1',
    ],
    [
      'it does not lift a pause that is there again',
      { dispatch: asked, resumeComment: comment, hold: pause },
      'ignore paused 0',
    ],
    [
      'it does not lift a complete flow',
      { dispatch: asked, resumeComment: comment, facts: complete },
      'ignore ended 0',
    ],
    [
      'a double delivery finds the run alive',
      { dispatch: asked, resumeComment: comment, runs: alive },
      'ignore running 0',
    ],
    [
      'A-58 a replay after its hop counts for nothing',
      {
        dispatch: asked,
        resumeComment: comment,
        facts: [
          ...stopped,
          start({ seq: 3, agent: 'spec-analyzer', sha: FIRST, resume: 51 }),
          end({
            seq: 3,
            agent: 'spec-analyzer',
            sha: FIRST,
            status: 'fail',
            reason: 'scope',
            next: { type: 'FINALIZE' },
          }),
        ],
      },
      'ignore duplicate 0',
    ],
  ])('%s', (_, changes, expected) => expect(said(admit(snapshot(changes)))).toBe(expected));

  test('the hop says which comment it was, so that its start can', () => {
    const admission = admit(snapshot({ dispatch: asked, resumeComment: comment }));
    if (admission.mode === 'ignore') throw new Error(admission.message);
    expect(hopSchema.parse(admission.hop).resume).toBe(51);
  });
});
