import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { stageActions } from '../../../../src/local/executor/act-stage.ts';

function repository(): string {
  const root = mkdtempSync(join(tmpdir(), 'repository-'));
  for (const dir of ['actions/one', 'dist', 'node_modules/big']) mkdirSync(join(root, dir), { recursive: true });
  const manifest = 'name: One\ndescription: d\nruns: { using: node24, main: ../../dist/one.js }\n';
  writeFileSync(join(root, 'actions/one/action.yml'), manifest);
  writeFileSync(join(root, 'dist/one.js'), '');
  return root;
}

describe('stageActions', () => {
  test('copies the action and the folder of its bundle, not the rest of the repository', async () => {
    const root = repository();
    const to = mkdtempSync(join(tmpdir(), 'stage-'));
    const dirs = { dir: join(root, 'actions/one') };
    const flags = await stageActions(['o/r/actions/one@v1'], () => dirs, 'x/report@v1', 'http://h', to);
    const target = join(to, 'o_r@v1');
    expect(flags).toEqual([`http://h/o/r@v1=${target}`, `http://h/x/report@v1=${join(to, 'x_report@v1')}`]);
    expect(existsSync(join(target, 'actions/one/action.yml'))).toBe(true);
    expect(existsSync(join(target, 'dist/one.js'))).toBe(true);
    expect(existsSync(join(target, 'node_modules'))).toBe(false);
  });

  test.each([
    ['./actions/one', 'act needs owner/repo/path@ref'],
    ['o/r/elsewhere@v1', 'must end in elsewhere'],
  ])('refuses %s', async (uses, message) => {
    const dirs = { dir: join(repository(), 'actions/one') };
    const to = mkdtempSync(join(tmpdir(), 'stage-'));
    await expect(stageActions([uses], () => dirs, 'x/report@v1', 'http://h', to)).rejects.toThrow(message);
  });
});
