import { allowsInput } from '../core/allowance.ts';
import { count, unreadableResult } from '../core/check-gate.ts';
import { evidence, type Evidence } from '../core/evidence.ts';
import { defineGate, type CommandResult, type GateObservation, type GateResult } from '../core/gate.ts';
import { isResult, judgeable } from '../core/method-run.ts';
import { judgeRed } from '../core/testing/red-phase.ts';
import { placedTests, testChanges } from '../core/testing/changes.ts';
import { mapCriteria, traceEvidence } from '../core/testing/criteria.ts';
import type { TestReport } from '../core/testing/report.ts';
import { failures, readRuns, runLabel, unloadedNotes } from '../core/testing/run.ts';

export const tests = defineGate({
  name: 'tests',
  title: 'Tests',
  description:
    "Runs the profile's tests, counts them from the runner's own report, and maps every acceptance criterion to tests named ac<N>_….",
  inputs: allowsInput,
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
    files: (profile) => [...profile.scopes.tests, ...profile.scopes.code, ...profile.scopes.spec, '**/Cargo.toml'],
    changedOnly: true,
  },
  evaluate(observation) {
    const commands = judgeable(observation, 'tests');
    if (isResult(commands)) return commands;
    return observation.phase === 'red' ? judgeRed(observation, commands) : judgeGreen(observation, commands);
  },
});

function judgeGreen(observation: GateObservation, commands: readonly CommandResult[]): GateResult {
  const label = runLabel(commands);
  const report = readRuns(commands);
  const total = report.passed + report.failed;
  const numbers = {
    passed: report.passed,
    failed: Math.max(report.failed, report.unloaded.length),
    ignored: report.ignored,
    total,
  };
  if (report.problem !== undefined) return unreadableResult(label, report.problem, numbers);

  const unloaded = report.unloaded.length;
  const declared = placedTests(observation.files);
  const mapping = mapCriteria(observation.acs, report.tests, declared);
  const changes = testChanges(observation, declared, report);
  const clean =
    total > 0 &&
    report.failed + unloaded === 0 &&
    commands.every((command) => command.exitCode === 0) &&
    mapping.unmapped.length === 0 &&
    changes.faults.length === 0;

  const said = runText(report, total);
  const list: Evidence[] = [evidence(label, said)];
  if (observation.acs.length > 0) list.push(evidence('AC', mapping.text));
  for (const { key, names } of changes.faults) list.push(evidence(key, names.join(', ')));
  const failed = report.tests.find((test) => test.status === 'fail')?.fullName ?? report.unloaded[0]?.path;
  if (failed !== undefined) list.push(evidence('first failure', failed));
  list.push(...traceEvidence(observation, mapping, declared));
  return {
    verdict: clean ? 'pass' : 'fail',
    evidence: list,
    annotations: [...failures(report), ...unloadedNotes(report, 'failure'), ...changes.annotations],
    rows: [
      { item: label, status: report.failed + unloaded === 0 && total > 0 ? 'pass' : 'fail', detail: said },
      ...failedRows(report),
      ...mapping.rows,
      ...changes.faults.map(({ key, names }) => ({ item: key, status: 'fail', detail: names.join(', ') })),
    ],
    numbers,
  };
}

/** `3/4 pass, 1 ignored, 2 skipped themselves`, or why none ran. */
function runText({ passed, ignored, filtered = 0, unloaded, tests }: TestReport, total: number): string {
  if (total === 0 && unloaded.length > 0) return `${count(unloaded.length, 'error')}, no test ran`;
  const skips = tests.filter((test) => test.selfSkip !== undefined).length;
  const flaky = tests.filter((test) => test.flaky === true).length;
  const marked = ignored - skips;
  const more = [
    ...(marked > 0 ? [`${marked} ignored`] : []),
    ...(skips > 0 ? [`${skips} skipped ${skips === 1 ? 'itself' : 'themselves'}`] : []),
    ...(flaky > 0 ? [`${flaky} flaky`] : []),
  ];
  if (total === 0) {
    return ['no test ran', ...more, ...(filtered > 0 ? [`the filter left out ${filtered}`] : [])].join(', ');
  }
  return [`${passed}/${total} pass`, ...more, ...(filtered > 0 ? [`${filtered} left out`] : [])].join(', ');
}

function failedRows(report: TestReport): GateResult['rows'] {
  return [
    ...report.unloaded.map((entry) => ({ item: entry.path || 'build', status: 'fail', detail: entry.message })),
    ...report.tests
      .filter((test) => test.status === 'fail')
      .map((test) => ({ item: test.fullName, status: 'fail', detail: test.message ?? '' })),
  ];
}
