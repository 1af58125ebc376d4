import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  startGitHub,
  type Fault,
  type GitHubStandIn,
  type RequestSeen,
} from '../../../../src/local/github/stand-in.ts';

/** The registry of the runs: one gate passes, one fails, one hangs with a child, one lacks its variable, one is external. */
export const REGISTRY = `[meta]
version = "1"

[gates."demo:pass"]
tier = "b"
timeout_s = 30
requires_files = ["src/engine.txt"]
cmd = "grep -q faster src/engine.txt; printf '4 passed in 0.02s\\n'"

[gates."demo:fail"]
tier = "b"
timeout_s = 30
cmd = "printf '::error::told by the branch\\n'; test -e nowhere"

[gates."demo:hang"]
tier = "b"
timeout_s = 1
cmd = "tail -f /dev/null & tail -f /dev/null"

[gates."demo:env"]
tier = "b"
timeout_s = 30
requires = ["DEMO_DATA_ROOT"]
cmd = "test -d \${DEMO_DATA_ROOT}"

[gates."demo:external"]
tier = "b"
kind = "external"
note = "by hand"

[bundles]
five = ["demo:pass", "demo:fail", "demo:hang", "demo:env", "demo:external"]
`;
export const IDS = ['demo:pass', 'demo:fail', 'demo:hang', 'demo:env', 'demo:external'];

export interface World {
  readonly dir: string;
  readonly github: GitHubStandIn;
  readonly pr: number;
  readonly base: string;
  /** Head and merge as they are now. */
  readonly head: () => string;
  readonly merge: () => string;
  /** What a job looks like to who asks the host for the jobs of a run. */
  readonly job: { status: string; runner_id: number | null; runner_name: string | null };
  /** Requests that the stand-in does not serve and this world answers. */
  readonly asked: string[];
  /** Pushes to the pull request; the host makes a new merge ref behind it. */
  readonly push: (name: string) => void;
  readonly api: (path: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** A repository with a registry on main, a pull request, and its merge ref, on a GitHub on loopback. */
export async function openWorld(workflows: ReadonlyMap<string, string> = new Map()): Promise<World> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'tier-b-')));
  const seed = join(dir, 'seed');
  mkdirSync(seed);
  const run = (cwd: string, ...args: string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=M', '-c', 'user.email=m@example.invalid', '-c', 'commit.gpgsign=false', ...args],
      { cwd, encoding: 'utf8' },
    ).trim();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(seed, path)), { recursive: true });
    writeFileSync(join(seed, path), text);
  };
  const commit = (title: string): string => {
    run(seed, 'add', '-A');
    run(seed, 'commit', '-q', '-m', title);
    return run(seed, 'rev-parse', 'HEAD');
  };
  run(seed, 'init', '-q', '-b', 'main');
  write('gates.toml', REGISTRY);
  write('src/engine.txt', 'slow\n');
  for (const [path, text] of workflows) write(path, text);
  const base = commit('feat: an engine');

  const job: World['job'] = { status: 'in_progress', runner_id: 1, runner_name: 'gates-1' };
  const asked: string[] = [];
  /** Endpoints for jobs and deployments, which the stand-in does not have. */
  const answer = ({ method, path }: RequestSeen): Fault | undefined => {
    if (!/\/(jobs|cancel)$|\/deployments/.test(path)) return undefined;
    asked.push(`${method} ${path.replace(/^\/repos\/acme\/engine/, '')}`);
    if (path.endsWith('/jobs')) return { status: 200, body: { total_count: 1, jobs: [{ name: 'gates', ...job }] } };
    if (path.endsWith('/cancel')) return { status: 202, body: {} };
    if (method === 'GET')
      return {
        status: 200,
        body: [
          { id: 5, environment: 'gates', creator: { login: 'github-actions[bot]' } },
          { id: 6, environment: 'gates', creator: { login: 'maintainer' } },
          { id: 7, environment: 'production', creator: { login: 'github-actions[bot]' } },
        ],
      };
    return method === 'POST' ? { status: 201, body: {} } : { status: 204 };
  };
  const github = await startGitHub({
    dir: join(dir, 'github'),
    owner: 'acme',
    repo: 'engine',
    seed,
    onRequest: answer,
  });

  let head = base;
  let merge = base;
  const push = (name: string): void => {
    run(seed, 'checkout', '-q', '-B', 'feat/faster', head === base ? 'main' : 'feat/faster');
    write('src/engine.txt', `faster ${name}\n`);
    // A branch that weakens its own judge, which must not matter.
    write('gates.toml', REGISTRY.replace('test -e nowhere', 'ls'));
    head = commit(`feat: ${name}`);
    run(seed, 'push', '-q', '--force', github.bare, 'feat/faster');
    const tree = run(github.bare, 'rev-parse', `${head}^{tree}`);
    merge = run(github.bare, 'commit-tree', tree, '-p', base, '-p', head, '-m', `Merge ${head} into ${base}`);
    run(github.bare, 'update-ref', 'refs/pull/1/merge', merge);
  };
  push('one');
  const headers = { authorization: `Bearer ${github.people.maintainer}`, 'content-type': 'application/json' };
  const opened = await fetch(`${github.url}/repos/acme/engine/pulls`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ title: 'Faster', head: 'feat/faster', base: 'main', body: '' }),
  });
  const { number: pr } = (await opened.json()) as { number: number };
  if (pr !== 1) throw new Error(`the pull request is #${pr}: ${opened.status}`);
  return {
    dir,
    github,
    pr,
    base,
    head: () => head,
    merge: () => merge,
    job,
    asked,
    push,
    api: async (path) => await (await fetch(`${github.url}/repos/acme/engine${path}`, { headers })).json(),
    close: async () => {
      await github.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
