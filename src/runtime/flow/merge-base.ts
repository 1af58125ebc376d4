import type { Hop } from '../../core/hop.ts';
import type { AgentResult } from '../../core/result.ts';
import { logLine } from '../../core/text.ts';
import { renderCommitMessage } from '../../flow/trailers.ts';
import { makeBareRepository } from '../git/bare.ts';
import { isAncestor, mergeTrees, readCommit, writeCommit, type CommitObject } from '../git/commit-object.ts';
import { fetchHistory, pushFastForward, type RemotePlace } from '../git/remote.ts';
import { done, refused, stale, type CommitOutputs, type CommitWorld } from './commit-outcome.ts';

/** The base has moved: one commit merges it in, history is never rewritten. A conflict is a person's to resolve. */
export async function mergeBase(
  hop: Hop,
  base: string,
  result: AgentResult,
  place: RemotePlace,
  world: CommitWorld,
): Promise<CommitOutputs> {
  makeBareRepository(place.gitDir);
  await fetchHistory(place, [hop.head, base]);
  const merged = await mergeTrees(place, hop.head, base);
  if (merged === undefined) return done(hop, hop.head, result, world, {});
  if ('problem' in merged)
    return refused(hop, { outcome: 'stop', reason: 'merge-conflict', why: merged.problem }, world);
  const { seconds } = await readCommit(place, hop.head);
  const subject = `build: merge ${hop['base-branch']} at ${base.slice(0, 12)}`;
  const message = renderCommitMessage(subject, hop, result);
  const sha = await writeCommit(place, [hop.head, base], seconds, merged.tree, message, hop['public-names']);
  const pushed = await pushFastForward(place, hop.branch, sha, hop.head);
  if (pushed === 'moved') return refused(hop, stale(`${hop.branch} is not at ${hop.head} any more`), world);
  world.log(logLine(`${hop.branch}: ${sha.slice(0, 7)} ${subject}`));
  return done(hop, sha, result, world, { committed: true, merged: base });
}

/** The merge of this hop is the branch's head already: it counts when git makes the same tree of its parents again. */
export async function verifyMerge(
  hop: Hop,
  sha: string,
  head: CommitObject,
  result: AgentResult,
  place: RemotePlace,
  world: CommitWorld,
): Promise<CommitOutputs> {
  const [parent, base] = head.parents as [string, string];
  if (parent !== hop.head) return refused(hop, stale(`${hop.branch} is not at ${hop.head} any more`), world);
  await fetchHistory(place, [sha, ...(hop.merge === undefined ? [] : [hop.merge])]);
  const known = hop.merge !== undefined && (await isAncestor(place, base, hop.merge));
  const merged = await mergeTrees(place, parent, base);
  if (!known || merged === undefined || 'problem' in merged || merged.tree !== head.tree) {
    const why = 'the merge is not what git makes of the branch and the base';
    return refused(hop, { outcome: 'stop', reason: 'scope', why }, world);
  }
  return done(hop, sha, result, world, { merged: base });
}
