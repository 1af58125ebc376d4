import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { checkScope } from '../../../src/commands/scope/check.ts';
import { renderContract } from '../../../src/core/contract/contract.ts';
import { findGate } from '../../../src/gates/index.ts';
import { gateAction } from '../../../src/gates/inputs.ts';
import { parseContractYaml } from '../../../src/runtime/contract-text.ts';
import { runGate } from '../../../src/runtime/gate.ts';
import { crissCross } from '../../fixtures/gates/criss-cross.ts';
import { ScratchRepository } from '../../fixtures/gates/scratch-repository.ts';

const repo = new ScratchRepository();
const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n';
const contract = (allow: string) =>
  `flow: { issue: 03a, slug: unpack, kind: feature, risk: cold, complexity: S }\nscope: { allow: [${allow}] }\ncontract: { invariants: [] }\ngates: { required: [] }\n`;
const shas: Record<string, string> = {};

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  repo
    .write('src/a.rs', `content ${'x'.repeat(5_000)}\n`)
    .write('src/was.bin', POINTER)
    .write('csrc/k.c', 'one\ntwo\nthree\nfour\n');
  repo.write('contract.yml', contract('"src/**"'));
  shas['base'] = repo.commit('build: base');
  repo.git('checkout', '-q', '-b', 'work');
  repo.git('mv', 'csrc/k.c', 'src/k.c');
  shas['rename'] = repo.commit('feat: move\n\nFlow-Hop: generative/7/8/impl-creator/1\nFlow-Result: {}');
  repo.write('src/a.rs', POINTER).write('src/new.bin', POINTER).write('src/was.bin', `${POINTER}\n`);
  shas['pointer'] = repo.commit('fix: pointers');
  repo.write('contract.yml', contract('"**"'));
  shas['wider'] = repo.commit('docs: a wider scope');
});
afterAll(() => repo[Symbol.dispose]());

const check = async (head: string, over: object = {}) => {
  const file = join(repo.dir, '.git', 'approved.yml');
  writeFileSync(file, contract('"src/**"'));
  return await checkScope({ base: shas['base']!, head: shas[head]!, contract: file, dir: repo.dir, ...over });
};

describe('scope check', () => {
  test('A-43 a rename out of another folder is seen, and so is who made it', async () => {
    const { ok, lines } = await check('rename');
    expect(ok).toBe(false);
    expect(lines.slice(1).join('\n')).toBe(
      `\n  csrc/k.c\n    outside-scope: allowed: src/** (hop 8, impl-creator in ${shas['rename']!.slice(0, 7)})`,
    );
  });

  test('A-48 content that became a pointer is out; a pointer that was one, and a new one, are not', async () => {
    const { json } = await check('pointer');
    expect((json as { violations: object[] }).violations).toMatchObject([
      { path: 'csrc/k.c' },
      { path: 'src/a.rs', rule: 'lfs-pointer', by: shas['pointer']!.slice(0, 7) },
    ]);
  });

  test('A-43 a branch with several merge bases is refused, not compared with one of them', async () => {
    using made = crissCross();
    await expect(check('base', { base: made.crossed, head: made.evil, dir: made.dir })).rejects.toThrow(
      '2 merge bases',
    );
  });

  test('A-48 an older name of Git LFS, behind blanks, is a pointer, too', async () => {
    const old = ' \n version https://hawser.github.com/spec/v1\noid sha256:00\nsize 1\n';
    repo.git('checkout', '-q', '-b', 'older', shas['base']!);
    repo.write('src/a.rs', old);
    const { json } = await check('base', { head: repo.commit('fix: an older pointer') });
    expect((json as { violations: object[] }).violations).toMatchObject([{ path: 'src/a.rs', rule: 'lfs-pointer' }]);
    repo.git('checkout', '-q', 'work');
  });

  test('nothing changed is inside every scope', async () => {
    const { ok, lines } = await check('base');
    expect([ok, lines]).toEqual([true, [expect.stringContaining('0 files changed, all inside contract 03a')]]);
  });

  test.each([
    [{ base: 'nope' }, '--base'],
    [{ head: '--upload-pack=x' }, '--head'],
    [{ contract: '/no/such/file' }, '/no/such/file'],
  ])('A-13 %j is refused with its place', async (over, at) => {
    await expect(check('rename', over)).rejects.toMatchObject({ code: 'bad-input', at });
  });
});

describe('gate-scope', () => {
  const gate = findGate('scope')!;
  const run = async (inputs: Record<string, string>) =>
    await runGate(
      gate,
      gateAction(gate).inputs.parse({ 'working-directory': repo.dir, base: shas['base'], ...inputs }) as Parameters<
        typeof runGate
      >[1],
    );

  test('A-69 the contract is read from the base: a branch does not widen its own scope', async () => {
    const { result } = await run({ 'contract-file': 'contract.yml' });
    expect(result).toMatchObject({ verdict: 'fail', numbers: { violations: 3 } });
    expect(result.annotations.map(({ path }) => path)).toEqual(['contract.yml', 'csrc/k.c', 'src/a.rs']);
  });

  test('a contract given as text, in its canonical form, too', async () => {
    const text = renderContract(parseContractYaml(contract('"src/**", csrc/k.c, contract.yml'), 'c'));
    const { result } = await run({ contract: text });
    expect(result.annotations.map(({ title }) => title)).toEqual(['scope: lfs-pointer']);
  });

  test('A-34 a contract in Markdown with two blocks is refused', async () => {
    const block = `\`\`\`yaml\n${contract('"src/**"')}\`\`\`\n`;
    await expect(run({ contract: `${block}\n${block}` })).rejects.toMatchObject({ code: 'bad-contract' });
  });

  test('two sources at once are refused', async () => {
    await expect(run({ 'contract-file': 'contract.yml', allow: 'src/**' })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });
});
