import { defineAction } from '../core/action.ts';
import { agentInputs, agentOutputs } from './inputs.ts';

/** The action of an agent; `does` is its line in the flow. */
export function agentAction(name: string, does: string) {
  return defineAction({
    name,
    kind: 'agent',
    title: name.replace(/^[a-z]|-[a-z]/g, (match) => match.replace('-', ' ').toUpperCase()),
    description: `Agent: ${does}.`,
    inputs: agentInputs,
    outputs: agentOutputs,
    permissions: { contents: 'read' },
    example: {
      hop: '${{ needs.admit.outputs.hop }}',
      issue: '${{ needs.admit.outputs.issue }}',
      context: '${{ needs.admit.outputs.context }}',
      command: '["node", "agent.mjs"]',
    },
  });
}
