import { z } from 'zod';
import { VERDICTS } from '../core/verdict.ts';

/** The issue as an agent sees it. Anyone may have written it. */
export const issueSchema = z.object({
  number: z.int().min(1),
  title: z.string(),
  body: z.string(),
  author: z.string().default(''),
});
export type IssueText = z.infer<typeof issueSchema>;

/** What is known beside the issue. All of it is shown to the agent as data. */
export const contextSchema = z.object({
  /** Gates as they stand on the head; `evidence` is one line. */
  gates: z
    .array(
      z.object({
        gate: z.string(),
        status: z.enum(VERDICTS),
        reason: z.string().optional(),
        evidence: z.string().default(''),
        sha: z.string().optional(),
      }),
    )
    .max(100)
    .default([]),
  /** Lines that earlier agents and gates hand on. */
  advisories: z.array(z.string()).max(100).default([]),
  /** Why earlier attempts of this hop did not stand, oldest first. */
  earlier: z.array(z.string()).max(20).default([]),
});
export type PromptContext = z.infer<typeof contextSchema>;
