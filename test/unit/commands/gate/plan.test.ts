import { describe, expect, test } from '@jest/globals';
import { checkIds, isEnough, planGates } from '../../../../src/commands/gate/plan.ts';
import { GATE_NAMES } from '../../../../src/flow-registry.ts';
import { loadFlow } from '../../../../src/runtime/flow-file.ts';
import { loadProfile } from '../../../../src/runtime/profile.ts';

const flow = loadFlow('generative');
const profile = loadProfile('node');

describe('which gates run', () => {
  test('names come once and in the order of the table, each needed', () => {
    expect(planGates(['tests', 'format', 'tests'], GATE_NAMES, flow)).toEqual([
      { gate: 'format', needed: true },
      { gate: 'tests', needed: true },
    ]);
  });

  test('all are those that the flow may set; what is optional in it may be skipped', () => {
    const all = planGates([], GATE_NAMES, flow);
    expect(all.map(({ gate }) => gate)).toEqual(GATE_NAMES.filter((gate) => gate !== 'perf'));
    expect(all.find(({ gate }) => gate === 'tests')).toEqual({ gate: 'tests', needed: true });
    expect(all.find(({ gate }) => gate === 'hygiene')).toEqual({ gate: 'hygiene', needed: false });
    const never = { ...flow, gates: { ...flow.gates, tests: { ...flow.gates.tests!, required: 'never' as const } } };
    expect(planGates([], GATE_NAMES, never).map(({ gate }) => gate)).not.toContain('tests');
  });

  test.each([
    [[], false, /no gate is named.*--all/],
    [['tests'], true, /goes without names/],
    [['test'], false, /there is no gate "test".*did you mean tests\?/],
    [['scope'], false, /bitnet-flow scope check/],
    [['tests', 'required'], false, /"required" is not run here.*--all/],
    [['zzzzzzzzz'], false, /name some of: spec, format/],
  ])('%j with --all %s is a mistake of usage', (ids, all, said) => {
    const seen = (): void => checkIds(ids, all, GATE_NAMES);
    expect(seen).toThrow(expect.objectContaining({ code: 'bad-input' }));
    try {
      seen();
    } catch (error) {
      expect((error as { toLine: () => string }).toLine()).toMatch(said);
    }
  });
});

describe('what is enough', () => {
  test.each([
    ['pass', undefined, true, true],
    ['fail', undefined, false, false],
    ['fail', 'crashed', true, false],
    ['skipped', 'n/a-surface', true, true], // the profile accepts it for quantization
    ['skipped', 'missing-tool', true, false],
    ['skipped', 'missing-tool', false, true],
    ['skipped', undefined, false, false],
  ] as const)('%s (%s), needed %s: %s', (verdict, reason, needed, enough) => {
    expect(isEnough({ gate: 'quantization', verdict, reason }, needed, profile)).toBe(enough);
  });
});
