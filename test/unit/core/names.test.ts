import { describe, expect, test } from '@jest/globals';
import { FlowError, nearest } from '../../../src/core/errors.ts';
import {
  AC_ID,
  BRANCH,
  branchName,
  checkName,
  GATES,
  NAME,
  REGISTRY_GATE,
  SHA,
  SLUG,
} from '../../../src/core/names.ts';

test.each([
  ['A-3', 'feat/$(id)', false],
  ['A-3', 'feat/a;b', false],
  ['A-3', 'feat/a b', false],
  ['A-13', '-x', false],
  ['A-13', '--upload-pack=x', false],
  ['A-13', 'a..b', false],
  ['A-13', 'feat/a..b', false],
  ['A-13', 'a//b', false],
  ['A-13', 'a/.b', false],
  ['A-13', 'a.lock', false],
  ['A-13', 'a.lock/b', false],
  ['A-13', 'a@{1}', false],
  ['A-13', 'a/', false],
  ['A-13', 'a.', false],
  ['A-13', 'a\n', false],
  ['A-13', 'fe\u0430t/7', false],
  ['plain', 'feat/7', true],
  ['plain', 'issue/12-slug.x_y', true],
])('%s branch %j', (_, branch, good) => expect(BRANCH.test(branch)).toBe(good));

test.each(['a;b', '$(id)', '-a', 'A', '', 'x'.repeat(41), 'a/b', '\u0430'])('A-3 slug %j is refused', (slug) => {
  expect(SLUG.test(slug)).toBe(false);
  expect(() => branchName('feat/', slug)).toThrow(FlowError);
});

describe('A-22 ids are ASCII', () => {
  test.each(['te\u0455ts', 'tests\u200b', 'Tests', 'tests ', 'te\u0301sts', '', '-a', 'a--b', 'a-', '../x'])(
    '%j',
    (name) => {
      expect(NAME.test(name)).toBe(false);
      expect((GATES as readonly string[]).includes(name)).toBe(false);
    },
  );
  test('acceptance criteria', () => {
    expect(['AC1', 'AC999'].every((id) => AC_ID.test(id))).toBe(true);
    expect(['AC0', 'AC01', 'ac1', 'AC1000', 'xAC1', 'AC１', 'AC1\n'].some((id) => AC_ID.test(id))).toBe(false);
  });
});

test.each([
  ...['a:b', 'cpu:import', 'b200:smoke-2', 'a.bc_de-fg:h.ij_kl-mn', `a:${'b'.repeat(58)}`].map(
    (id) => [id, true] as const,
  ),
  ...['a', ':b', 'a:', '1a:b', 'a:b:c', 'a..b:c', 'a-:b', 'a:b-', 'a:-b', 'A:b', `a:${'b'.repeat(59)}`, 'a:b\n'].map(
    (id) => [id, false] as const,
  ),
])('%j is the id of a gate in a registry: %j', (id, good) => expect(REGISTRY_GATE.test(id)).toBe(good));

test.each([
  ['0123456789abcdef'.repeat(3).slice(0, 40), true],
  ['a'.repeat(41), false],
  ['a'.repeat(39), false],
  ['A'.repeat(40), false],
])('%s is the id of a commit: %j', (id, good) => expect(SHA.test(id)).toBe(good));

test('a check is called <flow>:gate:<gate>', () =>
  expect(checkName('generative', 'tests')).toBe('generative:gate:tests'));

test.each([
  ['clipy', 'clippy'],
  ['code-reviewr', 'code-reviewer'],
  ['zzzzzz', undefined],
])('nearest name to %s', (word, expected) => {
  expect(nearest(word, ['clippy', 'tests', 'code-reviewer', 'code-refiner'])).toBe(expected);
});

test('a word of which nothing would stay is not near', () => {
  expect([nearest('99', ['01']), nearest('x', ['y']), nearest('', ['a'])]).toEqual([undefined, undefined, undefined]);
  expect([nearest('91', ['01']), nearest('x', ['xy'])]).toEqual(['01', 'xy']);
});

test('two letters in the wrong order are one slip', () => {
  expect(nearest('noed', ['nmoe', 'node'])).toBe('node');
  expect([nearest('ab', ['ba', 'ab']), nearest('ab', ['ba', 'ac'])]).toEqual(['ab', 'ba']);
});

test.each([
  ['a value', 'bad-input (--x): a value. Fix: say another'],
  ['a sentence.', 'bad-input (--x): a sentence. Fix: say another'],
])('the line of %j is two sentences', (message, line) => {
  expect(new FlowError('bad-input', message, { at: '--x', fix: 'say another' }).toLine()).toBe(line);
});
