import { describe, expect, test } from '@jest/globals';
import type { Attestation, PerfStatement } from '../../../../src/core/attestation/attestation.ts';
import { compareAttestation, type Mismatch } from '../../../../src/core/attestation/compare.ts';
import { impossibleCount, observe, type Around, type Observed } from '../../../../src/core/attestation/observed.ts';
import { perfEvidence, readPerfRecord } from '../../../../src/core/attestation/perf-record.ts';
import { changeOf, recompute, withinBudget } from '../../../../src/core/attestation/recompute.ts';
import type { Fact } from '../../../../src/core/fact.ts';
import { fold } from '../../../../src/core/fold.ts';
import { gate, sha, start } from '../facts.ts';
import { BASE, facts, HEAD, OLDER, perfFact, record, tierB } from './attestations.ts';

const seen = (more: readonly Fact[] = [], around: Around = {}): Observed => observe(fold([...facts, ...more]), around)!;
const honest = recompute(seen());
const measured = seen([perfFact()]);
const perf = (changes: Partial<PerfStatement>): Attestation => {
  const whole = recompute(measured);
  return { ...whole, perf: { ...whole.perf!, ...changes } };
};
const tierA = (name: string): Attestation => ({ ...honest, gatesPassed: { tierA: [name], tierB: [] } });
const inTierB = (name: string): Attestation => ({ ...honest, gatesPassed: { tierA: [], tierB: [name] } });
const withoutPerf = (stated: Attestation): Attestation => {
  const { perf: _, ...rest } = stated;
  return rest;
};
const withoutCompare = (): Attestation => {
  const whole = recompute(measured);
  const { compare: _, ...rest } = whole.perf!;
  return { ...whole, perf: rest };
};
const hot = seen([], { contract: { issue: '7', risk: 'hot' } });
const impossible = seen([
  gate({ seq: 3, sha: HEAD, gate: 'tests', evidence: [{ key: 'pytest', value: '412/411 pass' }] }),
]);
const inconclusive = seen([perfFact({ status: 'inconclusive', result: '104' })]);

