import fc from 'fast-check';
import type { Attestation } from '../../../../src/core/attestation/attestation.ts';
import { perfEvidence, type PerfRecord } from '../../../../src/core/attestation/perf-record.ts';
import { decimalText } from '../../../../src/core/contract/decimal.ts';
import type { GateFact } from '../../../../src/core/fact.ts';
import { GATES } from '../../../../src/core/names.ts';
import { end, gate, sha, start } from '../facts.ts';

export const HEAD = sha('d');
export const BASE = sha('0');
export const OLDER = sha('c');

/** A comparison within its budget: 100 to 104 where lower is better and 5 % are allowed. */
export const record: PerfRecord = {
  gate: 'perf:baseline_delta',
  compare: 'gpu:bench',
  metric: 'step_ms',
  baseline: '100',
  result: '104',
  budgetPct: '5',
  direction: 'lower',
  status: 'pass',
};

/** A gate of Tier B, as a fact: the registry's tier stands in its evidence. */
export const tierB = (changes: Partial<GateFact> = {}): GateFact =>
  gate({
    seq: 3,
    sha: HEAD,
    gate: 'benchmarks',
    evidence: [
      { key: 'tier', value: 'b' },
      { key: 'method', value: 'primary' },
    ],
    ...changes,
  });

/** A flow of three hops: red tests on an older commit, then green ones on the head, one gate red, one skipped there. */
export const facts = [
  start({ base: BASE }),
  gate({ seq: 1, sha: OLDER, gate: 'clippy' }),
  end({ seq: 1, sha: OLDER }),
  start({ seq: 2, agent: 'spec-analyzer', sha: OLDER, base: BASE }),
  gate({ seq: 2, agent: 'spec-analyzer', sha: HEAD, gate: 'tests' }),
  gate({ seq: 2, agent: 'spec-analyzer', sha: HEAD, gate: 'format' }),
  gate({ seq: 2, agent: 'spec-analyzer', sha: HEAD, gate: 'build', status: 'fail' }),
  gate({ seq: 2, agent: 'spec-analyzer', sha: HEAD, gate: 'fuzz', status: 'skipped', reason: 'missing-tool' }),
  end({ seq: 2, agent: 'spec-analyzer', sha: HEAD }),
];

/** The gate of Tier B that measured the comparison. */
export const perfFact = (changes: Partial<PerfRecord> = {}): GateFact =>
  tierB({
    gate: 'perf',
    evidence: [
      { key: 'tier', value: 'b' },
      { key: 'method', value: 'primary' },
      ...perfEvidence({ ...record, ...changes }),
    ],
  });

const digits = fc.stringMatching(/^[0-9a-f]{40}$/);
const gateIds = fc.uniqueArray(
  fc.oneof(fc.constantFrom(...GATES), fc.stringMatching(/^[a-z][a-z0-9_.-]{0,9}(:[a-z0-9][a-z0-9_.-]{0,9}){0,2}$/)),
  { maxLength: 12 },
);
const decimals = fc.bigInt({ min: -(10n ** 23n), max: 10n ** 23n }).map(decimalText);
const positive = fc.bigInt({ min: 1n, max: 10n ** 23n }).map(decimalText);

/** Any attestation that the schema takes. */
export const attestations: fc.Arbitrary<Attestation> = fc
  .record({
    key: fc.constantFrom('flow_pr' as const, 'nmoe_pr' as const),
    issue: fc.stringMatching(/^[0-9]{1,9}[a-z]?$/),
    baselineSha: digits,
    prSha: digits,
    risk: fc.option(fc.constantFrom('hot' as const, 'warm' as const, 'cold' as const), { nil: undefined }),
    gatesPassed: fc.record({ tierA: gateIds, tierB: gateIds }),
    perf: fc.option(
      fc.record(
        {
          gate: fc.constantFrom('perf:baseline_delta', 'perf'),
          compare: fc.constantFrom('gpu:bench', 'on', 'null'),
          metric: fc.constantFrom('step_ms', 'no', 'p99.latency/ms', 'Infinity'),
          baseline: positive,
          result: decimals,
          deltaPct: decimals,
          budgetPct: decimals,
          status: fc.constantFrom('pass' as const, 'fail' as const, 'inconclusive' as const),
        },
        { requiredKeys: ['gate', 'metric', 'baseline', 'result', 'deltaPct', 'budgetPct', 'status'] },
      ),
      { nil: undefined },
    ),
  })
  .map(({ risk, perf, ...rest }) => ({
    ...rest,
    ...(risk === undefined ? {} : { risk }),
    ...(perf === undefined ? {} : { perf: { ...perf } }),
  })) as fc.Arbitrary<Attestation>;
