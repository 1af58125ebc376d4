import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const agent = JSON.stringify([process.execPath, join(root, 'examples/agents/outline.mjs')]);
let dir: string;
let top: string;

interface End {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
function run(file: string, args: readonly string[], cwd: string, more: Record<string, string> = {}): Promise<End> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(GITHUB_|GH_|GIT_|BITNET_|NODE_OPTIONS|INIT_CWD)/.test(name),
  );
  const who = {
    GIT_AUTHOR_NAME: 'M',
    GIT_AUTHOR_EMAIL: 'm@example.invalid',
    GIT_COMMITTER_NAME: 'M',
    GIT_COMMITTER_EMAIL: 'm@example.invalid',
  };
  return new Promise((resolve) =>
    execFile(
      file,
      args,
      { cwd, env: { ...Object.fromEntries(kept), ...who, ...more }, maxBuffer: 1 << 26 },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr }),
    ),
  );
}
const tsx = ['--import', import.meta.resolve('tsx'), join(root, 'src/cli.ts')];
const cli = (cwd: string, args: readonly string[], env: Record<string, string> = {}) =>
  run(process.execPath, [...tsx, ...args], cwd, env);

/** A repository on another branch than usual, in a path with spaces, whose actions come from a fork. */
beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'own repository ')));
  top = join(dir, 'my rocket');
  mkdirSync(join(top, 'src'), { recursive: true });
  writeFileSync(join(top, 'package.json'), '{}\n');
  writeFileSync(join(dir, 'issue.md'), '# Fly\n\nAC1: it flies\nAC2: it lands\n');
  writeFileSync(join(dir, 'untitled.md'), '\n\n');
  await run('git', ['init', '-q', '-b', 'trunk'], top);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('start --repository', () => {
  test('says what is missing until everything is there, then runs hops of what HEAD holds', async () => {
    const start = ['start', '--repository', 'my rocket', '--issue', 'issue.md', '--command', agent, '--hops', '3'];
    const refused = async (said: RegExp, args: readonly string[] = start) => {
      const end = await cli(dir, args);
      expect(end).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(said) });
    };
    await refused(/--repository\).*no commit yet/);
    await run('git', ['commit', '-q', '--allow-empty', '-m', 'feat: empty'], top);
    await refused(/has no \.github\/bitnet-flow\/config\.yml.*bitnet-flow init/);
    expect(await cli(top, ['init', '--actions', `me/fork@${'a1'.repeat(20)}`])).toMatchObject({ code: 0 });
    await refused(/commit what init wrote/);
    await run('git', ['add', '-A'], top);
    await run('git', ['commit', '-qm', 'feat: rocket'], top);
    await refused(
      /--issue\).*a flow begins with one/,
      start.filter((word) => word !== '--issue' && word !== 'issue.md'),
    );
    await refused(
      /--issue\).*no title/,
      start.map((word) => (word === 'issue.md' ? 'untitled.md' : word)),
    );
    await refused(
      /--command\).*JSON array/,
      start.map((word) => (word === agent ? 'node agent.mjs' : word)),
    );
    await refused(
      /--command\).*which program/,
      start.filter((word) => word !== '--command' && word !== agent),
    );
    await refused(
      /--hops\)/,
      start.map((word) => (word === '3' ? 'many' : word)),
    );
    await refused(/one repository/, [...start, '--sample', 'broken']);
    await refused(/--issue\).*--repository/, ['start', '--issue', 'issue.md']);

    // What is not committed is not there, as on GitHub.
    writeFileSync(join(top, '.github/workflows/generative.yml'), 'broken: [');
    const end = await cli(dir, start);
    expect([end.code, end.stderr]).toEqual([0, '']);
    expect(end.stdout.match(/^ +\d+ {2}\S+/gm)?.map((line) => line.trim().split(/ +/)[1])).toEqual([
      'issue-creator',
      'spec-analyzer',
      'issue-finalizer',
    ]);
    expect(end.stdout).toMatch(/^in-progress: no pull request, 3 hops /m);
    const runs = join(top, '.bitnet-flow');
    const [made] = readdirSync(runs).filter((name) => name.startsWith('run-'));
    const facts = JSON.parse(readFileSync(join(runs, made!, 'facts.json'), 'utf8')) as {
      kind: string;
      agent: string;
      acs?: string[];
    }[];
    expect(facts.find(({ kind, agent }) => kind === 'end' && agent === 'issue-finalizer')?.acs).toEqual(['AC1', 'AC2']);
    // The command that was printed shows the branch, quotes and all.
    const [, shown = ''] = /^ {2}branch {2}(git .*)$/m.exec(end.stdout) ?? [];
    expect(await run('bash', ['--norc', '-c', shown], dir)).toMatchObject({ code: 0 });
    // Git sees nothing of it.
    expect((await run('git', ['status', '--porcelain'], top)).stdout.trim()).toBe('M .github/workflows/generative.yml');
  });

  test('an agent that has to write and cannot ends the hop as it should, and the exit code says so', async () => {
    await run('git', ['checkout', '-q', '--', '.'], top);
    const end = await cli(dir, ['start', '--repository', top, '--issue', 'issue.md', '--hops', '4'], {
      BITNET_FLOW_COMMAND: agent,
    });
    expect([end.code, end.stdout]).toEqual([1, expect.stringMatching(/^ +4 {2}spec-creator .*agent-failed/m)]);
  });
});
