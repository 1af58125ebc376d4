import { z } from 'zod';

/** The issue as an agent sees it. Anyone may have written it. */
export const issueSchema = z.object({
  number: z.int().min(1),
  title: z.string(),
  body: z.string(),
  author: z.string().default(''),
});
export type IssueText = z.infer<typeof issueSchema>;

const lines = (most: number) => z.array(z.string()).max(most).default([]);

/** What is known beside the issue. All of it is shown to the agent as data. */
export const contextSchema = z.object({
  /** Gates as they stand on the head, one line each. */
  facts: lines(100),
  /** What earlier agents and gates hand on. */
  advisories: lines(100),
  /** How the last hops ended, oldest first: earlier attempts of this one too. */
  ends: lines(100),
});
export type PromptContext = z.infer<typeof contextSchema>;
