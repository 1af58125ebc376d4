/** The commit that a merge left, and what git makes of the same two commits. */
export interface MergeFound {
  readonly method: 'squash' | 'merge';
  readonly head: string;
  readonly commit: string;
  readonly parents: readonly string[];
  readonly tree: string;
  /** Tree that git makes of the first parent and the head; undefined when they conflict. */
  readonly expected: string | undefined;
  /** The commit is in the base branch. */
  readonly inBase: boolean;
}

/** What is wrong with a merge that was made: nothing when its tree is git's own and its parents are the base and the head. */
export function checkMerge(found: MergeFound): string[] {
  const { method, head, commit, parents, tree, expected, inBase } = found;
  const short = commit.slice(0, 12);
  const wrong: string[] = [];
  if (!inBase) wrong.push(`${short} is not in the base branch`);
  const shape = method === 'squash' ? parents.length === 1 : parents.length === 2 && parents[1] === head;
  if (!shape) {
    const wanted = method === 'squash' ? 'the base alone' : `the base and ${head.slice(0, 12)}`;
    const has = parents.map((sha) => sha.slice(0, 12)).join(', ') || 'none';
    wrong.push(`${short} has the parents ${has}; a ${method === 'squash' ? 'squash' : 'merge commit'} has ${wanted}`);
  }
  if (expected === undefined)
    wrong.push(`git finds a conflict between ${parents[0]?.slice(0, 12) ?? 'no parent'} and ${head.slice(0, 12)}`);
  else if (expected !== tree)
    wrong.push(`the tree of ${short} is ${tree}; git makes ${expected} of its base and ${head.slice(0, 12)}`);
  return wrong;
}
