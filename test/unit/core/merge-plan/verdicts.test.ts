import { describe, expect, test } from '@jest/globals';
import { belongsTo, closedBy, issueBranch, partOf } from '../../../../src/core/merge-plan/belongs.ts';
import {
  GUARD_CHECK,
  guardLines,
  guardVerdict,
  type Guarded,
  type GuardedPull,
} from '../../../../src/core/merge-plan/guard.ts';
import type { PlanItem } from '../../../../src/core/merge-plan/item.ts';
import { checkMerge, type MergeFound } from '../../../../src/core/merge-plan/merge-check.ts';
import { mergeRefusal, type BaseMoved, type Candidate } from '../../../../src/core/merge-plan/merge-refusal.ts';
import { planMerges } from '../../../../src/core/merge-plan/plan.ts';

const head = 'ab'.repeat(20);
const item = (id: string, dependsOn: string[], numbers: number[]): PlanItem => ({
  id,
  slug: 'work',
  state: 'open',
  dependsOn,
  hotspots: [],
  at: `#${Number(id)}`,
  pulls: numbers.map((number) => ({ number, head, draft: false, touched: [] })),
});
const plan = planMerges([
  item('01', [], [11]),
  item('02', ['01', '77'], [12]),
  item('03', ['01'], [13, 14]),
  item('04', [], []),
]);

