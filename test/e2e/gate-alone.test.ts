import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startGitHub, type GitHubStandIn } from '../../src/local/github/stand-in.ts';
import type { Permissions } from '../../src/local/github/tokens.ts';
import { chooseSample, seedRepository } from '../../src/local/sample.ts';

// One gate in a workflow of its own, as a maintainer adds it: the built action, a checkout, and the host.
const root = fileURLToPath(new URL('../..', import.meta.url));
const { sample } = chooseSample('node-ternary');
let dir: string;
let github: GitHubStandIn;

beforeAll(async () => {
  mkdirSync(join(root, '.bitnet-flow'), { recursive: true });
  dir = mkdtempSync(join(root, '.bitnet-flow', 'gate-alone-'));
  const seed = seedRepository(root, sample, dir);
  github = await startGitHub({ dir: join(dir, 'github'), owner: 'acme', repo: sample.folder, seed });
});
afterAll(async () => {
  await github.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A checkout of main with further files committed and pushed; gives folder and sha. */
async function checkout(name: string, files: Record<string, string> = {}): Promise<{ workspace: string; sha: string }> {
  const workspace = join(dir, name);
  const token = Buffer.from(`x-access-token:${github.people.maintainer}`).toString('base64');
  const auth = `http.extraHeader=Authorization: Basic ${token}`;
  // Not execFileSync: the host it talks to lives in this process.
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('git', ['-c', auth, ...args], { cwd: dir })).stdout;
  await git('clone', '-q', github.gitUrl, workspace);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(workspace, path), text);
  if (Object.keys(files).length > 0) {
    await git('-C', workspace, 'checkout', '-q', '-b', name);
    await git('-C', workspace, 'add', '-A');
    const who = ['-c', 'user.name=M', '-c', 'user.email=m@example.invalid'];
    await git('-C', workspace, ...who, 'commit', '-q', '-m', 'feat: x');
    await git('-C', workspace, 'push', '-q', github.gitUrl, `HEAD:refs/heads/${name}`);
  }
  return { workspace, sha: (await git('-C', workspace, 'rev-parse', 'HEAD')).trim() };
}

interface StepEnd {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: string;
  readonly summary: string;
}

/** Runs a built gate as the runner does. */
async function step(gate: string, at: { workspace: string; sha: string }, permissions: Permissions): Promise<StepEnd> {
  const temp = mkdtempSync(join(dir, 'step-'));
  const file = (name: string): string => {
    writeFileSync(join(temp, name), '');
    return join(temp, name);
  };
  const env = {
    PATH: process.env['PATH']!,
    HOME: process.env['HOME'] ?? temp,
    INPUT_TOKEN: github.mintToken({ actor: 'bot', permissions }),
    INPUT_PROFILE: 'node',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: github.url,
    GITHUB_REPOSITORY: `acme/${sample.folder}`,
    GITHUB_SHA: at.sha,
    GITHUB_WORKSPACE: at.workspace,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    RUNNER_TEMP: temp,
  };
  const child = spawn(process.execPath, [join(root, 'dist', `gate-${gate}.js`)], { cwd: at.workspace, env });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const read = (name: string): string => readFileSync(join(temp, name), 'utf8');
  return { code, log, outputs: read('output'), summary: read('summary') };
}

interface Check {
  readonly id: number;
  readonly conclusion: string;
  readonly output: { readonly annotations_count: number; readonly summary: string };
}

async function api<T>(path: string): Promise<T> {
  const answer = await fetch(`${github.url}/repos/acme/${sample.folder}${path}`, {
    headers: { authorization: `Bearer ${github.people.maintainer}` },
  });
  return (await answer.json()) as T;
}

const checksOf = async (sha: string, gate: string): Promise<Check[]> =>
  (await api<{ check_runs: Check[] }>(`/commits/${sha}/check-runs?check_name=generative:gate:${gate}&filter=all`))
    .check_runs;

const MAY = { contents: 'read', checks: 'write' } as const;

describe('a gate alone', () => {
  test('passes, says so in its Check Run, summary and outputs, and PATCHes the same Check Run the next time', async () => {
    const at = await checkout('clean');
    const first = await step('format', at, MAY);
    expect([first.code, first.log]).toEqual([0, expect.stringContaining('generative:gate:format: pass')]);
    expect(first.outputs).toMatch(/verdict<<.*\npass\n/);
    expect(first.summary).toContain('prettier: all files formatted');
    const [check] = await checksOf(at.sha, 'format');
    expect(check).toMatchObject({ conclusion: 'success' });
    await step('format', at, MAY);
    expect((await checksOf(at.sha, 'format')).map(({ id }) => id)).toEqual([check!.id]);
  });

  test('fails with 50 annotations and the count of all, in one request', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `const unused${i} = ${i};`);
    const at = await checkout('unused', { 'src/unused.js': `${lines.join('\n')}\n` });
    const end = await step('clippy', at, MAY);
    expect([end.code, end.log]).toEqual([1, expect.stringContaining('src/unused.js:1')]);
    const [check] = await checksOf(at.sha, 'clippy');
    expect(check).toMatchObject({ conclusion: 'failure', output: { annotations_count: 50 } });
    expect(check!.output.summary).toContain('60 warnings');
    const path = `/repos/acme/${sample.folder}/check-runs`;
    const writes = github.calls.filter((call) => call.write && call.path.startsWith(path)).slice(-1);
    expect(writes.map(({ method, status }) => [method, status])).toEqual([['POST', 201]]);
  });

  test('A-61 without `checks: write` it says CHECK-SKIPPED; green stays green and red stays red', async () => {
    const green = await step('format', await checkout('green'), { contents: 'read' });
    expect([green.code, green.log]).toEqual([0, expect.stringContaining('CHECK-SKIPPED: reason=')]);
    const red = await step('format', await checkout('red', { 'src/ugly.js': 'const  a=1\nexport {a}' }), {
      contents: 'read',
    });
    expect([red.code, red.log]).toEqual([1, expect.stringContaining('CHECK-SKIPPED: reason=')]);
  });

  test('a wrong input is one line that names it, the value and the fix', async () => {
    const at = await checkout('wrong');
    const child = spawn(process.execPath, [join(root, 'dist/gate-format.js')], {
      cwd: at.workspace,
      env: {
        PATH: process.env['PATH']!,
        INPUT_PROFILE: 'nod',
        GITHUB_SHA: at.sha,
        GITHUB_WORKSPACE: at.workspace,
        RUNNER_TEMP: dir,
      },
    });
    let log = '';
    child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, log]).toEqual([1, expect.stringMatching(/::error::bad-profile.*"nod".*did you mean "node"\?/)]);
  });
});

test('every request and answer was as GitHub describes them', () => {
  expect(github.violations).toEqual([]);
});
