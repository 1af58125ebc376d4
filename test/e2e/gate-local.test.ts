import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GateAnswer } from '../../src/commands/gate/judge.ts';

// The built CLI runs the built actions on a repository with packages, as on a person's machine.
const root = fileURLToPath(new URL('../..', import.meta.url));
let dir: string;
let top: string;

interface End {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
function run(file: string, args: readonly string[]): Promise<End> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(GITHUB_|GH_|NODE_OPTIONS|GIT_)/.test(name));
  const env = { ...Object.fromEntries(kept), XDG_CACHE_HOME: join(dir, 'cache'), TMPDIR: join(dir, 'tmp') };
  return new Promise((resolve) =>
    execFile(file, args, { cwd: top, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr }),
    ),
  );
}
const cli = (...args: string[]) => run(process.execPath, [join(root, 'dist/cli/index.js'), 'gate', ...args]);
async function answer(...args: string[]): Promise<End & { json: GateAnswer }> {
  const end = await cli(...args, '--json');
  return { ...end, json: JSON.parse(end.stdout) as GateAnswer };
}
async function git(...args: string[]): Promise<string> {
  const end = await run('git', ['-c', 'user.name=M', '-c', 'user.email=m@example.invalid', ...args]);
  if (end.code !== 0) throw new Error(end.stderr);
  return end.stdout.trim();
}
const write = (path: string, text: string): void => writeFileSync(join(top, path), text);
const gate = ({ json }: { json: GateAnswer }, name: string) => json.gates.find((row) => row.gate === name)!;

