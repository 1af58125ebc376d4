import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { perfMeasurementSchema, resultOf } from '../../../../src/core/perf/report.ts';
import { comparePerformance } from '../../../../src/runtime/perf/compare.ts';
import type { ComparisonRequest, NamedCommit } from '../../../../src/runtime/perf/request.ts';

// Real repositories and processes. What is measured is a number in a file and noise of the shell, so no machine is too busy for it.
let dir: string;
let top: string;
let temp: string;
const before = process.env['RUNNER_TEMP'];

// Noise below the tenth of a budget of 5 % that a self-test overlooks, so that no outcome depends on chance.
const BENCH = 'echo "cost_ms: $(cat cost).$((RANDOM % 4000 + 1000)) ms"\n';

function git(...args: string[]): string {
  return execFileSync('git', ['-C', top, '-c', 'user.name=M', '-c', 'user.email=m@example.invalid', ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
}

/** A commit on `main` with these files; text undefined: a link to /etc. */
function commit(files: Readonly<Record<string, string | undefined>>): NamedCommit {
  git('checkout', '--quiet', '--detach', 'main');
  for (const [path, text] of Object.entries(files)) {
    rmSync(join(top, path), { recursive: true, force: true });
    if (text === undefined) symlinkSync('/etc', join(top, path));
    else writeFileSync(join(top, path), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'feat: try');
  return { ref: 'try', sha: git('rev-parse', 'HEAD') };
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'perf compare '));
  [top, temp] = [join(dir, 'repository'), join(dir, 'temp')];
  mkdirSync(top);
  mkdirSync(temp);
  process.env['RUNNER_TEMP'] = temp;
  git('init', '--quiet', '--initial-branch=main');
  writeFileSync(join(top, 'cost'), '100');
  writeFileSync(join(top, 'bench.sh'), BENCH);
  writeFileSync(join(top, 'out.json'), '{"cost_ms": 1}');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'feat: first');
});
// Whatever happens, nothing is left and the repository is as it was.
afterEach(() => {
  expect(readdirSync(temp)).toEqual([]);
  expect(git('worktree', 'list').split('\n')).toHaveLength(1);
  expect(git('status', '--porcelain')).toBe('');
});
afterAll(() => {
  if (before === undefined) delete process.env['RUNNER_TEMP'];
  else process.env['RUNNER_TEMP'] = before;
  rmSync(dir, { recursive: true, force: true });
});

async function compare(files: Readonly<Record<string, string | undefined>>, change: Partial<ComparisonRequest> = {}) {
  const head = commit(files);
  const measured = await comparePerformance(
    {
      repository: top,
      base: { ref: 'main', sha: git('rev-parse', 'main') },
      head,
      command: ['bash', 'bench.sh'],
      metric: 'cost_ms',
      budgetPct: '5',
      direction: 'lower',
      minRuns: 5,
      maxRuns: 10,
      warmup: 1,
      runMs: 20_000,
      buildMs: 20_000,
      totalMs: 60_000,
      fromBase: [],
      env: {},
      lent: [],
      isolated: false,
      ...change,
    },
    { log: () => undefined },
  );
  // A report is read back as it is written, and its verdict follows from it.
  expect(perfMeasurementSchema.parse(JSON.parse(JSON.stringify(measured)))).toEqual(measured);
  return { ...resultOf(measured), measured };
}

