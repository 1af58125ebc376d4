import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runRegistry, type RunOptions } from '../../../../src/commands/registry/run.ts';
import type { GateRow } from '../../../../src/core/gate-registry/outcome.ts';
import { runReportSchema, type RunReport } from '../../../../src/core/gate-registry/run-report.ts';
import { gateRegistry } from '../../../../src/flow/tier-actions.ts';
import { run as runAction } from '../../../../src/runtime/gate-registry/action.ts';
import { registryEnvironment } from '../../../../src/runtime/gate-registry/command.ts';
import { makePrivateFolders } from '../../../../src/runtime/process/environment.ts';

// Real commands of a real registry in a repository of its own: nothing is replaced but the environment.
let base: string;
let repository: string;
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=M', '-c', 'user.email=m@example.invalid', ...args], {
    cwd: repository,
    encoding: 'utf8',
  }).trim();

const REGISTRY = `[meta]
version = "1"

[gates."demo:pass"]
tier = "b"
timeout_s = 30
requires_files = ["configs/tiny.toml"]
cmd = "test -f configs/tiny.toml; printf built > made; printf '3 passed in 0.01s\\n'"

[gates."demo:fail"]
tier = "b"
timeout_s = 30
cmd = """
test -f made
printf '::error::not a command\\n'
false | cat
touch never
"""

[gates."demo:hang"]
tier = "b"
timeout_s = 1
cmd = "(tail -f /dev/null; printf x) & tail -f /dev/null"

[gates."demo:env"]
tier = "b"
timeout_s = 30
requires = ["DEMO_DATA", "DEMO_RUNS"]
cmd = "test -d \${DEMO_DATA}; printf ok > \${DEMO_RUNS}/out"

[gates."demo:external"]
tier = "b"
kind = "external"
note = "by hand"

[gates."demo:gpu"]
tier = "b"
gpus = 64
timeout_s = 30
cmd = "nvidia-smi"

[gates."demo:vacuous"]
tier = "b"
timeout_s = 30
cmd = "python3 -c 'print(\\"no tests ran in 0.01s\\")' || exit 9; test ! -e never"

[gates."demo:link"]
tier = "b"
timeout_s = 30
requires_files = ["linked"]
cmd = "cat linked"

[gates."demo:spy"]
tier = "b"
timeout_s = 30
cmd = "env | sort > seen; ! grep -E '^(GITHUB|ACTIONS|RUNNER|INPUT|DEMO)_' seen"

[gates."perf:delta"]
tier = "b"
kind = "perf"
compare_gate = "demo:env"
metric = "x"
direction = "higher"

[bundles]
five = ["demo:pass", "demo:fail", "demo:hang", "demo:env", "demo:external", "demo:pass"]
rest = ["demo:gpu", "demo:vacuous", "demo:link", "demo:spy", "perf:delta"]
`;

beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'registry-run-')));
  repository = join(base, 'repository');
  mkdirSync(join(repository, 'configs'), { recursive: true });
  writeFileSync(join(repository, 'configs/tiny.toml'), 'steps = 5\n');
  writeFileSync(join(repository, 'gates.toml'), REGISTRY);
  symlinkSync('/etc/passwd', join(repository, 'linked'));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const run = async (options: RunOptions) => {
  const lines: string[] = [];
  const end = await runRegistry(join(repository, 'gates.toml'), options, (line) => void lines.push(line));
  const { ok, json } = end;
  return { ok, json, lines, shown: end.lines, rows: new Map(json.rows.map((row) => [row.id, row])) };
};
const said = (row: GateRow | undefined): string => `${row?.outcome} ${row?.reason ?? ''} ${row?.evidence[0]!.value}`;

