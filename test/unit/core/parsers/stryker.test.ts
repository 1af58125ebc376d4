import { describe, expect, test } from '@jest/globals';
import type { CommandResult } from '../../../../src/core/gate.ts';
import { parseStryker, parseStrykerReport } from '../../../../src/core/parsers/stryker.ts';
import { ran, reportFile, reportFiles } from './ran.ts';

const mutant = (status: string, line = 3, change: object = {}) => ({
  mutatorName: 'EqualityOperator',
  replacement: 'a <= b',
  status,
  location: { start: { line, column: 0 }, end: { line: line + 1, column: 9 } },
  ...change,
});
const STATUSES = [
  ['Killed', 'caught'],
  ['Survived', 'missed'],
  ['NoCoverage', 'missed'],
  ['CompileError', 'unviable'],
  ['RuntimeError', 'unviable'],
  ['Timeout', 'timeout'],
  ['Ignored', 'ignored'],
  ['Pending', 'untested'],
] as const;
const report = (mutants: readonly object[] = STATUSES.map(([status], i) => mutant(status, i + 1))) => ({
  schemaVersion: '1',
  files: { 'src/a.ts': { source: 'a < b', mutants } } as object,
  framework: { name: 'StrykerJS' } as object,
  config: {} as object,
});
const read = (value: unknown) => parseStrykerReport(typeof value === 'string' ? value : JSON.stringify(value));

describe('its report', () => {
  test('each mutant with what became of it, and the files as they were read', () => {
    expect(read(report())).toStrictEqual({
      mutants: STATUSES.map(([status, state], i) => ({
        path: 'src/a.ts',
        line: i + 1,
        endLine: i + 2,
        what: `EqualityOperator: a <= b${status === 'NoCoverage' ? ' (no test runs it)' : ''}`,
        state,
      })),
      sources: new Map([['src/a.ts', 'a < b']]),
    });
  });

  test.each([
    ['no replacement', { replacement: undefined }],
    ['a replacement that is null', { replacement: null }],
  ])('%s', (_, change) => {
    expect(read(report([mutant('Killed', 1, change)])).mutants.map(({ what }) => what)).toEqual(['EqualityOperator']);
  });

  test.each([
    ['2', undefined],
    ['1.7.3', undefined],
    ['2.0', undefined],
    ['3', false],
    ['12', false],
    ['1.x', false],
    ['v1', false],
  ])('a schema of version %s', (schemaVersion, problem) => {
    expect(read({ ...report(), schemaVersion }).problem).toBe(
      problem === undefined
        ? undefined
        : 'mutation.json: schemaVersion: Invalid string: must match pattern /^[12](?:\\.\\d+)*$/',
    );
  });

  test.each([
    ['no excluded mutations', { mutator: {} }],
    ['an empty list of them', { mutator: { excludedMutations: [] } }],
    ['switches that are off', { incremental: false, dryRunOnly: false }],
  ])('a configuration with %s', (_, config) => {
    expect(read({ ...report(), config })).not.toHaveProperty('problem');
  });

  test.each([
    [
      'of another program',
      { ...report(), framework: { name: 'Stryker.NET' } },
      'mutation.json is a report of Stryker.NET, not of StrykerJS',
    ],
    [
      'incremental',
      { ...report(), config: { incremental: true } },
      'incremental mode takes results over that nobody ran: switch it off',
    ],
    [
      'a dry run',
      { ...report(), config: { dryRunOnly: true } },
      'only the tests without mutants were run (dryRunOnly)',
    ],
    [
      'without kinds of mutants',
      { ...report(), config: { mutator: { excludedMutations: ['StringLiteral', 'Regex'] } } },
      'kinds of mutants are left out (excludedMutations): StringLiteral, Regex',
    ],
    ['no report', [], 'mutation.json: report: Invalid input: expected object, received array'],
    [
      'an unknown status',
      report([mutant('Fine')]),
      'mutation.json: files.src/a.ts.mutants.0.status: Invalid option: expected one of "Killed"|"Survived"|"NoCoverage"|"CompileError"|"RuntimeError"|"Timeout"|"Ignored"|"Pending"',
    ],
    [
      'line 0',
      report([mutant('Killed', 0)]),
      'mutation.json: files.src/a.ts.mutants.0.location.start.line: Too small: expected number to be >=1',
    ],
    [
      'a column below 0',
      report([mutant('Killed', 1, { location: { start: { line: 1, column: -1 }, end: { line: 1, column: 0 } } })]),
      'mutation.json: files.src/a.ts.mutants.0.location.start.column: Too small: expected number to be >=0',
    ],
    [
      'no kind',
      report([mutant('Killed', 1, { mutatorName: '' })]),
      'mutation.json: files.src/a.ts.mutants.0.mutatorName: Too small: expected string to have >=1 characters',
    ],
    [
      'a configuration that is none',
      { ...report(), config: { incremental: 'yes' } },
      'mutation.json: config.incremental: Invalid input: expected boolean, received string',
    ],
    ['a key twice', '{"schemaVersion":"1","schemaVersion":"1"}', 'mutation.json: key "schemaVersion" appears twice'],
  ])('refused: %s', (_, value, problem) => {
    expect(read(value)).toStrictEqual({ problem, mutants: [] });
  });

  test('a path of 1,000 characters is one, a longer one and none are not', () => {
    const named = (path: string) => read({ ...report(), files: { [path]: { source: '', mutants: [] } } }).problem;
    expect(named('x'.repeat(1_000))).toBeUndefined();
    for (const path of ['', 'x'.repeat(1_001)]) expect(named(path)).toMatch(/^mutation\.json: files\./);
  });
});