describe('base and head', () => {
  test('20 % slower fails, and the report holds every run', async () => {
    const { verdict, reason, numbers, measured } = await compare({ cost: '120' });
    expect([verdict, reason]).toEqual(['fail', 'over-budget']);
    expect(Number(numbers!.deltaPct)).toBeGreaterThan(18);
    expect(Number(numbers!.deltaPct)).toBeLessThan(22);
    expect(measured.runs.map(({ side }) => side[0]).join('')).toBe('bhbhbhbhbhb');
    expect(measured.selfTest).toHaveLength(11);
    expect(measured.runs[0]).toMatchObject({ unit: 'ms', machine: measured.machine.fingerprint });
  });

  test('nothing changed passes', async () => {
    expect(await compare({ note: 'x' })).toMatchObject({ verdict: 'pass', reason: 'within-budget' });
  });

  test('run in turns, the first ones for nothing, each in a tree and a build of its own', async () => {
    const shared = mkdtempSync(join(dir, 'shared-'));
    await compare(
      { cost: '120' },
      {
        lent: [shared],
        env: { SHARED: shared },
        build: ['bash', '-c', 'cp cost "$CARGO_TARGET_DIR.built" && echo "build $PWD" >> "$SHARED/log"'],
        command: ['bash', '-c', `echo "run $PWD" >> "$SHARED/log"; cp "$CARGO_TARGET_DIR.built" cost; ${BENCH}`],
      },
    );
    const log = readFileSync(join(shared, 'log'), 'utf8').trim().split('\n');
    const sides = log.map((line) => /^(\w+) .*\/([a-z-]+)\/tree$/.exec(line)!.slice(1).join(' '));
    const turns = (other: string, count: number) =>
      Array.from({ length: count }, (_, i) => `run ${i % 2 === 0 ? 'base' : other}`);
    expect(sides).toEqual([
      'build base',
      'build base-again',
      'build head',
      ...turns('base-again', 2),
      ...turns('base-again', 11),
      ...turns('head', 2),
      ...turns('head', 11),
    ]);
  });

  test('head cannot reach the tree of base', async () => {
    const reach = 'echo 900 > ../../base/tree/cost 2>/dev/null || true\n';
    const { measured, verdict } = await compare({ cost: '120', 'bench.sh': reach + BENCH });
    if (measured.machine.isolation.startsWith('namespace')) expect(verdict).toBe('fail');
  });

  test('head cannot change the benchmark where base has the word', async () => {
    const files = { cost: '120', 'bench.sh': 'echo "cost_ms: 80.$RANDOM ms"\n' };
    expect(await compare(files)).toMatchObject({ verdict: 'pass' });
    expect(await compare(files, { fromBase: ['bench.sh'] })).toMatchObject({ verdict: 'fail', reason: 'over-budget' });
  });

  test('a harness that finds base slower than base fails itself and says nothing of head', async () => {
    const { reason, words, measured } = await compare(
      { cost: '120' },
      { command: ['bash', '-c', `case $PWD in *again*) echo 110 > cost;; esac; ${BENCH}`] },
    );
    expect(reason).toBe('harness');
    expect(words).toContain('nothing is said of head');
    expect(measured.runs).toEqual([]);
  });
});

describe('what is no measurement fails with its reason', () => {
  test.each<[string, Record<string, string | undefined>, Partial<ComparisonRequest>, string, string]>([
    [
      'a run that fails',
      { 'bench.sh': 'echo broken >&2; exit 3\n' },
      {},
      'run',
      'of head ended with exit 3; its last line: broken',
    ],
    ['a build that fails', {}, { build: ['false'] }, 'build', 'Build of base ended with exit 1'],
    ['a command that is not there', {}, { command: ['no-such-tool'] }, 'run', 'of base'],
    ['no metric', { 'bench.sh': 'echo fine\n' }, {}, 'missing-metric', 'no cost_ms in the output'],
    ['A-36 NaN', { 'bench.sh': 'echo cost_ms: NaN\n' }, {}, 'missing-metric', 'no plain decimal'],
    ['A-37 a baseline of 0', {}, { command: ['echo', 'cost_ms: 0'] }, 'not-positive', 'nothing is a share of zero'],
    ['a constant', { 'bench.sh': 'echo cost_ms: 90.5 ms\n' }, {}, 'constant', 'All 5 runs of head'],
    ['another unit', { 'bench.sh': BENCH.replace(' ms"', ' s"') }, {}, 'unit', '"s"'],
    ['a JSON file that lay there before', {}, { jsonFile: 'out.json' }, 'missing-metric', 'wrote no out.json'],
    ['a JSON file outside of the tree', { link: undefined }, { jsonFile: 'link/passwd' }, 'missing-metric', 'wrote no'],
    ['no time', {}, { totalMs: 1 }, 'time-limit', 'is used up'],
  ])('%s', async (_, files, change, reason, words) => {
    const result = await compare(files, change);
    expect([result.verdict, result.reason]).toEqual(['fail', reason]);
    expect(result.words).toContain(words);
    expect(result.fix).not.toBe('');
  });

  test('a run that hangs is ended with its children', async () => {
    const shared = mkdtempSync(join(dir, 'shared-'));
    const bench = 'sleep 347.25 & echo $! > "$SHARED/child"; wait\n';
    const change = { lent: [shared], env: { SHARED: shared }, runMs: 1500, command: ['bash', '-c', bench] };
    const { reason, words } = await compare({}, change);
    expect(reason).toBe('timeout');
    expect(words).toContain('did not end within 1.5 s');
    expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toMatch(/^sleep 347.25$/m);
  });
});
