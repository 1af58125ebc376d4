import type { z } from 'zod';
import type { tierWatch } from '../../flow/tier-actions.ts';
import { FlowError } from '../../core/errors.ts';
import type { GitHubHost } from '../github/host.ts';
import { statusOf } from '../github/refusal.ts';
import type { Clock } from '../github/transport.ts';
import { TierHost, type RunJob } from './host.ts';

export type WatchInputs = z.infer<(typeof tierWatch)['inputs']>;

export interface WatchWorld {
  readonly host: GitHubHost;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly run: number;
  /** Pause between looks, in milliseconds. */
  readonly pause: number;
}

/** Longest watch, in milliseconds: the job of the watch itself ends soon after. Jobs that wait for another run do not count as queued. */
const LONGEST_MS = 5.5 * 3_600_000;

/**
 * Waits until a runner takes the job. One that stays queued for longer than `minutes` has no runner: the run is cancelled, and the job that reports,
 * which runs `always()`, tells it. Otherwise such a job would wait a day.
 */
export async function watchForRunner(inputs: WatchInputs, world: WatchWorld): Promise<'taken' | 'ended' | 'no-runner'> {
  const { clock, log, run } = world;
  const tier = new TierHost(world.host);
  const began = clock.now();
  let queuedSince: number | undefined;
  while (clock.now() - began < LONGEST_MS) {
    const job = await look(tier, run, inputs.job);
    // What could not be seen is as it was.
    if (job === 'unseen') {
      await clock.sleep(world.pause);
      continue;
    }
    if (job?.taken === true || job?.status === 'in_progress') return 'taken';
    if (job?.status === 'completed') return 'ended';
    // `waiting` is for an approval, `pending` for another run: neither asks for a runner yet.
    if (job?.status !== 'queued') queuedSince = undefined;
    else queuedSince ??= clock.now();
    const minutes = queuedSince === undefined ? 0 : (clock.now() - queuedSince) / 60_000;
    if (minutes >= inputs.minutes) {
      log(`no runner took ${inputs.job} in ${inputs.minutes} min: the run ends here (degraded-provider)`);
      await tier.cancelRun(run);
      return 'no-runner';
    }
    // A job that does not ask for a runner yet is looked at less often: calls of a job are counted.
    await clock.sleep(queuedSince === undefined ? world.pause * 3 : world.pause);
  }
  log(`${inputs.job} was not taken, and this watch ends; the host ends the job in a day`);
  return 'no-runner';
}

/** A look that the host fails tells nothing: the next one may. What is refused, here or there, ends the watch. */
async function look(tier: TierHost, run: number, name: string): Promise<RunJob | undefined | 'unseen'> {
  try {
    return await tier.findJob(run, name);
  } catch (error) {
    const status = statusOf(error);
    if (error instanceof FlowError || (status !== undefined && status < 500)) throw error;
    return 'unseen';
  }
}
