export { agentAction } from './definition.ts';
export { agentInputs, agentOutputs } from './inputs.ts';
export { renderPrompt } from './prompt.ts';
