import type { z } from 'zod';
import { FlowError } from '../../core/errors.ts';
import { fold } from '../../core/fold.ts';
import { labelsOf } from '../../core/hold.ts';
import { ledgerMarker } from '../../core/ledger/render.ts';
import type { control } from '../../flow/actions.ts';
import { answerMarker, NO_COMMAND, NO_FLOW, NOT_ALLOWED, planControl, type ControlPlan } from '../../flow/control.ts';
import { parseControlComment } from '../../flow/control-comment.ts';
import { rebuildAnswer } from '../../flow/rebuild.ts';
import { knownFacts } from '../../flow/known-facts.ts';
import { LABELS } from '../../flow/labels.ts';
import { runsOf } from '../../core/run-name.ts';
import { nextOf } from '../../flow/successor.ts';
import { OWN_BOT, type FoundComment, type GitHubHost, type WorkflowRun } from '../github/host.ts';
import { statusOf } from '../github/refusal.ts';
import type { Clock } from '../github/transport.ts';
import { onceOnly } from './once-only.ts';
import { readState, type FlowFiles, type SubjectState } from './read-state.ts';
import { rebuildLedger } from './rebuild-ledger.ts';

export type ControlInputs = z.infer<(typeof control)['inputs']>;
export type ControlOutputs = Record<keyof (typeof control)['outputs'], string>;

export interface ControlWorld {
  readonly host: GitHubHost;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** First wait before a second look at the list of runs, in milliseconds. */
  readonly pause: number;
}

/** The comment that started the run, as the event file has it; its text is not taken from there. */
export interface CommentEvent {
  readonly comment: number;
  /** Number of the issue or PR it stands on. */
  readonly number: number;
  readonly onPull: boolean;
  /** Made by a bot. */
  readonly bot: boolean;
  /** The issue that the PR says it closes: a hint, which is judged by whose PR it is. */
  readonly closes?: number | undefined;
}

/**
 * Does what a comment asks, once: the comment is read again from the host, its author's permission is asked for, and an
 * answer that is there already ends it. A comment that is gone, edited, by a bot or not to the flow does nothing.
 */
export async function controlFlow(
  inputs: ControlInputs,
  event: CommentEvent,
  world: ControlWorld,
): Promise<ControlOutputs> {
  const { host } = world;
  const nothing = (why: string): ControlOutputs => {
    world.log(`nothing to do: ${why}`);
    return { command: '', subject: '', done: '' };
  };
  if (event.bot) return nothing('the comment is by a bot');
  const comment = await host.findComment(event.comment);
  if (comment === undefined || comment.number !== event.number) return nothing('the comment is not there any more');
  const command = parseControlComment(comment.body);
  if (command === undefined) return nothing('the comment does not speak to the flow');
  if (comment.edited) return nothing('the comment was edited');
  const thread = await host.listComments(event.number);
  if (thread.some((other) => other.author === OWN_BOT && other.body.startsWith(answerMarker(comment.id))))
    return nothing('the comment was answered already');
  const answer = async (text: string): Promise<void> => {
    await host.createComment(event.number, `${answerMarker(comment.id)}\n${text}\n`);
  };
  const mayWrite = await host.mayWrite(comment.author);
  if (!mayWrite) {
    // To a stranger's word that is no command nothing is said: there would be no end to it.
    if (command !== 'unknown') await answer(NOT_ALLOWED);
    return nothing('its author has no write permission');
  }
  const subject = event.onPull ? (subjectOf(inputs.flow, thread) ?? event.closes) : event.number;
  const state = subject === undefined ? undefined : await readState(subject, inputs, host);
  if (subject === undefined || (event.onPull && state?.subject.pr?.number !== event.number)) {
    await answer(NO_FLOW);
    return nothing('the pull request does not belong to a flow');
  }
  if (state!.subject.comments.some(({ id, edited }) => id === comment.id && edited !== undefined))
    return nothing('the comment was edited');
  if (command === 'unknown') {
    await answer(NO_COMMAND);
    return nothing('the word after /flow is no command');
  }
  if (command === 'rebuild') {
    const outcome = await rebuildLedger({ ...inputs, subject, paused: inputs.paused }, world);
    await answer(rebuildAnswer(outcome));
    return { command, subject: String(subject), done: outcome.kind === 'written' ? 'yes' : outcome.kind };
  }
  const read = await readControl(subject, state!, inputs, host);
  const plan = planControl({
    ...read,
    command,
    comment: { ...comment, mayWrite, here: true },
    variable: inputs.paused,
  });
  try {
    const run = await perform(plan, { ...read, subject, comment: comment.id }, inputs.workflow, state!, world);
    await answer(plan.answer);
    return { command, subject: String(subject), done: run === undefined ? 'yes' : `run ${run}` };
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined || status >= 500) throw error;
    await answer(`The host refused to do this (${status}). The log of this run says more.`);
    throw error;
  }
}

