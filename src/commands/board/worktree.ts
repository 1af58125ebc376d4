import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { ISSUE_ID, type Contract } from '../../core/contract/contract.ts';
import { FlowError } from '../../core/errors.ts';
import { issueBranch } from '../../core/merge-plan/belongs.ts';
import { parseContractFile } from '../../runtime/contract-text.ts';
import { readHostContracts } from '../../runtime/merge/read-contracts.ts';
import { openHost, type HostFlags } from '../host.ts';
import { readText } from '../../runtime/read-text.ts';

export interface WorktreeOptions extends HostFlags {
  readonly contract?: string;
  readonly dir: string;
  readonly json?: boolean;
}

/** Makes the work tree of a contract beside its repository, on a new branch: `../<repo>-worktrees/issue-<id>-<slug>`. */
export async function worktreeCommand(
  subject: string | undefined,
  options: WorktreeOptions,
): Promise<{ ok: boolean; lines: readonly string[]; json: unknown }> {
  const { issue: id, slug } = await contractOf(subject, options);
  const branch = issueBranch(id, slug);
  // The folder that all work trees of a repository share: one made inside another would nest.
  const common = git(options.dir, 'rev-parse', '--path-format=absolute', '--git-common-dir');
  if (common === undefined) {
    throw new FlowError('bad-input', `${options.dir} is no git repository`, { at: '--dir', fix: 'run it in a clone' });
  }
  const top = basename(common) === '.git' ? dirname(common) : common.replace(/\.git$/, '');
  const path = join(dirname(top), `${basename(top)}-worktrees`, `issue-${id}-${slug}`);
  const head = git(options.dir, 'rev-parse', '--verify', '--quiet', `refs/heads/${branch}`);
  if (head !== undefined) {
    const here = resolve(options.dir) === process.cwd() ? '' : ` -C ${shellWord(options.dir)}`;
    const add = `git${here} worktree add ${shellWord(relative(resolve(options.dir), path))} ${branch}`;
    throw new FlowError('refused', `the branch ${branch} is there already, at ${head.slice(0, 12)}`, {
      at: branch,
      fix: `\`git worktree list\` shows whether it has a work tree; else: ${add}`,
    });
  }
  if (existsSync(path)) {
    throw new FlowError('refused', `${path} is there already`, { at: path, fix: 'move it away, or work in it' });
  }
  try {
    execFileSync('git', ['-C', resolve(options.dir), 'worktree', 'add', '--quiet', path, '-b', branch], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
  } catch (cause) {
    const said = String((cause as { stderr?: string }).stderr ?? '').trim();
    throw new FlowError('process', `git worktree add: ${said.slice(0, 400)}`, { at: path, cause });
  }
  const start = git(path, 'rev-parse', 'HEAD') ?? '';
  return {
    ok: true,
    lines: [`${branch} begins at ${start.slice(0, 12)}`, `cd ${shellWord(relative(process.cwd(), path) || '.')}`],
    json: { id, slug, branch, path, head: start },
  };
}

async function contractOf(subject: string | undefined, options: WorktreeOptions): Promise<Contract> {
  if (options.contract !== undefined) {
    return parseContractFile(readText(options.contract), options.contract);
  }
  if (subject === undefined || !ISSUE_ID.test(subject)) {
    throw new FlowError('bad-input', `${JSON.stringify((subject ?? '').slice(0, 40))} is no issue`, {
      at: 'issue',
      fix: 'give the number of an issue, such as 12, or the id in its contract, such as 03a; or --contract with a file',
    });
  }
  const { contracts, refused } = await readHostContracts(await openHost(options), { files: false });
  const open = contracts.filter(({ state }) => state === 'open');
  // An id in a contract may look like a number of the host: the id is what the people of the repository write.
  const found =
    open.find(({ item }) => item.id === subject) ?? open.find(({ issue }) => String(issue.number) === subject);
  if (found !== undefined) return found.contract;
  const broken = refused.find(({ at }) => at === `#${subject}`);
  const known = open.map(({ item }) => `${item.id} (${item.at})`).slice(0, 12);
  throw new FlowError('not-found', broken?.why ?? `no open contract is ${subject}`, {
    at: 'issue',
    fix: known.length === 0 ? 'write a contract into the issue first' : `open are ${known.join(', ')}`,
  });
}

/** A text as one word of a shell, quoted where it has to be. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** What a git command says; undefined when it fails. */
function git(dir: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', dir, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined; // the caller says what that means
  }
}
