import type { DeclaredTest } from '../test-source/declared.ts';
import { javascriptTests } from '../test-source/javascript.ts';
import { pythonTests } from '../test-source/python.ts';
import { rustTests } from '../test-source/rust.ts';

/** What a test runner said, in one shape for all runners. */
export interface TestReport {
  /** Why the report cannot be trusted as a whole: a summary is missing, the numbers do not add up. */
  readonly problem?: string;
  readonly tests: readonly TestCase[];
  readonly passed: number;
  readonly failed: number;
  readonly ignored: number;
  /** Files or targets that did not compile or load, so that none of their tests ran. */
  readonly unloaded: readonly Unloaded[];
  /** Tests that a filter left out; undefined when there is none, or the runner does not tell. */
  readonly filtered?: number;
}

export interface TestCase {
  /** The name alone, without suite or module. */
  readonly name: string;
  /** With its suites or modules in front. */
  readonly fullName: string;
  readonly status: 'pass' | 'fail' | 'ignored';
  readonly path?: string;
  readonly line?: number;
  readonly message?: string;
  /** The line in which a test that ended as passed says that it tested nothing; its status is then `ignored`. */
  readonly selfSkip?: string;
  /** It failed first and passed when it was run again. */
  readonly flaky?: boolean;
}

export interface Unloaded {
  readonly path: string;
  readonly line: number;
  readonly message: string;
  /** True when the only cause is a name that does not exist yet: what a red phase expects. */
  readonly unresolved: boolean;
}

/** The acceptance criterion that a test name claims: `ac2_i2s_sums` is AC2, in Python `test_ac2_i2s_sums`. */
export function acOf(name: string): string | undefined {
  const match = /^(?:test_)?ac([1-9]\d{0,2})_/.exec(name);
  return match ? `AC${match[1]}` : undefined;
}

/**
 * Names under which tests ran, to compare with declared ones: the name, the same without parameters, and the modules around it, since a
 * parametrised test of Rust (`sums::case_1`) is a module of its cases.
 */
export function ranNames(tests: readonly TestCase[]): Set<string> {
  return new Set(tests.flatMap(({ name, fullName }) => [name, name.replace(/\[.*$/, ''), ...fullName.split('::')]));
}

/** A test of Rust without its modules; a case of a parametrised one (`ac1_sums::case_2`) keeps the name that claims its criterion. */
export function rustTestName(fullName: string): string {
  const [name, around] = fullName.split('::').reverse() as [string, string | undefined];
  return around !== undefined && acOf(around) !== undefined && acOf(name) === undefined ? `${around}::${name}` : name;
}

/** The tests that a source file declares, read from its text; none for a language that is not known here. */
export function readTests(path: string, source: string): DeclaredTest[] {
  if (path.endsWith('.rs')) return rustTests(source);
  if (/\.[cm]?[jt]sx?$/.test(path)) return javascriptTests(source);
  if (path.endsWith('.py')) return pythonTests(source);
  return [];
}

/** Names of the tests that a source file declares. A template in a name stays as it is written. */
export function declaredTests(path: string, source: string): string[] {
  return readTests(path, source).map(({ name }) => name);
}
