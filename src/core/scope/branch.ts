import type { ScopeObservation } from '../gate.ts';
import type { History } from '../diff/history.ts';
import { hopNamed } from './hop-trailer.ts';
import { judgeDiff, MAX_BRANCH_FILES, type ScopeViolation } from './scope.ts';

/** A whole branch, judged against a scope. */
export interface BranchScope {
  readonly files: number;
  /** Files that are not allowed: all of them, when the diff as a whole is refused. */
  readonly refused: number;
  readonly violations: readonly ScopeViolation[];
  /** Who made a violation: the hop of the newest commit that touched the file, else that commit; '' when none is known. */
  readonly by: (violation: ScopeViolation) => string;
}

/** Judges what a branch changes against the scope it is held to; `paths` is what its head tracks. Throws on bad globs. */
export function judgeBranch(
  history: Pick<History, 'files' | 'commits'>,
  { allow, deny, pointers, touched }: ScopeObservation,
  paths: readonly string[],
): BranchScope {
  const { files, commits } = history;
  const violations = judgeDiff(files, { allow, deny, pointers, tracked: paths, most: MAX_BRANCH_FILES });
  const messages = new Map(commits.map(({ sha, message }) => [sha, message]));
  return {
    files: files.length,
    refused: violations.some(({ path }) => path === '') ? files.length : violations.length,
    violations,
    by: ({ path }) => {
      const sha = touched.get(path);
      if (sha === undefined) return '';
      const hop = hopNamed(messages.get(sha) ?? '');
      return `${hop === undefined ? '' : `${hop} in `}${sha.slice(0, 7)}`;
    },
  };
}
