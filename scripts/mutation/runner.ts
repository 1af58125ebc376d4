// A test runner for Stryker that keeps the tests loaded: a mutant costs what its tests cost, not the start of a test program.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CoverageData, InstrumenterContext, MutantCoverage } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { isOverdue, within } from './bounded.ts';
import { bundleTests, compileBundle, mutantsIn, ROOT, withoutCounters, type Loaders } from './bundle.ts';
import { limitOf, portionsFor, type DryRun, type Portion } from './record.ts';
import { CURRENT, messageOf, Suite } from './suite.ts';

const globals = globalThis as unknown as { __stryker__: InstrumenterContext; [CURRENT]: Suite };

/** The runner; `root` is the repository whose tests it runs, and the working directory is Stryker's sandbox. */
export class LoadedTests implements TestRunner {
  readonly #root: string;
  readonly #sandbox: string;
  readonly #script: string;
  readonly #record: string;
  #fresh: (() => Loaders) | undefined;
  #seen: DryRun | undefined;

  constructor(root = ROOT) {
    this.#root = root;
    // The process stands in the sandbox; the tests read their fixtures from the repository.
    this.#sandbox = process.cwd();
    this.#script = join(this.#sandbox, 'bundle.cjs');
    this.#record = join(this.#sandbox, 'dry-run.json');
    process.chdir(root);
    globals.__stryker__ = {};
  }

