import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACT_VERSION, runWithAct } from '../../src/local/executor/act.ts';
import { startGitHub, type GitHubStandIn } from '../../src/local/github/stand-in.ts';
import { ACTION_NAMES, findAction } from '../../src/registry.ts';
import { endOf, type End } from './process-end.ts';

// What a person gets who writes `uses: bitnet-flow/gate-tests@v1`: assembled by the built CLI, run far from the clone.
const root = fileURLToPath(new URL('../..', import.meta.url));
let dir: string;
let mirrors: string;

const PATH = process.env['PATH'] ?? '';
const mirror = (home: string, ...argv: string[]): Promise<End> =>
  endOf(process.execPath, [join(home, 'dist/cli/index.js'), 'mirror', ...argv], { cwd: dir, env: { PATH } });

beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'mirror e2e-')));
  mirrors = join(dir, 'mirrors');
  const end = await mirror(root, '--out', mirrors);
  expect(end).toEqual({ code: 0, stdout: expect.stringMatching(/: \d+ mirrors, \d+ files: wrote \d+\n$/), stderr: '' });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('bitnet-flow mirror', () => {
  test('makes a folder for every action, and the same bytes again', async () => {
    expect(readdirSync(mirrors).sort()).toEqual(['SHA256SUMS', ...ACTION_NAMES].sort());
    const again = join(dir, 'again');
    await mirror(root, '--out', again);
    expect(filesOf(again)).toEqual(filesOf(mirrors));
    for (const path of filesOf(mirrors)) {
      expect([path, readFileSync(join(again, path)).equals(readFileSync(join(mirrors, path)))]).toEqual([path, true]);
    }
    expect((await mirror(root, '--out', again)).stdout).toContain('unchanged');
  });

  test('its manifest is one that sha256sum confirms', async () => {
    const end = await endOf('sha256sum', ['--check', '--quiet', '--strict', 'SHA256SUMS'], {
      cwd: mirrors,
      env: { PATH },
    });
    expect(end).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('--check names what is missing, changed and unknown; a file of somebody else is never written over', async () => {
    const one = join(dir, 'one');
    expect(await mirror(root, '--out', one, '--only', 'gate-format')).toMatchObject({ code: 0 });
    expect(readdirSync(one)).toEqual(['gate-format']);
    mkdirSync(join(one, 'gate-format/.git'));
    writeFileSync(join(one, 'gate-format/.git/HEAD'), 'ref: refs/heads/main\n');
    expect(await mirror(root, '--out', one, '--only', 'gate-format', '--check')).toMatchObject({ code: 0 });
    writeFileSync(join(one, 'gate-format/dist/index.js'), 'changed');
    rmSync(join(one, 'gate-format/LICENSE'));
    expect(await mirror(root, '--out', one, '--only', 'gate-format')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('wrote 2'),
    });
    writeFileSync(join(one, 'gate-format/dist/index.js'), 'changed');
    rmSync(join(one, 'gate-format/LICENSE'));
    writeFileSync(join(one, 'gate-format/notes.txt'), 'mine');
    const end = await mirror(root, '--out', one, '--only', 'gate-format', '--check');
    expect([end.code, end.stdout.split('\n').slice(0, 3)]).toEqual([
      1,
      ['missing: gate-format/LICENSE', 'changed: gate-format/dist/index.js', 'unknown: gate-format/notes.txt'],
    ]);
    const refused = await mirror(root, '--out', one, '--only', 'gate-format');
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/^refused \(--out\): .*notes\.txt is no part/),
    ]);
    expect(existsSync(join(one, 'gate-format/LICENSE'))).toBe(false);
  });

  test.each([
    [[], /^bad-input \(--out\): no --out given/],
    [['--out', 'x', '--only', 'gate-test'], /"gate-test".*did you mean gate-tests\?/],
  ])('a usage error of %j exits 2', async (argv, said) => {
    expect(await mirror(root, ...argv)).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(said) });
  });

  test.each([
    ['dist/host.js is not there', 'dist/host.js', undefined, /dist\/host\.js is not there.*npm run build/],
    [
      'a stub names another action',
      'dist/router.js',
      "require('./index.js').run('commit');\n",
      /dist\/router\.js.*npm run generate/,
    ],
    [
      'the bundle does not know an action',
      'dist/index.js',
      "exports.actionNames = async () => ['admit'];\n",
      /dist\/index\.js does not know \S+.*npm run build/,
    ],
    [
      'the bundle is broken',
      'dist/index.js',
      'exports.run = {\n',
      /dist\/index\.js does not tell its actions.*npm run build/,
    ],
  ])('refuses a dist when %s, and writes nothing', async (_, path, content, said) => {
    const clone = mkdtempSync(join(dir, 'clone-'));
    for (const part of ['dist', 'LICENSE', 'package.json', 'workflows-templates/pins']) {
      mkdirSync(dirname(join(clone, part)), { recursive: true });
      cpSync(join(root, part), join(clone, part), { recursive: true });
    }
    expect(await mirror(clone, '--out', join(clone, 'whole'))).toMatchObject({ code: 0, stderr: '' });
    if (content === undefined) rmSync(join(clone, path));
    else writeFileSync(join(clone, path), content);
    const end = await mirror(clone, '--out', join(clone, 'out'));
    expect([end.stdout, end.stderr]).toEqual(['', expect.stringMatching(said)]);
    expect(end.code).not.toBe(0);
    expect(existsSync(join(clone, 'out'))).toBe(false);
  });
});

/** A mirror alone in a folder, as the host unpacks it. */
function unpack(name: string): string {
  const at = join(mkdtempSync(join(dir, 'actions-')), name);
  cpSync(join(mirrors, name), at, { recursive: true });
  return at;
}

