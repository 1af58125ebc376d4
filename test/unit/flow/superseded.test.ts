import { describe, expect, test } from '@jest/globals';
import type { EndFact, Fact } from '../../../src/core/fact.ts';
import { isSuperseded } from '../../../src/flow/superseded.ts';
import { end, sha, start } from '../core/facts.ts';
import { makeHop } from '../runtime/flow/hop.ts';

const hop = makeHop({ seq: 2, agent: 'spec-analyzer', fence: 200 });
const begun = (fence: number): Fact => start({ seq: 2, agent: 'spec-analyzer', fence });
const ended = (changes: Partial<EndFact> = {}): EndFact =>
  end({ seq: 2, agent: 'spec-analyzer', next: { type: 'NEXT', agent: 'issue-finalizer' }, ...changes }) as EndFact;

describe('I5 the first end that is recorded stands', () => {
  test.each<[string, readonly Fact[], EndFact, boolean]>([
    ['the hop has not ended', [begun(200)], ended(), false],
    ['another run has begun it and not ended', [begun(200), begun(300)], ended(), false],
    ['the run finds its own end and finishes what it owes', [begun(200), ended()], ended(), false],
    [
      'its own end with other words around it',
      [begun(200), ended({ summary: 'x' })],
      ended({ advisories: ['y'] }),
      false,
    ],
    ['another run took it over and ended it', [begun(200), begun(300), ended()], ended(), true],
    ['a run before it ended it after all', [begun(100), ended()], ended(), true],
    ['its own run, started again, decides otherwise', [begun(200), ended({ status: 'fail' })], ended(), true],
    ['its own run, started again, made another commit', [begun(200), ended({ sha: sha(9) })], ended(), true],
    ['an end of another hop', [begun(200), ended({ seq: 3 })], ended(), false],
  ])('%s', (_, known, own, superseded) => {
    expect(isSuperseded(hop, own, known)).toBe(superseded);
  });
});
