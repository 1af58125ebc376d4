import { boundsOf, looserByUse, wordsOf, type Bound, type Looser } from './bounds.ts';
import type { HygieneFinding, RuleId } from './finding.ts';
import { ASSERTION, type ChangedSource, type SourceLine } from './source.ts';

/** Where a number stands decides how bad its change is. */
export type Place = 'tests' | 'code' | 'settings' | 'other';

interface Seen extends Bound {
  readonly line: number;
}

/** Whether more gets through than before, per pair of an old and a new bound of the same key. */
export function loosenedBounds(source: ChangedSource, place: Place, elsewhere: Pool): HygieneFinding[] {
  const read = (lines: readonly SourceLine[]) => group(lines.flatMap((line) => seen(line, place)));
  const removed = read(source.removed);
  const findings: HygieneFinding[] = [];
  for (const [key, now] of read(source.added)) {
    const own = removed.get(key);
    const before = own ?? (now[0]!.kind === 'sure' && key.startsWith('name ') ? elsewhere.get(key) : undefined);
    if (before === undefined) continue;
    const looser = direction(now[0]!, source);
    for (const bound of now) {
      const was = before.map(({ value }) => value);
      if (same(bound, before)) continue;
      const verdict = judge(bound, was, looser, place);
      if (verdict === undefined) continue;
      const from = before.map(({ text }) => text).join(', ');
      const { rule, why } = verdict;
      findings.push({
        rule,
        level: rule === 'loosened-bound' ? 'failure' : 'warning',
        path: source.path,
        line: bound.line,
        message: `${bound.name}: ${from} became ${bound.text}; ${why}.`,
        names: bound.name === 'assertion' ? [] : [bound.name],
        ...(Number.isNaN(bound.value) ? {} : { value: bound.value }),
      });
    }
  }
  return findings;
}

/** Named bounds that were taken out anywhere in the change: a constant that moves to another file stays itself. */
export type Pool = ReadonlyMap<string, readonly Bound[]>;

export function removedBounds(sources: readonly (readonly [ChangedSource, Place])[]): Pool {
  const all = sources.flatMap(([source, place]) => source.removed.flatMap((line) => seen(line, place)));
  return group(all.filter(({ kind, key }) => kind === 'sure' && key.startsWith('name ')));
}

function seen({ code, line }: SourceLine, place: Place): Seen[] {
  const asserting = place !== 'other' && ASSERTION.test(code);
  return boundsOf(code, asserting).map((bound) => ({ ...settingsBound(bound, place), line }));
}

/** In the settings of a judge, plain words bound something: `lines: 80`, `break: 75`. */
function settingsBound(bound: Bound, place: Place): Bound {
  if (place !== 'settings' || bound.kind !== 'plain') return bound;
  const known = wordsOf(bound.name).some((word) =>
    /^(?:lines|functions|line|function|region|break|high|low)$/.test(word),
  );
  return known ? { ...bound, kind: 'sure', looser: 'down' } : bound;
}

function group<T extends Bound>(bounds: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const bound of bounds) groups.set(bound.key, [...(groups.get(bound.key) ?? []), bound]);
  return groups;
}

function same(bound: Bound, before: readonly Bound[]): boolean {
  return before.some(({ value, text }) => text === bound.text || (!Number.isNaN(value) && value === bound.value));
}

function direction(bound: Bound, source: ChangedSource): Looser {
  if (!bound.key.startsWith('name ') || bound.kind === 'sure') return bound.looser;
  const used = looserByUse(bound.name.split('.').at(-1)!, source.after ?? '');
  return used === 'unknown' ? bound.looser : used;
}

function judge(
  bound: Bound,
  was: readonly number[],
  looser: Looser,
  place: Place,
): { readonly rule: RuleId; readonly why: string } | undefined {
  const strict = isStrict(bound, place, looser);
  if (strict === undefined) return undefined;
  const rule: RuleId = strict ? 'loosened-bound' : 'changed-bound';
  const old = was.filter((value) => !Number.isNaN(value));
  if (Number.isNaN(bound.value)) return { rule, why: 'what replaces the number cannot be compared with it' };
  if (old.length === 0) {
    return bound.kind === 'plain'
      ? undefined
      : { rule: 'changed-bound', why: 'what it was cannot be compared with it' };
  }
  if (looser === 'up' && bound.value > Math.max(...old)) return { rule, why: 'it lets more through than before' };
  if (looser === 'down' && bound.value < Math.min(...old)) return { rule, why: 'it asks for less than before' };
  if (looser === 'unknown') return { rule, why: 'nothing says which way is looser' };
  return undefined;
}

/**
 * Fails, warns (false) or has nothing to say (undefined). In a test or a judge's settings a limit has no other use than to
 * judge; in production code it may limit anything, so only what is named after an error fails there.
 */
function isStrict(bound: Bound, place: Place, looser: Looser): boolean | undefined {
  const { kind } = bound;
  if (place === 'tests' || place === 'settings') {
    if (kind !== 'plain') return true;
    return looser === 'unknown' ? undefined : true;
  }
  if (kind === 'plain') return undefined;
  if (kind === 'maybe') return false;
  // The epsilon of a norm is a parameter of the model, not a tolerance.
  return !wordsOf(bound.name).some((word) => word === 'eps' || word === 'epsilon');
}
