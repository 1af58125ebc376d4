import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startGitHub } from '../../../../src/local/github/stand-in.ts';
import type { GitHubOptions, GitHubStandIn } from '../../../../src/local/github/stand-in.ts';
import type { Permissions } from '../../../../src/local/github/tokens.ts';

export const R = '/repos/acme/demo';
export const everything: Permissions = {
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  checks: 'write',
  actions: 'write',
  statuses: 'write',
};

const workflow = `name: Flow
on:
  workflow_dispatch:
    inputs:
      subject: { required: true }
      seq: { default: '1' }
      dry: { type: boolean }
      size: { type: choice, options: [small, large], default: small }
jobs: {}
`;

export interface Fixture {
  host: GitHubStandIn;
  dir: string;
  /** A bot token that may do everything an Actions token can. */
  bot: string;
  api(token: string, method: string, path: string, body?: unknown): Promise<Answer>;
  graphql(token: string, query: string): Promise<Answer>;
  git(cwd: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }>;
  /** Clones, commits one file on a branch, pushes it, and gives the sha. */
  push(branch: string, path: string, text: string, message?: string): Promise<string>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  headers: Headers;
}

/** Starts a stand-in on a repository with one workflow and one commit. */
export async function start(options: Partial<GitHubOptions> = {}): Promise<Fixture> {
  const dir = await mkdtemp(join(tmpdir(), 'stand-in-test-'));
  const git: Fixture['git'] = (cwd, ...args) =>
    new Promise((resolve) => {
      const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=trunk'];
      const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0' };
      execFile('git', ['-C', cwd, ...identity, ...args], { env }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, stdout, stderr });
      });
    });
  const seed = join(dir, 'seed');
  await write(join(seed, '.github/workflows/flow.yml'), workflow);
  await write(join(seed, '.github/workflows/other.yml'), 'on: push\njobs: {}\n');
  await write(join(seed, 'README.md'), '# demo\n');
  await git(seed, 'init', '-q');
  await git(seed, 'add', '.');
  await git(seed, 'commit', '-qm', 'feat: start');
  const host = await startGitHub({ dir: join(dir, 'work'), owner: 'acme', repo: 'demo', seed, ...options });
  const bot = host.mintToken({ permissions: everything, label: 'bot' });
  const api: Fixture['api'] = async (token, method, path, body) => {
    const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
    const answer = await fetch(host.url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      headers: answer.headers,
    };
  };
  let clones = 0;
  return {
    host,
    dir,
    bot,
    api,
    git,
    graphql: (token, query) => api(token, 'POST', '/graphql', { query }),
    async push(branch, path, text, message = 'feat: change') {
      const clone = join(dir, `clone-${(clones += 1)}`);
      await git(dir, 'clone', '-q', authorised(host, bot), clone);
      const known = await git(clone, 'checkout', '-q', branch);
      if (known.code !== 0) await git(clone, 'checkout', '-qb', branch);
      await write(join(clone, path), text);
      await git(clone, 'add', '.');
      await git(clone, 'commit', '-qm', message);
      const pushed = await git(clone, 'push', '-q', 'origin', branch);
      if (pushed.code !== 0) throw new Error(pushed.stderr);
      return (await git(clone, 'rev-parse', 'HEAD')).stdout.trim();
    },
    async close() {
      await host.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The clone address with a token in it. */
export function authorised(host: GitHubStandIn, token: string): string {
  return host.gitUrl.replace('http://', `http://x-access-token:${token}@`);
}

export async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
