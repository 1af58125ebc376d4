import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LineFeed, OutputCapture } from '../../../src/runtime/process/capture.ts';
import { copyCargoSettings, gateEnvironment, makePrivateFolders } from '../../../src/runtime/process/environment.ts';
import {
  hiddenPaths,
  probeIsolation,
  stripGitCredentials,
  type Isolation,
  type IsolationKind,
  type Sandbox,
} from '../../../src/runtime/process/isolation.ts';
import { runProcess } from '../../../src/runtime/process/run.ts';

let root: string;
let workspace: string;
let env: Record<string, string>;
let isolation: Isolation;
let output: string;
let sandbox: Sandbox;
/** Stands for the runner: a process of our own uid that holds a secret in its environment. */
let runner: ChildProcess;

/** What this host can do; the weakest is always tested by what it says of itself. */
const KINDS: IsolationKind[] = [];
for (const kind of process.getuid?.() === 0 ? (['userns', 'root', 'uid'] as const) : (['userns', 'sudo'] as const)) {
  if (await works(kind)) KINDS.push(kind);
}

async function works(kind: IsolationKind): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  if (kind === 'uid') return true;
  const made = await probeIsolation(
    { writable: [tmpdir()], readOnly: [], hidden: [] },
    { PATH: process.env['PATH']! },
    [kind],
  );
  return made.level === 'namespace';
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'gate-process-'));
  workspace = join(root, 'workspace');
  output = join(root, 'commands', 'output');
  mkdirSync(join(workspace, '.git'), { recursive: true });
  mkdirSync(join(root, 'commands'));
  writeFileSync(join(workspace, '.git', 'config'), '[core]\n');
  writeFileSync(output, 'before\n');
  const folders = makePrivateFolders(join(root, 'private'));
  env = gateEnvironment({ folders, target: join(folders.root, 'target'), setup: false }, workspace);
  runner = spawn('sleep', ['600'], { env: { ...process.env, GITHUB_PROBE_SECRET: 'topsecret-probe' } });
  const hidden = hiddenPaths({ GITHUB_OUTPUT: output }, [workspace, folders.root]);
  sandbox = { writable: [workspace, folders.root], readOnly: [join(workspace, '.git')], hidden };
  isolation = await probeIsolation(sandbox, env);
});
afterAll(() => {
  runner.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

const run = (argv: string[], over: { timeoutMs?: number; isolation?: Isolation } = {}) =>
  runProcess({ argv, cwd: workspace, env, network: false, isolation, timeoutMs: 20_000, ...over });
const alive = (mark: string) =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .some((line) => line.includes(mark) && !line.includes('ps -eo'));

/** Reads every environment and command line it can. */
const READ_ALL =
  'env; for f in /proc/[0-9]*/environ; do cat "$f" 2>/dev/null | tr "\\0" "\\n"; done; cat /proc/[0-9]*/cmdline | tr "\\0" " "';

test('the same attacks succeed where nothing isolates: the tests below can fail', async () => {
  isolation = await probeIsolation(sandbox, env, ['none']);
  expect((await run(['sh', '-c', READ_ALL])).stdout).toContain('topsecret-probe');
  await run(['sh', '-c', `echo forged >> ${output}`]);
  expect(readFileSync(output, 'utf8')).toBe('before\nforged\n');
  writeFileSync(output, 'before\n');
});

describe.each(KINDS)('A-68 code under test is hostile: %s', (kind) => {
  beforeAll(async () => {
    isolation = await probeIsolation(sandbox, env, [kind]);
    expect(isolation.level).toBe(kind === 'uid' ? 'uid' : 'namespace');
  });
  const strong = () => isolation.level === 'namespace';

  test('no variable of the runner in its environment, nor in that of any process it can read', async () => {
    const { stdout } = await run(['sh', '-c', READ_ALL]);
    expect(stdout).not.toMatch(/^(GITHUB|ACTIONS|RUNNER|INPUT)_/m);
    expect(stdout).not.toContain('topsecret-probe');
  });

  test("the runner's output file cannot be written or read", async () => {
    await run(['sh', '-c', `echo verdict=pass >> ${output}; echo x > ${output}; rm -rf ${join(root, 'commands')}`]);
    expect(readFileSync(output, 'utf8')).toBe('before\n');
    if (strong()) expect((await run(['cat', output])).stdout).toBe('');
  });

  test('git configuration and everything outside its folders is read-only', async () => {
    if (!strong()) return;
    const outside = join(root, 'outside');
    const script = `echo x > .git/config; mkdir .git/hooks; echo x > ${outside}; echo ok > inside; echo ok > $TMPDIR/t; cat inside $TMPDIR/t`;
    expect((await run(['sh', '-c', script])).stdout).toBe('ok\nok\n');
    expect(existsSync(outside)).toBe(false);
    expect(readFileSync(join(workspace, '.git', 'config'), 'utf8')).toBe('[core]\n');
    expect(existsSync(join(workspace, '.git', 'hooks'))).toBe(false);
  });

  test('it cannot take the walls down again', async () => {
    if (!strong()) return;
    const script = `umount ${join(root, 'commands')}; unshare -Urm sh -c "umount /proc; umount ${join(root, 'commands')}; mount -o remount,rw /; cat ${output}"; echo y >> ${output}; kill -9 1; kill -9 -1`;
    expect((await run(['sh', '-c', script])).stdout).not.toContain('before');
    expect(readFileSync(output, 'utf8')).toBe('before\n');
  });

  test('a daemon does not outlive it', async () => {
    const mark = `31${process.pid}`;
    const { exitCode } = await run(['sh', '-c', `(setsid sleep ${mark} >/dev/null 2>&1 &); sleep 0.1`]);
    expect(exitCode).toBe(0);
    expect(alive(`sleep ${mark}`)).toBe(false);
  });

  test('no network, but loopback', async () => {
    if (!isolation.offline) return;
    const script = `const net = require('node:net');
      const server = net.createServer((s) => s.end('hi')).listen(0, '127.0.0.1', () => {
        net.connect(server.address().port, '127.0.0.1').on('data', (d) => { console.log(String(d)); server.close(); });
      });
      net.connect(53, '192.0.2.1').on('error', (e) => console.log(e.code));`;
    expect((await run([process.execPath, '-e', script])).stdout.trim().split('\n').sort()).toEqual([
      'ENETUNREACH',
      'hi',
    ]);
  });
});

describe('every way to end', () => {
  test('exit code, output, digest', async () => {
    const result = await run(['sh', '-c', 'printf out; printf err >&2; exit 3']);
    expect(result).toMatchObject({
      exitCode: 3,
      signal: null,
      timedOut: false,
      stdout: 'out',
      stderr: 'err',
      truncated: false,
    });
    expect(result.logSha256).toMatch(/^[0-9a-f]{64}$/);
  });
  test('a signal', async () => {
    expect(await run(['sh', '-c', 'kill -SEGV $$'])).toMatchObject({ exitCode: null, signal: 'SIGSEGV' });
  });
  test('a time-out ends the children too', async () => {
    const mark = `32${process.pid}`;
    const started = Date.now();
    const result = await run(['sh', '-c', `sleep ${mark} & sleep ${mark}`], { timeoutMs: 400 });
    expect(result.timedOut).toBe(true);
    expect(Date.now() - started).toBeLessThan(3000);
    expect(alive(`sleep ${mark}`)).toBe(false);
  });
  test.each(['SIGTERM', 'SIGINT'] as const)('%s to the gate itself ends its command', async (signal) => {
    const mark = `33${signal.length}${process.pid}`;
    const module = (name: string) =>
      JSON.stringify(new URL(`../../../src/runtime/process/${name}.ts`, import.meta.url).href);
    const script = `import { probeIsolation } from ${module('isolation')}; import { runProcess } from ${module('run')};
      const sandbox = ${JSON.stringify(sandbox)}; const env = ${JSON.stringify(env)}; const isolation = await probeIsolation(sandbox, env);
      const argv = ['sh', '-c', 'echo up; sleep ${mark}'];
      void runProcess({ argv, cwd: ${JSON.stringify(workspace)}, env, network: false, isolation, timeoutMs: 60000, onLine: console.log });`;
    const gate = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script]);
    await new Promise((up) => gate.stdout.once('data', up));
    expect(alive(`sleep ${mark}`)).toBe(true);
    gate.kill(signal);
    await new Promise((end) => gate.once('exit', end));
    await new Promise((settled) => setTimeout(settled, 100));
    expect(alive(`sleep ${mark}`)).toBe(false);
  });
  test('without isolation a command that is not there is not found', async () => {
    const open: Isolation = { level: 'env-only', offline: false, wrap: (argv) => ({ argv }), reap: () => undefined };
    expect(await run(['/nonexistent/tool'], { isolation: open })).toMatchObject({ notFound: true, exitCode: null });
  });
  test('escapes are removed', async () => {
    const { stdout } = await run([
      'printf',
      '\\033[31mred\\033[0m \\033]8;;http://x\\007link\\033]8;;\\007 \\033(Bplain\\r\\n',
    ]);
    expect(stdout).toBe('red link plain\n');
  });
  test('200 MB of output: head and tail kept, memory bounded', async () => {
    const before = process.memoryUsage.rss();
    const result = await run(['sh', '-c', 'echo first; head -c 200000000 /dev/zero | tr "\\0" x; echo; echo last']);
    expect(result.truncated).toBe(true);
    expect(result.stdout.startsWith('first\n')).toBe(true);
    expect(result.stdout.endsWith('x\nlast\n')).toBe(true);
    expect(result.stdout.length).toBeLessThan(5_000_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000);
  });
});

