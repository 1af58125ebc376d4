import { describe, expect, test } from '@jest/globals';
import { gateStanding } from '../../../../src/core/board/standing.ts';
import { boardRow, type BoardFacts } from '../../../../src/core/board/steps.ts';
import { boardSummary, boardText } from '../../../../src/core/board/text.ts';
import type { PlanEntry } from '../../../../src/core/merge-plan/plan.ts';

const head = 'ab'.repeat(20);
const entry: PlanEntry = {
  id: '01',
  slug: 'attention',
  at: '#3',
  position: 1,
  final: false,
  pull: { number: 12, head, draft: false },
  blockedBy: [],
  ready: true,
};
/** A contract that can be merged now. */
const done: BoardFacts = {
  id: '01',
  slug: 'attention',
  at: '#3',
  pulls: [{ number: 12, draft: false, contracts: 1 }],
  branch: { name: 'issue/01-attention', head },
  gates: [
    { id: 'tests', tier: 'a', status: 'pass' },
    { id: 'gpu:train', tier: 'b', status: 'pass' },
  ],
  attested: { sha: head },
  entry,
};
const gate = (id: string, tier: 'a' | 'b' | undefined, status: BoardFacts['gates'][number]['status']) => ({
  id,
  tier,
  status,
});
const waits = { by: 'dependency', id: '02', at: '#4', pull: undefined } as const;

describe('how a gate stands by its Check Runs, oldest first', () => {
  const standing = (...checks: [name: string, conclusion: string | null][]) =>
    gateStanding(
      'tests',
      undefined,
      checks.map(([name, conclusion]) => ({ name, conclusion })),
    ).status;
  const flow = 'generative:gate:tests';
  test.each<[string, [string, string | null][], string]>([
    ['nothing', [], 'missing'],
    ['another gate', [['generative:gate:build', 'success']], 'missing'],
    ['green', [[flow, 'success']], 'pass'],
    [
      'red, then green',
      [
        [flow, 'failure'],
        [flow, 'success'],
      ],
      'pass',
    ],
    [
      'green, then running',
      [
        [flow, 'success'],
        [flow, null],
      ],
      'pending',
    ],
    ['skipped', [[flow, 'neutral']], 'skipped'],
    ['cancelled', [[flow, 'cancelled']], 'fail'],
    [
      'A-53: red, then a job of the same name that is green',
      [
        [flow, 'failure'],
        ['tests', 'success'],
      ],
      'fail',
    ],
    [
      'A-53: skipped, and a job of the same name',
      [
        ['tests', 'success'],
        [flow, 'skipped'],
      ],
      'skipped',
    ],
    [
      'both green',
      [
        ['tests', 'success'],
        [flow, 'success'],
      ],
      'pass',
    ],
  ])('%s', (_, checks, status) => {
    expect(standing(...checks)).toBe(status);
  });
  test('its tier is that of the registry; one of the flow needs no entry there', () => {
    const tiers = (id: string) => (id === 'gpu:train' ? ('b' as const) : undefined);
    expect(['gpu:train', 'tests', 'gpu:trian'].map((id) => gateStanding(id, tiers, []).tier)).toEqual([
      'b',
      'a',
      undefined,
    ]);
  });
});

