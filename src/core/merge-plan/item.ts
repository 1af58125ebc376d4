import type { GateStanding } from '../board/standing.ts';

/** What became of the work of a contract: a pull request of it may still come or is open, one was merged, or it was given up. */
export type ItemState = 'open' | 'merged' | 'closed';

/** An open pull request of a contract. */
export interface PlanPull {
  readonly number: number;
  /** Sha of its head. */
  readonly head: string;
  readonly draft: boolean;
  /** Paths that it changes, both sides of a rename. */
  readonly touched: readonly string[];
  /** How the gates that its contract requires stand on its head; undefined where nobody asked. */
  readonly gates?: readonly GateStanding[];
}

/** One contract as the plan sees it. */
export interface PlanItem {
  /** Its issue id as the contract writes it: `01`, `03a`. */
  readonly id: string;
  readonly slug: string;
  readonly state: ItemState;
  /** Ids that have to be merged before it. */
  readonly dependsOn: readonly string[];
  /** Paths or scope globs that it declares as places where merges collide. */
  readonly hotspots: readonly string[];
  /** Where the contract was read: `#12`, or the name of a file. */
  readonly at: string;
  /** It is not the contract that was approved: somebody changed it since. */
  readonly changed?: boolean;
  /** Its open pull requests; more than one is a problem. */
  readonly pulls: readonly PlanPull[];
}

/** A contract of this slug validates what all others made, so it comes last. */
export const FINAL_SLUG = 'final-validation';

/** Is it the item that comes last: it waits for every other open one, whatever its `depends_on` says. */
export function isFinal(item: Pick<PlanItem, 'slug'>): boolean {
  return item.slug === FINAL_SLUG;
}

/** Orders issue ids by number, then by letter, then by their zeros: `2`, `03`, `03a`, `10`. */
export function compareIds(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  return compareNumbers(left.number, right.number) || compareText(left.letter, right.letter) || compareText(a, b);
}

function parts(id: string): { number: number; letter: string } {
  const [, digits = '', letter = ''] = /^([0-9]{1,9})([a-z]?)$/.exec(id) ?? [];
  return { number: digits === '' ? Infinity : Number(digits), letter };
}

/** Not a difference: what is no id counts as infinite, and infinity less infinity is no number. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