describe('capture', () => {
  test('small output is whole, whatever the chunks', () => {
    const capture = new OutputCapture(4);
    for (const chunk of ['ab', 'cde', 'fg']) capture.push(Buffer.from(chunk));
    expect([capture.text(), capture.truncated]).toEqual(['abcdefg', false]);
    for (const chunk of ['hijkl', 'mnopqrstuvw', 'x']) capture.push(Buffer.from(chunk));
    expect([capture.text(), capture.truncated]).toEqual(['abcd\n[16 bytes left out]\nuvwx', true]);
  });
  test('the log shows the first and the last lines, counts those between, and cuts long ones', () => {
    const shown = (text: string, chunk = text.length) => {
      const lines: string[] = [];
      const feed = new LineFeed((line) => lines.push(line), 2, 2);
      for (let i = 0; i < text.length; i += chunk) feed.push(Buffer.from(text.slice(i, i + chunk)));
      feed.end();
      return lines.map((line) => line.slice(-18));
    };
    const long = 'y'.repeat(2500);
    expect(shown('a\nb\nc\nd')).toEqual(['a', 'b', 'c', 'd']);
    expect(shown('a\nb\nc\nd\ne\n')).toEqual(['a', 'b', '… 1 line is not shown'.slice(-18), 'd', 'e']);
    expect(shown('a\nb\nc\nd\ne\nf\ng\nh', 3)).toEqual(['a', 'b', '4 lines are not shown'.slice(-18), 'g', 'h']);
    for (const chunk of [1, 700, 2400, 5100])
      expect(shown(`${long}zzz\nb\n${long}zzz\nlast`, chunk)).toEqual([
        `${'y'.repeat(17)}…`,
        'b',
        `${'y'.repeat(17)}…`,
        'last',
      ]);
  });
});

