export { agentAction } from './definition.ts';
export { agentInputs, agentOutputs } from './inputs.ts';
export type { EnginePrompt } from './prompt.ts';
export { renderPrompt } from './prompt.ts';
