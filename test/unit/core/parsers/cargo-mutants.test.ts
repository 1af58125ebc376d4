import { describe, expect, test } from '@jest/globals';
import type { CommandResult } from '../../../../src/core/gate.ts';
import { parseCargoMutants } from '../../../../src/core/parsers/cargo-mutants.ts';
import { ran, reportFile, reportFiles } from './ran.ts';

const SUMMARIES = { caught: 'CaughtMutant', missed: 'MissedMutant', timeout: 'Timeout', unviable: 'Unviable' } as const;
type State = keyof typeof SUMMARIES;
const nameOf = (line: number) => `src/a.rs:${line}:5: replace < with <= in f`;
const mutant = (line: number) => ({
  name: nameOf(line),
  file: 'src/a.rs',
  span: { start: { line, column: 5 }, end: { line: line + 1, column: 6 } },
});
const outcome = (line: number, state: State) => ({
  scenario: { Mutant: mutant(line) },
  summary: SUMMARIES[state] as string,
});
const BASELINE = { scenario: 'Baseline' as unknown, summary: 'Success' };
const WORDS = { caught: 'caught', missed: 'MISSED', timeout: 'TIMEOUT', unviable: 'unviable' } as const;
const printed = (line: number, state: State) => `${WORDS[state].padEnd(9)}${nameOf(line)} in 0s build + 1s test\n`;

/** A run whose mutants, on the lines 1, 2, …, became these, all of its words agreeing. */
function run(states: readonly (State | 'untested')[]) {
  const done = states.flatMap((state, i) => (state === 'untested' ? [] : [{ state, line: i + 1 }]));
  const has = (state: State) => done.filter((one) => one.state === state).length;
  const numbers = {
    total_mutants: done.length,
    missed: has('missed'),
    caught: has('caught'),
    timeout: has('timeout'),
    unviable: has('unviable'),
  };
  return {
    listed: states.map((_, i) => mutant(i + 1)),
    outcomes: [BASELINE, ...done.map(({ line, state }) => outcome(line, state))],
    numbers,
    end: '2026-01-01T00:00:00Z' as string | null | undefined,
    printed: done.map(({ line, state }) => (state === 'caught' || state === 'unviable' ? '' : printed(line, state))),
    summary: `${done.length} mutants tested in 3s: ${numbers.missed} missed, ${numbers.caught} caught, ${numbers.timeout} timeouts, ${numbers.unviable} unviable\n`,
    command: { exitCode: has('timeout') > 0 ? 3 : has('missed') > 0 ? 2 : 0 } as Partial<CommandResult>,
  };
}
function judge({ listed, outcomes, numbers, end, printed: lines, summary, command }: ReturnType<typeof run>) {
  return parseCargoMutants(
    ran({
      argv: ['cargo', 'mutants'],
      stdout: `Found ${listed.length} mutants to test\n${lines.join('')}${summary}`,
      reports: reportFiles(
        reportFile('{out}/mutants.out/mutants.json', JSON.stringify(listed)),
        reportFile('{out}/mutants.out/outcomes.json', JSON.stringify({ outcomes, ...numbers, end_time: end })),
      ),
      ...command,
    }),
  );
}
const ALL = ['caught', 'missed', 'timeout', 'unviable', 'caught', 'caught'] as const;
const told = (line: number, state: string) => ({
  path: 'src/a.rs',
  line,
  endLine: line + 1,
  what: 'replace < with <= in f',
  state,
});

