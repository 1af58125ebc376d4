import { describe, expect, test } from '@jest/globals';
import { factSchema, type GateFact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import { decodeBlock, encodeBlock } from '../../../src/core/ledger/block.ts';
import { gateRows } from '../../../src/core/ledger/render.ts';
import { gateOrder, isRegistryGate } from '../../../src/core/names.ts';

const sha = 'a'.repeat(40);
const fact = (gate: string, status = 'pass'): object => ({
  ...{
    v: 1,
    kind: 'gate',
    flow: 'generative',
    subject: 7,
    seq: 3,
    agent: 'impl-creator',
    attempt: 1,
    sha,
    gate,
    status,
  },
  evidence: [
    { key: 'exit', value: '0' },
    { key: 'method', value: 'registry' },
  ],
});

describe('a gate of a registry as a fact', () => {
  test.each(['cpu:import', 'b200:moonlet_1x10', 'perf:baseline_delta', 'a:b', `c:${'x'.repeat(58)}`])('%s', (gate) => {
    expect(factSchema.safeParse(fact(gate)).success).toBe(true);
    expect(isRegistryGate(gate)).toBe(true);
  });
  test.each([
    'lint',
    'Tests',
    'cpu:',
    ':a',
    'cpu:а',
    'cpu:a b',
    'cpu:a:b',
    'generative:gate:tests',
    `c:${'x'.repeat(59)}`,
    'cpu:a\n',
    '__proto__:a',
  ])('A-22 A-38 %j is none', (gate) => expect(factSchema.safeParse(fact(gate)).success).toBe(false));

  test('is folded, kept in the machine block, and shown behind the vocabulary', () => {
    const facts = ['cpu:import', 'tests', 'b200:smoke'].map((gate) => factSchema.parse(fact(gate)) as GateFact);
    expect(decodeBlock(encodeBlock(facts))!.facts).toEqual(expect.arrayContaining(facts));
    expect(gateRows(fold(facts)).map(({ gate }) => gate)).toEqual(['tests', 'b200:smoke', 'cpu:import']);
    expect([gateOrder('spec'), gateOrder('cpu:import') > gateOrder('throughput')]).toEqual([0, true]);
  });
});
