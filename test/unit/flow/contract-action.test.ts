import { expect, test } from '@jest/globals';
import { contractSha256 } from '../../../src/core/contract/contract.ts';
import { contractOutputs } from '../../../src/flow/contract-action.ts';
import { parseContractYaml } from '../../../src/runtime/contract-text.ts';

const contract = parseContractYaml(
  `flow: { issue: '01', slug: a-b, kind: perf, risk: hot, complexity: L, depends_on: ['02'] }
scope: { allow: [src/**], deny: [src/x] }
contract: { invariants: [] }
gates: { required: [tests] }
`,
  'x.yml',
);
const sha256 = contractSha256(contract);

test.each([undefined, sha256])('A-34 approved %s: everything that it says', (approved) => {
  const { outputs } = contractOutputs(contract, 'x.yml', approved);
  expect(outputs).toMatchObject({
    sha256,
    id: '01',
    slug: 'a-b',
    kind: 'perf',
    risk: 'hot',
    complexity: 'L',
    allow: '["src/**"]',
    deny: '["src/x"]',
    'depends-on': '["02"]',
    'gates-required': '["tests"]',
  });
  expect(contractSha256(parseContractYaml(outputs!.contract, 'output'))).toBe(sha256);
});

test('A-34 another contract than the approved gives nothing but the reason', () => {
  const approved = '0'.repeat(64);
  expect(contractOutputs(contract, 'acme/demo#1', approved)).toEqual({
    problem: `the contract of acme/demo#1 is ${sha256}, and approved was ${approved}. Fix: approve it, or put it back`,
  });
});
