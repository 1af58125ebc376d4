import { describe, expect, test } from '@jest/globals';
import { declarationTokens, spellDeclaration } from '../../../../src/core/api/declaration-tokens.ts';
import { matchBrackets, rustTokens, spell } from '../../../../src/core/api/rust-tokens.ts';

/** `kind text` of each token, or why there are none. */
const told = ([language, source]: readonly ['rust' | 'ts', string]): string | string[] => {
  if (language === 'rust') {
    const tokens = rustTokens(source);
    return typeof tokens === 'string' ? tokens : tokens.map(({ kind, text, line }) => `${line} ${kind} ${text}`);
  }
  const tokens = declarationTokens(source);
  return typeof tokens === 'string'
    ? tokens
    : tokens.map(({ word, text, line }) => `${line} ${word ? 'word' : 'mark'} ${text}`);
};
type Row = readonly [name: string, source: readonly ['rust' | 'ts', string], told: string | readonly string[]];
describe('tokens', () => {
  test.each<Row>([
    [
      'words',
      ['rust', 'ab r#fn _c größe ABC9 x\ny'],
      ['1 word ab', '1 word fn', '1 word _c', '1 word größe', '1 word ABC9', '1 word x', '2 word y'],
    ],
    [
      'numbers',
      ['rust', '1_000u8 0xFF 1.5e3 2..3 4.a 12.34f64'],
      [
        '1 literal 1_000u8',
        '1 literal 0xFF',
        '1 literal 1.5e3',
        '1 literal 2',
        '1 mark .',
        '1 mark .',
        '1 literal 3',
        '1 literal 4',
        '1 mark .',
        '1 word a',
        '1 literal 12.34f64',
      ],
    ],
    [
      'characters',
      ['rust', "'a' b'c' '\\'' '\\\\' '\\n' b'\\x7f' '\\u{1F_600}' '\"'"],
      [
        "1 literal 'a'",
        "1 literal b'c'",
        "1 literal '\\''",
        "1 literal '\\\\'",
        "1 literal '\\n'",
        "1 literal b'\\x7f'",
        "1 literal '\\u{1F_600}'",
        "1 literal '\"'",
      ],
    ],
    [
      'lifetimes',
      ['rust', "'a 'static: 'b_1 'größe &'c"],
      [
        "1 lifetime 'a",
        "1 lifetime 'static",
        '1 mark :',
        "1 lifetime 'b_1",
        "1 lifetime 'größe",
        '1 mark &',
        "1 lifetime 'c",
      ],
    ],
    [
      'strings',
      ['rust', '"a\\"b" b"c" c"d" "" "e\nf" g'],
      ['1 literal "a\\"b"', '1 literal b"c"', '1 literal c"d"', '1 literal ""', '1 literal "e\nf"', '2 word g'],
    ],
    [
      'raw strings',
      ['rust', 'r"a\\" r#"b"c"# br"d" cr##"e"#f"## h'],
      ['1 literal r"a\\"', '1 literal r#"b"c"#', '1 literal br"d"', '1 literal cr##"e"#f"##', '1 word h'],
    ],
    [
      'words that only look like prefixes',
      ['rust', 'br cr r b rb"a" xr"b"'],
      ['1 word br', '1 word cr', '1 word r', '1 word b', '1 word rb', '1 literal "a"', '1 word xr', '1 literal "b"'],
    ],
    ['comments', ['rust', 'a // b\nc /* d\n/* e */ */ f /// g'], ['1 word a', '2 word c', '3 word f']],
    [
      'marks',
      ['rust', '->=>::<&$#!?'],
      [
        '1 mark -',
        '1 mark >',
        '1 mark =',
        '1 mark >',
        '1 mark :',
        '1 mark :',
        '1 mark <',
        '1 mark &',
        '1 mark $',
        '1 mark #',
        '1 mark !',
        '1 mark ?',
      ],
    ],
    ['a string without end', ['rust', '\n\n"a'], 'the string of line 3 has no end'],
    ['a raw string without end', ['rust', '\nr#"a"'], 'the string of line 2 has no end'],
    ['a comment without end', ['rust', 'a /* b'], 'the comment of line 1 has no end'],
    ['nothing', ['rust', ' \n '], []],
    [
      'TypeScript: words',
      ['ts', 'a $b _c #d größe A1 1.5e3 0xFF ... =>\n.'],
      [
        '1 word a',
        '1 word $b',
        '1 word _c',
        '1 word #d',
        '1 word größe',
        '1 word A1',
        '1 mark 1.5e3',
        '1 mark 0xFF',
        '1 mark ...',
        '1 mark =>',
        '2 mark .',
      ],
    ],
    [
      'TypeScript: strings',
      ['ts', '"a\\"b" \'c\\\'d\' `e${f}\n\\`g` \'\' "" h'],
      ['1 mark "a\\"b"', "1 mark 'c\\'d'", '1 mark `e${f}\n\\`g`', "2 mark ''", '2 mark ""', '2 word h'],
    ],
    ['TypeScript: comments', ['ts', 'a // b "c\nd /* e\n */ f /** g */'], ['1 word a', '2 word d', '3 word f']],
    ['TypeScript: a string without end', ['ts', '\n"a\n"'], 'line 2: a string has no end'],
    ['TypeScript: a template without end', ['ts', '`a'], 'line 1: a string has no end'],
  ])('%s', (_, source, said) => {
    expect(told(source)).toEqual(said);
  });
});

test('one spelling', () => {
  const rust = (source: string) => spell(rustTokens(source) as Exclude<ReturnType<typeof rustTokens>, string>);
  expect(rust('f(a, b,) [c,] {d,} <e,> g, h,')).toBe('f ( a , b ) [ c ] { d } < e > g , h');
  const ts = (source: string) =>
    spellDeclaration(declarationTokens(source) as Exclude<ReturnType<typeof declarationTokens>, string>);
  expect(ts("'a' | \"b\" | `c'`")).toBe('"a" | "b" | `c\'`');
});

test('brackets that close each other', () => {
  const pairs = (source: string) => {
    const found = matchBrackets(rustTokens(source) as Exclude<ReturnType<typeof rustTokens>, string>);
    return found === undefined ? undefined : [...found];
  };
  expect(pairs('([{}])')).toEqual([
    [2, 3],
    [1, 4],
    [0, 5],
  ]);
  expect(pairs('"(" a')).toEqual([]);
  for (const source of ['(]', '(', ')', '{)', '[}', '(()']) expect(pairs(source)).toBeUndefined();
});
