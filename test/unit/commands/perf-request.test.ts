import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PerfOptions } from '../../../src/commands/perf/options.ts';
import { readRequest } from '../../../src/commands/perf/request.ts';

const REGISTRY = `[meta]
version = "1"
[gates."gpu:tiny"]
tier = "b"
timeout_s = 90
requires = ["PERF_TEST_DATA"]
cmd = "python3 train.py"
[gates."perf:baseline_delta"]
tier = "b"
kind = "perf"
compare_gate = "gpu:tiny"
metric = "node_tps_p50"
direction = "higher"
[bundles]
all = ["gpu:tiny", "perf:baseline_delta"]
`;
const CONTRACT = `nmoe: { issue: 03a, slug: attention, kind: perf, risk: hot, complexity: M }
scope: { allow: [nmoe/**] }
contract: { invariants: [] }
gates:
  required: [gpu:tiny]
  perf: { gate: perf:baseline_delta, metric: node_tps_p50, baseline_ref: stable, budget_pct: -10 }
`;
const USUAL: PerfOptions = {
  dir: '.',
  head: 'HEAD',
  registry: 'configs/gates.toml',
  minRuns: 10,
  maxRuns: 40,
  warmup: 1,
  runTimeout: 600,
  buildTimeout: 1800,
  timeLimit: 3600,
};
const BY_HAND = { base: 'stable', metric: 'ms', budget: '5', direction: 'lower' } as const;

let top: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-C', top, '-c', 'user.name=M', '-c', 'user.email=m@example.invalid', ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
const ask = (options: Partial<PerfOptions>, command: readonly string[] = []) =>
  readRequest(command, { ...USUAL, dir: top, ...options });

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'perf request '));
  mkdirSync(join(top, 'configs'));
  git('init', '--quiet', '--initial-branch=main');
  writeFileSync(join(top, 'configs/gates.toml'), REGISTRY);
  writeFileSync(join(top, 'contract.yml'), CONTRACT);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'feat: base');
  git('branch', 'stable');
  writeFileSync(join(top, 'configs/gates.toml'), REGISTRY.replace('"higher"', '"lower"'));
  git('commit', '--quiet', '--all', '--message', 'feat: another direction');
  process.env['PERF_TEST_DATA'] = 'some value';
});
afterAll(() => {
  delete process.env['PERF_TEST_DATA'];
  rmSync(top, { recursive: true, force: true });
});

test('a contract names gate, metric, base and budget; A-69 command and direction come from the registry of the base', async () => {
  expect(await ask({ contract: join(top, 'contract.yml') })).toMatchObject({
    gate: 'perf:baseline_delta',
    compare: 'gpu:tiny',
    command: ['bash', '-euo', 'pipefail', '-c', 'python3 train.py'],
    metric: 'node_tps_p50',
    direction: 'higher',
    budgetPct: '-10',
    base: { ref: 'stable', sha: git('rev-parse', 'stable') },
    head: { ref: 'HEAD', sha: git('rev-parse', 'main') },
    runMs: 90_000,
    env: { PERF_TEST_DATA: 'some value' },
  });
});

test('by hand everything is said on the command line', async () => {
  const request = await ask({ ...BY_HAND, jsonFile: './out/a.json', fromBase: ['configs/'], build: 'make' }, [
    './run',
    'x',
  ]);
  expect(request).toMatchObject({
    command: ['./run', 'x'],
    build: ['bash', '-euo', 'pipefail', '-c', 'make'],
    jsonFile: 'out/a.json',
    fromBase: ['configs'],
    totalMs: 3_600_000,
  });
});

describe('what is not enough is refused with its fix', () => {
  test.each<[string, Partial<PerfOptions>, readonly string[], string]>([
    [
      'a gate and a command',
      { gate: 'perf:baseline_delta', base: 'stable', budget: '5' },
      ['make'],
      'command of its own',
    ],
    ['a direction beside a gate', { ...BY_HAND, gate: 'perf:baseline_delta' }, [], 'the registry says it'],
    ['a gate that is none', { gate: 'perf:x', base: 'stable', budget: '5' }, [], 'no such gate'],
    ['a gate that compares nothing', { gate: 'gpu:tiny', base: 'stable', budget: '5' }, [], 'compares nothing'],
    ['no base', { metric: 'ms', budget: '5', direction: 'lower' }, ['make'], 'is not given'],
    ['a base that is an option', { ...BY_HAND, base: '--all' }, ['make'], 'is no commit'],
    ['fewer runs at most than at least', { ...BY_HAND, minRuns: 10, maxRuns: 9 }, ['make'], 'fewer than'],
    ['A-37 a budget of +900', { ...BY_HAND, budget: '+900' }, ['make'], 'is no budget'],
    ['a metric that is markup', { ...BY_HAND, metric: '<b>' }, ['make'], 'no name of a metric'],
    ['a pattern that does not compile', { ...BY_HAND, pattern: '(' }, ['make'], 'Invalid regular expression'],
    ['a file outside of the tree', { ...BY_HAND, jsonFile: '../x' }, ['make'], 'no path inside'],
    [
      'A-69 a benchmark that base does not have',
      { ...BY_HAND, fromBase: ['bench'] },
      ['make'],
      '"bench" is not in base (stable)',
    ],
    ['a commit and itself', { ...BY_HAND, base: 'main' }, ['make'], 'are the same commit'],
    ['a pattern without a group', { ...BY_HAND, pattern: 'ms' }, ['make'], 'captures nothing'],
    ['the git directory', { ...BY_HAND, fromBase: ['.GIT/hooks'] }, ['make'], 'no path inside'],
  ])('%s', async (_, options, command, words) => {
    await expect(ask(options, command)).rejects.toThrow(
      expect.objectContaining({ code: 'bad-input', message: expect.stringContaining(words), fix: expect.any(String) }),
    );
  });

  test('variables that a gate needs are named, and their values are not', async () => {
    delete process.env['PERF_TEST_DATA'];
    try {
      await expect(ask({ gate: 'perf:baseline_delta', base: 'stable', budget: '5' })).rejects.toThrow('PERF_TEST_DATA');
    } finally {
      process.env['PERF_TEST_DATA'] = 'some value';
    }
  });
});
