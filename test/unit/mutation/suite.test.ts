import { describe, expect, test } from '@jest/globals';
import { STARTS_A_PROCESS, Suite } from '../../../scripts/mutation/suite.ts';

const said: string[] = [];
const say = (word: string) => () => void said.push(word);

async function runAll(suite: Suite, only = suite.tests): Promise<string[]> {
  const all: string[] = [];
  for (const one of only) all.push(`${(await suite.run(one)).status} ${one.id}`);
  await suite.end();
  return all;
}

describe('a suite of declared tests', () => {
  test('names are whole, and a title that stands twice is counted', async () => {
    const suite = new Suite('a.test.ts');
    suite.test('t', say('1'));
    suite.describe('group', () => {
      suite.test('t', say('2'));
      suite.test('t', say('3'));
    });
    suite.test('last', say('4'));
    expect(await runAll(suite)).toEqual([
      'passed a.test.ts > t',
      'passed a.test.ts > group > t',
      'passed a.test.ts > group > t (2)',
      'passed a.test.ts > last',
    ]);
  });

  test('hooks stand around a test from outside in, those of a group once, also when one test alone is run', async () => {
    said.length = 0;
    const suite = new Suite('a');
    suite.hook('beforeAll', say('all'));
    suite.hook('beforeEach', say('each'));
    suite.hook('afterEach', say('after'));
    suite.hook('afterAll', say('end'));
    suite.describe('g', () => {
      suite.hook('beforeAll', say('g-all'));
      suite.hook('afterEach', say('g-after'));
      suite.hook('afterAll', say('g-end'));
      suite.test('1', say('1'));
      suite.test('2', say('2'));
    });
    suite.describe('never', () => suite.hook('beforeAll', say('never')));
    await runAll(suite, suite.tests.slice(1));
    expect(said.join(' ')).toBe('all g-all each 2 g-after after g-end end');
  });

  test('what throws or rejects fails, with the beginning of its words; a test that would start a process is skipped', async () => {
    const suite = new Suite('a');
    suite.test('throws', () => {
      throw new Error('x'.repeat(5_000));
    });
    suite.test('rejects', () => Promise.reject(new Error('late')));
    suite.test('no error at all', () => Promise.reject('word' as unknown as Error));
    suite.test('process', () => {
      throw Object.assign(new Error('no'), { name: STARTS_A_PROCESS });
    });
    suite.describe('broken hook', () => {
      suite.hook('beforeEach', () => Promise.reject(new Error('hook')));
      suite.test('never runs', say('ran'));
    });
    const outcomes = [];
    for (const one of suite.tests) outcomes.push(await suite.run(one));
    expect(outcomes[0]).toEqual({ status: 'failed', message: 'x'.repeat(1_000) });
    expect(outcomes.slice(1)).toEqual([
      { status: 'failed', message: 'late' },
      { status: 'failed', message: 'word' },
      { status: 'skipped' },
      { status: 'failed', message: 'hook' },
    ]);
  });

  test('a group that throws while it is declared leaves the others where they belong', () => {
    const suite = new Suite('a');
    expect(() =>
      suite.describe('g', () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    suite.test('t', say('t'));
    expect(suite.tests[0]!.id).toBe('a > t');
  });
});
