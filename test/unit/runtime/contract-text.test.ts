import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contractSha256, renderContract } from '../../../src/core/contract/contract.ts';
import { FlowError } from '../../../src/core/errors.ts';
import {
  parseContractFile,
  parseContractIssue,
  parseContractMarkdown,
  parseContractYaml,
} from '../../../src/runtime/contract-text.ts';
import { contracts } from '../core/contract/arbitrary.ts';

const YAML = `flow:
  issue: 03a
  slug: attention
  kind: feature
  risk: warm
  complexity: M
  depends_on: [01, 08]
scope:
  allow: [src/**]
contract:
  invariants: [the file format stays]
gates:
  required: [tests]
`;
const BLOCK = `\`\`\`yaml\n${YAML}\`\`\`\n`;

/** The line a person sees, or "none" and "read". */
function outcome(action: () => unknown): string {
  try {
    return action() === undefined ? 'none' : 'read';
  } catch (error) {
    if (!(error instanceof FlowError) || error.code === 'bug') throw error;
    return error.toLine();
  }
}
const yaml = (text: string): string => outcome(() => parseContractYaml(text, 'c.yml'));
const markdown = (text: string): string => outcome(() => parseContractMarkdown(text, '#7'));
const indent = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

describe('a contract in a YAML file', () => {
  test('A-32 ids keep their zeros, and no scalar is anything but text', () => {
    const contract = parseContractYaml(YAML.replace('[the file format stays]', '[null, true, 1e3, 0x10]'), 'c.yml');
    expect(contract.issue).toBe('03a');
    expect(contract.dependsOn).toEqual(['01', '08']);
    expect(contract.invariants).toEqual(['null', 'true', '1e3', '0x10']);
  });

  test.each([
    ['A-27 an anchor', YAML.replace('[src/**]', '&all [src/**]'), 'c.yml:9:15', 'an anchor'],
    ['A-27 an alias', YAML.replace('[tests]', '*all'), 'c.yml:13:13', 'lias'],
    [
      'A-28 a key twice',
      YAML.replace('  risk: warm', '  risk: warm\n  risk: cold'),
      'c.yml:6:3',
      'the key "risk" stands there twice',
    ],
    [
      'A-29 a merge key',
      YAML.replace('  allow: [src/**]', '  <<: { allow: [src/**] }'),
      'c.yml:9:3',
      '"<<" is not allowed',
    ],
    ['A-30 a tag', YAML.replace('warm', '!!str warm'), 'c.yml:5:15', 'a tag'],
    ['A-30 a tag of nobody', YAML.replace('warm', '!x warm'), 'c.yml:5', 'tag'],
    ['A-31 two documents', `${YAML}---\n${YAML}`, 'c.yml:14:1', 'a second document'],
    ['A-31 a directive', `%YAML 1.1\n---\n${YAML}`, 'c.yml:1:1', 'a directive'],
    ['A-31 a renamed tag', `# x\n%TAG ! tag:x,2000:\n---\n${YAML}`, 'c.yml:2:1', 'a directive'],
    ['a key that is a list', `${YAML}? [a]\n: b\n`, 'c.yml:14:3', 'plain text'],
    ['an open quote', YAML.replace('warm', '"warm'), 'c.yml:14:1', 'never closed'],
    ['a second colon', YAML.replace('warm', 'warm: x'), 'c.yml:5:', 'second colon'],
    ['A-31 a BOM', `\ufeff${YAML}`, 'c.yml:1:1', 'byte order mark'],
    ['A-31 a tab', YAML.replace('  risk', '\trisk'), 'c.yml:5:1', 'a tab'],
    ['A-31 depth', YAML.replace('[src/**]', `${'['.repeat(25)}x${']'.repeat(25)}`), 'c.yml:9:30', 'deeper than 20'],
    ['A-26 size', `${YAML}# ${'x'.repeat(70_000)}\n`, 'c.yml:1:1', 'at most 65536'],
    ['A-32 hex', YAML.replace('01, 08', '01, 0x10'), 'c.yml:7:20', '0x10'],
    ['A-32 an exponent', YAML.replace('[01, 08]', '[01, 1e3]'), 'c.yml:7:20', '1e3'],
    ['A-33 __proto__', `__proto__:\n  issue: 1\n${YAML}`, 'c.yml:1:1', '__proto__'],
    ['A-33 constructor', YAML.replace('  slug', '  constructor: x\n  slug'), 'c.yml:3:3', 'constructor'],
    [
      'A-36 a quoted blank',
      `${YAML}  perf: { gate: a:b, metric: m, baseline_ref: main, budget_pct: " 12 " }\n`,
      'c.yml:14:53',
      'decimal',
    ],
    ['A-39 itself', YAML.replace('[01, 08]', '[01, 03a]'), 'c.yml:7:20', '03a -> 03a'],
    ['both first keys', YAML.replace('scope:', 'nmoe: {}\nscope:'), 'c.yml:8:1', 'two first keys'],
    ['a misspelt key', YAML.replace('invariants', 'invariant'), 'c.yml:11:3', 'did you mean "invariants"?'],
    ['a misspelt first key', YAML.replace('flow:', 'flwo:'), 'c.yml:1:1', 'did you mean "flow"?'],
    ['a misspelt word', YAML.replace('warm', 'worm'), 'c.yml:5:3', 'did you mean "warm"?'],
    ['a missing section', YAML.replace(/gates:\n.*\n/, ''), 'c.yml:1:1', 'gates is missing. Fix: write a mapping'],
    ['an empty value', YAML.replace('[tests]', ''), 'c.yml:13:3', 'list ids of gates'],
    ['a list', '- flow\n', 'c.yml:1:1', 'no mapping'],
    ['nothing', '', 'c.yml:1:1', 'no mapping'],
  ])('%s is refused with its place and a fix', (_, text, place, message) => {
    const line = yaml(text);
    expect(line).toContain(`bad-contract (${place}`);
    expect(line).toContain(message);
    expect(line).toContain('. Fix: ');
  });
});

