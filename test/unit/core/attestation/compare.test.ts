import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Attestation, PerfStatement } from '../../../../src/core/attestation/attestation.ts';
import { compareAttestation } from '../../../../src/core/attestation/compare.ts';
import { observe, type Around } from '../../../../src/core/attestation/observed.ts';
import { recompute, withinBudget } from '../../../../src/core/attestation/recompute.ts';
import type { Fact } from '../../../../src/core/fact.ts';
import { fold } from '../../../../src/core/fold.ts';
import { factSets, gate, sha } from '../facts.ts';
import { BASE, facts, HEAD, OLDER, perfFact, record, tierB } from './attestations.ts';

const seen = (more: readonly Fact[] = [], around: Around = {}) => observe(fold([...facts, ...more]), around)!;
const honest = recompute(seen());
const withPerf = recompute(seen([perfFact()]));
const mismatches = (stated: Attestation, observed = seen()) =>
  compareAttestation(stated, observed).map(({ field, stated: said, computed }) => `${field}: ${said} is ${computed}`);
const perf = (changes: Partial<PerfStatement>): Attestation => ({
  ...withPerf,
  perf: { ...withPerf.perf!, ...changes },
});
const tierA = (...gates: string[]): Attestation => ({ ...honest, gatesPassed: { tierA: gates, tierB: [] } });

test('what the facts give: head, base, the gates that passed on the head in the order of the vocabulary', () => {
  expect(honest).toEqual({
    key: 'flow_pr',
    issue: '7',
    baselineSha: BASE,
    prSha: HEAD,
    gatesPassed: { tierA: ['format', 'tests'], tierB: [] },
  });
  expect(withPerf.gatesPassed).toEqual({ tierA: ['format', 'tests'], tierB: ['perf'] });
  expect(withPerf.perf).toMatchObject({
    baseline: '100',
    result: '104',
    deltaPct: '4',
    budgetPct: '5',
    status: 'pass',
  });
});

test('whatever the facts are, what is computed from them holds', () => {
  fc.assert(
    fc.property(factSets, (set) => {
      const observed = observe(fold(set));
      if (observed !== undefined) expect(compareAttestation(recompute(observed), observed)).toEqual([]);
    }),
  );
});

test('saying less gates than passed is no mismatch', () => {
  expect(mismatches(tierA('tests'))).toEqual([]);
  expect(mismatches(tierA())).toEqual([]);
});

describe('A-54 a forged attestation', () => {
  test.each<[string, Attestation, string[]]>([
    ['pr_sha of an earlier commit', { ...honest, prSha: OLDER }, [`flow_pr.pr_sha: ${OLDER} is ${HEAD}`]],
    ['pr_sha of a foreign commit', { ...honest, prSha: sha('9') }, [`flow_pr.pr_sha: ${sha('9')} is ${HEAD}`]],
    ['another base', { ...honest, baselineSha: OLDER }, [`flow_pr.baseline_sha: ${OLDER} is ${BASE}`]],
    ['another issue', { ...honest, issue: '8' }, ['flow_pr.issue: 8 is 7']],
    ['a zero in front of the issue', { ...honest, issue: '07' }, ['flow_pr.issue: 07 is 7']],
    ['a risk that no contract says', { ...honest, risk: 'cold' }, ['flow_pr.risk: cold is none']],
    ['a red gate', tierA('tests', 'build'), ['gates_passed.tier_a: build is fail']],
    ['a skipped gate', tierA('fuzz'), ['gates_passed.tier_a: fuzz is skipped (missing-tool)']],
    ['a gate that passed on an older commit', tierA('clippy'), ['gates_passed.tier_a: clippy is pass on ccccccc']],
    ['a gate that never ran', tierA('mutation'), ['gates_passed.tier_a: mutation is not observed']],
    ['a gate that there is not', tierA('gpu:all'), ['gates_passed.tier_a: gpu:all is not observed']],
    [
      'tier_b filled in by its author',
      { ...honest, gatesPassed: { tierA: [], tierB: ['tests', 'gpu:bench'] } },
      ['gates_passed.tier_b: tests is pass in Tier A', 'gates_passed.tier_b: gpu:bench is not observed'],
    ],
    ['perf filled in by its author', { ...honest, perf: withPerf.perf! }, ['perf.status: pass is not observed']],
    [
      'the block of another commit, copied whole',
      { ...recompute(seen()), prSha: OLDER, gatesPassed: { tierA: ['clippy'], tierB: [] } },
      [`flow_pr.pr_sha: ${OLDER} is ${HEAD}`, 'gates_passed.tier_a: clippy is pass on ccccccc'],
    ],
  ])('%s is named', (_, stated, found) => {
    expect(mismatches(stated)).toEqual(found);
  });

  test.each<[string, Attestation, string[]]>([
    [
      'a pass with a failing delta',
      perf({ result: '106', deltaPct: '6' }),
      ['perf.result: 106 is 104', 'perf.status: pass is fail'],
    ],
    ['a delta that the numbers do not give', perf({ deltaPct: '1' }), ['perf.delta_pct: 1 is 4']],
    ['a delta with the wrong sign', perf({ deltaPct: '-4' }), ['perf.delta_pct: -4 is 4']],
    ['a budget made larger', perf({ budgetPct: '50' }), ['perf.budget_pct: 50 is 5']],
    ['another metric', perf({ metric: 'watts' }), ['perf.metric: watts is step_ms']],
    ['another gate', perf({ gate: 'perf' }), ['perf.gate: perf is perf:baseline_delta']],
    ['another verdict', perf({ status: 'inconclusive' }), ['perf.status: inconclusive is pass']],
    ['a comparison left out', { ...withPerf, perf: undefined } as unknown as Attestation, ['perf: none is pass']],
    ['the same numbers in longer words hold', perf({ baseline: '100.00', deltaPct: '4.000' }), []],
    ['a rounded delta holds', perf({ deltaPct: '4.0' }), []],
  ])('perf: %s', (_, stated, found) => {
    expect(mismatches(stated, seen([perfFact()]))).toEqual(found);
  });

  test('a pass that a fact records beyond its budget is computed to be a fail', () => {
    const observed = seen([perfFact({ result: '105.1' })]);
    expect(recompute(observed).perf).toMatchObject({ deltaPct: '5.1', status: 'fail' });
    expect(mismatches(perf({ result: '105.1', deltaPct: '5.1' }), observed)).toEqual(['perf.status: pass is fail']);
  });

  test('a gate of Tier B on an older commit does not fill tier_b', () => {
    const observed = seen([tierB({ sha: OLDER })], { head: HEAD });
    expect(recompute(observed).gatesPassed.tierB).toEqual([]);
    expect(mismatches({ ...honest, gatesPassed: { tierA: [], tierB: ['benchmarks'] } }, observed)).toEqual([
      'gates_passed.tier_b: benchmarks is pass on ccccccc',
    ]);
  });

  test('the contract gives issue and risk, a clone or a host gives head and merge base', () => {
    const observed = seen([], { contract: { issue: '03a', risk: 'hot' }, head: OLDER, mergeBase: sha('5') });
    expect(recompute(observed)).toEqual({
      key: 'flow_pr',
      issue: '03a',
      risk: 'hot',
      baselineSha: sha('5'),
      prSha: OLDER,
      gatesPassed: { tierA: ['clippy'], tierB: [] },
    });
    expect(mismatches(honest, observed)).toHaveLength(6);
  });

  test('a head that moved behind the facts leaves no gate passed', () => {
    expect(recompute(seen([], { head: sha('9') })).gatesPassed).toEqual({ tierA: [], tierB: [] });
  });
});

