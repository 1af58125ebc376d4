/** A pull request as far as it can be told which contract it is for. */
export interface PullClaim {
  readonly body: string;
  /** Address of its repository, `https://host/owner/repo`; without it only `#N` names an issue. */
  readonly home?: string;
  readonly head: { readonly branch: string; readonly own: boolean };
}

/** The branch of a contract that people work on: `issue/03a-attention`. */
export function issueBranch(id: string, slug: string): string {
  return `issue/${id}-${slug}`;
}

/** A keyword of the host and an issue as it may be written: `#7`, `owner/repo#7`, or its address. */
const CLOSING =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+(?:(https?:\/\/[^\s#?]{1,200})\/issues\/|([\w.-]{1,100}\/[\w.-]{1,100})?#)([1-9][0-9]{0,8})\b/gi;

/** Numbers of the issues of its own repository that a text closes when it is merged, by the host's keywords; a partial one closes none. */
export function closedBy({ body, home = '' }: Pick<PullClaim, 'body' | 'home'>): number[] {
  const own = home.toLowerCase();
  const numbers = [...body.matchAll(CLOSING)].flatMap(([, address, name, number]) => {
    if (address !== undefined && address.toLowerCase() !== own) return [];
    return name !== undefined && !own.endsWith(`/${name.toLowerCase()}`) ? [] : [Number(number)];
  });
  return [...new Set(numbers)];
}

/** Numbers of the issues that a text works on without closing them, as the flow writes it. */
export function partOf(body: string): number[] {
  return [...body.matchAll(/^Part of #([1-9][0-9]{0,8})\r?$/gm)].map(([, number]) => Number(number));
}

/**
 * Is a pull request the work of a contract: its branch is named after it, or its text closes its issue. With `partly` one
 * that finishes a part of it counts too.
 */
export function belongsTo(
  pull: PullClaim,
  contract: { readonly id: string; readonly slug: string; readonly issue: number },
  partly: boolean,
): boolean {
  if (closedBy(pull).includes(contract.issue)) return true;
  const part = partOf(pull.body).includes(contract.issue);
  const named = pull.head.own && pull.head.branch === issueBranch(contract.id, contract.slug);
  return part ? partly : named;
}
