// What a test file declares, and how its tests are run. The globals of jest that a test file imports write here.
import { isOverdue, within } from './bounded.ts';

type Body = () => unknown;
export const HOOKS = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'] as const;
export type Hook = (typeof HOOKS)[number];

interface Group {
  readonly up: Group | undefined;
  readonly name: string;
  readonly hooks: Record<Hook, Body[]>;
  begun: boolean;
}

export interface DeclaredTest {
  /** The file, the groups and the title; a title that stands twice is counted. */
  readonly id: string;
  readonly body: Body;
  readonly group: Group;
}

/** What became of a test: `skipped` when it needs what a mutation run does not have, `overdue` when it was ended. */
export interface TestOutcome {
  readonly status: 'passed' | 'failed' | 'skipped' | 'overdue';
  readonly message?: string;
}

/** Thrown where a test would start a process: a process runs the code as it stands, without the mutant. */
export const STARTS_A_PROCESS = 'StartsAProcess';

/** The tests of one file, in the order in which they stand there. */
export class Suite {
  readonly tests: DeclaredTest[] = [];
  readonly #names = new Map<string, number>();
  readonly #groups: Group[] = [];
  #group: Group;

  constructor(file: string) {
    this.#group = this.#open(undefined, file);
  }

  describe(name: string, body: Body): void {
    const outer = this.#group;
    this.#group = this.#open(outer, `${outer.name} > ${name}`);
    try {
      body();
    } finally {
      this.#group = outer;
    }
  }

  test(name: string, body: Body): void {
    const full = `${this.#group.name} > ${name}`;
    const before = this.#names.get(full) ?? 0;
    this.#names.set(full, before + 1);
    this.tests.push({ id: before === 0 ? full : `${full} (${before + 1})`, body, group: this.#group });
  }

  hook(hook: Hook, body: Body): void {
    this.#group.hooks[hook].push(body);
  }

  /** Runs one test with the hooks around it, those of a group only once, before its first test; each of them for `ms` at most, if that is given. */
  async run({ body, group }: DeclaredTest, ms?: number): Promise<TestOutcome> {
    const call = ms === undefined ? (one: Body) => one() : (one: Body) => within(ms, one);
    const groups = ancestry(group);
    try {
      for (const one of groups) {
        if (one.begun) continue;
        one.begun = true;
        for (const hook of one.hooks.beforeAll) await call(hook);
      }
      for (const one of groups) for (const hook of one.hooks.beforeEach) await call(hook);
      try {
        await call(body);
      } finally {
        for (const one of groups.toReversed()) for (const hook of one.hooks.afterEach) await call(hook);
      }
      return { status: 'passed' };
    } catch (error) {
      if (isOverdue(error)) return { status: 'overdue' };
      if (error instanceof Error && error.name === STARTS_A_PROCESS) return { status: 'skipped' };
      return { status: 'failed', message: messageOf(error) };
    }
  }

  /** Runs the last hooks of the groups that were begun; what they throw is nobody's verdict. */
  async end(): Promise<void> {
    for (const { begun, hooks } of this.#groups.toReversed()) {
      if (!begun) continue;
      for (const hook of hooks.afterAll)
        await Promise.resolve()
          .then(hook)
          .catch(() => undefined);
    }
  }

  #open(up: Group | undefined, name: string): Group {
    const group: Group = {
      up,
      name,
      hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] },
      begun: false,
    };
    this.#groups.push(group);
    return group;
  }
}

function ancestry(group: Group | undefined): Group[] {
  return group === undefined ? [] : [...ancestry(group.up), group];
}

/** The beginning of what was thrown: a difference of two long texts helps nobody here. */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 1_000) || 'an error without a message';
}

/** Where the globals of a loaded bundle find the suite that is being declared. */
export const CURRENT: unique symbol = Symbol.for('bitnet-flow.mutation.suite') as never;
