import { allowanceOf, type Allowance } from '../allowance.ts';
import type { History } from '../diff/history.ts';
import { compileGlobs } from '../globs.ts';
import { numberOf } from './literal.ts';
import { levelOf, type HygieneFinding, type RuleId } from './finding.ts';
import { loosenedBounds, removedBounds, type Place } from './loosening.ts';
import { findMarks } from './marks.ts';
import { changedSource, type ChangedSource } from './source.ts';
import { deletedTests, weakenedTests } from './tests.ts';
import { commitPrefixes, conflictMarkers, judgeTree, type TreeLimits } from './tree.ts';

/** Files whose numbers and lists tell another judge what to let through. */
export const JUDGE_SETTINGS = [
  '**/eslint.config.*',
  '**/.eslintrc*',
  '**/.eslintignore',
  '**/.prettierrc*',
  '**/.prettierignore',
  '**/tsconfig*.json',
  '**/jest.config.*',
  '**/vitest.config.*',
  '**/stryker.*',
  '**/.c8rc*',
  '**/.nycrc*',
  '**/clippy.toml',
  '**/.clippy.toml',
  '**/rustfmt.toml',
  '**/.rustfmt.toml',
  '**/rust-toolchain*',
  '**/.cargo/**',
  '**/.config/nextest.toml',
  '**/deny.toml',
  '**/audit.toml',
  '**/mutants.toml',
  '**/pytest.ini',
  '**/tox.ini',
  '**/.coveragerc',
  '**/ruff.toml',
  '**/codecov.yml',
];
/** Lists of what a judge leaves out: a line more is a file less. */
const IGNORE_LISTS = /(?:^|\/)\.(?:eslint|prettier|stylelint)ignore$/;

export interface HygieneInput {
  readonly history: History;
  readonly files: ReadonlyMap<string, string>;
  readonly before: ReadonlyMap<string, string>;
  readonly scopes: { readonly tests: readonly string[]; readonly code: readonly string[] };
  readonly prefixes: readonly string[];
  readonly limits: TreeLimits;
  /** Files that may print. */
  readonly prints: (path: string) => boolean;
  readonly off: ReadonlySet<RuleId>;
  readonly warn: ReadonlySet<RuleId>;
  readonly allowances: readonly Allowance[];
}

/** Everything that hygiene says of a branch, in the order of the files. */
export function judgeHygiene(input: HygieneInput): HygieneFinding[] {
  const { history, files, before } = input;
  const tests = compileGlobs(input.scopes.tests).matches;
  const code = compileGlobs(input.scopes.code).matches;
  const settings = compileGlobs(JUDGE_SETTINGS).matches;
  const placeOf = (path: string): Place =>
    tests(path) ? 'tests' : settings(path) ? 'settings' : code(path) ? 'code' : 'other';
  const sources = history.files
    .filter(({ newMode, oldMode }) => newMode.startsWith('100') || oldMode.startsWith('100'))
    .map(({ path }): readonly [ChangedSource, Place] => [
      changedSource(path, history.lines.get(path) ?? [], before.get(path), files.get(path)),
      placeOf(path),
    ]);
  const pool = removedBounds(sources);
  const findings = [
    ...commitPrefixes(history.commits, input.prefixes),
    ...unread(history),
    ...judgeTree(history.files, input.limits, (path) => files.get(path)?.split('\n', 1)[0]),
    ...sources.flatMap(([source, place]) => {
      const marks = findMarks(source, place);
      return [
        ...conflictMarkers(source),
        ...marks.filter(({ rule, message, path }) => !isPrint(rule, message) || !input.prints(path)),
        ...loosenedBounds(source, place, pool),
        ...(place === 'tests' ? weakenedTests(source).filter((one) => !marks.some((mark) => isSame(mark, one))) : []),
        ...(place === 'settings' ? settingsChange(source) : []),
        ...unreadable(source, place),
      ];
    }),
    ...deletedTests(sources.filter(([, place]) => place === 'tests' || place === 'code').map(([source]) => source)),
  ];
  return findings.filter(({ rule }) => !input.off.has(rule)).map((finding) => levelled(finding, input));
}

/** One test that is switched off, seen by its mark and by what it became. */
function isSame(one: HygieneFinding, other: HygieneFinding): boolean {
  return one.rule === 'skipped-test' && other.rule === one.rule && one.names.includes(other.names[0]!);
}

function isPrint(rule: RuleId, message: string): boolean {
  return (
    rule === 'print-in-library' || /^console\.log|^a debugging print.*\bconsole\s*\.\s*(?:dir|table)\b/.test(message)
  );
}

/** By the rule, then the profile, then the issue, each of which can only take weight away. */
function levelled(finding: HygieneFinding, { warn, allowances }: HygieneInput): HygieneFinding {
  const level = finding.level === 'failure' && !warn.has(finding.rule) ? levelOf(finding.rule) : 'warning';
  const named = { ...finding, level };
  if (level !== 'failure') return named;
  const allowed = allowedBy(finding, allowances);
  return allowed === undefined
    ? named
    : { ...named, level: 'notice', message: `${finding.message} The issue allows it: ${allowed.because}` };
}

/** A number is allowed by its name and its new value, anything else by its test or by rule and path. */
function allowedBy(finding: HygieneFinding, allowances: readonly Allowance[]): Allowance | undefined {
  const names = [...finding.names, `${finding.rule}:${finding.path}`];
  if (finding.value === undefined) return allowanceOf(allowances, names);
  return allowances.find(
    ({ name, value }) => names.includes(name) && value !== undefined && numberOf(value) === finding.value,
  );
}

function unread({ unread: why, commits, commitCount }: History): HygieneFinding[] {
  const found = (message: string): HygieneFinding => ({
    rule: 'unread-diff',
    level: 'failure',
    path: '',
    line: 1,
    message,
    names: [],
  });
  return [
    ...(why === undefined ? [] : [found(why)]),
    ...(commits.length < commitCount ? [found(`${commits.length} of ${commitCount} commits were read`)] : []),
  ];
}

/** Code that is not text, or so large that it was not read, could hold anything. */
function unreadable(source: ChangedSource, place: Place): HygieneFinding[] {
  if (source.language === 'other' || source.rawAfter !== undefined || source.added.length === 0) return [];
  if (place !== 'tests' && place !== 'code') return [];
  const message = 'the file is not text, or too large to be read';
  return [{ rule: 'unread-diff', level: 'failure', path: source.path, line: 1, message, names: [] }];
}

function settingsChange(source: ChangedSource): HygieneFinding[] {
  const line = source.added[0]?.line ?? 1;
  if (IGNORE_LISTS.test(source.path) && source.added.some(({ text }) => /^\s*[^#!\s]/.test(text))) {
    const message = 'a judge leaves more files out than before';
    return [{ rule: 'muted-file', level: 'failure', path: source.path, line, message, names: [] }];
  }
  if (source.added.length + source.removed.length === 0) return [];
  const message = 'the settings of a judge were changed';
  return [{ rule: 'judge-settings', level: 'warning', path: source.path, line, message, names: [] }];
}
