import { relativePath } from '../method-run.ts';
import type { TestCase, TestReport, Unloaded } from '../test-report.ts';
import { isUnresolvedName, parseRustcErrors } from './rustc.ts';

const RESULT =
  /^test result: (ok|FAILED)\. (\d+) passed; (\d+) failed; (\d+) ignored; (\d+) measured; (\d+) filtered out/;
const RUNNING = /^running (\d+) tests?$/;
const TEST = /^test (.+?)(?: - should panic| - compile fail| - compile)? \.\.\. (ok|FAILED|ignored)/;
const PANIC = /^thread '(.+?)' (?:\(\d+\) )?panicked at (.+?):(\d+):\d+:\n(.*)/gm;

/**
 * Reads the output of `cargo test`: every `test result:` line of every binary and doc-test, summed. A binary that was
 * started and left no result, a result that nothing announced, numbers that do not add up, or more lines than tests, make
 * the whole report a problem: a test may write to stdout whatever it likes, or end its process.
 */
export function parseLibtest(stdout: string, stderr: string, root: string): TestReport {
  const places = panics(stdout, root);
  const tests: TestCase[] = [];
  const sum = { passed: 0, failed: 0, ignored: 0 };
  let results = 0;
  let announced: number | undefined;
  let lines = 0;
  let listing = false;
  let oddity: string | undefined;
  for (const line of stdout.split('\n')) {
    const running = RUNNING.exec(line);
    if (running) {
      if (announced !== undefined) oddity ??= 'a test binary left no result';
      announced = Number(running[1]);
      lines = 0;
      listing = true;
    }
    // Behind the list stands what the tests printed: no test of that name need exist.
    if (/^(?:failures|successes):$/.test(line)) listing = false;
    const result = RESULT.exec(line);
    if (result) {
      const [passed, failed, ignored, measured] = result.slice(2, 6).map(Number) as [number, number, number, number];
      const counted = passed + failed + ignored + measured;
      if (announced === undefined) oddity ??= 'a `test result:` line that no binary announced';
      else if (announced !== counted) oddity ??= `${announced} tests were announced, ${counted} have a result`;
      else if (lines > counted) oddity ??= `${lines} lines tell of tests, ${counted} have a result`;
      announced = undefined;
      listing = false;
      results++;
      sum.passed += passed;
      sum.failed += failed;
      sum.ignored += ignored;
    }
    const test = TEST.exec(line);
    if (test && listing) {
      lines++;
      tests.push(testCase(test[1]!, test[2]!, places));
    }
  }
  const unloaded = compileErrors(stderr, root);
  const problem = unloaded.length > 0 ? undefined : (binaries(stderr, results) ?? oddity ?? open(announced));
  return { ...(problem === undefined ? {} : { problem }), tests, ...sum, unloaded };
}

function testCase(fullName: string, said: string, places: ReturnType<typeof panics>): TestCase {
  const status = said === 'ok' ? 'pass' : said === 'FAILED' ? 'fail' : 'ignored';
  const name = fullName.split('::').at(-1)!;
  return { name, fullName, status, ...(status === 'fail' ? places.get(fullName) : {}) };
}

/** Cargo says on stderr which binaries it starts; the doc-tests of one crate may give two results. */
function binaries(stderr: string, results: number): string | undefined {
  const started = (stderr.match(/^\s+(?:Running .+|Doc-tests \S+)$/gm) ?? []).length;
  const docTests = (stderr.match(/^\s+Doc-tests \S+$/gm) ?? []).length;
  if (results === 0) return 'no `test result:` line';
  if (results < started) return `${started} test binaries were started, ${results} left a result`;
  if (results > started + docTests) return `${started} test binaries were started, ${results} results were printed`;
  return undefined;
}

const open = (announced: number | undefined) => (announced === undefined ? undefined : 'a test binary left no result');

function panics(stdout: string, root: string): Map<string, { path: string; line: number; message: string }> {
  const places = new Map<string, { path: string; line: number; message: string }>();
  for (const [, name, file, line, message] of stdout.matchAll(PANIC)) {
    const path = relativePath(file!, root);
    if (path !== undefined) places.set(name!, { path, line: Number(line), message: message! });
  }
  return places;
}

/** One entry per place: a target that does not compile runs no test. */
function compileErrors(stderr: string, root: string): Unloaded[] {
  if (!/^error: could not compile /m.test(stderr)) return [];
  const errors = parseRustcErrors(stderr, root);
  if (errors.length === 0) return [{ path: '', line: 1, message: 'could not compile', unresolved: false }];
  return errors.map((error) => ({
    path: error.path ?? '',
    line: error.line,
    message: error.code === undefined ? error.message : `${error.code}: ${error.message}`,
    unresolved: error.path !== undefined && isUnresolvedName(error.code),
  }));
}
