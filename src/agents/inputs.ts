import { z } from 'zod';
import { hopSchema } from '../core/hop.ts';
import { input } from '../core/input.ts';
import { contextSchema, issueSchema } from './prompt-data.ts';

/** Most minutes an agent may take. */
const LONGEST = 360;

/** Inputs of every agent. */
export const agentInputs = z.object({
  hop: input.json(hopSchema, 120_000).describe('The hop as `admit` gave it (its output `hop`).'),
  issue: input.json(issueSchema, 100_000).describe('The issue: number, title, body, author (JSON). Untrusted.'),
  context: input
    .json(contextSchema, 100_000)
    .optional()
    .describe('Facts on the head, advisories and how the last hops ended (JSON). Untrusted.'),
  engine: input.name().default('command').describe('What runs the prompt: `command` (any program).'),
  command: input
    .json(z.array(z.string().min(1).max(4000)).min(1).max(100), 10_000)
    .optional()
    .describe(
      'Program of the engine `command` with its arguments, as a JSON array; the prompt comes on its standard input.',
    ),
  'model-key': input
    .secret()
    .optional()
    .describe('Key of the model; the engine finds it as BITNET_FLOW_MODEL_KEY. The only secret of the job.'),
  timeout: input.integer(1, LONGEST).default(30).describe('Most minutes the engine may take.'),
  'working-directory': input.text(400).default('.').describe('Checkout the agent works in.'),
});
export type AgentInputs = z.infer<typeof agentInputs>;

export const agentOutputs = { status: '`ok`, `timeout`, `crashed` or `not-found`: how the engine ended.' } as const;
