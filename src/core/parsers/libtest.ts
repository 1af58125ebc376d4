import { relativePath } from '../method-run.ts';
import { rustTestName, type TestCase, type TestReport, type Unloaded } from '../testing/report.ts';
import { isUnresolvedName, parseRustcErrors } from './rustc.ts';
import { selfSkip } from './self-skip.ts';

const RESULT =
  /^test result: (ok|FAILED)\. (\d+) passed; (\d+) failed; (\d+) ignored; (\d+) measured; (\d+) filtered out/;
const OUTPUT = /^---- (.{1,500}) stdout ----$/;
const RUNNING = /^running (\d+) tests?$/;
const TEST = /^test (.{1,500}?)(?: - should panic| - compile fail| - compile)? \.\.\. (ok|FAILED|ignored)/;
/** With one thread the name is written before the test runs, so that what a child process prints stands between it and its result. */
const UNANSWERED = /^test (.{1,500}?)(?: - should panic)? \.\.\. (?!(?:ok|FAILED|ignored|bench)\b)/;
const PANIC = /^thread '([^'\n]{1,500})' (?:\(\d+\) )?panicked at ([^\n:]{1,500}):(\d+):\d+:\n(.*)/gm;

/**
 * Reads the output of `cargo test`: every `test result:` line of every binary and doc-test, summed. A binary that was
 * started and left no result, a result that nothing announced, numbers that do not add up, or more lines than tests, make
 * the whole report a problem: a test may write to stdout whatever it likes, or end its process.
 */
export function parseLibtest(stdout: string, stderr: string, root: string): TestReport {
  const places = panics(stdout, root);
  const tests: TestCase[] = [];
  const sum = { passed: 0, failed: 0, ignored: 0, filtered: 0 };
  let results = 0;
  let announced: number | undefined;
  let lines = 0;
  let listing = false;
  /** Names without a result in their line, and names in the closing list of failures. */
  let unanswered: string[] = [];
  let red = new Set<string>();
  let section = '';
  let oddity: string | undefined;
  /** Where the tests of this binary begin, and what they wrote (with `--show-output`). */
  let first = 0;
  const outputs = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of stdout.split('\n')) {
    const running = RUNNING.exec(line);
    if (running) {
      if (announced !== undefined) oddity ??= 'a test binary left no result';
      announced = Number(running[1]);
      lines = 0;
      listing = true;
      first = tests.length;
      outputs.clear();
      unanswered = [];
      red = new Set();
      section = '';
    }
    // Behind the list stands what the tests printed: no test of that name need exist.
    if (/^(?:failures|successes):$/.test(line)) {
      listing = false;
      current = undefined;
      section = line;
    }
    const listed = section === 'failures:' && current === undefined ? /^ {4}(\S{1,500})$/.exec(line)?.[1] : undefined;
    if (listed !== undefined) red.add(listed);
    const output = listing || announced === undefined ? null : OUTPUT.exec(line);
    if (output) {
      current = [];
      outputs.set(output[1]!, current);
    } else current?.push(line);
    const result = RESULT.exec(line);
    if (result) {
      const [passed, failed, ignored, measured, filtered] = result.slice(2, 7).map(Number) as [
        number,
        number,
        number,
        number,
        number,
      ];
      const counted = passed + failed + ignored + measured;
      if (announced === undefined) oddity ??= 'a `test result:` line that no binary announced';
      else if (announced !== counted) oddity ??= `${announced} tests were announced, ${counted} have a result`;
      else if (lines > counted) oddity ??= `${lines} lines tell of tests, ${counted} have a result`;
      else if (has(tests, first, 'pass') > passed)
        oddity ??= `${has(tests, first, 'pass')} tests say ok, ${passed} passed`;
      if (unanswered.length > 0)
        tests.push(...answers(unanswered, red, tests.slice(first), { passed, failed, ignored }, places));
      announced = undefined;
      listing = false;
      results++;
      sum.passed += passed;
      sum.failed += failed;
      sum.ignored += ignored;
      sum.filtered += filtered;
      const skips = markSkips(tests, first, outputs);
      sum.passed -= skips;
      sum.ignored += skips;
      current = undefined;
    }
    const test = TEST.exec(line);
    if (test && listing) {
      lines++;
      tests.push(testCase(test[1]!, test[2]!, places));
    } else if (listing) {
      const name = UNANSWERED.exec(line)?.[1];
      if (name !== undefined) {
        lines++;
        unanswered.push(name);
      }
    }
  }
  const unloaded = compileErrors(stderr, root);
  const problem = unloaded.length > 0 ? undefined : (binaries(stderr, results) ?? oddity ?? open(announced));
  return { ...(problem === undefined ? {} : { problem }), tests, ...sum, unloaded };
}

const has = (tests: readonly TestCase[], first: number, status: TestCase['status']) =>
  tests.slice(first).filter((test) => test.status === status).length;

/**
 * Tests whose line says nothing: red by the closing list of failures, else green; none of them where that is not what the result counts.
 */
function answers(
  names: readonly string[],
  red: ReadonlySet<string>,
  known: readonly TestCase[],
  said: { readonly passed: number; readonly failed: number; readonly ignored: number },
  places: ReturnType<typeof panics>,
): TestCase[] {
  const fails = (name: string) => red.has(name) && said.failed > 0;
  const found = names.map((name) => testCase(name, fails(name) ? 'FAILED' : 'ok', places));
  const counts = (status: TestCase['status']) => [...known, ...found].filter((test) => test.status === status).length;
  const fit = counts('pass') === said.passed && counts('fail') === said.failed && counts('ignored') === said.ignored;
  return fit ? found : [];
}

/** Tests from `first` on that wrote that they skip, and passed, become ignored; returns how many. */
function markSkips(tests: TestCase[], first: number, outputs: ReadonlyMap<string, readonly string[]>): number {
  let skips = 0;
  for (let i = first; i < tests.length; i++) {
    const test = tests[i]!;
    const words = test.status === 'pass' ? selfSkip(outputs.get(test.fullName)?.join('\n') ?? '') : undefined;
    if (words === undefined) continue;
    tests[i] = { ...test, status: 'ignored', selfSkip: words };
    skips++;
  }
  return skips;
}

function testCase(fullName: string, said: string, places: ReturnType<typeof panics>): TestCase {
  const status = said === 'ok' ? 'pass' : said === 'FAILED' ? 'fail' : 'ignored';
  const name = rustTestName(fullName);
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

/** Errors of the compiler in cargo's words for people, one per place: a target that does not compile runs no test. */
export function compileErrors(stderr: string, root: string): Unloaded[] {
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
