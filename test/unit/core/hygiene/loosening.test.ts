import { describe, expect, test } from '@jest/globals';
import { loosenedBounds, removedBounds, type Place } from '../../../../src/core/hygiene/loosening.ts';
import { changeOf } from '../../../fixtures/gates/source-change.ts';

/** `rule level line [names] value: message` of a line that becomes another. */
const told = (before: string, after: string, place: Place = 'tests', path = 'a.js') =>
  loosenedBounds(changeOf(path, before, after), place, new Map()).map(
    ({ rule, level, line, names, value, message }) => `${rule} ${level} ${line} [${names.join()}] ${value}: ${message}`,
  );

describe('a bound that becomes another', () => {
  test.each<[string, string, Place, string[]]>([
    [
      'const TOL = 1e-5;',
      'x();\nconst TOL = 1e-3;',
      'tests',
      ['loosened-bound failure 2 [TOL] 0.001: TOL: 1e-5 became 1e-3; it lets more through than before.'],
    ],
    ['const TOL = 1e-3;', 'const TOL = 1e-5;', 'tests', []],
    ['const TOL = 0.001;', 'const TOL = 1e-3;', 'tests', []],
    [
      'const TOL = 1e-5;',
      'const TOL = loose',
      'tests',
      [
        'loosened-bound failure 1 [TOL] undefined: TOL: 1e-5 became loose; what replaces the number cannot be compared with it.',
      ],
    ],
    ['const TOL = loose', 'const TOL = loose ', 'tests', []],
    [
      'const TOL = strict',
      'const TOL = 1',
      'tests',
      ['loosened-bound failure 1 [TOL] 1: TOL: strict became 1; what it was cannot be compared with it.'],
    ],
    [
      'const MIN_COSINE = 0.9;',
      'const MIN_COSINE = 0.5;',
      'code',
      ['loosened-bound failure 1 [MIN_COSINE] 0.5: MIN_COSINE: 0.9 became 0.5; it asks for less than before.'],
    ],
    [
      'const threshold = 5;',
      'const threshold = 6;',
      'tests',
      ['loosened-bound failure 1 [threshold] 6: threshold: 5 became 6; nothing says which way is looser.'],
    ],
    [
      'const threshold = 5;',
      'const threshold = 6;',
      'code',
      ['changed-bound warning 1 [threshold] 6: threshold: 5 became 6; nothing says which way is looser.'],
    ],
    [
      'const MAX_ROWS = 5;',
      'const MAX_ROWS = 6;',
      'code',
      ['changed-bound warning 1 [MAX_ROWS] 6: MAX_ROWS: 5 became 6; it lets more through than before.'],
    ],
    ['const MAX_ROWS = 6;', 'const MAX_ROWS = 5;', 'code', []],
    [
      'const eps = 1;',
      'const eps = 2;',
      'code',
      ['changed-bound warning 1 [eps] 2: eps: 1 became 2; it lets more through than before.'],
    ],
    [
      'const norm_epsilon = 1;',
      'const norm_epsilon = 2;',
      'other',
      ['changed-bound warning 1 [norm_epsilon] 2: norm_epsilon: 1 became 2; it lets more through than before.'],
    ],
    ['const rows = 5;', 'const rows = 6;', 'tests', []],
    ['const rows = 5;', 'const rows = 6;', 'code', []],
    ['const rows = some;', 'const rows = 6;', 'tests', []],
    [
      'assert(error < 0.1);',
      'assert(error < 0.5);',
      'tests',
      ['loosened-bound failure 1 [] 0.5: assertion: 0.1 became 0.5; it lets more through than before.'],
    ],
    [
      'assert(error < 0.1);',
      'assert(error < 0.5);',
      'code',
      ['loosened-bound failure 1 [] 0.5: assertion: 0.1 became 0.5; it lets more through than before.'],
    ],
    ['assert(error < 0.1);', 'assert(error < 0.5);', 'other', []],
    [
      'branches: 80,',
      'branches: 70,',
      'settings',
      ['loosened-bound failure 1 [branches] 70: branches: 80 became 70; it asks for less than before.'],
    ],
    [
      'lines: 80,',
      'lines: 70,',
      'settings',
      ['loosened-bound failure 1 [lines] 70: lines: 80 became 70; it asks for less than before.'],
    ],
    ['lines: 80,', 'lines: 70,', 'tests', []],
    ['outlines: 80,', 'outlines: 70,', 'settings', []],
    [
      'const TOL = 1;\nconst TOL = 3;',
      'const TOL = 2;\nconst TOL = 4;',
      'tests',
      ['loosened-bound failure 2 [TOL] 4: TOL: 1, 3 became 4; it lets more through than before.'],
    ],
  ])('%j to %j in %s', (before, after, place, said) => {
    expect(told(before, after, place)).toEqual(said);
  });

  test('what the code compares it with says which way is looser', () => {
    expect(told('const MAX_X = 5;\nassert(score > MAX_X);', 'const MAX_X = 4;\nassert(score > MAX_X);')).toEqual([
      'loosened-bound failure 1 [MAX_X] 4: MAX_X: 5 became 4; it asks for less than before.',
    ]);
    expect(told('a.T = 5;\nassert(score > T);', 'a.T = 4;\nassert(score > T);')).toEqual([
      'loosened-bound failure 1 [a.T] 4: a.T: 5 became 4; it asks for less than before.',
    ]);
  });
});

test('a bound that moves to another file is still itself; of those, only what bounds an error for sure', () => {
  const pool = removedBounds([
    [changeOf('old.js', 'const TOL = 1;\nconst rows = 3;\nconst MAX_ROWS = 3;\nassert(error < 1);', ''), 'tests'],
  ]);
  expect([...pool.keys()]).toEqual(['name TOL']);
  const moved = (text: string) =>
    loosenedBounds(changeOf('new.js', '', text), 'tests', pool).map(({ message }) => message);
  expect(moved('const TOL = 2;')).toEqual(['TOL: 1 became 2; it lets more through than before.']);
  expect(moved('const MAX_ROWS = 9;\nassert(error < 9);')).toEqual([]);
});
