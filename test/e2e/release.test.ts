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
import { subjectsOf } from '../../scripts/release/attest.ts';
import { push, ReleaseError } from '../../scripts/release/git.ts';
import { runStep } from '../../scripts/release/steps.ts';
import { endOf, type End } from './process-end.ts';

// A whole release, step by step as the workflow runs it, from a clone to repositories on this machine.
const root = fileURLToPath(new URL('../..', import.meta.url));
const NAMES = ['gate-tests', 'router'];
let dir: string;
let clone: string;

async function execute(file: string, ...argv: string[]): Promise<End> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: dir, TMPDIR: process.env['TMPDIR'] ?? tmpdir() };
  return endOf(file, argv, { cwd: dir, env });
}

async function git(place: string, ...argv: string[]): Promise<string> {
  const end = await execute('git', '-C', place, '-c', 'user.name=M', '-c', 'user.email=m@example.invalid', ...argv);
  if (end.code !== 0) throw new Error(`git ${argv.join(' ')}: ${end.stderr}`);
  return end.stdout.trim();
}

const bare = (name: string): string => join(dir, 'hosts', `${name}.git`);
const read = (path: string): string => readFileSync(join(clone, path), 'utf8');

/** What says where a step works: repositories below `hosts`. */
function argumentsOf(step: string, version: string, more: readonly string[]): string[] {
  const home = ['--root', clone, '--home', `file://${bare('home')}`];
  const mirrors = ['--mirror', `file://${join(dir, 'hosts')}/{name}.git`];
  const only = step === 'mirrors' ? NAMES.flatMap((name) => ['--only', name]) : [];
  return [step, '--version', version, ...home, ...mirrors, ...only, ...more];
}

/** A step of the release. */
async function release(step: string, version: string, ...more: string[]): Promise<End> {
  let stdout = '';
  const print = (line: string): void => void (stdout += `${line}\n`);
  return runStep(argumentsOf(step, version, more), { print, token: undefined }).then(
    ({ ok }) => ({ code: ok ? 0 : 1, stdout, stderr: '' }),
    (error: unknown) => {
      if (!(error instanceof ReleaseError)) throw error;
      return { code: 1, stdout, stderr: error.message };
    },
  );
}

/** Every ref of every repository: what a step may have changed. */
async function everything(): Promise<string> {
  const refs = await Promise.all(['home', ...NAMES].map((name) => git(bare(name), 'for-each-ref')));
  return refs.join('\n--\n');
}

const commitOf = (name: string, ref: string): Promise<string> => git(bare(name), 'rev-parse', `${ref}^{commit}`);

/** Commits a version on main of the clone and pushes it. */
async function commitVersion(version: string): Promise<string> {
  for (const path of ['package.json', 'package-lock.json']) {
    const json = JSON.parse(read(path)) as { version: string; packages?: Record<string, { version?: string }> };
    json.version = version;
    if (json.packages !== undefined) json.packages['']!.version = version;
    writeFileSync(join(clone, path), `${JSON.stringify(json, null, 2)}\n`);
  }
  await git(clone, 'add', '-A');
  await git(clone, 'commit', '-q', '--allow-empty', '-m', `build: ${version}`);
  await git(clone, 'push', '-q', bare('home'), 'HEAD:main');
  return git(clone, 'rev-parse', 'HEAD');
}

beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'release-')));
  clone = join(dir, 'clone');
  for (const part of ['dist', 'LICENSE', 'package.json', 'package-lock.json', 'workflows-templates/pins']) {
    mkdirSync(dirname(join(clone, part)), { recursive: true });
    cpSync(join(root, part), join(clone, part), { recursive: true });
  }
  await git(clone, 'init', '-q', '-b', 'main');
  for (const name of ['home', ...NAMES]) {
    mkdirSync(bare(name), { recursive: true });
    await git(bare(name), 'init', '-q', '--bare', '-b', 'main');
  }
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('a release', () => {
  test('is refused for what is wrong with the clone, each thing by name, and nothing is pushed', async () => {
    await commitVersion('1.0.0');
    writeFileSync(join(clone, 'notes.txt'), 'mine');
    const end = await release('tag', '2.0.0');
    expect([end.code, end.stdout]).toEqual([1, '']);
    expect(end.stderr.split('\n')).toEqual([
      expect.stringMatching(/^package\.json says 1\.0\.0, not 2\.0\.0: /),
      expect.stringMatching(/^package-lock\.json says 1\.0\.0, not 2\.0\.0: /),
      expect.stringMatching(/^the pages say @v1 and this version moves v2: /),
      expect.stringMatching(/^the tree is not clean: commit or remove notes\.txt/),
    ]);
    rmSync(join(clone, 'notes.txt'));
    expect(await everything()).not.toContain('refs/tags');
  });

  test.each([
    ['v1.0.0', /"v1\.0\.0" is no version: write it as 1\.2\.3/],
    ['1.0.0; rm -rf /', /"1\.0\.0; rm -rf \/" is no version/],
    ['--upload-pack=x', /version/],
  ])('takes no version %j', async (version, said) => {
    const end = await release('check', version);
    expect([end.code, end.stdout, end.stderr]).toEqual([1, '', expect.stringMatching(said)]);
  });

  test('as a command says each refusal on a line of its own, and exits 1', async () => {
    const argv = [join(root, 'scripts/release/cli.ts'), ...argumentsOf('check', '1.0.1', [])];
    const end = await execute(process.execPath, '--import', import.meta.resolve('tsx'), ...argv);
    expect(end).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^(refused: package(-lock)?\.json says 1\.0\.0.*\n){2}$/),
    });
  });

  test.each([
    [['publish', '--version', '1.0.0'], 'say which step: check, attest, tag, mirrors'],
    [['check'], 'give --version'],
    [['check', '--force'], "Unknown option '--force'"],
  ])('takes no %j', async (argv, said) => {
    await expect(runStep(argv, { print: () => undefined, token: undefined })).rejects.toThrow(said);
  });

  test('is refused for a commit that is not on main', async () => {
    await git(clone, 'commit', '-q', '--allow-empty', '-m', 'feat: aside');
    expect(await release('check', '1.0.0')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not on main of'),
    });
    await git(clone, 'reset', '-q', '--hard', 'HEAD~1');
    expect(await release('check', '1.0.0')).toMatchObject({ code: 0, stderr: '' });
  });

  test('says in a dry run what it would do, and does none of it', async () => {
    const before = await everything();
    const [tag, mirrors] = [await release('tag', '1.0.0', '--dry-run'), await release('mirrors', '1.0.0', '--dry-run')];
    expect([tag.code, tag.stdout]).toEqual([
      0,
      expect.stringMatching(/create v1\.0\.0 at \w+, create v1 at \w+\ndry run: nothing/),
    ]);
    expect([mirrors.code, mirrors.stdout]).toEqual([
      0,
      expect.stringMatching(
        /^gate-tests: create main \(\w+\), create v1\.0\.0 .*\nrouter: create main .*\ndry run: nothing/,
      ),
    ]);
    expect(await everything()).toBe(before);
  });

  test('publishes no mirror before the tag is there', async () => {
    expect(await release('mirrors', '1.0.0')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('run the step tag first'),
    });
  });

  test('tags the commit, and each mirror holds the bytes that `bitnet-flow mirror` makes', async () => {
    const head = await git(clone, 'rev-parse', 'HEAD');
    expect(await release('tag', '1.0.0')).toMatchObject({ code: 0, stderr: '' });
    expect(await release('mirrors', '1.0.0')).toMatchObject({ code: 0, stderr: '' });
    for (const tag of ['v1.0.0', 'v1']) {
      expect(await git(bare('home'), 'cat-file', '-t', tag)).toBe('tag');
      expect(await commitOf('home', tag)).toBe(head);
    }
    const made = join(dir, 'made');
    expect(await execute(process.execPath, join(clone, 'dist/cli/index.js'), 'mirror', '--out', made)).toMatchObject({
      code: 0,
    });
    for (const name of NAMES) {
      const got = join(dir, `checked out ${name}`);
      await git(dir, 'clone', '-q', '--branch', 'v1', bare(name), got);
      expect(await execute('diff', '-r', '--exclude=.git', got, join(made, name))).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
      expect(await git(got, 'show', '-s', '--format=%an%n%B', 'v1.0.0^{commit}')).toBe(
        `github-actions[bot]\nbuild: 1.0.0\n\nAssembled from bitnet-flow/bitnet-flow@${head}.`,
      );
      expect(new Set(await Promise.all(['main', 'v1', 'v1.0.0'].map((ref) => commitOf(name, ref)))).size).toBe(1);
    }
  });

  test('a clone of it generates workflows that pin it; one commit later the placeholder is back', async () => {
    const [at, out] = [join(dir, 'released'), join(dir, 'workflows')];
    await git(dir, 'clone', '-q', '--branch', 'v1.0.0', bare('home'), at);
    const pins = async (): Promise<Set<string>> => {
      const argv = [join(at, 'dist/cli/index.js'), 'generate', '--profile', 'node', '--out', out];
      expect(await execute(process.execPath, ...argv)).toMatchObject({ code: 0, stderr: '' });
      const text = readFileSync(join(out, 'generative.yml'), 'utf8');
      return new Set([...text.matchAll(/bitnet-flow\/actions\/[a-z-]+@(.+)$/gm)].map((match) => match[1]!));
    };
    expect(await pins()).toEqual(new Set([`${await git(clone, 'rev-parse', 'HEAD')} # v1.0.0`]));
    await git(at, 'commit', '-q', '--allow-empty', '-m', 'feat: mine');
    expect(await pins()).toEqual(new Set([`${'0'.repeat(40)} # unreleased`]));
  });

  test('changes nothing the second time', async () => {
    const before = await everything();
    expect((await release('tag', '1.0.0')).stdout).toMatch(/: unchanged\n$/);
    expect((await release('mirrors', '1.0.0')).stdout).toBe('gate-tests: unchanged\nrouter: unchanged\n');
    expect(await everything()).toBe(before);
  });

  test('goes on where one was cut off, and gives the same commits', async () => {
    const before = await everything();
    for (const ref of ['refs/heads/main', 'refs/tags/v1.0.0', 'refs/tags/v1'])
      await git(bare('router'), 'update-ref', '-d', ref);
    await git(bare('home'), 'update-ref', '-d', 'refs/tags/v1');
    expect(await release('tag', '1.0.0')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/: create v1 at \w+\n$/),
    });
    expect((await release('mirrors', '1.0.0')).stdout).toMatch(
      /^gate-tests: unchanged\nrouter: create main .*\nrouter: pushed\n$/,
    );
    expect(await everything()).toBe(before);
  });

  test('refuses a version that is tagged at another commit', async () => {
    await commitVersion('1.0.0');
    const before = await everything();
    for (const step of ['check', 'tag', 'mirrors'])
      expect(await release(step, '1.0.0')).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^v1\.0\.0 is \w{40} already.*another number$/),
      });
    expect(await everything()).toBe(before);
  });

  test('moves v1 with the next version, and puts it on top of the last', async () => {
    const last = await commitOf('router', 'main');
    const head = await commitVersion('1.1.0');
    expect((await release('tag', '1.1.0')).stdout).toMatch(/create v1\.1\.0 at \w+, move v1 at/);
    expect(await release('mirrors', '1.1.0')).toMatchObject({ code: 0, stderr: '' });
    expect(await commitOf('home', 'v1')).toBe(head);
    expect(await commitOf('router', 'v1.0.0')).toBe(last);
    expect(await git(bare('router'), 'rev-list', 'v1')).toBe(`${await commitOf('router', 'v1.1.0')}\n${last}`);
    expect(await commitOf('router', 'main')).toBe(await commitOf('router', 'v1'));
  });

  test('a mirror that is missing or that somebody changed stops all of them', async () => {
    await commitVersion('1.1.1');
    await release('tag', '1.1.1');
    const tree = await git(bare('router'), 'rev-parse', 'main^{tree}');
    const by = await git(bare('router'), 'commit-tree', tree, '-p', 'main', '-m', 'by hand');
    await git(bare('router'), 'update-ref', 'refs/heads/main', by);
    const before = await everything();
    const end = await release('mirrors', '1.1.1', '--only', 'gate-format');
    expect([end.code, end.stderr]).toEqual([1, expect.stringContaining('no mirror was pushed')]);
    expect(end.stderr).toMatch(
      /gate-format: file:.* cannot be read: make it with `gh repo create bitnet-flow\/gate-format --public`/,
    );
    expect(end.stderr).toMatch(new RegExp(`router: main of .* is ${by}, which no release made`));
    expect(await everything()).toBe(before);
    expect(await release('mirrors', '1.1.1', '--dry-run')).toMatchObject({ code: 1, stderr: '' });
    await expect(release('mirrors', '1.1.1', '--only', 'gate-test')).rejects.toThrow('there is no action "gate-test"');
  });

  test('a released version of a mirror never changes', async () => {
    const tag = await git(bare('router'), 'rev-parse', 'v1.1.0');
    await git(bare('router'), 'update-ref', 'refs/tags/v1.1.1', tag);
    const end = await release('mirrors', '1.1.1');
    expect(end.stderr).toMatch(/router: v1\.1\.1 of .* has other content, and a released version never changes/);
  });
});

