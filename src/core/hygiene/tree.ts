import type { BranchCommit, ChangedFile } from '../diff/history.ts';
import type { HygieneFinding } from './finding.ts';
import type { ChangedSource } from './source.ts';

/** Limits of a profile for what may enter the tree. */
export interface TreeLimits {
  readonly maxBytes: number;
  /** Files that may be larger. */
  readonly large: (path: string) => boolean;
  /** Files that may be executable without an interpreter line. */
  readonly executable: (path: string) => boolean;
}

/** Modes and sizes of what the branch changes. `firstLine` gives the first line of a file's text, where it was read. */
export function judgeTree(
  files: readonly ChangedFile[],
  limits: TreeLimits,
  firstLine: (path: string) => string | undefined,
): HygieneFinding[] {
  const found = (rule: HygieneFinding['rule'], path: string, message: string): HygieneFinding => ({
    rule,
    level: 'failure',
    path,
    line: 1,
    message,
    names: [],
  });
  return files.flatMap((file) => {
    const { path, newMode, oldMode, size } = file;
    if (newMode === '000000') return [];
    if (newMode === '120000' && oldMode !== newMode) return [found('symlink', path, 'a symbolic link')];
    if (newMode === '160000' && oldMode !== newMode) return [found('symlink', path, 'a submodule')];
    const findings: HygieneFinding[] = [];
    if (newMode === '100755' && oldMode !== newMode && !limits.executable(path)) {
      if (firstLine(path)?.startsWith('#!') !== true) {
        findings.push(found('executable', path, 'executable, without an interpreter line'));
      }
    }
    if (newMode.startsWith('100') && !limits.large(path)) {
      if (size === undefined) findings.push(found('unread-diff', path, 'its blob is not in this checkout'));
      else if (size > limits.maxBytes) {
        findings.push(found('large-file', path, `${kib(size)} KiB, the limit is ${kib(limits.maxBytes)} KiB`));
      }
    }
    return findings;
  });
}

function kib(bytes: number): number {
  return Math.ceil(bytes / 1024);
}

/** Lines that git leaves when a merge is not finished. A row of equal signs alone is also how Markdown marks a heading. */
export function conflictMarkers(source: ChangedSource): HygieneFinding[] {
  const sides = source.added.filter(({ text }) => /^(?:<{7}|>{7}|\|{7})(?:\s|$)/.test(text));
  const middle = sides.length === 0 ? [] : source.added.filter(({ text }) => /^={7}\s*$/.test(text));
  return [...sides, ...middle].map(({ line, text }) => ({
    rule: 'conflict-marker',
    level: 'failure',
    path: source.path,
    line,
    message: `a merge was not finished: ${text.slice(0, 40)}`,
    names: [],
  }));
}

/** Commits of the branch whose first line does not say of which kind they are. Merges say it by their parents. */
export function commitPrefixes(commits: readonly BranchCommit[], prefixes: readonly string[]): HygieneFinding[] {
  return commits.flatMap(({ sha, subject, parents }) => {
    if (parents.length > 1) return [];
    const prefix = /^([a-z]+)(?:\([\w./ -]+\))?!?: \S/.exec(subject)?.[1];
    if (prefix !== undefined && prefixes.includes(prefix)) return [];
    const message = `${sha.slice(0, 7)} begins with ${JSON.stringify(subject.slice(0, 40))}, not with ${prefixes.map((word) => `${word}:`).join(' ')}`;
    return [{ rule: 'commit-prefix' as const, level: 'failure' as const, path: '', line: 1, message, names: [] }];
  });
}