describe('A-37 what cannot be counted is no pass', () => {
  test.each(['412/411 pass', '0/0', '0/0 pass', '-1/5', '5/-5 pass', '1/0'])('%s', (value) => {
    const odd = gate({
      seq: 3,
      sha: HEAD,
      gate: 'tests',
      evidence: [
        { key: 'cargo test', value },
        { key: 'method', value: 'primary' },
      ],
    });
    const observed = seen([odd]);
    expect(recompute(observed).gatesPassed.tierA).toEqual(['format']);
    expect(mismatches(honest, observed)).toEqual(['gates_passed.tier_a: tests is no pass']);
  });

  test.each(['411/411 pass', '0/3 more', '11/12 pass, 1 ignored', '2026/11/20', 'a 3/2 split', '1/0.5'])(
    '%s is taken',
    (value) => {
      const plain = gate({
        seq: 3,
        sha: HEAD,
        gate: 'tests',
        evidence: [
          { key: 'said', value },
          { key: 'method', value: 'primary' },
        ],
      });
      expect(recompute(seen([plain])).gatesPassed.tierA).toContain('tests');
    },
  );

  test('a comparison whose baseline is 0 or below is none', () => {
    for (const baseline of ['0', '0.0', '-5', 'NaN', '1e3', '']) {
      expect(recompute(seen([perfFact({ baseline })])).perf).toBeUndefined();
    }
  });
});

describe('budgets', () => {
  test.each<[string, string, string, 'higher' | 'lower', boolean]>([
    ['100', '105', '5', 'lower', true],
    ['100', '105.000000001', '5', 'lower', false],
    ['100', '95', '5', 'higher', true],
    ['100', '94.999999999', '5', 'higher', false],
    ['100', '1', '5', 'lower', true],
    ['100', '900', '5', 'higher', true],
    ['3', '2.85', '5', 'higher', true],
    ['0.000000003', '0.000000004', '33.333333333', 'lower', false],
    ['100', '90', '-10', 'lower', true],
    ['100', '90.1', '-10', 'lower', false],
  ])('%s to %s with %s %%, %s is better: %s', (baseline, result, budgetPct, direction, within) => {
    expect(withinBudget({ baseline, result, budgetPct }, direction)).toBe(within);
  });

  test('the direction comes from what was observed', () => {
    expect(recompute(seen([perfFact({ direction: 'higher', result: '94' })])).perf).toMatchObject({
      status: 'fail',
      deltaPct: '-6',
    });
    expect(record.direction).toBe('lower');
  });
});
