import { execFile } from 'node:child_process';
import {
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

const root = fileURLToPath(new URL('../..', import.meta.url));
const pin = `bitnet-flow/bitnet-flow@${'a1'.repeat(20)}`;
let dir: string;
beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'init repository ')));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface End {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(file: string, args: readonly string[], cwd: string, more: Record<string, string> = {}): Promise<End> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(GITHUB_|GH_|NODE_OPTIONS|GIT_)/.test(name));
  const env = { ...Object.fromEntries(kept), GIT_CEILING_DIRECTORIES: dirname(dir), ...more };
  return new Promise((resolve) =>
    execFile(file, args, { cwd, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr }),
    ),
  );
}
const init = (cwd: string, ...args: string[]) =>
  run(process.execPath, [join(root, 'dist/cli/index.js'), 'init', ...args], cwd);

/** A repository with the files given. */
async function repository(name: string, files: Record<string, string>): Promise<string> {
  const top = join(dir, name);
  mkdirSync(top, { recursive: true });
  await run('git', ['init', '-q', '-b', 'main'], top);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
  return top;
}

/** Every file below .github, by path. */
function written(top: string): Map<string, string> {
  const github = join(top, '.github');
  const paths = existsSync(github) ? readdirSync(github, { recursive: true, withFileTypes: true }) : [];
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [file.slice(top.length + 1), readFileSync(file, 'utf8')]));
}
const states = (stdout: string) =>
  Object.fromEntries([...stdout.matchAll(/^ {2}(\w+) +(\.github\S+)$/gm)].map(([, state, path]) => [path, state]));

const CONFIG = '.github/bitnet-flow/config.yml';
const FORM = '.github/ISSUE_TEMPLATE/bitnet-flow.yml';
const HOPS = '.github/workflows/generative.yml';

