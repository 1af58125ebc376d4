import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { verifyAttestation } from '../../src/commands/attest/verify.ts';
import { findAction } from '../../src/registry.ts';
import { diagnose } from '../contract/language-service.ts';
import { blocksOf, root } from './page.ts';

const blocks = blocksOf('docs/attestation.md');
const from = process.cwd();
beforeAll(() => process.chdir(root));
afterAll(() => process.chdir(from));

const commands = blocks.flatMap(({ language, file, text, line }, at) =>
  language === 'sh' && text.startsWith('npx tsx')
    ? [[line, text.trim().split(' '), file ?? 'exit=0', blocks[at + 1]!] as const]
    : [],
);

test.each(commands)('the command in line %i says what the page shows', async (_, argv, exit, shown) => {
  const option = (name: string): string => argv[argv.indexOf(name) + 1]!;
  expect([argv.slice(0, 5).join(' '), shown.language]).toEqual(['npx tsx src/cli.ts attest verify', 'text']);
  const { ok, lines } = await verifyAttestation({ text: option('--text'), facts: option('--facts') });
  expect(`${lines.join('\n')}\n`).toBe(shown.text);
  expect(ok).toBe(exit === 'exit=0');
});

test('the page has an honest and a forged one', () => {
  expect(commands.map(([, , exit]) => exit)).toEqual(['exit=0', 'exit=1']);
});

test('the workflow of the page is one, and gives the action what it has and the permissions it needs', async () => {
  const { text } = blocks.find(({ file }) => file === 'example.yml')!;
  expect(await diagnose(text, 'workflow')).toEqual([]);
  const { jobs } = parse(text) as { jobs: { attest: { permissions: object; steps: { with: object }[] } } };
  const action = findAction('attest')!;
  expect(jobs.attest.permissions).toEqual(action.permissions);
  expect(Object.keys(action.inputs.shape)).toEqual(expect.arrayContaining(Object.keys(jobs.attest.steps[0]!.with)));
});
