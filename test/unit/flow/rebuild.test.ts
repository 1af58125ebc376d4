import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../src/core/fold.ts';
import type { Restored } from '../../../src/flow/copies.ts';
import { rebuildAnswer, type RebuildOutcome } from '../../../src/flow/rebuild.ts';
import { end, gate, start } from '../core/facts.ts';

const facts = [start(), gate(), end()];
const restored = (from: readonly ('ledger' | 'checks')[][], lost: string[] = []): Restored => ({
  state: fold(facts),
  facts: facts.map((fact, index) => ({ fact, from: from[index]! })),
  lost,
});
const checks = [['checks'], ['checks'], ['checks']] as const;
const both = [['ledger'], ['ledger', 'checks'], ['ledger', 'checks']] as const;
const of = (copies: readonly (readonly ('ledger' | 'checks')[])[], lost?: string[]): Restored =>
  restored(
    copies.map((from) => [...from]),
    lost,
  );
const url = 'https://host/issues/7#5';

describe('rebuildAnswer', () => {
  test.each<[string, RebuildOutcome, string]>([
    [
      'a hop runs',
      { kind: 'running', run: { id: 9, title: '7/2/1 spec-analyzer', url: 'https://host/runs/9' } },
      'Not restored: run 9 of this flow is not over, and a Ledger has one writer. Comment `/flow rebuild` again when it has ended.',
    ],
    ['nothing is left', { kind: 'nothing' }, 'Not restored: no copy holds a fact of this flow.'],
    [
      'a Ledger that was deleted',
      { kind: 'written', restored: of(checks), url },
      `[The Ledger](${url}) is restored: 3 facts of 1 hop, all of them from Check Runs alone.`,
    ],
    [
      'a Ledger that lost a line',
      { kind: 'written', restored: of([['ledger'], ['checks'], ['ledger', 'checks']]), url },
      `[The Ledger](${url}) is restored: 3 facts of 1 hop, 1 of them from Check Runs alone.`,
    ],
    [
      'a second Ledger that was folded in',
      { kind: 'written', restored: of(both), url: '' },
      'The Ledger is restored: 3 facts of 1 hop.',
    ],
    [
      'a Ledger that is whole',
      { kind: 'unchanged', restored: of(both), url },
      `[The Ledger](${url}) holds all that its copies tell, 3 facts of 1 hop: nothing was to be restored.`,
    ],
  ])('%s', (_, outcome, said) => expect(rebuildAnswer(outcome)).toBe(said));

  test('what no copy tells any more is named, as inert text (A-24)', () => {
    const lost = ['every fact of hop 2', 'how hop <b>@team #1 ended'];
    const text = rebuildAnswer({ kind: 'written', restored: of(checks, lost), url });
    expect(text.split('\n').slice(1, 5)).toEqual(['', 'No copy tells any more:', '', '- every fact of hop 2']);
    expect(text).not.toMatch(/<b>|@team|#1/);
  });
});
