import { describe, expect, test } from '@jest/globals';
import { digest } from '../../../../src/core/canonical.ts';
import type { Fact } from '../../../../src/core/fact.ts';
import { fold } from '../../../../src/core/fold.ts';
import { BLOCK_END, BLOCK_START, decodeBlock, EMPTY_CHAIN, encodeBlock } from '../../../../src/core/ledger/block.ts';
import { renderPointer } from '../../../../src/core/ledger/pointer.ts';
import { flowState, renderLedger, type LedgerView } from '../../../../src/core/ledger/render.ts';
import { holdOf } from '../../../../src/core/hold.ts';
import { end, gate, sha, start } from '../facts.ts';

const repository = 'https://host/acme/rocket';
const line = (facts: Fact[], begins: string, view: Partial<LedgerView> = {}): string | undefined =>
  renderLedger(fold(facts), { required: [], ...view })
    .split('\n')
    .find((one) => one.startsWith(begins));

describe('a Ledger says', () => {
  const done = end({ next: { type: 'FINALIZE' } });
  test('that a flow has started, and nothing of what comes', () => {
    expect(line([start()], '**Why:**')).toBe('**Why:** The flow has started.');
    expect(line([start()], '**Next:**')).toBe('**Next:** ');
    expect(line([start()], '**Evidence:**', { repository })).toBeUndefined();
  });
  test('where the Check Runs of its end stand', () =>
    expect(line([start(), done], '**Evidence:**', { repository })).toBe(
      `**Evidence:** [Check Runs of 1111111](${repository}/commit/${sha(1)}/checks)`,
    ));
  test('what no fact holds, in its log', () =>
    expect(line([start()], '| | | | |', { notes: ['ledger repaired | well'] })).toBe(
      '| | | | | ledger repaired \\| well |',
    ));
  test.each([
    [digest(''), 'approved: no contract'],
    ['f'.repeat(64), `contract ${'f'.repeat(12)} approved`],
  ])('which contract was approved: %s', (contract, note) =>
    expect(line([start({ contract })], '| 1 |')).toBe(`| 1 | issue-creator | running |  | ${note} |`),
  );
  test.each([
    [100, `running: [run](${repository}/actions/runs/100)`],
    [0, 'running'],
  ])('which run %d holds a hop', (fence, route) =>
    expect(line([start({ fence })], '| 1 |', { repository })).toBe(`| 1 | issue-creator | ${route} |  |  |`),
  );
  test('which hop left no end', () =>
    expect(line([start(), start({ seq: 2 })], '| 1 |')).toBe('| 1 | issue-creator | left no end |  |  |'));
  test('ready only of a pass without a reason', () => {
    expect(flowState(fold([start(), done]))).toBe('ready');
    expect(flowState(fold([start(), { ...done, status: 'fail' }]))).toBe('needs-rework');
    expect(flowState(fold([start(), { ...done, reason: 'stopped' }]))).toBe('needs-rework');
  });
});

describe('a Ledger says of gates', () => {
  const trace = (facts: Fact[]): string | undefined => line([start(), ...facts], '| AC1 ');
  const evidence = (...pairs: readonly [string, string][]) => pairs.map(([key, value]) => ({ key, value }));
  const claimed = end({ acs: ['AC1'] });
  test('which pages, tests and paths a criterion has', () => {
    const own = evidence(
      ['method', 'primary'],
      ['AC1', 'ac1_a'],
      ['AC1 in', 'docs/a.md | src/a.rs'],
      ['changed code', 'no'],
    );
    const others = gate({ gate: 'scope', evidence: evidence(['AC1', 'no']) });
    expect(trace([others, gate({ evidence: own }), claimed])).toBe('| AC1 | docs/a.md | ac1_a | src/a.rs |');
  });
  test('what an older run knew of the whole change', () => {
    const own = evidence(['AC1', 'ac1_a'], ['changed spec', 'docs/a.md'], ['changed code', 'src/a.rs']);
    expect(trace([gate({ evidence: own }), claimed])).toBe('| AC1 | docs/a.md | ac1_a | src/a.rs |');
    expect(trace([claimed])).toBe('| AC1 |  |  |  |');
  });
  const red = (seq: number, head: string, ...gates: string[]) =>
    gates.map((name) => gate({ seq, gate: name, status: 'fail', sha: head }));
  const why = (last: Partial<ReturnType<typeof end>>): string | undefined =>
    line(
      [
        start(),
        ...red(1, sha(1), 'build', 'docs'),
        end({ unavailable: ['mutation', 'fuzz'] }),
        start({ seq: 2, sha: sha(2) }),
        ...red(2, sha(2), 'format', 'lint'),
        end({ seq: 2, sha: sha(2), ...last }),
      ],
      '**Why:**',
    );
  test('what is red, and at an end what was red and did not run', () => {
    const now = '**Why:** Hop 2 issue-creator: pass. Red on the head: format, lint.';
    expect(why({})).toBe(now);
    expect(why({ next: { type: 'FINALIZE' } })).toBe(`${now} Red when last run: build, docs. Not run: mutation, fuzz.`);
  });
  test('nothing of what there is not', () =>
    expect(line([start(), end({ next: { type: 'FINALIZE' } })], '**Why:**')).toBe(
      '**Why:** Hop 1 issue-creator: pass.',
    ));
  test('in a hop those that matter, and what it cost', () => {
    const facts = [
      start(),
      gate({ gate: 'guard' }),
      gate({ gate: 'scope' }),
      gate({ gate: 'build' }),
      end({ summary: 'v1.2 is done.', usage: { engine: 'claude-code', seconds: 3 } }),
    ];
    expect(line(facts, '| 1 |')).toBe(
      '| 1 | issue-creator | NEXT → spec-analyzer | build pass | claude-code: 3 s; v1.2 is done |',
    );
  });
  test('that a flow is paused before its first hop has ended', () =>
    expect(line([start()], '**Paused:**', { hold: holdOf(7, ['flow:pause'], undefined)! })).toMatch(
      /^\*\*Paused:\*\* after hop 0, by the label `flow:pause`\./,
    ));
  test('A-26 nothing but facts when the tables alone are too long', () => {
    const facts = [start(), gate(), end()];
    const required = Array.from({ length: 3_000 }, (_, i) => `a-gate-of-a-registry-${i}`);
    expect(renderLedger(fold(facts), { required })).toBe(
      `<!-- bitnet-flow:ledger flow=generative subject=7 -->\n${encodeBlock(facts, { evidence: 0, texts: 0 })}\n`,
    );
  });
});

