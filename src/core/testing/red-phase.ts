import { count, unreadableResult } from '../check-gate.ts';
import { evidence } from '../evidence.ts';
import type { Annotation, CommandResult, GateObservation, GateResult } from '../gate.ts';
import { annotate } from '../method-run.ts';
import { criteriaOf } from './criteria.ts';
import { declaredTests, type TestCase } from './report.ts';
import { failures, readRuns, runLabel, unloadedNotes } from './run.ts';

/** Red phase: the old tests pass without the new ones, and every new one fails for want of the API. */
export function judgeRed(observation: GateObservation, commands: readonly CommandResult[]): GateResult {
  const headCommands = commands.filter((command) => command.tree === 'head');
  const oldCommands = commands.filter((command) => command.tree === 'without-new-tests');
  const label = runLabel(commands);
  if (headCommands.length === 0 || oldCommands.length === 0)
    return unreadableResult(label, 'the red phase needs two runs');
  const old = readRuns(oldCommands);
  const head = readRuns(headCommands);
  const numbers = {
    passed: head.passed,
    failed: Math.max(head.failed, head.unloaded.length),
    ignored: head.ignored,
    total: head.passed + head.failed,
  };
  const fail = (key: string, problem: string, annotations: readonly Annotation[] = []): GateResult => ({
    ...unreadableResult(key, problem, numbers),
    annotations,
  });
  if (observation.newTests.length === 0) return fail('red', 'no new test file');
  if (old.problem !== undefined) return fail('without new tests', old.problem);
  if (old.failed + old.unloaded.length > 0) {
    return fail('without new tests', `${old.passed}/${old.passed + old.failed} pass`, [
      ...failures(old),
      ...unloadedNotes(old, 'failure'),
    ]);
  }
  if (head.problem !== undefined) return fail(label, head.problem);

  const isNew = (path: string | undefined) => path !== undefined && observation.newTests.includes(path);
  const alien = head.unloaded.filter((entry) => !entry.unresolved || !isNew(entry.path));
  if (alien.length > 0) {
    return fail(
      label,
      `${count(alien.length, 'error')} that no missing API explains`,
      unloadedNotes({ ...head, unloaded: alien }, 'failure'),
    );
  }
  const added = newCases(old.tests, head.tests);
  const brokenOld = head.tests.filter((test) => test.status === 'fail' && !added.includes(test));
  if (brokenOld.length > 0)
    return fail(label, `${count(brokenOld.length, 'old test')} fail`, failures({ ...head, tests: brokenOld }));

  const dead = new Set(head.unloaded.map((entry) => entry.path));
  // Nothing of a cargo workspace runs when one test target does not compile, so every new file counts by its source.
  const counted = head.tests.length === 0 && dead.size > 0 ? observation.newTests : [...dead];
  const declared = counted.flatMap((path) =>
    declaredTests(path, observation.files.get(path) ?? '').map((name) => ({ name, path })),
  );
  const before = counted.flatMap((path) => declaredTests(path, observation.before.get(path) ?? ''));
  const unseen = declared.filter(({ name }) => !before.includes(name));
  const live = added.filter((test) => test.status !== 'ignored');
  const green = live.filter((test) => test.status === 'pass');
  const total = live.length + unseen.length;
  if (total === 0) return fail('red', 'the new files hold no new test');
  const said = `${total - green.length}/${total} new tests fail`;
  const names = [...live.map((test) => test.name), ...unseen.map(({ name }) => name)];
  const criteria = criteriaOf(observation.acs, names, 'no new test');
  const result: GateResult = {
    verdict: 'fail',
    evidence: [evidence('red', said), ...(observation.acs.length > 0 ? [evidence('AC', criteria.text)] : [])],
    annotations: green.flatMap((test) =>
      test.path === undefined && observation.newTests[0] === undefined
        ? []
        : [
            annotate(
              'failure',
              test.path ?? observation.newTests[0]!,
              test.line ?? 1,
              test.name,
              'This new test passes before there is an implementation.',
            ),
          ],
    ),
    rows: [
      { item: 'without new tests', status: 'pass', detail: `${old.passed}/${old.passed + old.failed} pass` },
      { item: 'new tests', status: green.length === 0 ? 'red' : 'fail', detail: said },
      ...criteria.rows,
    ],
    numbers,
  };
  return green.length === 0 ? { ...result, reason: 'red-phase' } : result;
}

/** Tests of the head that the old tree did not run; names may repeat, so each old one is used up once. */
function newCases(old: readonly TestCase[], head: readonly TestCase[]): TestCase[] {
  const left = new Map<string, number>();
  for (const test of old) left.set(test.fullName, (left.get(test.fullName) ?? 0) + 1);
  return head.filter((test) => {
    const n = left.get(test.fullName) ?? 0;
    if (n > 0) left.set(test.fullName, n - 1);
    return n === 0;
  });
}