describe('a push', () => {
  test('is all or nothing: a ref that somebody moved in the meantime stops the others too', async () => {
    const [at, hub] = [join(dir, 'pushing'), join(dir, 'pushed.git')];
    mkdirSync(at);
    mkdirSync(hub);
    await git(hub, 'init', '-q', '--bare', '-b', 'main');
    await git(at, 'init', '-q', '-b', 'main');
    const commit = async (): Promise<string> => {
      await git(at, 'commit', '-q', '--allow-empty', '-m', 'x');
      return git(at, 'rev-parse', 'HEAD');
    };
    const [seen, theirs, ours] = [await commit(), await commit(), await commit()];
    await git(at, 'push', '-q', hub, `${theirs}:refs/heads/main`);
    const updates = [
      { ref: 'refs/heads/main', from: seen, to: ours },
      { ref: 'refs/tags/v1.0.0', from: undefined, to: ours },
    ];
    const remote = { url: `file://${hub}`, token: undefined };
    await expect(push({ gitDir: join(at, '.git') }, remote, updates)).rejects.toThrow(
      /git push .* failed.*stale info/s,
    );
    expect(await git(hub, 'for-each-ref')).toBe(`${theirs} commit\trefs/heads/main`);
  });

  test('to the live host needs a token, and says so before it begins', async () => {
    const remote = { url: 'https://127.0.0.1:1/x.git', token: undefined };
    await expect(push({ gitDir: dir }, remote, [])).rejects.toThrow('RELEASE_TOKEN is not set');
  });
});

