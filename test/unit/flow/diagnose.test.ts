import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import {
  diagnose,
  isUnwritten,
  mayBeUnwritten,
  type DiagnoseInput,
  type Diagnosis,
  type RunSeen,
} from '../../../src/flow/diagnose.ts';
import { end, sha, start } from '../core/facts.ts';
import { flow } from './hops.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const MINUTE = 60_000;
const ago = (minutes: number): string => new Date(NOW - minutes * MINUTE).toISOString();

/** Hop 1 done by run 100, hop 2 announced; its start by run 200 is a fact of its own. */
const done: Fact[] = [start({ sha: sha(0), fence: 100 }), end({ sha: sha(1) })];
const started: Fact[] = [...done, start({ seq: 2, agent: 'spec-analyzer', sha: sha(1), fence: 200 })];
const finished: Fact[] = [
  ...started,
  end({ seq: 2, agent: 'spec-analyzer', sha: sha(1), status: 'fail', reason: 'scope', next: { type: 'FINALIZE' } }),
];

function run(id: number, title: string, changes: Partial<RunSeen> = {}): RunSeen {
  const ended = { alive: false, status: 'completed', conclusion: 'failure' };
  return { id, title, ...ended, updated: ago(60), actor: 'github-actions[bot]', url: `u/${id}`, ...changes };
}
const alive = { alive: true, status: 'in_progress', conclusion: undefined };
const first = run(100, '7/0/0 start', { conclusion: 'success', actor: 'maintainer' });
const second = '7/2/1 spec-analyzer';

function input(changes: Partial<Omit<DiagnoseInput, 'state'>> & { facts?: readonly Fact[] } = {}): DiagnoseInput {
  const { facts = started, ...rest } = changes;
  return {
    flow,
    subject: 7,
    state: fold(facts),
    issue: { open: true },
    bot: 'github-actions[bot]',
    commits: [{ hop: 'generative/7/1/issue-creator/1' }, { hop: undefined }],
    runs: [first],
    hold: undefined,
    updated: ago(60),
    now: NOW,
    grace: 10 * MINUTE,
    ...rest,
  };
}

/** The end that stops the second hop, with other words. */
function last(changes: Parameters<typeof end>[0]): Fact {
  return end({ seq: 2, agent: 'spec-analyzer', sha: sha(1), status: 'fail', next: { type: 'FINALIZE' }, ...changes });
}

/** The run of a person's start, dead. */
function asked(id: number, changes: Partial<RunSeen> = {}): RunSeen {
  return run(id, '7/0/0 start', { actor: 'maintainer', ...changes });
}

/** A comment that lets the flow go on. */
const resume = { id: 20, created: ago(60) };

/** A diagnosis in a few words. */
function said(diagnosis: Diagnosis): string {
  switch (diagnosis.kind) {
    case 'none':
      return 'none';
    case 'ended':
      return ['ended', diagnosis.state, diagnosis.reason].filter(Boolean).join(' ');
    case 'running':
    case 'queued':
      return `${diagnosis.kind} ${diagnosis.run.id}`;
    case 'waiting':
      return `waiting ${diagnosis.why} ${diagnosis.until}`;
    case 'closed':
    case 'paused':
      return `${diagnosis.kind} ${diagnosis.due.seq}.${diagnosis.due.attempt}`;
    case 'damaged':
      return `damaged: ${diagnosis.what}`;
    case 'stuck':
    case 'stopped':
    case 'exhausted': {
      const resume = 'resume' in diagnosis ? ` resume ${diagnosis.resume}` : '';
      return `${diagnosis.kind} ${diagnosis.why} ${diagnosis.due.seq}.${diagnosis.due.attempt} ${diagnosis.repairs}${resume}`;
    }
  }
}

