import { FlowError } from '../../core/errors.ts';
import { gitSays } from '../../runtime/git/top.ts';

/** The commit that local gates judge, and what it is compared with. */
export interface Judged {
  readonly top: string;
  /** HEAD as it is committed. */
  readonly sha: string;
  readonly tree: string;
  readonly subject: string;
  readonly base: JudgedBase | undefined;
  /** Paths of the work tree that differ from the commit and are not judged; new files count. */
  readonly uncommitted: readonly string[];
}

export interface JudgedBase {
  /** What a person calls it. */
  readonly name: string;
  readonly sha: string;
  /** The newest commit that both have. */
  readonly mergeBase: string;
}

/** Reads what there is to judge in the repository at `top`; throws a usage error when nothing is committed. */
export async function readJudged(top: string, asked: string | undefined): Promise<Judged> {
  const sha = await commitOf(top, 'HEAD');
  if (sha === undefined)
    throw new FlowError('bad-input', 'nothing is committed, and a gate judges a commit', {
      at: top,
      fix: 'git add --all && git commit -m "feat: first commit"',
    });
  const [tree, subject, status] = await Promise.all([
    gitSays(top, 'rev-parse', `${sha}^{tree}`),
    gitSays(top, 'log', '-1', '--format=%s', sha),
    gitSays(top, 'status', '--porcelain', '-z', '--untracked-files=all', '--no-renames'),
  ]);
  if (tree === undefined || status === undefined)
    throw new FlowError('process', 'git cannot read the work tree', { at: top, fix: 'see what `git status` says' });
  const uncommitted = status
    .split('\0')
    .map((entry) => entry.slice(3))
    .filter((path) => path !== '');
  return { top, sha, tree, subject: subject ?? '', base: await baseOf(top, sha, asked), uncommitted };
}

/** The base that was asked for, else the default branch of `origin`; undefined when there is none. */
async function baseOf(top: string, sha: string, asked: string | undefined): Promise<JudgedBase | undefined> {
  const name = asked ?? (await defaultBranch(top));
  if (name === undefined) return undefined;
  const found = await commitOf(top, name);
  const merged = found === undefined ? undefined : await gitSays(top, 'merge-base', found, sha);
  if (found !== undefined && merged !== undefined) return { name, sha: found, mergeBase: merged };
  if (asked === undefined) return undefined;
  const why = found === undefined ? 'is no commit of this repository' : 'has no common ancestor with HEAD';
  throw new FlowError('bad-input', `${JSON.stringify(asked)} ${why}`, {
    at: '--base',
    fix: 'name a branch or a commit that is here, as origin/main; `git fetch` may bring it',
  });
}

async function defaultBranch(top: string): Promise<string | undefined> {
  const head = await gitSays(top, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  if (head !== undefined) return head;
  for (const name of ['origin/main', 'origin/master']) if ((await commitOf(top, name)) !== undefined) return name;
  return undefined;
}

async function commitOf(top: string, name: string): Promise<string | undefined> {
  return await gitSays(top, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
}

/** Text of a file in a commit; undefined when the commit does not have it. */
export async function committedText(top: string, sha: string, path: string): Promise<string | undefined> {
  return await gitSays(top, 'cat-file', 'blob', `${sha}:${path}`);
}
