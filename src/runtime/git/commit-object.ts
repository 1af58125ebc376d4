import { FlowError } from '../../core/errors.ts';
import { addedLines, DIFF_FORM, type AddedFile } from '../../core/public-safety/added-lines.ts';
import { scanned, type Scanned } from '../../core/public-safety/scanned.ts';
import { git } from './git.ts';
import type { GitOptions, GitPlace, GitResult } from './git.ts';

/** The bot whose commits the flow makes; the address is the host's own for it. */
export const BOT = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
} as const;

/** Bytes of new content that one patch may bring, whatever it inflates to. */
const CONTENT_BYTES = 32 * 1024 * 1024;

async function must(place: GitPlace, args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const result = await git(place, args, options);
  if (result.code === 0) return result;
  throw new FlowError('process', `git ${args[0]} failed (exit ${result.code}): ${result.stderr.slice(-400)}`, {
    at: place.gitDir,
  });
}

const line = (result: GitResult) => result.stdout.toString('utf8').trim();

export interface CommitObject {
  readonly tree: string;
  readonly parents: readonly string[];
  /** Committer date in seconds. */
  readonly seconds: number;
  readonly message: string;
}

/** Reads a commit. */
export async function readCommit(place: GitPlace, sha: string): Promise<CommitObject> {
  return parseCommitObject((await must(place, ['cat-file', 'commit', sha])).stdout.toString('utf8'));
}

/** A commit as git stores it. Its text is whatever its author wrote. */
export function parseCommitObject(raw: string): CommitObject {
  const [head = '', ...message] = raw.split('\n\n');
  const values = (key: string) =>
    head.split('\n').flatMap((entry) => (entry.startsWith(`${key} `) ? [entry.slice(key.length + 1)] : []));
  return {
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    seconds: Number(/> (\d+) [+-]\d{4}$/.exec(values('committer')[0] ?? '')?.[1] ?? 0),
    message: message.join('\n\n'),
  };
}

/** Applies a patch to a commit's tree in an index of its own, without a work tree; the new tree, or why it does not apply. */
export async function applyPatch(
  place: GitPlace,
  commit: string,
  patch: Uint8Array,
): Promise<{ readonly tree: string } | { readonly problem: string }> {
  const declared = [
    ...Buffer.from(patch)
      .toString('latin1')
      .matchAll(/^(?:literal|delta) (\d{1,15})$/gm),
  ];
  const bytes = declared.reduce((sum, match) => sum + Number(match[1]), patch.length);
  if (bytes > CONTENT_BYTES)
    return { problem: `the patch unfolds to ${bytes} bytes, at most ${CONTENT_BYTES} are taken` };
  await must(place, ['read-tree', commit]);
  const applied = await git(place, ['apply', '--cached', '--binary', '--whitespace=nowarn', '-'], {
    input: patch,
    timeoutMs: 60_000,
  });
  if (applied.code !== 0) return { problem: `the patch does not apply: ${applied.stderr.split('\n')[0] ?? ''}` };
  return { tree: line(await must(place, ['write-tree'])) };
}

/** `git diff --raw -z` of two trees or commits, both sides of a rename as entries of their own. */
export async function rawDiff(place: GitPlace, from: string, to: string): Promise<Uint8Array> {
  return (
    await must(place, ['diff-tree', '-r', '--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff', from, to])
  ).stdout;
}

/** What a diff of two trees may have, in bytes; one that is longer is looked at by nobody, so it is refused. */
const DIFF_BYTES = 128 * 1024 * 1024;

/** The lines that one tree adds to another, in every file, binary ones too; undefined when that is more than can be looked at. */
export async function addedBetween(place: GitPlace, from: string, to: string): Promise<AddedFile[] | undefined> {
  const { code, stdout } = await git(place, ['diff-tree', '-r', '-p', ...DIFF_FORM, from, to], {
    maxBytes: DIFF_BYTES,
  });
  return code === 0 ? addedLines(stdout.toString('utf8')) : undefined;
}

/** All paths of a commit's tree. */
export async function trackedPaths(place: GitPlace, commit: string): Promise<string[]> {
  const { stdout } = await must(place, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit]);
  return stdout
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '');
}

/**
 * The tree that merging `base` into `head` gives, by git's own merge; undefined when `head` holds it already, a problem
 * when they conflict. Nothing of either commit runs: merge drivers come from configuration, and there is none.
 */
export async function mergeTrees(
  place: GitPlace,
  head: string,
  base: string,
): Promise<{ readonly tree: string } | { readonly problem: string } | undefined> {
  if (await isAncestor(place, base, head)) return undefined;
  const merged = await git(place, ['merge-tree', '--write-tree', '--name-only', '--no-messages', head, base]);
  const [tree = '', ...conflicts] = merged.stdout.toString('utf8').trim().split('\n');
  if (merged.code === 0) return { tree };
  if (merged.code === 1) return { problem: `conflicts in ${conflicts.slice(0, 5).join(', ')}` };
  throw new FlowError('process', `git merge-tree failed (exit ${merged.code}): ${merged.stderr.slice(-400)}`, {
    at: place.gitDir,
    fix: 'use git 2.38 or newer on the runner',
  });
}

/** True when `ancestor` is `commit` or lies behind it. */
export async function isAncestor(place: GitPlace, ancestor: string, commit: string): Promise<boolean> {
  const { code } = await git(place, ['merge-base', '--is-ancestor', ancestor, commit]);
  return code === 0;
}

/** Writes a commit of the bot, once its message may become public (`public-safety` otherwise). Its date is the first parent's plus a second: the same hop makes the same sha again. */
export async function writeCommit(
  place: GitPlace,
  parents: readonly [string, ...string[]],
  parentSeconds: number,
  tree: string,
  message: string,
  publicNames: readonly string[] = [],
): Promise<string> {
  const told = scanned('commit message', { message }, { allow: publicNames });
  return await commitTree(place, parents, parentSeconds, tree, told);
}

async function commitTree(
  place: GitPlace,
  parents: readonly string[],
  parentSeconds: number,
  tree: string,
  { message }: Scanned<{ readonly message: string }>,
): Promise<string> {
  const identity = { ...BOT, date: `@${parentSeconds + 1} +0000` };
  return line(
    await must(place, ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], {
      input: message,
      identity,
    }),
  );
}
