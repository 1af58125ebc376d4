import type { Random } from './random.ts';

/** Waiters that come within this time of the earliest may overtake it, in milliseconds: nobody knows a network's order. */
const RACE_MS = 1_500;

interface Waiter {
  readonly process: Process;
  readonly at: number;
  readonly resume: () => void;
}

/** One simulated process: a run of a workflow, or whatever else acts on its own. */
export class Process {
  readonly name: string;
  /** A dead process is never resumed. */
  dead = false;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Runs processes one at a time on a virtual clock. A process gives way wherever it waits (`park`); who goes on is the
 * seed's choice. No real timer, no real I/O: equal seeds give equal runs.
 */
export class Scheduler {
  now = 0;
  readonly #random: Random;
  #waiters: Waiter[] = [];
  #settled: () => void = () => undefined;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Starts a process; its body begins at the next step. */
  spawn(name: string, body: (process: Process) => Promise<void>): Process {
    const process = new Process(name);
    const begin = (): void => {
      void body(process).then(
        () => this.kill(process),
        (error: unknown) => {
          this.failure ??= error;
          this.kill(process);
        },
      );
    };
    this.#waiters.push({ process, at: this.now, resume: begin });
    return process;
  }

  /** An error that no process may end with: a bug of the simulation. */
  failure: unknown;

  /** Gives way for at least `ms` milliseconds. Never comes back for a dead process. */
  park(process: Process, ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (!process.dead) this.#waiters.push({ process, at: this.now + ms, resume: resolve });
      this.#settled();
    });
  }

  /** Ends a process where it stands: nothing of it runs any more, not even what it would do on the way out. */
  kill(process: Process): void {
    process.dead = true;
    this.#waiters = this.#waiters.filter((waiter) => waiter.process !== process);
    this.#settled();
  }

  /** When the next waiter is due; undefined when nobody waits. */
  nextAt(): number | undefined {
    let next: number | undefined;
    for (const { at } of this.#waiters) if (next === undefined || at < next) next = at;
    return next;
  }

  /** Lets one process go on until it waits again or ends. False when nobody waits. */
  async step(): Promise<boolean> {
    const first = this.nextAt();
    if (first === undefined) return false;
    const ready = this.#waiters.filter(({ at }) => at <= first + RACE_MS);
    const chosen = ready.length === 1 ? ready[0]! : this.#random.pick(ready);
    this.#waiters.splice(this.#waiters.indexOf(chosen), 1);
    this.now = Math.max(this.now, chosen.at);
    const settled = new Promise<void>((resolve) => (this.#settled = resolve));
    chosen.resume();
    await settled;
    if (this.failure !== undefined) throw this.failure;
    return true;
  }
}
