import { describe, expect, test } from '@jest/globals';
import { gateStatements } from '../../../../src/core/attestation/statement.ts';
import type { Evidence } from '../../../../src/core/evidence.ts';
import { fold } from '../../../../src/core/fold.ts';
import { gate, start } from '../facts.ts';
import { BASE, facts, HEAD } from './attestations.ts';

const REPOSITORY = 'https://example.invalid/acme/rocket';
const of = (name: string, evidence?: Evidence[]) => {
  const state = fold(evidence === undefined ? facts : [...facts, gate({ seq: 3, sha: HEAD, gate: 'tests', evidence })]);
  return gateStatements(state, HEAD, REPOSITORY).find((entry) => entry.gate === name)!;
};

test('a gate that passed is a test-result statement about the commit and its log', () => {
  const log = 'e'.repeat(64);
  expect(
    of('tests', [
      { key: 'cargo test', value: '12/12 pass' },
      { key: 'method', value: 'primary' },
      { key: 'log', value: log },
    ]).statement,
  ).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      { name: `git+${REPOSITORY}`, digest: { gitCommit: HEAD } },
      { name: 'log of generative:gate:tests', digest: { sha256: log } },
    ],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: 'PASSED',
      configuration: [
        {
          name: 'flow generative, hop 3.1 issue-creator',
          uri: `git+${REPOSITORY}@${BASE}`,
          digest: { gitCommit: BASE },
          annotations: { 'cargo test': '12/12 pass', method: 'primary', log },
        },
      ],
      passedTests: ['generative:gate:tests'],
      warnedTests: [],
      failedTests: [],
    },
  });
});

test('the run that observed it is named, where the facts know it', () => {
  expect(of('format').statement!.predicate.url).toBe(`${REPOSITORY}/actions/runs/100`);
});

test('every gate of the head is there, and none of another commit', () => {
  expect(gateStatements(fold(facts), HEAD, REPOSITORY).map(({ gate: name }) => name)).toEqual([
    'build',
    'format',
    'fuzz',
    'tests',
  ]);
  expect(gateStatements(fold(facts), 'f'.repeat(40), REPOSITORY)).toEqual([]);
});

test('the run is that of the attempt in which the gate ran, and none where it is not known', () => {
  const again = { seq: 2, attempt: 2, agent: 'spec-analyzer' };
  const retried = [...facts, start({ ...again, sha: HEAD, base: BASE, fence: 200 }), gate({ ...again, sha: HEAD })];
  const urls = gateStatements(fold(retried), HEAD, REPOSITORY).map((one) => [one.gate, one.statement?.predicate.url]);
  expect(urls).toEqual([
    ['build', `${REPOSITORY}/actions/runs/100`],
    ['format', `${REPOSITORY}/actions/runs/100`],
    ['fuzz', undefined],
    ['tests', `${REPOSITORY}/actions/runs/200`],
  ]);
  const local = [start({ base: BASE, fence: 0 }), gate({ sha: HEAD })];
  expect(gateStatements(fold(local), HEAD, REPOSITORY)[0]!.statement!.predicate).not.toHaveProperty('url');
});

describe('results', () => {
  const method = (value: string): Evidence => ({ key: 'method', value });
  test.each<[string, Evidence[], string]>([
    ['a pass', [method('primary')], 'PASSED'],
    ['a pass by the second-best tool', [method('alt1')], 'WARNED'],
    ['a pass without isolation', [method('primary'), { key: 'isolation', value: 'env-only' }], 'WARNED'],
    ['A-37 a pass of nothing', [method('primary'), { key: 'pytest', value: '0/0 pass' }], 'FAILED'],
    ['A-37 more passes than tests', [method('primary'), { key: 'pytest', value: '412/411' }], 'FAILED'],
  ])('%s', (_, evidence, result) => {
    const { predicate } = of('tests', evidence).statement!;
    expect(predicate.result).toBe(result);
    expect([predicate.passedTests, predicate.warnedTests, predicate.failedTests].map(({ length }) => length)).toEqual(
      ['PASSED', 'WARNED', 'FAILED'].map((word) => (word === result ? 1 : 0)),
    );
  });

  test('a fail is FAILED; a skip tested nothing and has no statement', () => {
    expect(of('build').statement!.predicate).toMatchObject({
      result: 'FAILED',
      failedTests: ['generative:gate:build'],
    });
    expect(of('fuzz')).toMatchObject({ statement: undefined, why: 'skipped (missing-tool): nothing was tested' });
  });

  test.each(['e'.repeat(16), 'e'.repeat(63), 'e'.repeat(65), `x${'e'.repeat(64)}`, 'E'.repeat(64)])(
    'what is no whole digest is no subject: %s',
    (value) => expect(of('tests', [method('primary'), { key: 'log', value }]).statement!.subject).toHaveLength(1),
  );

  test('what was tested needs no word why it has no statement', () => expect(of('tests').why).toBe(''));
});
