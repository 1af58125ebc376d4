import { describe, expect, test } from '@jest/globals';
import { belongsTo, closedBy } from '../../../../src/core/merge-plan/belongs.ts';
import { guardLines, guardVerdict, type GuardedPull } from '../../../../src/core/merge-plan/guard.ts';
import type { PlanItem } from '../../../../src/core/merge-plan/item.ts';
import { checkMerge, type MergeFound } from '../../../../src/core/merge-plan/merge-check.ts';
import { mergeRefusal, type BaseMoved, type Candidate } from '../../../../src/core/merge-plan/merge-refusal.ts';
import { planMerges } from '../../../../src/core/merge-plan/plan.ts';

const head = 'ab'.repeat(20);
const one: PlanItem = {
  id: '01',
  slug: 'attention',
  state: 'open',
  dependsOn: [],
  hotspots: [],
  at: '#1',
  pulls: [{ number: 11, head, draft: false, touched: ['a.ts'] }],
};
const two: PlanItem = {
  ...one,
  id: '02',
  slug: 'rope',
  dependsOn: ['01'],
  at: '#2',
  pulls: [{ number: 12, head, draft: false, touched: ['b.ts'] }],
};
const plan = planMerges([one, two]);

describe('which contract a pull request is for', () => {
  const contract = { id: '01', slug: 'attention', issue: 7 };
  test.each([
    ['its branch', 'issue/01-attention', true, '', true],
    ['the same branch of a fork', 'issue/01-attention', false, '', false],
    ['another slug', 'issue/01-attention2', true, '', false],
    ['a text that closes its issue', 'x', false, 'Closes #7', true],
    ['a text that closes another', 'x', true, 'Closes #71 and closes #17', false],
    ['a text that finishes a part', 'x', true, 'Part of #7', true],
    ['a mention', 'x', true, 'See #7', false],
  ])('%s', (_, branch, own, body, expected) => {
    expect(belongsTo({ body, head: { branch, own } }, contract, true)).toBe(expected);
  });
  test('a part that was merged has not finished it, whatever its branch is called', () => {
    const pull = { body: 'Part of #7', head: { branch: 'issue/01-attention', own: true } };
    expect(belongsTo(pull, contract, false)).toBe(false);
  });
  test('the keywords of the host', () => {
    expect(closedBy({ body: 'fixes #1, Resolved: #2\nclose #3 closes#4 closing #5 fixed #06' })).toEqual([1, 2, 3]);
  });
  test('an issue of this repository by its name or address, and of no other', () => {
    const home = 'https://github.com/acme/rocket';
    const body = [
      ...['Closes acme/rocket#1', 'fixes: Acme/Rocket#2', `resolves ${home}/issues/3`, 'closes #4'],
      ...['closes acme/other#5', 'closes x/acme/rocket#6', 'closes https://evil.example/acme/rocket/issues/7'],
      ...[`closes ${home}/pull/8`, `closes ${home}/issues/9x`, 'see acme/rocket#10', 'closes rocket#11'],
    ].join('\n');
    expect(closedBy({ body, home })).toEqual([1, 2, 3, 4]);
    expect(closedBy({ body })).toEqual([4]);
    const pull = { body: 'Closes acme/rocket#7', home, head: { branch: 'y', own: false } };
    expect(belongsTo(pull, contract, false)).toBe(true);
    expect(belongsTo({ ...pull, home: 'https://github.com/acme/pad' }, contract, false)).toBe(false);
  });
});

