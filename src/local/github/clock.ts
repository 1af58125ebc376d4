/**
 * The stand-in's clock. While an effect is made it stands still, so that everything the effect writes, here and in the
 * emulator's thread, bears one time; the journal notes that time, and a replay sets the clock to it.
 */
export class Clock {
  /** The time that stands, in milliseconds, for the emulator's thread; 0 while it runs. */
  readonly shared = new SharedArrayBuffer(8);
  readonly #cell = new BigInt64Array(this.shared);
  readonly #now: () => Date;

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
  }

  /** Milliseconds. */
  read(): number {
    const held = Number(Atomics.load(this.#cell, 0));
    return held === 0 ? this.#now().getTime() : held;
  }

  /** As GitHub writes it: ISO 8601 in UTC, whole seconds. */
  text(): string {
    return new Date(this.read()).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  /** Holds the clock at a time while something is done. */
  async hold<T>(at: number, action: () => T | Promise<T>): Promise<T> {
    Atomics.store(this.#cell, 0, BigInt(at));
    try {
      return await action();
    } finally {
      Atomics.store(this.#cell, 0, 0n);
    }
  }
}