describe('a run', () => {
  test('each mutant with what became of it', () => {
    expect(judge(run(ALL))).toStrictEqual({ mutants: ALL.map((state, i) => told(i + 1, state)) });
  });

  test.each([
    [['caught'], 0],
    [['unviable'], 0],
    [['missed', 'caught'], 2],
    [['timeout', 'missed'], 3],
    [[], 0],
  ] as const)('%j ends with %i', (states, exitCode) => {
    expect(judge({ ...run(states), command: { exitCode } })).not.toHaveProperty('problem');
    expect(judge({ ...run(states), command: { exitCode: 1 } }).problem).toBe(`exit 1, the report asks for ${exitCode}`);
  });

  test.each([
    ['one mutant', 'caught', '1 mutant tested: 1 caught\n'],
    ['with its time', 'caught', '1 mutant tested in 12m 3s: 1 caught\n'],
    ['one timeout', 'timeout', '1 mutant tested: 1 timeout\n'],
  ] as const)('the summary of %s', (_, state, summary) => {
    expect(judge({ ...run([state]), summary })).not.toHaveProperty('problem');
  });

  test.each([
    ['as it prints', `MISSED   ${nameOf(1)} in 0s build + 1s test\n`],
    ['with parts of seconds', `MISSED   ${nameOf(1)} in 0.2s build + 1.5s test\n`],
    ['with its log', `MISSED ${nameOf(1)} (0.2s build, 1s test)\n`],
    ['alone', `MISSED ${nameOf(1)}\n`],
    ['among what it caught', `caught   ${nameOf(2)} in 12s build\nMISSED   ${nameOf(1)}\nunviable ${nameOf(3)}\n`],
    ['not at all: code of the branch can take no line away', ''],
    ['inside another line', `xMISSED ${nameOf(9)}\n`],
  ])('a line %s', (_, line) => {
    expect(judge({ ...run(['missed', 'caught', 'unviable']), printed: [line] })).not.toHaveProperty('problem');
  });

  test('a name without a column, and two of one name by their number', () => {
    const name = 'src/a.rs:12: replace f -> u8 with 0';
    const one = { ...mutant(12), name };
    const start = run(['caught', 'missed']);
    const said = judge({
      ...start,
      listed: [one, one],
      outcomes: [
        BASELINE,
        { scenario: { Mutant: one }, summary: 'CaughtMutant' },
        { scenario: { Mutant: one }, summary: 'MissedMutant' },
      ],
      printed: [`MISSED   ${name}\n`],
    });
    const what = 'replace f -> u8 with 0';
    expect(said).toStrictEqual({
      mutants: [
        { ...told(12, 'caught'), what },
        { ...told(12, 'missed'), what },
      ],
    });
  });

  test.each([
    [['--shard', '1/12'], { index: 1, of: 12 }],
    [['--shard=11/12'], { index: 11, of: 12 }],
    [['--shard', '1/12x'], undefined],
    [['x--shard=1/2'], undefined],
    [['--shards', '1/2'], undefined],
  ])('the shard of %j', (words, shard) => {
    expect(judge({ ...run([]), command: { argv: ['cargo', 'mutants', ...words] } }).shard).toEqual(shard);
    expect('shard' in judge({ ...run([]), command: { argv: ['cargo', 'mutants', ...words] } })).toBe(
      shard !== undefined,
    );
  });
});

describe('a run that its budget ended', () => {
  const lines = [printed(1, 'caught'), printed(2, 'missed')];
  const stopped = { ...run(['caught', 'missed', 'untested']), summary: '', command: { exitCode: null, stopped: true } };
  test.each([
    ['each answer has its line', lines, undefined],
    ['the last line is torn', [...lines, `MISSED   ${nameOf(3).slice(0, 12)}`], undefined],
    ['one line is not there yet', [printed(1, 'caught')], undefined],
    [
      'a line that is not the last',
      [`MISSED   ${nameOf(3)}\n`, ...lines],
      `outcomes.json does not say what the tool printed: missed ${nameOf(3)}`,
    ],
    ['nothing was printed', [], '2 outcomes were not printed: give cargo mutants --caught and --unviable'],
  ])('%s', (_, said, problem) => {
    const report = judge({ ...stopped, printed: said, end: null });
    expect(report).toStrictEqual(
      problem === undefined
        ? { mutants: [told(1, 'caught'), told(2, 'missed'), told(3, 'untested')] }
        : { problem, mutants: [] },
    );
  });
});

