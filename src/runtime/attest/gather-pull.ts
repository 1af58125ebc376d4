import { FlowError } from '../../core/errors.ts';
import { fold } from '../../core/fold.ts';
import { pinsContract } from '../../flow/contract-pin.ts';
import { knownFacts } from '../../flow/known-facts.ts';
import { issueOfPullRequest } from '../../flow/pull-request.ts';
import { approvedContract } from '../approved-contract.ts';
import { readState, type FlowFiles, type SubjectState } from '../flow/read-state.ts';
import { OWN_BOT, type GitHubHost, type PullNow } from '../github/host.ts';
import type { Gathered } from './gathered.ts';

/** Gathers from the host: a pull request as it stands, the facts of its flow, and the merge base. */
export async function gatherPull(number: number, files: FlowFiles, host: GitHubHost): Promise<Gathered> {
  const pull = await host.readPull(number);
  if (pull === undefined) {
    throw new FlowError('not-found', `${host.owner}/${host.repo} has no pull request #${number}`, {
      at: 'pr',
      fix: 'give the number of a pull request; `bitnet-flow status --all` lists those of the flow',
    });
  }
  const subject = await subjectOf(pull, files.flow, host);
  const read = await readState(subject, files, host);
  const state = fold(knownFacts(read.flow.flow, subject, read));
  if (state.branch !== pull.head.ref)
    throw notOfTheFlow(
      number,
      `its branch is ${pull.head.ref}, and the flow on #${subject} works on ${state.branch ?? 'none'}`,
    );
  const mergeBase = await host.mergeBase(pull.base.ref, pull.head.sha);
  // The list is cut at a hundred: whole it is when the merge base is in it.
  const shas = (read.subject.commits ?? []).map(({ sha }) => sha);
  const contract = approvedContract(read.subject.issue?.body ?? '', state);
  const changed = pinsContract(state) && contract === undefined;
  return {
    title: `#${number} of ${host.owner}/${host.repo} against ${state.facts.length} facts of ${files.flow} on #${subject}`,
    text: pull.body,
    file: `#${number}`,
    state,
    around: { contract, head: pull.head.sha, mergeBase },
    commits: shas.includes(mergeBase ?? '') ? new Set(shas) : undefined,
    repository: pagesOf(read),
    contractChanged: changed,
    notes: [...(pull.open ? [] : ['the pull request is closed']), ...read.ledger.notes],
  };
}

/** The issue of the flow that made a pull request: the Ledger of its own bot says it, and the text only where there is none. */
async function subjectOf({ number, body }: PullNow, flow: string, host: GitHubHost): Promise<number> {
  const comments = await host.listComments(number);
  const marker = new RegExp(`^<!-- bitnet-flow:ledger flow=${flow} subject=([1-9][0-9]{0,8}) -->`);
  const told = comments.filter(({ author }) => author === OWN_BOT).map((comment) => marker.exec(comment.body)?.[1]);
  const subject = told.find((found) => found !== undefined) ?? issueOfPullRequest(body);
  if (subject === undefined) throw notOfTheFlow(number, 'it has no Ledger, and its text names no issue');
  return Number(subject);
}

function notOfTheFlow(number: number, why: string): FlowError {
  return new FlowError('not-found', `pull request #${number} was not made by a flow: ${why}`, {
    at: 'pr',
    fix: 'give the number of a pull request that a flow opened, or verify from files with --text and --facts',
  });
}

/** Address of the repository's pages, from that of any comment: only the host knows where they are. */
function pagesOf({ subject }: SubjectState): string | undefined {
  return subject.comments
    .map(({ url }) => /^(.+)\/(?:issues|pull)\/\d+#/.exec(url)?.[1])
    .find((url) => url !== undefined);
}
