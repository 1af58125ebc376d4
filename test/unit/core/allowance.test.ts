import { describe, expect, test } from '@jest/globals';
import { ALLOWANCE_LIMIT, allowanceOf, allowanceSchema, readAllowances } from '../../../src/core/allowance.ts';

const ONE = 'Allow: LICENSE because the year is over';
const names = (text: string) => readAllowances(text).map(({ name }) => name);

describe('what an issue allows', () => {
  test.each<[string, string | undefined, string, string]>([
    [ONE, undefined, 'LICENSE', 'the year is over'],
    ['- Allow: a because b c', undefined, 'a', 'b c'],
    ['* Allow: `a.b`   because   b', undefined, 'a.b', 'b'],
    ['   Allow: a because b  ', undefined, 'a', 'b'],
    ['Allow: max_error = 1e-4 because b', '1e-4', 'max_error', 'b'],
    ['Allow: `max_error`=`1e-4` because b', '1e-4', 'max_error', 'b'],
    ['Allow: max_error= 1e-4 because b', '1e-4', 'max_error', 'b'],
    ['Allow: a because x', undefined, 'a', 'x'],
    ['Allow: a because because', undefined, 'a', 'because'],
    [
      `Allow: ${'n'.repeat(201)} = ${'v'.repeat(201)} because ${'b'.repeat(201)}`,
      `${'v'.repeat(199)}…`,
      `${'n'.repeat(199)}…`,
      `${'b'.repeat(199)}…`,
    ],
  ])('%s', (line, value, name, because) => {
    expect(readAllowances(line)).toEqual([{ name, ...(value === undefined ? {} : { value }), because }]);
    expect('value' in readAllowances(line)[0]!).toBe(value !== undefined);
  });

  test.each([
    ['no reason', 'Allow: a'],
    ['an empty reason', 'Allow: a because '],
    ['no name', 'Allow: because b'],
    ['two names', 'Allow: a b because c'],
    ['two values', 'Allow: a = b c because d'],
    ['a value without its sign', 'Allow: a `b` because d'],
    ['no blank behind the colon', 'Allow:a because b'],
    ['something in front', 'Please Allow: a because b'],
    ['a number in a list', '1. Allow: a because b'],
    ['another word', 'allow: a because b'],
    ['no blank before because', 'Allow: a `because b'],
    ['a quotation', `> ${ONE}`],
    ['a block of code by its columns', `    ${ONE}`],
    ['a block of code by a tab', `\t${ONE}`],
    ['a fenced block', `\`\`\`\n${ONE}\n\`\`\``],
    ['a fenced block with a language', `\`\`\`text\n${ONE}\n\`\`\``],
    ['a fenced block of tildes', `~~~\n${ONE}\n~~~`],
    ['a fence that the other kind does not end', `\`\`\`\n~~~\n${ONE}\n`],
    ['a fence that a shorter one does not end', `\`\`\`\`\n\`\`\`\n${ONE}\n`],
    ['a fence that one with a word does not end', `\`\`\`\n\`\`\` x\n${ONE}\n`],
    ['a comment', `<!-- ${ONE} -->`],
    ['a comment over lines', `<!--\n${ONE}\n-->`],
    ['a comment behind text', `a <!-- b\n${ONE}`],
    ['a second comment on a line', `<!-- a --> <!-- b\n${ONE}`],
    ['the last line of a comment', `<!--\n--> ${ONE}`],
    ['A-69 a block that the flow wrote', `<!-- story:start -->\n${ONE}\n<!-- story:end -->`],
    ['a block with other blanks at its start', `<!--story:start-->\n${ONE}\n<!-- story:end -->`],
    ['a block that the end of another does not end', `<!-- story:start -->\n<!-- gates:end -->\n${ONE}`],
    ['a block whose end stands in a line', `<!-- acs-2:start -->\nx <!-- acs-2:end -->\n${ONE}`],
    ['nothing', ''],
  ])('%s allows nothing (A-69)', (_, text) => expect(readAllowances(text)).toEqual([]));

  test.each([
    ['a fence', `\`\`\`\nx\n\`\`\`\n${ONE}`],
    ['a longer fence', `\`\`\`\nx\n\`\`\`\`\`\n${ONE}`],
    ['a fence of tildes', `~~~ x\n\`\`\`\n~~~\n${ONE}`],
    ['a comment', `<!-- a -->\n${ONE}`],
    ['a comment over lines', `<!--\nb -->\n${ONE}`],
    ['a block of the flow', `<!-- story:start -->\n\`\`\`\n<!-- story:end -->\n${ONE}`],
    ['a comment that is like a block', `<!-- Story:start -->\n${ONE}`],
    ['two ticks', `\`\`x\n${ONE}`],
    ['a line of another system', `x\r${ONE}\r\n`],
  ])('a line behind %s counts', (_, text) => expect(names(text)).toEqual(['LICENSE']));

  test('twenty of them count', () => {
    const many = Array.from({ length: 21 }, (_, i) => `Allow: n${i} because b`).join('\n');
    expect(names(many)).toEqual(Array.from({ length: ALLOWANCE_LIMIT }, (_, i) => `n${i}`));
  });
});

describe('the allowance that names something', () => {
  const [a, b, c] = [
    { name: 'a', because: 'x' },
    { name: 'b', value: '1', because: 'x' },
    { name: 'a', value: '2', because: 'y' },
  ];
  test.each<[readonly string[], string | undefined, object | undefined]>([
    [['a'], undefined, a],
    [['z', 'a'], undefined, a],
    [['b'], undefined, undefined],
    [['b'], '1', b],
    [['b'], '2', undefined],
    [['a'], '2', c],
    [['z'], undefined, undefined],
    [[], undefined, undefined],
  ])('%j with value %s', (list, value, found) => expect(allowanceOf([a, b, c], list, value)).toBe(found));
  test('nothing is allowed by nobody', () => expect(allowanceOf(undefined, ['a'])).toBeUndefined());

  test.each([
    [{ name: 'a', because: 'b' }, true],
    [{ name: '', because: 'b' }, false],
    [{ name: 'a', because: '' }, false],
    [{ name: 'a', value: '', because: 'b' }, true],
    [{ name: 'a'.repeat(201), because: 'b' }, false],
    [{ name: 'a', because: 'b', more: 1 }, false],
  ])('%j is one: %s', (one, yes) => expect(allowanceSchema.safeParse(one).success).toBe(yes));
});
