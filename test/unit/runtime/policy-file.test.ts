import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { FlowError } from '../../../src/core/errors.ts';
import { POLICY_FILE } from '../../../src/core/governance-policy.ts';
import { findGate } from '../../../src/gates/index.ts';
import { gateAction, type GateInputs } from '../../../src/gates/inputs.ts';
import { runGate } from '../../../src/runtime/gate.ts';
import { parsePolicy } from '../../../src/runtime/policy-file.ts';
import { said } from '../../fixtures/gates/observation.ts';
import { ScratchRepository } from '../../fixtures/gates/scratch-repository.ts';

const gate = findGate('governance')!;
const { inputs: schema } = gateAction(gate);

describe('the text', () => {
  test('is read strictly', () => {
    expect(parsePolicy('version: 1\nlabels: [ready]\nsign-off: true\n')).toEqual({
      version: 1,
      labels: ['ready'],
      'sign-off': true,
    });
  });

  test.each([
    ['a wrong key', 'version: 1\ncodeowner: true\n', `${POLICY_FILE}:2:1`, 'did you mean "codeowners"?'],
    ['a word for a flag', 'version: 1\nsign-off: "yes"\n', `${POLICY_FILE}:2:1`, 'sign-off is "yes"'],
    ['a text for a list', 'version: 1\nlabels: ready\n', `${POLICY_FILE}:2:1`, 'labels is "ready"'],
    ['no version', 'labels: [ready]\n', `${POLICY_FILE}:1:1`, 'write `version: 1`'],
    ['another version', 'version: 2\n', `${POLICY_FILE}:1:1`, 'version is 2'],
    ['a header of nothing', 'version: 1\nlicence-header: []\n', `${POLICY_FILE}:2:1`, 'licence-header'],
    ['A-41 a negated glob', 'version: 1\nprotected: ["!src/**"]\n', `${POLICY_FILE}:2:1`, 'deny'],
    ['A-28 a key twice', 'version: 1\nlabels: [a]\nlabels: []\n', `${POLICY_FILE}:3:1`, ''],
    ['A-27 an alias', 'version: 1\nlabels: &a [x]\nprotected: *a\n', POLICY_FILE, 'anchor'],
    ['nothing', '', `${POLICY_FILE}:1:1`, 'version: 1'],
  ])('%s: place and fix', (_, text, place, words) => {
    let line = '';
    try {
      parsePolicy(text);
    } catch (error) {
      line = error instanceof FlowError ? error.toLine() : String(error);
    }
    expect(line).toContain(place);
    expect(line).toContain(words);
  });
});

describe('the gate', () => {
  const repo = new ScratchRepository();
  let base = '';

  beforeAll(() => {
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    repo.write('src/a.js', '// SPDX-License-Identifier: MIT\n');
    base = repo.commit('feat: a');
  });
  afterAll(() => repo[Symbol.dispose]());

  /** Verdict and findings of a branch, on a base with this policy file. */
  const judge = async (policy: string | undefined, change: () => void, labels?: string): Promise<string[]> => {
    repo.git('checkout', '-q', '--detach', base);
    if (policy !== undefined) repo.write(POLICY_FILE, policy);
    const from = repo.commit('docs: policies');
    change();
    repo.commit('feat: work');
    const inputs = schema.parse({
      'working-directory': repo.dir,
      base: from,
      profile: 'node',
      ...(labels === undefined ? {} : { labels }),
    }) as GateInputs;
    const { result } = await runGate(gate, inputs);
    return [result.verdict, ...said(result)];
  };
  const edit = (path: string, text: string) => () => void repo.write(path, text);

  test('holds a branch to the policies of the base', async () => {
    const policy = "version: 1\nlicence-header: ['SPDX-License-Identifier: MIT']\nlicence-files: [src/**]\n";
    const from = (lines: string[]) => lines.map((line) => line.replace(/[0-9a-f]{12}$/, 'SHA'));
    expect(from(await judge(policy, edit('src/b.js', '// SPDX-License-Identifier: MIT\n')))).toEqual([
      'pass',
      'governance: clear',
      'policies: protected, licence-header',
      'policy file: as in SHA',
    ]);
    expect(await judge(policy, edit('src/b.js', 'mine\n'))).toContain(
      'licence-header: src/b.js does not begin with SPDX-License-Identifier: MIT',
    );
  });

  test('a key of the file takes the place of the setting of the profile', async () => {
    expect(await judge(undefined, edit('LICENSE', 'mine\n'))).toContain(
      'protected: LICENSE is protected and was changed',
    );
    expect((await judge('version: 1\nprotected: [SECURITY.md]\n', edit('LICENSE', 'mine\n')))[0]).toBe('pass');
  });

  test('A-69 a branch that removes its own policies fails, and is judged by those of the base', async () => {
    const lines = await judge('version: 1\nprotected: []\nlabels: [ready]\n', () => void repo.remove(POLICY_FILE));
    expect(lines).toContain(`protected: ${POLICY_FILE} is protected and was changed`);
    expect(lines).toContain('labels: the labels are not known here: give the input labels');
  });

  test('labels come from the input where there is no pull request', async () => {
    const policy = 'version: 1\nlabels: [ready]\n';
    expect((await judge(policy, edit('src/b.js', 'b\n'), 'ready, risk:high'))[0]).toBe('pass');
    expect(await judge(policy, edit('src/b.js', 'b\n'), 'redy')).toContain('labels: the label ready is missing');
  });

  test.each([
    ['a wrong key on the base', 'version: 1\nlabel: [x]\n', edit('src/b.js', 'b\n'), 'as the base has it', ':2:1)'],
    ['a wrong key on the branch', 'version: 1\n', edit(POLICY_FILE, 'version: 1\n\nx: 1\n'), 'as the branch', ':3:1)'],
    ['a file that is too large', `#${'x'.repeat(2 ** 21)}`, edit('src/b.js', 'b\n'), 'as the base', 'at most 65536'],
  ])('fails closed: %s', async (_, policy, change, whose, words) => {
    const lines = await judge(policy, change);
    expect(lines[0]).toBe('fail');
    expect(lines.join('\n')).toContain(whose);
    expect(lines.join('\n')).toContain(words);
  });

  test('A-44 fails closed: a link in its place', async () => {
    repo.git('checkout', '-q', '--detach', base);
    repo.write('.github/bitnet-flow/other.yml', 'version: 1\n').link(POLICY_FILE, 'other.yml');
    const from = repo.commit('docs: a link');
    repo.write('src/b.js', 'b\n').commit('feat: work');
    const inputs = schema.parse({ 'working-directory': repo.dir, base: from, profile: 'node' }) as GateInputs;
    const { result } = await runGate(gate, inputs);
    expect([result.verdict, ...said(result)].join('\n')).toContain('is no plain file');
  });
});