test('the comment that a Ledger leaves behind', () =>
  expect(renderPointer('generative', 7, 12)).toBe(
    '<!-- bitnet-flow:ledger-moved flow=generative subject=7 -->\nThe Ledger of generative for this issue lies on #12.\n',
  ));

describe('A-51 a block whose chain holds and whose lines say what they may not', () => {
  const head = { v: 1, flow: 'generative', subject: 7, shas: [sha(1), sha(0)], agents: ['issue-creator'] };
  const blockOf = (...rows: unknown[]): string => {
    let chain = EMPTY_CHAIN;
    const lines = rows.map((row) => {
      const json = JSON.stringify(row);
      chain = digest(`${chain} ${json}`, 16);
      return `${chain} ${json}`;
    });
    return [BLOCK_START, ...lines, BLOCK_END].join('\n');
  };
  const good = ['s', 1, 0, 1, 0, 1, 'feat/7', 100];
  test('a good one is read', () => {
    expect(decodeBlock(blockOf(head, good))).toMatchObject({ intact: true, facts: [start()] });
    expect(decodeBlock(blockOf())).toEqual({ facts: [], chain: EMPTY_CHAIN, intact: false });
  });
  const gate = ['g', 1, 0, 1, 0, 'tests', 0];
  test.each<[string, unknown[]]>([
    ['no head', [null]],
    ['a head that is a word', ['head']],
    ['a head without shas', [{ ...head, shas: 1 }]],
    ['a head without agents', [{ ...head, agents: {} }]],
    ['a line that is no list', [head, { s: 1 }]],
    ['a line of no kind', [head, ['x', 1, 0, 1, 0]]],
    ['a line of no kind that reads like an end', [head, ['x', 1, 0, 1, 0, 0, 'FINALIZE', '', 'x']]],
    ['a start that is too long', [head, [...good, {}, 1]]],
    ['a gate that is too long', [head, [...gate, ['method', 'primary'], {}, 1]]],
    ['an end that is too long', [head, ['e', 1, 0, 1, 0, 0, 'FINALIZE', '', 'x', {}, 1]]],
    ['evidence that is no list', [head, [...gate, 'method']]],
    ['evidence without its value', [head, [...gate, ['method']]]],
    ['an agent that the head does not name', [head, ['s', 1, 9, 1, 0, 1, 'feat/7', 100]]],
    ['a sha that the head does not name', [head, ['s', 1, 0, 1, 9, 1, 'feat/7', 100]]],
    ['a base that the head does not name', [head, ['s', 1, 0, 1, 0, 9, 'feat/7', 100]]],
    ['a status that there is not', [head, ['e', 1, 0, 1, 0, 9, 'FINALIZE', '', 'x']]],
    ['an agent that is a list of a word', [{ ...head, agents: [['issue-creator']] }, good]],
    ['a subject that is a text', [{ ...head, subject: '7' }, good]],
  ])('%s', (_, rows) => expect(decodeBlock(blockOf(...rows))).toMatchObject({ facts: [], intact: false }));
});
