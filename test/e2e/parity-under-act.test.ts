import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ACT_VERSION } from '../../src/local/executor/act.ts';
import { createActLog, type ActStep } from '../../src/local/executor/act-log.ts';
import { CHECKOUT_DIR } from '../../src/local/executor/action.ts';
import { startGitHub, type GitHubStandIn } from '../../src/local/github/stand-in.ts';
import { blocksOf } from '../docs/page.ts';

// The workflow of docs/crossval.md as a user copies it, with both built gates, under act: the host is a stand-in on loopback.
const root = fileURLToPath(new URL('../..', import.meta.url));
const act = spawnSync('act', ['--version'], { encoding: 'utf8' });
// Without this act the workflow cannot run, and nothing here would be proved: skipped, as docs/running-act.md says.
const underAct = act.status === 0 && act.stdout.includes(ACT_VERSION) ? describe : describe.skip;

const WORKFLOW = '.github/workflows/parity.yml';
const DUMP = 'scripts/dump.sh';
const page = new Map(
  blocksOf('docs/crossval.md').flatMap(({ file, text }) => (file === undefined ? [] : [[file, text]])),
);

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
const stepsOf = (text: string): Step[] =>
  (parse(text) as { jobs: Record<string, { steps: Step[] }> }).jobs['parity']!.steps;

test('the page has the three files, and gate-quantization is shown alike where it is shown alone', () => {
  expect([...page.keys()]).toEqual([WORKFLOW, 'scripts/fetch-model.sh', DUMP]);
  const { id, ...quantization } = stepsOf(page.get(WORKFLOW)!).find((step) => step.id === 'quantization')!;
  const alone = parse(blocksOf('docs/gate-quantization.md')[0]!.text) as { steps: Step[] };
  expect([id, alone.steps]).toEqual(['quantization', expect.arrayContaining([quantization])]);
});

/** Damage to one byte of a tensor after the engine has dumped: what becomes of the byte, and what else is to be said. */
type Damage = { readonly tensor: string; readonly byte: (was: number) => number; readonly after: string };
/** Code 11 in all four places, which I2_S does not have. */
const illegal: Damage = { tensor: 'blk.0.attn_q.weight', byte: () => 0xff, after: '' };
/** The first weight of the byte is another one; the dump does not say of which file it is, as an engine's may not. */
const legal: Damage = {
  tensor: 'blk.1.ffn_up.weight',
  byte: (was) => (was & 0x3f) | ((((was >> 6) + 1) % 3) << 6),
  after: `node -e 'const f = require("fs"), p = process.argv[1], d = JSON.parse(f.readFileSync(p, "utf8"));
delete d.model.sha256; f.writeFileSync(p, JSON.stringify(d))' "$2/dump.json"\n`,
};

/** How a script writes the damage into the model that the project's own writer makes. */
function damage({ tensor, byte, after }: Damage, model: string): string {
  const cli = [join(root, 'dist/cli/index.js'), 'gguf', 'inspect', model, '--json'];
  const inspected = JSON.parse(execFileSync(process.execPath, cli, { encoding: 'utf8' })) as {
    tensors: { name: string; offset: number }[];
  };
  const at = inspected.tensors.find(({ name }) => name === tensor)!.offset;
  const octal = byte(readFileSync(model)[at]!).toString(8).padStart(3, '0');
  return `printf '\\${octal}' | dd of="$1" bs=1 seek=${at} conv=notrunc status=none\n${after}`;
}

interface End {
  readonly code: number | null;
  readonly sha: string;
  readonly log: string;
  readonly quantization: ActStep;
  readonly crossval: ActStep;
}