describe('what does not fit', () => {
  const start = run(ALL);
  const change = (part: Partial<ReturnType<typeof run>>) => judge({ ...start, ...part }).problem;
  const numbers = 'the numbers of outcomes.json are not those of its list';
  const otherwise = (summary: string) => `outcomes.json is not what the tool printed: ${summary}`;
  test.each<[string, string | undefined, string]>([
    ['the numbers: all', change({ numbers: { ...start.numbers, total_mutants: 5 } }), numbers],
    ['the numbers: missed', change({ numbers: { ...start.numbers, missed: 2 } }), numbers],
    ['the numbers: caught', change({ numbers: { ...start.numbers, caught: 2 } }), numbers],
    ['the numbers: timeout', change({ numbers: { ...start.numbers, timeout: 2 } }), numbers],
    ['the numbers: unviable', change({ numbers: { ...start.numbers, unviable: 2 } }), numbers],
    ['no summary', change({ summary: '' }), 'cargo mutants ended without its summary (exit 3)'],
    [
      'a summary inside a line',
      change({ summary: `x${start.summary}` }),
      'cargo mutants ended without its summary (exit 3)',
    ],
    ...[
      '7 mutants tested: 1 missed, 3 caught, 1 timeout, 1 unviable',
      '6 mutants tested: 2 missed, 3 caught, 1 timeout, 1 unviable',
      '6 mutants tested: 1 missed, 13 caught, 1 timeout, 1 unviable',
      '6 mutants tested: 1 missed, 3 caught, 2 timeouts, 1 unviable',
      '6 mutants tested: 1 missed, 3 caught, 1 timeout',
    ].map((summary): [string, string | undefined, string] => [
      summary,
      change({ summary: `${summary}\n` }),
      otherwise(summary),
    ]),
    ['no end: null', change({ end: null }), 'the run did not come to its end'],
    ['no end: not there', change({ end: undefined }), 'the run did not come to its end'],
    ['one is left', judge(run(['caught', 'untested'])).problem, 'the run did not come to its end'],
    [
      'a line of no mutant',
      change({ printed: [...start.printed, printed(2, 'missed')] }),
      `outcomes.json does not say what the tool printed: missed ${nameOf(2)}`,
    ],
    [
      'a line of another state',
      change({ printed: [printed(1, 'timeout')] }),
      `outcomes.json does not say what the tool printed: timeout ${nameOf(1)}`,
    ],
    [
      'too much output',
      change({ command: { ...start.command, truncated: true } }),
      'output over the limit, it cannot be held against the report',
    ],
    [
      'no run without mutants',
      change({ outcomes: start.outcomes.slice(1) }),
      'the tests were not run on the code without mutants',
    ],
    ['no outcome at all', change({ outcomes: [] }), 'the tests were not run on the code without mutants'],
    [
      'two runs without mutants',
      change({ outcomes: [BASELINE, ...start.outcomes] }),
      'outcomes.json has a second run without mutants',
    ],
    [
      'tests that fail',
      change({ outcomes: [{ ...BASELINE, summary: 'Failure' }], command: { exitCode: 4 } }),
      'the tests fail without any mutant',
    ],
    [
      'tests that fail, and another exit',
      change({ outcomes: [{ ...BASELINE, summary: 'Failure' }], command: { exitCode: 1 } }),
      'the tests fail without any mutant (exit 1)',
    ],
    [
      'a mutant that succeeded',
      change({ outcomes: [BASELINE, { ...outcome(1, 'caught'), summary: 'Success' }] }),
      'outcomes.json: Success is no outcome of a tested mutant',
    ],
    [
      'a mutant that was not to be tested',
      change({ outcomes: [...start.outcomes, outcome(7, 'caught')] }),
      `outcomes.json names a mutant that mutants.json does not: ${nameOf(7)}`,
    ],
    [
      'a mutant that was tested twice',
      change({ outcomes: [...start.outcomes, outcome(1, 'caught')] }),
      `outcomes.json names a mutant that mutants.json does not: ${nameOf(1)}`,
    ],
  ])('%s', (_, problem, expected) => {
    expect(problem).toBe(expected);
  });
});