describe('a bundle with real commands', () => {
  test('one passes, one fails, one hangs with a child, one lacks its variables, one is external: a row each, and nothing is left behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('bitnet-flow-registry'));
    const { ok, json, rows, lines } = await run({ bundle: 'five' });
    expect([...rows.keys()]).toEqual(['demo:pass', 'demo:fail', 'demo:hang', 'demo:env', 'demo:external']);
    expect([...rows.values()].map(said)).toEqual([
      'pass  exit 0; pytest: 3 passed',
      'fail exit exit 1',
      'fail timeout timeout after 1 s; every process of it was ended',
      'fail missing-env missing env: DEMO_DATA, DEMO_RUNS',
      'pending external not attested; note: by hand',
    ]);
    expect([ok, json.verdict, json.registry.commit]).toEqual([false, 'fail', null]);
    // Everything was looked at before the first one ran.
    const first = lines.findIndex((line) => line.includes('begins'));
    expect(lines.slice(0, first).filter((line) => line.startsWith('preflight '))).toHaveLength(5);
    // What a gate prints cannot be a command of the runner.
    expect(lines.some((line) => line.startsWith('::'))).toBe(false);
    expect(rows.get('demo:hang')!.evidence.find(({ key }) => key === 'isolation')!.value).not.toBe('');
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('bitnet-flow-registry'))).toEqual(before);
    expect(git('status', '--short')).toBe('');
    expect(processesIn(base)).toEqual([]);
  });

  test('no GPU, a summary that says nothing ran, a link, an environment without tokens, a measurement that is not there', async () => {
    process.env['GITHUB_TOKEN'] = 'ghs_not_for_gates';
    writeFileSync(join(repository, 'draft.txt'), 'x');
    try {
      const { rows, lines, shown } = await run({ bundle: 'rest' });
      // What is not committed is named before anything runs, and with the result.
      const judged = `commit ${git('rev-parse', 'HEAD').slice(0, 12)}, without what is not committed: draft.txt`;
      expect([lines[0], shown[2]]).toEqual([`judges ${judged}`, judged]);
      expect([...rows.values()].map(said)).toEqual([
        expect.stringMatching(/^skipped no-gpu-available needs 64 GPUs; the runner has/),
        'fail vacuous pytest: 0 passed: pytest ran nothing',
        'fail missing-files missing files: linked',
        'pass  exit 0',
        'fail missing-env missing env: DEMO_DATA, DEMO_RUNS',
      ]);
      expect(lines.join('\n')).not.toContain('ghs_not_for_gates');
    } finally {
      delete process.env['GITHUB_TOKEN'];
      rmSync(join(repository, 'draft.txt'));
    }
  });

  test('A-63 a gate gets the variables and the folders that it asks for, and their values are never printed', async () => {
    const [data, runs] = ['data', 'runs'].map((name) => join(base, name)) as [string, string];
    for (const folder of [data, runs]) mkdirSync(folder, { recursive: true });
    Object.assign(process.env, { DEMO_DATA: data, DEMO_RUNS: runs });
    try {
      const { rows, lines, json } = await run({ gate: 'demo:env' });
      expect(said(rows.get('demo:env'))).toBe('pass  exit 0');
      expect(readFileSync(join(runs, 'out'), 'utf8')).toBe('ok');
      expect([lines.join('\n'), JSON.stringify(json)].filter((text) => text.includes(base))).toEqual([]);
      expect(said((await run({ gate: 'perf:delta' })).rows.get('perf:delta'))).toMatch(
        /^fail budget .*no base to compare with/,
      );
    } finally {
      delete process.env['DEMO_DATA'];
      delete process.env['DEMO_RUNS'];
    }
  });
});

