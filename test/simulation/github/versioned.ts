/** Counts writes, so that a read can be answered from a copy that has not seen the last ones. */
export class Versions {
  current = 0;

  next(): number {
    return ++this.current;
  }
}

/** A value with its past: `at` answers as a copy would that lags behind. */
export class Versioned<T> {
  readonly #versions: Versions;
  readonly #past: { readonly version: number; readonly value: T }[];

  constructor(versions: Versions, value: T) {
    this.#versions = versions;
    this.#past = [{ version: versions.next(), value }];
  }

  get now(): T {
    return this.#past.at(-1)!.value;
  }

  /** The value that a copy at `version` holds; undefined when it was not there yet. */
  at(version: number): T | undefined {
    return this.#past.findLast((entry) => entry.version <= version)?.value;
  }

  set(value: T): void {
    this.#past.push({ version: this.#versions.next(), value });
  }
}