describe('reports that are not there or cannot be read', () => {
  const MUTANTS = '{out}/mutants.out/mutants.json';
  const OUTCOMES = '{out}/mutants.out/outcomes.json';
  const EMPTY = { outcomes: [BASELINE], total_mutants: 0, missed: 0, caught: 0, timeout: 0, unviable: 0 };
  const judged = (files: readonly ReturnType<typeof reportFile>[], over: Partial<CommandResult> = {}) =>
    parseCargoMutants(ran({ reports: reportFiles(...files), ...over }));
  const written = (text: string) => judged([reportFile(MUTANTS, '[]'), reportFile(OUTCOMES, text)]).problem;
  const listed = (...mutants: readonly unknown[]) => judged([reportFile(MUTANTS, JSON.stringify(mutants))]).problem;

  test.each<[string, Partial<CommandResult>, string | undefined]>([
    ['nothing to do', { stdout: 'Found 0 mutants to test\n' }, undefined],
    ['a filter that lets none through', { stderr: ' INFO No mutants to filter\n' }, undefined],
    ['a diff without code', { stderr: 'x\nINFO No mutants found under the active filters\n' }, undefined],
    [
      'nothing to do, and an error',
      { stdout: 'Found 0 mutants to test\n', exitCode: 1 },
      'cargo mutants left no report (exit 1)',
    ],
    [
      'nothing to do, and no time',
      { stdout: 'Found 0 mutants to test\n', stopped: true },
      'cargo mutants left no report (exit 0)',
    ],
    [
      'words about it',
      { stdout: 'x Found 0 mutants to test\nx INFO No mutants found' },
      'cargo mutants left no report (exit 0)',
    ],
    [
      'an error',
      { stderr: 'x\nERROR no crate here\n', exitCode: 1 },
      'cargo mutants left no report: no crate here (exit 1)',
    ],
    [
      'an error of cargo',
      { stderr: 'error: no such option\n', exitCode: 1 },
      'cargo mutants left no report: no such option (exit 1)',
    ],
    ['an error on stdout', { stdout: 'Error: odd\n', exitCode: 1 }, 'cargo mutants left no report: odd (exit 1)'],
    ['an error inside a line', { stderr: 'x ERROR odd\n', exitCode: 1 }, 'cargo mutants left no report (exit 1)'],
  ])('none: %s', (_, over, problem) => {
    expect(judged([], over)).toStrictEqual(problem === undefined ? { mutants: [] } : { problem, mutants: [] });
  });

  test.each([
    ['one is not there', judged([reportFile(OUTCOMES, '{}')]).problem, 'mutants.json: not there'],
    ['the other is not there', judged([reportFile(MUTANTS, '[]')]).problem, 'outcomes.json: not there'],
    [
      'of another folder',
      judged([reportFile('mutants.json', '[]'), reportFile(OUTCOMES, '{}')]).problem,
      'mutants.json: not there',
    ],
    ['a link', judged([reportFile(MUTANTS, undefined, 'a link')]).problem, 'mutants.json: a link'],
    ['not text', judged([reportFile(MUTANTS)]).problem, 'mutants.json: not text'],
    [
      'no list',
      judged([reportFile(MUTANTS, '{}')]).problem,
      'mutants.json: report: Invalid input: expected array, received object',
    ],
    ['line 0', listed({ ...mutant(0) }), 'mutants.json: 0.span.start.line: Too small: expected number to be >=1'],
    [
      'no name',
      listed({ ...mutant(1), name: '' }),
      'mutants.json: 0.name: Too small: expected string to have >=1 characters',
    ],
    [
      'no file',
      listed({ ...mutant(1), file: '' }),
      'mutants.json: 0.file: Too small: expected string to have >=1 characters',
    ],
    [
      'a name of 4,001',
      listed({ ...mutant(1), name: 'x'.repeat(4_001) }),
      'mutants.json: 0.name: Too big: expected string to have <=4000 characters',
    ],
    [
      'a file of 1,001',
      listed({ ...mutant(1), file: 'x'.repeat(1_001) }),
      'mutants.json: 0.file: Too big: expected string to have <=1000 characters',
    ],
    [
      'the longest',
      listed({ ...mutant(1), name: 'x'.repeat(4_000), file: 'x'.repeat(1_000) }),
      'outcomes.json: not there',
    ],
    [
      'a number below 0',
      written(JSON.stringify({ ...EMPTY, missed: -1 })),
      'outcomes.json: missed: Too small: expected number to be >=0',
    ],
    [
      'a summary that is none',
      written(JSON.stringify({ ...EMPTY, outcomes: [{ ...BASELINE, summary: 'Fine' }] })),
      'outcomes.json: outcomes.0.summary: Invalid option: expected one of "Success"|"Failure"|"CaughtMutant"|"MissedMutant"|"Timeout"|"Unviable"',
    ],
    [
      'a scenario that is none',
      written(JSON.stringify({ ...EMPTY, outcomes: [{ ...BASELINE, scenario: 'Other' }] })),
      'outcomes.json: outcomes.0.scenario: Invalid input',
    ],
    [
      'a time that is none',
      written(JSON.stringify({ ...EMPTY, end_time: 1 })),
      'outcomes.json: end_time: Invalid input: expected string, received number',
    ],
  ])('%s', (_, problem, expected) => {
    expect(problem).toBe(expected);
  });

  test('no JSON', () => {
    expect(written('{')).toMatch(/^outcomes\.json: not JSON: /);
    expect(judged([reportFile(MUTANTS, '[]'), reportFile(OUTCOMES, '{')]).mutants).toEqual([]);
  });
});
