import { valueOf, type Constants } from './arithmetic.ts';
import { boundsOf, classify, looserByUse, MAX_LINE, wordsOf, type Bound, type Looser } from './bounds.ts';
import { comparedBounds } from './comparisons.ts';
import { constantsOf, definitionsOf, type Definition } from './constants.ts';
import type { HygieneFinding, RuleId } from './finding.ts';
import { ASSERTION, type ChangedSource, type SourceLine } from './source.ts';
import { statementsOf, type Statement } from './statements.ts';

/** Where a number stands decides how bad its change is. */
export type Place = 'tests' | 'code' | 'settings' | 'other';

interface Seen extends Bound {
  readonly line: number;
  /** A comparison with a plain number, which the bound of that number tells already. */
  readonly literal?: boolean;
}

/** Prose: what it says of a limit limits nothing. */
const PROSE = /\.(?:md|mdx|rst|adoc|svg|html|css)$/;
/** Written by a package manager. */
const LOCK =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|Cargo\.lock|yarn\.lock|pnpm-lock\.yaml|uv\.lock|poetry\.lock)$/;

/** Whether more gets through than before, per pair of an old and a new bound of the same key. */
export function loosenedBounds(source: ChangedSource, place: Place, elsewhere: Pool): HygieneFinding[] {
  const removed = group(removedOf(source, place));
  const findings: HygieneFinding[] = [];
  for (const [key, now] of group(addedOf(source, place))) {
    const own = removed.get(key);
    const before = own ?? (now[0]!.kind === 'sure' && key.startsWith('name ') ? elsewhere.get(key) : undefined);
    if (before === undefined) continue;
    const use = useOf(now[0]!, source);
    const looser = use === 'unknown' ? now[0]!.looser : use;
    const old = oldBounds(before);
    for (const bound of now) {
      if (old.texts.has(bound.text) || old.values.has(bound.value)) continue;
      // Of a pair of plain numbers the bounds of the numbers themselves tell.
      if (bound.literal === true && old.literal) continue;
      const verdict = judge(bound, old, looser, place, use);
      if (verdict === undefined) continue;
      const from = [...old.texts].slice(0, MAX_TOLD).join(', ') + (old.texts.size > MAX_TOLD ? ', …' : '');
      const { why } = verdict;
      const rule = verdict.rule === 'loosened-bound' && PROSE.test(source.path) ? 'changed-bound' : verdict.rule;
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
  return once(findings);
}

/** One finding for a place, whichever way it was seen. */
function once(findings: readonly HygieneFinding[]): HygieneFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ line, names, message }) => {
    const key = `${line} ${names.join()} ${message.slice(0, message.indexOf(' became '))}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Named bounds that were taken out anywhere in the change: a constant that moves to another file stays itself. */
export type Pool = ReadonlyMap<string, readonly Seen[]>;

export function removedBounds(sources: readonly (readonly [ChangedSource, Place])[]): Pool {
  const all = sources.flatMap(([source, place]) => removedOf(source, place));
  return group(all.filter(({ kind, key }) => kind === 'sure' && key.startsWith('name ')));
}

function removedOf(source: ChangedSource, place: Place): Seen[] {
  return boundsOfSide(source, place, source.before, source.removed, source.after);
}

function addedOf(source: ChangedSource, place: Place): Seen[] {
  return boundsOfSide(source, place, source.after, source.added, source.before);
}

/** Bounds of the statements of one side that the change touches. */
function boundsOfSide(
  source: ChangedSource,
  place: Place,
  code: string | undefined,
  lines: readonly SourceLine[],
  other: string | undefined,
): Seen[] {
  if (LOCK.test(source.path)) return [];
  const changed = new Set(lines.map(({ line }) => line));
  if (code === undefined || source.language === 'other') {
    const isComment = (text: string) => source.language === 'other' && /^\s*(?:#(?!\w)|\/\/)/.test(text);
    return lines.flatMap((line) =>
      isComment(line.text) ? [] : seen({ first: line.line, last: line.line, code: line.code }, place, line.line),
    );
  }
  const definitions = definitionsOf(code, source.language);
  const constants = constantsOf(definitions);
  const touched = touchedStatements(code, changed, other);
  return [
    ...touched.flatMap((statement) =>
      seen(statement, place, firstOf(statement, changed) ?? statement.first, constants),
    ),
    ...functionBounds(definitions, changed, place, constants),
  ];
}

/** Statements with a changed line, and those of several lines that the other side does not have. */
function touchedStatements(code: string, changed: ReadonlySet<number>, other: string | undefined): Statement[] {
  const here = statementsOf(code);
  const there = new Set(other === undefined ? [] : statementsOf(other).map((statement) => statement.code));
  return here.filter((statement) => {
    if (firstOf(statement, changed) !== undefined) return true;
    return statement.last > statement.first && !there.has(statement.code);
  });
}

function firstOf({ first, last }: Statement, changed: ReadonlySet<number>): number | undefined {
  for (let line = first; line <= last; line++) if (changed.has(line)) return line;
  return undefined;
}

/** `fn tolerance() -> f32 { 1e-5 }` is a constant, too. */
function functionBounds(
  definitions: readonly Definition[],
  changed: ReadonlySet<number>,
  place: Place,
  constants: Constants,
): Seen[] {
  return definitions
    .filter(({ isFunction, line }) => isFunction && changed.has(line))
    .map(({ name, line, text }) => {
      const bound: Bound = { key: `name ${name}`, name, ...classify(name), value: valueOf(text, constants), text };
      return { ...settingsBound(bound, place), line };
    });
}

const CLOSE = /\b\w*(?:[cC]lose|[aA]pprox|[nN]ear|[aA]lmost)\w*!?\s*\(/;

function seen({ code }: Statement, place: Place, line: number, constants?: Constants): Seen[] {
  if (code.length > MAX_LINE) return [];
  const asserting = place !== 'other' && (ASSERTION.test(code) || (place === 'tests' && CLOSE.test(code)));
  const bounds = boundsOf(code, asserting, constants).map((bound) => ({ ...settingsBound(bound, place), line }));
  if (!asserting || constants === undefined) return bounds;
  return [...bounds, ...comparedBounds(code, constants).map((bound) => ({ ...bound, line }))];
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
  for (const bound of bounds) {
    const own = groups.get(bound.key);
    if (own === undefined) groups.set(bound.key, [bound]);
    else own.push(bound);
  }
  return groups;
}

/** Old values that a message names. */
const MAX_TOLD = 5;

/** What the old bounds of a key allow, together. */
interface Old {
  readonly texts: ReadonlySet<string>;
  readonly values: ReadonlySet<number>;
  readonly most: number;
  readonly least: number;
  readonly sure: boolean;
  readonly literal: boolean;
}

function oldBounds(before: readonly Seen[]): Old {
  const values = new Set(before.map(({ value }) => value).filter((value) => !Number.isNaN(value)));
  const all = [...values];
  return {
    texts: new Set(before.map(({ text }) => text)),
    values,
    most: all.reduce((most, value) => Math.max(most, value), -Infinity),
    least: all.reduce((least, value) => Math.min(least, value), Infinity),
    sure: before.some(({ kind }) => kind === 'sure'),
    literal: before.every(({ literal }) => literal === true),
  };
}

/** Which way is looser by what the code compares a name with; unknown where a name says it for sure, or nothing compares it. */
function useOf(bound: Bound, source: ChangedSource): Looser {
  if (!bound.key.startsWith('name ') || bound.kind === 'sure') return 'unknown';
  return looserByUse(bound.name.split('.').at(-1)!, source.after ?? '');
}

function judge(
  bound: Bound,
  old: Old,
  looser: Looser,
  place: Place,
  use: Looser,
): { readonly rule: RuleId; readonly why: string } | undefined {
  const strict = isStrict(bound, old, place, looser, use);
  if (strict === undefined) return undefined;
  const rule: RuleId = strict ? 'loosened-bound' : 'changed-bound';
  if (Number.isNaN(bound.value)) {
    if (old.values.size === 0 && bound.kind === 'plain' && !isGrown(bound.text, old.texts)) return undefined;
    return isVersion(bound.text) ? undefined : { rule, why: 'what replaces the number cannot be compared with it' };
  }
  if (old.values.size === 0) {
    if (bound.kind === 'plain') return undefined;
    return {
      rule: bound.kind === 'sure' && place === 'tests' ? rule : 'changed-bound',
      why: 'what it was cannot be compared with it',
    };
  }
  if (looser === 'up' && bound.value > old.most) return { rule, why: 'it lets more through than before' };
  if (looser === 'down' && bound.value < old.least) return { rule, why: 'it asks for less than before' };
  if (looser === 'unknown') return { rule, why: 'nothing says which way is looser' };
  return undefined;
}

/** `limit * 10` where `limit` was. */
function isGrown(text: string, old: ReadonlySet<string>): boolean {
  return [...old].slice(0, MAX_TOLD).some((before) => text.startsWith(`${before} `));
}

/** `1.2.3`, `^1`, `>=2`: what a manifest asks of a package. */
function isVersion(text: string): boolean {
  return /^["']?(?:[\^~]\d|[<>=]+\s*\d|\d+\.\d+\.\d)/.test(text);
}

/** Of such things a limit is often an argument of the code under test. */
const SIZE =
  /^(?:tokens?|len|length|size|rows?|cols?|columns?|seq|steps?|iters?|iterations?|epochs?|batch|depth|width|height|workers?|threads?|positions?|context|ctx|layers?|heads?|items?|bytes|capacity|queue|pages?|entries|new)$/;

/**
 * Fails, warns (false) or has nothing to say (undefined). In a test or a judge's settings a limit has no other use than to
 * judge, but for sizes that nothing is compared with; in production code it may limit anything, so only what is named after an error fails there.
 */
function isStrict(bound: Bound, old: Old, place: Place, looser: Looser, use: Looser): boolean | undefined {
  const { kind } = bound;
  const words = wordsOf(bound.name);
  if (place === 'tests' || place === 'settings') {
    if (kind === 'maybe' && use === 'unknown' && place === 'tests' && words.some((word) => SIZE.test(word)))
      return false;
    if (kind !== 'plain' || old.sure) return true;
    return looser === 'unknown' ? undefined : true;
  }
  if (kind === 'plain') return undefined;
  if (kind === 'maybe') return false;
  // The epsilon of a norm is a parameter of the model, not a tolerance.
  return !words.some((word) => word === 'eps' || word === 'epsilon');
}
