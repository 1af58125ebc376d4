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
  engine: input
    .name()
    .default('command')
    .describe('What runs the prompt: `command` (any program) or `claude-code` (Claude Code, with file tools only).'),
  command: input
    .json(z.array(z.string().min(1).max(4000)).min(1).max(100), 10_000)
    .optional()
    .describe(
      'Program of the engine `command` with its arguments, as a JSON array; the prompt comes on its standard input.',
    ),
  'model-key': input
    .secret()
    .optional()
    .describe(
      'Key of the model: BITNET_FLOW_MODEL_KEY for a `command`, what `claude-code` signs in with. The only secret of the job.',
    ),
  model: input
    .text(100)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._:/@[\]-]*$/, 'must be the name of a model')
    .optional()
    .describe("Model of `claude-code`. Empty: the program's own choice."),
  'model-url': input
    .text(400)
    .regex(
      /^(https:\/\/[^\s@]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/[^\s@]*)?)$/,
      'must be an https address, or http on this machine',
    )
    .optional()
    .describe("Address of the model's service for `claude-code`, for a gateway of your own. Empty: the vendor's."),
  'max-turns': input
    .integer(1, 1_000)
    .default(80)
    .describe(
      'Most turns of `claude-code`, an answer of the model with its tool calls each; without a result by then it failed.',
    ),
  'engine-path': input
    .text(400)
    .optional()
    .describe(
      'Program of `claude-code`, a path or a name on PATH. Empty: the pinned version is installed from npm for the step.',
    ),
  timeout: input.integer(1, LONGEST).default(30).describe('Most minutes the engine may take.'),
  'working-directory': input.text(400).default('.').describe('Checkout the agent works in.'),
});
export type AgentInputs = z.infer<typeof agentInputs>;

export const agentOutputs = {
  status: '`ok`, `timeout`, `crashed`, `not-found`, `turn-limit`, `model-error` or `bad-output`: how the engine ended.',
} as const;