/** The sample's lock file with the versions that this clone has installed, whose packages are lent to it. */
function lockAsInstalled(file: string): void {
  type List = { packages: Record<string, { version?: string; integrity?: string }> };
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as List;
  const lock = read(file);
  const installed = read(join(root, 'node_modules/.package-lock.json')).packages;
  for (const [path, entry] of Object.entries(lock.packages)) {
    const { version, integrity } = installed[path] ?? {};
    if (version !== undefined && integrity !== undefined) Object.assign(entry, { version, integrity });
  }
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gate local '));
  top = join(dir, 'demo');
  cpSync(join(root, 'examples/node-ternary/repo'), top, { recursive: true });
  cpSync(join(root, 'examples/node-ternary/repo/.gitignore'), join(top, '.gitignore'));
  writeFileSync(join(top, '.gitignore'), 'node_modules\n');
  lockAsInstalled(join(top, 'package-lock.json'));
  cpSync(join(root, 'LICENSE'), join(dir, 'tmp', 'keep'), { recursive: true });
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', 'https://user:hunter2@example.invalid/acme/demo.git');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'feat: sample');
  symlinkSync(join(root, 'node_modules'), join(top, 'node_modules'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('bitnet-flow gate', () => {
  test('runs the actions side by side, passes, and leaves nothing behind', async () => {
    const before = readFileSync(join(top, '.git/config'), 'utf8');
    const end = await answer('format', 'tests', 'spec', '--jobs', '3');
    expect([end.code, end.stderr]).toEqual([0, expect.stringContaining('✓ tests: pass')]);
    expect(end.json).toMatchObject({ v: 1, ok: true, sha: await git('rev-parse', 'HEAD'), profile: 'node' });
    expect(end.json.gates.map(({ gate, verdict }) => [gate, verdict])).toEqual([
      ['spec', 'pass'],
      ['format', 'pass'],
      ['tests', 'pass'],
    ]);
    expect(gate(end, 'tests').evidence).toContainEqual({ key: 'node --test', value: '17/17 pass' });
    // A gate takes credentials out of its checkout, and this is not its checkout.
    expect(readFileSync(join(top, '.git/config'), 'utf8')).toBe(before);
    expect(await git('status', '--porcelain')).toBe('');
    expect(readdirSync(join(dir, 'tmp'))).toEqual(['keep']);
  });

  test('judges the commit and not the work tree, and says so', async () => {
    write('src/broken.js', 'const   x = 1\n');
    try {
      const end = await cli('format');
      expect([end.code, end.stdout]).toEqual([0, expect.stringContaining('1 pass')]);
      expect(end.stderr).toContain('without the uncommitted changes of src/broken.js');
      await git('checkout', '--quiet', '-b', 'broken');
      await git('add', '--all');
      await git('commit', '--quiet', '--message', 'feat: broken');
      rmSync(join(top, 'src/broken.js')); // removed here, and still in the commit
      const red = await answer('format', '--base', 'main');
      expect([red.code, gate(red, 'format').verdict]).toEqual([1, 'fail']);
      expect(gate(red, 'format').annotations[0]).toMatchObject({ path: 'src/broken.js' });
      expect(red.json).toMatchObject({ ok: false, base: { name: 'main' }, uncommitted: ['src/broken.js'] });
      expect((await cli('format', '--base', 'main')).stdout).toMatch(/^✗ fail {5}format .*[^]*src\/broken\.js:1/);
    } finally {
      await git('checkout', '--quiet', '--force', 'main');
    }
  });

  test('a skip that the profile accepts is enough; a gate that cannot start is red', async () => {
    const skipped = await answer('quantization');
    expect([skipped.code, gate(skipped, 'quantization')]).toEqual([
      0,
      expect.objectContaining({ verdict: 'skipped', reason: 'n/a-surface', ok: true }),
    ]);
    const end = await answer('tests', '--timeout', '1', '--profile', 'cargo');
    expect([end.code, end.json.ok]).toEqual([1, false]);
    expect(existsSync(join(top, 'target'))).toBe(false);
  });

  test('serves a pass of the same inputs and proves it; a failure, and what was tampered with, is run again', async () => {
    const first = await answer('format', 'spec');
    expect(first.json.cacheOff).toBeNull(); // a host without isolation has no cache, and this test nothing to see
    const second = await answer('format', 'spec');
    const { cached, evidence } = gate(second, 'format');
    expect(cached).toMatchObject({ key: expect.stringMatching(/^[0-9a-f]{64}$/), sha: first.json.sha });
    expect(evidence).toContainEqual({ key: 'prettier', value: 'all files formatted' });
    const told = await cli('format');
    expect(told.stdout).toContain(`kept ${cached!.key.slice(0, 12)}`);
    expect(told.stdout).toContain(`${cached!.key}  run on ${first.json.sha.slice(0, 12)}`);
    expect(gate(await answer('format', '--no-cache'), 'format').cached).toBeUndefined();

    const file = join(dir, 'cache/bitnet-flow/gates', `${cached!.key}.json`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('all files formatted', 'all files are fine'));
    const again = await answer('format');
    expect(gate(again, 'format')).toMatchObject({ verdict: 'pass', refused: 'its report was changed' });

    // A new commit with code that is not formatted: spec reads nothing of it, format all of it.
    write('src/more.js', 'const   y = 1\n');
    await git('checkout', '--quiet', '-b', 'more');
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'feat: more');
    const moved = [await answer('format'), await answer('format')];
    expect(moved.map((end) => [end.code, gate(end, 'format').verdict, gate(end, 'format').cached])).toEqual([
      [1, 'fail', undefined],
      [1, 'fail', undefined],
    ]);
    await git('checkout', '--quiet', 'main');
  });

  test.each([
    [['test'], 'did you mean tests?'],
    [[], 'no gate is named'],
    [['--all', 'tests'], 'leave one of both out'],
    [['tests', '--base', 'nowhere'], 'is no commit of this repository'],
    [['tests', '--profile', 'nodes'], 'did you mean "node"?'],
    [['tests', '--jobs', '0'], 'whole number from 1 to 64'],
  ])('%j is a mistake of usage', async (args, said) => {
    const end = await cli(...args);
    expect([end.code, end.stdout, end.stderr]).toEqual([2, '', expect.stringContaining(said)]);
  });
});
