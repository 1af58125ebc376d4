import type { Annotation, CommandResult } from '../gate.ts';
import { annotate } from '../method-run.ts';
import { parseJunitRun } from '../parsers/junit.ts';
import { parseLibtest } from '../parsers/libtest.ts';
import { parseNextest } from '../parsers/nextest.ts';
import { parseNodeTap } from '../parsers/node-tap.ts';
import { parsePytest } from '../parsers/pytest.ts';
import { parseTap } from '../parsers/tap.ts';
import type { ParserName } from '../profile.ts';
import type { TestReport } from './report.ts';

const LABELS: Readonly<Record<string, string>> = {
  libtest: 'cargo test',
  'node-tap': 'node --test',
  nextest: 'cargo nextest',
  pytest: 'pytest',
};

/** What the evidence calls a run of tests. */
export function runLabel(commands: readonly CommandResult[]): string {
  return LABELS[commands[0]!.parser] ?? commands[0]!.step;
}

/** One report over several commands, problems and numbers put together. */
export function readRuns(commands: readonly CommandResult[]): TestReport {
  const reports = commands.map((command): TestReport => {
    const report = read(command);
    const problem =
      report.problem === undefined ? contradiction(command, report) : `${report.problem}${unwell(command)}`;
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
    filtered: sum((report) => report.filtered ?? 0),
    unloaded: reports.flatMap((report) => report.unloaded),
  };
}

/** What an unreadable report's run itself said, behind the problem: ` (exit 2)`. */
function unwell({ exitCode, truncated }: CommandResult): string {
  const said = [...(exitCode === 0 ? [] : [`exit ${exitCode}`]), ...(truncated ? ['output over the limit'] : [])];
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

/** An exit code that contradicts the report makes the report worthless. */
function contradiction({ exitCode, truncated }: CommandResult, report: TestReport): string | undefined {
  const bad = report.failed + report.unloaded.length;
  if (exitCode !== 0 && bad === 0) {
    return report.tests.length === 0 && (report.filtered ?? 0) > 0
      ? `no test ran, the filter left out ${report.filtered}`
      : `exit ${exitCode} without a failed test`;
  }
  if (exitCode === 0 && bad > 0) return 'exit 0 with failed tests';
  return truncated ? 'output over the limit, the counts cannot be trusted' : undefined;
}

/** What reads the output of a test runner; the other parsers read none. */
const READERS: Readonly<Partial<Record<ParserName, (command: CommandResult) => TestReport>>> = {
  libtest: ({ stdout, stderr, root }) => parseLibtest(stdout, stderr, root),
  'node-tap': ({ stdout, root }) => parseNodeTap(stdout, root),
  nextest: ({ stderr, reports, root }) => parseNextest(stderr, reports, root),
  pytest: ({ stdout, reports, root }) => parsePytest(stdout, reports, root),
  junit: ({ reports, root }) => parseJunitRun(reports, root),
  tap: ({ stdout }) => parseTap(stdout),
};

function read(command: CommandResult): TestReport {
  const known = READERS[command.parser]?.(command);
  if (known !== undefined) return known;
  const problem = `the parser ${command.parser} does not read tests`;
  return { problem, tests: [], passed: 0, failed: 0, ignored: 0, unloaded: [] };
}

/** Failed tests, where they failed. */
export function failures(report: TestReport): Annotation[] {
  return report.tests
    .filter((test) => test.status === 'fail' && test.path !== undefined)
    .map((test) => annotate('failure', test.path!, test.line ?? 1, test.fullName, test.message ?? 'failed'));
}

/** Files that did not load. */
export function unloadedNotes(
  report: Pick<TestReport, 'unloaded'>,
  level: Annotation['annotation_level'],
): Annotation[] {
  return report.unloaded
    .filter((entry) => entry.path !== '')
    .map((entry) => annotate(level, entry.path, entry.line, 'does not load', entry.message));
}
