import { FlowError } from '../../core/errors.ts';
import { printable } from '../../core/text.ts';
import { isRateLimit, statusOf } from './refusal.ts';

/** What a call to the host failed with, as Octokit throws it. */
interface CallError {
  readonly message: string;
  readonly request?: { readonly method?: string; readonly url?: string };
  /** Absent where nobody answered: the status is then Octokit's own. */
  readonly response?: unknown;
}

/** Who gets the error: somebody at a terminal, or the reader of a workflow's log. */
export type FailureReader = 'command' | 'action';

const TOKEN: Record<FailureReader, string> = {
  command: 'export GITHUB_TOKEN="$(gh auth token)", or another that is valid there',
  action: 'leave out the input `token`, whose default is the token of the job, or give one that is valid there',
};
const NO_ANSWER: Record<FailureReader, string> = {
  command: 'see whether this machine reaches it; --api-url or GITHUB_API_URL names another',
  action: 'see whether the runner reaches it, and run the job again',
};

/**
 * A failed call to the host as an error for a person: what was asked, what came, what helps; undefined for every other error. A host that is
 * out of reach, or a token that it does not take, is no fault of this program.
 */
export function hostFailure(error: unknown, reader: FailureReader = 'command'): FlowError | undefined {
  if (error instanceof FlowError || !(error instanceof Error) || error.name !== 'HttpError') return undefined;
  const { message, request, response } = error as CallError;
  const status = statusOf(error) ?? 0;
  const address = request?.url ?? '';
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const asked = `${request?.method ?? 'a call'} ${url?.pathname ?? ''}`.trim();
  const said = printable(message.split(' - https://')[0]!, 300);
  const [words, fix] =
    response === undefined
      ? [`no answer: ${said}`, NO_ANSWER[reader]]
      : [`${status} ${said}`, fixOf(status, error, reader)];
  return new FlowError('host', `${url?.origin ?? 'the host'}, ${printable(asked, 200)}: ${words}`, {
    cause: error,
    ...(fix === undefined ? {} : { fix }),
  });
}

function fixOf(status: number, error: unknown, reader: FailureReader): string | undefined {
  if (isRateLimit(error) || status === 429) return 'wait until the host takes calls again';
  if (status === 401) return TOKEN[reader];
  if (status === 403) return 'give a token, or a job the permissions, that may do this';
  if (status === 404) return 'check the name; what a token may not see is not found, either';
  return status >= 500 ? 'try again; see https://www.githubstatus.com' : undefined;
}
