import { count, unreadableResult } from '../core/check-gate.ts';
import { evidence, type Evidence } from '../core/evidence.ts';
import {
  defineGate,
  type Annotation,
  type CommandResult,
  type GateObservation,
  type GateResult,
} from '../core/gate.ts';
import { compileGlobs } from '../core/scope.ts';
import { annotate, isResult, judgeable } from '../core/method-run.ts';
import { parseLibtest } from '../core/parsers/libtest.ts';
import { parseNodeTap } from '../core/parsers/node-tap.ts';
import { acOf, declaredTests, type TestCase, type TestReport } from '../core/test-report.ts';

export const tests = defineGate({
  name: 'tests',
  title: 'Tests',
  description:
    "Runs the profile's tests, counts them from the runner's own report, and maps every acceptance criterion to tests named ac<N>_….",
  numbers: {
    passed: 'Tests that passed.',
    failed: 'Tests that failed, and files that did not load.',
    ignored: 'Tests that were skipped or marked to be done.',
    total: 'Tests that ran.',
  },
  progress: { key: 'failed', better: 'lower' },
  redPhase: true,
  collect: {
    commands: true,
    files: (profile) => [...profile.scopes.tests, ...profile.scopes.code],
    changedOnly: true,
  },
  evaluate(observation) {
    const commands = judgeable(observation, 'tests');
    if (isResult(commands)) return commands;
    return observation.phase === 'red' ? judgeRed(observation, commands) : judgeGreen(observation, commands);
  },
});

const LABELS: Readonly<Record<string, string>> = { libtest: 'cargo test', 'node-tap': 'node --test' };

/** What the flow changed since its base, for the trace table: code, and the pages that say what it does. */
function touched({ changed, profile }: GateObservation): Evidence[] {
  return (['code', 'spec'] as const).flatMap((scope) => {
    const { matches } = compileGlobs(profile.scopes[scope]);
    const paths = changed.filter(matches);
    return paths.length === 0 ? [] : [evidence(`changed ${scope}`, paths.join(', '))];
  });
}

/** One report over several commands, problems and numbers put together. */
function readReports(commands: readonly CommandResult[]): TestReport {
  const reports = commands.map((command): TestReport => {
    const report = read(command);
    // An exit code that contradicts the report makes the report worthless.
    const contradiction =
      command.exitCode !== 0 && report.failed + report.unloaded.length === 0
        ? `exit ${command.exitCode} without a failed test`
        : command.exitCode === 0 && report.failed + report.unloaded.length > 0
          ? 'exit 0 with failed tests'
          : command.truncated
            ? 'output over the limit, the counts cannot be trusted'
            : undefined;
    const problem = report.problem ?? contradiction;
    return problem === undefined ? report : { ...report, problem };
  });
  const sum = (pick: (report: TestReport) => number) => reports.reduce((total, report) => total + pick(report), 0);
  const problem = reports.find((report) => report.problem !== undefined)?.problem;
  return {
    ...(problem === undefined ? {} : { problem }),
    tests: reports.flatMap((report) => report.tests),
    passed: sum((report) => report.passed),
    failed: sum((report) => report.failed),
    ignored: sum((report) => report.ignored),
    unloaded: reports.flatMap((report) => report.unloaded),
  };
}

function read(command: CommandResult): TestReport {
  if (command.parser === 'libtest') return parseLibtest(command.stdout, command.stderr, command.root);
  if (command.parser === 'node-tap') return parseNodeTap(command.stdout, command.root);
  return {
    problem: `the parser ${command.parser} does not read tests`,
    tests: [],
    passed: 0,
    failed: 0,
    ignored: 0,
    unloaded: [],
  };
}

