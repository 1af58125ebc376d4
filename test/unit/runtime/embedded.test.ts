import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';

test('the embedded data is what its files hold', () => {
  const { status, stderr } = spawnSync(process.execPath, [resolve('scripts/embed.mjs'), '--check'], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});