describe('a contract in Markdown', () => {
  test('between other text, under either label, in CRLF', () => {
    const expected = contractSha256(parseContractYaml(YAML, 'c.yml'));
    for (const text of [
      BLOCK,
      `### Story\r\n\r\n${BLOCK.replace(/\n/g, '\r\n')}\r\n### More\r\n`,
      `\`\`\`sh\nls # flow:\n\`\`\`\n\n~~~~YML\n${YAML}~~~~\n`,
      `<!-- a remark -->\n<details>\n<summary>log</summary>\n\`\`\`\nx\n\`\`\`\n</details>\n\n${BLOCK}`,
      `${BLOCK}\n<details>\nlog\n</details>\n\`\`\`yaml\nflow: generative\njobs: {}\n\`\`\`\n`,
    ]) {
      expect(contractSha256(parseContractMarkdown(text, '#7')!)).toBe(expected);
    }
  });

  test.each([
    ['prose', 'The flow: it should work.\n\nscope: small\ncontract: none\n'],
    ['another YAML block', '```yaml\nflow: generative\nprofile: node\n```\n'],
    ['a workflow', '```yaml\nname: CI\non: push\njobs:\n  a:\n    runs-on: x\n```\n'],
    ['nothing', ''],
  ])('%s holds none', (_, text) => {
    expect(markdown(text)).toBe('none');
  });

  test('a place is one of the whole text', () => {
    expect(markdown(`# Title\n\ntext\n\n${BLOCK.replace('warm', 'worm')}`)).toContain('(#7:10:3)');
    expect(markdown(`# Title\r\n\r\n${BLOCK.replace('warm', 'worm')}`)).toContain('(#7:8:3)');
  });

  test.each([
    ['two blocks', `${BLOCK}\n${BLOCK}`, '#7:17:1', 'a second contract'],
    ['a second one under the other key', `${BLOCK}\n${BLOCK.replace('flow', 'nmoe')}`, '#7:17:1', 'second'],
    ['a block in a quotation', indent(BLOCK, '> '), '#7:2:1', 'not in a fenced block'],
    ['a second one in a quotation', `${BLOCK}\n${indent(BLOCK, '> > ')}`, '#7:18:1', 'second'],
    ['one in a quotation before it', `${indent(BLOCK, '> ')}\n${BLOCK}`, '#7:17:1', 'there is one in line 2, too'],
    ['a block in a comment', `<!--\n${BLOCK}-->\n`, '#7:2:1', 'an HTML comment, which line 1 opens'],
    ['a block behind an open comment', `see <!-- this\n\n${BLOCK}`, '#7:3:1', 'an HTML comment'],
    ['a comment that opens behind one', `<!-- a --> <!-- b\n${BLOCK}`, '#7:2:1', 'an HTML comment'],
    ['a comment that a fence seems to hold', `<!--\n\`\`\`\n-->\n${BLOCK}`, '#7:2:1', 'no language'],
    ['a bare contract in a comment', `<!--\n${YAML}-->\n`, '#7:2:1', 'not in a fenced block'],
    ['a processing instruction', `<?\n${BLOCK}?>\n`, '#7:2:1', 'a processing instruction'],
    ['a declaration', `<!x\n${BLOCK}>\n`, '#7:2:1', 'an HTML declaration'],
    ['a block in details', `<details>\n\n${BLOCK}\n</details>\n`, '#7:3:1', '<details>, which line 1 opens'],
    ['details in capitals', `text <DETAILS open>\n\n${BLOCK}`, '#7:3:1', '<details>'],
    ['details that inline code closes', `<details>\n\n\`</details>\`\n\n${BLOCK}`, '#7:5:1', '<details>'],
    ['a block in a list', indent(BLOCK, '    ').replace('    ```', '  - ```'), '#7:2:1', 'not in a fenced block'],
    ['a block in a list without a mark on its line', `1. this\n\n${indent(BLOCK, '   ')}`, '#7:3:1', 'is indented'],
    ['a block that is indented', indent(BLOCK, ' '), '#7:1:1', 'is indented'],
    ['a nested fence', `\`\`\`\`markdown\n${BLOCK}\`\`\`\`\n`, '#7:1:1', 'is marked "markdown"'],
    ['a block without a label', BLOCK.replace('yaml', ''), '#7:1:1', 'no language'],
    ['a block under another label', BLOCK.replace('yaml', 'yaml hidden'), '#7:1:1', 'is marked "yaml hidden"'],
    ['a block without an end', BLOCK.slice(0, -4), '#7:1:1', 'no end'],
    ['no fence', YAML, '#7:1:1', 'not in a fenced block'],
    ['a misspelt first key', BLOCK.replace('flow:', 'fIow:'), '#7:2:1', 'did you mean "flow"?'],
    ['a look-alike first key', BLOCK.replace('flow:', 'fl\u043ew:'), '#7:2:1', 'unknown key'],
    ['a first key alone', '```yaml\nflow:\n  issue: 1\n```\n', '#7:2:1', 'missing'],
    ['one flow mapping', '```yaml\n{ "flow": { issue: 1 }, scope: {} }\n```\n', '#7:2:3', 'missing'],
    ['a lone carriage return', BLOCK.replace('\n', '\r'), '#7:1:1', 'carriage return'],
    ['65,537 characters', `${' '.repeat(65_537 - BLOCK.length)}\n${BLOCK}`, '#7:1:1', 'at most 65536'],
  ])('A-34 %s is refused', (_, text, place, message) => {
    const line = markdown(text);
    expect(line).toContain(`bad-contract (${place})`);
    expect(line).toContain(message);
    expect(line).toContain('Fix: ');
  });

  test('A-31 tabs, BOM and depth count inside the block as well', () => {
    expect(markdown(`a\tb\n\n${BLOCK}`)).toBe('read');
    expect(markdown(BLOCK.replace('  risk', '\trisk'))).toContain('(#7:6:1): a tab');
    expect(markdown(BLOCK.replace('warm', `${'['.repeat(30)}`))).toContain('deeper than 20');
  });

  test('a text of a file is read by the name of the file', () => {
    expect(outcome(() => parseContractFile(YAML, 'a.yaml'))).toBe('read');
    expect(outcome(() => parseContractFile(BLOCK, 'a.md'))).toBe('read');
    expect(outcome(() => parseContractFile(`\n${BLOCK}`, 'a.yml'))).toBe('read');
    expect(outcome(() => parseContractFile('hello', 'a.md'))).toContain('no contract in this text');
    // Without a name that says so: a contract from its first line on is YAML, but neither in Markdown nor in an issue.
    for (const name of ['/dev/stdin', 'CONTRACT'])
      expect(outcome(() => parseContractFile(`# ours\n\n${YAML}`, name))).toBe('read');
    expect(outcome(() => parseContractFile(BLOCK, '/dev/stdin'))).toBe('read');
    expect(outcome(() => parseContractFile(YAML, 'a.md'))).toContain('not in a fenced block of its own');
  });

  test('A-34 an issue that is a contract without a fence holds none that counts', () => {
    expect(outcome(() => parseContractIssue(YAML, 'acme/demo#1'))).toContain('not in a fenced block of its own');
    expect(outcome(() => parseContractIssue('hello', 'acme/demo#1'))).toContain('no contract in this text');
    expect(outcome(() => parseContractIssue(BLOCK, 'acme/demo#1'))).toBe('read');
  });
});

