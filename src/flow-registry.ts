import { agentAction } from './agents/definition.ts';
import type { ActionDefinition } from './core/action.ts';
import { embedded } from './core/embedded.ts';
import { COMPUTED_GATES, GATES, UNBUILT_GATES } from './core/names.ts';
import { admit, commit, control, handOver, ledgerUpdate, router, sweep } from './flow/actions.ts';
import { attest } from './flow/attest-action.ts';
import { boardAction } from './flow/board-action.ts';
import { contractAction } from './flow/contract-action.ts';
import { mergeGuard } from './flow/merge-guard.ts';
import { perfBaselineDelta } from './flow/perf-baseline-delta.ts';
import { TIER_ACTIONS } from './flow/tier-actions.ts';

/** Gates with a job of their own, in the order of the flow's table. */
export const GATE_NAMES: readonly string[] = GATES.filter(
  (name) => !COMPUTED_GATES.includes(name) && !UNBUILT_GATES.includes(name),
);

/** A definition is made when it is asked for, because a run needs one of them. */
export type Makers = readonly (readonly [name: string, make: () => ActionDefinition])[];

/** The flow whose rows are the agents. */
const FLOW = 'generative';
const rows = (embedded.flows[FLOW] as { readonly agents: Readonly<Record<string, { readonly does: string }>> }).agents;

/** The actions that are neither a gate nor an agent. */
export const FLOW_MAKERS: Makers = [
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
];

/** The agents, as the flow's rows name them. */
export const AGENT_MAKERS: Makers = Object.entries(rows).map(([name, { does }]) => [
  name,
  () => agentAction(name, does),
]);

const MAKERS = new Map([...FLOW_MAKERS, ...AGENT_MAKERS]);

/**
 * The definition of an action that is no gate; undefined for a gate's and for a name that no action has. Six of seven processes of a hop
 * find theirs here, and load no gate for it; the list of all is `registry.ts`.
 */
export function findFlowAction(name: string): ActionDefinition | undefined {
  return MAKERS.get(name)?.();
}
