import { describe, expect, test } from '@jest/globals';
import {
  mutationScore,
  noReport,
  notScore,
  tallyMutants,
  type Mutant,
  type MutantState,
} from '../../../../src/core/mutation/report.ts';

const mutants = (counts: Partial<Record<MutantState, number>>): Mutant[] =>
  Object.entries(counts).flatMap(([state, n]) =>
    Array.from({ length: n }, () => ({ path: 'a.rs', line: 1, endLine: 1, what: 'w', state: state as MutantState })),
  );
const RULES = { minimumShare: 75, minimumSample: 20 };

test('a run that cannot be trusted holds no mutant', () => {
  expect(noReport('cut')).toEqual({ problem: 'cut', mutants: [] });
});

test('a tally has every state', () => {
  expect(tallyMutants(mutants({ caught: 2, missed: 1, unviable: 3 }))).toEqual({
    caught: 2,
    missed: 1,
    timeout: 0,
    unviable: 3,
    ignored: 0,
    untested: 0,
    all: 6,
  });
});

test.each<[Partial<Record<MutantState, number>>, number | undefined]>([
  [{ caught: 2, missed: 1 }, 66],
  [{ caught: 3 }, 100],
  [{ missed: 3 }, 0],
  [{ timeout: 3, unviable: 1 }, undefined],
])('the score of %j is %s', (counts, score) => expect(mutationScore(tallyMutants(mutants(counts)))).toBe(score));

describe('what is no score', () => {
  test.each<[Partial<Record<MutantState, number>>, string | undefined]>([
    [{ caught: 1 }, undefined],
    [{ timeout: 2 }, 'all 2 mutants timed out'],
    [{ unviable: 2 }, 'all 2 mutants do not compile'],
    [{ ignored: 1 }, 'all 1 mutants are left out'],
    [{ untested: 3 }, 'all 3 mutants are untested'],
    [{ untested: 3, timeout: 1 }, 'no test answered any of 4 mutants'],
    [{ caught: 1, unviable: 19 }, '19 of 20 mutants do not compile'],
    [{ caught: 1, unviable: 9 }, undefined],
    [{ caught: 1, unviable: 10 }, '10 of 11 mutants do not compile'],
    [{ caught: 1, unviable: 8 }, undefined],
    [{ caught: 3, timeout: 1 }, undefined],
    [{ caught: 74, untested: 26 }, 'only 74% of 100 mutants were answered by tests, at least 75% are needed'],
    [
      { caught: 37, missed: 37, ignored: 26, unviable: 5 },
      'only 74% of 100 mutants were answered by tests, at least 75% are needed',
    ],
    [{ caught: 75, timeout: 25, unviable: 5 }, undefined],
  ])('%j: %s', (counts, problem) => expect(notScore({ mutants: mutants(counts) }, RULES)).toBe(problem));

  test('ten mutants are many', () => {
    const few = { caught: 1, unviable: 8 };
    expect(notScore({ mutants: mutants({ ...few, unviable: 9 }) }, RULES)).toBeUndefined();
    expect(notScore({ mutants: mutants({ caught: 1, unviable: 99 }) }, RULES)).toBe('99 of 100 mutants do not compile');
    expect(notScore({ mutants: mutants({ caught: 2, unviable: 18 }) }, RULES)).toBeUndefined();
  });

  test('a part must have answered enough, unless it is the whole', () => {
    const part = (caught: number, of: number) =>
      notScore({ mutants: mutants({ caught }), shard: { index: 1, of } }, RULES);
    expect(part(19, 2)).toBe('a sample of 19 mutants, at least 20 are needed');
    expect([part(20, 2), part(19, 1)]).toEqual([undefined, undefined]);
  });
});
