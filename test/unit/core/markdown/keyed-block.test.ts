import { describe, expect, test } from '@jest/globals';
import { findKeyedBlock, type BlockWords } from '../../../../src/core/markdown/keyed-block.ts';

const WORDS: BlockWords = { name: 'contract', first: ['flow', 'nmoe'], sections: ['scope', 'gates'] };
const YAML = 'flow:\n  issue: 1\nscope:\n  allow: []\ngates:\n  required: []\n';
const BLOCK = `\`\`\`yaml\n${YAML}\`\`\`\n`;
const indent = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

/** `none`, the lines of the block, or the refusal as a person reads it. */
function found(text: string, words = WORDS): string {
  const block = findKeyedBlock(text, words);
  if (block.kind === 'refused') return `${block.line}: ${block.problem}; ${block.fix}`;
  return block.kind === 'none' ? 'none' : block.yaml;
}
const OWN = 'put it between ```yaml and ```, at the top level of the text';
const LEAVE = 'leave one, in one ```yaml block';
const ABOVE = 'put the block above it, where everybody sees it';
const loose = (line: number) => `${line}: a contract that is not in a fenced block of its own; ${OWN}`;
const second = (line: number, other: number) =>
  `${line}: a second contract: there is one in line ${other}, too; ${LEAVE}`;
const inside = (line: number, what: string, opens: number) =>
  `${line}: the block of the contract stands in ${what}, which line ${opens} opens; ${ABOVE}`;