describe('any text', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...['```yaml\n', '```\n', '~~~\n', '````md\n', '<!--', '-->', '<details>', '</details>', '> ', '- ', '    '],
        ...[YAML, BLOCK, 'flow:\n', 'nmoe: {', 'scope:\n', 'gates:\n', 'contract: &a\n', '*a', '<<: ', '!!x ', '\r\n'],
        ...['\r', '\t', '\ufeff', '---\n', '%YAML 1.1\n', '? ', '__proto__:\n', '[', '{', '"', "'", '|\n', '>\n', '\0'],
      ),
      fc.string({ maxLength: 12 }),
      fc.string({ maxLength: 12, unit: 'binary' }),
    ),
    { maxLength: 30 },
  );

  test('gives a contract, none, or an error with place and fix', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        for (const line of [yaml(text), markdown(text)])
          expect(line).toMatch(/^(read|none|bad-contract \(.+:\d+:\d+\): )/);
      }),
      { numRuns: 500 },
    );
  });

  test('one character changed never makes the contract vanish in silence', () => {
    const chars = fc.constantFrom('x', ' ', '\n', '>', '#', '`', '~', ':', '{', '&', '!', '\u200b', '\u0430', '"', '-');
    fc.assert(
      fc.property(fc.nat(BLOCK.length - 1), chars, fc.boolean(), (at, char, insert) => {
        expect(markdown(BLOCK.slice(0, at) + char + BLOCK.slice(insert ? at : at + 1))).not.toBe('none');
      }),
      { numRuns: 1000 },
    );
  });

  test('A-34 whatever stands around it, the text has that contract or is refused', () => {
    fc.assert(
      fc.property(pieces, pieces, (before, behind) => {
        const text = `${before.join('')}\n${BLOCK}\n${behind.join('')}`;
        let read: string | undefined;
        const line = outcome(() => {
          const contract = parseContractMarkdown(text, '#7');
          read = contract === undefined ? undefined : contractSha256(contract);
          return contract;
        });
        expect(line).not.toBe('none');
        if (line === 'read') expect(read).toBe(contractSha256(parseContractYaml(YAML, 'c.yml')));
      }),
      { numRuns: 500 },
    );
  });

  test('reading what is rendered into Markdown gives the contract back', () => {
    fc.assert(
      fc.property(contracts, (contract) => {
        expect(parseContractMarkdown(`text\n\n\`\`\`yaml\n${renderContract(contract)}\`\`\`\n`, '#7')).toEqual(
          contract,
        );
      }),
    );
  });
});
