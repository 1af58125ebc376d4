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
}

export interface Unloaded {
  readonly path: string;
  readonly line: number;
  readonly message: string;
  /** True when the only cause is a name that does not exist yet: what a red phase expects. */
  readonly unresolved: boolean;
}

/** The acceptance criterion that a test name claims: `ac2_i2s_sums` is AC2. */
export function acOf(name: string): string | undefined {
  const match = /^ac([1-9]\d{0,2})_/.exec(name);
  return match ? `AC${match[1]}` : undefined;
}

const RUST_TEST = /#\[(?:\w+::)*test\b[^\]]*\](?:\s*#\[[^\]]*\])*\s*(?:pub(?:\([^)]*\))?\s+)?(?:async\s+)?fn\s+(\w+)/g;
const JS_TEST = /(?<![.\w$])(?:test|it)(?:\.(?:only|skip|todo))?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;

/** Names of the tests that a source file declares, read from its text. A template in a name stays as it is written. */
export function declaredTests(path: string, source: string): string[] {
  const code = source.replace(/(^|[\s;])\/\/.*$/gm, '$1').replace(/\/\*[^]*?\*\//g, '');
  if (path.endsWith('.rs')) return [...code.matchAll(RUST_TEST)].map((match) => match[1]!);
  if (/\.[cm]?[jt]sx?$/.test(path)) return [...code.matchAll(JS_TEST)].map((match) => match[2]!);
  return [];
}
