import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { factId, type Fact, type GateFact } from '../../../src/core/fact.ts';
import { fold, gateKey, traversals, unite } from '../../../src/core/fold.ts';
import { worst, VERDICTS } from '../../../src/core/verdict.ts';
import { end, factSets, gate, sha, start } from './facts.ts';

const shuffled = (facts: Fact[]) =>
  fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }));

describe('fold', () => {
  test('is free of order', () => {
    fc.assert(
      fc.property(factSets.chain(shuffled), ([facts, other]) => expect(fold(other)).toEqual(fold(facts))),
      { numRuns: 200 },
    );
  });

  test('is idempotent, and may be split and merged anywhere', () => {
    fc.assert(
      fc.property(factSets, factSets, (a, b) => {
        const whole = fold([...a, ...b]);
        expect(fold(unite(a, b, a, whole.facts))).toEqual(whole);
        expect(fold(unite(fold(a).facts, fold(b).facts))).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });

  test('I1: no fact that was put in ever leaves', () => {
    fc.assert(
      fc.property(factSets, factSets, (a, b) => {
        const ids = new Set(fold([...a, ...b]).facts.map(factId));
        for (const fact of [...a, ...b]) expect(ids.has(factId(fact))).toBe(true);
      }),
    );
  });

  test('I4: a status improves only through a newer fact', () => {
    fc.assert(
      fc.property(factSets, factSets, (a, b) => {
        const before = fold(a);
        const after = fold([...a, ...b]);
        for (const [key, old] of before.gates) {
          const now = after.gates.get(key)!;
          if (worst(now.status, old.status) === old.status && now.status !== old.status) {
            expect(now.seq > old.seq || (now.seq === old.seq && now.attempt > old.attempt)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(VERDICTS.flatMap((a) => VERDICTS.map((b) => [a, b] as const)))(
    'two bodies under one id: %s and %s give the worse',
    (a, b) => {
      const reason = (status: string) => (status === 'skipped' ? { reason: 'missing-tool' as const } : {});
      const facts = [gate({ status: a, ...reason(a) }), gate({ status: b, ...reason(b) })];
      const key = gateKey('tests', sha(1));
      expect(fold(facts).gates.get(key)!.status).toBe(worst(a, b));
      expect(fold([...facts].reverse()).gates.get(key)!.status).toBe(worst(a, b));
    },
  );

  test('a tie between two agents gives the worse as well', () => {
    const facts = [gate({ agent: 'a', status: 'pass' }), gate({ agent: 'b', status: 'fail' })];
    expect(fold(facts).gates.get(gateKey('tests', sha(1)))!.status).toBe('fail');
  });

  test.each<[string, Partial<GateFact>, Partial<GateFact>, string]>([
    ['a later hop', { seq: 1, status: 'fail' }, { seq: 2, status: 'pass' }, 'pass'],
    ['a later attempt', { attempt: 1, status: 'fail' }, { attempt: 2, status: 'pass' }, 'pass'],
    ['seq before attempt', { seq: 2, attempt: 1, status: 'pass' }, { seq: 1, attempt: 3, status: 'fail' }, 'pass'],
  ])('the highest (seq, attempt) counts: %s', (_, a, b, status) => {
    expect(fold([gate(b), gate(a)]).gates.get(gateKey('tests', sha(1)))!.status).toBe(status);
  });

  test('a copy that lost its evidence never wins over the whole one', () => {
    const whole = gate();
    const bare = gate({ evidence: [] });
    expect(fold([bare, whole]).facts).toEqual([whole]);
    expect(fold([whole, bare]).facts).toEqual([whole]);
  });

  test('reads head, base, branch, PR, criteria and the sticky partial end', () => {
    const state = fold([
      start(),
      end({ acs: ['AC1'], sha: sha(2) }),
      start({ seq: 2, fence: 101, sha: sha(2), base: sha(5) }),
      end({ seq: 2, reason: 'partial', sha: sha(3), pr: 9 }),
      start({ seq: 3, fence: 102, sha: sha(3), base: sha(5), branch: 'feat/other' }),
    ]);
    expect(state).toMatchObject({
      head: sha(3),
      base: sha(5),
      branch: 'feat/7',
      pr: 9,
      acs: ['AC1'],
      partial: true,
      last: { seq: 2 },
    });
    expect(fold([])).toMatchObject({ flow: undefined, head: undefined, partial: false, facts: [] });
  });

  test('counts the traversals of an edge, without redos', () => {
    const next = { type: 'NEXT', agent: 'b' } as const;
    const state = fold([
      end({ seq: 1, agent: 'a', next }),
      end({ seq: 3, agent: 'a', next }),
      end({ seq: 4, agent: 'a', next, status: 'skipped', reason: 'stale-head' }),
      end({ seq: 5, agent: 'c', next }),
    ]);
    expect(traversals(state, 'a', 'b')).toBe(2);
    expect(traversals(state, 'a', undefined)).toBe(0);
  });
});
