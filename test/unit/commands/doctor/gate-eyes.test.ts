import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { methodSeen } from '../../../../src/commands/doctor/gate-eyes.ts';
import type { GateMethod } from '../../../../src/core/profile.ts';

test('a plugin whose compiler is there and which is not itself is missing; needs that are not there are missing or left out', async () => {
  const path = mkdtempSync(join(tmpdir(), 'doctor-eyes-'));
  try {
    const program = (name: string) => writeFileSync(join(path, name), '#!/bin/sh\n', { mode: 0o755 });
    const eyes = { path, version: (argv: readonly string[]) => Promise.resolve(`${argv[0]} 1.0`) };
    const fuzz: GateMethod = {
      name: 'primary',
      steps: [
        {
          id: 'fuzz',
          kind: 'command',
          argv: ['cargo', '+nightly', 'fuzz', 'run'],
          version: ['rustc', '+nightly', '--version'],
          parser: 'none',
          needs: ['no-such-gpu'],
        },
      ],
    };
    const seen = async (judgesUnmet: boolean) => {
      const { tools, leftOut } = await methodSeen(fuzz, judgesUnmet, eyes);
      return [tools.map(({ tool, version }) => [tool.name, version]), leftOut];
    };
    expect(await seen(true)).toEqual([[['cargo fuzz', undefined]], [{ step: 'fuzz', needs: 'no-such-gpu' }]]);
    program('cargo-fuzz');
    expect(await seen(false)).toEqual([
      [
        ['cargo fuzz', 'rustc 1.0'],
        ['no-such-gpu', undefined],
      ],
      [],
    ]);
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
});
