import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { CommandResult, GateDefinition, GateObservation } from '../../../src/core/gate.ts';
import { plainResult } from '../../../src/core/method-run.ts';
import { gateInputs } from '../../../src/gates/inputs.ts';
import { runGate } from '../../../src/runtime/gate.ts';
import { ScratchRepository } from '../../fixtures/gates/scratch-repository.ts';

const repo = new ScratchRepository();
let base = '';
const say = (text: string) => `['{node}', -e, ${JSON.stringify(text)}, --`;
const profile = `profile: lists
extends: node
title: Lists
setup: []
gates:
  mutation:
    settings: {}
    setup:
      - { argv: [no-such-program, of-no-file], when: [absent.txt] }
      - { argv: [touch, fetched], when: [profile.yml] }
    methods:
      - name: primary
        steps:
          - { id: none, argv: ['{node}', -p, '1', '{nobody}'], parser: none }
      - name: alt1
        steps:
          - { id: nothing, when: nobody, argv: ['{node}', -p, '1'], parser: none }
      - name: alt2
        steps:
          - { id: words, argv: ${say('console.log(process.argv.slice(1).join("|"))')}, '{files}', '--all={files}', '{other}'], parser: none }
          - { id: each, each: files, argv: ${say('console.log(process.argv[1])')}, 'of-{each}'], parser: none }
          - { id: later, each: ran, argv: ${say('console.log(process.argv[1])')}, '{each}'], parser: none }
          - { id: never, each: nobody, argv: ['{node}', -e, 'process.exit(9)'], parser: none }
          - { id: diff, argv: ${say('console.log(require("fs").readFileSync(process.argv[1], "utf8"))')}, '{diff}'], parser: none }
          - { id: slow, budget: 1, argv: ${say('console.log("begun"); setInterval(() => {}, 1000)')}], parser: none }
          - { id: last, argv: ${say('console.log(require("fs").existsSync("fetched"))')}], parser: none }
  fuzz:
    settings: {}
    methods:
      - name: primary
        steps:
          - { id: diff, argv: ['{node}', -p, '1', '{diff}'], parser: none }
`;

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  base = repo.write('profile.yml', profile).write('a.txt', 'one\n').commit('feat: a');
  repo.write('a.txt', 'two\n').write('-b c.txt', 'three\n').commit('feat: b');
});
afterAll(() => repo[Symbol.dispose]());

/** A gate that says what it was shown. */
async function observed(name: 'mutation' | 'fuzz', given: { base?: string } = {}): Promise<GateObservation> {
  let seen: GateObservation | undefined;
  const gate: GateDefinition = {
    name,
    title: name,
    description: '',
    numbers: {},
    collect: { commands: true, files: () => [] },
    diff: true,
    words: ({ changed, commands }) => ({
      files: changed,
      nobody: [],
      ran: commands.filter(({ step }) => step === 'each').map(({ stdout }) => stdout.trim()),
    }),
    evaluate: (observation) => {
      seen = observation;
      return plainResult('fail', name, 'seen');
    },
  };
  const inputs = { 'working-directory': repo.dir, profile: 'lists', 'profile-file': 'profile.yml', ...given };
  await runGate(gate, gateInputs.parse(inputs));
  return seen!;
}

describe('lists that a gate makes from the commit', () => {
  let commands: readonly CommandResult[] = [];
  let outcomes: string[] = [];
  beforeAll(async () => {
    const { runs } = await observed('mutation', { base });
    outcomes = runs.map(({ outcome }) => outcome);
    commands = runs.at(-1)!.commands;
  });
  const of = (step: string) => commands.filter((one) => one.step === step);

  test('a method that needs an empty list has nothing to run on, and the next is tried', () => {
    expect(outcomes).toEqual(['nothing', 'nothing', 'ran']);
  });

  test('a word of its own becomes as many words as there are values, never a shell string; inside a word they are joined', () => {
    expect(of('words')[0]!.stdout).toBe('-b c.txt|a.txt|--all=-b c.txt,a.txt|{other}\n');
  });

  test('a step with `each` runs once for each value, also for what steps before it gave', () => {
    expect(of('each').map(({ stdout, each }) => [stdout.trim(), each])).toEqual([
      ['of--b c.txt', '-b c.txt'],
      ['of-a.txt', 'a.txt'],
    ]);
    expect(of('later').map(({ stdout }) => stdout.trim())).toEqual(['of--b c.txt', 'of-a.txt']);
    expect(of('never')).toEqual([]);
  });

  test('the diff of the branch is a file; a budget ends a command and says so; the gate has a setup of its own', () => {
    expect(of('diff')[0]!.stdout).toContain('--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two\n');
    expect(of('slow')[0]).toMatchObject({ stopped: true, timedOut: false, stdout: 'begun\n' });
    expect(of('last')[0]!.stdout).toBe('true\n');
  });
});

test('without a base there is no diff, and what needs one has nothing to run on', async () => {
  expect((await observed('fuzz')).runs).toEqual([{ method: 'primary', outcome: 'nothing', commands: [] }]);
});
