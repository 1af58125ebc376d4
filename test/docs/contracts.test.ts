import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { FIELDS } from '../../src/core/contract/fields.ts';
import { DENIED_UNLESS_NAMED } from '../../src/core/scope/scope.ts';
import { parseContractMarkdown, parseContractYaml } from '../../src/runtime/contract-text.ts';
import { blocksOf, root } from './page.ts';

const page = readFileSync(`${root}docs/contracts.md`, 'utf8');
const block = blocksOf('docs/contracts.md').find(({ language }) => language === 'yaml')!.text;

test('the block of the page is a contract, and so is the page', () => {
  const contract = parseContractYaml(block, 'block.yml');
  expect(contract).toMatchObject({ issue: '42', dependsOn: ['01', '03a'], gates: { perf: { budgetPct: '2.5' } } });
  expect(parseContractMarkdown(page, 'page')).toEqual(contract);
});

test('the page names every key, and what it says of some holds', () => {
  expect(Object.keys(FIELDS).filter((key) => !page.includes(key))).toEqual([]);
  for (const file of ['package.json', 'build.rs', 'agents.md'])
    expect(DENIED_UNLESS_NAMED.some((glob) => glob.endsWith(`/${file}`))).toBe(true);
  expect(() => parseContractYaml(block.replace('warm', 'wram'), 'c')).toThrow(/^flow\.risk is "wram": Invalid option/);
});