test.each<[string, Attestation, Observed, Mismatch]>([
  [
    'another issue',
    { ...honest, issue: '8' },
    seen(),
    { field: 'flow_pr.issue', stated: '8', computed: '7', why: 'the facts are those of issue #7' },
  ],
  [
    'another base, under the other name',
    { ...honest, key: 'nmoe_pr', baselineSha: OLDER },
    seen(),
    {
      field: 'nmoe_pr.baseline_sha',
      stated: OLDER,
      computed: BASE,
      why: 'it is not the merge base of the head and the base branch',
    },
  ],
  [
    'an earlier commit',
    { ...honest, prSha: OLDER },
    seen(),
    {
      field: 'flow_pr.pr_sha',
      stated: OLDER,
      computed: HEAD,
      why: 'it is not the head of the pull request: it is an earlier commit of this branch, whose verdicts do not count',
    },
  ],
  [
    'a foreign commit',
    { ...honest, prSha: sha('9') },
    seen(),
    {
      field: 'flow_pr.pr_sha',
      stated: sha('9'),
      computed: HEAD,
      why: 'it is not the head of the pull request: no fact speaks of that commit',
    },
  ],
  [
    'a risk of nobody',
    { ...honest, risk: 'cold' },
    seen(),
    { field: 'flow_pr.risk', stated: 'cold', computed: 'none', why: 'no contract of the issue says a risk' },
  ],
  [
    'another risk',
    { ...honest, risk: 'cold' },
    hot,
    { field: 'flow_pr.risk', stated: 'cold', computed: 'hot', why: 'the contract of the issue says another risk' },
  ],
  [
    'a risk left out',
    honest,
    hot,
    { field: 'flow_pr.risk', stated: 'none', computed: 'hot', why: 'the contract of the issue says another risk' },
  ],
  [
    'a red gate',
    tierA('build'),
    seen(),
    { field: 'gates_passed.tier_a', stated: 'build', computed: 'fail', why: 'build did not pass on the head' },
  ],
  [
    'a skipped gate',
    tierA('fuzz'),
    seen(),
    {
      field: 'gates_passed.tier_a',
      stated: 'fuzz',
      computed: 'skipped (missing-tool)',
      why: 'fuzz did not pass on the head',
    },
  ],
  [
    'a gate of an older commit',
    tierA('clippy'),
    seen(),
    {
      field: 'gates_passed.tier_a',
      stated: 'clippy',
      computed: 'pass on ccccccc',
      why: 'clippy was observed on another commit only, which does not count',
    },
  ],
  [
    'a gate that never ran',
    tierA('mutation'),
    seen(),
    {
      field: 'gates_passed.tier_a',
      stated: 'mutation',
      computed: 'not observed',
      why: 'mutation was never observed: no fact tells of it',
    },
  ],
  [
    'a gate of Tier B that never ran',
    inTierB('gpu:bench'),
    seen(),
    {
      field: 'gates_passed.tier_b',
      stated: 'gpu:bench',
      computed: 'not observed',
      why: 'gpu:bench was never observed: only the workflow of Tier B fills this in',
    },
  ],
  [
    'a gate of Tier A in Tier B',
    inTierB('tests'),
    seen(),
    {
      field: 'gates_passed.tier_b',
      stated: 'tests',
      computed: 'pass in Tier A',
      why: 'tests was not observed in Tier B',
    },
  ],
  [
    'a gate of Tier B in Tier A',
    tierA('benchmarks'),
    seen([tierB()]),
    {
      field: 'gates_passed.tier_a',
      stated: 'benchmarks',
      computed: 'pass in Tier B',
      why: 'benchmarks was not observed in Tier A',
    },
  ],
  [
    'A-37 a pass of what cannot be',
    tierA('tests'),
    impossible,
    {
      field: 'gates_passed.tier_a',
      stated: 'tests',
      computed: 'no pass',
      why: 'the pass rests on what cannot be: pytest: 412/411 cannot be counted',
    },
  ],
  [
    'a comparison left out',
    withoutPerf(recompute(measured)),
    measured,
    {
      field: 'perf',
      stated: 'none',
      computed: 'pass',
      why: 'a comparison was observed on the head, and it is left out',
    },
  ],
  [
    'a comparison of nobody',
    perf({}),
    seen([tierB({ gate: 'perf' })]),
    {
      field: 'perf.status',
      stated: 'pass',
      computed: 'not observed',
      why: 'no fact on the head holds a comparison: only the workflow fills this in',
    },
  ],
  [
    'another delta',
    perf({ deltaPct: '4.01' }),
    measured,
    { field: 'perf.delta_pct', stated: '4.01', computed: '4', why: '100 to 104 is another change' },
  ],
  [
    'another gate measured',
    perf({ compare: 'cpu:bench' }),
    measured,
    { field: 'perf.compare', stated: 'cpu:bench', computed: 'gpu:bench', why: 'another one was observed' },
  ],
  [
    'no gate measured',
    withoutCompare(),
    measured,
    { field: 'perf.compare', stated: 'none', computed: 'gpu:bench', why: 'another one was observed' },
  ],
  [
    'a gate measured where none was',
    perf({}),
    { ...measured, perf: withoutRecordCompare() },
    { field: 'perf.compare', stated: 'gpu:bench', computed: 'none', why: 'another one was observed' },
  ],
  [
    'another number',
    perf({ budgetPct: '6' }),
    measured,
    { field: 'perf.budget_pct', stated: '6', computed: '5', why: 'another number was observed' },
  ],
  [
    'a pass beyond the budget',
    perf({ budgetPct: '3' }),
    seen([perfFact({ budgetPct: '3', status: 'pass' })]),
    {
      field: 'perf.status',
      stated: 'pass',
      computed: 'fail',
      why: 'the change is beyond the budget of 3 %, and lower is better',
    },
  ],
  [
    'another verdict',
    perf({ status: 'fail' }),
    measured,
    { field: 'perf.status', stated: 'fail', computed: 'pass', why: 'another verdict was observed' },
  ],
  [
    'a fail of what nobody can tell, beyond the budget',
    perf({ status: 'fail', budgetPct: '5' }),
    inconclusive,
    { field: 'perf.status', stated: 'fail', computed: 'inconclusive', why: 'another verdict was observed' },
  ],
])('A-54 %s is told with its reason', (_, stated, observed, mismatch) => {
  expect(compareAttestation(stated, observed)).toEqual([mismatch]);
});