describe('what is attested', () => {
  test('every content once: shared files by their name, those of one mirror by its folder, and the CLI', () => {
    const [shared, own] = ['a'.repeat(64), 'b'.repeat(64)];
    const subjects = subjectsOf(
      `${shared}  admit/dist/index.js\n${own}  admit/action.yml\n${shared}  router/dist/index.js\n`,
      root,
    );
    expect(subjects).toEqual([
      { name: 'dist/index.js', digest: { sha256: shared } },
      { name: 'admit/action.yml', digest: { sha256: own } },
      ...['dist/cli', 'dist/parity']
        .filter((folder) => existsSync(join(root, folder)))
        .flatMap((folder) =>
          readdirSync(join(root, folder))
            .sort()
            .map((file) => `${folder}/${file}`),
        )
        .map((name) => ({ name, digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } })),
    ]);
    expect(subjects.map(({ name }) => name)).toContain('dist/cli/index.js');
  });

  test('a dry run lists it; without the identity of a workflow run nothing is signed', async () => {
    const dry = await release('attest', '1.1.1', '--dry-run');
    expect([dry.code, dry.stdout]).toEqual([
      0,
      expect.stringMatching(/^[0-9a-f]{64} {2}\S+\n.* {2}dist\/cli\/index\.js\n.*dry run/s),
    ]);
    expect(dry.stdout).toMatch(/ {2}dist\/index\.js\n/);
    expect(await release('attest', '1.1.1')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('RELEASE_TOKEN is not set'),
    });
  });

  test('lines that are no checksums are refused', () => {
    expect(() => subjectsOf('xyz  admit/action.yml\n', root)).toThrow(/SHA256SUMS has the line/);
  });
});
