import { describe, expect, test } from '@jest/globals';
import { commented, yamlText, type YamlValue } from '../../../src/core/yaml-text.ts';

/** The text of one key. */
const of = (value: YamlValue) => yamlText({ key: value });

describe('the form of generated YAML', () => {
  test.each<[YamlValue, string]>([
    ['plain', 'key: plain\n'],
    ['a:', "key: 'a:'\n"],
    ['a:b', 'key: a:b\n'],
    ['a: b', "key: 'a: b'\n"],
    ['a #b', "key: 'a #b'\n"],
    ['a#b', 'key: a#b\n'],
    ['a ', "key: 'a '\n"],
    ['.', "key: '.'\n"],
    ['..', "key: '..'\n"],
    ['...', "key: '...'\n"],
    ['.a', 'key: .a\n'],
    ['.5', "key: '.5'\n"],
    ['$a', 'key: $a\n'],
    ['/a', 'key: /a\n'],
    ['_a', 'key: _a\n'],
    ['yes', "key: 'yes'\n"],
    ['yesno', 'key: yesno\n'],
    ['my', 'key: my\n'],
    ['1', "key: '1'\n"],
    [1, 'key: 1\n'],
    [true, 'key: true\n'],
    ["it's", "key: it's\n"],
    ["'", "key: ''''\n"],
    ['a\nb', 'key: "a\\nb"\n'],
    ['é', 'key: "\\u00e9"\n'],
    [[], 'key: []\n'],
    [['a', 'b-c_1'], 'key: [a, b-c_1]\n'],
    [['a', 'b c'], 'key:\n  - a\n  - b c\n'],
    [['a', 'no'], "key:\n  - a\n  - 'no'\n"],
    [['a', '1b'], "key:\n  - a\n  - '1b'\n"],
    [['a', 1], 'key:\n  - a\n  - 1\n'],
    [['a', ['b', 'c'], []], 'key:\n  - a\n  - [b, c]\n  - []\n'],
    [[['b c', 'd e']], 'key:\n  - - b c\n    - d e\n'],
    [[{ a: 1, b: { c: 2 } }, {}], 'key:\n  - a: 1\n    b:\n      c: 2\n  - {}\n'],
    [{ a: undefined }, 'key: {}\n'],
    [{ on: 1, off: 2 }, "key:\n  on: 1\n  'off': 2\n"],
    [commented('a b', 'why'), 'key: a b # why\n'],
    [{ value: 'a', comment: 'b', more: 'c' }, 'key:\n  value: a\n  comment: b\n  more: c\n'],
    [{ value: 'a' }, 'key:\n  value: a\n'],
    [{ comment: 'a', x: 'b' }, 'key:\n  comment: a\n  x: b\n'],
  ])('%j', (value, text) => expect(of(value)).toBe(text));

  test('a list stands on one line of at most 80 characters', () => {
    const word = 'a'.repeat(73);
    expect(of([word])).toBe(`key: [${word}]\n`);
    expect(of([`${word}a`])).toBe(`key:\n  - ${word}a\n`);
  });
});
