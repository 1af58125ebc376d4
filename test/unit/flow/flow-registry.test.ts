import { describe, expect, test } from '@jest/globals';
import { COMPUTED_GATES, GATES, UNBUILT_GATES } from '../../../src/core/names.ts';
import { AGENT_MAKERS, findFlowAction, FLOW_MAKERS, GATE_NAMES } from '../../../src/flow-registry.ts';
import { gates } from '../../../src/gates/index.ts';
import { ACTION_NAMES, allActions, findAction } from '../../../src/registry.ts';

describe('the registry without gates', () => {
  test('names the gates that are built, in their order, though it loads none of them', () => {
    const built = gates.map(({ name }) => name);
    expect(GATE_NAMES).toEqual(built.filter((name) => !COMPUTED_GATES.includes(name)));
    expect(GATES.filter((name) => built.includes(name) && UNBUILT_GATES.includes(name))).toEqual([]);
    expect(UNBUILT_GATES.filter((name) => !(GATES as readonly string[]).includes(name))).toEqual([]);
  });

  test('holds every action that is neither a gate nor run from one, as the registry of all does', () => {
    const own = ACTION_NAMES.filter((name) => findFlowAction(name) !== undefined);
    const others = allActions().filter(({ name }) => !own.includes(name));
    expect(own).toEqual([...FLOW_MAKERS, ...AGENT_MAKERS].map(([name]) => name));
    expect(others.map(({ name }) => name)).toEqual([...gates.map(({ name }) => `gate-${name}`), 'gpu-parity']);
    expect(own.map((name) => JSON.stringify(findFlowAction(name)))).toEqual(
      own.map((name) => JSON.stringify(findAction(name))),
    );
  });

  test.each(['', 'gate-tests', 'gate-absent', 'constructor', 'toString'])('%j is none of its actions', (name) =>
    expect(findFlowAction(name)).toBeUndefined(),
  );
});
