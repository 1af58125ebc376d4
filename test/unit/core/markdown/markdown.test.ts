import { describe, expect, test } from '@jest/globals';
import { parseMarkdown, slugOf } from '../../../../src/core/markdown/markdown.ts';

describe('anchors of headings', () => {
  const cases: [heading: string, slug: string][] = [
    ['## `i2s::unpack(packed, rows, cols)`', 'i2sunpackpacked-rows-cols'],
    ['## A `code` span', 'a-code-span'],
    ['## `Vec<i32>` out', 'veci32-out'],
    ['## Scale & offset', 'scale--offset'],
  ];
  test.each(cases)('%s is #%s', (heading, slug) => {
    expect([...parseMarkdown(`# Top\n\n${heading}\n`).anchors]).toContain(slug);
  });

  test('a heading inside a fence is none, and a link in a code span is none', () => {
    const file = parseMarkdown('# Top\n\n```\n## no\n```\n\n`[x](y.md)`\n');
    expect([...file.anchors]).toEqual(['top']);
    expect(file.links).toEqual([]);
  });
});

describe('headings', () => {
  const told = (text: string) =>
    parseMarkdown(text).headings.map(({ level, text, slug, line }) => `${line} ${level} ${text} #${slug}`);
  test.each([
    ['# One\n\n   ###### Six', ['1 1 One #one', '3 6 Six #six']],
    ['#   wide   ##  \n#\ttab\t#\n# # #', ['1 1 wide #wide', '2 1 tab #tab', '3 1 # #']],
    ['#\n##  \n', ['1 1  #', '2 2  #-1']],
    ['#none\n    # code\n####### seven\nx # y', []],
    ['# Two\n# Two\n# two!', ['1 1 Two #two', '2 1 Two #two-1', '3 1 two! #two-2']],
    ['One\n===\n\n  Two  \n   --\t\nThree\n=', ['1 1 One #one', '4 2 Two #two', '6 1 Three #three']],
    ['===\n\n---\nx\n-\n    ===', []],
    ['# a\n---\n- b\n---\n*c\n---\n+ d\n---\n> e\n---\n| f\n---\n1. g\n---\n12) h\n---\n  - i\n---', ['1 1 a #a']],
    ['a # b\n---\n1.5 c\n---\nx- d\n---', ['1 2 a # b #a--b', '3 2 1.5 c #15-c', '5 2 x- d #x--d']],
  ])('%j', (text, headings) => {
    expect(told(text)).toEqual(headings);
  });

  test.each([
    ['A [link](x.md) and ![one](y.png) or [two][ref] [three][]', 'a-link-and-one-or-two-three'],
    ['<b>bold</b> `<i32>` ``a `b` `` 1 < 2 > 0 <B class="x">c</B>', 'bold-i32-a-b--1--2--0-c'],
    ['**two words** *one* ~~gone~~ * not * 2*3', 'two-words-one-gone--not--23'],
    ['__two__ _one_ snake_case_name a_b_', 'two-one-snake_case_name-a_b_'],
    ['  Größe, naïve – 日本 é\u0301!?  ', 'größe-naïve--日本-é\u0301'],
  ])('%s', (heading, slug) => {
    expect(slugOf(heading)).toBe(slug);
  });
});

test('ids in HTML are anchors, too', () => {
  const text =
    '<a id="one"></a> <span class="x" name=\'two two\'> <a data-id="no"> id="no" <A  ID="three">\n`<a id="no">`';
  expect([...parseMarkdown(text).anchors]).toEqual(['one', 'two two', 'three']);
});

