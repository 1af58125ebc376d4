import { FlowError } from '../../core/errors.ts';
import { fold, type Fold } from '../../core/fold.ts';
import { contractSha256 } from '../../core/contract/contract.ts';
import { parseContractFile } from '../../runtime/contract-text.ts';
import { gitSays, topOfRepository } from '../../runtime/git/top.ts';
import { readFacts } from '../explain.ts';
import { readText } from '../../runtime/read-text.ts';
import type { Gathered } from '../../runtime/attest/gathered.ts';
import type { AttestVerifyOptions } from './options.ts';

/** Gathers from files and, with `--dir`, from a clone; nothing is asked of a host. */
export async function gatherFiles(options: AttestVerifyOptions): Promise<Gathered> {
  const { text: file, facts: factsFile } = options;
  if (file === undefined || factsFile === undefined) {
    throw new FlowError('bad-input', 'nothing says which pull request is meant', {
      at: '--pr',
      fix: 'give --pr with its number, or --text and --facts with files',
    });
  }
  const state = fold(readFacts(readText(factsFile), factsFile));
  const contract =
    options.contract === undefined ? undefined : parseContractFile(readText(options.contract), options.contract);
  const clone = options.dir === undefined ? undefined : await lookUp(options.dir, state, options);
  const pinned = contract === undefined || contractSha256(contract) === state.contract;
  return {
    title: `${file} against ${state.facts.length} facts of ${state.flow ?? 'no flow'} on #${state.subject ?? 0}`,
    text: readText(file),
    file,
    state,
    around: { contract: pinned ? contract : undefined, head: clone?.head, mergeBase: clone?.mergeBase },
    commits: clone?.commits,
    repository: options.repo === undefined ? undefined : `https://github.com/${options.repo}`,
    contractChanged: !pinned,
    notes: [],
  };
}

interface Looked {
  readonly head: string;
  readonly mergeBase: string;
  readonly commits: ReadonlySet<string>;
}

/** Head, merge base and commits of the flow's branch, as a clone has them. */
async function lookUp(dir: string, state: Fold, options: AttestVerifyOptions): Promise<Looked> {
  const top = await topOfRepository(dir);
  const commit = async (refs: readonly string[], at: string): Promise<string> => {
    for (const ref of refs) {
      const sha = ref.startsWith('-')
        ? undefined
        : await gitSays(top, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
      if (sha !== undefined && sha !== '') return sha;
    }
    throw new FlowError('not-found', `${top} has no commit ${refs.join(' or ')}`, {
      at,
      fix: `fetch it, or give ${at}`,
    });
  };
  const branch = state.branch ?? '';
  const head = await commit(
    options.head === undefined ? [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`] : [options.head],
    '--head',
  );
  const base = await commit(
    options.base === undefined
      ? ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/heads/main', 'refs/heads/master']
      : [options.base],
    '--base',
  );
  const mergeBase = await gitSays(top, 'merge-base', base, head);
  if (mergeBase === undefined || mergeBase === '')
    throw new FlowError('not-found', 'the head and the base branch have no commit in common', {
      at: '--base',
      fix: 'give the branch that the pull request is for',
    });
  const list = (await gitSays(top, 'rev-list', '--max-count=10000', head, `^${mergeBase}`)) ?? '';
  return { head, mergeBase, commits: new Set([mergeBase, ...list.split('\n').filter(Boolean)]) };
}
