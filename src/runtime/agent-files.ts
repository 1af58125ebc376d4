import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { usageSchema } from '../core/usage.ts';

/**
 * How an engine's run ended. `turn-limit`: no result in the turns it had; `model-error`: the model's service refused;
 * `bad-output`: the program's own report is not to be believed.
 */
export const ENGINE_OUTCOMES = [
  'ok',
  'timeout',
  'crashed',
  'not-found',
  'turn-limit',
  'model-error',
  'bad-output',
] as const;

const statusSchema = z.strictObject({
  v: z.literal(1),
  agent: z.string(),
  attempt: z.int(),
  outcome: z.enum(ENGINE_OUTCOMES),
  /** One line for a person. */
  detail: z.string(),
  /** What the engine used, by its own report. */
  usage: usageSchema.optional(),
});
export type AgentStatus = z.infer<typeof statusSchema>;

/** The folder that an agent's step and `hand-over` share within a job. */
export function agentFolder(runnerTemp: string): string {
  return join(runnerTemp, 'bitnet-flow');
}

export const resultFile = (folder: string): string => join(folder, 'result.json');
export const promptFile = (folder: string): string => join(folder, 'prompt.md');
const statusFile = (folder: string): string => join(folder, 'status.json');

/** Empties the folder, so that nothing of an earlier step counts. */
export function prepareAgentFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

export function writeAgentStatus(folder: string, status: AgentStatus): void {
  writeFileSync(statusFile(folder), `${JSON.stringify(status)}\n`);
}

/** The status the agent's step left; undefined when it left none that can be read: then the step crashed. */
export function readAgentStatus(folder: string): AgentStatus | undefined {
  try {
    return statusSchema.parse(JSON.parse(readFileSync(statusFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}
