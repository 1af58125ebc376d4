import { fold } from '../../core/fold.ts';
import { holdOf, labelsOf } from '../../core/hold.ts';
import { openResume } from './open-resume.ts';
import { diagnose, isUnwritten, mayBeUnwritten, type Diagnosis } from '../../flow/diagnose.ts';
import { knownFacts } from '../../flow/known-facts.ts';
import { nextOf } from '../../flow/successor.ts';
import { OWN_BOT, type GitHubHost, type WorkflowRun } from '../github/host.ts';
import type { Clock } from '../github/transport.ts';
import { readState, withNewestCopies, type FlowFiles, type SubjectState } from './read-state.ts';

/** A subject as it was read, and how it stands by that. */
export interface Seen {
  readonly state: SubjectState;
  readonly diagnosis: Diagnosis;
}

/** What a diagnosis needs of the sweeper's inputs. */
export interface DiagnosedInputs extends FlowFiles {
  readonly workflow: string;
  readonly paused?: string | undefined;
  /** Minutes. */
  readonly grace: number;
}

/** A host to ask, and the time. */
type Reader = { readonly host: GitHubHost; readonly clock: Clock };

/** What is read of a subject, and how it stands: what the sweeper acts on and `status` shows. */
export async function readDiagnosed(
  subject: number,
  inputs: DiagnosedInputs,
  runs: readonly WorkflowRun[],
  world: Reader,
): Promise<Seen> {
  const state = await readState(subject, inputs, world.host);
  const diagnosis = await judge(subject, state, runs, inputs, world);
  const known = fold(knownFacts(inputs.flow, subject, state));
  if (!mayBeUnwritten({ subject, state: known, runs }, diagnosis)) return { state, diagnosis };
  const more = await withNewestCopies(state, known.head, world.host);
  if (!lacks(subject, state, more, inputs)) return { state, diagnosis };
  return { state, diagnosis: await judge(subject, state, runs, inputs, world, true) };
}

/** True when other copies hold an end that the Ledger has still to tell. */
export function lacks(subject: number, ledger: SubjectState, all: SubjectState, { flow }: DiagnosedInputs): boolean {
  const facts = (state: SubjectState) => fold(knownFacts(flow, subject, state));
  return isUnwritten(ledger.flow, facts(ledger), facts(all));
}

/** How a subject stands by the copies that were read. */
export async function judge(
  subject: number,
  state: SubjectState,
  listed: readonly WorkflowRun[],
  inputs: DiagnosedInputs,
  { host, clock }: Reader,
  unwritten = false,
): Promise<Diagnosis> {
  const known = fold(knownFacts(inputs.flow, subject, state));
  const { issue, comments } = state.subject;
  const hold = holdOf(subject, labelsOf(state.subject), inputs.paused);
  const runs = [...listed];
  // A run that the list does not show may be alive all the same: asked for by its id, the host knows.
  const due = nextOf(state.flow, known);
  const record = known.hops.find((hop) => hop.seq === due?.seq && hop.attempt === due.attempt);
  for (const { fence } of record?.starts ?? []) {
    const run = runs.some(({ id }) => id === fence) ? undefined : await host.readRun(inputs.workflow, fence);
    if (run !== undefined) runs.push(run);
  }
  const asked = hold === undefined ? await openResume(known, comments, host) : undefined;
  return diagnose({
    flow: state.flow,
    subject,
    state: known,
    unwritten,
    issue,
    bot: OWN_BOT,
    commits: state.commits,
    runs,
    hold,
    resume: asked,
    updated: comments.find(({ id }) => id === state.ledger.place.comment)?.edited?.at,
    now: clock.now(),
    grace: inputs.grace * 60_000,
  });
}
