import { requiredGates } from '../../core/flow.ts';
import { fold } from '../../core/fold.ts';
import { holdOf, labelsOf, pauseOf } from '../../core/hold.ts';
import { renderLedger } from '../../core/ledger/render.ts';
import { runsOf } from '../../core/run-name.ts';
import { restore, type LedgerCopy, type Restored } from '../../flow/copies.ts';
import { readCriteria } from '../../flow/criteria.ts';
import { findLedger } from '../../flow/find-ledger.ts';
import type { RebuildOutcome } from '../../flow/rebuild.ts';
import type { GitHubHost, WorkflowRun } from '../github/host.ts';
import type { Clock } from '../github/transport.ts';
import { readAllCopies } from './read-copies.ts';
import type { FlowFiles, SubjectState } from './read-state.ts';
import { foreignText, writeLedger, type LedgerWrite } from './write-ledger.ts';

/** Pages of the list of runs that are looked through for one that is alive. */
const RUN_PAGES = 3;

export interface RebuildInputs extends FlowFiles {
  readonly subject: number;
  readonly workflow: string;
  readonly paused: string | undefined;
}

/** What a rebuild would do, with all that it needs for that. */
export type RebuildPlan =
  | Exclude<RebuildOutcome, { readonly kind: 'written' | 'unchanged' }>
  | { readonly kind: 'unchanged'; readonly restored: Restored; readonly url: string }
  | {
      readonly kind: 'needed';
      readonly restored: Restored;
      /** Address of the Ledger as it is; empty where there is none. */
      readonly url: string;
      readonly write: LedgerWrite;
    };

/** What a rebuild is done with. */
export interface RebuildWorld {
  readonly host: GitHubHost;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** Pause between looks at what was written, in milliseconds. */
  readonly pause: number;
}

/** Reads all copies of a subject's facts and says whether its Ledger is what they give. Writes nothing. */
export async function planRebuild(inputs: RebuildInputs, host: GitHubHost): Promise<RebuildPlan> {
  const { subject, flow } = inputs;
  const runs = await host.listRuns(inputs.workflow, RUN_PAGES);
  const run = aliveRun(runs, subject);
  if (run !== undefined) return { kind: 'running', run };
  const { read, copies } = await readAllCopies(subject, inputs, host);
  const restored = restore(copies);
  const { state } = restored;
  if (state.hops.length === 0) return { kind: 'nothing' };
  const { comments, pr, defaultBranch } = read.subject;
  const found = findLedger(flow, subject, comments);
  const pull = state.pr !== undefined && pr?.number === state.pr ? state.pr : undefined;
  const hop = { flow, subject, branch: state.branch ?? defaultBranch };
  const view = viewOf(subject, read, pagesOf(runs), inputs.paused);
  const wanted = renderLedger(state, { ...view, foreign: foreignText(hop, found.body) });
  const url = comments.find(({ id }) => id === found.place.comment)?.url ?? '';
  const inPlace = pull === undefined || found.place.on === 'pr';
  if (found.body === wanted && inPlace && found.duplicates.length === 0) return { kind: 'unchanged', restored, url };
  return { kind: 'needed', restored, url, write: { hop, facts: [], before: state.facts, found, pr: pull, view } };
}

/** Restores the Ledger of a subject from all copies, as a hop writes it; not while a run of the subject is alive. */
export async function rebuildLedger(inputs: RebuildInputs, world: RebuildWorld): Promise<RebuildOutcome> {
  const { host } = world;
  const plan = await planRebuild(inputs, host);
  if (plan.kind !== 'needed') return plan;
  const { restored, write } = plan;
  // The writer of a subject is one: what began meanwhile is waited for, not overtaken.
  const run = aliveRun(await host.listRuns(inputs.workflow, RUN_PAGES), inputs.subject);
  if (run !== undefined) return { kind: 'running', run };
  const { repository } = write.view;
  const { url } = await writeLedger(write, { ...world, repository, rerun: false });
  return { kind: 'written', restored, url };
}

/** What a Ledger shows beside its facts. */
function viewOf(subject: number, read: SubjectState, repository: string, paused: string | undefined) {
  const { issue } = read.subject;
  const hold = holdOf(subject, labelsOf(read.subject), paused);
  return {
    repository,
    required: requiredGates(read.flow),
    criteria: readCriteria(issue?.body ?? ''),
    hold: pauseOf(hold),
  };
}

/** Whether a Ledger reads as its own facts give it; a pause may have come or gone since it was written. */
export function readsAsItsFacts(
  files: FlowFiles,
  subject: number,
  { comment, block }: LedgerCopy,
  read: SubjectState,
  world: { readonly repository: string; readonly paused: string | undefined },
): boolean {
  if (block?.intact !== true) return false;
  const view = viewOf(subject, read, world.repository, world.paused);
  const foreign = foreignText({ flow: files.flow, subject }, comment.body);
  return [view, { ...view, hold: undefined }].some(
    (shown) => renderLedger(fold(block.facts), { ...shown, foreign }) === comment.body,
  );
}

function aliveRun(runs: readonly WorkflowRun[], subject: number): WorkflowRun | undefined {
  return runsOf(runs, subject).find((run) => run.alive);
}

/** The address of the repository's pages, as its runs tell it. */
export function pagesOf(runs: readonly { readonly url: string }[]): string {
  return runs.map(({ url }) => /^(.+)\/actions\/runs\/\d+/.exec(url)?.[1]).find((url) => url !== undefined) ?? '';
}