describe('the step of a contract', () => {
  test.each<[string, Partial<BoardFacts>, number, string, string[]]>([
    ['nothing left', {}, 7, 'merge', []],
    [
      'two pull requests',
      { pulls: [12, 13].map((number) => ({ number, draft: false, contracts: 1 })) },
      1,
      'issue',
      ['has 2 open pull requests: #12, #13'],
    ],
    [
      'a pull request for two contracts',
      { pulls: [{ number: 12, draft: false, contracts: 2 }] },
      1,
      'issue',
      ['#12 is for 2 contracts at once'],
    ],
    [
      'A-38: a gate that the registry does not have',
      { gates: [gate('gpu:trian', undefined, 'missing')] },
      2,
      'contract',
      ['requires the gate gpu:trian, which the registry does not have'],
    ],
    [
      'A-34: changed after the approval',
      { entry: { ...entry, blockedBy: [{ by: 'changed' }] } },
      2,
      'contract',
      ['was changed after it was approved'],
    ],
    [
      'A-39: a cycle',
      { entry: { ...entry, blockedBy: [{ by: 'cycle', cycle: ['01', '03a'] }] } },
      2,
      'contract',
      ['waits for itself: 01 -> 03a -> 01'],
    ],
    [
      'no branch',
      { branch: undefined, pulls: [], gates: [gate('tests', 'a', 'missing')], attested: undefined },
      3,
      'branch',
      ['has no branch: bitnet-flow worktree 3, or start the flow'],
    ],
    [
      'Tier A is not green',
      {
        gates: [
          gate('tests', 'a', 'fail'),
          gate('lint', 'a', 'missing'),
          gate('slow', 'a', 'pending'),
          gate('b', 'b', 'fail'),
        ],
      },
      4,
      'tier A',
      ['tests failed on abababa', 'lint was not run on abababa', 'slow is not done on abababa'],
    ],
    ['no pull request', { pulls: [], attested: undefined }, 5, 'pull request', ['has no pull request']],
    [
      'no attestation',
      { attested: undefined },
      5,
      'pull request',
      ['the text of its pull request holds no attestation'],
    ],
    [
      'A-54: an attestation that cannot be read',
      { attested: { problem: 'two blocks' } },
      5,
      'pull request',
      ['two blocks'],
    ],
    [
      'A-54: the attestation of another commit',
      { attested: { sha: 'cd'.repeat(20) } },
      5,
      'pull request',
      ['its attestation is of cdcdcdc, the head is abababa'],
    ],
    [
      'Tier B is missing',
      { gates: [gate('tests', 'a', 'pass'), gate('gpu:train', 'b', 'missing')] },
      6,
      'tier B',
      ['gpu:train was not run on abababa'],
    ],
    [
      'not its turn, and a draft',
      { pulls: [{ number: 12, draft: true, contracts: 1 }], entry: { ...entry, blockedBy: [waits] } },
      7,
      'merge',
      ['its pull request is a draft', 'waits for 02 (#4), which has no pull request yet'],
    ],
  ])('%s', (_, more, step, name, blockedBy) => {
    expect(boardRow({ ...done, ...more })).toMatchObject({ step, name, blockedBy });
  });
});

test('the board fits 80 columns', () => {
  const rows = [
    boardRow(done),
    boardRow({
      ...done,
      id: '03a',
      slug: 'a-slug-of-the-longest-kind-that-there-is',
      at: '#4',
      gates: Array.from({ length: 9 }, (_, at) => gate(`gate-with-a-name-${at}`, 'a', 'missing')),
    }),
    boardRow({ ...done, id: '10', slug: 'docs', at: '#6', pulls: [], branch: undefined }),
  ];
  const lines = boardText('acme/rocket', rows);
  expect(lines.join('\n')).toBe(`acme/rocket: 3 open contracts, 1 can be merged now
1 issue, 2 contract, 3 branch, 4 tier A, 5 pull request, 6 tier B, 7 merge

01   attention                         7/7 merge   #3, PR #12
     can be merged now

03a  a-slug-of-the-longest-kind-that…  4/7 tier A  #4, PR #12
     gate-with-a-name-0 was not run on abababa
     gate-with-a-name-1 was not run on abababa
     gate-with-a-name-2 was not run on abababa
     gate-with-a-name-3 was not run on abababa
     gate-with-a-name-4 was not run on abababa
     gate-with-a-name-5 was not run on abababa
     and 3 more: see --json

10   docs                              3/7 branch  #6
     has no branch: bitnet-flow worktree 6, or start the flow`);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(boardText('acme/rocket', [])).toEqual(['acme/rocket: no open contract']);
  const table = boardSummary([...rows, { ...rows[2]!, slug: 'a|b', blockedBy: ['<b>@team</b>'] }]);
  expect(table.split('\n').slice(2, 5)).toEqual([
    expect.stringMatching(/^\| 01 \| attention \| .*3, PR 12 \| 7\/7 merge \| nothing \|$/),
    expect.stringMatching(/\| 4\/7 tier A \| gate-with-a-name-0 was not run on /),
    expect.stringMatching(/\| 3\/7 branch \| has no branch: bitnet-flow worktree 6, or start the flow \|$/),
  ]);
  expect(table).not.toMatch(/<b>|@team|a\|b/);
  expect(boardSummary([])).toBe('No open contract.\n');
});
