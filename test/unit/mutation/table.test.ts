import { describe, expect, test } from '@jest/globals';
import { mutantsOf, mutationTable, survivorList, type StrykerReport } from '../../../scripts/mutation/table.ts';

const at = (line: number, column: number, end = column) => ({
  start: { line, column },
  end: { line, column: end },
});
const mutant = (status: string, place = at(1, 11, 16)) => ({
  mutatorName: 'EqualityOperator',
  replacement: 'a >= b',
  status,
  location: place,
});
const report = (files: Record<string, string[]>): StrykerReport => ({
  files: Object.fromEntries(
    Object.entries(files).map(([path, states]) => [
      path,
      { source: 'return if a > b;\n}', mutants: states.map((status) => mutant(status)) },
    ]),
  ),
});
const states = [
  'Killed',
  'Killed',
  'Killed',
  'Survived',
  'NoCoverage',
  'Timeout',
  'RuntimeError',
  'Ignored',
  'Pending',
  'New',
];

describe('the table of a mutation run', () => {
  test('a row for each folder; timeouts and what was not answered count neither way, no coverage is not caught', () => {
    const mutants = mutantsOf(
      report({ 'src/core/a.ts': states, 'src/core/api/b.ts': ['Killed'], 'src/core/c.ts': ['Timeout'] }),
    );
    expect(mutationTable(mutants)).toBe(
      [
        '              killed  survived  no coverage  timeouts  left out  score',
        'src/core           3         1            1         2         4    60%',
        'src/core/api       1         0            0         0         0   100%',
        'all                4         1            1         2         4    66%',
      ].join('\n'),
    );
  });

  test('files where there is one folder alone; no answer is no score', () => {
    expect(mutationTable(mutantsOf(report({ 'src/core/b.ts': ['Timeout'], 'src/core/a.ts': ['Survived'] })))).toBe(
      [
        '               killed  survived  no coverage  timeouts  left out  score',
        'src/core/a.ts       0         1            0         0         0     0%',
        'src/core/b.ts       0         0            0         1         0   none',
        'all                 0         1            0         1         0     0%',
      ].join('\n'),
    );
  });

  test('a state that nobody knows is no answer', () => {
    expect(mutantsOf(report({ a: ['Slain'] }))[0]!.state).toBe('untested');
  });
});

test('survivors show what was changed into what, and the line', () => {
  expect(survivorList(mutantsOf(report({ 'src/core/a.ts': ['Killed', 'Survived', 'NoCoverage'] })))).toBe(
    'src/core/a.ts:1  EqualityOperator: a > b → a >= b\n    return if a > b;\n' +
      'src/core/a.ts:1  EqualityOperator: a > b → a >= b  (no test runs it)\n    return if a > b;\n',
  );
  const block = {
    ...mutant('Survived'),
    location: { start: { line: 1, column: 8 }, end: { line: 2, column: 2 } },
    replacement: '',
  };
  const source = 'return if a > b;\n}';
  expect(survivorList(mutantsOf({ files: { a: { source, mutants: [block] } } }))).toContain('if a > b; … → nothing');
});