describe('code', () => {
  const blocks = (text: string) => parseMarkdown(text).blocks;
  test.each([
    [
      '```rust,ignore  {no_run}\nlet a;\n\n  b();\n```',
      [{ info: ['rust', 'ignore', 'no_run'], code: 'let a;\n\n  b();', line: 1 }],
    ],
    ['x\n~~~~\n~~~\n```\n~~~~~ \ny', [{ info: [], code: '~~~\n```', line: 2 }]],
    ['- ```sh\n  a\n b\n    c\n  ```\n', [{ info: ['sh'], code: 'a\nb\n  c', line: 1 }]],
    ['12)  ```\n     a\n     ```', [{ info: [], code: 'a', line: 1 }]],
    ['> ```\n> a\n> ```', [{ info: [], code: '> a\n> ```', line: 1 }]],
    ['>>```x\n```', [{ info: ['x'], code: '', line: 1 }]],
    ['*   ```\n```', [{ info: [], code: '', line: 1 }]],
    ['```\nopen\nto the end', [{ info: [], code: 'open\nto the end', line: 1 }]],
    ['```\r\na\r\n```\r\n', [{ info: [], code: 'a', line: 1 }]],
    ['``\nx\n``\n``` a`b\nx ```\n', []],
    ['<!--\n```\nx\n```\n-->\n```\n<!-- y -->\n```', [{ info: [], code: '<!-- y -->', line: 6 }]],
  ])('%j', (text, found) => {
    expect(blocks(text)).toEqual(found);
  });

  test.each([
    ['a\n\n    code\n\tcode\n\nb', ['a', '', '', '', '', 'b']],
    ['a\n    more of a', ['a', '    more of a']],
    ['- a\n\n    more of a\nb\n\n    code', ['- a', '', '    more of a', 'b', '', '']],
    ['10. a\n\n    more of a', ['10. a', '', '    more of a']],
    ['x - a\n\n    code', ['x - a', '', '']],
    ['  \n    code', ['  ', '']],
    ['    code', ['']],
    ['a <!-- b\nc --> d', ['a       ', '      d']],
    ['```\nx\n```\ny', ['', '', '', 'y']],
  ])('prose of %j', (text, prose) => {
    expect(parseMarkdown(text).prose).toEqual(prose);
  });

  test('a span may go over a line, not over an empty one', () => {
    const shown = (text: string) => parseMarkdown(text).prose.join('\n').replaceAll('\0', '·');
    expect(shown('a `b\nc` ``d ` e`` `f')).toBe('a `·\n·` ``··`··`` `f');
    expect(shown('a `b\n \t\nc`')).toBe('a `b\n \t\nc`');
  });
});

describe('links', () => {
  const told = (text: string) => parseMarkdown(text).links.map(({ target, line }) => `${line} ${target}`);
  test.each([
    ['[a](b.md) ![c](d.png "t") [e](<f g>)', ['1 b.md', '1 d.png', '1 f g']],
    ["[a]( b 'x y' ) [c](d (t u)) [e](f\\)g) [h](i(j(k)l)m)", ['1 b', '1 d', '1 f)g', '1 i(j(k)l)m']],
    ['[a](b c) \\[x\\](y) [a]() [l](m\n"t")', ['1 ', '1 m']],
    ['one\n[a\nb](c)\n\n[d](e)', ['3 c', '5 e']],
    [
      '[a][x] [b][ X  y ] [c][] [d][none]\n\n[x]: one\n  [X Y]: <two three> "t"\n[c]: three \'t\'\n[x]: four (t)',
      ['1 ', '3 one', '4 two three', '5 three', '6 four'],
    ],
    ['[word][] is no link, and [1][2] is', ['1 ']],
    ['[a b]: x y\n    [a]: b\n[a]:\n[^1]: note', []],
    ['[A\tb]: c\n\n[t][a b]', ['1 c']],
    [
      '<a href="b"> <img  src=\'c\'/> <source media="x" src="d"> <b href="no"> <a data-href="no">',
      ['1 b', '1 c', '1 d'],
    ],
    ['[a][b] \\[c][d] [e\\]f][b]\n\n[b]: x', ['3 x']],
    ['<a href="">\n[x](y)\n\n[z]: w', ['1 ', '2 y', '4 w']],
  ])('%j', (text, links) => {
    expect(told(text)).toEqual(links);
  });
});
