import type { Fold } from '../../core/fold.ts';
import { commandsAfterEnd, isOpenResume, type SpokenComment } from '../../flow/open-resume.ts';
import type { GitHubHost, Subject } from '../github/host.ts';
import { statusOf } from '../github/refusal.ts';

/** People that are asked about, for one subject: whoever may not write cannot use up a sweep's calls. */
const AUTHORS = 3;

/**
 * The comment by which a person let a stopped flow go on, where nothing came of it: its workflow or the run that it dispatched
 * died. Costs no call where no comment speaks to an ended flow, and one for each of at most three authors where one does.
 */
export async function openResume(
  state: Fold,
  given: Subject['comments'],
  host: GitHubHost,
): Promise<SpokenComment | undefined> {
  const comments = given.map((comment) => ({ ...comment, edited: comment.edited !== undefined }));
  const may = new Map<string, boolean>();
  for (const spoken of commandsAfterEnd(state, comments)) {
    const { author } = spoken.comment;
    if (!may.has(author)) {
      if (may.size === AUTHORS) return undefined;
      may.set(author, await mayWrite(author, host));
    }
    if (may.get(author) === true) return isOpenResume(state, spoken, comments) ? spoken.comment : undefined;
  }
  return undefined;
}

/** Who only looks on may not be told who may write. */
async function mayWrite(login: string, host: GitHubHost): Promise<boolean> {
  try {
    return await host.mayWrite(login);
  } catch (error) {
    if (statusOf(error) !== 403) throw error;
    return false;
  }
}
