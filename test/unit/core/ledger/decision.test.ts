import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../../src/core/fold.ts';
import { holdOf } from '../../../../src/core/hold.ts';
import { ASKS, askOf, isResumable } from '../../../../src/core/ledger/asks.ts';
import { renderLedger, type LedgerView } from '../../../../src/core/ledger/render.ts';
import { END_REASONS } from '../../../../src/core/verdict.ts';
import { end, start } from '../facts.ts';

const view: LedgerView = { required: [] };
const decisionOf = (facts: Parameters<typeof fold>[0], changes: Partial<LedgerView> = {}): string =>
  /<!-- decision:start -->\n([\s\S]*)\n<!-- decision:end -->/.exec(
    renderLedger(fold(facts), { ...view, ...changes }),
  )![1]!;

describe('a flow that needs a person says what it asks', () => {
  test.each(END_REASONS)('I5 %s', (reason) => {
    const decision = decisionOf([start(), end({ status: 'fail', reason, next: { type: 'FINALIZE' } })]);
    const line = decision.split('\n').find((text) => text.startsWith('**Ask:** '))!;
    expect(line).toBe(`**Ask:** ${askOf(reason)}`);
    expect(line).toContain(ASKS[reason].what);
    expect(line).toMatch(isResumable(reason) ? / Then comment `\/flow resume`\.$/ : /finish on its branch by hand\.$/);
  });

  test('I5 an end for a reason that has no question of its own asks too', () => {
    const decision = decisionOf([start(), end({ status: 'fail', reason: 'timeout', next: { type: 'FINALIZE' } })]);
    expect(decision).toMatch(/^\*\*Ask:\*\* The flow ended without all it needs\./m);
  });

  test.each([
    ['one that goes on', end()],
    ['one that is complete', end({ next: { type: 'FINALIZE' } })],
  ])('%s asks nothing', (_, last) => expect(decisionOf([start(), last])).not.toContain('**Ask:**'));

  test('every question is one line of plain words, short enough to be read', () => {
    for (const { what } of Object.values(ASKS)) expect(what).toMatch(/^[A-Z][^\n|<>@#]{20,240}[.]$/);
  });
});

describe('a flow that is paused', () => {
  const hold = holdOf(7, ['flow:pause'], undefined);

  test('says by what, after which hop, and what lets it go on', () => {
    const decision = decisionOf([start(), end()], { hold });
    expect(decision).toContain('**Next:** spec-analyzer\n');
    expect(decision).toContain(
      '**Paused:** after hop 1, by the label `flow:pause`. Comment `/flow resume`, or remove the label.',
    );
  });

  test('I6 equal facts and an equal pause give equal bytes, and the pause is no fact', () => {
    const facts = [start(), end()];
    const [paused, again] = [0, 1].map(() => renderLedger(fold(facts), { ...view, hold }));
    expect(paused).toBe(again);
    const block = (body: string): string => body.slice(body.indexOf('<!-- facts:v1'));
    expect(block(paused!)).toBe(block(renderLedger(fold(facts), view)));
  });

  test('a flow that has ended is not paused', () => {
    expect(decisionOf([start(), end({ next: { type: 'FINALIZE' } })], { hold })).not.toContain('**Paused:**');
  });
});
