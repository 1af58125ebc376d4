import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EndFact, Fact, GateFact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import { replay } from '../../../src/flow/replay.ts';
import { BUILT, flow, profile } from './hops.ts';
import { picks, walk, type Pick } from './walk.ts';

const again = (facts: readonly Fact[]) => replay({ facts, flow, profile, built: BUILT });
const wrong = (facts: readonly Fact[]) =>
  again(facts).flatMap(({ record, outcome, differences }) =>
    outcome === 'same' || outcome === 'running'
      ? []
      : [{ hop: `${record.seq}.${record.attempt} ${record.agent}`, outcome, differences }],
  );

describe('replay', () => {
  test('the facts of any flow, decided again by the same code, give the same decisions bit for bit', () => {
    const seen = { hops: 0, reasons: new Set<string>() };
    fc.assert(
      fc.property(picks, (pick) => {
        const facts = walk(pick);
        for (const fact of facts) if (fact.kind === 'end') seen.reasons.add(fact.reason ?? fact.next.type);
        seen.hops += facts.filter((fact) => fact.kind === 'end').length;
        expect(wrong(facts)).toEqual([]);
      }),
      { numRuns: 50, seed: 3 },
    );
    // The walk is worth something only when it has been everywhere.
    expect(seen.hops).toBeGreaterThan(900);
    expect([...seen.reasons].sort()).toEqual(
      expect.arrayContaining([
        'NEXT',
        'FINALIZE',
        'agent-failed',
        'stale-head',
        'scope',
        'partial',
        'head-unstable',
        'pr-refused',
      ]),
    );
  });

  const forge = (fact: Fact, pick: Pick): Fact | undefined => {
    if (fact.kind === 'start')
      return fact.redo === undefined ? { ...fact, redo: 1 } : { ...fact, return: 'pr-publisher' };
    if (fact.kind === 'gate')
      return computed(fact) ? { ...fact, status: fact.status === 'pass' ? 'fail' : 'pass' } : undefined;
    const { reason: _, ...bare } = fact;
    const changes: readonly EndFact[] = [
      { ...fact, status: fact.status === 'pass' ? 'fail' : 'pass' },
      { ...fact, next: fact.next.agent === undefined ? { type: 'NEXT', agent: 'pr-publisher' } : { type: 'FINALIZE' } },
      { ...fact, acs: ['AC9'] },
      ...(fact.agent === 'pr-publisher' && fact.reason !== 'pr-refused' ? [] : [{ ...fact, pr: 77 }]),
      fact.reason === undefined ? { ...fact, reason: 'partial' } : (bare as EndFact),
      { ...fact, plan: 'Nothing to do' },
    ];
    return changes[pick(changes.length)];
  };
  // The number that a publisher found or was given is the host's word.
  // A forged list of gates that nobody builds and criteria of the agent that fixes them are the agent's to name.
  const agents = (fact: Fact): boolean =>
    fact.kind === 'end' && (fact.agent === flow.criteria || fact.unavailable !== undefined);
  const computed = (fact: GateFact): boolean => fact.gate === 'impl' || fact.gate === 'required';

  test('a forged decision is found: at its own hop or where the flow then goes', () => {
    const decided = (fact: Fact): boolean => !agents(fact) && (fact.kind !== 'gate' || computed(fact));
    fc.assert(
      fc.property(picks, (pick) => {
        const facts = fold(walk(pick)).facts;
        const places = facts.flatMap((fact, index) => (decided(fact) ? [index] : []));
        const index = places[pick(places.length)]!;
        const change = forge(facts[index]!, pick)!;
        const found = wrong(facts.with(index, change));
        expect({ change, found: found.length > 0 }).toEqual({ change, found: true });
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  test('the number of a pull request is the host’s word in any end of a publisher, but for one that says that it was refused', () => {
    const seen = { refused: 0, other: 0 };
    for (const pick of fc.sample(picks, { numRuns: 40, seed: 5 })) {
      const facts = fold(walk(pick)).facts;
      const at = facts.findIndex((fact) => fact.kind === 'end' && fact.agent === 'pr-publisher');
      const end = facts[at] as EndFact | undefined;
      if (end === undefined || (end.status === 'pass' && end.reason === undefined)) continue;
      const told = [...facts.slice(0, at), { ...end, pr: 77 }];
      const refused = end.reason === 'pr-refused';
      seen[refused ? 'refused' : 'other']++;
      expect(wrong(told).flatMap(({ differences }) => differences)).toEqual(
        refused ? [{ at: 'end pr', recorded: '77', computed: 'none' }] : [],
      );
    }
    expect(Math.min(seen.refused, seen.other)).toBeGreaterThan(0);
  });

  test('a fact that was taken away is missed', () => {
    fc.assert(
      fc.property(picks, (pick) => {
        const facts = fold(walk(pick)).facts;
        const last = facts.findLastIndex((fact) => fact.kind === 'end');
        const ends = facts.flatMap((fact, index) => (fact.kind === 'end' && index < last ? [index] : []));
        if (ends.length === 0) return;
        expect(wrong(facts.toSpliced(ends[pick(ends.length)]!, 1))).not.toEqual([]);
      }),
      { numRuns: 10, seed: 4 },
    );
  });
});
