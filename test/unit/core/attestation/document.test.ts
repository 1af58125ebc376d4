import { describe, expect, test } from '@jest/globals';
import {
  attestationOf,
  attestationSchemas,
  renderAttestation,
  type Attestation,
} from '../../../../src/core/attestation/attestation.ts';
import { sha } from '../facts.ts';

const HEAD = { issue: '03a', baseline_sha: sha('0'), pr_sha: sha('d'), risk: 'hot' };
const PERF = {
  gate: 'perf:baseline_delta',
  compare: 'gpu:bench',
  metric: 'step_ms',
  baseline: '100',
  result: '104',
  delta_pct: '4',
  budget_pct: '5',
  status: 'pass',
};
const GATES = { tier_a: ['tests', 'cpu:import'], tier_b: ['perf'] };
const WHOLE = { flow_pr: HEAD, gates_passed: GATES, perf: PERF };

/** What is wrong with a document of the first name: `path: message`, a line each. */
function faults(document: unknown): string[] {
  const parsed = attestationSchemas.flow_pr.safeParse(document);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
const withHead = (changes: object): object => ({ ...WHOLE, flow_pr: { ...HEAD, ...changes } });
const withPerf = (changes: object): object => ({ ...WHOLE, perf: { ...PERF, ...changes } });
const withGates = (...ids: string[]): object => ({ ...WHOLE, gates_passed: { tier_a: ids } });
const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `cpu:g${at}`);

const ATTESTATION: Attestation = {
  key: 'flow_pr',
  issue: '03a',
  baselineSha: sha('0'),
  prSha: sha('d'),
  risk: 'hot',
  gatesPassed: { tierA: ['tests', 'cpu:import'], tierB: ['perf'] },
  perf: {
    gate: 'perf:baseline_delta',
    compare: 'gpu:bench',
    metric: 'step_ms',
    baseline: '100',
    result: '104',
    deltaPct: '4',
    budgetPct: '5',
    status: 'pass',
  },
};

