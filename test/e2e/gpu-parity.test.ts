import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACT_VERSION } from '../../src/local/executor/act.ts';
import { DIGEST_FILE, PROGRAM, sha256 } from '../../src/parity/program/digest.ts';
import { zip } from '../unit/parity/program/archives.ts';
import { startServices, TOKEN, type Services } from '../unit/parity/program/services.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const act = spawnSync('act', ['--version'], { encoding: 'utf8' });
const here = act.status === 0 && act.stdout.includes(ACT_VERSION);

// A program where there is no device: it leaves a mark that it was run.
const program = Buffer.from('#!/bin/sh\necho "$1" >> "$HOME/ran"\necho "no NVIDIA driver" >&2\nexit 77\n');
const other = Buffer.from('#!/bin/sh\ntouch "$HOME/stolen"\n');
const archive = (of: Buffer): Buffer =>
  zip([
    { name: PROGRAM, body: of },
    { name: DIGEST_FILE, body: Buffer.from(`${sha256(of)}  ${PROGRAM}\n`) },
  ]);

const job = (run: number, base: string): object => ({
  'runs-on': 'gpu',
  steps: [
    { shell: 'bash', run: `git clone --quiet "${base}/work" .` },
    {
      id: 'parity',
      uses: 'bitnet-flow/bitnet-flow/actions/gpu-parity@v1',
      with: {
        token: '${{ github.token }}',
        gate: 'quantization',
        profile: 'measured',
        'profile-file': 'profile.yml',
        model: 'model.gguf',
        formats: 'i2_s',
        'cuda-run': String(run),
        'cuda-sha256': sha256(program),
      },
    },
    {
      if: 'always()',
      shell: 'bash',
      env: {
        SAID: '${{ toJSON(steps.parity.outputs) }}',
      },
      run: `printf '%s' "$SAID" > "${base}/said-$GITHUB_JOB.json"`,
    },
  ],
});

/** A repository that is measured and needs no dependencies. */
const profile = {
  profile: 'measured',
  extends: 'node',
  title: 'Measured',
  setup: [],
};

let services: Services;
let base: string;
beforeAll(async () => {
  services = await startServices();
  base = mkdtempSync(join(tmpdir(), 'gpu-parity-'));
});
afterAll(async () => {
  await services.close();
  rmSync(base, { recursive: true, force: true });
});

const folder = (name: string): string => {
  mkdirSync(join(base, name), { recursive: true });
  return join(base, name);
};

/** A repository with a small model, and the action as a runner would download it. */
function prepare(): { work: string; action: string } {
  const [work, action] = [folder('work'), folder('action')];
  const argv = ['gguf-make', JSON.stringify({ out: join(work, 'model.gguf'), layers: 1, 'feed-forward': 256 })];
  execFileSync(process.execPath, [join(root, 'dist/parity/index.js'), ...argv]);
  const workflow = { name: 'gpu', on: 'push', jobs: { right: job(7, base), wrong: job(7, base) } };
  writeFileSync(join(work, 'profile.yml'), JSON.stringify(profile));
  writeFileSync(join(work, 'workflow.yml'), JSON.stringify(workflow));
  for (const part of ['actions', 'dist', 'package.json'])
    cpSync(join(root, part), join(action, part), { recursive: true });
  for (const place of [work, action]) {
    const git = (...args: string[]): void =>
      void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], { cwd: place });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'test');
  }
  return { work, action };
}

/** Runs one job of the workflow under act, in host mode, without a network but loopback; gives its log. */
function runJob(id: string, work: string, action: string): Promise<{ code: number | null; log: string }> {
  const bin = folder('bin');
  if (spawnSync('test', ['-e', join(bin, 'node')]).status !== 0) symlinkSync(process.execPath, join(bin, 'node'));
  const inside = { GITHUB_REPOSITORY: 'o/r', GITHUB_API_URL: services.url, HOME: folder('home'), DISPLAY: '' };
  const argv = [
    ...['push', '-W', join(work, 'workflow.yml'), '-j', id, '-C', work, '-P', 'gpu=-self-hosted', '--rm'],
    ...['--no-cache-server', '--action-cache-path', folder(`actions-${id}`), '-s', `GITHUB_TOKEN=${TOKEN}`],
    ...['--local-repository', `bitnet-flow/bitnet-flow@v1=${action}`],
    ...Object.entries(inside).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ];
  const env = { PATH: `${bin}:${process.env['PATH']}`, HOME: folder('home'), XDG_CACHE_HOME: folder(`cache-${id}`) };
  const child = spawn('act', argv, { cwd: work, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, log })));
}

(here ? test : test.skip)(
  'A-55 A-56 under act, on a machine without a GPU: reasons for what is absent, an end for what is wrong',
  async () => {
    const { work, action } = prepare();
    const said = (id: string) =>
      JSON.parse(readFileSync(join(base, `said-${id}.json`), 'utf8')) as Record<string, string>;

    services.artifacts = [{ id: 5, name: PROGRAM, expired: false, archive: archive(program) }];
    const right = await runJob('right', work, action);
    expect([right.code, right.log]).toEqual([0, expect.stringContaining('artifact, sha256')]);
    expect(right.log).toMatch(/NVIDIA: /);
    expect(right.log).toMatch(/CUDA program \| artifact, sha256/);
    expect(said('right')).toMatchObject({ verdict: 'pass', 'cuda-program': 'artifact', gpu: '' });
    expect(said('right')['evidence']).toMatch(/method:wasm/);
    expect(readFileSync(join(base, 'home/ran'), 'utf8')).toBe('probe\n');

    services.artifacts = [{ id: 6, name: PROGRAM, expired: false, archive: archive(other) }];
    const wrong = await runJob('wrong', work, action);
    expect(wrong.code).toBe(1);
    expect(wrong.log).toContain(`the program has sha256 ${sha256(other)}, cuda-sha256 says ${sha256(program)}`);
    expect(wrong.log).toContain('| CUDA program | not used: refused (artifact of run 7): ');
    expect(said('wrong')['verdict'] ?? '').toBe('');
    expect(wrong.log).toContain('| verdict | not reached: an earlier step failed |');
    expect(readdirSync(join(base, 'home'))).not.toContain('stolen');
    expect(wrong.log).not.toContain(TOKEN);
  },
  120_000,
);
