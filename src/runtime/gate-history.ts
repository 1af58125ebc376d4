import { FlowError } from '../core/errors.ts';
import { MAX_COMMITS, NO_BASE, parseCommits, type ChangedFile, type History } from '../core/diff/history.ts';
import { parseLineDiff } from '../core/diff/line-diff.ts';
import { parseRawDiff, type RawDiffEntry } from '../core/diff/raw-diff.ts';
import { BRANCH } from '../core/names.ts';
import { git, type GitPlace } from './git/git.ts';
import { mergeBases } from './git/merge-bases.ts';

/** Bytes of changed lines that are read. */
const DIFF_BYTES = 48 * 1024 * 1024;
/** Lines of a larger file are not read: no person wrote them, and the size is a finding of its own. */
const BLOB_BYTES = 4 * 1024 * 1024;
/** Files that are left out of the line diff by name; the argument list is bounded. */
const LEFT_OUT = 500;

/** What the branch is compared with: a commit, or a branch whose newest commit the checkout may know. */
export interface BaseOf {
  readonly sha: string | undefined;
  readonly branch: string | undefined;
}

/** Reads how `head` stands to its base, and with `lines` what it changes. Missing objects are told, not thrown. */
export async function readHistory(place: GitPlace, head: string, base: BaseOf, lines: boolean): Promise<History> {
  const shallow = (await text(place, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  const found = await findBase(place, base);
  const nothing = { commits: [], commitCount: 0, files: [], lines: new Map<string, never>(), unread: undefined };
  const known = { baseHead: found.sha, baseName: found.name, shallow };
  if (found.sha === undefined) return { ...known, ...nothing, mergeBase: undefined, behind: undefined };
  const bases = await mergeBases(place, found.sha, head);
  const [mergeBase] = bases;
  if (mergeBase === undefined || bases.length > 1)
    return { ...known, ...nothing, mergeBase: undefined, mergeBases: bases.length, behind: undefined };
  const [behind, ahead, headers, files] = await Promise.all([
    counted(place, head, found.sha),
    counted(place, found.sha, head),
    text(place, ['rev-list', '--header', `--max-count=${MAX_COMMITS}`, head, `^${found.sha}`]),
    changedFiles(place, mergeBase, head),
  ]);
  const changed = lines
    ? await changedLines(place, mergeBase, head, files)
    : { lines: nothing.lines, unread: undefined };
  return { ...known, mergeBase, behind, commits: parseCommits(headers), commitCount: ahead, files, ...changed };
}

/** The base branch as the checkout has it, which is newer than the commit that a run was started with; else that commit. */
export async function findBase(
  place: GitPlace,
  { sha, branch }: BaseOf,
): Promise<{ sha: string | undefined; name: string }> {
  if (branch !== undefined && BRANCH.test(branch)) {
    const here = await commitOf(place, `refs/remotes/origin/${branch}`);
    if (here !== undefined) return { sha: here, name: `origin/${branch}` };
  }
  if (sha === undefined) return { sha: undefined, name: branch ?? NO_BASE };
  return { sha: await commitOf(place, sha), name: sha.slice(0, 7) };
}

async function commitOf(place: GitPlace, name: string): Promise<string | undefined> {
  const found = await git(place, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return found.code === 0 ? found.stdout.toString('utf8').trim() : undefined;
}

async function counted(place: GitPlace, from: string, to: string): Promise<number> {
  return Number((await text(place, ['rev-list', '--count', to, `^${from}`])).trim());
}

async function changedFiles(place: GitPlace, from: string, to: string): Promise<ChangedFile[]> {
  const flags = ['-r', '--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff'];
  const { code, stdout, stderr } = await git(place, ['diff-tree', ...flags, from, to]);
  if (code !== 0) throw failed('diff-tree', stderr);
  const entries = parseRawDiff(stdout);
  const blobs = entries.filter(({ newMode }) => newMode.startsWith('100') || newMode === '120000');
  const asked = await text(place, ['cat-file', '--batch-check=%(objectname) %(objectsize)'], {
    input: blobs.map(({ newSha }) => `${newSha}\n`).join(''),
  });
  const sizes = new Map(
    asked.split('\n').flatMap((line) => {
      const match = /^([0-9a-f]+) (\d+)$/.exec(line);
      return match === null ? [] : [[match[1]!, Number(match[2])] as const];
    }),
  );
  return entries.map((entry) => ({ ...entry, size: sizes.get(entry.newSha) }));
}

/**
 * The changed lines. `--text` and an empty index in place of the work tree: attributes that the branch brings along
 * (`-diff`, `binary`) cannot take a file out of sight.
 */
async function changedLines(
  place: GitPlace,
  from: string,
  to: string,
  files: readonly ChangedFile[],
): Promise<Pick<History, 'lines' | 'unread'>> {
  const nothing = new Map<string, never>();
  const odd = files.find(({ validUtf8 }) => !validUtf8);
  if (odd !== undefined) return { lines: nothing, unread: `the name of ${odd.path} is not UTF-8` };
  const large = files.filter(({ size }) => (size ?? 0) > BLOB_BYTES);
  if (large.length > LEFT_OUT) return { lines: nothing, unread: `${large.length} files are too large to be read` };
  const left = new Set(large);
  const entries: RawDiffEntry[] = files.filter((file) => !left.has(file));
  if (entries.length === 0) return { lines: nothing, unread: undefined };
  const flags = ['-r', '-p', '-U0', '--text', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color'];
  const plain = [
    '--diff-algorithm=myers',
    '--no-indent-heuristic',
    '--inter-hunk-context=0',
    '--ignore-submodules=none',
  ];
  const without = large.map(({ path }) => `:(exclude,literal,top)${path}`);
  const bare: GitPlace = { gitDir: place.gitDir, indexFile: `${place.gitDir}/no-such-index` };
  const { code, stdout, stderr } = await git(
    bare,
    [
      'diff-tree',
      ...flags,
      ...plain,
      '--submodule=short',
      from,
      to,
      '--',
      ...(without.length > 0 ? ['.'] : []),
      ...without,
    ],
    { maxBytes: DIFF_BYTES },
  );
  if (code === -1) return { lines: nothing, unread: `the diff has more than ${DIFF_BYTES / 1024 / 1024} MiB` };
  if (code !== 0) throw failed('diff-tree -p', stderr);
  return { lines: parseLineDiff(stdout.toString('utf8'), entries), unread: undefined };
}

async function text(place: GitPlace, args: readonly string[], options: { input?: string } = {}): Promise<string> {
  const { code, stdout, stderr } = await git(place, args, options);
  if (code !== 0) throw failed(args[0]!, stderr);
  return stdout.toString('utf8');
}

function failed(command: string, stderr: string): FlowError {
  return new FlowError('process', `git ${command} failed: ${stderr.slice(-400)}`, { at: 'working-directory' });
}
