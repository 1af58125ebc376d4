import { FlowError } from './errors.ts';

const MAX_PATTERNS = 256;
const MAX_PATTERN_CHARS = 200;

export interface Globs {
  /** True when any pattern matches the whole path. Case counts, dotfiles match. */
  readonly matches: (path: string) => boolean;
  /** True when a pattern without wildcards is this very path. */
  readonly names: (path: string) => boolean;
  readonly patterns: readonly string[];
}

/**
 * Compiles scope globs: `*` and `?` inside a segment, `**` as a whole segment, nothing else. Matching takes at most
 * pattern length times path length steps, whatever the pattern. Throws `bad-config` that names the pattern.
 */
export function compileGlobs(patterns: readonly string[], at = 'globs'): Globs {
  if (patterns.length > MAX_PATTERNS) {
    throw new FlowError('bad-config', `${patterns.length} globs, at most ${MAX_PATTERNS} are allowed`, { at });
  }
  const literal = new Set<string>();
  const byFirst = new Map<string, Pattern[]>();
  const anywhere: Pattern[] = [];
  for (const text of patterns) {
    const pattern = plan(compile(text, at));
    const [first = ''] = pattern.segments;
    if (!WILD.test(text)) literal.add(text);
    else if (WILD.test(first)) anywhere.push(pattern);
    else byFirst.set(first, [...(byFirst.get(first) ?? []), pattern]);
  }
  return {
    patterns,
    names: (path) => literal.has(path),
    matches: (path) => {
      if (literal.has(path)) return true;
      const segments = path.split('/');
      const fits = (pattern: Pattern): boolean => matchPath(pattern, segments);
      return (byFirst.get(segments[0]!)?.some(fits) ?? false) || anywhere.some(fits);
    },
  };
}

const WILD = /[*?]/;

/** A pattern with what can be said of it before a path is seen. */
interface Pattern {
  readonly segments: readonly string[];
  /** Position of its only `**`; -1 where there is none, undefined where there are several. */
  readonly gap: number | undefined;
}

function plan(segments: readonly string[]): Pattern {
  const first = segments.indexOf('**');
  return { segments, gap: segments.indexOf('**', first + 1) > first && first >= 0 ? undefined : first };
}

/** Most patterns have at most one `**`: what stands before it and behind it is compared in place. Others take the table. */
function matchPath({ segments, gap }: Pattern, path: readonly string[]): boolean {
  if (gap === undefined) return matchSegments(segments, path);
  const fixed = (from: number, to: number, offset: number): boolean => {
    for (let i = from; i < to; i++) if (!matchSegment(segments[i]!, path[i + offset]!)) return false;
    return true;
  };
  if (gap < 0) return path.length === segments.length && fixed(0, segments.length, 0);
  const shift = path.length - segments.length;
  // As below: a last `**` stands for at least one segment, any other for none or more.
  if (shift < (gap === segments.length - 1 ? 0 : -1)) return false;
  return fixed(gap + 1, segments.length, shift) && fixed(0, gap, 0);
}

function compile(pattern: string, at: string): string[] {
  const refuse = (problem: string, fix: string): never => {
    throw new FlowError('bad-config', `glob ${JSON.stringify(pattern.slice(0, 80))} ${problem}`, { at, fix });
  };
  if (pattern === '') refuse('is empty', 'leave it out');
  if (pattern.length > MAX_PATTERN_CHARS)
    refuse(`has ${pattern.length} characters`, `use at most ${MAX_PATTERN_CHARS}`);
  if (pattern.startsWith('!')) refuse('is a negation', 'put it into `deny`');
  if (/[{}[\]()!\\]/.test(pattern))
    refuse('has a character outside the grammar', 'only `*`, `**` and `?` are wildcards');
  if (/[\p{Cc}\p{Cf}]/u.test(pattern)) refuse('has an invisible character', 'type the path as git shows it');
  if (pattern.normalize('NFC') !== pattern) refuse('is not in Unicode form NFC', 'normalise it');
  const segments = pattern.split('/');
  for (const segment of segments) {
    if (segment === '')
      refuse('starts or ends with a slash or has an empty segment', 'write `dir/**` for all below dir');
    if (segment === '.' || segment === '..')
      refuse(`has a segment ${segment}`, 'paths start at the root of the repository');
    if (segment.includes('**') && segment !== '**')
      refuse('has `**` inside a segment', 'write `**/` as a segment of its own');
  }
  // `**/**` says nothing more than `**`; folding it keeps the table below small.
  return segments.filter((segment, i) => !(segment === '**' && segments[i - 1] === '**'));
}

/** One row of a table per pattern segment: `reach[j]` says whether the pattern so far can end before path segment j. */
function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  let reach: boolean[] = Array.from({ length: path.length + 1 }, (_, j) => j === 0);
  for (const [index, segment] of pattern.entries()) {
    const next: boolean[] = new Array<boolean>(path.length + 1).fill(false);
    if (segment === '**') {
      // A last `**` stands for at least one segment: `src/**` is what lies below src, not src itself.
      const least = index === pattern.length - 1 ? 1 : 0;
      let seen = false;
      for (let j = 0; j <= path.length; j++) {
        if (reach[j - least]) seen = true;
        next[j] = seen;
      }
    } else {
      for (let j = 0; j < path.length; j++) next[j + 1] = reach[j]! && matchSegment(segment, path[j]!);
    }
    reach = next;
  }
  return reach[path.length]!;
}

/** Wildcards inside one segment, with one remembered star: no recursion, no regular expression. */
function matchSegment(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p++;
      mark = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
