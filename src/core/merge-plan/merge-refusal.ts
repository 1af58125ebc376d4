import { printable } from '../text.ts';
import { blockText } from './text.ts';
import type { MergePlan } from './plan.ts';

/** A pull request just before it is merged. */
export interface Candidate {
  readonly number: number;
  readonly state: 'open' | 'merged' | 'closed';
  readonly draft: boolean;
  readonly head: string;
  /** False when it conflicts with the base; null while nobody knows. */
  readonly mergeable: boolean | null;
  readonly touched: readonly string[];
  /** Issues that its text names, such as `#4`, whose contract cannot be read: nobody knows what it waits for. */
  readonly unreadable: readonly string[];
}

/** Where the base stands to the branch. */
export interface BaseMoved {
  readonly branch: string;
  /** Paths that the base changed since the branch left it. */
  readonly changed: readonly string[];
  /** The host listed all of them. */
  readonly complete: boolean;
}

/** Why a pull request is not merged, and what helps; undefined when nothing is in the way. Pure. */
export function mergeRefusal(
  candidate: Candidate,
  expected: string,
  plan: MergePlan,
  moved: BaseMoved,
): { readonly message: string; readonly fix: string } | undefined {
  const { number, state, draft, head, mergeable, touched } = candidate;
  const it = `#${number}`;
  if (state !== 'open') return { message: `${it} is ${state}`, fix: 'see `bitnet-flow merge plan`' };
  if (head !== expected) {
    const message = `the head of ${it} is ${head}, not ${expected}: somebody pushed since`;
    return { message, fix: 'look at what came; then give --head the new sha' };
  }
  if (draft) return { message: `${it} is a draft`, fix: 'mark it as ready for review first' };
  if (candidate.unreadable.length > 0) {
    const message = `the contract of ${candidate.unreadable.join(', ')}, which ${it} names, cannot be read`;
    return {
      message,
      fix: `see \`bitnet-flow contract check ${candidate.unreadable[0]!.slice(1)}\`, or name that issue no more`,
    };
  }
  const own = plan.entries.filter(({ pull }) => pull?.number === number);
  const [entry] = own;
  if (own.length > 1) {
    const message = `${it} is for ${own.length} contracts at once: ${own.map(({ id, at }) => `${id} (${at})`).join(' and ')}`;
    return { message, fix: 'make one pull request for each issue' };
  }
  if (entry === undefined) {
    const twice = plan.entries.find(({ blockedBy }) =>
      blockedBy.some((block) => block.by === 'pulls' && block.numbers.includes(number)),
    );
    if (twice !== undefined) {
      const blocks = twice.blockedBy.map((block) => blockText(block)).join('; ');
      return { message: `${it} cannot be merged now: ${twice.id} ${blocks}`, fix: 'close all but one' };
    }
    return {
      message: `${it} belongs to no open contract`,
      fix: 'name its branch issue/<id>-<slug>, or write `Closes #<issue>` into its text; the contract stands in that issue',
    };
  }
  if (entry.blockedBy.length > 0) {
    const message = `${it} cannot be merged now: ${entry.id} ${entry.blockedBy.map((block) => blockText(block)).join('; ')}`;
    const fix = entry.blockedBy.every(({ by }) => by === 'gates')
      ? 'let every gate that its contract requires pass on this commit; `bitnet-flow board` shows them'
      : 'merge what it waits for first, in the order of `bitnet-flow merge plan`';
    return { message, fix };
  }
  const changed = new Set(moved.changed);
  const both = touched.filter((path) => changed.has(path));
  const update = `merge ${moved.branch} into the branch, so that its gates judge both together, and look at it again`;
  const shown = both.slice(0, 4).map((path) => printable(path, 120));
  const list = `${shown.join(', ')}${both.length > shown.length ? ` and ${both.length - shown.length} more` : ''}`;
  if (mergeable === false) {
    return { message: `${it} conflicts with ${moved.branch}${both.length === 0 ? '' : ` in ${list}`}`, fix: update };
  }
  if (both.length > 0) {
    return {
      message: `${moved.branch} changed ${list} after the branch of ${it} left it, and so does ${it}`,
      fix: update,
    };
  }
  if (!moved.complete) {
    const message = `${moved.branch} changed more files than the host lists after the branch of ${it} left it`;
    return { message, fix: update };
  }
  return undefined;
}