underAct('both numeric gates in the workflow of the page, under act', () => {
  let base: string;
  let github: GitHubStandIn;
  const shas: Record<string, string> = {};
  const folder = (...names: string[]): string => {
    mkdirSync(join(base, ...names), { recursive: true });
    return join(base, ...names);
  };
  const git = (cwd: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=M', '-c', 'user.email=m@example.invalid', ...args], {
      cwd,
      encoding: 'utf8',
    }).trim();
  const commitAll = (cwd: string, title: string): string => {
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-q', '-m', title);
    return git(cwd, 'rev-parse', 'HEAD');
  };

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'parity-under-act-'));
    // act starts the `node` it finds first, and the scripts of the page call `bitnet-flow`.
    symlinkSync(process.execPath, join(folder('bin'), 'node'));
    const cli = `#!/bin/sh\nexec node "${join(root, 'dist/cli/index.js')}" "$@"\n`;
    writeFileSync(join(base, 'bin/bitnet-flow'), cli, { mode: 0o755 });

    const seed = folder('seed');
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(seed, path)), { recursive: true });
      writeFileSync(join(seed, path), text);
      chmodSync(join(seed, path), 0o755);
    };
    git(seed, 'init', '-q', '-b', 'main');
    write('Cargo.toml', '[package]\nname = "engine"\nversion = "0.1.0"\nedition = "2021"\n');
    write('Cargo.lock', 'version = 3\n\n[[package]]\nname = "engine"\nversion = "0.1.0"\n');
    write('src/lib.rs', '//! An engine.\n');
    write('.gitignore', 'models/\ntarget/\n');
    for (const [path, text] of page) write(path, text);
    shas['sound'] = commitAll(seed, 'feat: an engine');
    const model = join(base, 'same.gguf');
    execFileSync(join(seed, 'scripts/fetch-model.sh'), [model], {
      env: { PATH: `${base}/bin:${process.env['PATH']}` },
    });
    for (const [name, one] of Object.entries({ illegal, legal })) {
      write(DUMP, page.get(DUMP)! + damage(one, model));
      shas[name] = commitAll(seed, `test: ${name}`);
    }
    github = await startGitHub({ dir: folder('github'), owner: 'acme', repo: 'engine', seed });

    // What `uses:` names, in repositories as a runner downloads them.
    for (const part of ['actions/gate-quantization', 'actions/gate-crossval', 'dist', 'package.json'])
      cpSync(join(root, part), join(folder('action'), part), { recursive: true });
    cpSync(CHECKOUT_DIR, folder('checkout'), { recursive: true });
    for (const name of ['action', 'checkout']) {
      git(join(base, name), 'init', '-q', '-b', 'main');
      commitAll(join(base, name), 'test');
    }
  });
  afterAll(async () => {
    await github.close();
    rmSync(base, { recursive: true, force: true });
  });

  /** Runs the workflow on a commit, in host mode, with nothing but loopback; the workflow file is the one of that commit. */
  async function run(name: string): Promise<End> {
    const sha = shas[name]!;
    const at = folder(`run-${name}`);
    const put = (file: string, text: string): string => {
      writeFileSync(join(at, file), text, { mode: 0o600 });
      return join(at, file);
    };
    const token = github.mintToken({ actor: 'bot', permissions: { contents: 'read', checks: 'write' } });
    const workflow = git(join(base, 'seed'), 'show', `${sha}:${WORKFLOW}`);
    const inside = {
      GITHUB_REPOSITORY: 'acme/engine',
      GITHUB_REF: 'refs/heads/main',
      SHA_REF: sha,
      GITHUB_SERVER_URL: github.url,
      GITHUB_API_URL: github.url,
      HOME: process.env['HOME'] ?? folder(`run-${name}`, 'home'),
    };
    const uses = { 'actions/checkout@v6': 'checkout', 'bitnet-flow/bitnet-flow@v1': 'action' };
    const argv = [
      ...['push', '-W', put('parity.yml', workflow), '-e', put('event.json', JSON.stringify({ after: sha }))],
      ...['-C', folder(`run-${name}`, 'work'), '-P', 'ubuntu-latest=-self-hosted', '--rm', '--json'],
      ...['--secret-file', put('secrets.yml', JSON.stringify({ GITHUB_TOKEN: token }))],
      ...['--no-cache-server', '--no-skip-checkout', '--action-cache-path', folder(`run-${name}`, 'actions')],
      ...Object.entries(uses).flatMap(([key, dir]) => [
        '--local-repository',
        `${github.url}/${key}=${join(base, dir)}`,
      ]),
      ...Object.entries(inside).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    ];
    const env = {
      PATH: `${base}/bin:${process.env['PATH']}`,
      HOME: folder(`run-${name}`, 'empty'),
      XDG_CACHE_HOME: folder(`run-${name}`, 'cache'),
      XDG_CONFIG_HOME: folder(`run-${name}`, 'config'),
    };
    const child = spawn('act', argv, { cwd: join(at, 'work'), env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    const read = createActLog();
    for (const line of log.split('\n')) read.read(line);
    const step = (id: string): ActStep => {
      const found = read.step('parity', id);
      if (found === undefined) throw new Error(`act did not run the step ${id}:\n${log}`);
      return found;
    };
    return { code, sha, log, quantization: step('quantization'), crossval: step('crossval') };
  }

  /** The Check Run of a gate on a commit, from the host. */
  async function checkOf(sha: string, gate: string): Promise<Record<string, unknown>> {
    const name = `generative:gate:${gate}`;
    const answer = await fetch(`${github.url}/repos/acme/engine/commits/${sha}/check-runs?check_name=${name}`, {
      headers: { authorization: `Bearer ${github.people.maintainer}` },
    });
    const { check_runs: runs } = (await answer.json()) as { check_runs: Record<string, unknown>[] };
    expect(runs).toHaveLength(1);
    return runs[0]!;
  }

  const ended = ({ code, log }: End, wanted: 0 | 1): void =>
    expect([code, code === wanted ? '' : log]).toEqual([wanted, '']);

  test('a sound model passes both, with outputs, a table, a picture and two Check Runs', async () => {
    const end = await run('sound');
    ended(end, 0);
    const { quantization, crossval } = end;
    expect([quantization.outcome, crossval.outcome]).toEqual(['success', 'success']);
    expect(quantization.outputs).toMatchObject({ verdict: 'pass', 'wrong-codes': '0', tensors: '14', failed: '0' });
    expect(quantization.outputs['evidence']).toMatch(/^quantization: I2S: 100%, TL1: 100%, TL2: 100%, TQ2_0: 100% acc/);
    expect(Number(quantization.outputs['accuracy'])).toBeGreaterThan(99);
    expect(Number(quantization.outputs['operator-error'])).toBeLessThan(1e-5);
    expect(quantization.summary).toMatch(/\| TL2 \| \w+ \| \w+ \| \d+ \| 0, exact \|/);
    expect(quantization.summary).toContain('```mermaid\nxychart-beta\n');
    expect(crossval.outputs).toMatchObject({ verdict: 'pass', failed: '0' });
    // The 45 tensors of the dump, and as many backends as work on this machine.
    expect(Number(crossval.outputs['comparisons'])).toBeGreaterThan(45);
    expect(crossval.outputs['passed']).toBe(crossval.outputs['comparisons']);
    expect(Number(crossval.outputs['worst-error'])).toBeLessThan(1e-5);
    expect(crossval.summary).toMatch(/\| ffn act \| pass \| 2\/2 within the limit; worst /);
    expect(crossval.summary).toContain('```mermaid\nxychart-beta horizontal\n');
    for (const gate of ['quantization', 'crossval'])
      expect(await checkOf(end.sha, gate)).toMatchObject({ status: 'completed', conclusion: 'success' });
  }, 60_000);

  test('a code that no format has: both gates name byte and tensor, and the job is red', async () => {
    const end = await run('illegal');
    ended(end, 1);
    const where = /"blk\.0\.attn_q\.weight", byte 0: 0xff is no code of I2_S/;
    for (const [gate, title] of [
      ['quantization', 'quantization: illegal-code'],
      ['crossval', 'crossval: code'],
    ] as const) {
      const { outcome, outputs, annotations, summary } = end[gate];
      expect([outcome, outputs['verdict'], outputs['failed']]).toEqual(['failure', 'fail', '1']);
      expect(outputs['evidence']).toMatch(where);
      const errors = annotations.filter(({ level }) => level === 'error');
      expect(errors).toEqual([
        { level: 'error', title, file: 'models/model.gguf', line: 1, message: expect.stringMatching(where) },
      ]);
      expect(summary).toMatch(/^### ❌ generative:gate:/);
      // The first lines say what is wrong, not what else was fine.
      expect(summary.split('\n')[2]).toMatch(where);
      expect(await checkOf(end.sha, gate)).toMatchObject({ conclusion: 'failure' });
    }
    expect(end.quantization.annotations.map(({ level }) => level)).toContain('warning');
  }, 60_000);

  test('one legal code in place of another: no format can know, the gate that computes with it names the operator', async () => {
    const end = await run('legal');
    ended(end, 1);
    const { quantization, crossval } = end;
    expect([quantization.outcome, quantization.outputs['verdict']]).toEqual(['success', 'pass']);
    expect(quantization.outputs['evidence']).toContain('one source, packed here into the other formats');
    expect([crossval.outcome, crossval.outputs['verdict']]).toEqual(['failure', 'fail']);
    expect(crossval.outputs['evidence']).toMatch(/^crossval: first divergence: ffn up, layer 1; /);
    expect(crossval.annotations[0]).toMatchObject({ level: 'error', title: 'crossval: divergence', line: 1 });
    expect(await checkOf(end.sha, 'crossval')).toMatchObject({ conclusion: 'failure' });
  }, 60_000);

  test('every request and answer was as GitHub describes them', () => expect(github.violations).toEqual([]));
});
