/** One rule of a CODEOWNERS file; without owners it takes coverage away. */
export interface OwnerRule {
  readonly matches: (path: string) => boolean;
  readonly owners: readonly string[];
}

/** Where a CODEOWNERS file may lie; the first that is there counts. */
export const CODEOWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Reads a CODEOWNERS file. */
export function readOwners(text: string): OwnerRule[] {
  return text.split('\n').flatMap((line) => {
    const [pattern, ...rest] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    if (pattern === undefined || pattern === '') return [];
    const expression = patternOf(pattern);
    const owners = rest.filter((owner) => /^@[\w.-]+(?:\/[\w.-]+)?$|^[^\s@]+@[^\s@]+$/.test(owner));
    return [{ matches: (path: string) => expression.test(path), owners }];
  });
}

/** Owners of a path: the last rule that matches decides. */
export function ownersOf(rules: readonly OwnerRule[], path: string): readonly string[] {
  return rules.findLast((rule) => rule.matches(path))?.owners ?? [];
}

/** As in a .gitignore: a slash in front or within ties it to the root, one at the end means a folder. */
function patternOf(pattern: string): RegExp {
  const tied = /\/./.test(pattern.replace(/\/$/, ' '));
  const body = pattern
    .replace(/^\//, '')
    .replace(/\/$/, '/**')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*+/g, (stars) => (stars === '**/' ? '(?:[^/]+/)*' : stars === '*' ? '[^/]*' : '.*'));
  // `docs` is the folder with all in it, `docs/*` only what lies in it directly.
  const below = pattern.endsWith('*') && pattern !== '*' ? '' : '(?:/.*)?';
  return new RegExp(`^${tied || pattern.startsWith('/') ? '' : '(?:[^/]+/)*'}${body}${below}$`);
}
