import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface End {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program; `onStdout` sees all output so far. */
function run(argv: readonly string[], onStdout: (text: string, pid: number) => void = () => undefined): Promise<End> {
  const [file = '', ...args] = argv;
  const child = spawn(file, args, { cwd: dir, env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => onStdout((stdout += chunk.toString()), child.pid!));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

const bundled = (...args: string[]): Promise<End> => run([process.execPath, join(root, 'dist/cli/index.js'), ...args]);
const tsx = [process.execPath, '--import', import.meta.resolve('tsx'), join(root, 'src/cli.ts')];

describe('the bundled CLI', () => {
  test('a full disk is an error in one line', async () => {
    if (!existsSync('/dev/full')) return;
    const plan = `"${process.execPath}" "${join(root, 'dist/cli/index.js')}" merge plan --from "${join(root, 'examples/contracts')}"`;
    const full = await run(['bash', '-c', `${plan} > /dev/full`]);
    expect([full.code, full.stderr]).toEqual([
      2,
      expect.stringMatching(/^process \(stdout\): nothing .*ENOSPC.*Fix: .*\n$/),
    ]);
  });

  test.each([
    [['--help'], 0, /flow.*generate/s],
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    [['flow', 'lint', '--help'], 0, /Example:\n {2}\$ bitnet-flow flow lint/],
    [['start', '--help'], 0, /Example:\n {2}\$ bitnet-flow start/],
    [['generate', '--help'], 0, /Example:\n {2}\$ bitnet-flow generate/],
    [['flow', 'lint'], 0, /generative: 30 agents, \d+ gates, 29 hops on the happy path: sound/],
  ])('%j exits %i', async (args, code, said) => {
    const end = await bundled(...args);
    expect([end.code, end.stdout]).toEqual([code, expect.stringMatching(said)]);
  });

  test.each([
    [['flwo'], /unknown command 'flwo'/],
    [['start', '--runner', 'docker'], /Allowed choices are embedded, act/],
    [['generate', '--profile', 'nod', '--out', 'x'], /"nod".*did you mean "node"\?/],
    [['flow', 'lint', 'A-20 abs\u202eent.yml'], /"A-20 abs\\u\{202e\}ent\.yml" does not exist\. Fix: /],
    [['generate', 'everything'], /cannot generate "everything"/],
    [['generate'], /no --out given/],
  ])('a usage error of %j exits 2 and says what is meant', async (args, said) => {
    const end = await bundled(...args);
    expect(end).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(said) });
  });

  test("a user's flow that holds only what differs is sound; a dangling route is a finding with its way", async () => {
    const good = join(dir, 'good.yml');
    writeFileSync(
      good,
      'extends: generative\nagents:\n  impl-creator:\n    routes:\n      - { type: NEXT, agent: code-reviewer }\n',
    );
    expect(await bundled('flow', 'lint', good)).toMatchObject({ code: 0 });
    const bad = join(dir, 'bad.yml');
    writeFileSync(
      bad,
      'extends: generative\nagents:\n  impl-creator:\n    routes:\n      - { type: NEXT, agent: code-reveiwer }\n',
    );
    const end = await bundled('flow', 'lint', bad);
    expect([end.code, end.stdout]).toEqual([1, expect.stringMatching(/code-reveiwer.*did you mean code-reviewer\?/)]);
    expect(end.stdout).toMatch(/path: issue-creator -> .* -> impl-creator/);
    const json = JSON.parse((await bundled('flow', 'lint', bad, '--json')).stdout) as { findings: unknown[] };
    expect(json.findings.length).toBeGreaterThan(0);
  });

  test('generate writes the same bytes twice, and --check tells a changed file', async () => {
    const args = ['generate', '--flow', 'generative', '--profile', 'bitnet-rs', '--out', join(dir, 'out')];
    expect((await bundled(...args)).stdout).toMatch(/^wrote /);
    const file = join(dir, 'out', 'generative.yml');
    const first = readFileSync(file);
    expect((await bundled(...args)).stdout).toMatch(/unchanged/);
    expect(readFileSync(file)).toEqual(first);
    expect(await bundled(...args, '--check')).toMatchObject({ code: 0 });
    writeFileSync(file, `${first.toString()}# by hand\n`);
    expect(await bundled(...args, '--check')).toMatchObject({ code: 1, stdout: expect.stringContaining('differs') });
  });

  test('a flow or profile file is one of the repository that --out lies in, and the workflow gets its path there', async () => {
    const repository = join(dir, 'their repository');
    mkdirSync(join(repository, '.github/bitnet-flow'), { recursive: true });
    const [flow, profile] = ['flow', 'profile'].map((name) => `.github/bitnet-flow/${name}.yml`) as [string, string];
    writeFileSync(join(repository, flow), 'extends: generative\n');
    writeFileSync(join(repository, profile), 'profile: mine\nextends: node\ntitle: Mine\n');
    // A file of the same name here is not theirs.
    mkdirSync(join(dir, '.github/bitnet-flow'), { recursive: true });
    writeFileSync(join(dir, profile), 'profile: other\nextends: node\ntitle: Other\n');
    const out = join(repository, '.github/workflows');
    const generate = (file: string) =>
      bundled('generate', '--profile', 'mine', '--profile-file', file, '--flow-file', flow, '--out', out);
    for (const file of [profile, join(repository, profile), join('their repository', profile)]) {
      expect(await generate(file)).toMatchObject({ code: 0, stderr: '' });
      const text = readFileSync(join(out, 'generative.yml'), 'utf8');
      expect(new Set(text.match(/(?:flow|profile)-file: .*/g))).toEqual(
        new Set([`flow-file: ${flow}`, `profile-file: ${profile}`]),
      );
      expect(text.split('\n')[0]).toContain(`--profile mine --flow-file ${flow} --profile-file ${profile}\``);
    }
    const outside = join(dir, 'outside.yml');
    writeFileSync(outside, 'profile: mine\nextends: node\ntitle: Mine\n');
    for (const file of [outside, '../outside.yml', 'absent.yml']) {
      const end = await generate(file);
      expect([end.code, end.stderr]).toEqual([2, expect.stringMatching(/^bad-input \(--profile-file\): there is no /)]);
    }
  });
});

describe('start', () => {
  test('a host that is out of reach is told in one line, and the exit code says that nothing was looked at', async () => {
    const world = { GITHUB_TOKEN: ['any', 'token'].join('-'), GITHUB_API_URL: 'http://127.0.0.1:9' };
    for (const args of [['board'], ['merge', 'plan'], ['attest', 'verify', '--pr', '3'], ['explain', '3']]) {
      const env = Object.entries(world).map(([name, value]) => `${name}=${value}`);
      const end = await run([
        'env',
        ...env,
        process.execPath,
        join(root, 'dist/cli/index.js'),
        ...args,
        '--repo',
        'a/b',
      ]);
      expect([args, end.code, end.stderr]).toEqual([
        args,
        2,
        expect.stringMatching(
          /^host: http:\/\/127\.0\.0\.1:9, \w+ \/\S*: no answer: .*ECONNREFUSED.*\. Fix: see whether .*\n$/,
        ),
      ]);
    }
  }, 30_000);

  test('an unknown sample exits 2 with the nearest name', async () => {
    const end = await run([...tsx, 'start', '--sample', 'node-ternray']);
    expect([end.code, end.stderr]).toEqual([2, expect.stringContaining('did you mean node-ternary?')]);
  });

  test.each([
    [['--node', '/absent/node'], /^bad-input \(--node\): cannot use \/absent\/node: .*ENOENT.* Fix: /],
    [['--node', 'git'], /^bad-input \(--node\): cannot use git: it says "git version/],
    [['--runner', 'act'], /^bad-input \(--runner\): the runner "act" must be act .*, found: spawn act ENOENT/],
  ])('a program that is not there, %j, is a usage error, and nothing is made', async (args, said) => {
    const empty = join(dir, 'bin');
    mkdirSync(empty, { recursive: true });
    const git = (await run(['sh', '-c', 'command -v git'])).stdout.trim();
    if (!existsSync(join(empty, 'git'))) symlinkSync(git, join(empty, 'git'));
    const end = await run(['env', `PATH=${empty}`, ...tsx, 'start', '--sample', 'node-ternary', ...args]);
    expect(end).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(said) });
    expect(end.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('Ctrl-C ends it: nothing it started is left, and the report says so', async () => {
    let sent = false;
    const end = await run([...tsx, 'start', '--sample', 'node-ternary'], (text, pid) => {
      if (!sent && /^ {3}1 {2}issue-creator/m.test(text)) {
        sent = true;
        process.kill(pid, 'SIGINT');
      }
    });
    expect([sent, end.code]).toEqual([true, 1]);
    expect(end.stdout).toMatch(/^interrupted: /m);
    const folder = /(\.bitnet-flow\/run-[^/\s]+)/.exec(end.stdout)![1]!;
    const { stdout: processes } = await run(['ps', '-eo', 'args']);
    expect(processes.split('\n').filter((line) => line.includes(folder))).toEqual([]);
    rmSync(join(root, folder), { recursive: true, force: true });
  });
});
