import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import type { MergeFound } from '../../core/merge-plan/merge-check.ts';
import { makeBareRepository } from '../git/bare.ts';
import { isAncestor, mergeTrees, readCommit } from '../git/commit-object.ts';
import { checkCloneUrl, fetchHistory, remoteTip, type RemotePlace } from '../git/remote.ts';

/** Fetches the commit that a merge left and looks at it with git: what it is made of, and what git makes of the same. */
export async function inspectMerge(
  remote: { readonly url: string; readonly token: string },
  merge: { readonly commit: string; readonly head: string; readonly base: string; readonly method: 'squash' | 'merge' },
): Promise<MergeFound> {
  const dir = mkdtempSync(join(tmpdir(), 'bitnet-flow-merge-'));
  try {
    const place: RemotePlace = {
      gitDir: makeBareRepository(join(dir, 'merge.git')),
      remote: { url: checkCloneUrl(remote.url), token: remote.token },
    };
    const tip = await remoteTip(place, merge.base);
    if (tip === undefined) throw new FlowError('host', `there is no branch ${merge.base} any more`, { at: merge.base });
    await fetchHistory(place, [merge.head, merge.commit, tip]);
    const { tree, parents } = await readCommit(place, merge.commit);
    const [base] = parents;
    return {
      ...merge,
      parents,
      tree,
      expected: base === undefined ? undefined : await treeOf(place, merge.head, base),
      inBase: await isAncestor(place, merge.commit, tip),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function treeOf(place: RemotePlace, head: string, base: string): Promise<string | undefined> {
  const merged = await mergeTrees(place, head, base);
  // Nothing to merge: the head holds the base, so that its own tree is the result.
  if (merged === undefined) return (await readCommit(place, head)).tree;
  return 'problem' in merged ? undefined : merged.tree;
}
