import { allowanceOf } from '../allowance.ts';
import { switchedOff, type SwitchedOff } from './cargo-manifest.ts';
import { lostTargets } from './cargo-targets.ts';
import type { Annotation, GateObservation } from '../gate.ts';
import { annotate } from '../method-run.ts';
import { compileGlobs } from '../globs.ts';
import type { PlacedTest } from './criteria.ts';
import { ranNames, readTests, type TestReport } from './report.ts';

/** What a branch did to the tests, as its sources and the run tell. */
export interface TestChange {
  /** Key of the evidence. */
  readonly key: 'tests removed' | 'tests now ignored' | 'tests weakened' | 'tests not run' | 'tests switched off';
  readonly names: readonly string[];
}

export interface TestChanges {
  /** Each of them fails the gate. */
  readonly faults: readonly TestChange[];
  readonly annotations: readonly Annotation[];
}

/** Tests that the files of a tree declare. */
export function placedTests(files: ReadonlyMap<string, string>): PlacedTest[] {
  return [...files].flatMap(([path, text]) => readTests(path, text).map((test) => ({ ...test, path })));
}

/**
 * Compares the tests of base and head: fewer tests that run, tests that are ignored now, tests that no longer assert, and
 * changed test files of which nothing ran. Deleting one and adding a hollow one is still one fewer.
 */
export function testChanges(
  observation: GateObservation,
  head: readonly PlacedTest[],
  report: TestReport,
): TestChanges {
  const base = placedTests(observation.before);
  const annotations: Annotation[] = [];
  const faults: TestChange[] = [];
  const isAllowed = (test: PlacedTest) => allowanceOf(observation.allowances, [test.name, test.path]) !== undefined;
  const fault = (key: TestChange['key'], list: readonly PlacedTest[], title: string, message: string) => {
    const [allowed, found] = split(list, isAllowed);
    for (const { path, line, name } of allowed)
      annotations.push(annotate('notice', path, line, title, `${name}: ${message} The issue allows it.`));
    if (found.length === 0) return;
    faults.push({ key, names: found.map((test) => test.name) });
    for (const { path, line, name } of found)
      annotations.push(annotate('failure', path, line, title, `${name}: ${message}`));
  };

  const lost = removed(
    base.filter((test) => !isAllowed(test)),
    head.filter((test) => !isAllowed(test)),
  );
  if (lost.length > 0) faults.push({ key: 'tests removed', names: lost.map((test) => test.name) });
  for (const { path, name, line } of lost) {
    const there = observation.files.has(path);
    annotations.push(
      annotate('failure', path, there ? 1 : line, 'test removed', `${name} is at the base and not here.`),
    );
  }
  const before = (test: PlacedTest) => base.filter((other) => other.name === test.name);
  const [silenced, bornIgnored] = split(
    head.filter((test) => test.ignored !== undefined && before(test).every((other) => other.ignored === undefined)),
    (test) => before(test).length > 0,
  );
  fault('tests now ignored', silenced, 'test ignored', 'it runs at the base and is ignored here.');
  const answered = ranNames(report.tests.filter(({ status }) => status !== 'ignored'));
  const unmet = head.filter(
    (test) =>
      UNDER_CONDITIONS.test(test.path) &&
      test.conditional &&
      test.ignored === undefined &&
      !answered.has(test.name) &&
      before(test).length > 0 &&
      before(test).every((other) => !other.conditional && other.ignored === undefined),
  );
  if (report.unloaded.length === 0)
    fault('tests now ignored', unmet, 'test ignored', 'it stands under a condition here, and at the base under none.');
  const [weakened, hollow] = split(
    head.filter((test) => test.asserts !== 'yes' && test.ignored === undefined),
    (test) => before(test).some((other) => other.asserts === 'yes'),
  );
  fault('tests weakened', weakened, 'test weakened', 'it asserts at the base and nothing can fail in it here.');
  const silent = silentFiles(observation, head, report);
  fault('tests not run', silent, 'test not run', 'nothing of this file ran.');
  fault(
    'tests not run',
    swallowed(observation, head, base, report),
    'test not run',
    'others of this file ran, and it did not.',
  );

  for (const { path, line, name } of bornIgnored)
    annotations.push(annotate('warning', path, line, 'test ignored', `${name} is new and is not run.`));
  const known = new Set(base.map((test) => test.name));
  for (const { path, line, name, asserts } of hollow.filter((test) => !known.has(test.name))) {
    const why = asserts === 'empty' ? 'is empty' : 'asserts nothing that this reader can see';
    annotations.push(annotate('warning', path, line, 'test without an assertion', `${name} ${why}.`));
  }
  const off = manifests(observation);
  if (off.length > 0) faults.push({ key: 'tests switched off', names: off.map((one) => one.what) });
  for (const { path, line, what } of off)
    annotations.push(annotate('failure', path, line, 'tests switched off', `${what}: tests that ran do not run.`));
  const skips = report.tests.filter((test) => test.selfSkip !== undefined);
  for (const skip of skips) {
    const declared = head.find((test) => test.name === skip.name);
    if (declared === undefined) continue;
    const message = `${skip.name} says "${skip.selfSkip}" and ends as passed; it is counted as ignored.`;
    annotations.push(annotate('warning', declared.path, declared.line, 'test skipped itself', message));
  }
  return { faults, annotations };
}

