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
    const pattern = blocksOf(compile(text, at));
    const first = pattern[0]?.[0] ?? '**';
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
      const fits = (pattern: Pattern): boolean => matchBlocks(pattern, segments);
      return (byFirst.get(segments[0]!)?.some(fits) ?? false) || anywhere.some(fits);
    },
  };
}

const WILD = /[*?]/;

/** What stands before, between and behind the `**` of a pattern; one block where there is none. */
type Pattern = readonly (readonly string[])[];

function blocksOf(segments: readonly string[]): Pattern {
  const blocks: string[][] = [[]];
  for (const segment of segments) {
    if (segment === '**') blocks.push([]);
    else blocks.at(-1)!.push(segment);
  }
  return blocks;
}

/**
 * The last block stands at the end of the path and the first at its start; each block between is taken where it fits first,
 * which leaves the most to those behind it. Nothing is ever taken back.
 */
function matchBlocks(blocks: Pattern, path: readonly string[]): boolean {
  const first = blocks[0]!;
  if (blocks.length === 1) return path.length === first.length && fitsAt(first, path, 0);
  const last = blocks.at(-1)!;
  // A last `**` stands for at least one segment: `src/**` is what lies below src, not src itself.
  const end = path.length - Math.max(1, last.length);
  let at = first.length;
  if (at > end || !fitsAt(last, path, end) || !fitsAt(first, path, 0)) return false;
  for (const block of blocks.slice(1, -1)) {
    while (at + block.length <= end && !fitsAt(block, path, at)) at++;
    at += block.length;
    if (at > end) return false;
  }
  return true;
}

function fitsAt(block: readonly string[], path: readonly string[], at: number): boolean {
  for (let i = 0; i < block.length; i++) if (!matchSegment(block[i]!, path[at + i]!)) return false;
  return true;
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
  // `**/**` says nothing more than `**`; folding it keeps the blocks below few.
  return segments.filter((segment, i) => !(segment === '**' && segments[i - 1] === '**'));
}

/** Wildcards inside one segment, with one remembered star: no recursion, no regular expression. */
function matchSegment(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    // A look behind the end of a string costs several times as much as one within it (npm run bench:scope).
    const next = p < pattern.length ? pattern[p] : '';
    if (next === '*') {
      star = p++;
      mark = t;
    } else if (next === '?') {
      p++;
      t += width(text, t);
    } else if (next === text[t]) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      mark += width(text, mark);
      t = mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** Code units of the character at `at`: a person who writes `?` means one character, of whatever plane. */
function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
