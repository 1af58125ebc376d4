import { describe, expect, test } from '@jest/globals';
import { textOf, unescaped } from '../../../../src/core/public-safety/escapes.ts';

describe('A-62: what escapes say', () => {
  test.each([
    // Numbers of characters.
    [String.raw`\u0067\u006A\u{67}\u{000067}\U00000067\x67\147\101`, 'gjggggg' + 'A'],
    [String.raw`\u{10ffff}x`, '\u{10ffff}x'],
    [String.raw`\u{110000}x\U00110000x`, 'xx'],
    [String.raw`\\u0067 \\\\`, String.raw`\u0067 \\`],
    [String.raw`\0000`, '\u00000'],
    // What a backslash says with one more character.
    [String.raw`a\nb\rc\td`, 'a\nb\rc\td'],
    [String.raw`\!\"\#\$\'\(\)\*\+\,\-\.\/\:\;\<\=\>\?\@\[\]\^\_\`\{\|\}\~`, '!"#$\'()*+,-./:;<=>?@[]^_`{|}~'],
    // Entities.
    ['&amp;&lt;&gt;&quot;&apos;&period;&colon;&sol;&bsol;', '&<>"\'.:/\\'],
    ['&lowbar;&hyphen;&dash;&commat;&equals;&plus;&num;&percnt;', '_--@=+#%'],
    ['a&Tab;b&NewLine;c', 'a\tb\nc'],
    ['a&zwj;b&zwnj;c&shy;d&lrm;e&rlm;f&NoBreak;g&ZeroWidthSpace;h', 'abcdefgh'],
    ['a&NegativeVeryThinSpace;b&NegativeThinSpace;c&NegativeMediumSpace;d&NegativeThickSpace;e', 'abcde'],
    ['a&ApplyFunction;b&af;c&InvisibleTimes;d&it;e&InvisibleComma;f&ic;g', 'abcdefg'],
    ['&#103;&#x67;&#X6a;&#0000103;&#x000067;', 'ggjgg'],
    ['&#1114111;&#1114112;x', '\u{10ffff}x'],
    // Percent signs, wide forms, invisible characters.
    ['%67%6a%6A', 'gjj'],
    ['\uff01\uff21\uff41\uff5e', '!Aa~'],
    ['a\u200bb\u00adc\u061cd\0e\x08f\x0bg\x0ch\x0ei\x1fj\x7fk\x80l\x9fm\u{e0041}n\u{1d173}o', 'abcdefghijklmno'],
    ['\u{1f600}%67', '\u{1f600}g'],
    // Orders to a terminal.
    ['a\x1b[mb\x1b[1;31mc\x1b[?25hd\x1b[2Je\x1b[~f\x1b[@g', 'abcdefg'],
    [`a\x1b[${'1'.repeat(30)}mb`, 'ab'],
    [`a\x1b[${'1'.repeat(31)}mb`, `a[${'1'.repeat(31)}mb`],
    ['a\x1bb\x1b[\u20acc\x1b[1\x1b[', 'ab[\u20acc[1['],
    ['a\x1b]0;b', 'a]0;b'],
  ])('%j', (text, said) => {
    expect(unescaped(text)?.text).toBe(said);
  });

  test.each([
    ...['', 'plain words\n\tand more', 'é\u{1f600}\uff00\uff5f\u00a0', '\\', '&', '%', '100 % of a & b', 'C:\\dir\\x'],
    ...[
      String.raw`\u006`,
      String.raw`\u00g7`,
      String.raw`\u{}`,
      String.raw`\u{1234567890}`,
      String.raw`\u{67`,
      String.raw`\U0000006`,
    ],
    ...[
      String.raw`\x6`,
      String.raw`\xg7`,
      String.raw`\400`,
      String.raw`\18`,
      String.raw`\1`,
      String.raw`\a`,
      String.raw`\é`,
    ],
    ...[
      '%6',
      '%g7',
      '%6g',
      '&amp',
      '&unknown;',
      '&constructor;',
      '&;',
      '&#;',
      '&#x;',
      '&#12345678;',
      '&#x1234567;',
      '&#g;',
      '&#103a;',
    ],
    ...['&NegativeVeryThinSpacex;', 'a&#x6 7;'],
  ])('%j says what it says', (text) => {
    expect(unescaped(text)).toBeUndefined();
  });

  test('every character knows where it comes from', () => {
    const read = unescaped('a%62\u{1f600}&amp;\\n\u200bc')!;
    expect(read.text).toBe('ab\u{1f600}&\nc');
    expect([...read.origins.subarray(0, read.text.length)]).toEqual([0, 1, 4, 4, 6, 11, 14]);
  });
});

test('codes become a text of any length', () => {
  const text = 'ab\u20ac'.repeat(3000);
  expect(textOf(Uint16Array.from([...text].map((char) => char.charCodeAt(0))))).toBe(text);
  expect([textOf(new Uint8Array()), textOf(Uint8Array.of(65))]).toEqual(['', 'A']);
});
