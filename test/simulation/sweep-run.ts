import { sweep } from '../../src/flow/actions.ts';
import { sweepFlows } from '../../src/runtime/flow/sweep.ts';
import { inputsOf, WORKFLOW } from './hop-run.ts';
import { Job } from './job.ts';
import type { Process } from './scheduler.ts';
import type { Simulation } from './simulation.ts';

export const SWEEP_WORKFLOW = 'bitnet-flow-sweep.yml';

/** One run of the sweeper's workflow: the real sweeper on a client of its own. */
export async function sweepRun(simulation: Simulation, process: Process): Promise<void> {
  await simulation.scheduler.park(process, 5_000);
  const job = new Job(simulation, process, 'sweep', 0);
  const end = await job.perform(async () => {
    const world = { host: job.host(), clock: job.clock, log: (line: string) => simulation.note(line), pause: 1_000 };
    const { outputs } = await sweepFlows(inputsOf(sweep, { profile: 'node', workflow: WORKFLOW }), world);
    return { ...outputs };
  });
  if (end.error !== undefined) simulation.sawError('sweep', end.error);
  simulation.swept(end.outputs['repaired'] ?? '', end.outputs['attention'] ?? '');
}