  /** Every mutant gets the code in a fresh state, so no process has to be started anew for one. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Runs all tests, each file with the code in a fresh state, and notes what runs which mutant. */
  async dryRun({ coverageAnalysis }: DryRunOptions): Promise<DryRunResult> {
    if (coverageAnalysis !== 'perTest') return broken(`coverageAnalysis: ${coverageAnalysis}; only perTest is known`);
    const { text, distances } = await bundleTests(this.#sandbox, this.#root);
    if (Object.keys(distances).length === 0)
      return broken('no test reaches a mutated file: was there a file to mutate, with code in it?');
    const fresh = compileBundle(text, this.#script, this.#root);
    const seen: DryRun = { tests: {}, loads: {}, loading: {}, distances };
    const mutantCoverage: MutantCoverage = { static: {}, perTest: {} };
    const tests: TestResult[] = [];
    const size = mutantsIn(text);
    for (const file of Object.keys(fresh())) {
      const coverage: MutantCoverage = { static: counters(size), perTest: {} };
      globals.__stryker__.mutantCoverage = coverage;
      const begun = performance.now();
      let suite: Suite;
      try {
        suite = load(fresh(), file);
      } catch (error) {
        return broken(`${file} does not load: ${messageOf(error)}`);
      }
      seen.loads[file] = performance.now() - begun;
      for (const test of suite.tests) {
        const counts = (coverage.perTest[test.id] = counters(size));
        tests.push(await timed(suite, test, file, seen));
        delete coverage.perTest[test.id];
        const hits = counted(counts);
        if (Object.keys(hits).length > 0) mutantCoverage.perTest[test.id] = hits;
      }
      await suite.end();
      const loading = counted(coverage.static);
      for (const id of Object.keys(loading)) (seen.loading[id] ??= { files: [], tests: [] }).files.push(file);
      add(mutantCoverage.static, loading);
    }
    for (const [test, hits] of Object.entries(mutantCoverage.perTest))
      for (const id of Object.keys(hits)) seen.loading[id]?.tests.push(test);
    writeFileSync(this.#script, withoutCounters(text));
    writeFileSync(this.#record, JSON.stringify(seen));
    this.#seen = seen;
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    const { fresh, seen } = this.#loaded();
    const { id, fileName } = activeMutant;
    const path = relative(this.#root, fileName).split(sep).join('/');
    const portions = portionsFor({ id, path, tests: testFilter }, seen);
    const context = globals.__stryker__;
    delete context.hitCount;
    delete context.hitLimit;
    if (hitLimit !== undefined) Object.assign(context, { hitCount: 0, hitLimit });
    context.activeMutant = id;
    try {
      const answer = await answerOf(fresh(), portions, seen);
      const endless = determineHitLimitReached(context.hitCount, hitLimit);
      return endless === undefined ? answer : { status: MutantRunStatus.Timeout, reason: endless.reason ?? '' };
    } finally {
      delete context.activeMutant;
    }
  }

  /** Another process made the dry run, unless this one did. */
  #loaded(): { readonly fresh: () => Loaders; readonly seen: DryRun } {
    if (!existsSync(this.#record)) throw new Error('there was no dry run in this sandbox');
    this.#fresh ??= compileBundle(readFileSync(this.#script, 'utf8'), this.#script, this.#root);
    this.#seen ??= JSON.parse(readFileSync(this.#record, 'utf8')) as DryRun;
    return { fresh: this.#fresh, seen: this.#seen };
  }
}

/** The first test that fails or does not end answers; a file that does not load any more fails as a whole. */
async function answerOf(code: Loaders, portions: readonly Portion[], seen: DryRun): Promise<MutantRunResult> {
  const known = seen.tests;
  let nrOfTests = 0;
  const killed = (test: string, failureMessage: string): MutantRunResult => ({
    status: MutantRunStatus.Killed,
    killedBy: [test],
    failureMessage,
    nrOfTests,
  });
  for (const { file, tests } of portions) {
    const left = new Set(tests);
    let suite: Suite;
    try {
      suite = within(limitOf(seen.loads[file]), () => load(code, file));
    } catch (error) {
      if (isOverdue(error)) return overdue(file);
      return killed([...left][0]!, `${file} does not load: ${messageOf(error)}`);
    }
    try {
      const wanted = suite.tests.filter(({ id }) => left.delete(id));
      // Titles can come from the mutated code: where one is gone, a test with a new title may be the same one.
      const renamed = left.size === 0 ? [] : suite.tests.filter(({ id }) => !Object.hasOwn(known, id));
      for (const test of [...wanted, ...renamed]) {
        nrOfTests++;
        const { status, message } = await suite.run(test, limitOf(known[test.id]?.ms));
        if (status === 'failed') return killed(test.id, message ?? '');
        if (status === 'overdue') return overdue(test.id);
      }
    } finally {
      await suite.end();
    }
  }
  return { status: MutantRunStatus.Survived, nrOfTests };
}

function overdue(what: string): MutantRunResult {
  return { status: MutantRunStatus.Timeout, reason: `${what} does not end` };
}

/** Runs a test of the dry run, and notes what it took. */
async function timed(suite: Suite, test: Suite['tests'][number], file: string, seen: DryRun): Promise<TestResult> {
  globals.__stryker__.currentTestId = test.id;
  const begun = performance.now();
  const { status, message } = await suite.run(test);
  const timeSpentMs = performance.now() - begun;
  delete globals.__stryker__.currentTestId;
  seen.tests[test.id] = { ms: timeSpentMs, file };
  const said = { id: test.id, name: test.id, timeSpentMs };
  if (status === 'failed') return { ...said, status: TestStatus.Failed, failureMessage: message ?? '' };
  return { ...said, status: status === 'passed' ? TestStatus.Success : TestStatus.Skipped };
}

function load(code: Loaders, file: string): Suite {
  const suite = new Suite(file);
  globals[CURRENT] = suite;
  code[file]!();
  return suite;
}

/** A count for each mutant. An object with high numbers for names would look each of them up, and tests with loops took ten times as long. */
function counters(size: number): CoverageData {
  return new Array<number>(size).fill(0) as unknown as CoverageData;
}

/** What ran at least once. */
function counted(counts: CoverageData): CoverageData {
  const hits: CoverageData = {};
  (counts as unknown as number[]).forEach((count, id) => {
    if (count > 0) hits[id] = count;
  });
  return hits;
}

function add(into: CoverageData, more: CoverageData): void {
  for (const [id, hits] of Object.entries(more)) into[id] = (into[id] ?? 0) + hits;
}

function broken(errorMessage: string): DryRunResult {
  return { status: DryRunStatus.Error, errorMessage };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bitnet-flow', LoadedTests)];
