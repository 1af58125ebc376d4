import { count } from '../check-gate.ts';
import { declaredTests, readTests } from '../testing/report.ts';
import type { HygieneFinding } from './finding.ts';
import { testNames } from './marks.ts';
import { ASSERTION, type ChangedSource, type SourceLine } from './source.ts';
import { swallowedFailures } from './swallowed.ts';

const EVERY_ASSERTION = new RegExp(ASSERTION.source, 'g');
/** A function ends without a result, or the process does. */
const BARE_RETURN =
  /(?:^|[{;]|\)|=>|\belse)\s*return(?:\s+(?:Ok\s*\(\s*\(\s*\)\s*\)|None|undefined|void 0))?\s*(?:[;,}]|$)|\b(?:process\s*\.\s*exit|(?:std::)?process::exit|sys\s*\.\s*exit|os\s*\.\s*_exit)\s*\(\s*0?\s*\)/;
/** The head of a function or callback. */
const HEAD = /\bfn\s+\w+|=>\s*[{(]?\s*$|\bfunction\b|^\s*(?:async\s+)?def\s|^\s*(?:async\s+)?\w+\([^;]*\)\s*\{\s*$/;
/** The next function begins: what stands behind is another test's. */
const NEXT_FUNCTION =
  /\bfn\s+\w+\s*[<(]|^\s*(?:async\s+)?def\s+\w+|(?<![.\w$])(?:test|it|describe)(?:\.\w+)?\s*\(|^(?:async\s+)?function\b/;
/** Lines that are looked at behind an early end. */
const REACH = 200;

/** A test file's early ends, assertions that became comments, and assertions that are fewer than before. */
export function weakenedTests(source: ChangedSource): HygieneFinding[] {
  const ends = earlyReturns(source);
  const swallowed = swallowedFailures(source).filter(({ line }) => !ends.some((end) => end.line === line));
  return [...ends, ...commentedOut(source), ...swallowed, ...nowConditional(source), ...fewerAssertions(source)];
}

function earlyReturns(source: ChangedSource): HygieneFinding[] {
  const lines = source.after?.split('\n');
  return source.added.flatMap(({ code, text, line }) => {
    const end = BARE_RETURN.exec(code);
    if (end === null) return [];
    const same = code.slice(end.index + end[0].length);
    const skipped = [same, ...restOfFunction(lines ?? [], line)].filter((next) => ASSERTION.test(next)).length;
    const replaced = source.hunks.some(
      (hunk) => hunk.added.some((one) => one.line === line) && asserting(hunk.removed) > asserting(hunk.added),
    );
    if (skipped === 0 && !replaced) return [];
    const why =
      skipped > 0
        ? skipped === 1
          ? 'a line that asserts stands behind it'
          : `${skipped} lines that assert stand behind it`
        : 'an assertion stood here';
    return [
      {
        rule: 'early-return' as const,
        level: 'failure' as const,
        path: source.path,
        line,
        message: `${why}: ${text.trim().slice(0, 80)}`,
        names: enclosing(source, line),
      },
    ];
  });
}

const asserting = (lines: readonly SourceLine[]) => lines.filter(({ code }) => ASSERTION.test(code)).length;

/** Tests of Rust that ran everywhere and now are compiled only where a `cfg` holds. */
function nowConditional({ path, rawBefore, rawAfter }: ChangedSource): HygieneFinding[] {
  if (!path.endsWith('.rs') || rawBefore === undefined || rawAfter === undefined) return [];
  const always = new Set(readTests(path, rawBefore).flatMap(({ name, conditional }) => (conditional ? [] : [name])));
  return readTests(path, rawAfter)
    .filter(({ name, conditional, ignored }) => conditional && ignored === undefined && always.has(name))
    .map(({ name, line }) => ({
      rule: 'skipped-test',
      level: 'failure',
      path,
      line,
      message: `${name} runs only under a condition now`,
      names: [name],
    }));
}

/** The lines of the same function behind a line, by indentation: formatted code is what a branch of this flow holds. */
function restOfFunction(lines: readonly string[], line: number): string[] {
  const depth = (text: string) => /^[ \t]*/.exec(text)![0].length;
  let outer = depth(lines[line - 1] ?? '');
  let head = -1;
  for (let at = line - 2; at >= Math.max(0, line - REACH) && head < 0; at--) {
    const text = lines[at]!;
    if (text.trim() === '' || depth(text) >= outer) continue;
    outer = depth(text);
    if (HEAD.test(text)) head = outer;
  }
  const rest: string[] = [];
  for (const next of lines.slice(line, line + REACH)) {
    if (NEXT_FUNCTION.test(next) || (next.trim() !== '' && depth(next) <= head)) break;
    rest.push(next);
  }
  return rest;
}

/** The test that a line stands in: the last one declared above it. */
function enclosing(source: ChangedSource, line: number): string[] {
  for (let at = line; at > Math.max(0, line - REACH); at--) {
    const [name] = testNamesAt(source, at);
    if (name !== undefined) return [name];
  }
  return [];
}

function testNamesAt(source: ChangedSource, line: number): string[] {
  const text = source.rawAfter?.split('\n')[line - 1] ?? '';
  return NEXT_FUNCTION.test(text) ? testNames(source, line).slice(0, 1) : [];
}

function commentedOut(source: ChangedSource): HygieneFinding[] {
  const gone = new Set(
    source.removed.filter(({ code }) => ASSERTION.test(code)).map(({ text }) => text.trim().replace(/\s+/g, ' ')),
  );
  if (gone.size === 0) return [];
  return source.added.flatMap(({ text, line }) => {
    const comment = /^\s*(?:\/\/+|#|\/\*)\s*(.*?)\s*(?:\*\/)?$/.exec(text)?.[1]?.replace(/\s+/g, ' ');
    if (comment === undefined || !gone.has(comment)) return [];
    const message = `an assertion became a comment: ${comment.slice(0, 80)}`;
    return [
      {
        rule: 'hollow-assertion' as const,
        level: 'failure' as const,
        path: source.path,
        line,
        message,
        names: enclosing(source, line),
      },
    ];
  });
}

function fewerAssertions({ path, before, after }: ChangedSource): HygieneFinding[] {
  if (before === undefined || after === undefined) return [];
  const [was, now] = [before, after].map((code) => code.match(EVERY_ASSERTION)?.length ?? 0) as [number, number];
  if (now >= was) return [];
  const message = `it had ${count(was, 'assertion')}, now it has ${now}`;
  return [{ rule: 'fewer-assertions', level: 'warning', path, line: 1, message, names: [] }];
}

/** Tests that the base declares and the branch does not. A file with as many tests as before has renamed them, it seems. */
export function deletedTests(sources: readonly ChangedSource[]): HygieneFinding[] {
  const names = sources.map(({ path, rawBefore, rawAfter }) => ({
    path,
    before: rawBefore === undefined ? [] : declaredTests(path, rawBefore),
    after: rawAfter === undefined ? [] : declaredTests(path, rawAfter),
  }));
  const kept = new Set(names.flatMap(({ after }) => after));
  const known = new Set(names.flatMap(({ before }) => before));
  return names.flatMap(({ path, before, after }) => {
    const lost = before.filter((name) => !kept.has(name));
    const added = after.filter((name) => !known.has(name)).length;
    return lost.map((name, index): HygieneFinding => {
      const renamed = index < added && after.length >= before.length;
      return {
        rule: renamed ? 'renamed-test' : 'deleted-test',
        level: renamed ? 'warning' : 'failure',
        path,
        line: 1,
        message: renamed ? `the test ${name} went and another came` : `the test ${name} was deleted`,
        names: [name],
      };
    });
  });
}
