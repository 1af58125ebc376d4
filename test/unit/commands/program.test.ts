import { expect, test } from '@jest/globals';
import { leaves, makeProgram } from '../../../src/commands/program.ts';
import { COMMANDS, groupOf, purposeOf } from '../../../src/metadata/commands.ts';

const world = {
  root: '/nowhere',
  version: '1.2.3',
  color: false,
  print: () => undefined,
  interrupted: () => new AbortController().signal,
  report: () => undefined,
};
const program = makeProgram(world);
const rows = COMMANDS.flatMap(({ rows }) => rows);

test('the catalogue holds every command once, with its arguments, in the order of the help', () => {
  const usages = leaves(program).map(([name, command]) =>
    [
      name,
      ...command.registeredArguments.map((one) => {
        const said = `${one.name()}${one.variadic ? '...' : ''}`;
        return one.required ? `<${said}>` : `[${said}]`;
      }),
    ].join(' '),
  );
  expect(rows.map(({ usage }) => usage).sort()).toEqual(usages.sort());
});

test('help groups the commands under the titles of the catalogue, and shows no link', () => {
  const help = program.helpInformation();
  expect(help.match(/^[A-Z].*:$/gm)).toEqual(['Options:', ...COMMANDS.map(({ title }) => `${title}:`)]);
  expect(help).not.toContain('](');
  expect(help.replace(/\s+/g, ' ')).toContain(purposeOf('perf'));
});

test('each command says what it is for in one sentence, and shows an example', () => {
  for (const [name, command] of leaves(program)) {
    let help = '';
    command.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
    expect([name, command.description()]).toEqual([name, expect.stringMatching(/^[a-z][^\n]{20,220}[^.]$/)]);
    expect([name, help]).toEqual([name, expect.stringMatching(/\nExamples?:\n {2}\$ /)]);
  }
});

test('a command that the catalogue does not have is a fault of ours', () => {
  expect(() => purposeOf('ledger')).toThrow('the catalogue has no command ledger');
  expect(() => groupOf('lint')).toThrow('the catalogue has no command lint');
  expect(groupOf('ledger')).toBe('The flow');
});
