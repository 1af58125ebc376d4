import type { CommandResult } from '../gate.ts';
import { benchmarkFault, type BenchmarkFault } from './report.ts';

const MOCK = /mock/i;

/** The word mock in what a command wrote: in a report, in a name, in its log. */
export function mockFaults(command: CommandResult): BenchmarkFault[] {
  const { step, reports } = command;
  const inReports = [...reports.values()].flatMap(({ path, text }) => {
    const line = (text ?? '').split('\n').find((one) => MOCK.test(one));
    const said = line ?? (MOCK.test(path) ? path : undefined);
    return said === undefined ? [] : [benchmarkFault('mock', path, excerpt(said))];
  });
  const line = ownLines(command).find((one) => MOCK.test(one));
  return line === undefined
    ? inReports
    : [...inReports, benchmarkFault('mock', step, `its log says: ${excerpt(line)}`)];
}

/**
 * What the benchmarks themselves wrote. Until cargo says that it runs the first of them it names crates and quotes code that it compiles, and mock
 * libraries among the dependencies of tests are nobody's fault; the unit tests of a crate that it lists measure nothing.
 */
function ownLines({ argv, stdout, stderr }: CommandResult): string[] {
  const lines = stderr.split('\n');
  if (argv[0] !== 'cargo') return [...stdout.split('\n'), ...lines];
  const start = lines.findIndex((line) => RUNNING.test(line));
  const own = start < 0 ? [] : lines.slice(start).filter((line) => !UNIT_TESTS.test(line));
  return [...stdout.split('\n'), ...own];
}

const RUNNING = /^\s+Running /;
const UNIT_TESTS = /^\s+Running unittests /;

/** The word with what stands around it. */
function excerpt(line: string): string {
  const at = Math.max(0, line.search(MOCK) - 60);
  return line.slice(at, at + 120).trim();
}
