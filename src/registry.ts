import { agentAction } from './agents/definition.ts';
import type { ActionDefinition } from './core/action.ts';
import { embedded } from './core/embedded.ts';
import { admit, commit, control, handOver, ledgerUpdate, router, sweep } from './flow/actions.ts';
import { boardAction } from './flow/board-action.ts';
import { mergeGuard } from './flow/merge-guard.ts';
import { perfBaselineDelta } from './flow/perf-baseline-delta.ts';
import { contractAction } from './flow/contract-action.ts';
import { attest } from './flow/attest-action.ts';
import { gpuParity } from './flow/gpu-parity.ts';
import { COMPUTED_GATES } from './core/names.ts';
import { gates } from './gates/index.ts';
import { gateAction } from './gates/inputs.ts';
import { TIER_ACTIONS } from './flow/tier-actions.ts';

/** Gates with a job of their own, in the order of the flow's table. */
export const GATE_NAMES: readonly string[] = gates
  .map((gate) => gate.name)
  .filter((name) => !COMPUTED_GATES.includes(name));

/** Gates that measure with kernels, which a GPU runner can run by another action. */
const MEASURING = gates.filter((gate) => gate.parity !== undefined);

/** The flow whose rows are the agents. */
const FLOW = 'generative';
const rows = (embedded.flows[FLOW] as { readonly agents: Readonly<Record<string, { readonly does: string }>> }).agents;

/** Every action there is. A definition is made when it is asked for, because a run needs one of them. */
const MAKERS: ReadonlyMap<string, () => ActionDefinition> = new Map<string, () => ActionDefinition>([
  ['admit', () => admit],
  ['hand-over', () => handOver],
  ['commit', () => commit],
  ['router', () => router(GATE_NAMES)],
  ['ledger-update', () => ledgerUpdate(GATE_NAMES)],
  ['sweep', () => sweep],
  ...TIER_ACTIONS.map((action) => [action.name, () => action] as const),
  ['control', () => control],
  ['attest', () => attest],
  ['merge-guard', () => mergeGuard],
  ['board', () => boardAction],
  ['perf-baseline-delta', () => perfBaselineDelta],
  ['contract', () => contractAction],
  ...gates.map((gate) => [`gate-${gate.name}`, () => gateAction(gate)] as const),
  ...(MEASURING.length === 0 ? [] : [['gpu-parity', () => gpuParity(MEASURING.map(measuring))] as const]),
  ...Object.entries(rows).map(([name, { does }]) => [name, () => agentAction(name, does)] as const),
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