describe('bitnet-flow init', () => {
  test('in a subfolder of a repository whose path has spaces: writes at the top, the second run changes nothing', async () => {
    const top = await repository('my node', { 'package.json': '{}', 'src/index.js': '' });
    const dry = await init(join(top, 'src'), '--actions', pin, '--dry-run');
    expect([dry.code, dry.stderr, written(top).size]).toEqual([0, '', 0]);
    const first = await init(join(top, 'src'), '--actions', pin);
    expect([first.code, first.stderr]).toEqual([0, '']);
    // The dry run said what came.
    expect(states(first.stdout)).toEqual(states(dry.stdout));
    const files = written(top);
    expect(Object.keys(states(first.stdout)).sort()).toEqual([...files.keys()].sort());
    expect([...files.keys()]).toEqual(expect.arrayContaining([CONFIG, FORM, HOPS]));
    expect(new Set(Object.values(states(first.stdout)))).toEqual(new Set(['create']));
    for (const [path, text] of files) {
      if (!path.includes('/workflows/')) continue;
      const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, name]) => name!);
      expect(uses.length).toBeGreaterThan(0);
      expect(uses.filter((name) => !/@[0-9a-f]{40}$/.test(name) || /@0{40}$/.test(name))).toEqual([]);
      expect(
        uses.filter((name) => !name.startsWith('actions/checkout@') && !name.endsWith(pin.split('@')[1]!)),
      ).toEqual([]);
    }
    const second = await init(top);
    expect([second.code, second.stderr]).toEqual([0, '']);
    expect(new Set(Object.values(states(second.stdout)))).toEqual(new Set(['unchanged']));
    expect(written(top)).toEqual(files);
    // What was told before is not told again.
    expect(second.stdout).toContain('Every file is as init writes it.');
    expect(second.stdout).not.toMatch(/by hand|gh label create|git add/);
    expect(first.stdout).toMatch(/gh api --method PUT repos\/\{owner\}\/\{repo\}\/actions\/permissions\/workflow/);
    expect(first.stdout).toMatch(/gh label create 'flow:generative'/);
    expect(first.stdout).toMatch(/"context":"generative:gate:required"/);
  });

  test('a file that somebody changed is left alone and told, one that only became old is brought up to date', async () => {
    const top = await repository('changed', { 'Cargo.toml': '[workspace]\n' });
    await init(top, '--actions', pin);
    const form = `${readFileSync(join(top, FORM), 'utf8')}# ours\n`;
    writeFileSync(join(top, FORM), form);
    const next = pin.replace('a1a1', 'b2b2');
    const end = await init(top, '--actions', next);
    expect([end.code, end.stderr]).toEqual([1, '']);
    expect(states(end.stdout)).toMatchObject({ [CONFIG]: 'update', [HOPS]: 'update', [FORM]: 'differs' });
    expect(readFileSync(join(top, FORM), 'utf8')).toBe(form);
    expect(readFileSync(join(top, HOPS), 'utf8')).toContain(next.split('@')[1]);
    // The hint that was printed shows the difference and nothing else.
    const [, hint = ''] = /^ {2}bitnet-flow (init --print \S+) \| diff/m.exec(end.stdout) ?? [];
    const planned = await init(top, ...hint.split(' ').slice(1));
    expect(form).toBe(`${planned.stdout}# ours\n`);
    const forced = await init(top, '--force');
    expect([forced.code, states(forced.stdout)[FORM]]).toEqual([0, 'replace']);
    expect(readFileSync(join(top, FORM), 'utf8')).toBe(planned.stdout);
  });

  test('contracts and tiers: their workflows come, keep what people made of the runners, and a second run changes nothing', async () => {
    const top = await repository('contracts and tiers', { 'package.json': '{}', 'ci/gates.toml': '' });
    const first = await init(top, '--actions', pin, '--contracts', '--registry', 'ci/gates.toml');
    expect([first.code, first.stderr]).toEqual([0, '']);
    const more = ['bitnet-flow-pull-request', 'bitnet-flow-merge-guard', 'tier-a', 'tier-b', 'gates-runner-image'];
    const files = written(top);
    for (const name of more) {
      const text = files.get(`.github/workflows/${name}.yml`)!;
      expect(text).toMatch(/^# Generated from \.github\/bitnet-flow\/config\.yml by `bitnet-flow init`/);
      expect(text).not.toMatch(/@0{40}/);
    }
    expect(files.get('.github/workflows/tier-b.yml')).toContain('registry: ci/gates.toml');
    expect(files.get('.github/workflows/bitnet-flow-merge-guard.yml')).toContain('registry: ci/gates.toml');
    expect(first.stdout).toMatch(/"context":"merge-guard"/);
    expect(first.stdout).toMatch(/gates-environment\.sh \{owner\}\/\{repo\} REVIEWER/);
    const runners = '.github/gates/runner-set.values.yml';
    writeFileSync(join(top, runners), `${files.get(runners)!}# ours\n`);
    const second = await init(top);
    expect([second.code, new Set(Object.values(states(second.stdout)))]).toEqual([0, new Set(['unchanged'])]);
    expect(written(top).get(runners)).toBe(`${files.get(runners)!}# ours\n`);
  });

  test("the repository's own profile and flow files are found, and the workflows read them", async () => {
    const [flow, profile] = ['.github/bitnet-flow/flow.yml', '.github/bitnet-flow/profile.yml'] as const;
    const top = await repository('own files', {
      [flow]: 'extends: generative\n',
      [profile]: 'profile: mine\nextends: node\ntitle: Mine\n',
    });
    expect(await init(top, '--actions', pin)).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(top, CONFIG), 'utf8')).toContain(`profile: mine\nprofile-file: ${profile}\n`);
    expect(readFileSync(join(top, HOPS), 'utf8')).toContain(`profile-file: ${profile}\n`);
    writeFileSync(join(top, profile), 'profile: mine\nextends: noed\ntitle: Mine\n');
    const end = await init(top);
    expect([end.code, end.stderr]).toEqual([1, expect.stringMatching(/profile\.yml:2:1.*did you mean "node"\?/)]);
  });

  test.each<[string, Record<string, string>, string[], number, RegExp]>([
    ['nothing tells the profile', { 'a.txt': '' }, ['--actions', pin], 2, /^bad-input \(--profile\).*--profile node/],
    ['two manifests', { 'Cargo.toml': '', 'package.json': '{}' }, ['--actions', pin], 2, /two profiles would fit/],
    ['a moving tag', { 'package.json': '{}' }, ['--actions', 'a/b@v1'], 2, /a tag or a branch/],
    ['a short sha', { 'package.json': '{}' }, ['--actions', 'a/b@abcdef1'], 2, /7 digits of a sha/],
    ['an unknown profile', {}, ['--profile', 'noed', '--actions', pin], 2, /did you mean "node"\?/],
    [
      'an unknown flow',
      { 'package.json': '{}' },
      ['--flow', 'generativ', '--actions', pin],
      2,
      /did you mean "generative"\?/,
    ],
    [
      'a file that it does not write',
      { 'package.json': '{}' },
      ['--actions', pin, '--print', 'x'],
      2,
      /init writes no "x"/,
    ],
    ['a bad config', { [CONFIG]: 'version: 1\nprofil: node\n' }, [], 1, /config\.yml:2:1\).*did you mean "profile"\?/],
    [
      'a profile file that is not there',
      { 'package.json': '{}' },
      ['--profile-file', 'p.yml', '--profile', 'x', '--actions', pin],
      1,
      /p\.yml, which is not there/,
    ],
  ])('refuses %s with one line that says the fix, and writes nothing', async (name, files, args, code, said) => {
    const top = await repository(`refused ${name}`, files);
    const before = written(top);
    const end = await init(top, ...args);
    expect(end).toEqual({ code, stdout: '', stderr: expect.stringMatching(said) });
    expect(end.stderr.trim().split('\n')).toHaveLength(1);
    expect(written(top)).toEqual(before);
  });

  test('a version that is not released is refused unless --actions names a commit', async () => {
    const pins = readFileSync(join(root, 'workflows-templates/pins/pins.yml'), 'utf8');
    const top = await repository('released', { 'package.json': '{}' });
    const end = await init(top);
    if (/bitnet-flow\/bitnet-flow\S*@0{40}/.test(pins)) {
      expect(end).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/not released.*--actions/) });
    } else {
      expect(end).toMatchObject({ code: 0 });
      expect(readFileSync(join(top, CONFIG), 'utf8')).toMatch(/^release: v/m);
    }
  });

  test('outside of a git repository it says what to do', async () => {
    const plain = join(dir, 'plain');
    mkdirSync(plain);
    expect(await init(plain)).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/not in a git repository.*git init/),
    });
    expect(await init(dir, '--dir', join(dir, 'absent'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/no folder/),
    });
  });
});
