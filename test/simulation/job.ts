import { GitHubHost } from '../../src/runtime/github/host.ts';
import { SerialClient } from '../../src/runtime/github/client.ts';
import type { Clock } from '../../src/runtime/github/transport.ts';
import { dispatchFirst } from './dispatch-first.ts';
import { OWNER, REPO } from './github/github.ts';
import type { Process } from './scheduler.ts';
import type { Simulation } from './simulation.ts';
import { simulatedTransport } from './transport.ts';

/** The job was killed: the runner's own words for it are `failure` and `cancelled`. */
class Died extends Error {}

/** How a job ended and what it left, as `needs` sees it. */
export interface JobEnd {
  readonly result: 'success' | 'failure' | 'cancelled' | 'skipped';
  readonly outputs: Readonly<Record<string, string | undefined>>;
  /** The job was killed, so its runner may be gone with the whole run. */
  readonly died?: boolean;
  readonly error?: unknown;
}

/** A job of a run: a client of its own, and a body that can be killed at any call. */
export class Job {
  readonly simulation: Simulation;
  readonly process: Process;
  readonly name: string;
  readonly run: number;
  dead = false;
  #reject: (error: Error) => void = () => undefined;

  constructor(simulation: Simulation, process: Process, name: string, run: number) {
    this.simulation = simulation;
    this.process = process;
    this.name = name;
    this.run = run;
  }

  /** The virtual clock, as this job sees it. */
  get clock(): Clock {
    const { scheduler } = this.simulation;
    return { now: () => scheduler.now, sleep: (ms) => scheduler.park(this.process, ms) };
  }

  /** The real client over the simulated way to GitHub. */
  host(): GitHubHost {
    const options = { token: '', apiUrl: 'https://github.example', owner: OWNER, repo: REPO };
    const way = simulatedTransport(this.simulation, this);
    const early = this.simulation.control.early === true && this.name === 'write';
    const client = new SerialClient({
      transport: early ? dispatchFirst(way) : way,
      clock: this.clock,
      spacing: 1_000,
    });
    this.simulation.oracle.atDoor(client.door);
    return new GitHubHost(options, client);
  }

  /** Kills the job where it stands. */
  die(): void {
    this.dead = true;
    this.#reject(new Died());
  }

  /** Runs the body to its end, its error or its death. */
  async perform(body: (job: Job) => Promise<JobEnd['outputs']>): Promise<JobEnd> {
    const death = new Promise<never>((_, reject) => (this.#reject = reject));
    try {
      return { result: 'success', outputs: await Promise.race([body(this), death]) };
    } catch (error) {
      return error instanceof Died
        ? { result: 'failure', outputs: {}, died: true }
        : { result: 'failure', outputs: {}, error };
    }
  }
}
