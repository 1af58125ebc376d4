import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PerfAnswer } from '../../src/commands/perf/run.ts';
import { blocksOf, root } from '../docs/page.ts';

// The built CLI as a person uses it.
const page = 'docs/performance-budgets.md';
const cli = join(root, 'dist/cli/index.js');
let dir: string;
let temp: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'perf page '));
  temp = join(dir, 'temp');
  mkdirSync(temp);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(GITHUB_|RUNNER_|NODE_OPTIONS|GIT_)/.test(name));
  return { ...Object.fromEntries(kept), CLI: cli, NODE: process.execPath, RUNNER_TEMP: temp };
}

function shell(script: string, cwd: string) {
  const own = 'bitnet-flow() { "$NODE" "$CLI" "$@"; }\n';
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', own + script], {
    cwd,
    encoding: 'utf8',
    env: environment(),
  });
  return { status, stdout, stderr };
}

test('the page is true: its program is slower by 20 %, which fails 5 % and passes 30 %, and nothing is left behind', () => {
  const [make, fails, passes, ...more] = blocksOf(page).filter(({ language }) => language === 'sh');
  expect([fails?.file, passes?.file, more]).toEqual(['exit=1', 'exit=0', []]);
  expect(shell(make!.text, dir)).toMatchObject({ status: 0 });
  const at = join(dir, 'try');
  const failed = shell(fails!.text, at);
  expect([failed.status, failed.stdout]).toEqual([1, expect.stringContaining('✗ fail (over-budget)')]);
  expect(failed.stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  expect(failed.stdout).not.toContain('\u001b');
  const passed = shell(passes!.text, at);
  expect([passed.status, passed.stdout]).toEqual([0, expect.stringContaining('✓ pass (within-budget)')]);
  const answer = JSON.parse(readFileSync(join(dir, 'report/perf.json'), 'utf8')) as PerfAnswer;
  expect(answer.measured.runs).toHaveLength(21);
  expect(Number(answer.numbers!.deltaPct)).toBeCloseTo(20, -1);
  expect(readFileSync(join(dir, 'report/perf.md'), 'utf8')).toContain('xychart-beta');
  expect(readdirSync(temp)).toEqual([]);
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: at, encoding: 'utf8' })).toBe('');
});

test('a command line that asks for nothing is refused with its fix', () => {
  const at = join(dir, 'try');
  for (const [args, words] of [
    ['--base main --metric step_ms --budget 5 --direction lower', 'give a command behind --'],
    ['--base main --metric step_ms --direction lower -- bash bench.sh', '(--budget)'],
    ['--base main --budget 5 --direction lower -- bash bench.sh', '(--metric)'],
    ['--base nowhere --metric step_ms --budget 5 --direction lower -- bash bench.sh', 'is no commit'],
    ['--base main --metric step_ms --budget +900 --direction lower -- bash bench.sh', 'is no budget'],
    ['--base main --gate perf:x --budget 5', 'is not in the base'],
  ] as const) {
    const { status, stderr } = shell(`bitnet-flow perf ${args}`, at);
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
    expect(stderr).toContain('Fix: ');
  }
});

test('the action says the same by outputs, summary and exit code', () => {
  const [output, summary] = [join(dir, 'output'), join(dir, 'summary')];
  for (const file of [output, summary]) writeFileSync(file, '');
  const inputs = { BASE: 'main', COMMAND: 'bash bench.sh', METRIC: 'step_ms', 'BUDGET-PCT': '5', DIRECTION: 'lower' };
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'dist/perf-baseline-delta.js')], {
    cwd: join(dir, 'try'),
    encoding: 'utf8',
    env: {
      ...environment(),
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
      'INPUT_MIN-RUNS': '5',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
    },
  });
  expect([status, stdout]).toEqual([
    1,
    expect.stringContaining('::error title=fail (over-budget)::step_ms changes by'),
  ]);
  const told = readFileSync(output, 'utf8');
  const toldOf = (name: string) => new RegExp(`^${name}<<(\\S+)\\n(.*)\\n\\1$`, 'm').exec(told)?.[2];
  expect([toldOf('verdict'), toldOf('reason')]).toEqual(['fail', 'over-budget']);
  // The program's noise is below 1, so that the change lies between 120.1 / 101 and 121 / 100.1, and may be written as `20`.
  expect(Number(toldOf('delta-pct'))).toBeGreaterThan(18.9);
  expect(Number(toldOf('delta-pct'))).toBeLessThan(20.9);
  expect(readFileSync(summary, 'utf8')).toContain('❌ fail (over-budget)');
  expect(readdirSync(temp)).toEqual(['bitnet-flow']);
  expect(readdirSync(join(temp, 'bitnet-flow'))).toEqual(['perf-baseline-delta.json']);
  rmSync(join(temp, 'bitnet-flow'), { recursive: true });
});

test('Ctrl-C ends the command with its children and removes the trees', async () => {
  const at = join(dir, 'try');
  const args = ['perf', '--base', 'main', '--metric', 'x', '--budget', '5', '--direction', 'lower', '--', 'bash', '-c'];
  const child = spawn(process.execPath, [cli, ...args, 'sleep 348.5 & wait'], {
    cwd: at,
    env: environment(),
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const sleeping = () => /^sleep 348\.5$/m.test(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }));
  for (let i = 0; i < 300 && !sleeping(); i++) await pause(100);
  expect(sleeping()).toBe(true);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  for (let i = 0; i < 50 && sleeping(); i++) await pause(100);
  expect(sleeping()).toBe(false);
  expect(readdirSync(temp)).toEqual([]);
  expect(existsSync(join(at, '.git/worktrees'))).toBe(false);
}, 60_000);
