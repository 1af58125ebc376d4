import { declarationTokens, splitAt } from '../api/declaration-tokens.ts';
import { rustTokens, matchBrackets, type RustToken } from '../api/rust-tokens.ts';
import { listSetting, type Profile } from '../profile.ts';
import { compileGlobs } from '../globs.ts';
import { maskJs } from '../test-source/javascript.ts';

/** Source of which mutants can be made; a declaration file holds none. */
const SOURCE = /(?<!\.d)\.(?:rs|[cm]?[jt]sx?|py|c|cc|cpp|cu)$/;

/** Changed files of production code: in the code of the profile or the part of it that its setting `files` names, and not among its tests. */
export function productionChanges(profile: Profile, changed: readonly string[]): string[] {
  const code = compileGlobs(profile.scopes.code).matches;
  const part = compileGlobs(listSetting(profile, 'mutation', 'files', ['**'])).matches;
  const not = compileGlobs(listSetting(profile, 'mutation', 'files-left-out', [])).matches;
  const tests = compileGlobs(profile.scopes.tests).matches;
  return changed.filter((path) => SOURCE.test(path) && code(path) && part(path) && !not(path) && !tests(path));
}

/**
 * Whether a change touches code that a mutant can be made of. For Rust: a function outside of test modules is new or has another body. For JavaScript
 * and TypeScript: the text differs when comment lines and layout are left out, and the file holds more than types. What cannot be read is taken to be touched.
 */
export function touchesCode(path: string, before: string | undefined, after: string | undefined): boolean {
  if (after === undefined) return false;
  if (!path.endsWith('.rs')) return bare(before ?? '') !== bare(after) && !holdsTypesAlone(after);
  const now = functionBodies(after);
  const old = functionBodies(before ?? '');
  if (now === undefined || old === undefined) return true;
  const left = [...old];
  return now.some((body) => {
    const at = left.indexOf(body);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The text without blank lines, indentation and lines that are comments alone. */
function bare(source: string): string {
  const masked = maskJs(source).split('\n');
  const lines = source.split('\n').map((line) => line.trim());
  return lines
    .filter((line, at) => line !== '' && !(masked[at]!.trim() === '' && /^(?:\/[/*]|\*)/.test(line)))
    .join('\n');
}

const TYPE_WORDS = new Set(['interface', 'type', 'import', 'declare']);

/** True for a file in which nothing runs: types, interfaces, imports and re-exports. */
function holdsTypesAlone(source: string): boolean {
  const tokens = declarationTokens(source);
  if (typeof tokens === 'string') return false;
  const parts = splitAt(tokens, new Set([';']), (part) => part.some(({ text }) => text === 'interface'));
  return (
    parts?.every((part) => {
      const words = part[0]?.text === 'export' ? part.slice(1) : part;
      return TYPE_WORDS.has(words[0]?.text ?? '') || (words !== part && ['{', '*'].includes(words[0]?.text ?? ''));
    }) ?? false
  );
}

/** Bodies of the functions outside of test modules, spelled without layout; undefined when the text is no Rust. */
function functionBodies(source: string): readonly string[] | undefined {
  const tokens = rustTokens(source);
  if (typeof tokens === 'string') return undefined;
  const pairs = matchBrackets(tokens);
  if (pairs === undefined) return undefined;
  const bodies: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const skip = testModuleEnd(tokens, pairs, at);
    if (skip !== undefined) {
      at = skip;
      continue;
    }
    if (tokens[at]!.text !== 'fn' || tokens[at]!.kind !== 'word') continue;
    const open = bodyStart(tokens, pairs, at);
    if (open === undefined) continue;
    const end = pairs.get(open)!;
    bodies.push(
      tokens
        .slice(at, end + 1)
        .map(({ text }) => text)
        .join(' '),
    );
    at = end;
  }
  return bodies;
}

/** The `{` that begins the body of the function whose `fn` stands at `at`; undefined for one without a body. */
function bodyStart(tokens: readonly RustToken[], pairs: ReadonlyMap<number, number>, at: number): number | undefined {
  for (let i = at + 1; i < tokens.length; i++) {
    const { text } = tokens[i]!;
    if (text === '{') return i;
    if (text === ';' || text === '}') return undefined;
    if (text === '(' || text === '[') i = pairs.get(i)!;
  }
  return undefined;
}

/** The end of a `#[cfg(test)]` module that begins at `at`. */
function testModuleEnd(
  tokens: readonly RustToken[],
  pairs: ReadonlyMap<number, number>,
  at: number,
): number | undefined {
  const text = (i: number) => tokens[i]?.text;
  if (text(at) !== '#' || text(at + 1) !== '[' || text(at + 2) !== 'cfg' || text(at + 4) !== 'test') return undefined;
  for (let i = pairs.get(at + 1)! + 1; i < tokens.length; i++) {
    if (text(i) === '{') return pairs.get(i);
    if (text(i) === ';') return i;
    if (text(i) === '#') i = pairs.get(i + 1) ?? i;
  }
  return undefined;
}
