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

describe('the whole state', () => {
  const approved = (seq: number, more: object) => start({ seq, fence: 100 + seq, base: sha(seq + 4), ...more });

  test('of nothing', () => {
    expect(fold([])).toEqual({
      ...{ flow: undefined, subject: undefined, facts: [], hops: [], gates: new Map(), head: undefined },
      ...{ base: undefined, branch: undefined, contract: undefined, requires: [], pr: undefined, acs: [] },
      ...{ partial: false, last: undefined },
    });
  });

  test('of three hops: the last approval and the last base count, the first branch, and ends that say nothing new change nothing', () => {
    const facts = [
      approved(1, { contract: 'a'.repeat(64), requires: ['cpu:import'] }),
      gate({ sha: sha(2) }),
      end({ acs: ['AC1'], pr: 9, sha: sha(2) }),
      approved(2, { contract: 'b'.repeat(64), requires: ['cpu:smoke'], branch: 'feat/other' }),
      end({ seq: 2, sha: sha(3) }),
      approved(3, { sha: sha(3) }),
    ];
    expect(fold(facts)).toEqual({
      ...{ flow: 'generative', subject: 7, facts, head: sha(3), base: sha(7), branch: 'feat/7' },
      hops: [
        { seq: 1, attempt: 1, agent: 'issue-creator', starts: [facts[0]], gates: [facts[1]], end: facts[2] },
        { seq: 2, attempt: 1, agent: 'issue-creator', starts: [facts[3]], gates: [], end: facts[4] },
        { seq: 3, attempt: 1, agent: 'issue-creator', starts: [facts[5]], gates: [], end: undefined },
      ],
      gates: new Map([[gateKey('tests', sha(2)), facts[1]]]),
      ...{ contract: 'b'.repeat(64), requires: ['cpu:smoke'], pr: 9, acs: ['AC1'], partial: false, last: facts[4] },
    });
    expect(fold([approved(1, { contract: 'a'.repeat(64) })]).requires).toEqual([]);
  });

  test('starts of one hop stand by their fences as numbers, all else by its id', () => {
    const fences = [99, 1000, 100].map((fence) => start({ fence }));
    const named = (['tests', 'build', 'docs', 'clippy', 'format'] as const).map((name) => gate({ gate: name }));
    const facts = fold([...named, ...fences]).facts;
    expect(facts.slice(0, 3)).toEqual([fences[0], fences[2], fences[1]]);
    expect(facts.slice(3).map(factId)).toEqual(named.map(factId).sort());
  });

  test('of two bodies that say as much the one whose text comes first counts, in either order', () => {
    const [lesser, greater] = [11, 12].map((n) => gate({ evidence: [{ key: 'cargo test', value: `${n}/12 pass` }] }));
    for (const facts of [
      [lesser!, greater!],
      [greater!, lesser!],
    ])
      expect(fold(facts).facts).toEqual([lesser]);
    const long = start({ contract: 'a'.repeat(64) });
    for (const facts of [
      [long, start()],
      [start(), long],
    ])
      expect(fold(facts).facts).toEqual([long]);
  });

  test.each([
    ['pass', 'fail'],
    ['fail', 'pass'],
  ] as const)('one agent says %s and another %s of the same attempt: the gate failed', (a, b) => {
    const facts = [gate({ agent: 'a', status: a }), gate({ agent: 'b', status: b })];
    expect(fold(facts).gates.get(gateKey('tests', sha(1)))!.status).toBe('fail');
  });
});
