import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseCommit, parseTree } from './git-objects.ts';
import type { Commit, TreeEntry } from './git-objects.ts';
import { ObjectReader } from './object-reader.ts';

/** The bare repository that is the truth for everything git. Shas are full, refs are full names. */
export interface Repository {
  /** Absolute path of the bare repository. */
  bare: string;
  env: NodeJS.ProcessEnv;
  /** Where git keeps its programs: one of them started directly is a process less than `git` that starts it. */
  execPath: string;
  /** The commit a ref, branch name or sha stands for. */
  commitSha(revision: string): Promise<string | undefined>;
  commit(sha: string): Promise<Commit | undefined>;
  tree(revision: string): Promise<{ sha: string; entries: TreeEntry[] } | undefined>;
  blob(revision: string): Promise<{ sha: string; data: Buffer } | undefined>;
  refs(prefix: string): Promise<{ ref: string; sha: string }[]>;
  /** Runs git in the repository; a non-zero exit is returned, not thrown. */
  git(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }>;
  close(): Promise<void>;
}

const config = `[core]
	repositoryformatversion = 0
	filemode = true
	bare = true
	logAllRefUpdates = false
[http]
	receivepack = true
[receive]
	denyNonFastForwards = true
	autogc = false
	fsckObjects = true
[uploadpack]
	allowAnySHA1InWant = true
	allowFilter = true
[fetch]
	unpackLimit = 1
[pack]
	threads = 1
[gc]
	auto = 0
`;

// GitHub refuses a push by GITHUB_TOKEN that creates or changes a workflow, unless the default branch has the same file.
const preReceive = (branch: string) => `#!/bin/sh
test "$STAND_IN_PUSHER" = app || exit 0
zero=0000000000000000000000000000000000000000
status=0
while read -r old new ref; do
  test "$new" = "$zero" && continue
  test "$old" = "$zero" && old=refs/heads/${branch}
  changed=$(git diff --name-only --no-renames "$old" "$new" -- .github/workflows)
  test -z "$changed" && continue
  git diff --quiet "refs/heads/${branch}" "$new" -- .github/workflows && continue
  first=$(printf '%s\\n' "$changed" | head -n 1)
  echo "refusing to allow a GitHub App to create or update workflow \\\`$first\\\` without \\\`workflows\\\` permission" >&2
  status=1
done
exit $status
`;

interface RepositoryPlace {
  dir: string;
  owner: string;
  repo: string;
  defaultBranch: string;
}

/** Copies the default branch of a local repository into a new bare one at `dir/owner/repo.git`. */
export async function createRepository(options: RepositoryPlace & { seed: string }): Promise<Repository> {
  const { bare, env, git } = await gitAt(options);
  await mkdir(bare, { recursive: true });
  await must(git('init', '-q', '--bare', '-b', options.defaultBranch, bare), 'git init');
  await writeFile(join(bare, 'config'), config);
  await mkdir(join(bare, 'hooks'), { recursive: true });
  await writeFile(join(bare, 'hooks', 'pre-receive'), preReceive(options.defaultBranch));
  await chmod(join(bare, 'hooks', 'pre-receive'), 0o755);
  const target = `+HEAD:refs/heads/${options.defaultBranch}`;
  await must(git('fetch', '-q', '--no-tags', resolve(options.seed), target), `git fetch from the seed ${options.seed}`);
  return readerOf(bare, env, git);
}

/** The bare repository that an earlier stand-in left at `dir/owner/repo.git`. */
export async function openRepository(options: RepositoryPlace): Promise<Repository> {
  const { bare, env, git } = await gitAt(options);
  await must(git('rev-parse', '--verify', '-q', `refs/heads/${options.defaultBranch}`), `opening ${bare}`);
  return readerOf(bare, env, git);
}

type Git = Repository['git'];

async function gitAt(options: RepositoryPlace): Promise<{ bare: string; env: NodeJS.ProcessEnv; git: Git }> {
  const bare = resolve(options.dir, options.owner, `${options.repo}.git`);
  await mkdir(options.dir, { recursive: true });
  const userConfig = resolve(options.dir, 'gitconfig');
  // The caller's own git settings must not change what a push or a diff does here.
  await writeFile(userConfig, '[safe]\n\tdirectory = *\n[advice]\n\tdefaultBranchName = false\n');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GIT_CONFIG_GLOBAL: userConfig,
    GIT_CONFIG_NOSYSTEM: '1',
    LC_ALL: 'C',
  };
  for (const name of Object.keys(env)) {
    if (/^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|NAMESPACE|CONFIG_(COUNT|KEY|VALUE|PARAMETERS))/.test(name)) {
      delete env[name];
    }
  }
  const git: Git = (...args) =>
    new Promise((done) => {
      execFile('git', ['--git-dir', bare, ...args], { env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        done({ code, stdout, stderr: error !== null && stderr === '' ? error.message : stderr });
      });
    });
  return { bare, env, git };
}

async function readerOf(bare: string, env: NodeJS.ProcessEnv, git: Git): Promise<Repository> {
  const execPath = (await git('--exec-path')).stdout.trim();

  const objects = new ObjectReader(bare, env);
  const commitSha = async (revision: string) => {
    for (const name of /^[0-9a-f]{40}$/.test(revision) || revision.startsWith('refs/')
      ? [revision]
      : [`refs/heads/${revision}`, `refs/${revision}`, revision]) {
      if (/[\s~^:?*[\\]|\.\.|@\{|^-/.test(name)) continue; // revision syntax names no ref
      const found = await objects.read(`${name}^{commit}`);
      if (found?.type === 'commit') return found.sha;
    }
    return undefined;
  };
  return {
    bare,
    env,
    execPath,
    git,
    commitSha,
    async commit(sha) {
      const found = await objects.read(sha);
      return found?.type === 'commit' ? parseCommit(found.sha, found.data) : undefined;
    },
    async tree(revision) {
      // After a colon everything is path, so only a plain revision is peeled.
      const found = await objects.read(revision.includes(':') ? revision : `${revision}^{tree}`);
      return found?.type === 'tree' ? { sha: found.sha, entries: parseTree(found.data) } : undefined;
    },
    async blob(revision) {
      const found = await objects.read(revision);
      return found?.type === 'blob' ? { sha: found.sha, data: found.data } : undefined;
    },
    async refs(prefix) {
      const { stdout } = await git('for-each-ref', '--format=%(objectname) %(refname)');
      const lines = stdout.split('\n').filter((line) => line !== '');
      const all = lines.map((line) => ({ sha: line.slice(0, 40), ref: line.slice(41) }));
      return all.filter(({ ref }) => ref.startsWith(prefix));
    },
    close: () => objects.close(),
  };
}

async function must(run: ReturnType<Repository['git']>, what: string): Promise<void> {
  const { code, stderr } = await run;
  if (code !== 0) throw new Error(`${what} failed with exit code ${code}: ${stderr.trim()}`);
}
