import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMMANDS, CONDITIONAL, ENDLESS, REAL, TOOLS } from './commands.ts';

const asked = COMMANDS.filter(([cmd]) => !ENDLESS.includes(cmd));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'judge-'));
  for (const code of [0, 1]) {
    mkdirSync(join(folder, `${code}`, 'work'), { recursive: true });
    for (const tool of TOOLS) {
      const path = join(folder, `${code}`, tool);
      writeFileSync(path, `#!/bin/sh\nexit ${code}\n`);
      chmodSync(path, 0o755);
    }
    for (const program of REAL) {
      const real = ['/usr/bin', '/bin'].map((at) => join(at, program)).find((at) => existsSync(at));
      if (real !== undefined) symlinkSync(real, join(folder, `${code}`, program));
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash ends each command with, as a registry run starts it, when every tool ends with `code`. */
async function endings(code: 0 | 1): Promise<number[]> {
  const each = 'for cmd; do bash -euo pipefail -c "$cmd" >/dev/null 2>&1 </dev/null && echo 0 || echo $?; done';
  const { stdout } = await promisify(execFile)('/bin/bash', ['-c', each, 'bash', ...asked.map(([cmd]) => cmd)], {
    cwd: join(folder, `${code}`, 'work'),
    env: { PATH: join(folder, `${code}`) },
    timeout: 60_000,
  });
  return stdout.trim().split('\n').map(Number);
}

test('bash passes exactly what is called an error, whether its tools pass or fail', async () => {
  const [good, bad] = await Promise.all([endings(0), endings(1)]);
  const passing = asked.filter((_, at) => good[at] === 0 && bad[at] === 0).map(([cmd]) => cmd);
  const errors = asked.filter(([, findings]) => findings.some((one) => one.startsWith('error '))).map(([cmd]) => cmd);
  expect(good).toHaveLength(asked.length);
  expect(passing.filter((cmd) => !CONDITIONAL.includes(cmd))).toEqual(errors);
});
