import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/commands/doctor/diagnose.ts';
import { LABELS } from '../../src/flow/labels.ts';
import type { RepositorySettings } from '../../src/local/github/settings.ts';
import { startGitHub, type GitHubStandIn } from '../../src/local/github/stand-in.ts';
import { endOf, type End } from './process-end.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pin = `bitnet-flow/bitnet-flow@${'a1'.repeat(20)}`;
let dir: string;
let top: string;
let started: GitHubStandIn[] = [];

interface Report {
  readonly ok: boolean;
  readonly repo: string;
  readonly findings: Finding[];
}

function run(file: string, args: readonly string[], more: Record<string, string> = {}): Promise<End> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(GITHUB_|GH_|NODE_OPTIONS|GIT_)/.test(name));
  const who = {
    GIT_AUTHOR_NAME: 'M',
    GIT_AUTHOR_EMAIL: 'm@example.invalid',
    GIT_COMMITTER_NAME: 'M',
    GIT_COMMITTER_EMAIL: 'm@example.invalid',
  };
  const env = { ...Object.fromEntries(kept), ...who, ...more };
  return endOf(file, args, { cwd: top, env });
}
const cli = (args: readonly string[], env: Record<string, string> = {}) =>
  run(process.execPath, [join(root, 'dist/cli/index.js'), ...args], env);
const against = (github: GitHubStandIn, token = github.people.maintainer) => ({
  GITHUB_API_URL: github.url,
  GITHUB_REPOSITORY: 'acme/demo',
  GITHUB_TOKEN: token,
});
async function diagnose(env: Record<string, string>): Promise<Report & { code: number }> {
  const end = await cli(['doctor', '--json'], env);
  return { code: end.code, ...(JSON.parse(end.stdout) as Report) };
}
const on = (findings: readonly Finding[], group: Finding['group']) =>
  Object.fromEntries(findings.filter((finding) => finding.group === group).map(({ check, health }) => [check, health]));

async function host(settings: Partial<RepositorySettings> = {}): Promise<GitHubStandIn> {
  const github = await startGitHub({
    dir: mkdtempSync(join(dir, 'host-')),
    owner: 'acme',
    repo: 'demo',
    seed: top,
    settings,
  });
  started.push(github);
  return github;
}
const READY: Partial<RepositorySettings> = {
  variables: { BITNET_FLOW_COMMAND: '["agent"]' },
  required: [{ context: 'generative:gate:required', app: 15368 }],
};

