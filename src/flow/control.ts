import type { Fold } from '../core/fold.ts';
import { holdOf, holdText, PAUSE_LABEL, STOP_LABEL } from '../core/hold.ts';
import { askOf, isResumable } from '../core/ledger/asks.ts';
import { flowState, hopLabel } from '../core/ledger/render.ts';
import type { ControlCommand } from './control-comment.ts';
import { judgeResume, type ResumeComment } from './resume.ts';
import type { Successor } from './successor.ts';

/** What a control command is judged by, read once. */
export interface ControlInput {
  readonly command: ControlCommand;
  /** The comment that asked; undefined when a person's own command did. */
  readonly comment: ResumeComment | undefined;
  readonly subject: number;
  readonly state: Fold;
  /** What the newest end announces; undefined when the flow has ended. */
  readonly due: Successor | undefined;
  /** Labels of the issue and its PR. */
  readonly labels: readonly string[];
  /** Variable `BITNET_FLOW_PAUSED`, where it can be read. */
  readonly variable: string | undefined;
  /** A run of this subject is queued or running. */
  readonly running: boolean;
  /** How a person starts the flow. */
  readonly start: string;
}

/** What a control command does, in this order, and what it says. */
export interface ControlPlan {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** `due` dispatches the subject alone; `resume` names the comment, which the admission judges again. */
  readonly dispatch: 'no' | 'due' | 'resume';
  /** One to three sentences of our own words, Markdown. */
  readonly answer: string;
}

/** Decides what a command does to a flow. Pure; doing it twice is the same as doing it once. */
export function planControl(input: ControlInput): ControlPlan {
  if (input.command === 'resume') return resume(input);
  const { state, due, running, command } = input;
  if (due === undefined) return say(`The flow has ended (${endOf(state)}): there is nothing to ${command}.`);
  const hop = `hop ${hopLabel(due)} ${due.agent}`;
  if (command === 'pause') {
    const now = running
      ? 'The hop that runs ends as it would; nothing starts after it'
      : `The ${hop} is due and does not start`;
    return { ...say(`Paused. ${now} until somebody comments \`/flow resume\`.`), add: [PAUSE_LABEL] };
  }
  if (state.last === undefined && !running) {
    return {
      ...say('No flow has begun here, and none begins until somebody comments `/flow resume`.'),
      add: [STOP_LABEL],
    };
  }
  const now = running ? 'The hop that runs ends as it would; the next one' : `The ${hop}`;
  const text = `Stopping. ${now} ends the flow in needs-rework instead of running, and opens no pull request. \`/flow resume\` takes it up again.`;
  return { ...say(text), add: [STOP_LABEL], dispatch: running ? 'no' : 'due' };
}

function resume(input: ControlInput): ControlPlan {
  const { state, due, running, labels, subject } = input;
  const remove = labels.filter((label) => [PAUSE_LABEL, STOP_LABEL].includes(label.toLowerCase()));
  const lifted = { ...say(''), remove: [...new Set(remove)] };
  const still = holdOf(subject, [], input.variable);
  if (still !== undefined) return { ...lifted, answer: `The flow is still paused ${holdText(still)}` };
  if (running) return { ...lifted, answer: 'A hop is running or queued, and the flow goes on after it.' };
  if (state.last === undefined && remove.length === 0) {
    return say(`No flow has begun here. \`${input.start}\` starts one.`);
  }
  if (due === undefined && !mayGoOn(state)) {
    const ask = flowState(state) === 'ready' ? 'there is nothing to resume.' : askOf(state.last?.reason);
    return { ...lifted, answer: `The flow has ended (${endOf(state)}): ${ask}` };
  }
  if (input.comment !== undefined) {
    const verdict = judgeResume(state, input.comment.id, input.comment);
    if (!verdict.ok) return { ...lifted, answer: `This does not resume the flow: ${verdict.why}. A new comment does.` };
  }
  const hop = due === undefined ? `${state.last!.agent} runs again` : `hop ${hopLabel(due)} ${due.agent} starts`;
  return { ...lifted, dispatch: input.comment === undefined ? 'due' : 'resume', answer: `${RESUMED} ${hop}.` };
}

function mayGoOn(state: Fold): boolean {
  return state.last?.status === 'fail' && isResumable(state.last.reason);
}

function endOf(state: Fold): string {
  const reason = state.last?.reason;
  return reason === undefined ? flowState(state) : `${flowState(state)}, ${reason}`;
}

function say(answer: string): ControlPlan {
  return { add: [], remove: [], dispatch: 'no', answer };
}

/** First word of the answer to a comment that a run was dispatched for. */
export const RESUMED = 'Resumed:';

/** What somebody without write permission is told. */
export const NOT_ALLOWED =
  'Only somebody with write permission to this repository can pause, resume, stop or rebuild a flow. Nothing has changed.';

/** What a word that is no command is answered with. */
export const NO_COMMAND =
  'The flow does not know this command. It knows `/flow pause`, `/flow resume`, `/flow stop` and `/flow rebuild`, alone on the first line of a comment. Nothing has changed.';

/** What a comment on a pull request of somebody else is answered with. */
export const NO_FLOW = 'This pull request does not belong to a flow. Nothing has changed.';

/** First line of the answer to a comment: by it a comment is answered once. */
export function answerMarker(comment: number): string {
  return `<!-- bitnet-flow:answer comment=${comment} -->`;
}