/** The subject of a PR: what the flow's own Ledger on it says. */
function subjectOf(flow: string, thread: readonly FoundComment[]): number | undefined {
  for (const { author, body } of thread) {
    const named = /^<!-- bitnet-flow:ledger flow=[a-z0-9-]+ subject=([1-9][0-9]{0,8}) -->/.exec(body)?.[1];
    if (author === OWN_BOT && named !== undefined && body.startsWith(ledgerMarker(flow, Number(named))))
      return Number(named);
  }
  return undefined;
}

/** What a command is judged by, besides itself. */
export interface ControlRead {
  readonly subject: number;
  readonly state: ReturnType<typeof fold>;
  readonly due: ReturnType<typeof nextOf>;
  readonly labels: readonly string[];
  readonly running: boolean;
  readonly start: string;
}

/** Reads where a subject stands and whether a run of it is queued or running. */
export async function readControl(
  subject: number,
  read: SubjectState,
  { workflow, flow }: FlowFiles & { readonly workflow: string },
  host: GitHubHost,
): Promise<ControlRead> {
  const state = fold(knownFacts(flow, subject, read));
  return {
    subject,
    state,
    due: nextOf(read.flow, state),
    labels: labelsOf(read.subject),
    running: (await aliveRuns(subject, workflow, host)).length > 0,
    start: `gh workflow run ${workflow} --field subject=${subject}`,
  };
}

async function aliveRuns(subject: number, workflow: string, host: GitHubHost): Promise<WorkflowRun[]> {
  const runs = await host.listRuns(workflow);
  return runsOf(runs, subject).filter((run) => run.alive);
}

/** Labels first, then the run; each of them does no harm when it is done twice. Gives the id of the run. */
export async function perform(
  plan: ControlPlan,
  { subject, comment }: { readonly subject: number; readonly comment: number | undefined },
  workflow: string,
  { subject: { issue, pr, labels, defaultBranch } }: SubjectState,
  world: ControlWorld,
): Promise<number | undefined> {
  const { host } = world;
  if (issue === undefined) throw new FlowError('not-found', `there is no issue #${subject}`, { at: 'subject' });
  for (const name of plan.add) {
    const { color, description } = LABELS[name]!;
    if (!labels.includes(name)) await host.createLabel(name, color, description);
    await host.addLabels(subject, [name]);
  }
  for (const name of plan.remove) {
    if (issue.labels.includes(name)) await host.removeLabel(subject, name);
    if (pr?.labels.includes(name) === true) await host.removeLabel(pr.number, name);
  }
  if (plan.dispatch === 'no') return undefined;
  const inputs = { subject: String(subject), ...(plan.dispatch === 'resume' ? { resume: String(comment) } : {}) };
  const look = async (): Promise<number | undefined> => {
    world.log('the dispatch is in doubt: looking for its run');
    return (await aliveRuns(subject, workflow, host))[0]?.id;
  };
  return await onceOnly(() => host.dispatch(workflow, defaultBranch, inputs), look, world);
}