test('the words by which a text closes issues, or works on them', () => {
  expect(
    closedBy({ body: 'Close #1 closes #2 closed #3 fix #4 fixes #5 fixed #6 resolve #7 resolves #8 RESOLVED:   #9' }),
  ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(closedBy({ body: 'disclose #1, fixing #2, close  other/x#3, closes #4a, closes #12, closes #12' })).toEqual([
    12,
  ]);
  expect(partOf('Part of #1\r\nPart of #23\nIt is Part of #4\nPart of #5 and more\nPart of #06\nPart of #7')).toEqual([
    1, 23, 7,
  ]);
  expect(issueBranch('03a', 'rope')).toBe('issue/03a-rope');
  const contract = { id: '01', slug: 'x', issue: 7 };
  expect(belongsTo({ body: 'Part of #7', head: { branch: 'y', own: false } }, contract, false)).toBe(false);
  expect(belongsTo({ body: 'Part of #7\nCloses #7', head: { branch: 'y', own: false } }, contract, false)).toBe(true);
});

describe('why a pull request is not merged, and what helps', () => {
  const good: Candidate = {
    number: 11,
    state: 'open',
    draft: false,
    head,
    mergeable: true,
    touched: ['a', 'b', 'c', 'd', 'e', 'f'],
    unreadable: [],
  };
  const still: BaseMoved = { branch: 'main', changed: [], complete: true };
  const update = 'merge main into the branch, so that its gates judge both together, and look at it again';
  const other = 'cd'.repeat(20);
  test.each<[string, Partial<Candidate>, Partial<BaseMoved>, string, string]>([
    ['it is merged', { state: 'merged' }, {}, '#11 is merged', 'see `bitnet-flow merge plan`'],
    [
      'A-57 somebody pushed',
      { head: other },
      {},
      `the head of #11 is ${other}, not ${head}: somebody pushed since`,
      'look at what came; then give --head the new sha',
    ],
    ['it is a draft', { draft: true }, {}, '#11 is a draft', 'mark it as ready for review first'],
    [
      'its text names what cannot be read',
      { unreadable: ['#4', '#5'] },
      {},
      'the contract of #4, #5, which #11 names, cannot be read',
      'see `bitnet-flow contract check 4`, or name that issue no more',
    ],
    [
      'it is of nobody',
      { number: 99 },
      {},
      '#99 belongs to no open contract',
      'name its branch issue/<id>-<slug>, or write `Closes #<issue>` into its text; the contract stands in that issue',
    ],
    [
      'it is one of two',
      { number: 14 },
      {},
      '#14 cannot be merged now: 03 waits for 01 (#1), pull request #11; has more than one pull request: #13, #14',
      'close all but one',
    ],
    [
      'it waits',
      { number: 12 },
      {},
      '#12 cannot be merged now: 02 waits for 01 (#1), pull request #11; waits for 77, which no contract has as its id',
      'merge what it waits for first, in the order of `bitnet-flow merge plan`',
    ],
    ['it conflicts', { mergeable: false }, {}, '#11 conflicts with main', update],
    ['it conflicts in files', { mergeable: false }, { changed: ['b', 'a'] }, '#11 conflicts with main in a, b', update],
    [
      'the same four files changed',
      {},
      { changed: ['a', 'b', 'c', 'd', 'x'] },
      'main changed a, b, c, d after the branch of #11 left it, and so does #11',
      update,
    ],
    [
      'the same six files changed',
      {},
      { changed: ['a', 'b', 'c', 'd', 'e', 'f'] },
      'main changed a, b, c, d and 2 more after the branch of #11 left it, and so does #11',
      update,
    ],
    [
      'nobody can tell',
      {},
      { complete: false },
      'main changed more files than the host lists after the branch of #11 left it',
      update,
    ],
  ])('%s', (_, more, moved, message, fix) => {
    expect(mergeRefusal({ ...good, ...more }, head, plan, { ...still, ...moved })).toEqual({ message, fix });
  });
});

describe('what is wrong with a merge that was made', () => {
  const [base, commit] = ['bb'.repeat(20), 'cc'.repeat(20)];
  const found: MergeFound = { method: 'squash', head, commit, parents: [base], tree: 't', expected: 't', inBase: true };
  test.each<[Partial<MergeFound>, string[]]>([
    [{}, []],
    [{ inBase: false }, ['cccccccccccc is not in the base branch']],
    [{ tree: 'u' }, ['the tree of cccccccccccc is u; git makes t of its base and abababababab']],
    [{ expected: undefined }, ['git finds a conflict between bbbbbbbbbbbb and abababababab']],
    [
      { parents: [], expected: undefined },
      [
        'cccccccccccc has the parents none; a squash has the base alone',
        'git finds a conflict between no parent and abababababab',
      ],
    ],
    [
      { parents: [base, head] },
      ['cccccccccccc has the parents bbbbbbbbbbbb, abababababab; a squash has the base alone'],
    ],
    [{ method: 'merge', parents: [base, head] }, []],
    [{ method: 'merge' }, ['cccccccccccc has the parents bbbbbbbbbbbb; a merge commit has the base and abababababab']],
    [
      { method: 'merge', parents: [base, head, base] },
      [
        'cccccccccccc has the parents bbbbbbbbbbbb, abababababab, bbbbbbbbbbbb; a merge commit has the base and abababababab',
      ],
    ],
  ])('%j', (more, wrong) => expect(checkMerge({ ...found, ...more })).toEqual(wrong));
});

describe('the guard', () => {
  const contracts = ['01', '02', '04', '05'].map((id) => ({ id, slug: 'work', issue: Number(id) }));
  const judge = (body: string, more: Partial<GuardedPull> = {}, refused: { at: string; why: string }[] = []) =>
    guardVerdict(
      { number: 12, body, head: { branch: 'x', own: true }, overlap: [], ...more },
      'main',
      contracts,
      refused,
      plan,
    );
  const summary = (...reasons: string[]): string =>
    `This pull request is not merged now:\n\n${reasons.map((reason) => `- ${reason}\n`).join('')}\nIt is judged again when one of these is merged; \`bitnet-flow merge plan\` shows the whole order.`;
  const branch = (name: string) => ({ head: { branch: name, own: true } });
  const paths = (count: number): string[] => Array.from({ length: count }, (_, at) => `f${at}`);
  const eight = 'f0, f1, f2, f3, f4, f5, f6, f7, f8, f9';

  test.each<[string, ReturnType<typeof judge>, object]>([
    [
      'clear',
      judge('Closes #1'),
      {
        clear: true,
        title: '01: nothing goes before it',
        summary: 'Everything that 01 depends on is merged, and no other pull request goes before it.',
      },
    ],
    [
      'a part of it',
      judge('Part of #1', branch('issue/01-work')),
      {
        clear: true,
        title: '01: nothing goes before it',
        summary: 'Everything that 01 depends on is merged, and no other pull request goes before it.',
      },
    ],
    [
      'of a contract that the plan does not know',
      judge('Closes #5'),
      {
        clear: true,
        title: '05: nothing goes before it',
        summary: 'Everything that 05 depends on is merged, and no other pull request goes before it.',
      },
    ],
    [
      'of nobody',
      judge('x', branch('my/issue/01-work')),
      {
        clear: true,
        title: 'no contract: nothing to wait for',
        summary: 'This pull request belongs to no open contract.',
      },
    ],
    [
      'of a contract that is gone',
      judge('', branch('issue/07b-gone'), [{ at: '#8', why: 'two keys' }]),
      {
        clear: false,
        title: 'no open contract belongs to the branch issue/07b-gone',
        summary: summary(
          'The branch issue/07b-gone is named after a contract, and no open issue holds it.',
          'two keys',
        ),
      },
    ],
    [
      'of several',
      judge('Closes #1, closes #2'),
      {
        clear: false,
        title: 'for 2 contracts at once',
        summary: summary('One pull request, one issue: this is for 01 (#&#8203;1) and 02 (#&#8203;2).'),
      },
    ],
    [
      'of two that cannot be read',
      judge('Closes #8, closes #9', {}, [
        { at: '#8', why: 'a' },
        { at: '#9', why: 'b' },
        { at: '#10', why: 'c' },
      ]),
      { clear: false, title: 'the contract of #8, #9 cannot be read', summary: summary('a', 'b') },
    ],
    [
      'that waits for two',
      judge('Closes #2', { overlap: undefined }),
      {
        clear: false,
        title: '02 waits for 01 (#1), pull request #11',
        summary: summary(
          '02 waits for 01 (#&#8203;1), pull request #&#8203;11',
          '02 waits for 77, which no contract has as its id',
          'main changed more files than the host lists: merge main into the branch',
        ),
      },
    ],
    [
      'whose ten files changed',
      judge('Closes #1', { overlap: paths(10) }),
      {
        clear: false,
        title: `main changed ${eight} too after the branch left it: merge main into the branch`,
        summary: summary(`main changed ${eight} too after the branch left it: merge main into the branch`),
      },
    ],
    [
      'whose twelve files changed',
      judge('Closes #1', { overlap: paths(12) }),
      {
        clear: false,
        title: `main changed ${eight} and 2 more too after the branch left it: merge main into the branch`,
        summary: summary(`main changed ${eight} and 2 more too after the branch left it: merge main into the branch`),
      },
    ],
  ])('one %s', (_, verdict, expected) => expect(verdict).toEqual(expected));

  test('fifty reasons are told', () => {
    const refused = Array.from({ length: 60 }, (_, at) => ({ at: '#8', why: `r${at}` }));
    expect(judge('Closes #8', {}, refused).summary.match(/^- r/gm)).toHaveLength(50);
  });

  test('what the action says of all of them', () => {
    const of = (number: number, clear: boolean, check: Guarded['check']): Guarded => ({
      number,
      verdict: { clear, title: `t${number}`, summary: '' },
      check,
    });
    const all = [of(1, true, 'refused'), of(2, true, 'written'), of(3, false, 'refused'), of(4, false, 'unchanged')];
    expect(guardLines(all, undefined)).toEqual({
      lines: [
        '#1 clear: t1 (check refused)',
        '#2 clear: t2 (check written)',
        '#3 blocked: t3 (check refused)',
        '#4 blocked: t4',
      ],
      outputs: { clear: '1,2', blocked: '3,4', title: '' },
      problem: 'the Check Run of #1, #3 was refused: give the job `checks: write`',
    });
    expect(guardLines(all, 4)).toMatchObject({ outputs: { title: 't4' }, problem: '#4 is not merged now: t4' });
    expect(GUARD_CHECK).toBe('merge-guard');
  });
});