describe('a run', () => {
  const DONE = 'INFO MutationTestExecutor Done in 3 seconds.\n';
  const row = (name: string, ...numbers: readonly number[]) =>
    `${name.padEnd(10)}|   50.00 |   60.00 |${numbers.map((n) => ` ${String(n).padStart(8)} |`).join('')}\n`;
  /** The counts of `report()`, and those of one file of several. */
  const TABLE = row('All files', 1, 1, 1, 1, 2) + row(' a.ts', 9, 9, 9, 9, 9);
  const judge = (change: Partial<CommandResult>, text: string | undefined = JSON.stringify(report())) =>
    parseStryker(
      ran({
        stdout: TABLE + DONE,
        reports: reportFiles(reportFile('reports/mutation/mutation.json', text), reportFile('reports/index.html', '')),
        ...change,
      }),
    );
  const NO_TABLE = 'its table is not there: use the reporters json and clear-text';
  const none = (problem: string) => ({ problem, mutants: [] });

  test.each<[string, Partial<CommandResult>]>([
    ['as it should be', {}],
    ['that said on stderr that it was done', { stdout: TABLE, stderr: DONE }],
    [
      'below the score that the repository asks for',
      { exitCode: 1, stderr: 'Final mutation score 50.00 under breaking threshold 80' },
    ],
  ])('%s', (_, change) => {
    expect(judge(change)).toStrictEqual(read(report()));
  });

  test('more than nine of each kind', () => {
    const many = STATUSES.flatMap(([status]) => Array.from({ length: 12 }, () => mutant(status)));
    const stdout = row('All files', 12, 12, 12, 12, 24).replace('|   50.00 |   60.00', '| 50.00 | 60.00') + DONE;
    expect(judge({ stdout }, JSON.stringify(report(many)))).not.toHaveProperty('problem');
    expect(judge({ stdout: stdout.replace(' |\n', ' | x\n') }, JSON.stringify(report(many))).problem).toBe(NO_TABLE);
  });

  const OTHERWISE = 'mutation.json is not what Stryker printed in its table';
  test.each<[string, Partial<CommandResult>, string]>([
    [
      'its budget ended it',
      { stopped: true },
      'Stryker was ended by its budget and writes its report at the end alone',
    ],
    ['it was not done', { stdout: TABLE, exitCode: 1 }, 'Stryker did not say that it was done (exit 1)'],
    ['it ended with 1', { exitCode: 1 }, 'exit 1 without a reason'],
    [
      'it ended with 1 and a word of no threshold',
      { exitCode: 1, stderr: 'under breaking threshold' },
      'exit 1 without a reason',
    ],
    ['no table', { stdout: DONE }, NO_TABLE],
    ['a table on stderr', { stdout: DONE, stderr: TABLE }, NO_TABLE],
    ['a table inside a line', { stdout: `x${TABLE}${DONE}` }, NO_TABLE],
    ['another number of killed ones', { stdout: row('All files', 2, 1, 1, 1, 2) + DONE }, OTHERWISE],
    ['another number of timeouts', { stdout: row('All files', 1, 2, 1, 1, 2) + DONE }, OTHERWISE],
    ['another number of survivors', { stdout: row('All files', 1, 1, 2, 1, 2) + DONE }, OTHERWISE],
    ['another number without a test', { stdout: row('All files', 1, 1, 1, 0, 2) + DONE }, OTHERWISE],
    ['another number of errors', { stdout: row('All files', 1, 1, 1, 1, 1) + DONE }, OTHERWISE],
    ['no report', { reports: new Map(), exitCode: 1 }, 'Stryker left no report (exit 1)'],
    [
      'no report, and why',
      { reports: new Map(), exitCode: 1, stderr: '12:00:00 (1) ERROR Stryker No tests were executed.\n' },
      'Stryker left no report: No tests were executed. (exit 1)',
    ],
    [
      'tests that fail without any mutant',
      { reports: new Map(), exitCode: 1, stdout: 'ERROR Stryker There were failed tests in the initial test run.\n' },
      'the tests fail without any mutant (exit 1)',
    ],
    [
      'two reports',
      { reports: reportFiles(reportFile('a/mutation.json', '{}'), reportFile('b/mutation.json', '{}')) },
      'two reports (exit 0)',
    ],
    [
      'a report that is a link',
      { reports: reportFiles(reportFile('a/mutation.json', undefined, 'a link')) },
      'a/mutation.json: a link',
    ],
    ['a report that is no text', { reports: reportFiles(reportFile('a/mutation.json')) }, 'a/mutation.json: not text'],
    [
      'a report that is refused',
      {
        reports: reportFiles(
          reportFile('a/mutation.json', JSON.stringify({ ...report(), config: { dryRunOnly: true } })),
        ),
      },
      'only the tests without mutants were run (dryRunOnly)',
    ],
  ])('%s', (_, change, problem) => {
    expect(judge(change)).toStrictEqual(none(problem));
  });
});
