import { markdown, printable, shorten } from '../text.ts';
import { belongsTo, closedBy, partOf, type PullClaim } from './belongs.ts';
import type { MergePlan } from './plan.ts';
import { blockText } from './text.ts';

/** The name of the Check Run, which a rule of the base branch can require. */
export const GUARD_CHECK = 'merge-guard';

/** After what everything is judged anew: `closed` is a merge, too, after which the next pull request may be clear. */
export const GUARD_EVENTS = {
  pull_request: {
    types: ['opened', 'reopened', 'synchronize', 'edited', 'ready_for_review', 'converted_to_draft', 'closed'],
  },
  issues: { types: ['opened', 'edited', 'closed', 'reopened', 'labeled', 'unlabeled'] },
} as const;

/** Once an hour, for pull requests from forks, whose own runs may not write a check. */
export const GUARD_CRON = '41 * * * *';

/** What is said of a pull request that is over, or goes elsewhere: the order of merges does not reach it. */
const NOT_JUDGED = 'not judged: it is no open pull request into the default branch';

/** A branch that is named after a contract, as `issueBranch` does. */
const NAMED = /^issue\/[0-9]{1,9}[a-z]?-/;

/** A pull request that the guard judges. */
export interface GuardedPull extends PullClaim {
  readonly number: number;
  /** Paths that the base and the branch both changed since they parted; undefined when the host did not list them all. */
  readonly overlap: readonly string[] | undefined;
}

/** The contract of an open issue. */
export interface GuardedContract {
  readonly id: string;
  readonly slug: string;
  /** Number of its issue. */
  readonly issue: number;
}

/** Whether a pull request may be merged now, by the order of merges. */
export interface GuardVerdict {
  readonly clear: boolean;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
}

/** One judged pull request, and what became of its Check Run: refused when the job may not write it. */
export interface Guarded {
  readonly number: number;
  readonly verdict: GuardVerdict;
  readonly check: 'written' | 'unchanged' | 'refused';
}

/** What the action says of all that it judged; a problem fails the job. `asked` is the one that the job is about. */
export function guardLines(
  guarded: readonly Guarded[],
  asked: number | undefined,
): { lines: string[]; outputs: Record<string, string>; problem: string | undefined } {
  const list = (clear: boolean): string =>
    guarded.flatMap(({ number, verdict }) => (verdict.clear === clear ? [number] : [])).join(',');
  const own = guarded.find(({ number }) => number === asked);
  const refused = guarded.filter(({ check }) => check === 'refused').map(({ number }) => `#${number}`);
  const problems = [
    ...(own?.verdict.clear === false ? [`#${own.number} is not merged now: ${own.verdict.title}`] : []),
    // A pull request from a fork has a token that may only read: there the job itself tells the verdict.
    ...(refused.length > 0 && own === undefined
      ? [`the Check Run of ${refused.join(', ')} was refused: give the job \`checks: write\``]
      : []),
  ];
  return {
    lines: [
      ...guarded.map(
        ({ number, verdict, check }) =>
          `#${number} ${verdict.clear ? 'clear' : 'blocked'}: ${verdict.title}${check === 'unchanged' ? '' : ` (check ${check})`}`,
      ),
      ...(asked === undefined || own !== undefined ? [] : [`#${asked} ${NOT_JUDGED}`]),
    ],
    outputs: {
      clear: list(true),
      blocked: list(false),
      title: own?.verdict.title ?? (asked === undefined ? '' : NOT_JUDGED),
    },
    problem: problems.length === 0 ? undefined : problems.join('; '),
  };
}

/**
 * Judges one pull request. One that belongs to no contract waits for nothing; one whose contract cannot be read, that is for
 * several contracts at once, or that anything blocks, is not clear.
 */
export function guardVerdict(
  pull: GuardedPull,
  base: string,
  contracts: readonly GuardedContract[],
  refused: readonly { readonly at: string; readonly why: string }[],
  plan: MergePlan,
): GuardVerdict {
  const named = [...closedBy(pull), ...partOf(pull.body)].map((number) => `#${number}`);
  const broken = refused.filter(({ at }) => named.includes(at));
  if (broken.length > 0) {
    return blocked(
      `the contract of ${broken.map(({ at }) => at).join(', ')} cannot be read`,
      broken.map(({ why }) => why),
    );
  }
  const own = contracts.filter((contract) => belongsTo(pull, contract, true));
  const [contract] = own;
  // A branch that is named after a contract has one, or had: where it cannot be found nothing says what it waits for.
  if (contract === undefined && pull.head.own && NAMED.test(pull.head.branch)) {
    const name = printable(pull.head.branch, 80);
    return blocked(`no open contract belongs to the branch ${name}`, [
      `The branch ${name} is named after a contract, and no open issue holds it.`,
      ...refused.map(({ why }) => why),
    ]);
  }
  if (contract === undefined) {
    return {
      clear: true,
      title: 'no contract: nothing to wait for',
      summary: 'This pull request belongs to no open contract.',
    };
  }
  if (own.length > 1) {
    const ids = own.map(({ id, issue }) => `${id} (#${issue})`);
    return blocked(`for ${own.length} contracts at once`, [
      `One pull request, one issue: this is for ${ids.join(' and ')}.`,
    ]);
  }
  const entry = plan.entries.find(({ id }) => id === contract.id);
  const reasons = (entry?.blockedBy ?? []).map((block) => `${contract.id} ${blockText(block)}`);
  if (pull.overlap === undefined) {
    reasons.push(`${base} changed more files than the host lists: merge ${base} into the branch`);
  } else if (pull.overlap.length > 0) {
    const shown = pull.overlap.slice(0, 10).map((path) => printable(path, 120));
    const more = pull.overlap.length - shown.length;
    const list = `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    reasons.push(`${base} changed ${list} too after the branch left it: merge ${base} into the branch`);
  }
  if (reasons.length > 0) return blocked(reasons[0]!, reasons);
  return {
    clear: true,
    title: `${contract.id}: nothing goes before it`,
    summary: `Everything that ${contract.id} depends on is merged, and no other pull request goes before it.`,
  };
}

function blocked(title: string, reasons: readonly string[]): GuardVerdict {
  return {
    clear: false,
    title: shorten(printable(title, 200), 120),
    summary: [
      'This pull request is not merged now:',
      '',
      ...reasons.slice(0, 50).map((reason) => `- ${markdown(reason, 400)}`),
      '',
      'It is judged again when one of these is merged; `bitnet-flow merge plan` shows the whole order.',
    ].join('\n'),
  };
}