describe('diagnose', () => {
  test.each<[string, Parameters<typeof input>[0], string]>([
    [
      'branch and Ledger taken away: a flow whose hops ended well is no flow that never began',
      { facts: [], commits: undefined, runs: [first, run(200, second, { conclusion: 'success' })] },
      'damaged: run 200 (7/2/1 spec-analyzer) ended well, the facts end before 1.1',
    ],
    ['a crash between record and dispatch', { facts: done }, 'stuck no-start 2.1 0'],
    [
      'a run dispatched and not recorded, alive',
      { facts: done, runs: [first, run(200, second, alive)] },
      'running 200',
    ],
    [
      'a run dispatched and not recorded, dead',
      { facts: done, runs: [run(200, second)] },
      'stuck run-ended-without-end 2.1 0',
    ],
    [
      'a pending run that was cancelled',
      { runs: [run(200, second, { conclusion: 'cancelled' })] },
      'stuck run-ended-without-end 2.1 0',
    ],
    ['a dead runner', { runs: [run(200, second, { conclusion: 'timed_out' })] }, 'stuck run-ended-without-end 2.1 0'],
    [
      'a run that found itself superseded is over like any other',
      { runs: [run(201, second, { conclusion: 'success' })] },
      'stuck run-ended-without-end 2.1 0',
    ],
    [
      'superseded, while the holder lives',
      { runs: [run(201, second, { conclusion: 'success' }), run(200, second, alive)] },
      'running 200',
    ],
    ['a start whose run nobody knows', { runs: [] }, 'stuck run-absent 2.1 0'],
    [
      'its run is there under a title that a person gave it',
      { runs: [run(200, '7/0/0 start')] },
      'stuck run-ended-without-end 2.1 0',
    ],
    ['a queued run', { runs: [run(200, second, { ...alive, status: 'queued' })] }, 'queued 200'],
    ['a pending run', { runs: [run(200, second, { ...alive, status: 'pending' })] }, 'queued 200'],
    [
      'a run that waits for an approval',
      { runs: [run(200, second, { ...alive, status: 'waiting', updated: ago(9_999) })] },
      'queued 200',
    ],
    ['a re-run of a run that had ended', { runs: [run(200, second, { ...alive })] }, 'running 200'],
    [
      'the run before, which has yet to dispatch',
      { facts: done, runs: [run(100, '7/0/0 start', alive)] },
      'running 100',
    ],
    ['a repair that runs', { runs: [run(200, second), run(300, `${second} repair 1`, alive)] }, 'running 300'],
    ['another subject runs', { facts: done, runs: [run(200, '70/2/1 spec-analyzer', alive)] }, 'stuck no-start 2.1 0'],
    ['a title of another workflow', { facts: done, runs: [run(200, 'nightly', alive)] }, 'stuck no-start 2.1 0'],
    [
      'a title of the same hop of another subject',
      { facts: done, runs: [run(200, '8/2/1 spec-analyzer')] },
      'stuck no-start 2.1 0',
    ],

    [
      'a run that ended a minute ago',
      { facts: done, runs: [run(100, '7/0/0 start', { updated: ago(1) })] },
      `waiting grace ${ago(-9)}`,
    ],
    ['a Ledger written two minutes ago', { facts: done, runs: [], updated: ago(2) }, `waiting grace ${ago(-8)}`],
    ['the grace is over to the millisecond', { facts: done, runs: [], updated: ago(10) }, 'stuck no-start 2.1 0'],
    ['no time of anything', { facts: done, runs: [], updated: undefined }, 'stuck no-start 2.1 0'],
    ['a time that is none', { facts: done, runs: [], updated: 'x' }, 'stuck no-start 2.1 0'],

    [
      'the host has too few calls left',
      { facts: [...done.slice(0, 1), end({ sha: sha(1), until: '2026-11-20T12:30:00Z' })] },
      'waiting rate-limit 2026-11-20T12:30:00Z',
    ],
    [
      'the host has calls again',
      { facts: [...done.slice(0, 1), end({ sha: sha(1), until: '2026-11-20T11:30:00Z' })] },
      'stuck no-start 2.1 0',
    ],
    ['paused', { hold: { kind: 'pause' } }, 'paused 2.1'],
    ['paused, and a hop still runs', { hold: { kind: 'pause' }, runs: [run(200, second, alive)] }, 'running 200'],
    ['stopped, which no fact tells yet', { hold: { kind: 'stop' } }, 'stopped run-absent 2.1 0'],
    ['closed', { issue: { open: false } }, 'closed 2.1'],
    ['no issue', { issue: undefined }, 'none'],
    ['ended', { facts: finished }, 'ended needs-rework scope'],
    ['ended, and paused', { facts: finished, hold: { kind: 'pause' } }, 'ended needs-rework scope'],
    ['ended, and a person starts it again', { facts: finished, runs: [run(300, '7/0/0 start', alive)] }, 'running 300'],

    [
      'ended, and the run of a person who let it go on died',
      { facts: finished, runs: [asked(300)] },
      'stuck run-ended-without-end 3.1 0',
    ],
    [
      'ended, and that run was cancelled while it waited',
      { facts: finished, runs: [asked(300, { conclusion: 'cancelled' })] },
      'stuck run-ended-without-end 3.1 0',
    ],
    [
      'ended, and the repair of that run died too',
      { facts: finished, runs: [asked(300), run(301, '7/3/1 spec-analyzer repair 1')] },
      'stuck run-ended-without-end 3.1 1',
    ],
    [
      'ended, and that run found that there is nothing to do',
      { facts: finished, runs: [asked(300, { conclusion: 'success' })] },
      'ended needs-rework scope',
    ],
    [
      'ended, and that run died a minute ago',
      { facts: finished, runs: [asked(300, { updated: ago(1) })] },
      `waiting grace ${ago(-9)}`,
    ],
    [
      'A-58 ended, and the start that died is older than the end',
      { facts: finished, runs: [asked(199)] },
      'ended needs-rework scope',
    ],
    [
      'A-58 ended, and a start of our own died: a comment that was refused fails too',
      { facts: finished, runs: [run(300, '7/0/0 start')] },
      'ended needs-rework scope',
    ],
    ['ended, and nothing came of a comment', { facts: finished, resume }, 'stuck asked-by-comment 3.1 0 resume 20'],
    [
      'ended, and the run that a comment was answered with died, as did its repair',
      { facts: finished, resume, runs: [run(300, '7/0/0 start'), run(301, '7/3/1 spec-analyzer repair 1')] },
      'stuck asked-by-comment 3.1 1 resume 20',
    ],
    [
      'ended, and five repairs of what a comment asked for died',
      { facts: finished, resume, runs: [run(301, '7/3/1 spec-analyzer repair 5')] },
      'exhausted asked-by-comment 3.1 5',
    ],
    [
      'ended, and a comment was made a minute ago',
      { facts: finished, resume: { ...resume, created: ago(1) } },
      `waiting grace ${ago(-9)}`,
    ],
    [
      'ended and closed, and a comment',
      { facts: finished, resume, issue: { open: false } },
      'ended needs-rework scope',
    ],
    [
      'ended for good, and a comment',
      { facts: [...started, last({ reason: 'partial' })], resume },
      'ended needs-rework partial',
    ],
    ['a hop is due, and a comment', { facts: done, resume }, 'stuck no-start 2.1 0'],
    [
      'an end that the Ledger has still to tell, of a hop that a comment let go on, which the Ledger does not tell either',
      { facts: finished, resume, unwritten: true, runs: [run(300, '7/0/0 start')] },
      'stuck run-ended-without-end 3.1 0',
    ],
    [
      'ended for good, and a start died',
      { facts: [...started, last({ reason: 'partial' })], runs: [asked(300)] },
      'ended needs-rework partial',
    ],
    [
      'complete, and a start died',
      { facts: [...started, last({ status: 'pass' })], runs: [asked(300)] },
      'ended ready',
    ],
    [
      'ended and closed, and a start died',
      { facts: finished, issue: { open: false }, runs: [asked(300)] },
      'ended needs-rework scope',
    ],
    [
      'the start that died has ended its hop by another copy',
      {
        facts: [
          ...finished,
          start({ seq: 3, agent: 'spec-analyzer', sha: sha(1), fence: 300 }),
          last({ seq: 3, reason: 'agent-failed' }),
        ],
        runs: [asked(300)],
      },
      'ended needs-rework agent-failed',
    ],
    [
      'an end that the Ledger has still to tell, of a hop that a comment let go on',
      { facts: finished, unwritten: true, runs: [run(300, '7/0/0 start')] },
      'stuck run-ended-without-end 3.1 0',
    ],
    [
      'an end that the Ledger has still to tell, and the issue is closed',
      { unwritten: true, issue: { open: false }, runs: [run(200, second)] },
      'stuck run-ended-without-end 2.1 0',
    ],
    [
      'one repair died too',
      { runs: [run(200, second), run(300, `${second} repair 1`)] },
      'stuck run-ended-without-end 2.1 1',
    ],
    [
      'repairs are counted by their largest number',
      { runs: [run(301, `${second} repair 2`), run(300, `${second} repair 2`)] },
      'stuck run-ended-without-end 2.1 2',
    ],
    ['a repair of another attempt', { runs: [run(300, '7/2/2 spec-analyzer repair 2')] }, 'stuck run-absent 2.1 0'],
    [
      'a repair of the hop before',
      { facts: done, runs: [run(300, '7/1/1 issue-creator repair 2')] },
      'stuck no-start 2.1 0',
    ],
    ['four', { runs: [run(300, `${second} repair 4`)] }, 'stuck run-ended-without-end 2.1 4'],
    ['five', { runs: [run(300, `${second} repair 5`)] }, 'exhausted run-ended-without-end 2.1 5'],
    [
      'five, and a person asked after them',
      { runs: [run(300, `${second} repair 5`), run(400, '7/0/0 start')] },
      'stuck run-ended-without-end 2.1 0',
    ],

    ['no fact and no run', { facts: [], runs: [], commits: undefined }, 'none'],
    [
      'the first run died',
      { facts: [], commits: undefined, runs: [run(100, '7/0/0 start')] },
      'stuck first-hop-died 1.1 0',
    ],
    [
      'the first run was cancelled',
      { facts: [], commits: undefined, runs: [run(100, '7/0/0 start', { conclusion: 'cancelled' })] },
      'stuck first-hop-died 1.1 0',
    ],
    ['the first run was told that there is nothing to do', { facts: [], commits: undefined, runs: [first] }, 'none'],
    [
      'the first run died behind its push',
      { facts: [], runs: [run(100, '7/0/0 start')] },
      'stuck first-hop-died 1.1 0',
    ],
    ['a first commit, and no run that made it', { facts: [], runs: [] }, 'stuck run-absent 1.1 0'],
    [
      'the first hop was repaired once',
      { facts: [], commits: undefined, runs: [run(100, '7/0/0 start'), run(101, '7/1/1 issue-creator repair 1')] },
      'stuck first-hop-died 1.1 1',
    ],
    [
      'a branch of the same name with nothing of the flow',
      { facts: [], commits: [{ hop: undefined }], runs: [] },
      'none',
    ],
    [
      'a branch of the same name with hops of another',
      { facts: [], commits: [{ hop: 'review/7/1/issue-creator/1' }, { hop: 'generative/8/1/x/1' }], runs: [] },
      'none',
    ],

    [
      'I1 facts that are gone: a commit tells',
      { facts: done, commits: [{ hop: 'generative/7/5/spec-creator/1' }] },
      'damaged: a commit tells of hop 5.1, the facts end before 2.1',
    ],
    [
      'I1 facts that are gone: a run tells',
      { facts: done, runs: [run(500, '7/6/1 schema-validator', { conclusion: 'success' })] },
      'damaged: run 500 (7/6/1 schema-validator) ended well, the facts end before 2.1',
    ],
    [
      'I1 all facts are gone',
      { facts: [], commits: [{ hop: 'generative/7/2/spec-analyzer/1' }], runs: [] },
      'damaged: a commit tells of hop 2.1, the facts end before 1.1',
    ],
    [
      'a run of a later hop that was turned away',
      { facts: done, runs: [run(500, '7/6/1 schema-validator')] },
      'stuck no-start 2.1 0',
    ],
    [
      'the commit of the due hop itself',
      { facts: started, commits: [{ hop: 'generative/7/2/spec-analyzer/1' }] },
      'stuck run-absent 2.1 0',
    ],
  ])('%s', (_, changes, expected) => expect(said(diagnose(input(changes)))).toBe(expected));

  test('a running hop is never for the sweeper, whatever else is there', () => {
    const holds = [undefined, { kind: 'pause' }, { kind: 'stop' }] as const;
    for (const facts of [[], done, started, finished])
      for (const hold of holds)
        for (const open of [true, false])
          for (const status of ['queued', 'in_progress', 'waiting', 'pending', 'requested', 'something-new']) {
            const runs = [run(300, `${second} repair 5`), run(200, second, { ...alive, status, updated: ago(9_999) })];
            const { kind } = diagnose(input({ facts, hold, issue: { open }, runs }));
            expect(['running', 'queued']).toContain(kind);
          }
  });
});