describe('a document', () => {
  test('says what an attestation says, under either first name', () => {
    expect(attestationOf(attestationSchemas.flow_pr.parse(WHOLE))).toEqual(ATTESTATION);
    const other = { nmoe_pr: HEAD, gates_passed: GATES, perf: PERF };
    expect(attestationOf(attestationSchemas.nmoe_pr.parse(other))).toEqual({ ...ATTESTATION, key: 'nmoe_pr' });
  });

  test('may leave out risk, tier b, perf and what was compared', () => {
    const least = {
      flow_pr: { issue: '7', baseline_sha: sha('0'), pr_sha: sha('d') },
      gates_passed: { tier_a: [] },
    };
    expect(attestationOf(attestationSchemas.flow_pr.parse(least))).toStrictEqual({
      key: 'flow_pr',
      issue: '7',
      baselineSha: sha('0'),
      prSha: sha('d'),
      gatesPassed: { tierA: [], tierB: [] },
    });
    const { compare: _, ...perf } = PERF;
    const { perf: said } = attestationOf(attestationSchemas.flow_pr.parse({ ...WHOLE, perf }));
    expect(said).not.toHaveProperty('compare');
  });

  const SHA_FAULT = 'a full commit sha has 40 lower-case hex digits';
  const GATE_FAULT = 'no id of a gate; one looks like tests or cpu:import';
  const NUMBER_FAULT = 'no plain decimal number such as 5 or 2.5';
  test.each<[string, object, string[]]>([
    ['nothing wrong', WHOLE, []],
    [
      'an issue that is no id',
      withHead({ issue: '#7' }),
      ['flow_pr.issue: an id of an issue has 1 to 9 digits and at most one letter, such as 7, 01 or 03a'],
    ],
    ['a shortened sha', withHead({ pr_sha: 'abc1234' }), [`flow_pr.pr_sha: ${SHA_FAULT}`]],
    ['a base in capitals', withHead({ baseline_sha: 'D'.repeat(40) }), [`flow_pr.baseline_sha: ${SHA_FAULT}`]],
    ['a risk of another word', withHead({ risk: 'high' }), [expect.stringMatching(/^flow_pr\.risk: /) as never]],
    ['a key too many', withHead({ verdict: 'pass' }), ['flow_pr: Unrecognized key: "verdict"']],
    ['a section too many', { ...WHOLE, more: 1 }, [': Unrecognized key: "more"']],
    ['ids of gates', withGates('tests', 'cpu:import', 'a:b:c:d', 'a1_.-:0', `a${'b'.repeat(63)}`), []],
    ['a gate twice', withGates('tests', 'docs', 'tests'), ['gates_passed.tier_a.2: tests stands here twice']],
    ['a gate in capitals', withGates('Tests'), [`gates_passed.tier_a.0: ${GATE_FAULT}`]],
    ['a gate that begins with a digit', withGates('0tests'), [`gates_passed.tier_a.0: ${GATE_FAULT}`]],
    ['a gate of five parts', withGates('a:b:c:d:e'), [`gates_passed.tier_a.0: ${GATE_FAULT}`]],
    ['a gate with a space', withGates('cpu import'), [`gates_passed.tier_a.0: ${GATE_FAULT}`]],
    ['words before a gate', withGates('- tests'), [`gates_passed.tier_a.0: ${GATE_FAULT}`]],
    ['a name of 65 signs', withGates(`a${'b'.repeat(64)}`), [`gates_passed.tier_a.0: ${GATE_FAULT}`]],
    ['200 gates', withGates(...many(200)), []],
    ['201 gates', withGates(...many(201)), ['gates_passed.tier_a: Too big: expected array to have <=200 items']],
    ['A-36 a number with an exponent', withPerf({ result: '1e3' }), [`perf.result: ${NUMBER_FAULT}`]],
    ['A-36 a delta with a sign', withPerf({ delta_pct: '+4' }), [`perf.delta_pct: ${NUMBER_FAULT}`]],
    ['A-36 a budget in per cent', withPerf({ budget_pct: '5%' }), [`perf.budget_pct: ${NUMBER_FAULT}`]],
    [
      'A-37 a baseline of 0',
      withPerf({ baseline: '0' }),
      ['perf.baseline: nothing is a share of a baseline that is not above 0'],
    ],
    [
      'A-37 a baseline below 0',
      withPerf({ baseline: '-1' }),
      ['perf.baseline: nothing is a share of a baseline that is not above 0'],
    ],
    ['A-37 the least baseline', withPerf({ baseline: '0.000000001' }), []],
    [
      'A-36 a baseline that is none',
      withPerf({ baseline: 'NaN' }),
      [`perf.baseline: ${NUMBER_FAULT}`, 'perf.baseline: nothing is a share of a baseline that is not above 0'],
    ],
    ['a path as metric', withPerf({ metric: 'results.0/p50_ms-x' }), []],
    ['a metric of 80 signs', withPerf({ metric: `a${'b'.repeat(79)}` }), []],
    ['a metric of 81 signs', withPerf({ metric: `a${'b'.repeat(80)}` }), ['perf.metric: no name of a metric']],
    ['a metric with a space', withPerf({ metric: 'step ms' }), ['perf.metric: no name of a metric']],
    ['a metric behind a sign', withPerf({ metric: '_step' }), ['perf.metric: no name of a metric']],
    ['a verdict that is none', withPerf({ status: 'ok' }), [expect.stringMatching(/^perf\.status: /) as never]],
    ['no id of the perf gate', withPerf({ gate: '?' }), [`perf.gate: ${GATE_FAULT}`]],
    ['perf with a key too many', withPerf({ seed: '1' }), ['perf: Unrecognized key: "seed"']],
    [
      'gates with a key too many',
      { ...WHOLE, gates_passed: { ...GATES, tier_c: [] } },
      ['gates_passed: Unrecognized key: "tier_c"'],
    ],
  ])('%s', (_, document, expected) => expect(faults(document)).toEqual(expected));
});

describe('as YAML', () => {
  test('whole', () => {
    expect(renderAttestation(ATTESTATION)).toBe(`flow_pr:
  issue: '03a'
  baseline_sha: '${sha('0')}'
  pr_sha: ${sha('d')}
  risk: hot
gates_passed:
  tier_a:
    - tests
    - cpu:import
  tier_b: [perf]
perf:
  gate: perf:baseline_delta
  compare: gpu:bench
  metric: step_ms
  baseline: '100'
  result: '104'
  delta_pct: '4'
  budget_pct: '5'
  status: pass
`);
  });

  test('what is not said is not written', () => {
    const { risk: _, perf: __, ...least } = ATTESTATION;
    expect(renderAttestation({ ...least, key: 'nmoe_pr' })).toBe(`nmoe_pr:
  issue: '03a'
  baseline_sha: '${sha('0')}'
  pr_sha: ${sha('d')}
gates_passed:
  tier_a:
    - tests
    - cpu:import
  tier_b: [perf]
`);
  });
});