describe('a block with keys', () => {
  test.each<[string, string, number]>([
    ['alone', BLOCK, 1],
    ['between other text', `# Title\n\n${BLOCK}\nmore\n`, 3],
    ['under yml, in capitals', BLOCK.replace('yaml', ' YML '), 1],
    ['under tildes', `~~~~yaml\n${YAML}~~~~~\n`, 1],
    ['closed by a longer fence with blanks behind it', BLOCK.replace(/```\n$/, '   ````` \t\n'), 1],
    ['behind another block', `\`\`\`sh\nflow: x\n\`\`\`\n${BLOCK}`, 4],
    ['behind a block in which inline ticks open nothing', `\`\`\` a \`b\n${BLOCK}`, 2],
    ['behind a comment that is over', `<!-- a\nb --> c\n${BLOCK}`, 3],
    ['behind comments on one line', `<!-- a --> <!-- b -->\n${BLOCK}`, 2],
    ['behind a closed element', `<details>\n<summary>x</summary>\n</details>\n${BLOCK}`, 4],
    ['behind elements closed from within', `<div><table>\n</div>\n${BLOCK}`, 3],
    ['behind an element that hides nothing', `<b>\n<detailsx>\n${BLOCK}`, 3],
    ['behind a CDATA section, an instruction and a declaration', `<![CDATA[ > ]]><? > ?><!x>\n${BLOCK}`, 2],
    ['behind lines that only begin like keys', `flow: something\nscope: small\ngates: none\n${BLOCK}`, 4],
    ['before a list that names one section', `${BLOCK}\n- scope:\n`, 1],
    ['beside another YAML block', `${BLOCK}\n\`\`\`yaml\nflow: generative\njobs: {}\n\`\`\`\n`, 1],
  ])('%s is found, at its lines', (_, text, open) => {
    const lines = text.split('\n');
    const end = open + YAML.split('\n').length - 1;
    expect(found(text)).toBe(lines.map((line, i) => (i >= open && i < end ? line : '')).join('\n'));
  });

  test('lines end with a line feed, or with both', () => {
    expect(found(BLOCK.replace(/\n/g, '\r\n'))).toBe(`\n${YAML}\n`);
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['prose', 'The flow: it works.\n\nscope: small\ncontract: none\n'],
    ['a block of another kind', '```yaml\nname: CI\non: push\n```\n'],
    ['a first key with a word behind it', '```yaml\nflow: generative\nscope: x\n```\n'],
    ['one section', '```yaml\nscope:\n  allow: []\n```\n'],
    ['a first key in a block that is not YAML', '```sh\nflow:\n```\n'],
    ['a flow mapping with other keys', '```yaml\n{ "flows": 1, scopes: 2, flow }\n```\n'],
    ['a flow mapping in a block that is not YAML', '```json\n{ "flow": { "a": 1 } }\n```\n'],
    ['a list in YAML that holds one', '```yaml\n[{ flow: 1 }]\n```\n'],
    ['a first key alone in the text', 'flow:\n'],
    ['all but one section in the text', 'scope:\n'],
    ['a first key and a section at other depths', '> flow:\n\nscope:\n'],
    ['a key without a blank behind its colon', 'flow:x\nscope:y\n'],
    ['keys with a word before them', 'a flow:\na scope:\n'],
  ])('%s holds none', (_, text) => expect(found(text)).toBe('none'));

  test.each<[string, string, string]>([
    ['two blocks', `${BLOCK}\n${BLOCK}`, second(10, 1)],
    ['a second one under the other key', `${BLOCK}\n${BLOCK.replace('flow', 'nmoe')}`, second(10, 1)],
    ['one in a quotation', indent(BLOCK, '> '), loose(2)],
    ['one in a quotation behind it', `${BLOCK}\n${indent(BLOCK, '> ')}`, second(11, 1)],
    ['one in a quotation before it', `${indent(BLOCK, '> ')}\n${BLOCK}`, second(10, 2)],
    ['no fence', YAML, loose(1)],
    ['no fence and no first key', 'text\ngates:\nscope:\n', loose(2)],
    ['no fence, a section first', 'scope:\nflow:\nscope: {}\n', loose(2)],
    ['keys in a list', '- flow:\n- scope:\n', loose(1)],
    ['keys in a numbered list', '1. flow:\n1. scope:\n', loose(1)],
    ['keys in a table', '| flow:\n| scope:\n', loose(1)],
    ['keys in headings', '# flow:\n# scope:\n', loose(1)],
    ['keys in comments', '<!-- flow:\n<!-- scope:\n', loose(1)],
    ['explicit keys', '? flow:\n? scope:\n', loose(1)],
    ['quoted keys', '"flow": # x\n\'scope\': {}\n', loose(1)],
    ['keys with anchors, tags and blocks', 'flow: &a\nscope: !x\n', loose(1)],
    ['keys with folded and literal blocks', 'flow: |\nscope: >\n', loose(1)],
    ['keys with an alias', 'flow: *a\ngates:\n', loose(1)],
    ['two in the text, the upper one is told', `> ${'flow:'}\n> scope:\n\nflow:\nscope:\n`, loose(1)],
    [
      'a whole one inside another block',
      `\`\`\`\`markdown\n${BLOCK}\`\`\`\`\n`,
      '1: the block of the contract is marked "markdown"; begin it with ```yaml',
    ],
    ['no label', BLOCK.replace('yaml', ''), '1: the block of the contract has no language; begin it with ```yaml'],
    [
      'a long label',
      BLOCK.replace('yaml', 'x'.repeat(41)),
      `1: the block of the contract is marked "${'x'.repeat(40)}"; begin it with \`\`\`yaml`,
    ],
    [
      'a label that only ends so',
      BLOCK.replace('yaml', 'x yaml'),
      '1: the block of the contract is marked "x yaml"; begin it with ```yaml',
    ],
    [
      'a label that only begins so',
      BLOCK.replace('yaml', 'yaml x'),
      '1: the block of the contract is marked "yaml x"; begin it with ```yaml',
    ],
    [
      'one in a list',
      `1. this\n\n${indent(BLOCK, '   ')}`,
      '3: the block of the contract is indented, so that it may belong to a list; begin its first line at the left edge',
    ],
    ['one without an end', BLOCK.slice(0, -4), '1: the block of the contract has no end; close it with ``` on a line'],
    [
      'a fence of the other kind closes nothing',
      BLOCK.replace(/```\n$/, '~~~\n'),
      '1: the block of the contract has no end; close it with ``` on a line',
    ],
    [
      'a shorter fence closes nothing',
      `\`${BLOCK}`,
      '1: the block of the contract has no end; close it with ``` on a line',
    ],
    [
      'a fence with a word behind it closes nothing',
      BLOCK.replace(/```\n$/, '``` x\n'),
      '1: the block of the contract has no end; close it with ``` on a line',
    ],
    [
      'a fence in four columns closes nothing',
      BLOCK.replace(/```\n$/, '    ```\n'),
      '1: the block of the contract has no end; close it with ``` on a line',
    ],
    [
      'a first key alone in YAML, unclosed',
      '```yaml\nflow:\n',
      '1: the block of the contract has no end; close it with ``` on a line',
    ],
    [
      'a flow mapping, unclosed',
      '```yaml\n\n  { scope: 1,\n"flow" : 1 }\n',
      '1: the block of the contract has no end; close it with ``` on a line',
    ],
    [
      'a lone carriage return',
      `a\r${BLOCK}`,
      '1: a carriage return without a line feed; end the lines with a line feed',
    ],
    [
      'a lone carriage return in the block',
      BLOCK.replace('scope:\n', 'scope:\r'),
      '4: a carriage return without a line feed; end the lines with a line feed',
    ],
    ['a comment around it', `<!--\n${BLOCK}-->\n`, inside(2, 'an HTML comment', 1)],
    ['an open comment', `see <!-- this\n\n${BLOCK}`, inside(3, 'an HTML comment', 1)],
    ['a comment behind one that is over', `<!-- a --> <!-- b\n${BLOCK}`, inside(2, 'an HTML comment', 1)],
    ['dashes that may be both ends of a comment', `<!--> <details>\n${BLOCK}`, inside(2, '<details>', 1)],
    ['a CDATA section', `<![CDATA[ >\n${BLOCK}`, inside(2, 'a CDATA section', 1)],
    ['a processing instruction', `<? >\n${BLOCK}`, inside(2, 'a processing instruction', 1)],
    ['a declaration', `x\n<!DOCTYPE\n${BLOCK}`, inside(3, 'an HTML declaration', 2)],
    ['an element', `a\n<details open>\n\n${BLOCK}`, inside(4, '<details>', 2)],
    ['the inner of two elements', `<div>\n<table>\n${BLOCK}`, inside(3, '<table>', 2)],
    ['the outer of two, when the inner is closed', `<div>\n<table>\n</table>\n${BLOCK}`, inside(4, '<div>', 1)],
    ['an element in capitals', `<PRE>\n${BLOCK}`, inside(2, '<pre>', 1)],
    ['an element before and one behind a comment', `<div><!-- x --><table>\n${BLOCK}`, inside(2, '<table>', 1)],
    ['an element in a comment counts for nothing', `<div><!-- </div> -->\n${BLOCK}`, inside(2, '<div>', 1)],
    ['a comment within an element', `<div>\n<!--\n${BLOCK}`, inside(3, 'an HTML comment', 2)],
    ['an end in inline code', `<details>\n</details> \`x\`\n${BLOCK}`, inside(3, '<details>', 1)],
    ['an end behind text', `<details>\nx </details>\n${BLOCK}`, inside(3, '<details>', 1)],
    ['an end of another element', `<details>\n</div>\n${BLOCK}`, inside(3, '<details>', 1)],
    ['an opening in inline code', `\`<div>\`\n${BLOCK}`, inside(2, '<div>', 1)],
  ])('A-34 %s is refused', (_, text, refusal) => expect(found(text)).toBe(refusal));

  test('behind a hundred open elements nothing is closed any more', () => {
    const open = (n: number) => `${'<div>'.repeat(n)}\n${'</div>'.repeat(n)}\n${BLOCK}`;
    expect(found(open(99))).toContain('flow:');
    expect(found(`${'<div>'.repeat(100)}\n</div>\n${BLOCK}`)).toBe(inside(3, '<div>', 1));
    expect(found(open(100))).toBe(inside(3, '<div>', 1));
  });

  test('a name that begins with a vowel has its own article', () => {
    const words = { ...WORDS, name: 'attestation' };
    expect(found(YAML, words)).toBe(`1: an attestation that is not in a fenced block of its own; ${OWN}`);
  });
});