function withoutRecordCompare() {
  const { compare: _, ...rest } = record;
  return rest;
}

test('what is no number at all is another number, in every place', () => {
  const stated = perf({ baseline: '0', result: '1e3', deltaPct: 'x', status: 'fail' });
  expect(compareAttestation(stated, measured)).toEqual([
    { field: 'perf.delta_pct', stated: 'x', computed: 'none', why: '0 to 1e3 is another change' },
    { field: 'perf.baseline', stated: '0', computed: '100', why: 'another number was observed' },
    { field: 'perf.result', stated: '1e3', computed: '104', why: 'another number was observed' },
    { field: 'perf.status', stated: 'fail', computed: 'pass', why: 'another verdict was observed' },
  ]);
});

test('a delta is held against as many digits as it has', () => {
  const third = seen([perfFact({ baseline: '3', result: '3.1' })]);
  const stated = recompute(third);
  expect(stated.perf!.deltaPct).toBe('3.333');
  for (const deltaPct of ['3', '3.3', '3.33', '3.333333333'])
    expect(compareAttestation({ ...stated, perf: { ...stated.perf!, deltaPct } }, third)).toEqual([]);
  for (const deltaPct of ['3.4', '3.334', '4', '-3.333'])
    expect(compareAttestation({ ...stated, perf: { ...stated.perf!, deltaPct } }, third)).toHaveLength(1);
});

describe('what was observed', () => {
  test('nothing without a commit, a base or a subject', () => {
    const state = fold(facts);
    expect(observe({ ...state, head: undefined })).toBeUndefined();
    expect(observe({ ...state, base: undefined })).toBeUndefined();
    expect(observe({ ...state, subject: undefined })).toBeUndefined();
    expect(observe({ ...state, head: undefined }, { head: HEAD })).toBeDefined();
  });

  test('gates in the order of the vocabulary, those of a registry behind them by name, a gate of two commits by hop', () => {
    const more = ['perf:z', 'cpu:b', 'cpu:a'].map((name) => gate({ seq: 3, sha: HEAD, gate: name }));
    const again = gate({ seq: 3, sha: HEAD, gate: 'clippy' });
    const found = seen([...more, again]).gates.map(({ gate: name, sha: at }) => `${name} ${at[0]}`);
    expect(found).toEqual([
      'format d',
      'clippy c',
      'clippy d',
      'tests d',
      'build d',
      'fuzz d',
      'cpu:a d',
      'cpu:b d',
      'perf:z d',
    ]);
  });

  test('Tier B is a word of evidence under its own key', () => {
    const of = (key: string, value: string) =>
      seen([gate({ seq: 3, sha: HEAD, gate: 'docs', evidence: [{ key, value }] })]).gates.find(
        ({ gate: name }) => name === 'docs',
      )!.tier;
    expect([of('tier', 'b'), of('tier', 'a'), of('said', 'b'), of('tier', 'B')]).toEqual(['b', 'a', 'a', 'a']);
  });

  test('the newest comparison on the head counts, and none of another commit', () => {
    const older = perfFact({ result: '101' });
    const newer = { ...perfFact({ result: '102' }), gate: 'benchmarks', seq: 4 };
    const without = gate({ seq: 5, sha: HEAD, gate: 'tests' });
    expect(seen([older, newer, without]).perf?.result).toBe('102');
    expect(
      seen([
        { ...newer, seq: 3, gate: 'perf' },
        { ...older, seq: 4, gate: 'benchmarks' },
      ]).perf?.result,
    ).toBe('101');
    expect(seen([{ ...older, sha: OLDER }], { head: HEAD }).perf).toBeUndefined();
    const retried = { ...newer, gate: 'spec', seq: 3, attempt: 2 };
    expect(seen([older, retried, start({ seq: 3, attempt: 2 })], { head: HEAD }).perf?.result).toBe('102');
  });

  test('only a pass can rest on what cannot be', () => {
    const evidence = [{ key: 'pytest', value: '5/3' }];
    const of = (status: 'pass' | 'fail') =>
      seen([gate({ seq: 3, sha: HEAD, gate: 'docs', status, evidence })]).gates.find((one) => one.gate === 'docs')!;
    expect(of('pass').impossible).toBe('pytest: 5/3 cannot be counted');
    expect(of('fail').impossible).toBeUndefined();
  });

  test.each([
    ['pytest', '3/3', undefined],
    ['pytest', '0/3', undefined],
    ['pytest', '4/3', 'pytest: 4/3 cannot be counted'],
    ['pytest', '-1/3 pass', 'pytest: -1/3 cannot be counted'],
    ['pytest', '0/0', 'pytest: 0/0 counts nothing'],
    ['pytest', '1/-1', 'pytest: 1/-1 counts nothing'],
    ['pytest', 'ran 4/3', undefined],
    ['pytest', '4 of 3', undefined],
    ['argv', '4/3', undefined],
    ['pytest', '1234567890/3', undefined],
    ['pytest', '123456789/3', 'pytest: 123456789/3 cannot be counted'],
  ])('A-37 %s: %s is %j', (key, value, expected) => {
    const more = [
      { key: 'said', value: 'well' },
      { key, value },
    ];
    expect(impossibleCount(more)).toBe(expected);
  });
});