/** A repository that was set up and committed. */
beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'doctor repository ')));
  top = join(dir, 'demo');
  mkdirSync(join(top, 'src'), { recursive: true });
  writeFileSync(join(top, 'package.json'), '{"name":"demo"}\n');
  writeFileSync(join(top, 'src/index.js'), 'export {};\n');
  await run('git', ['init', '-q', '-b', 'main']);
  expect(await cli(['init', '--actions', pin])).toMatchObject({ code: 0 });
  await run('git', ['add', '-A']);
  await run('git', ['commit', '-qm', 'feat: demo']);
});
afterEach(async () => {
  await Promise.all(started.map((github) => github.close()));
  started = [];
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('bitnet-flow doctor against a GitHub', () => {
  test('an administrator of a repository that has everything sees no fail and nothing unknown; init makes its labels once', async () => {
    const github = await host(READY);
    const before = await diagnose(against(github));
    expect(on(before.findings, 'github')).toMatchObject({ labels: 'warn', 'default branch': 'ok', workflows: 'ok' });
    const dry = await cli(['init', '--dry-run'], against(github));
    expect(dry.stdout).toMatch(/^ {2}create +flow:generative$/m);
    expect(github.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
    const made = await cli(['init'], against(github));
    expect([made.code, made.stdout]).toEqual([0, expect.stringMatching(/^ {2}create +state:ready$/m)]);
    expect(github.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/labels'))).toHaveLength(
      Object.keys(LABELS).length,
    );
    const again = await cli(['init'], against(github));
    expect(again.stdout).toMatch(/^ {2}unchanged +state:ready$/m);
    expect(again.stdout).not.toMatch(/^ {2}create/m);
    const after = await diagnose(against(github));
    expect(new Set(Object.values(on(after.findings, 'github')))).toEqual(new Set(['ok']));
    expect([after.code, after.ok, after.repo]).toEqual([0, true, 'acme/demo']);
    // The token is nowhere in what was printed.
    expect(JSON.stringify([before, made, after])).not.toContain(github.people.maintainer);
    expect(github.violations).toEqual([]);
  });

  test('each setting that is wrong is named with its repair, and the repair of the API works', async () => {
    const github = await host({
      actionsMayOpenPulls: false,
      defaultPermissions: 'write',
      allowedActions: 'selected',
      allowedPatterns: ['x/*'],
    });
    const { code, findings } = await diagnose(against(github));
    expect([code, on(findings, 'github')]).toEqual([
      1,
      expect.objectContaining({
        Actions: 'fail',
        'pull requests': 'fail',
        'token default': 'warn',
        agents: 'fail',
        'aggregate check': 'warn',
      }),
    ]);
    const fix = findings.find(({ check }) => check === 'pull requests')!.fix!;
    const [, method, path, name, value] = /--method (\w+) (\S+) -F (\w+)=(\w+)$/.exec(fix)!;
    const answer = await fetch(`${github.url}/${path}`, {
      method: method!,
      headers: { authorization: `Bearer ${github.people.maintainer}` },
      body: JSON.stringify({ [name!]: value === 'true' }),
    });
    expect(answer.status).toBe(204);
    expect(on((await diagnose(against(github))).findings, 'github')).toMatchObject({ 'pull requests': 'ok' });
    const rule = findings.find(({ check }) => check === 'aggregate check')!.fix!;
    const [, body, to] = /^echo '(.*)' \| gh api --method POST (\S+) --input -$/.exec(rule)!;
    const ruled = await fetch(`${github.url}/${to}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${github.people.maintainer}` },
      body: body!,
    });
    expect(ruled.status).toBe(201);
    expect(on((await diagnose(against(github))).findings, 'github')).toMatchObject({ 'aggregate check': 'ok' });
    expect(github.violations).toEqual([]);
  });

  test('a token that may not read settings leaves them unknown, never ok', async () => {
    const github = await host(READY);
    const bot = github.mintToken({ permissions: { contents: 'read', issues: 'read', actions: 'read' } });
    for (const token of [bot, github.people.stranger]) {
      const { findings } = await diagnose(against(github, token));
      expect(on(findings, 'github')).toMatchObject({
        Actions: 'unknown',
        'pull requests': 'unknown',
        agents: 'unknown',
        'default branch': 'ok',
        'open flows': 'ok',
      });
      const why = findings.find(({ check }) => check === 'agents')!.why;
      expect(why).toMatch(/403.*Variables: read/);
    }
  });

  test('a token that is not valid, and a GitHub that does not answer, leave everything there unknown', async () => {
    const github = await host();
    const wrong = await diagnose(against(github, 'ghp_wrong'));
    expect(new Set(Object.values(on(wrong.findings, 'github')))).toEqual(new Set(['unknown']));
    expect(wrong.findings.find(({ group }) => group === 'github')!.why).toMatch(/401/);
    const silent = await diagnose({ ...against(github), GITHUB_API_URL: 'http://127.0.0.1:1' });
    expect(new Set(Object.values(on(silent.findings, 'github')))).toEqual(new Set(['unknown']));
    // The labels could not be made: unfinished, and the commands are printed.
    const init = await cli(['init'], { ...against(github), GITHUB_API_URL: 'http://127.0.0.1:1' });
    expect([init.code, init.stdout]).toEqual([1, expect.stringMatching(/does not answer.*\n +gh label create/)]);
  });

  test('a workflow that was changed here is not the one there, and HEAD does not have it', async () => {
    const github = await host(READY);
    const file = join(top, '.github/workflows/generative.yml');
    const text = readFileSync(file, 'utf8');
    try {
      writeFileSync(file, `${text}# by hand\n`);
      const { code, findings } = await diagnose(against(github));
      expect(code).toBe(1);
      expect(on(findings, 'here')).toMatchObject({ 'generated files': 'fail', committed: 'fail' });
      expect(on(findings, 'github')).toMatchObject({ 'default branch': 'fail' });
    } finally {
      writeFileSync(file, text);
    }
  });
});

describe('bitnet-flow doctor alone', () => {
  test('prints a table with the repair under each line that is not ok', async () => {
    const end = await cli(['doctor']);
    expect([end.code, end.stderr]).toEqual([0, '']);
    expect(end.stdout).toMatch(
      /^Here$.*^ {2}ok +config .*^Gates on this machine$.*^On GitHub$.*^ {2}unknown .*^Extras, none of them needed$/ms,
    );
    expect(end.stdout).toMatch(
      /format +does not run here: prettier.*\n +\$ npm install --save-dev --save-exact prettier@/,
    );
    expect(end.stdout.trim().split('\n').at(-1)).toMatch(/\d+ unknown, \d+ ok$/);
  });

  test('before init it says which gates would run, and the command that installs what is missing', async () => {
    const fresh = join(dir, 'fresh');
    mkdirSync(fresh);
    writeFileSync(join(fresh, 'package.json'), '{"name":"fresh"}\n');
    await run('git', ['init', '--quiet', fresh]);
    const end = await cli(['doctor', '--dir', fresh, '--json']);
    const gates = (JSON.parse(end.stdout) as Report).findings.filter(({ group }) => group === 'gates');
    expect(gates).toContainEqual(
      expect.objectContaining({ check: 'tests', why: expect.stringMatching(/^runs: node v/) }),
    );
    expect(gates).toContainEqual(expect.objectContaining({ check: 'hygiene', why: 'runs; needs no tool' }));
    expect(gates).toContainEqual(
      expect.objectContaining({
        check: 'build',
        health: 'warn',
        fix: 'npm install --save-dev --save-exact typescript@6.0.3',
      }),
    );
    expect(gates).toContainEqual(
      expect.objectContaining({ check: 'quantization', why: `runs: node ${process.version}` }),
    );
    expect(end.code).toBe(1); // the config file is missing
  });

  test('outside of a repository, and with a repository that is none, it is a usage error', async () => {
    expect(await cli(['doctor', '--dir', join(dir, 'absent')])).toMatchObject({ code: 2, stdout: '' });
    expect(await cli(['doctor', '--repo', 'no-slash'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--repo/),
    });
  });
});
