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
 * started and left no result, or numbers that do not add up, make the whole report a problem.
 */
export function parseLibtest(stdout: string, stderr: string, root: string): TestReport {
  const places = panics(stdout, root);
  const tests: TestCase[] = [];
  const sum = { passed: 0, failed: 0, ignored: 0, announced: 0, measured: 0 };
  let results = 0;
  for (const line of stdout.split('\n')) {
    const running = RUNNING.exec(line);
    if (running) sum.announced += Number(running[1]);
    const result = RESULT.exec(line);
    if (result) {
      results++;
      sum.passed += Number(result[2]);
      sum.failed += Number(result[3]);
      sum.ignored += Number(result[4]);
      sum.measured += Number(result[5]);
    }
    const test = TEST.exec(line);
    if (test) {
      const fullName = test[1]!;
      const status = test[2] === 'ok' ? 'pass' : test[2] === 'FAILED' ? 'fail' : 'ignored';
      tests.push({
        name: fullName.split('::').at(-1)!,
        fullName,
        status,
        ...(status === 'fail' ? places.get(fullName) : {}),
      });
    }
  }
  const started = (stderr.match(/^\s+(?:Running .+|Doc-tests \S+)$/gm) ?? []).length;
  const unloaded = compileErrors(stderr, root);
  const counted = sum.passed + sum.failed + sum.ignored + sum.measured;
  const problem =
    unloaded.length > 0
      ? undefined
      : results === 0
        ? 'no `test result:` line'
        : results < started
          ? `${started} test binaries were started, ${results} left a result`
          : sum.announced !== counted
            ? `${sum.announced} tests were announced, ${counted} have a result`
            : undefined;
  return {
    ...(problem === undefined ? {} : { problem }),
    tests,
    passed: sum.passed,
    failed: sum.failed,
    ignored: sum.ignored,
    unloaded,
  };
}

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
