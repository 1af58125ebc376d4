import type { FlowState } from '../core/names.ts';

/** The labels this project sets, with colour and meaning; missing ones are created. */
export const LABELS: Readonly<Record<string, { readonly color: string; readonly description: string }>> = {
  'flow:generative': { color: '5319e7', description: 'bitnet-flow: issue to Draft PR' },
  'state:in-progress': { color: 'fbca04', description: 'bitnet-flow: hops are running' },
  'state:ready': { color: '0e8a16', description: 'bitnet-flow: complete, every required gate passes' },
  'state:needs-rework': { color: 'd93f0b', description: 'bitnet-flow: stopped or partial; see the Decision' },
  'risk:high': { color: 'b60205', description: 'bitnet-flow: the contract says that much may break' },
  'flow:pause': { color: 'c5def5', description: 'bitnet-flow: no further hop starts while this is here' },
  'flow:stop': { color: 'b60205', description: 'bitnet-flow: the next hop ends the flow in needs-rework' },
};

/** Label of an issue whose contract says `risk: hot`, and of its PR. People take it off. */
const RISK_LABEL = 'risk:high';

/** The labels an issue or PR should have: the flow's once, its state replaced, everything else kept; `hot` work has its own. */
export function labelsFor(current: readonly string[], flow: string, state: FlowState, hot = false): string[] {
  const kept = current.filter(
    (label) =>
      !/^state:(in-progress|ready|needs-rework)$/.test(label) &&
      label !== `flow:${flow}` &&
      !(hot && label === RISK_LABEL),
  );
  return [...kept, `flow:${flow}`, `state:${state}`, ...(hot ? [RISK_LABEL] : [])];
}

/**
 * What has to be put on and taken off for it, so that a label somebody else sets meanwhile is not lost; first on, then off,
 * so that no moment is without a state.
 */
export function labelChanges(
  current: readonly string[],
  flow: string,
  state: FlowState,
  hot = false,
): { readonly add: readonly string[]; readonly remove: readonly string[] } {
  const wanted = labelsFor(current, flow, state, hot);
  return {
    add: wanted.filter((label) => !current.includes(label)),
    remove: current.filter((label) => !wanted.includes(label)),
  };
}