test('A-69 with a base the registry is the base’s: a branch that weakens a gate changes nothing', async () => {
  const main = git('rev-parse', 'HEAD');
  writeFileSync(join(repository, 'gates.toml'), REGISTRY.replace('test -f made\n', '').replace('false | cat', 'ls'));
  git('commit', '-q', '-am', 'weaker');
  try {
    expect(said((await run({ gate: 'demo:fail' })).rows.get('demo:fail'))).toBe('pass  exit 0');
    const { rows, json } = await run({ gate: 'demo:fail', base: main });
    expect([json.registry.commit, json.sha, said(rows.get('demo:fail'))]).toEqual([
      main,
      git('rev-parse', 'HEAD'),
      'fail exit exit 1',
    ]);
    await expect(run({ gate: 'demo:fail', base: 'nowhere' })).rejects.toThrow('is no commit of this checkout');
    // The action: from the base that it is given or that its event names, and on the commit that was approved alone.
    const head = git('rev-parse', 'HEAD');
    writeFileSync(join(base, 'event.json'), JSON.stringify({ pull_request: { base: { sha: main } } }));
    for (const [inputs, event] of [
      [{ base: main, sha: head }, '/nowhere'],
      [{}, join(base, 'event.json')],
    ] as const) {
      const { registry, rows } = await runAsAction(inputs, event);
      expect([registry.commit, rows.map(({ outcome }) => outcome)]).toEqual([main, ['fail']]);
    }
    await expect(runAsAction({ base: main, sha: main }, '/nowhere')).rejects.toThrow(`the checkout is at ${head}, not`);
    await expect(runAsAction({}, '/nowhere')).rejects.toThrow('there is no base to read the registry from');
  } finally {
    git('reset', '-q', '--hard', main);
  }
});

/** Runs `demo:fail` by the action, in this process; gives its report. */
async function runAsAction(inputs: { base?: string; sha?: string }, event: string): Promise<RunReport> {
  const files = { GITHUB_OUTPUT: join(base, 'output'), GITHUB_STEP_SUMMARY: join(base, 'summary') };
  const told = { ...files, GITHUB_EVENT_PATH: event, RUNNER_TEMP: base };
  const before = Object.keys(told).map((name) => [name, process.env[name]] as const);
  for (const file of Object.values(files)) writeFileSync(file, '');
  Object.assign(process.env, told);
  // Commands to a runner, which may be the one that runs this test.
  const write = process.stdout.write;
  process.stdout.write = () => true;
  try {
    const given = { registry: 'gates.toml', 'single-gate': 'demo:fail', 'working-directory': repository, ...inputs };
    const asked = gateRegistry.inputs.parse({ ...given, 'hand-over': 'true' });
    await runAction(asked, Object.keys(gateRegistry.outputs));
    const [, results] = /^results<<(?:\S+)\n(.*)\n/m.exec(readFileSync(files.GITHUB_OUTPUT, 'utf8'))!;
    return runReportSchema.parse(JSON.parse(results!));
  } finally {
    process.stdout.write = write;
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

test('A-68 whatever a registry asks for, no gate is given what belongs to the runner', () => {
  const folders = makePrivateFolders(join(base, 'folders'));
  const gate = {
    id: 'a:b',
    tier: 'a',
    kind: 'cmd',
    timeout: 1,
    gpus: 0,
    requiresFiles: [],
    requires: ['GITHUB_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'PATH', 'HOME', 'BASH_ENV', 'data_root'],
  } as const;
  const from = {
    GITHUB_TOKEN: 'x',
    ACTIONS_RUNTIME_TOKEN: 'x',
    PATH: '/usr/bin:/bin',
    HOME: '/home/x',
    BASH_ENV: 'x',
    data_root: '/d',
    SECRET: 'x',
    CUDA_VISIBLE_DEVICES: '0',
  };
  const env = registryEnvironment(gate, { folders, workTree: repository, env: from });
  expect(
    Object.keys(env)
      .filter((name) => Object.hasOwn(from, name))
      .sort(),
  ).toEqual(['CUDA_VISIBLE_DEVICES', 'HOME', 'PATH', 'data_root']);
  expect(env['HOME']).toBe(folders.home);
});

/** Command lines of processes that work below a folder. */
function processesIn(folder: string): string[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').flatMap((id) => {
    try {
      return realpathSync(`/proc/${id}/cwd`).startsWith(folder) ? [readFileSync(`/proc/${id}/cmdline`, 'utf8')] : [];
    } catch {
      return [];
    }
  });
}
