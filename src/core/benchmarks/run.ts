import type { CommandResult } from '../gate.ts';
import { parseBenchmarkJson } from '../parsers/benchmark-json.ts';
import { parseCriterion, parseCriterionList } from '../parsers/criterion.ts';
import { constantFaults } from './constant.ts';
import { mockFaults } from './mock.ts';
import { benchmarkFault, type BenchmarkFault, type BenchmarkReport, type Measured } from './report.ts';

/**
 * What the commands of a method measured: every report, held against what the benchmarks list themselves and what is `expected`. `files` is the
 * text of the benchmarks, in which no result stands.
 */
export function readBenchmarks(
  commands: readonly CommandResult[],
  expected: readonly string[],
  files: ReadonlyMap<string, string>,
): BenchmarkReport {
  const read = commands.map(readCommand);
  const faults = read.flatMap((one) => one.faults);
  const measured = expectedFirst(
    read.flatMap((one) => one.measured),
    expected,
  );
  const lists = read.flatMap(({ listed }) => (listed === undefined ? [] : [listed]));
  const listed = lists.length === 0 ? undefined : lists.flat();
  const known = new Set([...measured.map(({ name }) => name), ...faults.map(({ about }) => about)]);
  const absent = (names: readonly string[], why: string) =>
    names.filter((name) => !known.has(name)).map((name) => benchmarkFault('not measured', name, why));
  const all = [
    ...faults,
    ...absent(listed ?? [], 'it is listed and left no estimate'),
    ...absent(
      expected.filter((name) => listed?.includes(name) !== true),
      'the profile expects it',
    ),
    ...(listed === undefined ? [] : unlisted(measured, listed)),
    ...twice(measured.map(({ name }) => name)),
    ...twice(listed ?? []),
    ...constantFaults(measured, files),
    ...commands.flatMap(mockFaults),
  ];
  if (measured.length + all.length === 0) all.push(benchmarkFault('none ran', 'benchmarks', 'nothing was measured'));
  return { measured, faults: once(all) };
}

interface Read extends BenchmarkReport {
  /** Names that the benchmarks give themselves. */
  readonly listed?: readonly string[];
}

function readCommand(command: CommandResult): Read {
  const { step, exitCode, truncated } = command;
  const ended = [
    ...(exitCode === 0 ? [] : [benchmarkFault('gave up', step, `it ended with ${exitCode}`)]),
    ...(truncated ? [benchmarkFault('unreadable report', step, 'its output is over the limit')] : []),
  ];
  const report = readOutput(command);
  return { ...report, faults: [...ended, ...report.faults] };
}

function readOutput({ parser, step, stdout, reports }: CommandResult): Read {
  if (parser === 'criterion-list') return { measured: [], faults: [], listed: parseCriterionList(stdout) };
  if (parser === 'criterion') return parseCriterion(reports);
  if (parser === 'benchmark-json') return readLists(reports, step);
  const other = benchmarkFault('unreadable report', step, `the parser ${parser} reads no benchmark`);
  return { measured: [], faults: parser === 'none' ? [] : [other] };
}

function readLists(reports: CommandResult['reports'], step: string): BenchmarkReport {
  const read = [...reports.values()].map((file): BenchmarkReport => {
    if (file.text !== undefined) return parseBenchmarkJson(file.text, file.path);
    return { measured: [], faults: [benchmarkFault('unreadable report', file.path, file.refused ?? 'not text')] };
  });
  const none = read.length === 0 ? [benchmarkFault('no report', step, 'it wrote none of the files in `reports`')] : [];
  return {
    measured: read.flatMap((one) => one.measured),
    faults: [...none, ...read.flatMap((one) => one.faults)],
  };
}

function expectedFirst(measured: readonly Measured[], expected: readonly string[]): Measured[] {
  const rank = ({ name }: Measured) => (expected.includes(name) ? expected.indexOf(name) : expected.length);
  return [...measured].sort((a, b) => rank(a) - rank(b));
}

function unlisted(measured: readonly Measured[], listed: readonly string[]): BenchmarkFault[] {
  return measured
    .filter(({ name }) => !listed.includes(name))
    .map(({ name }) =>
      benchmarkFault('contradiction', name, 'it left an estimate, and no benchmark is listed by that name'),
    );
}

function twice(names: readonly string[]): BenchmarkFault[] {
  const again = names.filter((name, i) => names.indexOf(name) !== i);
  return [...new Set(again)].map((name) => benchmarkFault('measured twice', name, 'two benchmarks have this name'));
}

function once(faults: readonly BenchmarkFault[]): BenchmarkFault[] {
  const same = (a: BenchmarkFault, b: BenchmarkFault) => a.title === b.title && a.about === b.about;
  return faults.filter((fault, i) => faults.findIndex((other) => same(fault, other)) === i);
}
