import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import { planControl, type ControlInput, type ControlPlan } from '../../../src/flow/control.ts';
import { nextOf } from '../../../src/flow/successor.ts';
import { end, sha, start } from '../core/facts.ts';
import { flow } from './hops.ts';

const due: Fact[] = [start({ sha: sha(0) }), end()];
const over = (changes: Parameters<typeof end>[0]): Fact[] => [due[0]!, end({ next: { type: 'FINALIZE' }, ...changes })];
const complete = over({});
const stopped = over({ status: 'fail', reason: 'stopped', seen: 50 });
const partial = over({ status: 'fail', reason: 'partial' });

function plan(
  command: ControlInput['command'],
  facts: readonly Fact[],
  changes: Partial<ControlInput> = {},
): ControlPlan {
  const state = fold(facts);
  return planControl({
    command,
    comment: { id: 51, body: `/flow ${command}`, author: 'm', mayWrite: true, edited: false, here: true },
    subject: 7,
    state,
    due: nextOf(flow, state),
    labels: ['flow:generative', 'state:in-progress'],
    variable: undefined,
    running: false,
    start: 'gh workflow run generative.yml --field subject=7',
    ...changes,
  });
}

/** A plan in one line: `+flow:pause`, `-flow:stop resume`, `nothing`. */
function said({ add, remove, dispatch }: ControlPlan): string {
  const parts = [...add.map((label) => `+${label}`), ...remove.map((label) => `-${label}`)];
  return [...parts, ...(dispatch === 'no' ? [] : [dispatch])].join(' ') || 'nothing';
}

const paused = { labels: ['flow:generative', 'flow:pause'] };
const running = { running: true };

describe('planControl', () => {
  test.each<[string, ControlInput['command'], readonly Fact[], Partial<ControlInput>, string, RegExp]>([
    ['pause between hops', 'pause', due, {}, '+flow:pause', /The hop 2 spec-analyzer is due and does not start/],
    ['pause while one runs', 'pause', due, running, '+flow:pause', /The hop that runs ends as it would/],
    ['pause twice', 'pause', due, paused, '+flow:pause', /^Paused\./],
    ['pause before it began', 'pause', [], {}, '+flow:pause', /hop 1 issue-creator is due/],
    ['pause a complete flow', 'pause', complete, {}, 'nothing', /has ended \(ready\): there is nothing to pause/],
    ['pause a stopped flow', 'pause', stopped, {}, 'nothing', /has ended \(needs-rework, stopped\)/],
    ['stop between hops records the end', 'stop', due, {}, '+flow:stop due', /The hop 2 spec-analyzer ends the flow/],
    [
      'stop while one runs leaves it to the next',
      'stop',
      due,
      running,
      '+flow:stop',
      /The hop that runs ends as it would; the next one ends/,
    ],
    ['stop a paused flow', 'stop', due, paused, '+flow:stop due', /^Stopping\./],
    ['stop before it began makes no Ledger', 'stop', [], {}, '+flow:stop', /none begins until/],
    ['stop a complete flow', 'stop', complete, {}, 'nothing', /there is nothing to stop/],
    ['resume a paused flow', 'resume', due, paused, '-flow:pause resume', /^Resumed: hop 2 spec-analyzer starts\.$/],
    [
      'resume both labels',
      'resume',
      due,
      { labels: ['Flow:Pause', 'flow:stop'] },
      '-Flow:Pause -flow:stop resume',
      /^Resumed/,
    ],
    [
      'resume a stopped flow',
      'resume',
      stopped,
      { labels: ['flow:stop'] },
      '-flow:stop resume',
      /^Resumed: issue-creator runs again\.$/,
    ],
    ['resume a lost flow', 'resume', due, {}, 'resume', /^Resumed: hop 2/],
    ['resume while one runs', 'resume', due, { ...running, ...paused }, '-flow:pause', /A hop is running or queued/],
    [
      'resume under the variable',
      'resume',
      due,
      { ...paused, variable: 'true' },
      '-flow:pause',
      /still paused by the repository variable `BITNET_FLOW_PAUSED`\. .* whoever administers/,
    ],
    [
      'resume under the variable for others',
      'resume',
      due,
      { ...paused, variable: '8' },
      '-flow:pause resume',
      /^Resumed/,
    ],
    [
      'resume a complete flow',
      'resume',
      complete,
      paused,
      '-flow:pause',
      /ended \(ready\): there is nothing to resume/,
    ],
    [
      'resume a partial flow',
      'resume',
      partial,
      paused,
      '-flow:pause',
      /ended \(needs-rework, partial\): A required gate stays red/,
    ],
    [
      'resume what never began',
      'resume',
      [],
      {},
      'nothing',
      /No flow has begun here\. `gh workflow run generative\.yml --field subject=7` starts one/,
    ],
    [
      'resume what was paused before it began',
      'resume',
      [],
      paused,
      '-flow:pause resume',
      /hop 1 issue-creator starts/,
    ],
    ['a person\u2019s own command needs no comment', 'resume', stopped, { comment: undefined }, 'due', /^Resumed/],
  ])('%s', (_, command, facts, changes, expected, answer) => {
    const got = plan(command, facts, changes);
    expect(said(got)).toBe(expected);
    expect(got.answer).toMatch(answer);
  });

  test('A-58 a comment from before the end is told so, and dispatches nothing', () => {
    const old = { id: 49, body: '/flow resume', author: 'm', mayWrite: true, edited: false, here: true };
    const got = plan('resume', stopped, { comment: old });
    expect(said(got)).toBe('nothing');
    expect(got.answer).toBe(
      'This does not resume the flow: comment 49 is older than the end it would lift. A new comment does.',
    );
  });

  test('A-58 a comment that was used is not used again', () => {
    const again = [
      ...stopped,
      start({ seq: 2, resume: 51 }),
      end({ seq: 2, status: 'fail', reason: 'scope', next: { type: 'FINALIZE' } }),
    ];
    expect(said(plan('resume', again))).toBe('nothing');
  });

  test('A-1 A-24 no answer repeats what a person wrote', () => {
    const comment = {
      id: 51,
      body: '/flow resume\n$(id) @team #1 <!-- x -->',
      author: '@evil',
      mayWrite: true,
      edited: false,
      here: true,
    };
    for (const command of ['pause', 'resume', 'stop'] as const) {
      for (const facts of [[], due, stopped, partial, complete]) {
        expect(plan(command, facts, { comment }).answer).not.toMatch(/\$\(|@|#1|<!--|evil/);
      }
    }
  });
});
