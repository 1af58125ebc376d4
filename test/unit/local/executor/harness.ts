import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { RunOptions } from '../../../../src/local/executor/options.ts';

/** The fixture actions; `./probe` runs the code of its input. */
export const FIXTURES = fileURLToPath(new URL('../../../fixtures/executor', import.meta.url));

/** Options of a run in a folder of its own, with every `uses: x/<name>@v1` taken from the fixtures. */
export function runOptions(source: string, more: Partial<RunOptions> = {}): RunOptions {
  return {
    source,
    file: '.github/workflows/test.yml',
    event: { name: 'workflow_dispatch', inputs: {}, actor: 'octocat' },
    repository: 'acme/widgets',
    sha: 'a'.repeat(40),
    ref: 'refs/heads/main',
    runId: 42,
    urls: { server: 'http://127.0.0.1:1', api: 'http://127.0.0.1:1/api', graphql: 'http://127.0.0.1:1/graphql' },
    vars: {},
    secrets: {},
    mintToken: () => 'token-of-the-job',
    actions: (uses) =>
      uses.startsWith('actions/checkout@')
        ? { builtin: 'checkout' }
        : { dir: join(FIXTURES, uses.split(/[/@]/)[1] ?? '') },
    dir: realpathSync(mkdtempSync(join(tmpdir(), 'executor-'))),
    ...more,
  };
}

/** A workflow from the text below `jobs:`, with an optional head of further top-level keys. */
export function workflow(jobs: string, head = ''): string {
  return `name: test\non: { workflow_dispatch: { inputs: { a: { type: string, default: x } } } }\n${head}\njobs:\n${jobs}`;
}

/** One step of the probe action as YAML text, indented for a job's `steps`. */
export function probe(code: string, more = ''): string {
  const indented = code.replaceAll('\n', '\n            ');
  return `      - ${more === '' ? '' : `${more}\n        `}uses: x/probe@v1\n        with:\n          code: |-\n            ${indented}\n`;
}

/** A job that runs the given steps. */
export function job(id: string, steps: string, more = ''): string {
  return `  ${id}:\n    runs-on: ubuntu-latest\n${more}    steps:\n${steps}`;
}

/** A bare repository acme/widgets below a file:// server, with two commits on main that write a.txt. */
export function createRepository(): { server: string; sha: string; first: string } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'server-')));
  const bare = join(root, 'acme', 'widgets.git');
  const work = join(root, 'work');
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { encoding: 'utf8' }).trim();
  git('init', '-q', '--bare', '--initial-branch=main', bare);
  git('clone', '-q', bare, work);
  const commit = (text: string): string => {
    writeFileSync(join(work, 'a.txt'), text);
    git('-C', work, 'add', '.');
    git('-C', work, 'commit', '-q', '-m', text);
    return git('-C', work, 'rev-parse', 'HEAD');
  };
  const first = commit('one');
  const sha = commit('two');
  git('-C', work, 'push', '-q', 'origin', 'HEAD:main');
  return { server: `file://${root}`, sha, first };
}
