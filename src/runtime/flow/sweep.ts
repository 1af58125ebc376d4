import type { z } from 'zod';
import { fold } from '../../core/fold.ts';
import { printable } from '../../core/text.ts';
import type { sweep } from '../../flow/actions.ts';
import { REPAIR_LIMIT } from '../../flow/diagnose.ts';
import { knownFacts } from '../../flow/known-facts.ts';
import { parseRunTitle } from '../../core/run-name.ts';
import { sweepLine, sweptSummary, type Swept } from '../../flow/sweep-report.ts';
import { HOP_CALLS } from '../github/client.ts';
import { OWN_BOT, type GitHubHost, type WorkflowRun } from '../github/host.ts';
import { HostLimitError, utcSeconds } from '../github/quota.ts';
import type { Clock } from '../github/transport.ts';
import { judge, lacks, readDiagnosed, type Seen } from './diagnosed.ts';
import { dispatchHop } from './dispatch-next.ts';
import { chainBefore, withAllCopies } from './read-state.ts';

export type SweepInputs = z.infer<(typeof sweep)['inputs']>;
export type SweepOutputs = Record<keyof (typeof sweep)['outputs'], string>;

export interface SweepWorld {
  readonly host: GitHubHost;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** Pause between looks at something that another copy may show late, in milliseconds. */
  readonly pause: number;
}

/** Pages of runs that are looked at, a hundred each: far more than start between two sweeps. */
const RUN_PAGES = 3;
/** Hops dispatched in one sweep; what is left is found by the next. */
const REPAIRS_PER_SWEEP = 10;
/** Subjects read in one sweep. */
const SUBJECTS_PER_SWEEP = 30;
/** Calls after which no further subject is read: a job has a budget of them. */
const CALLS_PER_SWEEP = 300;

/** Looks at every flow of the repository and dispatches the hop that is due where one stopped; writes nothing else. */
export async function sweepFlows(
  inputs: SweepInputs,
  world: SweepWorld,
): Promise<{ outputs: SweepOutputs; summary: string; swept: readonly Swept[] }> {
  const { host } = world;
  const elsewhere = inputs['current-flow'] !== undefined && inputs['current-flow'] !== inputs.flow;
  if (elsewhere) world.log(`nothing to do: CURRENT_FLOW is ${printable(inputs['current-flow']!, 40)}`);
  const found = elsewhere ? NOTHING : await orLater(() => findFlows(inputs, host), NOTHING, world);
  const { runs, subjects } = found;
  if (subjects.length > SUBJECTS_PER_SWEEP)
    world.log(`${subjects.length} flows, ${SUBJECTS_PER_SWEEP} of them in this sweep`);
  const swept: Swept[] = [];
  for (const subject of turn(subjects, world.clock.now()).slice(0, SUBJECTS_PER_SWEEP)) {
    if (host.client.calls > CALLS_PER_SWEEP) {
      world.log(`${host.client.calls} calls made: the next sweep goes on`);
      break;
    }
    const free = swept.filter((one) => one.run !== undefined).length < REPAIRS_PER_SWEEP;
    const one = await orLater(() => sweepOne(subject, runs, free, inputs, world), undefined, world);
    if (one === undefined) break;
    swept.push(one);
    world.log(sweepLine(one));
  }
  const numbers = (of: (one: Swept) => boolean): string =>
    swept
      .filter(of)
      .map(({ subject }) => subject)
      .join(',');
  return {
    outputs: { repaired: numbers((one) => one.run !== undefined), attention: numbers((one) => one.attention) },
    summary: sweptSummary(swept),
    swept,
  };
}

interface Found {
  readonly runs: readonly WorkflowRun[];
  readonly subjects: readonly number[];
}

const NOTHING: Found = { runs: [], subjects: [] };

async function findFlows(inputs: SweepInputs, host: GitHubHost): Promise<Found> {
  const runs = await trusted(await host.listRuns(inputs.workflow, RUN_PAGES), host);
  return { runs, subjects: await subjectsOf(inputs, runs, host) };
}

/** A host that takes no more calls this hour is no fault: what is left is for a later sweep. */
async function orLater<T>(action: () => Promise<T>, otherwise: T, { log }: SweepWorld): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof HostLimitError)) throw error;
    log(`${error.message}: a later sweep goes on`);
    return otherwise;
  }
}

