import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { judgeable } from '../../../src/core/method-run.ts';
import { toolOf } from '../../../src/core/tools.ts';
import { BUILT_IN_PROFILES, loadProfile } from '../../../src/runtime/profile.ts';
import { command, observe } from '../../fixtures/gates/observation.ts';

test.each<[string[], string, string]>([
  [['cargo', 'audit', '--json'], 'cargo audit', 'cargo install --locked cargo-audit@0.22.2'],
  [['cargo', 'deny', '--format', 'json'], 'cargo deny', 'cargo install --locked cargo-deny@0.20.2'],
  [['cargo', 'nextest', 'run'], 'cargo nextest', 'cargo install --locked cargo-nextest@0.9.151'],
  [['cargo-mutants', 'mutants', '--in-diff'], 'cargo mutants', 'cargo install --locked cargo-mutants@27.1.0'],
  [
    ['cargo', '+nightly', 'fuzz', 'run'],
    'cargo fuzz',
    'cargo install --locked cargo-fuzz@0.13.2 && rustup toolchain install nightly',
  ],
  [['cargo', 'fmt', '--check'], 'cargo fmt', 'rustup component add rustfmt'],
  [['cargo', 'bench', '--workspace'], 'cargo', "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh"],
  [['python3', '-m', 'pytest'], 'python3 -m pytest', 'python3 -m pip install pytest==9.2.0'],
  [['ruff', 'check'], 'ruff', 'python3 -m pip install ruff==0.14.5'],
  [['{node}', '{bin:tsc}', '--noEmit'], 'tsc', 'npm install --save-dev --save-exact typescript@6.0.3'],
  [['{node}', '--test'], 'node', 'install Node 20 or newer, see https://nodejs.org'],
  [['nvcc'], 'nvcc', 'install CUDA, see https://developer.nvidia.com/cuda-downloads'],
])('%j is known and can be installed', (argv, name, install) => {
  expect(toolOf(argv)).toMatchObject({ name, install });
  expect(toolOf(argv).lookedFor).not.toBe('');
});

test('a program that only its own profile knows is looked for on PATH, and nobody knows how it is installed', () => {
  expect(toolOf(['made-up', '--version'])).toEqual({ name: 'made-up', lookedFor: 'made-up on PATH' });
  expect(toolOf(['launcher', 'test'])).toEqual({ name: 'launcher test', lookedFor: 'launcher on PATH' });
  expect(toolOf(['{node}', '{bin:own-bin}']).install).toBeUndefined();
  expect(toolOf(['constructor']).install).toBeUndefined();
});

test('every step of a built-in profile starts a tool of the table', () => {
  for (const name of BUILT_IN_PROFILES)
    for (const gate of Object.values(loadProfile(name).gates))
      for (const { kind, argv, needs = [] } of gate.methods.flatMap(({ steps }) => steps))
        for (const tool of kind === 'parity' ? [] : [toolOf(argv), ...needs.map((one) => toolOf([one]))])
          expect([tool.name, tool.install]).toEqual([tool.name, expect.any(String)]);
});

test('packages of the sample are those of the table', () => {
  const sample = new URL('../../../examples/node-ternary/repo/package.json', import.meta.url);
  const { devDependencies } = JSON.parse(readFileSync(sample, 'utf8')) as { devDependencies: Record<string, string> };
  expect(['prettier', 'eslint', 'tsc'].map((bin) => toolOf([`{bin:${bin}}`]).version)).toEqual(
    ['prettier', 'eslint', 'typescript'].map((name) => devDependencies[name]),
  );
});

describe('a gate whose tools are missing', () => {
  const skipped = (argv: string[], exitCode: number | null, over = {}) =>
    judgeable(observe([command('none', '', '', exitCode, { argv, missing: true, ...over })]), 'gate');
  test('says the same as doctor: the tool, where it was looked for and how it is installed', () => {
    expect(skipped(['cargo', 'audit', '--json'], 101)).toMatchObject({
      verdict: 'skipped',
      reason: 'missing-tool',
      evidence: [{ value: 'tool missing: cargo audit (to install: cargo install --locked cargo-audit@0.22.2)' }],
      rows: [
        {
          item: 'cargo audit',
          status: 'missing',
          detail: 'looked for: cargo-audit on PATH; to install: cargo install --locked cargo-audit@0.22.2',
        },
      ],
    });
  });

  test('a launcher that is not there is the tool itself, a package of JavaScript is not its node', () => {
    expect(skipped(['cargo', 'audit'], null)).toMatchObject({ rows: [{ item: 'cargo' }] });
    expect(skipped(['{node}', '{bin:prettier}'], null)).toMatchObject({ rows: [{ item: 'prettier' }] });
  });
});
