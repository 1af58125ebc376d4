import { expect, test } from '@jest/globals';
import { deepPlace } from '../../../src/runtime/yaml-depth.ts';

const many = (piece: string) => piece.repeat(Math.floor(65_536 / piece.length));

test.each([
  ['mappings in brackets', '{"a":', 100],
  ['sequences in brackets', '[', 20],
  ['both', '[{a: ', 50],
  ['brackets with comments between', '[#\n', 60],
  ['brackets on lines of their own', '[\n', 40],
  ['items of items', '- ', 40],
  ['keys of keys', '? ', 40],
  ['values of values', 'a: ', 61],
  ['values of quoted values', '"a": ', 103],
  ['empty keys', ': ', 40],
  ['items with tags', '- !a ', 100],
  ['items with anchors', '- &a ', 100],
  ['items that are mappings', '- a: ', 50],
  ['keys that are items', '? - ', 40],
  ['aliases as keys', '*a : ', 103],
])('A-31: %s, as many as a text has room for, are found where the depth is too much', (_, piece, place) => {
  expect(deepPlace(many(piece), 20)).toBe(place);
});

test.each([
  ['values of values in brackets', `{${many('a: ')}}`, 62],
  ['keys of keys in brackets, over lines', `[\n${many('?\n')}]`, 42],
])('A-31: %s', (_, text, place) => expect(deepPlace(text, 20)).toBe(place));

test.each([
  ['twenty brackets', `${'['.repeat(20)}${']'.repeat(20)}`],
  ['many beside each other', `[${'[a], '.repeat(100)}b]\n`],
  ['many pairs beside each other', `{ ${'a: b, '.repeat(100)}c: d }\n`],
  ['many items below each other', '- a: b\n'.repeat(100)],
  ['a ruler in a comment', `# ${'- '.repeat(40)}\na: b\n`],
  ['brackets in a plain text', `a: x${'[{'.repeat(40)}\n`],
  ['brackets in a quoted text', `a: "${'[{'.repeat(40)}"\n`],
  ['marks in a folded text', `a: |\n  ${'- ? : '.repeat(40)}\n  ${'['.repeat(40)}\nb: c\n`],
  ['nothing', ''],
])('%s are no depth', (_, text) => expect(deepPlace(text, 20)).toBeUndefined());
