import { describe, expect, test } from '@jest/globals';
import { parseMarkdown, slugOf } from '../../../src/core/markdown/markdown.ts';
import {
  logLine,
  markdown,
  printable,
  shorten,
  shownPath,
  stripAnsi,
  tableCell,
  visible,
} from '../../../src/core/text.ts';

describe('text for people', () => {
  test.each([
    ['\u001b]0;title\u0007a', 'a'],
    ['\u001b]8;;x\u001b\\a', 'a'],
    ['\u001b]open', ''],
    ['\u001b[1;31mred', 'red'],
    ['\u001b[?25l\u001b[ qx', 'x'],
    ['\u009b2Kx', 'x'],
    ['\u001bMx', 'x'],
    ['\u001b7x', '\u001b7x'],
    ['plain', 'plain'],
  ])('escapes of a terminal in %j go', (text, plain) => expect(stripAnsi(text)).toBe(plain));

  test.each([
    ['a\r\nb\rc\nd\te', 'a\nb\nc\nd\te'],
    ['a\u0000b', 'a\\u{0}b'],
    ['\u00ad', '\\u{ad}'],
    ['\ue000', '\\u{e000}'],
    ['\ud800', '\\u{d800}'],
    ['\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['\u{e0041}\u{e007f}', '\\u{e0041}\\u{e007f}'],
    ['\u115f\u1160\u3164\uffa0', '\\u{115f}\\u{1160}\\u{3164}\\u{ffa0}'],
    ['\u001b[31mx', 'x'],
    ['x\ufe0f é 🙂', 'x\ufe0f é 🙂'],
  ])('%j keeps its lines and hides nothing', (text, shown) => expect(visible(text)).toBe(shown));

  test.each<[string, number, string]>([
    ['  a \n\t b  ', 9, 'a b'],
    ['a\u200b', 9, 'a\\u{200b}'],
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['a\u00a0b', 9, 'a b'],
  ])('%j in %d characters of one line', (text, max, line) => expect(printable(text, max)).toBe(line));

  test.each<[string, number, string]>([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['ab🙂cd', 4, 'ab…'],
    ['ab🙂cd', 5, 'ab🙂…'],
    ['\ud83dabc', 3, '\ud83da…'],
  ])('%j cut at %d', (text, max, cut) => expect(shorten(text, max)).toBe(cut));

  test.each<[string, string]>([
    ['a b/c', 'a b/c'],
    ['a  b', '"a  b"'],
    [' a', '" a"'],
    ['a ', '"a "'],
    ['a\tb', '"a\\tb"'],
    ['a\u00a0b', '"a\u00a0b"'],
    ['a"b', 'a"b'],
    ['x'.repeat(51), `${'x'.repeat(49)}…`],
  ])('the path %j', (path, shown) => expect(shownPath(path, 50)).toBe(shown));

  const z = '&#8203;';
  test.each<[string, string]>([
    ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['`[x]`', '&#96;&#91;x&#93;&#96;'],
    ['*a* ~b~ \\c', '&#42;a&#42; &#126;b&#126; &#92;c'],
    ['a_b _c_ d_', 'a_b &#95;c&#95; d&#95;'],
    ['@me', `@${z}me`],
    ['a #12 #a', `a #${z}12 #a`],
    ['GH-12 gh-3 GH-x', `GH-${z}12 gh-${z}3 GH-x`],
    ['xGH-1', 'xGH-1'],
    ['0123abc', `0123ab${z}c`],
    ['0123ab', '0123ab'],
    ['0123abcdef01', `0123ab${z}cdef01`],
    ['x0123abc', 'x0123abc'],
    ['a'.repeat(41), 'a'.repeat(41)],
    ['http://a', `http:${z}//a`],
    ['www.a WWW.b', `www${z}.a WWW${z}.b`],
    ['javascript:a Data:b vbscript:c mailto:d', `javascript${z}:a Data${z}:b vbscript${z}:c mailto${z}:d`],
    ['mydata:x', 'mydata:x'],
    ['$a$', '&#36;a&#36;'],
    ['/merge a/b', `${z}/merge a/b`],
    ['- a - b', '&#45; a - b'],
    ['+ a', '&#43; a'],
    ['=', '&#61;'],
    ['# a # b', '&#35; a # b'],
    ['1. a', '1&#46; a'],
    ['12) 3)', '12&#41; 3)'],
    ['1.', '1&#46;'],
    ['1.5', '1.5'],
    ['a 1. b', 'a 1. b'],
  ])('as Markdown: %s', (text, out) => expect(markdown(text, 200)).toBe(out));

  test('as a cell and as a line of a log', () => {
    expect(tableCell('a|b|')).toBe('a\\|b\\|');
    expect(tableCell('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`);
    expect(logLine('a\r\n\nb\tc\u200bd\u001b[31me')).toBe('| a ⏎ b cde');
    expect(logLine('::error::x ##[group] a:b')).toBe('| :\u200b:error:\u200b:x ##\u200b[group] a:b');
  });
});

describe('Markdown as a gate reads it', () => {
  const headings = (text: string) =>
    parseMarkdown(text).headings.map(({ level, text, slug, line }) => `${line} ${level} ${text} #${slug}`);
  const blocks = (text: string) =>
    parseMarkdown(text).blocks.map(({ info, code, line }) => `${line} [${info.join(' ')}] ${JSON.stringify(code)}`);
  const links = (text: string) => parseMarkdown(text).links.map(({ target, line }) => `${line} ${target}`);

  test.each<[string, string[]]>([
    ['# A', ['1 1 A #a']],
    ['   ###### A ##  ', ['1 6 A #a']],
    ['#', ['1 1  #']],
    ['# A #b', ['1 1 A #b #a-b']],
    ['#\tA', ['1 1 A #a']],
    ['####### A', []],
    ['    # A', []],
    ['#A', []],
    ['x # A', []],
    ['A\n===', ['1 1 A #a']],
    ['  A b \n ---  ', ['1 2 A b #a-b']],
    ['A\n-', []],
    ['A\n=', ['1 1 A #a']],
    ['\n---', []],
    ['---', []],
    ['A\n=-=', []],
    ['- A\n---', []],
    ['> A\n---', []],
    ['| A |\n---', []],
    ['1. A\n---', []],
    ['# A\n---', ['1 1 A #a']],
    ['A\n    ---', []],
    ['# A\n# A\n# A', ['1 1 A #a', '2 1 A #a-1', '3 1 A #a-2']],
    ['# A\r\n# B', ['1 1 A #a', '2 1 B #b']],
    ['<!-- # no\n# no -->\n# A', ['3 1 A #a']],
  ])('headings of %j', (text, found) => expect(headings(text)).toEqual(found));

  test.each([
    ['[a](b) c', 'a-c'],
    ['![a](b)[c][d]', 'ac'],
    ['`<a>` <b>x</b>', 'a-x'],
    ['``a`` b', 'a-b'],
    ['**a** *b* ~~c~~', 'a-b-c'],
    ['a * b', 'a--b'],
    ['_a_ __b__ c_d_e _f', 'a-b-c_d_e-_f'],
    ['  A.B, C!  ', 'ab-c'],
    ['a\u0301-b_c', 'a\u0301-b_c'],
    ['1 < 2', '1--2'],
  ])('the anchor of %s is %s', (heading, slug) => expect(slugOf(heading)).toBe(slug));

  test.each<[string, string[]]>([
    ['```js test\na\n\nb\n```', ['1 [js test] "a\\n\\nb"']],
    ['```js,{ignore}\n```', ['1 [js ignore] ""']],
    ['~~~\n```\n~~~~', ['1 [] "```"']],
    ['````\n```\n````', ['1 [] "```"']],
    ['```\na\n``` b\n```', ['1 [] "a\\n``` b"']],
    ['```\na', ['1 [] "a"']],
    ['``` a`b\nx', []],
    ['  ```\n    a\n b\n  ```', ['1 [] "  a\\nb"']],
    ['- ```js\n  a\n  ```', ['1 [js] "a"']],
    ['1. ```js\n   a\n   ```', ['1 [js] "a"']],
    ['> ```js\na\n```', ['1 [js] "a"']],
    ['```\n<!-- a -->\n```', ['1 [] "<!-- a -->"']],
    ['x ```\ny', []],
  ])('blocks of %j', (text, found) => expect(blocks(text)).toEqual(found));

  test.each<[string, string[]]>([
    ['[a](b)\n[c](d)', ['1 b', '2 d']],
    ['\n    [a](b)', []],
    ['\n\t[a](b)', []],
    ['- x\n\n    [a](b)', ['3 b']],
    ['- x\n\ny\n\n    [a](b)', []],
    ['x\n    [a](b)', ['2 b']],
    ['`a\n[b](c)`', []],
    ['`a\n\n[b](c)`', ['3 c']],
    ['`` ` [b](c) ``', []],
    ['\\`[b](c)', ['1 c']],
    ['[a]( <b c> "t" )', ['1 b c']],
    ["[a](b 't') [c](d (t))", ['1 b', '1 d']],
    ['[a](b c)', []],
    ['[a](b\\)c)', ['1 b)c']],
    ['[a]()', ['1 ']],
    ['[a](<>)', ['1 ']],
    ['[x]: <a b> "t"\n[y]:c\n   [Z  z]: d\n    [q]: e', ['1 a b', '2 c', '3 d']],
    ['[x]: a\n[x]: b\n[t][X]', ['1 a', '2 b']],
    ['[a  B][]\n\n[A b]: c', ['3 c']],
    ['[a][b]', ['1 ']],
    ['[a][]', []],
    ['\\[a][b]', []],
    ['[^n]: a', []],
    ['<a class="x" href="b">', ['1 b']],
    ['<IMG SRC=\'b\'>\n<source src="c">', ['1 b', '2 c']],
    ['<ax href="b"> <a xhref="c">', []],
  ])('links of %j', (text, found) => expect(links(text)).toEqual(found));

  test('anchors are slugs and ids', () => {
    const { anchors, prose } = parseMarkdown(
      '# A\n<a id="x">\n<b name=\'Y\'>\n<a href="z">\n`<a id="w">`\n```\n<a id="v">\n```\n',
    );
    expect([...anchors]).toEqual(['a', 'x', 'Y']);
    expect(prose.slice(4)).toEqual([`\`${'\0'.repeat(10)}\``, '', '', '', '']);
  });
});
