import type { EndReason } from '../verdict.ts';

/** What a flow asks of a person when it has ended in needs-rework. */
export interface Ask {
  /** What to look at or to do, one or two sentences. */
  readonly what: string;
  /** `resume`: `/flow resume` goes on from there. `hand`: this flow is over, the branch is a person's. */
  readonly then: 'resume' | 'hand';
}

/** One ask for every reason a flow can end for, so that none ends without a question that a person can answer. */
export const ASKS: Readonly<Record<EndReason, Ask>> = {
  'agent-failed': {
    what: 'The agent gave no usable result three times. Look at the log of its last run, and repair its command, its model key or its time limit.',
    then: 'resume',
  },
  'no-progress': {
    what: 'The agent repeats itself without getting further. Make the issue or its criteria clearer, or push a commit that helps.',
    then: 'resume',
  },
  partial: {
    what: 'A required gate stays red. Review the branch as it is and decide: repair it, or close it.',
    then: 'hand',
  },
  'gates-pending': {
    what: 'All that the flow runs itself is done; required gates that run elsewhere have no result on the head, and the plan names them. Run tier B for the pull request. Its results come in by a hop of their own, or by a resume.',
    then: 'resume',
  },
  scope: {
    what: 'The agent changed files outside its write scope, and nothing was pushed. Decide whether the scope in the profile or in the contract is too narrow or the task is another one.',
    then: 'resume',
  },
  schema: {
    what: 'The result of the agent does not fit its schema. Look at the log of its last run, and repair the program that writes it.',
    then: 'resume',
  },
  'bad-patch': {
    what: 'The patch of the agent could not be applied, or holds what no patch may hold. Look at the log of its last run.',
    then: 'resume',
  },
  'public-safety': {
    what: 'The work held a key, or the name of a private machine, and nothing of it was written. The evidence says which class and where: take it out, and revoke a key.',
    then: 'resume',
  },
  'contract-changed': {
    what: 'The contract is another one than the approved one. Put it back, or leave it: to go on approves it as it was met here.',
    then: 'resume',
  },
  'contract-refused': {
    what: 'The contract of the issue cannot be read; the plan below says where and why. Repair it in the issue: `bitnet-flow contract check` reads it as the flow does.',
    then: 'resume',
  },
  'subject-closed': { what: 'The issue was closed. Reopen it if the work should go on.', then: 'resume' },
  'history-rewritten': {
    what: 'The history of the branch was rewritten, so its facts stand on commits that are gone. Put the branch back, or delete it.',
    then: 'resume',
  },
  'merge-conflict': {
    what: 'The base cannot be merged into the branch without a decision. Merge it by hand and push the branch.',
    then: 'resume',
  },
  'dispatch-exhausted': {
    what: 'The next run could not be started. Look at its last run if there is one, at the permission `actions: write` and at the workflow on the default branch.',
    then: 'resume',
  },
  'pr-refused': {
    what: 'The host refused the pull request. Allow Actions to create pull requests in the settings, and close any other one of this branch.',
    then: 'resume',
  },
  'head-unstable': {
    what: 'The branch moved under three hops in a row. Agree on who pushes to it.',
    then: 'resume',
  },
  'hop-limit': {
    what: 'The flow has used up its hops. Review the branch as it is: split the issue, or finish by hand.',
    then: 'hand',
  },
  stopped: { what: 'A person stopped the flow. Say whether it should go on.', then: 'resume' },
};

const UNNAMED: Ask = { what: 'The flow ended without all it needs. See the plan below.', then: 'resume' };

const THEN = {
  resume: 'Then comment `/flow resume`.',
  hand: 'This flow does not go on: finish on its branch by hand.',
} as const;

/** The ask of an end, as one line of Markdown of our own words. */
export function askOf(reason: string | undefined): string {
  const ask = (ASKS as Readonly<Record<string, Ask>>)[reason ?? ''] ?? UNNAMED;
  return `${ask.what} ${THEN[ask.then]}`;
}

/** True when a person's word lets a flow that ended for this reason go on where it stopped. */
export function isResumable(reason: string | undefined): boolean {
  return ((ASKS as Readonly<Record<string, Ask>>)[reason ?? ''] ?? UNNAMED).then === 'resume';
}
