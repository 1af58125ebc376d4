import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import { encodeBlock } from '../../../src/core/ledger/block.ts';
import { renderLedger } from '../../../src/core/ledger/render.ts';
import { readCopies, restore, type CopiesRead, type ReadCheck, type ReadComment } from '../../../src/flow/copies.ts';
import { renderCommitMessage } from '../../../src/flow/trailers.ts';
import { verifyCopies, type Surroundings } from '../../../src/flow/verify-copies.ts';
import { end, gate, sha, start } from '../core/facts.ts';

const APP = 'github-actions';
const facts: Fact[] = [start(), gate(), end(), start({ seq: 2, agent: 'spec-analyzer', fence: 101 })];
const body = (known: readonly Fact[]): string => renderLedger(fold(known), { required: ['tests'] });

const ledger = (changes: Partial<ReadComment> = {}): ReadComment => ({
  ...{ id: 5, body: body(facts), own: true, editedByOther: false, on: 'issue', number: 7 },
  ...{ author: APP, url: 'https://host/issues/7#5', edited: undefined },
  ...changes,
});
const edited = { editedByOther: true, edited: { by: 'alice', at: '2026-01-02T03:04:05Z' } };
const check = (name: string, known: readonly Fact[], changes: Partial<ReadCheck> = {}): ReadCheck => ({
  ...{ sha: sha(1), name: `generative:gate:${name}`, app: APP, text: encodeBlock(known) },
  ...changes,
});
const checks = [check('tests', [facts[1]!]), check('guard', [facts[0]!, facts[2]!])];
const commit = (seq: number, agent = 'issue-creator') => {
  const hop = { flow: 'generative', subject: 7, seq, agent, attempt: 1 };
  return { sha: sha(seq), message: renderCommitMessage('build: x', hop, { summary: 'done', route: { type: 'NEXT' } }) };
};
const read = (changes: Partial<CopiesRead> = {}): CopiesRead => ({
  ...{ flow: 'generative', subject: 7, app: APP, comments: [ledger()], checks, commits: [commit(1)] },
  ...changes,
});
const AROUND: Surroundings = {
  ...{ issueLabels: ['flow:generative', 'state:in-progress'], pull: undefined, misread: new Set(), running: false },
};
const problems = (changes: Partial<CopiesRead> = {}, around: Partial<Surroundings> = {}): string[] =>
  verifyCopies('generative', readCopies(read(changes)), { ...AROUND, ...around }).flatMap((report) =>
    report.problems.map((problem) => `${report.copy}: ${problem}`),
  );