describe('an end that the Ledger lacks', () => {
  const third = [
    start({ seq: 3, agent: 'spec-analyzer', sha: sha(1), fence: 300 }),
    last({ seq: 3, reason: 'agent-failed' }),
  ];

  test.each<[string, readonly Fact[], readonly Fact[], boolean]>([
    ['the copies say the same', finished, finished, false],
    ['the copies know less', finished, started, false],
    ['the flow ended there', started, finished, true],
    [
      'the hop that is due ended there, and the flow goes on',
      started,
      [...started, last({ status: 'pass', next: { type: 'NEXT', agent: 'issue-finalizer' } })],
      false,
    ],
    ['a hop that let an ended flow go on ended there', finished, [...finished, ...third], true],
    ['it began there, and has not ended', finished, [...finished, third[0]!], false],
    ['nothing was known at all', [], [], false],
  ])('%s: %#', (_, ledger, copies, expected) => expect(isUnwritten(flow, fold(ledger), fold(copies))).toBe(expected));

  test.each<[string, Parameters<typeof input>[0], boolean]>([
    ['ended, and nothing has died since', { facts: finished, runs: [first, run(200, second)] }, false],
    ['ended, and a later run died', { facts: finished, runs: [run(300, '7/0/0 start')] }, true],
    ['ended, and a later run of another subject died', { facts: finished, runs: [run(300, '8/0/0 start')] }, false],
    [
      'ended, and a later run found nothing to do',
      { facts: finished, runs: [run(300, second, { conclusion: 'success' })] },
      false,
    ],
    ['closed, and the run of the due hop died', { issue: { open: false }, runs: [run(200, second)] }, true],
    ['closed, and an older one died', { issue: { open: false }, runs: [run(100, '7/0/0 start')] }, false],
    ['stuck: it is repaired anyway', { runs: [run(200, second)] }, false],
  ])('is looked for where it may be: %s', (_, changes, expected) => {
    const given = input(changes);
    expect(mayBeUnwritten(given, diagnose(given))).toBe(expected);
  });
});