function judgeGreen(observation: GateObservation, commands: readonly CommandResult[]): GateResult {
  const label = LABELS[commands[0]!.parser] ?? commands[0]!.step;
  const report = readReports(commands);
  const total = report.passed + report.failed;
  const numbers = {
    passed: report.passed,
    failed: Math.max(report.failed, report.unloaded.length),
    ignored: report.ignored,
    total,
  };
  if (report.problem !== undefined) return unreadableResult(label, report.problem, numbers);

  const unloaded = report.unloaded.length;
  const mapping = mapCriteria(observation.acs, report.tests);
  const lost = lostTests(observation);
  const reasons: string[] = [];
  if (total === 0 && unloaded === 0) reasons.push('no test ran');
  if (report.failed > 0 || unloaded > 0) reasons.push('failures');
  if (commands.some((command) => command.exitCode !== 0)) reasons.push('exit');
  if (mapping.unmapped.length > 0) reasons.push('criteria');
  if (lost.length > 0) reasons.push('lost');

  const said =
    total === 0
      ? unloaded > 0
        ? `${count(unloaded, 'error')}, no test ran`
        : 'no test ran'
      : `${report.passed}/${total} pass${report.ignored > 0 ? `, ${report.ignored} ignored` : ''}`;
  const list: Evidence[] = [evidence(label, said)];
  if (observation.acs.length > 0) list.push(evidence('AC', mapping.text));
  if (lost.length > 0) list.push(evidence('tests removed', lost.join(', ')));
  const failed = report.tests.find((test) => test.status === 'fail')?.fullName ?? report.unloaded[0]?.path;
  if (failed !== undefined) list.push(evidence('first failure', failed));
  // The Ledger's trace table: which tests stand for which criterion.
  for (const row of mapping.rows.slice(0, 15)) if (row.status === 'pass') list.push(evidence(row.item, row.detail));
  if (observation.acs.length > 0) list.push(...touched(observation));
  return {
    verdict: reasons.length === 0 ? 'pass' : 'fail',
    evidence: list,
    annotations: [...failures(report), ...unloadedNotes(report, 'failure')],
    rows: [
      { item: label, status: report.failed + unloaded === 0 && total > 0 ? 'pass' : 'fail', detail: said },
      ...failedRows(report),
      ...mapping.rows,
    ],
    numbers,
  };
}

/** Red phase: the old tests pass without the new ones, and every new one fails for want of the API. */
function judgeRed(observation: GateObservation, commands: readonly CommandResult[]): GateResult {
  const headCommands = commands.filter((command) => command.tree === 'head');
  const oldCommands = commands.filter((command) => command.tree === 'without-new-tests');
  const label = LABELS[commands[0]!.parser] ?? commands[0]!.step;
  if (headCommands.length === 0 || oldCommands.length === 0)
    return unreadableResult(label, 'the red phase needs two runs');
  const old = readReports(oldCommands);
  const head = readReports(headCommands);
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

interface Criteria {
  readonly text: string;
  readonly unmapped: readonly string[];
  readonly rows: GateResult['rows'];
}

function mapCriteria(acs: readonly string[], cases: readonly TestCase[]): Criteria {
  const namesOf = (status: TestCase['status']): string[] =>
    cases.filter((test) => test.status === status).map((test) => test.name);
  // A criterion with a red test is not met, however many green ones it has.
  const red = new Set(namesOf('fail').map(acOf));
  const green = namesOf('pass').filter((name) => !red.has(acOf(name)));
  return criteriaOf(acs, green, 'not met');
}

function criteriaOf(acs: readonly string[], names: readonly string[], lack: string): Criteria {
  const found = new Map<string, string[]>(acs.map((ac) => [ac, []]));
  for (const name of names) found.get(acOf(name) ?? '')?.push(name);
  const unmapped = acs.filter((ac) => found.get(ac)!.length === 0);
  const tail = unmapped.length === 0 ? '' : `; ${lack}: ${unmapped.join(' ')}`;
  return {
    text: `${acs.length - unmapped.length}/${acs.length} mapped${tail}`,
    unmapped,
    rows: acs.map((ac) => ({
      item: ac,
      status: unmapped.includes(ac) ? 'fail' : 'pass',
      detail: found.get(ac)!.join(', ') || 'no test',
    })),
  };
}

/** Tests that the base declares and the head does not, when there are fewer of them than before. */
function lostTests(observation: GateObservation): string[] {
  const lost: string[] = [];
  let before = 0;
  let after = 0;
  const kept = new Set([...observation.files].flatMap(([path, text]) => declaredTests(path, text)));
  for (const [path, text] of observation.before) {
    const names = declaredTests(path, text);
    before += names.length;
    lost.push(...names.filter((name) => !kept.has(name)));
  }
  for (const [path, text] of observation.files) after += declaredTests(path, text).length;
  return after < before ? lost : [];
}

function failures(report: TestReport): Annotation[] {
  return report.tests
    .filter((test) => test.status === 'fail' && test.path !== undefined)
    .map((test) => annotate('failure', test.path!, test.line ?? 1, test.fullName, test.message ?? 'failed'));
}

function unloadedNotes(report: Pick<TestReport, 'unloaded'>, level: Annotation['annotation_level']): Annotation[] {
  return report.unloaded
    .filter((entry) => entry.path !== '')
    .map((entry) => annotate(level, entry.path, entry.line, 'does not load', entry.message));
}

function failedRows(report: TestReport): GateResult['rows'] {
  return [
    ...report.unloaded.map((entry) => ({ item: entry.path || 'build', status: 'fail', detail: entry.message })),
    ...report.tests
      .filter((test) => test.status === 'fail')
      .map((test) => ({ item: test.fullName, status: 'fail', detail: test.message ?? '' })),
  ];
}
