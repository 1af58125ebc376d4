import { describe, expect, test } from '@jest/globals';
import { NEAREST, portionsFor, type DryRun } from '../../../scripts/mutation/record.ts';

const seen: DryRun = {
  tests: {
    'near > one': { ms: 50, file: 'near' },
    'near > two': { ms: 1, file: 'near' },
    'far > one': { ms: 2, file: 'far' },
    'far > two': { ms: 2, file: 'far' },
  },
  loads: { near: 1, far: 1 },
  loading: { 7: { files: ['far'], tests: ['near > two'] } },
  distances: { near: { 'src/core/a.ts': 1 }, far: { 'src/core/a.ts': 3 } },
};
const asked = (id: string, tests?: string[]) =>
  portionsFor({ id, path: 'src/core/a.ts', tests }, seen).map(({ file, tests }) => [file, ...tests]);

describe('the tests that a mutant is given to', () => {
  test('those that run it, by files, the quickest file first', () => {
    expect(asked('1', ['near > one', 'far > one'])).toEqual([
      ['far', 'far > one'],
      ['near', 'near > one'],
    ]);
    expect(asked('1', ['near > two', 'far > one', 'far > two'])).toEqual([
      ['near', 'near > two'],
      ['far', 'far > one', 'far > two'],
    ]);
  });

  test('one that acts while files load: all tests of those files, and the others that run it', () => {
    expect(asked('7')).toEqual([
      ['near', 'near > two'],
      ['far', 'far > one', 'far > two'],
    ]);
  });

  test('nothing is known of it: every test', () => {
    expect(asked('8').flat()).toHaveLength(6);
  });

  test('a mutant that everything runs is given to the nearest files alone, whatever they take', () => {
    const files = Array.from({ length: NEAREST + 5 }, (_, at) => `file-${at}`);
    const many: DryRun = {
      tests: Object.fromEntries(files.map((file, at) => [`${file} > t`, { ms: 100 - at, file }])),
      loads: Object.fromEntries(files.map((file) => [file, 0])),
      loading: {},
      distances: Object.fromEntries(files.map((file, at) => [file, { 'src/core/a.ts': at }])),
    };
    const portions = portionsFor({ id: '1', path: 'src/core/a.ts', tests: Object.keys(many.tests) }, many);
    expect(portions.map(({ file }) => file)).toEqual(files.slice(0, NEAREST).toReversed());
  });
});
