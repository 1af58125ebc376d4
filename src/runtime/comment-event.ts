import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FlowError } from '../core/errors.ts';
import { issueOfPullRequest } from '../flow/pull-request.ts';
import type { CommentEvent } from './flow/control.ts';

/** As much of the event `issue_comment` as is used; of its texts only which issue a PR says that it closes. */
const eventSchema = z.object({
  action: z.literal('created'),
  comment: z.object({
    id: z.int().min(1),
    user: z.object({ login: z.string(), type: z.string() }).nullable(),
  }),
  issue: z.object({
    number: z.int().min(1),
    pull_request: z.unknown().optional(),
    body: z.string().nullable().optional(),
  }),
});

/** Reads the comment that started a run from the runner's event file. */
export function readCommentEvent(path: string): CommentEvent {
  const parsed = eventSchema.safeParse(readJson(path));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new FlowError('bad-input', `the event is no new comment: ${issue.path.join('.')}: ${issue.message}`, {
      at: 'GITHUB_EVENT_PATH',
      fix: 'use this action in a workflow with `on: { issue_comment: { types: [created] } }`',
    });
  }
  const { comment, issue } = parsed.data;
  const { login, type } = comment.user ?? { login: 'ghost', type: 'User' };
  const onPull = issue.pull_request !== undefined && issue.pull_request !== null;
  return {
    comment: comment.id,
    number: issue.number,
    onPull,
    closes: onPull ? issueOfPullRequest(issue.body ?? '') : undefined,
    bot: type !== 'User' || login.endsWith('[bot]'),
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new FlowError('bad-input', 'the event file cannot be read', {
      at: 'GITHUB_EVENT_PATH',
      fix: 'run this as a step of a GitHub Actions job',
      cause,
    });
  }
}