describe('ledger verify', () => {
  test('copies that agree have a calm line each', () => {
    const reports = verifyCopies('generative', readCopies(read()), AROUND);
    expect(reports.map(({ copy, line, problems: wrong }) => [copy, line, wrong])).toEqual([
      ['Ledger', expect.stringMatching(/^4 facts on the issue, chain [0-9a-f]{16}$/), []],
      ['Check Runs', '3 facts in 2 checks on 1 commits', []],
      ['commits', '1 of the flow on the branch, each with its hop', []],
      ['labels', 'state in-progress', []],
      ['pull request', 'none', []],
    ]);
  });

  const green = gate({ status: 'fail', reason: 'crashed' });
  test.each<[string, Partial<CopiesRead>, Partial<Surroundings>, string[]]>([
    ['a deleted Ledger', { comments: [] }, {}, ['Ledger: there is none: it was deleted, or no hop has written one']],
    [
      'a blanked one',
      { comments: [ledger({ body: body(facts).split('\n')[0]!, ...edited })] },
      {},
      ['Ledger: it holds no machine block; last edited by alice at 2026-01-02T03:04:05Z'],
    ],
    [
      'a broken chain',
      {
        comments: [
          ledger({
            body: body(facts)
              .replace('"issue-creator",1', '"issue-creator",2')
              .replace(/"e",1,0,1/, '"e",1,0,2'),
          }),
        ],
      },
      {},
      ['Ledger: its chain breaks behind 2 facts'],
    ],
    [
      'I4 A-58 a forged fact in a whole block',
      { comments: [ledger({ body: body([facts[0]!, green, ...facts.slice(2)]), ...edited })] },
      {},
      [
        'Ledger: edited by alice at 2026-01-02T03:04:05Z, and no other copy confirms hop 1 gate tests',
        'Check Runs: hop 1 gate tests, status: the Ledger says fail, generative:gate:tests on 1111111 says pass',
        'Check Runs: hop 1 gate tests, reason: the Ledger says crashed, generative:gate:tests on 1111111 says none',
      ],
    ],
    [
      'a forged text over facts that are whole',
      { comments: [ledger(edited)] },
      { misread: new Set([5]) },
      ['Ledger: its text is not what its facts give; last edited by alice at 2026-01-02T03:04:05Z'],
    ],
    [
      'I3 two Ledgers',
      { comments: [ledger(), ledger({ id: 6, url: 'https://host/issues/7#6' })] },
      {},
      ['Ledger: there are 2: https://host/issues/7#5, https://host/issues/7#6'],
    ],
    [
      'A-55 a comment by somebody else',
      { comments: [ledger(), ledger({ id: 6, own: false, author: 'bob' })] },
      {},
      ['Ledger: a comment by bob poses as the Ledger: https://host/issues/7#5'],
    ],
    [
      'a check of another app',
      { checks: [...checks, check('build', [], { app: 'other-ci' })] },
      {},
      ['Check Runs: generative:gate:build on 1111111 is by the app other-ci: it is not counted'],
    ],
    [
      'a check without facts',
      { checks: [...checks, check('docs', [], { text: 'fine' })] },
      {},
      ['Check Runs: generative:gate:docs on 1111111 holds no facts'],
    ],
    [
      'a check that tells of what is not its own',
      { checks: [...checks, check('docs', [facts[1]!])] },
      {},
      ['Check Runs: generative:gate:docs on 1111111 tells of what is not its own'],
    ],
    [
      'a missing check',
      { checks: [checks[1]!] },
      {},
      ['Check Runs: hop 1 gate tests is in the Ledger and in no Check Run'],
    ],
    [
      'a fact that the Ledger lost',
      { comments: [ledger({ body: body([facts[0]!, ...facts.slice(2)]) })] },
      {},
      ['Check Runs: hop 1 gate tests is in generative:gate:tests on 1111111 and not in the Ledger'],
    ],
    [
      'a commit of a hop that nobody knows',
      { commits: [commit(3), commit(1)] },
      {},
      ['commits: commit 3333333 of hop 3 issue-creator: no copy holds a fact of that hop'],
    ],
    [
      'a commit of another agent',
      { commits: [commit(1, 'code-refiner')] },
      {},
      ['commits: commit 1111111 of hop 1 code-refiner: the facts say that issue-creator ran it'],
    ],
    [
      'a label that lies',
      {},
      { issueLabels: ['state:ready'] },
      ['labels: the issue has state:ready, the facts say in-progress'],
    ],
    [
      'a pull request that is gone',
      {
        comments: [ledger({ body: body([...facts.slice(0, 2), end({ pr: 9 }), facts[3]!]) })],
        checks: [checks[0]!, check('guard', [facts[0]!, end({ pr: 9 })])],
      },
      {},
      ["pull request: the facts name #9, and there is none of the flow's"],
    ],
    ['what is being written while a hop runs', { checks: [checks[1]!] }, { running: true }, []],
    ['checks that are switched off', { checks: [] }, {}, []],
    [
      'A-50 a Ledger by a person where the flow has none',
      { comments: [ledger({ own: false, author: 'alice' })] },
      { running: true },
      [
        'Ledger: there is none: it was deleted, or no hop has written one',
        'Ledger: a comment by alice poses as the Ledger: https://host/issues/7#5',
      ],
    ],
  ])('%s', (_, changes, around, expected) => expect(problems(changes, around)).toEqual(expected));
});

describe('ledger rebuild', () => {
  const restored = (changes: Partial<CopiesRead>) => restore(readCopies(read(changes)));

  test('I1 a deleted Ledger is restored from Check Runs, but for the start that only it had', () => {
    const { state, facts: sourced, lost } = restored({ comments: [] });
    expect(state.facts).toEqual(fold(facts.slice(0, 3)).facts);
    expect(sourced.every(({ from }) => from.join() === 'checks')).toBe(true);
    expect(lost).toEqual([]);
  });

  test('A-58 of a Ledger that somebody edited nothing counts, nor of a check by another app', () => {
    const forged = ledger({ body: body([facts[0]!, gate({ gate: 'build' }), facts[2]!]), ...edited });
    const foreign = check('docs', [gate({ gate: 'docs' })], { app: 'other-ci' });
    const { state } = restored({ comments: [forged], checks: [...checks, foreign] });
    expect(state.facts).toEqual(fold(facts.slice(0, 3)).facts);
  });

  test('two bodies under one id: merging never turns red to green (I4)', () => {
    const { state } = restored({ checks: [check('tests', [gate({ status: 'fail' })]), checks[1]!] });
    expect(state.hops[0]!.gates[0]!.status).toBe('fail');
  });

  test('what no copy tells any more is named', () => {
    const { lost } = restored({ comments: [], commits: [commit(3), commit(1)] });
    expect(lost).toEqual([
      'how hop generative/7/3/issue-creator/1 ended: commit 3333333 tells that it was, and no copy tells the rest',
    ]);
    const gap = check('guard', [start({ seq: 3 }), end({ seq: 3 })], { sha: sha(3) });
    expect(restored({ comments: [], checks: [...checks, gap] }).lost).toEqual(['every fact of hop 2']);
  });
});
