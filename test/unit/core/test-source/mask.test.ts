import { describe, expect, test } from '@jest/globals';
import { maskJs } from '../../../../src/core/test-source/javascript.ts';
import { maskPython } from '../../../../src/core/test-source/python.ts';
import { maskRust } from '../../../../src/core/test-source/rust.ts';

/** What is left of a source, each blank as a dot. */
const MASKS = { rust: maskRust, js: maskJs, python: maskPython } as const;
const told = ([language, source]: readonly [keyof typeof MASKS, string]): string =>
  MASKS[language](source).replace(/ /g, '.').replace(/\n/g, '|');
type Row = readonly [name: string, source: readonly [keyof typeof MASKS, string], masked: string];
describe('what a mask leaves', () => {
  test.each<Row>([
    ['Rust: strings', ['rust', 'f("a{b", g)'], 'f(.....,.g)'],
    ['Rust: an escaped quote', ['rust', 'f("a\\"b", g)'], 'f(......,.g)'],
    ['Rust: bytes', ['rust', 'f(b"a", g)'], 'f(....,.g)'],
    ['Rust: raw strings', ['rust', 'f(r"a\\", r#"b"c"#, br##"d"#"##, g)'], 'f(.....,.........,............,.g)'],
    ['Rust: a word that ends in r', ['rust', 'for"a";b'], 'for...;b'],
    [
      'Rust: characters and lifetimes',
      ['rust', "f('a', '\"', '\\'', '\\n', '\\x7f', '\\u{1F600}', &'a b)"],
      "f(...,....,.....,.....,.......,............,.&'a.b)",
    ],
    ['Rust: no escape', ['rust', "a('\\x7', 'b"], "a('\\x7',.'b"],
    ['Rust: comments', ['rust', 'a // b "c\nd /* e /* f */ g */ h'], 'a........|d...................h'],
    ['Rust: a comment without end', ['rust', 'a /* b\nc'], 'a.....|.'],
    ['Rust: a string without end', ['rust', 'a "b\nc'], 'a...|.'],
    ['Rust: a raw string without end', ['rust', 'a r#"b"\nc'], 'a......|.'],
    ['Rust: a string over lines', ['rust', '"a\nb";c'], '..|..;c'],
    ['JS: strings', ['js', 'f("a", \'b\', g)'], 'f(...,....,.g)'],
    ['JS: escaped quotes', ['js', 'f("a\\"b\\n", \'c\\\'d\', g)'], 'f(........,.......,.g)'],
    ['JS: a string that is not closed ends with its line', ['js', 'f("a\ng(\'b\nh'], 'f(..|g(..|h'],
    ['JS: a string that the file ends', ['js', 'f("ab'], 'f(...'],
    ['JS: a string that ends with an escape', ['js', "f('ab\\"], 'f(...\\'],
    ['JS: an escaped end of line', ['js', 'f("a\\\nb", c)'], 'f(...|..,.c)'],
    ['JS: an empty string', ['js', 'f(\'\', "", g)'], 'f(..,...,.g)'],
    ['JS: comments', ['js', 'a // b "c\nd /* e "f */ g /* h */ i'], 'a........|d............g.........i'],
    ['JS: a comment without end', ['js', 'a /* b\nc'], 'a.....|.'],
    ['JS: a comment at the start', ['js', '/*/ a */b'], '........b'],
    ['JS: a template', ['js', 'f(`a${b}c${d}e`, g)'], 'f(....b....d...,.g)'],
    ['JS: a template with braces', ['js', 'f(`a${ { b: { c } } }d`, { e })'], 'f(.....{.b:.{.c.}.}....,.{.e.})'],
    ['JS: a template in a template', ['js', '`a${ `b${c}d` }e` + f'], '.........c........+.f'],
    ['JS: a dollar and an escape', ['js', '`a$b\\`c$`+d'], '.........+d'],
    ['JS: an escaped opening', ['js', '`a\\${b}`+c'], '........+c'],
    ['JS: a template without end', ['js', 'f(`a${b}c\nd'], 'f(....b..|.'],
    ['JS: a template without an end of its expression', ['js', 'f(`a${b, "c"'], 'f(....b,....'],
    ['JS: a brace outside of a template', ['js', '{ a } `b`'], '{.a.}....'],
    ['JS: a regular expression', ['js', 'f(/a"b/g, c)'], 'f(......,.c)'],
    ['JS: a class with a slash', ['js', 'f(/[/"\\]]x/i, c)'], 'f(..........,.c)'],
    ['JS: an escaped slash', ['js', 'f(/a\\/"b/, c)'], 'f(.......,.c)'],
    ['JS: at the start', ['js', '/a"/.test(b)'], '.....test(b)'],
    ['JS: after a word', ['js', 'return /a"/; typeof /"/'], 'return.....;.typeof....'],
    ['JS: after a word that ends alike', ['js', 'xreturn /a"/ b "'], 'xreturn./a......'],
    ['JS: after space', ['js', 'a =   /"b/;c'], 'a.=.......;c'],
    ['JS: a division', ['js', 'a / b / "c"'], 'a./.b./....'],
    ['JS: a division behind a bracket', ['js', 'f(a) / 2 + g("/")'], 'f(a)./.2.+.g(...)'],
    ['JS: a slash that begins nothing', ['js', 'a = / b\nc "d"'], 'a.=./.b|c....'],
    ['JS: an empty class', ['js', 'f(/[]"]/, c)'], 'f(......,.c)'],
    ['JS: more than a letter behind an escape', ['js', "f('c\\'def', g)"], 'f(........,.g)'],
    ['JS: a brace behind a template', ['js', '{ f(`a`) } b'], '{.f(...).}.b'],
    ['JS: a template that ends with an escape', ['js', 'f(`a\\'], 'f(...'],
    [
      'Python: more than a letter behind an escape',
      ['python', 'f("c\\"def", \'c\\\'def\', g)'],
      'f(........,.........,.g)',
    ],
    ['Python: strings', ['python', 'f("a", \'b\', g)'], 'f(...,....,.g)'],
    ['Python: prefixes', ['python', 'f(rb"a", F\'b\', u"c", g)'], 'f(.....,.....,.....,.g)'],
    ['Python: escaped quotes', ['python', 'f("a\\"b", \'c\\\'d\', g)'], 'f(......,.......,.g)'],
    ['Python: empty strings', ['python', 'f("", \'\', g)'], 'f(..,...,.g)'],
    [
      'Python: three quotes',
      ['python', 'f("""a "b" ""c\nd""", \'\'\'e \'f\' \'\'g\nh\'\'\', i)'],
      'f(............|....,.............|....,.i)',
    ],
    [
      'Python: escapes in three quotes',
      ['python', 'f("""a\\"""b""", \'\'\'c\\\'\'\'d\'\'\', e)'],
      'f(............,.............,.e)',
    ],
    ['Python: three quotes without end', ['python', 'f("""a\nb'], 'f(....|.'],
    ['Python: three single quotes without end', ['python', "f('''a\nb"], 'f(....|.'],
    ['Python: a string that is not closed ends with its line', ['python', 'f("a\ng(\'b\nh'], 'f(..|g(..|h'],
    ['Python: a string that the file ends', ['python', 'f("ab'], 'f(...'],
    ['Python: a single one that the file ends', ['python', "f('ab"], 'f(...'],
    ['Python: an escaped end of line', ['python', 'f("a\\\nb", \'c\\\nd\', e)'], 'f(...|..,....|..,.e)'],
    ['Python: comments', ['python', "a # b \"c\nd '#' e"], 'a.......|d.....e'],
  ])('%s', (_, source, masked) => {
    expect(told(source)).toBe(masked);
  });
});
