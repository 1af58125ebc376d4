import type { RawDiffEntry } from './raw-diff.ts';
import type { LineChange } from './line-diff.ts';

/** A commit of the branch, as its object says; every text is its author's. */
export interface BranchCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly email: string;
  readonly subject: string;
  /** The whole message, the subject included; at most 64 KiB of it. */
  readonly message: string;
}

/** One file that differs between merge base and head. */
export interface ChangedFile extends RawDiffEntry {
  /** Bytes of the new blob; undefined when it is gone or no blob of this repository. */
  readonly size: number | undefined;
}

/** How a branch stands to its base, read from git objects and never from what somebody says. */
export interface History {
  /** What the branch is compared with: newest commit of the base that this checkout knows. Undefined: it is not here. */
  readonly baseHead: string | undefined;
  /** Where `baseHead` comes from, for a person: `origin/main`, the input `base`. */
  readonly baseName: string;
  /** Undefined where the two have no common ancestor in this checkout, and where they have several: see `mergeBases`. */
  readonly mergeBase: string | undefined;
  /** How many merge bases the two have: one where it is left out. With several no diff shows all that a merge would do. */
  readonly mergeBases?: number;
  /** The checkout holds only the newest commits, so that what is not found may still exist. */
  readonly shallow: boolean;
  /** Commits of the base that the branch does not hold; undefined without a merge base. */
  readonly behind: number | undefined;
  /** Commits of the branch that the base does not hold, newest first; at most `MAX_COMMITS`. */
  readonly commits: readonly BranchCommit[];
  readonly commitCount: number;
  /** Files that differ between merge base and head, in git's order. */
  readonly files: readonly ChangedFile[];
  /** Changed lines by path, in the order of `files`. */
  readonly lines: ReadonlyMap<string, readonly LineChange[]>;
  /** Why `lines` is not whole, or undefined. */
  readonly unread: string | undefined;
}

/** The `baseName` of a run that was told of no base. */
export const NO_BASE = 'no base';

/** What a gate of the branch says then. */
export const NOTHING_TO_COMPARE = 'no base to compare with: name one as `base`';

/** Why a branch without `mergeBase` cannot be compared with its base, and what to do; `otherwise` is the advice for a full checkout. */
export function incomparable(history: History | undefined, otherwise = ''): string {
  const base = history?.baseName ?? 'the base';
  const { mergeBases = 0, shallow = false } = history ?? {};
  if (base === NO_BASE) return NOTHING_TO_COMPARE;
  if (mergeBases > 1)
    return `${mergeBases} merge bases with ${base}, so no diff shows all: merge ${base} into the branch`;
  return `no common ancestor with ${base}${shallow ? ': check out with fetch-depth: 0' : otherwise}`;
}

/** Commits whose text is read; the rest is counted. */
export const MAX_COMMITS = 1000;

/** Parses `git rev-list --header`: raw commit objects, each behind its sha and ended by NUL. */
export function parseCommits(text: string): BranchCommit[] {
  return text.split('\0').flatMap((record) => {
    const [sha = '', ...rest] = record.replace(/^\n/, '').split('\n');
    if (!/^[0-9a-f]{40}$/.test(sha)) return [];
    const end = rest.indexOf('');
    const head = end < 0 ? rest : rest.slice(0, end);
    const body = end < 0 ? [] : rest.slice(end + 1);
    const message = body
      .map((line) => line.replace(/^ {4}/, ''))
      .join('\n')
      .slice(0, 65_536);
    const author = head.find((line) => line.startsWith('author ')) ?? '';
    const who = /^author (.*?) ?<([^<>]*)> \d+ [+-]\d{4}$/.exec(author);
    return [
      {
        sha,
        parents: head.flatMap((line) => (line.startsWith('parent ') ? [line.slice(7)] : [])),
        author: who?.[1] ?? '',
        email: who?.[2] ?? '',
        subject: message.split('\n')[0] ?? '',
        message,
      },
    ];
  });
}
