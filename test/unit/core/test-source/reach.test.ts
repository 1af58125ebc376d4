import { describe, expect, test } from '@jest/globals';
import { blank, brackets, lineCounter, MAX_BODY, Reach } from '../../../../src/core/test-source/declared.ts';

const canFail = (body: string) => body.includes('assert');
const helper = (name: string, body: string) => ({ name, body });

describe('what a test reaches in its file', () => {
  const reach = (helpers: readonly ReturnType<typeof helper>[], body: string) => {
    const { uses, fails } = new Reach(helpers, '', canFail).of(body);
    return [[...uses].join(' '), fails];
  };
  test.each<[string, ReturnType<typeof helper>[], string, [string, boolean]]>([
    ['nothing', [], '1 + 2', ['', false]],
    ['its own words, once each', [], 'a(b$, _c1, a)', ['a b$ _c1', false]],
    ['its own assertion', [], 'assert(x)', ['assert x', true]],
    ['a function', [helper('near', 'assert(y)')], 'near(x)', ['near x assert y', true]],
    [
      'a function of a function',
      [helper('near', 'far()'), helper('far', 'assert()')],
      'near()',
      ['near far assert', true],
    ],
    ['functions that call each other', [helper('a', 'b()'), helper('b', 'a()')], 'a()', ['a b', false]],
    ['of two of one name the last', [helper('a', 'assert()'), helper('a', 'x')], 'a()', ['a x', false]],
    ['a function that it does not call', [helper('near', 'assert()')], 'nearer()', ['nearer', false]],
  ])('%s', (_, helpers, body, said) => {
    expect(reach(helpers, body)).toEqual(said);
  });

  test('40 functions and no more', () => {
    const helpers = Array.from({ length: 41 }, (_, i) => helper(`h${i}`, i === 40 ? 'assert()' : 'x'));
    const body = (count: number) =>
      helpers
        .slice(-count)
        .map(({ name }) => `${name}()`)
        .join(' ');
    expect(new Reach(helpers, '', canFail).of(body(40)).fails).toBe(true);
    expect(new Reach(helpers, '', canFail).of(body(41)).fails).toBe(false);
  });

  test('20,000 functions for all tests of a file', () => {
    const reachable = new Reach([helper('near', 'assert')], 'x'.repeat(100_000), canFail);
    for (let i = 0; i < 20_000; i++) reachable.of('near');
    expect(reachable.of('near').fails).toBe(false);
  });

  test('bodies of a file as long as four times its text and one body more', () => {
    const budget = MAX_BODY + 40;
    const spent = (first: number) => {
      const reachable = new Reach([], 'x'.repeat(10), canFail);
      reachable.of('x'.repeat(first));
      return reachable.of('assert').fails;
    };
    expect([spent(budget - 6), spent(budget - 5)]).toEqual([true, false]);
  });
});

test('brackets: behind the one that closes, or the end of the text', () => {
  const closing = brackets(') a(b[c]{d}) (e');
  expect([3, 5, 8, 13, 0].map(closing)).toEqual([12, 8, 11, 15, 15]);
});

test('lines by position', () => {
  const lineOf = lineCounter('a\n\nbc\n');
  expect([0, 1, 2, 3, 4, 5, 6].map(lineOf)).toEqual([1, 1, 2, 3, 3, 3, 4]);
  expect(lineCounter('\na')(1)).toBe(2);
  expect(lineCounter('')(0)).toBe(1);
});

test('a blank text keeps its lines', () => {
  expect(blank('a b\n\nc')).toBe('   \n\n ');
});