test('the environment is an allow-list, and the tree is not on PATH', () => {
  const folders = makePrivateFolders(join(root, 'private2'));
  const from = {
    PATH: `${workspace}/bin:relative:/usr/bin`,
    GITHUB_TOKEN: 'x',
    ACTIONS_RUNTIME_TOKEN: 'y',
    AWS_SECRET: 'z',
    NODE_OPTIONS: '--require x',
    https_proxy: 'p',
    npm_config_registry: 'r',
  };
  const made = gateEnvironment(
    { folders, target: 't', setup: false, extra: { GITHUB_OUTPUT: 'no', RUSTFLAGS: 'yes' } },
    workspace,
    from,
  );
  expect(made['PATH']).toBe('/usr/bin');
  expect(Object.keys(made).filter((name) => /TOKEN|SECRET|NODE_OPTIONS|GITHUB|proxy|registry/.test(name))).toEqual([]);
  expect(made['RUSTFLAGS']).toBe('yes');
  const setup = gateEnvironment({ folders, target: 't', setup: true }, workspace, from);
  expect([setup['https_proxy'], setup['npm_config_registry'], setup['CARGO_NET_OFFLINE']]).toEqual([
    'p',
    'r',
    undefined,
  ]);
});

test("the host's cargo settings are taken over without tokens", () => {
  const home = join(root, 'cargo-home');
  mkdirSync(home);
  writeFileSync(
    join(home, 'config.toml'),
    '[source.crates-io]\nreplace-with = "mirror"\n[registries.mirror]\nindex = "sparse+https://x/"\ntoken = "abc"\nregistry.token = "abc"\n',
  );
  const folders = makePrivateFolders(join(root, 'private3'));
  copyCargoSettings(folders, { CARGO_HOME: home });
  const text = readFileSync(join(folders.cargoHome, 'config.toml'), 'utf8');
  expect(text).not.toContain('abc');
  expect(text).toContain('replace-with = "mirror"');
});

test("credentials leave the checkout's git config", () => {
  const dir = join(root, 'git');
  mkdirSync(dir, { recursive: true });
  writeFileSync(
    join(dir, 'config'),
    '[core]\n\tbare = false\n[http "https://x/"]\n\textraheader = AUTHORIZATION: basic abc\n[remote "o"]\n\turl = https://u:p@x/y\n',
  );
  stripGitCredentials(dir);
  const text = readFileSync(join(dir, 'config'), 'utf8');
  expect(text).not.toMatch(/abc|u:p/);
  expect(text).toContain('bare = false');
});