describe('a comparison in evidence', () => {
  const kept = perfEvidence(record);
  const keys = kept.map(({ key }) => key);

  test('is read as it was written, with or without the gate that was measured', () => {
    expect(readPerfRecord(kept)).toStrictEqual(record);
    expect(readPerfRecord(perfEvidence(withoutRecordCompare()))).toStrictEqual(withoutRecordCompare());
    expect(perfEvidence(withoutRecordCompare()).map(({ key }) => key)).toEqual(
      keys.filter((key) => key !== 'perf compare'),
    );
    expect(kept[0]).toEqual({ key: 'perf gate', value: 'perf:baseline_delta' });
    expect(recompute({ ...measured, perf: withoutRecordCompare() }).perf).not.toHaveProperty('compare');
    expect(recompute(measured).perf?.compare).toBe('gpu:bench');
  });

  test.each(keys.filter((key) => key !== 'perf compare'))('without %s it is none', (key) => {
    expect(readPerfRecord(kept.filter((entry) => entry.key !== key))).toBeUndefined();
  });

  test.each([
    ['perf direction', 'up'],
    ['perf status', 'passed'],
    ['perf baseline', '0'],
    ['perf baseline', '1e3'],
    ['perf result', 'NaN'],
    ['perf budget_pct', '5%'],
  ])('A-36 A-37 with %s %s it is none', (key, value) => {
    expect(readPerfRecord(kept.map((entry) => (entry.key === key ? { key, value } : entry)))).toBeUndefined();
  });
});

describe('numbers', () => {
  const of = (baseline: string, result: string, budgetPct = '5') => ({ baseline, result, budgetPct });
  test.each([
    ['x', '1'],
    ['1', 'x'],
    ['0', '1'],
    ['-1', '1'],
  ])('%s to %s is no change, and within no budget', (baseline, result) => {
    expect(changeOf(of(baseline, result), 3)).toBeUndefined();
    expect(withinBudget(of(baseline, result), 'lower')).toBeUndefined();
    expect(withinBudget(of(baseline, result), 'higher')).toBeUndefined();
  });
  test('a budget that is none holds nothing', () => {
    expect(withinBudget(of('100', '100', '+900'), 'lower')).toBeUndefined();
    expect(withinBudget(of('100', '100', 'x'), 'lower')).toBeUndefined();
  });
  test('a verdict that was no pass stays what it was, within the budget and beyond it', () => {
    for (const status of ['fail', 'inconclusive'] as const)
      for (const result of ['104', '120'])
        expect(recompute(seen([perfFact({ status, result })])).perf?.status).toBe(status);
  });
  test('a risk that nobody said is no key', () => expect(recompute(seen())).not.toHaveProperty('risk'));
});