const runs = (test: PlacedTest) => test.ignored === undefined && test.asserts !== 'empty';

/** Tests that the base runs and the head does not declare, when fewer run than before. */
function removed(base: readonly PlacedTest[], head: readonly PlacedTest[]): PlacedTest[] {
  if (head.filter(runs).length >= base.filter(runs).length) return [];
  const kept = new Set(head.map((test) => test.name));
  return base.filter((test) => runs(test) && !kept.has(test.name));
}

/** One test for each changed file of tests of which no test ran: a target that is switched off, a file that nothing loads. */
function silentFiles(
  { profile, changed }: GateObservation,
  head: readonly PlacedTest[],
  report: TestReport,
): PlacedTest[] {
  if (report.unloaded.length > 0) return [];
  const { matches } = compileGlobs(profile.scopes.tests);
  const ran = ranNames(report.tests);
  return changed
    .filter((path) => matches(path) && !isModule(path))
    .flatMap((path) => {
      const tests = head.filter((test) => test.path === path && !test.conditional && runs(test));
      return tests.length > 0 && tests.every((test) => !ran.has(test.name)) ? tests.slice(0, 1) : [];
    });
}

/** Languages in which a condition in front of a test takes it out of the run. */
const UNDER_CONDITIONS = /\.(?:rs|py)$/;

/**
 * Tests of a changed file of which others ran: something around them, such as a macro, an `if` or a function, keeps them out. In other languages than
 * Rust names are made at run time as well, so there only tests of the base are asked for.
 */
function swallowed(
  { changed }: GateObservation,
  head: readonly PlacedTest[],
  base: readonly PlacedTest[],
  report: TestReport,
): PlacedTest[] {
  if (report.unloaded.length > 0) return [];
  return changed.flatMap((path) => {
    const rust = path.endsWith('.rs');
    const inside = rust ? moduleOf(path) : '';
    const known = new Set(
      base.filter((test) => test.path === path && !test.conditional && runs(test)).map((test) => test.name),
    );
    const ran = ranNames(
      report.tests.filter(({ fullName }) => inside === '' || fullName.split('::').slice(0, -1).includes(inside)),
    );
    const tests = head.filter((test) => test.path === path && !test.conditional && runs(test));
    return tests.some(({ name }) => ran.has(name))
      ? tests.filter(({ name }) => !ran.has(name) && (rust || known.has(name)))
      : [];
  });
}

/** The module that a Rust file makes; empty for the root of a crate. */
function moduleOf(path: string): string {
  const parts = /(?:^|\/)(?:src|tests|benches|examples)\/(.+)\.rs$/.exec(path)?.[1]?.split('/') ?? [''];
  const last = parts.at(-1)!;
  if (parts.length === 1 && (/(?:^|\/)tests\/[^/]+$/.test(path) || /^(?:lib|main)$/.test(last))) return '';
  if (last === 'main') return '';
  return last === 'mod' ? (parts.at(-2) ?? '') : last;
}

/** What changed manifests of cargo switch off, where the issue does not name the manifest. */
function manifests({ before, files, allowances, paths }: GateObservation): (SwitchedOff & { readonly path: string })[] {
  return [...files].flatMap(([path, after]) => {
    const old = before.get(path);
    if (old === undefined || !/(?:^|\/)Cargo\.toml$/.test(path) || allowanceOf(allowances, [path])) return [];
    const folder = path.slice(0, -'Cargo.toml'.length);
    const byLines = switchedOff(old, after);
    // A key that its line shows already is said once.
    const shown = (what: string) => {
      const key = /(\w+) = false$/.exec(what)?.[1];
      return key !== undefined && byLines.some((one) => one.what.startsWith(key));
    };
    return [...byLines, ...lostTargets(old, after, folder, paths).filter(({ what }) => !shown(what))]
      .filter(({ what }) => {
        // A member that is gone altogether has no tests; those that it had are counted as removed.
        const member = /^(?:no member|excluded): (.+)$/.exec(what)?.[1]?.replace(/\/?\*.*$/, '');
        return member === undefined || paths.some((other) => other.startsWith(`${folder}${member}/`));
      })
      .map((one) => ({ ...one, path }));
  });
}

/** Rust files below `src` are compiled where a `mod` line says so, which may stand under a condition. */
function isModule(path: string): boolean {
  return path.endsWith('.rs') && /(?:^|\/)src\//.test(path);
}

function split<T>(list: readonly T[], first: (item: T) => boolean): [T[], T[]] {
  return [list.filter(first), list.filter((item) => !first(item))];
}
