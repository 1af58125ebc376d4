import type { ActionDefinition } from './core/action.ts';
import { gpuParity } from './flow/gpu-parity.ts';
import { AGENT_MAKERS, FLOW_MAKERS } from './flow-registry.ts';
import { gates } from './gates/index.ts';
import { gateAction } from './gates/inputs.ts';

/** Gates that measure with kernels, which a GPU runner can run by another action. */
const MEASURING = gates.filter((gate) => gate.parity !== undefined);

/** Every action there is. */
const MAKERS: ReadonlyMap<string, () => ActionDefinition> = new Map<string, () => ActionDefinition>([
  ...FLOW_MAKERS,
  ...gates.map((gate) => [`gate-${gate.name}`, () => gateAction(gate)] as const),
  ...(MEASURING.length === 0 ? [] : [['gpu-parity', () => gpuParity(MEASURING.map(measuring))] as const]),
  ...AGENT_MAKERS,
]);

function measuring(gate: (typeof gates)[number]) {
  const { inputs, outputs } = gateAction(gate);
  return { name: gate.name, inputs, outputs };
}

export const ACTION_NAMES: readonly string[] = [...MAKERS.keys()];

/** The definition of an action; undefined when there is none of that name. */
export function findAction(name: string): ActionDefinition | undefined {
  return MAKERS.get(name)?.();
}

/** Every definition, in the registry's order. */
export function allActions(): ActionDefinition[] {
  return [...MAKERS.values()].map((make) => make());
}
