import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../src/core/fold.ts';
import type { Hop } from '../../../src/core/hop.ts';
import { gateFact } from '../../../src/flow/gate-facts.ts';
import { reworkPlan } from '../../../src/flow/rework-plan.ts';
import { sha } from '../core/facts.ts';
import { hopOf } from './hops.ts';

const at = sha('a');
const said = (gate: string, status: 'pass' | 'fail' | 'skipped', key: string, value: string) =>
  gateFact({ flow: 'generative', subject: 7, seq: 4, agent: 'impl-creator', attempt: 1 }, at, gate, {
    status,
    ...(status === 'skipped' ? { reason: 'missing-tool' as const } : {}),
    evidence: [
      { key, value },
      { key: 'method', value: 'primary' },
    ],
  });
const hop: Hop = {
  ...hopOf('impl-creator'),
  required: ['spec', 'format', 'tests', 'security', 'docs', 'b200:smoke'] as Hop['required'],
};
const facts = [
  said('tests', 'fail', 'tests', '1/2 pass'),
  said('format', 'pass', 'format', 'clean'),
  said('security', 'skipped', 'security', 'skipped (missing-tool)'),
];

describe('what a person should do next', () => {
  test('the reason of a stop comes first, what only did not run is one item', () => {
    const plan = reworkPlan(hop, fold(facts), at, { reason: 'scope', why: 'src/x.ts is outside the contract' });
    expect(plan.split(' | ').map((item) => item.replace(/:.*tests.*1\/2 pass.*/, ': …'))).toEqual([
      'Stopped at impl-creator: src/x.ts is outside the contract',
      expect.stringMatching(/^Fix tests: /),
      'Run security, or accept its skip in the profile (missing-tool)',
      'Run by tier B on aaaaaaa: b200:smoke',
      'Not run on aaaaaaa: spec, docs',
      'Then start the flow again on this issue',
    ]);
  });

  test('a partial pull request is finished by hand, pending gates are waited for', () => {
    const end = (reason: string) => reworkPlan(hop, fold(facts), at, { reason, why: 'x' }).split(' | ').at(-1);
    expect(end('partial')).toBe('Then finish on this branch by hand');
    expect(end('gates-pending')).toBe('Then `/flow resume`, if the results do not come in by themselves');
  });
});
