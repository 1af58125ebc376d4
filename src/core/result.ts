import { z } from 'zod';
import { AC_ID, GATES, NAME } from './names.ts';
import { ROUTE_TYPES } from './flow.ts';

const line = (max: number) => z.string().max(max);

/** result.json: what an agent hands over. Nothing in it can set a gate; `route` is checked and does not decide. */
export const agentResultSchema = z.strictObject({
  summary: line(2000).min(1).describe('What was done and why, in one to three sentences.'),
  route: z
    .strictObject({ type: z.enum(ROUTE_TYPES), agent: z.string().regex(NAME).optional() })
    .describe('One of the allowed routes. It is checked; gates and facts decide.'),
  claim: z
    .string()
    .regex(NAME)
    .optional()
    .describe('A claim of this agent. It counts only when none of the hop’s own gates is red.'),
  gates: z
    .array(z.enum(GATES))
    .max(20)
    .optional()
    .describe('Gates to run on top of the hop’s own. No gate can be set or left out.'),
  story: line(4000).optional().describe('The user story.'),
  acceptance_criteria: z
    .array(z.strictObject({ id: z.string().regex(AC_ID), text: line(1000).min(1) }))
    .max(50)
    .refine((list) => new Set(list.map((ac) => ac.id)).size === list.length, 'acceptance criteria ids must be unique')
    .optional()
    .describe('Atomic, testable criteria; tests are mapped to them by the names ac<N>_….'),
  pr: z
    .strictObject({ title: line(200).min(1), body: line(20_000) })
    .optional()
    .describe('Title and text of the pull request.'),
  progress: line(4000).optional().describe('Narrative for people, shown in a comment of this agent’s own.'),
  advisories: z.array(line(1000)).max(20).optional().describe('Hints for the next agents; they block nothing.'),
  plan: line(4000).optional().describe('What a person should do, when the work cannot be finished.'),
});
export type AgentResult = z.infer<typeof agentResultSchema>;
