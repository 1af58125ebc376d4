import { flowState } from '../../src/core/ledger/render.ts';
import { foldOfCopies, SUBJECT } from './copies.ts';
import { MAINTAINER } from './github/records.ts';
import { WORKFLOW } from './hop-run.ts';
import type { Process } from './scheduler.ts';
import type { Simulation } from './simulation.ts';

export const SWEEP_WORKFLOW = 'bitnet-flow-sweep.yml';

/** A person in the sweeper's place: starts the subject again when nothing runs. */
export async function sweepRun(simulation: Simulation, process: Process): Promise<void> {
  await simulation.scheduler.park(process, 1_000);
  const { github } = simulation;
  const alive = github.allRuns().some(({ status }) => status !== 'completed');
  if (alive || flowState(foldOfCopies(github)) !== 'in-progress') return;
  simulation.repairs++;
  github.dispatch(WORKFLOW, { subject: String(SUBJECT) }, MAINTAINER);
}
