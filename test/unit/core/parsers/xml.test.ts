import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseXml, type XmlElement } from '../../../../src/core/parsers/xml.ts';

const problem = (text: string) => {
  const result = parseXml(text);
  return 'problem' in result ? result.problem : 'none';
};

test('elements, attributes, text, CDATA, comments, entities', () => {
  const result = parseXml(
    '\ufeff<?xml version="1.0"?>\n<!-- a --><a x=\'1 &lt; "2"\' y="&#65;&#x1F600;">t<b/>&amp;<![CDATA[<&>]]><!-- <c> --></a>\n',
  );
  expect(result).toEqual({
    root: {
      name: 'a',
      attributes: new Map([
        ['x', '1 < "2"'],
        ['y', 'A😀'],
      ]),
      children: [expect.objectContaining({ name: 'b', text: '' })],
      text: 't&<&>',
      at: expect.any(Number),
    },
  });
});

test.each([
  ['blanks in tags', '<a  x = "1"\n y\t=\'2\'  ><b  /></a  >', 'a(x=1 y=2)[b()[]]'],
  ['the last character of Unicode', '<a>&#x10ffff;&#1114111;</a>', 'a()\u{10ffff}\u{10ffff}[]'],
  ['each entity', '<a>&lt;&gt;&amp;&quot;&apos;</a>', 'a()<>&"\'[]'],
  ['blanks around the root', ' \n<a/> \n', 'a()[]'],
  ['text in parts', '<a>1<b/>2<!-- 3 -->4</a>', 'a()124[b()[]]'],
])('%s', (_, text, shape) => {
  const told = ({ name, attributes, text: inner, children }: XmlElement): string =>
    `${name}(${[...attributes].map((pair) => pair.join('=')).join(' ')})${inner}[${children.map(told).join('')}]`;
  const result = parseXml(text);
  expect('root' in result ? told(result.root) : result.problem).toBe(shape);
});

describe('refused', () => {
  test.each([
    ['a billion laughs', '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;">]><a>&m;</a>', /document type .* line 1/],
    [
      'an external entity',
      '<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
      /document type .* line 2/,
    ],
    ['an entity of its own', '<a>&nbsp;</a>', /reference &nbsp; is refused/],
    ['an entity named like a property', '<a>&constructor;</a>', /refused/],
    ['a bare ampersand', '<a>a & b</a>', /refused/],
    ['a character beyond Unicode', '<a>&#x110000;</a>', /refused/],
    ['a processing instruction', '<a><?php x ?></a>', /processing instruction/],
    ['nothing', '', /no element/],
    ['text alone', 'ok', /outside the root/],
    ['text behind', '<a/>ok', /outside the root/],
    ['two roots', '<a/><b/>', /second root/],
    ['crossed tags', '<a><b></a></b>', /closes no open element/],
    ['an attribute twice', '<a x="1" x="2"/>', /attribute x twice/],
    ['an attribute without quotes', '<a x=1/>', /not well-formed/],
    ['attributes without space', '<a x="1"y="2"/>', /not well-formed/],
    ['a tag in an attribute', '<a x="<b>"/>', /not well-formed/],
    ['no end', '<a><b>', /ends inside <b>/],
    ['a comment without end', '<a><!-- ', /a comment has no end/],
    ['a CDATA section without end', '<a><![CDATA[ ]]', /CDATA section has no end/],
    ['too deep', '<a>'.repeat(65), /deeper than 64/],
    ['text in CDATA in front', '\n<![CDATA[ok]]><a/>', /^text outside the root element at line 2$/],
    ['a `<` alone', '<a>\n\n1 < 2</a>', /^a `<` that begins no element at line 3$/],
    ['a long name', `<${'x'.repeat(41)} y/>`, /^the tag <x{40}> is not well-formed at line 1$/],
    ['a long name without end', `<${'x'.repeat(41)}>`, /^the document ends inside <x{40}> at line 1$/],
    ['a long reference', `<a>&${'x'.repeat(20)};</a>`, /^the reference &x{13} is refused at line 1$/],
    ['a reference of a word and a number', '<a>&x#65;</a>', /^the reference &x#65; is refused at line 1$/],
    ['a reference of a number and a word', '<a>&#65x;</a>', /^the reference &#65x; is refused at line 1$/],
    ['a declaration behind an element', '<a/><?xml version="1.0"?>', /^a processing instruction is refused at line 1$/],
    ['an end tag without a name', '<a></></a>', /^an end tag that closes no open element at line 1$/],
    ['an end tag with more in it', '<a></a b>', /^an end tag that closes no open element at line 1$/],
  ])('%s', (_, text, reason) => {
    expect(problem(text)).toMatch(reason);
  });
});

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
const tree: fc.Memo<Tree> = fc.memo((depth) =>
  fc.record({
    name: word,
    attributes: fc.uniqueArray(fc.tuple(word, fc.string()), { selector: ([name]) => name, maxLength: 3 }),
    text: fc.string(),
    children: depth <= 1 ? fc.constant<Tree[]>([]) : fc.array(tree(depth - 1), { maxLength: 2 }),
  }),
);
const escape = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
interface Tree {
  name: string;
  attributes: [string, string][];
  text: string;
  children: Tree[];
}
const render = ({ name, attributes, text, children }: Tree): string =>
  `<${name}${attributes.map(([key, value]) => ` ${key}="${escape(value)}"`).join('')}>${escape(text)}${children.map(render).join('')}</${name}>`;
const shape = ({ name, attributes, text, children }: XmlElement): Tree => ({
  name,
  attributes: [...attributes],
  text,
  children: children.map(shape),
});

test('what is written is read back, and no cut of it is a document', () => {
  fc.assert(
    fc.property(tree(4), fc.nat(), (value, cut) => {
      const text = render(value);
      const result = parseXml(text);
      expect('root' in result && shape(result.root)).toEqual(value);
      expect(parseXml(text.slice(0, cut % text.length))).toHaveProperty('problem');
    }),
  );
});

test('any text gives an element or a problem', () => {
  const bits = fc.constantFrom(
    '<a>',
    '</a>',
    '<a x="',
    '"',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&',
    '<?',
    'x',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bits, fc.string())), (parts) => {
      const result = parseXml(parts.join(''));
      expect('root' in result || result.problem !== '').toBe(true);
    }),
  );
});
