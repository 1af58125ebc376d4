import { count } from '../../core/check-gate.ts';
import { FlowError } from '../../core/errors.ts';
import { judgeBranch, type BranchScope } from '../../core/scope/branch.ts';
import { printable, shownPath } from '../../core/text.ts';
import { parseContractFile } from '../../runtime/contract-text.ts';
import { readHistory } from '../../runtime/gate-history.ts';
import { scopeOf } from '../../runtime/gate-scope.ts';
import { trackedPaths } from '../../runtime/git/commit-object.ts';
import type { GitPlace } from '../../runtime/git/git.ts';
import { gitSays, topOfRepository } from '../../runtime/git/top.ts';
import { readScopeDiff } from '../../runtime/scope-diff.ts';
import { readText } from '../../runtime/read-text.ts';

export interface ScopeOptions {
  readonly base: string;
  readonly head: string;
  readonly contract: string;
  readonly dir: string;
  readonly json?: boolean;
}

/** Violations that are printed; the JSON has all. */
const SHOWN = 50;

/** Judges `base...head` against a contract. Throws for a commit that is not there and for a contract that is refused. */
export async function checkScope(options: ScopeOptions): Promise<{ ok: boolean; lines: string[]; json: unknown }> {
  const contract = parseContractFile(readText(options.contract), options.contract);
  const top = await topOfRepository(options.dir);
  const [gitDir, base, head] = await Promise.all([
    gitSays(top, 'rev-parse', '--path-format=absolute', '--git-dir'),
    commitOf(top, 'base', options.base),
    commitOf(top, 'head', options.head),
  ]);
  if (gitDir === undefined) throw new FlowError('process', 'git does not name its directory', { at: top });
  const place: GitPlace = { gitDir };
  const history = await readHistory(place, head, { sha: base, branch: undefined }, false);
  const { mergeBase, mergeBases = 0, shallow } = history;
  if (mergeBases > 1) {
    throw new FlowError(
      'refused',
      `${options.base} and ${options.head} have ${mergeBases} merge bases, so no diff shows all that a merge would change`,
      {
        at: '--head',
        fix: `merge ${options.base} into the branch`,
      },
    );
  }
  if (mergeBase === undefined) {
    throw new FlowError('not-found', `${options.base} and ${options.head} have no common ancestor here`, {
      at: '--base',
      fix: shallow ? 'fetch the whole history: git fetch --unshallow' : 'name the branch that this one started from',
    });
  }
  const held = scopeOf(contract);
  const [diff, tracked] = await Promise.all([
    readScopeDiff(place, mergeBase, head, history.files),
    trackedPaths(place, head),
  ]);
  const judged = judgeBranch(history, { ...held, ...diff }, tracked);
  const { files, refused, violations, by } = judged;
  const found = violations.map((violation) => ({ ...violation, by: by(violation) }));
  return {
    ok: violations.length === 0,
    lines: render(judged, held.source, `${mergeBase.slice(0, 7)}..${head.slice(0, 7)}`),
    json: { ok: violations.length === 0, mergeBase, head, heldTo: held.source, files, refused, violations: found },
  };
}

function render({ files, refused, violations, by }: BranchScope, source: string, range: string): string[] {
  if (violations.length === 0) return [`${range}: ${count(files, 'file')} changed, all inside ${source}`];
  const more = violations.length - SHOWN;
  return [
    `${range}: ${refused} of ${count(files, 'file')} may not change under ${source}`,
    '',
    ...violations.slice(0, SHOWN).flatMap((violation) => {
      const { path, rule, detail } = violation;
      const maker = by(violation);
      return [
        `  ${shownPath(path, 400) || 'the whole diff'}`,
        `    ${rule}: ${printable(detail, 300)}${maker === '' ? '' : ` (${maker})`}`,
      ];
    }),
    ...(more > 0 ? [`  and ${more} more; --json names all`] : []),
  ];
}

async function commitOf(top: string, option: string, name: string): Promise<string> {
  const sha = name.startsWith('-')
    ? undefined
    : await gitSays(top, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  if (sha !== undefined) return sha;
  throw new FlowError('bad-input', `${JSON.stringify(name)} is no commit of this repository`, {
    at: `--${option}`,
    fix: 'give a commit, branch or tag that `git rev-parse` knows',
  });
}
