import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runRegistry, type RunOptions } from '../../../../src/commands/registry/run.ts';
import { readPerfRecord } from '../../../../src/core/attestation/perf-record.ts';

const REGISTRY = `[meta]
version = "1"

[gates."cpu:bench"]
tier = "a"
timeout_s = 60
cmd = 'bash bench.sh'

[gates."perf:baseline_delta"]
tier = "a"
kind = "perf"
compare_gate = "cpu:bench"
metric = "tps_p50"
metric_pattern = 'tps p50 = ([0-9.]+)'
direction = "higher"

[gates."perf:blind"]
tier = "a"
kind = "perf"
compare_gate = "cpu:bench"
metric = "tps_p50"

[bundles]
all = ["perf:baseline_delta"]
`;

let dir: string;
let top: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-C', top, '-c', 'user.name=M', '-c', 'user.email=m@example.invalid', ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  });

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'perf gate '));
  top = join(dir, 'repository');
  mkdirSync(top);
  git('init', '--quiet', '--initial-branch=main');
  for (const [name, speed] of [
    ['base', '100'],
    ['head', '80'],
  ] as const) {
    writeFileSync(join(top, 'speed'), speed);
    writeFileSync(join(top, 'bench.sh'), 'echo "step 3 tps p50 = $(cat speed).$((RANDOM % 9000 + 1000)) tok/s"\n');
    // The branch would like to be judged by another registry.
    writeFileSync(join(top, 'gates.toml'), name === 'base' ? REGISTRY : REGISTRY.replace('"higher"', '"lower"'));
    git('add', '--all');
    git('commit', '--quiet', '--message', `feat: ${name}`);
  }
  git('branch', 'stable', 'HEAD~1');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function row(options: RunOptions) {
  const { ok, json } = await runRegistry(join(top, 'gates.toml'), { base: 'stable', ...options }, () => undefined);
  return { ok, row: json.rows[0]!, why: json.rows[0]!.evidence[0]!.value };
}

test('A-69 a perf gate is judged by the registry of the base: 20 % less of what is better higher is a fail', async () => {
  const { ok, row: seen, why } = await row({ gate: 'perf:baseline_delta', baselineRef: 'stable', budgetPct: '-10' });
  expect([ok, seen.outcome, seen.reason, seen.ran]).toEqual([false, 'fail', 'budget', true]);
  expect(why).toMatch(/^over-budget: tps_p50 −(19|20)\.\d+ % \(.+\), budget -10 %$/);
  // What an attestation is recomputed from.
  const record = readPerfRecord(seen.evidence);
  expect(record).toMatchObject({
    gate: 'perf:baseline_delta',
    compare: 'cpu:bench',
    metric: 'tps_p50',
    status: 'fail',
  });
  expect(Number(record!.result) / Number(record!.baseline)).toBeCloseTo(0.8, 1);
});

test('within the budget it passes', async () => {
  expect(await row({ gate: 'perf:baseline_delta', budgetPct: '30' })).toMatchObject({
    ok: true,
    row: { outcome: 'pass' },
  });
});

test.each<[string, RunOptions, string]>([
  ['no budget', { gate: 'perf:baseline_delta' }, 'nobody gave a budget'],
  ['A-37 +900', { gate: 'perf:baseline_delta', budgetPct: '+900' }, 'is no budget'],
  ['no direction', { gate: 'perf:blind', budgetPct: '5' }, 'which way'],
])('%s is a fail', async (_, options, words) => {
  const { ok, row: seen, why } = await row(options);
  expect([ok, seen.outcome]).toEqual([false, 'fail']);
  expect(why).toContain(words);
});