const GOOD = "import test from 'node:test';\ntest('ac1_adds', () => {});\n";
const BAD = "import test from 'node:test';\ntest('ac1_adds', () => { throw new Error('red'); });\n";
const PROFILE = 'profile: small\nextends: node\ntitle: No packages\nsetup: []\n';

/** A git repository of three files whose one test passes or fails; gives its sha. */
async function repository(at: string, testFile: string): Promise<string> {
  const files = { 'package.json': '{ "type": "module" }\n', 'test/a.test.js': testFile, 'profile.yml': PROFILE };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), content);
  }
  const git = (...argv: string[]): Promise<End> =>
    endOf('git', ['-C', at, '-c', 'user.name=M', '-c', 'user.email=m@example.invalid', ...argv], {
      cwd: dir,
      env: { PATH, HOME: dir },
    });
  await git('init', '-q', '-b', 'main');
  await git('add', '-A');
  await git('commit', '-q', '-m', 'feat: small');
  return (await git('rev-parse', 'HEAD')).stdout.trim();
}

describe('a mirror alone, outside the clone', () => {
  // One of each kind, and each action of the flow.
  const names = ACTION_NAMES.filter((name) => findAction(name)!.kind === 'flow' || name === 'issue-creator');

  test.each(names)('%s starts and names the input it misses', async (name) => {
    const at = unpack(name);
    const end = await endOf(process.execPath, [join(at, `dist/${name}.js`)], {
      cwd: at,
      env: { PATH, RUNNER_TEMP: at },
    });
    expect([end.code, end.stderr]).toEqual([1, '']);
    expect(end.stdout).toMatch(new RegExp(`^bitnet-flow ${name}\n::error::bad-input .*is missing`));
  });

  test.each([
    ['pass', GOOD, 0],
    ['fail', BAD, 1],
  ])('gate-tests judges a repository: %s', async (verdict, testFile, code) => {
    const workspace = mkdtempSync(join(dir, 'work-'));
    const sha = await repository(workspace, testFile);
    const at = unpack('gate-tests');
    const env = {
      ...{ PATH, HOME: dir, RUNNER_TEMP: mkdtempSync(join(dir, 'temp-')) },
      ...{ GITHUB_WORKSPACE: workspace, GITHUB_SHA: sha, INPUT_PROFILE: 'small', 'INPUT_PROFILE-FILE': 'profile.yml' },
    };
    const end = await endOf(process.execPath, [join(at, 'dist/gate-tests.js')], { cwd: workspace, env });
    expect([end.code, end.stdout]).toEqual([code, expect.stringContaining(`generative:gate:tests: ${verdict}`)]);
  });
});

const act = spawnSync('act', ['--version'], { encoding: 'utf8' });
const here = act.status === 0 && act.stdout.includes(ACT_VERSION);

const WORKFLOW = `name: gates
on: workflow_dispatch
permissions: {}
jobs:
  tests:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      checks: write
    outputs:
      verdict: \${{ steps.gate.outputs.verdict }}
      passed: \${{ steps.gate.outputs.passed }}
    steps:
      - uses: actions/checkout@${'c'.repeat(40)} # v6
        with:
          persist-credentials: false
      - uses: bitnet-flow/gate-tests@v1
        id: gate
        with:
          profile: small
          profile-file: profile.yml
`;

describe(`uses: bitnet-flow/gate-tests@v1, under act ${ACT_VERSION}`, () => {
  (here ? test : test.skip).each([
    ['pass', GOOD, 'success'],
    ['fail', BAD, 'failure'],
  ])(
    'runs the mirror, and its verdict and Check Run are right: %s',
    async (verdict, testFile, conclusion) => {
      const run = mkdtempSync(join(dir, 'act-'));
      const seed = join(run, 'seed');
      const sha = await repository(seed, testFile);
      const github: GitHubStandIn = await startGitHub({ dir: join(run, 'github'), owner: 'acme', repo: 'small', seed });
      try {
        const uses: string[] = [];
        const result = await runWithAct({
          source: WORKFLOW,
          file: '.github/workflows/gates.yml',
          event: { name: 'workflow_dispatch', inputs: {}, actor: 'maintainer' },
          repository: 'acme/small',
          sha,
          ref: 'refs/heads/main',
          runId: 1,
          urls: { server: github.url, api: github.url, graphql: `${github.url}/graphql` },
          vars: {},
          secrets: {},
          mintToken: () => github.mintToken({ actor: 'bot', permissions: { contents: 'read', checks: 'write' } }),
          actions: (name) => {
            uses.push(name);
            return name.startsWith('actions/checkout@')
              ? { builtin: 'checkout' }
              : { dir: join(mirrors, /\/([a-z-]+)@v1$/.exec(name)![1]!) };
          },
          dir: join(run, 'run'),
        });
        expect(uses).toContain('bitnet-flow/gate-tests@v1');
        expect(result.conclusion).toBe(conclusion);
        expect(result.jobs[0]!.outputs).toEqual({ verdict, passed: verdict === 'pass' ? '1' : '0' });
        const answer = await fetch(`${github.url}/repos/acme/small/commits/${sha}/check-runs`, {
          headers: { authorization: `Bearer ${github.people.maintainer}` },
        });
        const { check_runs: checks } = (await answer.json()) as { check_runs: { name: string; conclusion: string }[] };
        expect(checks).toMatchObject([{ name: 'generative:gate:tests', conclusion }]);
        expect(github.violations).toEqual([]);
      } finally {
        await github.close();
      }
    },
    120_000,
  );
});
