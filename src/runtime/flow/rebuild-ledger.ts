import { FlowError } from '../../core/errors.ts';
import { requiredGates } from '../../core/flow.ts';
import { fold } from '../../core/fold.ts';
import { holdOf } from '../../core/hold.ts';
import { ledgerMarker, renderLedger } from '../../core/ledger/render.ts';
import { restore, type LedgerCopy, type Restored } from '../../flow/copies.ts';
import { readCriteria } from '../../flow/criteria.ts';
import { findLedger, type FoundLedger } from '../../flow/find-ledger.ts';
import { parseRunTitle } from '../../core/run-name.ts';
import { OWN_APP_SLUG, OWN_BOT, type GitHubHost } from '../github/host.ts';
import { realClock } from '../github/transport.ts';
import { readAllCopies, type ReadCopies } from './read-copies.ts';
import type { FlowFiles, SubjectState } from './read-state.ts';
import { foreignText, writeLedger } from './write-ledger.ts';

export interface RebuildInputs extends FlowFiles {
  readonly subject: number;
  readonly workflow: string;
  readonly paused: string | undefined;
  readonly dryRun: boolean;
  /** Pause between looks at what was written, in milliseconds. */
  readonly pause: number;
}

export interface Rebuilt {
  readonly restored: Restored;
  readonly done: 'written' | 'unchanged' | 'dry-run';
  readonly url: string;
  /** Who wrote it, when that is not the flow's own bot. */
  readonly by: string | undefined;
}

/** Restores the Ledger of a subject from all copies and writes it as a hop does. Refused while a run of the subject is alive. */
export async function rebuildLedger(inputs: RebuildInputs, host: GitHubHost): Promise<Rebuilt> {
  const { subject } = inputs;
  const repository = await refuseWhileRunning(inputs, host);
  const all = await readAllCopies(subject, inputs, host);
  const restored = restore(all.copies);
  const { state } = restored;
  if (state.hops.length === 0) {
    throw new FlowError('not-found', `no copy holds a fact of ${inputs.flow} on #${subject}: nothing can be restored`, {
      at: 'subject',
      fix: 'start the flow again on the issue; with Check Runs switched on, its facts have a copy',
    });
  }
  const login = await host.whoAmI();
  const by = [OWN_BOT, OWN_APP_SLUG].includes(login) ? undefined : login;
  const found = ledgerToWrite(inputs, all, login);
  const { pr, defaultBranch } = all.read.subject;
  const pull = state.pr !== undefined && pr?.number === state.pr ? state.pr : undefined;
  const hop = { flow: inputs.flow, subject, branch: state.branch ?? defaultBranch };
  const view = viewOf(subject, all.read, repository, inputs.paused);
  const url = all.read.subject.comments.find(({ id }) => id === found.place.comment)?.url ?? '';
  const wanted = renderLedger(state, { ...view, foreign: foreignText(hop, found.body) });
  const inPlace = pull === undefined || found.place.on === 'pr';
  const strays = straysOf(inputs, all, login, found);
  const whole = found.body === wanted && inPlace && found.duplicates.length === 0;
  if (whole && strays.length === 0) return { restored, done: 'unchanged', url, by };
  if (inputs.dryRun) return { restored, done: 'dry-run', url, by };
  // The writer of a subject is one: what began meanwhile is waited for, not overtaken.
  await refuseWhileRunning(inputs, host);
  const world = { host, clock: realClock, log: () => undefined, pause: inputs.pause, repository, rerun: false };
  const write = { hop, facts: [], before: state.facts, found, pr: pull, view };
  const written = whole ? { url } : await writeLedger(write, world);
  for (const id of strays) await host.deleteComment(id);
  return { restored, done: whole ? 'unchanged' : 'written', url: written.url, by };
}

/** What a Ledger shows beside its facts. */
function viewOf(subject: number, read: SubjectState, repository: string, paused: string | undefined) {
  const { issue, pr } = read.subject;
  const hold = holdOf(subject, [...(issue?.labels ?? []), ...(pr?.labels ?? [])], paused);
  return {
    repository,
    required: requiredGates(read.flow),
    criteria: readCriteria(issue?.body ?? ''),
    hold: hold?.kind === 'pause' ? hold : undefined,
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

/** Throws while a run of the subject is alive; gives the address of the repository's pages, as the runs tell it. */
async function refuseWhileRunning({ subject, workflow }: RebuildInputs, host: GitHubHost): Promise<string> {
  const runs = await host.listRuns(workflow, 3);
  const alive = runs.find((run) => run.alive && parseRunTitle(run.title)?.subject === subject);
  if (alive !== undefined) {
    throw new FlowError(
      'refused',
      `run ${alive.id} (${alive.title}) of #${subject} is alive, and a Ledger has one writer`,
      {
        at: alive.url,
        fix: `wait for its end, or hold the flow first: bitnet-flow pause ${subject}`,
      },
    );
  }
  return pagesOf(runs);
}

/** The address of the repository's pages, as its runs tell it. */
export function pagesOf(runs: readonly { readonly url: string }[]): string {
  return runs.map(({ url }) => /^(.+)\/actions\/runs\/\d+/.exec(url)?.[1]).find((url) => url !== undefined) ?? '';
}

/** Ledgers that this account restored while the flow's own was gone: with that one there again, they are in the way. */
function straysOf(inputs: RebuildInputs, { read }: ReadCopies, login: string, found: FoundLedger): number[] {
  const marker = ledgerMarker(inputs.flow, inputs.subject);
  const other = read.subject.comments.filter((comment) => !comment.own && comment.id !== found.place.comment);
  return other.filter(({ author, body }) => author === login && body.startsWith(marker)).map(({ id }) => id);
}

/** The comment to write into: the flow's own; where that is gone, one that this account restored before. */
function ledgerToWrite(inputs: RebuildInputs, { read }: ReadCopies, login: string): FoundLedger {
  const { comments } = read.subject;
  const own = findLedger(inputs.flow, inputs.subject, comments);
  if (own.place.comment !== undefined) return own;
  const marker = ledgerMarker(inputs.flow, inputs.subject);
  const restored = comments.find(({ author, body }) => author === login && body.startsWith(marker));
  if (restored === undefined) return own;
  const { id, on, number, body } = restored;
  return { ...own, place: { on, number, comment: id }, body };
}
