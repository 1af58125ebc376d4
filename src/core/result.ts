import { z } from 'zod';
import { AC_ID, GATES, NAME } from './names.ts';
import { ROUTE_TYPES } from './flow.ts';

const line = (max: number) => z.string().max(max);

/** result.json: what an agent hands over. Nothing in it can set a gate; `route` is checked and does not decide. */
export const agentResultSchema = z.strictObject({
  summary: line(2000).min(1),
  route: z.strictObject({ type: z.enum(ROUTE_TYPES), agent: z.string().regex(NAME).optional() }),
  claim: z.string().regex(NAME).optional(),
  /** Gates asked for on top of the hop's own. */
  gates: z.array(z.enum(GATES)).max(20).optional(),
  story: line(4000).optional(),
  acceptance_criteria: z
    .array(z.strictObject({ id: z.string().regex(AC_ID), text: line(1000).min(1) }))
    .max(50)
    .refine((list) => new Set(list.map((ac) => ac.id)).size === list.length, 'acceptance criteria ids must be unique')
    .optional(),
  pr: z.strictObject({ title: line(200).min(1), body: line(20_000) }).optional(),
  progress: line(4000).optional(),
  advisories: z.array(line(1000)).max(20).optional(),
  plan: line(4000).optional(),
});
export type AgentResult = z.infer<typeof agentResultSchema>;
