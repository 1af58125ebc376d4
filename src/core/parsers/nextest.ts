import type { ReportFile } from '../gate.ts';
import { rustTestName, type TestReport } from '../testing/report.ts';
import { readJunit, reportOf, type JunitCase } from './junit.ts';
import { compileErrors } from './libtest.ts';

const SUMMARY =
  /^ {5}Summary \[ *[\d.]+s\] (?:(\d+)\/)?(\d+) tests? run: (\d+) passed(?: \([^)]*\))?((?:, \d+ [a-z ]+(?: \([^)]*\))?)*)$/gm;

/**
 * Reads a run of cargo-nextest: its JUnit report, counted again by the `Summary` line that nextest itself prints behind
 * everything a test can print. A test that ended its process with 0 passes for nextest, but its harness left no result.
 */
export function parseNextest(stderr: string, reports: ReadonlyMap<string, ReportFile>, root: string): TestReport {
  const unloaded = compileErrors(stderr, root);
  if (unloaded.length > 0) return { ...reportOf([]), unloaded };
  const { problem, cases } = readJunit(reports, root);
  const report = reportOf(cases.map(inCrate), problem ?? contradiction(stderr, cases));
  const filtered = leftOut(stderr);
  return filtered === 0 ? report : { ...report, filtered };
}

/** Why the summary line and the report do not agree. */
function contradiction(stderr: string, cases: readonly JunitCase[]): string | undefined {
  const summary = [...stderr.matchAll(SUMMARY)].at(-1);
  if (summary === undefined) return 'nextest ended without its `Summary` line';
  const [, ran, of, passed, rest] = summary;
  if (ran !== undefined) return `${ran} of ${of} tests were run`;
  const failed = (rest!.match(/\d+ (?=failed|timed out|exec failed|leaky)/g) ?? []).reduce((n, m) => n + Number(m), 0);
  const bad = cases.filter((one) => one.status === 'fail').length;
  if (Number(of) !== cases.length) return `the summary counts ${of} tests, the report holds ${cases.length}`;
  if (Number(passed) !== cases.length - bad || failed !== bad) {
    return `the summary counts ${passed} passed and ${failed} failed, the report holds ${cases.length - bad} and ${bad}`;
  }
  const silent = cases.find(
    (one) =>
      one.status !== 'fail' &&
      one.output.includes('running 1 test') &&
      !/^test result: ok\. 1 passed; 0 failed/m.test(one.output),
  );
  return silent === undefined ? undefined : `${silent.fullName} ended its process without a result`;
}

/** Tests that a filter left out, beside those that are marked to be ignored: nextest counts both as skipped. */
function leftOut(stderr: string): number {
  return Number([...stderr.matchAll(SUMMARY)].at(-1)?.[4]?.match(/(\d+) skipped/)?.[1] ?? 0);
}

/** Names as `cargo test` writes them are without the binary. */
function inCrate(one: JunitCase): JunitCase {
  return { ...one, name: rustTestName(one.name) };
}