describe('whether a pull request is merged', () => {
  const good: Candidate = {
    number: 11,
    state: 'open',
    draft: false,
    head,
    mergeable: true,
    touched: ['a.ts'],
    unreadable: [],
  };
  const still: BaseMoved = { branch: 'main', changed: [], complete: true };
  const refusal = (more: Partial<Candidate>, moved: Partial<BaseMoved> = {}, expected = head) =>
    mergeRefusal({ ...good, ...more }, expected, plan, { ...still, ...moved })?.message;

  test('with a gate that did not pass it is not, and the fix is to run it', () => {
    const gates = [{ id: 'tests', tier: 'a' as const, status: 'missing' as const }];
    const waiting = planMerges([
      {
        id: '01',
        slug: 'a',
        state: 'open',
        dependsOn: [],
        hotspots: [],
        at: '#1',
        pulls: [{ number: 11, head, draft: false, touched: [], gates }],
      },
    ]);
    expect(mergeRefusal(good, head, waiting, still)).toEqual({
      message: `#11 cannot be merged now: 01 waits for its gates: tests was not run on ${head.slice(0, 7)}`,
      fix: 'let every gate that its contract requires pass on this commit; `bitnet-flow board` shows them',
    });
  });

  test('a contract that its text names and nobody can read is named with the command that says why', () => {
    expect(mergeRefusal({ ...good, unreadable: ['#4'] }, head, plan, still)?.fix).toContain(
      '`bitnet-flow contract check 4`',
    );
  });

  test('in its turn it is', () => {
    expect(refusal({})).toBeUndefined();
    // While the host is trying, it decides itself when it is asked.
    expect(refusal({ mergeable: null })).toBeUndefined();
    expect(refusal({}, { changed: ['other.ts'] })).toBeUndefined();
  });

  test.each<[string, Partial<Candidate>, Partial<BaseMoved>, string, RegExp]>([
    ['merged', { state: 'merged' }, {}, head, /^#11 is merged$/],
    ['closed', { state: 'closed' }, {}, head, /^#11 is closed$/],
    ['A-57: another head', {}, {}, 'cd'.repeat(20), /the head of #11 is abab.*, not cdcd.*somebody pushed since/],
    ['a draft', { draft: true }, {}, head, /is a draft/],
    ['no contract', { number: 99 }, {}, head, /#99 belongs to no open contract/],
    ['not its turn', { number: 12 }, {}, head, /#12 cannot be merged now: 02 waits for 01 \(#1\), pull request #11/],
    ['a conflict', { mergeable: false }, { changed: ['a.ts'] }, head, /#11 conflicts with main in a\.ts$/],
    ['a conflict that no path shows', { mergeable: false }, {}, head, /#11 conflicts with main$/],
    [
      'the same file changed in the base',
      {},
      { changed: ['a.ts'] },
      head,
      /main changed a\.ts after the branch of #11 left it/,
    ],
    [
      'a contract that cannot be read',
      { unreadable: ['#4'] },
      {},
      head,
      /the contract of #4, which #11 names, cannot be read/,
    ],
    ['more than the host lists', {}, { complete: false }, head, /more files than the host lists/],
  ])('%s: not', (_, more, moved, expected, message) => {
    expect(refusal(more, moved, expected)).toMatch(message);
  });
});

test('one that is for two contracts at once is not merged, though nothing blocks the first of them', () => {
  const both = planMerges([one, { ...two, pulls: one.pulls }]);
  const candidate: Candidate = {
    ...{ number: 11, state: 'open', draft: false, head, mergeable: true, touched: ['a.ts'], unreadable: [] },
  };
  expect(mergeRefusal(candidate, head, both, { branch: 'main', changed: [], complete: true })?.message).toBe(
    '#11 is for 2 contracts at once: 01 (#1) and 02 (#2)',
  );
});

describe('what a merge left', () => {
  const found: MergeFound = {
    method: 'squash',
    head,
    commit: 'cc'.repeat(20),
    parents: ['bb'.repeat(20)],
    tree: 't',
    expected: 't',
    inBase: true,
  };
  test.each<[string, Partial<MergeFound>, RegExp[]]>([
    ['a squash as it should be', {}, []],
    ['a merge commit as it should be', { method: 'merge', parents: ['bb'.repeat(20), head] }, []],
    ['another tree', { tree: 'u' }, [/the tree of cccccccccccc is u; git makes t of its base and abab/]],
    ['a conflict that somebody solved on the way', { expected: undefined }, [/git finds a conflict/]],
    ['not in the base', { inBase: false }, [/is not in the base branch/]],
    ['a squash with two parents', { parents: ['bb'.repeat(20), head] }, [/a squash has the base alone/]],
    [
      'a merge of another head',
      { method: 'merge', parents: ['bb'.repeat(20), 'dd'.repeat(20)] },
      [/a merge commit has the base and abab/],
    ],
    ['no parent at all', { parents: [], expected: undefined }, [/has the parents none/, /git finds a conflict/]],
  ])('%s', (_, more, wrong) => {
    const lines = checkMerge({ ...found, ...more });
    expect(lines).toHaveLength(wrong.length);
    wrong.forEach((pattern, at) => expect(lines[at]).toMatch(pattern));
  });
});

describe('the guard', () => {
  const contracts = [
    { id: '01', slug: 'attention', issue: 1 },
    { id: '02', slug: 'rope', issue: 2 },
  ];
  const pull = (body: string, more: Partial<GuardedPull> = {}): GuardedPull => {
    return { number: 12, body, head: { branch: 'x', own: true }, overlap: [], ...more };
  };
  const judge = (one: GuardedPull, refused: { at: string; why: string }[] = []) =>
    guardVerdict(one, 'main', contracts, refused, plan);

  test.each<[string, GuardedPull, boolean, RegExp]>([
    ['nothing in the way', pull('Closes #1'), true, /^01: nothing goes before it$/],
    ['an unmerged dependency', pull('Closes #2'), false, /^02 waits for 01 \(#1\), pull request #11$/],
    [
      'a stranger’s pull request for the same contract',
      pull('Closes #2', { head: { branch: 'y', own: false } }),
      false,
      /^02 waits/,
    ],
    ['no contract', pull('Typo'), true, /^no contract/],
    [
      'a branch that is named after a contract which is not there',
      pull('', { head: { branch: 'issue/07-gone', own: true } }),
      false,
      /^no open contract belongs to the branch issue\/07-gone$/,
    ],
    ['the same name in a fork', pull('', { head: { branch: 'issue/07-gone', own: false } }), true, /^no contract/],
    ['two contracts', pull('Closes #1, closes #2'), false, /^for 2 contracts at once$/],
    ['the same file changed in the base', pull('Closes #1', { overlap: ['a`.ts'] }), false, /^main changed a`\.ts too/],
    ['an unknown overlap', pull('Closes #1', { overlap: undefined }), false, /more files than the host lists/],
  ])('%s', (_, one, clear, title) => {
    const verdict = judge(one);
    expect([verdict.clear, verdict.title]).toEqual([clear, expect.stringMatching(title)]);
  });

  test('a contract that cannot be read blocks', () => {
    const verdict = judge(pull('Fixes #9'), [{ at: '#9', why: 'bad-contract (#9:3:1): two keys' }]);
    expect([verdict.clear, verdict.title]).toEqual([false, 'the contract of #9 cannot be read']);
    // what is quoted mentions nobody and links nowhere.
    const evil = judge(pull('Fixes #9'), [{ at: '#9', why: '@everyone ![x](https://evil/) <img>' }]);
    expect(evil.summary).not.toMatch(/@everyone|!\[|<img|https:\/\//);
  });

  test('the action fails for the pull request it is asked about, and where it may not write', () => {
    const clear = { number: 11, verdict: judge(pull('Closes #1')), check: 'written' } as const;
    const blocked = { number: 12, verdict: judge(pull('Closes #2')), check: 'unchanged' } as const;
    expect(guardLines([clear, blocked], undefined)).toEqual({
      lines: [
        '#11 clear: 01: nothing goes before it (check written)',
        '#12 blocked: 02 waits for 01 (#1), pull request #11',
      ],
      outputs: { clear: '11', blocked: '12', title: '' },
      problem: undefined,
    });
    expect(guardLines([clear, blocked], 11).problem).toBeUndefined();
    // One that is over, or goes elsewhere: nothing fails, and nothing is said to be clear.
    expect(guardLines([clear], 13)).toEqual({
      lines: [
        '#11 clear: 01: nothing goes before it (check written)',
        '#13 not judged: it is no open pull request into the default branch',
      ],
      outputs: { clear: '11', blocked: '', title: 'not judged: it is no open pull request into the default branch' },
      problem: undefined,
    });
    expect(guardLines([clear, blocked], 12).problem).toMatch(/^#12 is not merged now: 02 waits/);
    // a check that could not be written leaves the verdict to the job.
    expect(guardLines([{ ...clear, check: 'refused' }], undefined).problem).toMatch(/give the job `checks: write`/);
    expect(guardLines([{ ...clear, check: 'refused' }], 11).problem).toBeUndefined();
    expect(guardLines([{ ...blocked, check: 'refused' }], 12).problem).toMatch(/^#12 is not merged now/);
  });
});
