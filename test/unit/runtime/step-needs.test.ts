import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { findGate } from '../../../src/gates/index.ts';
import { gateInputs } from '../../../src/gates/inputs.ts';
import { runGate } from '../../../src/runtime/gate.ts';
import { said } from '../../fixtures/gates/observation.ts';
import { ScratchRepository } from '../../fixtures/gates/scratch-repository.ts';

const repo = new ScratchRepository();
const BUILT = ['{"reason":"compiler-artifact"}', '{"reason":"build-finished","success":true}'].join('\n');
const profile = `profile: combined
extends: node
title: Combined
setup: []
gates:
  features:
    settings: { combinations: [plain, gpu] }
    methods:
      - name: primary
        steps:
          - { id: gpu-build, argv: ['{node}', -e, 'throw 1'], parser: cargo-messages, needs: [no-such-compiler] }
          - { id: gpu-test, argv: ['{node}', -e, 'throw 2'], parser: node-tap, needs: [no-such-compiler] }
          - { id: plain-build, argv: ['{node}', -p, ${JSON.stringify(JSON.stringify(BUILT))}], parser: cargo-messages }
          - { id: plain-test, argv: ['{node}', --test, --test-reporter=tap], parser: node-tap, needs: [sh] }
`;

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  repo.write('Cargo.toml', '[package]\nname = "a"\n').write('profile.yml', profile);
  repo.write('a.test.mjs', "import { test } from 'node:test';\ntest('one', () => {});\n");
  repo.commit('feat: a crate');
});
afterAll(() => repo[Symbol.dispose]());

test('steps that need a program which is not there do not run, and those after them do', async () => {
  const inputs = gateInputs.parse({
    'working-directory': repo.dir,
    profile: 'combined',
    'profile-file': 'profile.yml',
  });
  const { result } = await runGate(findGate('features')!, inputs);
  expect([result.verdict, ...said(result)]).toEqual([
    'pass',
    'smoke: 1/2 ok, 1 skipped',
    'plain: pass: 1/1 pass',
    'gpu: skipped: not installed: no-such-compiler',
  ]);
});