/** Runs that count: a start by somebody who may not write was turned away, and is no sign of a flow. */
async function trusted(runs: readonly WorkflowRun[], host: GitHubHost): Promise<WorkflowRun[]> {
  const actors = [...new Set(runs.filter((run) => parseRunTitle(run.title)?.seq === 0).map((run) => run.actor))];
  const may = new Map<string, boolean>([[OWN_BOT, true]]);
  for (const actor of actors) if (!may.has(actor)) may.set(actor, await host.mayWrite(actor));
  return runs.filter((run) => may.get(run.actor) !== false);
}

/** Flows are found by the label, and by recent runs: a label comes late where it has to be made first. */
async function subjectsOf(
  inputs: SweepInputs,
  runs: readonly WorkflowRun[],
  host: GitHubHost,
): Promise<readonly number[]> {
  if (inputs.subject !== undefined) return [inputs.subject];
  const recent = new Set(runs.flatMap((run) => parseRunTitle(run.title)?.subject ?? []));
  const issues = await host.listIssues(`flow:${inputs.flow}`);
  // A flow whose label says that it has ended, and that no recent run tells of, is not worth a read.
  const open = issues.filter(
    ({ number, labels }) => recent.has(number) || !labels.some((name) => /^state:(ready|needs-rework)$/.test(name)),
  );
  return [...new Set([...recent, ...open.map(({ number }) => number)])].sort((a, b) => a - b);
}

/** Where there are more flows than one sweep reads, each sweep begins elsewhere. */
function turn(subjects: readonly number[], now: number): number[] {
  const by = subjects.length <= SUBJECTS_PER_SWEEP ? 0 : Math.floor(now / 60_000) % subjects.length;
  return [...subjects.slice(by), ...subjects.slice(0, by)];
}

async function sweepOne(
  subject: number,
  runs: readonly WorkflowRun[],
  free: boolean,
  inputs: SweepInputs,
  world: SweepWorld,
): Promise<Swept> {
  const { host } = world;
  try {
    const seen = await readDiagnosed(subject, inputs, runs, world);
    const { diagnosis } = seen;
    if (diagnosis.kind === 'exhausted' || diagnosis.kind === 'damaged') return { subject, diagnosis, attention: true };
    if (diagnosis.kind !== 'stuck' && diagnosis.kind !== 'stopped') return { subject, diagnosis, attention: false };
    if (!free) return { subject, diagnosis, attention: false, later: `${REPAIRS_PER_SWEEP} repairs a sweep` };
    const low = host.client.lowUntil(HOP_CALLS);
    if (low !== undefined) {
      return { subject, diagnosis, attention: false, later: `the host takes few more calls until ${utcSeconds(low)}` };
    }
    return await repair(subject, seen, inputs, world);
  } catch (error) {
    if (error instanceof HostLimitError) throw error;
    // One flow that cannot be read is no reason to leave the others alone.
    const failed = printable(error instanceof Error ? error.message : String(error), 200);
    return { subject, diagnosis: undefined, failed, attention: true };
  }
}

async function repair(subject: number, seen: Seen, inputs: SweepInputs, world: SweepWorld): Promise<Swept> {
  const { host } = world;
  const all = await withAllCopies(seen.state, host);
  // Looked at once more right before: another sweep, a person or a slow host may have been faster.
  const runs = await trusted(await host.listRuns(inputs.workflow), host);
  const newest = await judge(subject, all, runs, inputs, world);
  // A last end that its checks alone tell of has still to be written: the hop is run again, by what the Ledger knows.
  const written = newest.kind !== 'ended';
  const state = written ? all : seen.state;
  const diagnosis = written
    ? newest
    : await judge(subject, state, runs, inputs, world, lacks(subject, state, all, inputs));
  if (diagnosis.kind !== 'stuck' && diagnosis.kind !== 'stopped') {
    return { subject, diagnosis, attention: diagnosis.kind === 'exhausted' || diagnosis.kind === 'damaged' };
  }
  const facts = knownFacts(inputs.flow, subject, state);
  const number = diagnosis.repairs + 1;
  const due = {
    subject,
    next: diagnosis.due,
    head: fold(facts).head,
    facts,
    // Of all the facts: a Ledger that lacks some of them is then completed by the admission.
    chain: chainBefore(facts, diagnosis.due),
    ledger: state.ledger.place.comment,
    repair: number,
    resume: diagnosis.resume,
  };
  const after = Math.max(0, ...runs.map((run) => run.id));
  const run = await dispatchHop(inputs.workflow, state.subject.defaultBranch, due, after, world);
  return { subject, diagnosis, attention: false, run, repair: number, ends: number > REPAIR_LIMIT };
}
